import { describe, expect, it } from 'vitest';
import { clauses } from '../../lib/model/advisory.ts';
import type { Assessment } from '../../lib/model/assessment.ts';
import type { Finding, Strength } from '../../lib/model/finding.ts';
import { fixedForm, hashOf } from '../../lib/record/export.ts';
import { addCopy, measures, openRecord, recordSchema } from '../../lib/record/record.ts';
import { byUrgency } from '../../lib/record/urgent.ts';
import { redFlags } from '../../lib/red-flags/registry.ts';
import { findingOf } from '../finding-of.ts';

const finding = (flag: string, strength: Strength, ...cited: string[]): Finding => ({
  ...findingOf({ flag, strength, clauses: cited, with: ['guru:ben'] }),
  evidence: [
    {
      kind: 'template',
      template: [],
      uses: [
        { site: 'guru', account: 'ada', url: 'https://www.guru.com/d/1', seenAt: '2026-10-05T08:00:00Z', parts: [] },
        { site: 'guru', account: 'ben', url: 'https://www.guru.com/d/2', parts: [] },
        { site: 'guru', account: 'ben', parts: [] },
      ],
      useCount: 3,
      accountCount: 2,
      projectCount: 2,
      sharedWords: 50,
      share: 0.8,
      firstSeen: '2026-10-05T08:00:00Z',
      lastSeen: '2026-10-05T08:00:00Z',
      comparedBids: 40,
      comparedAccounts: 40,
    },
  ],
});
const assessment = (...findings: Finding[]): Assessment => ({
  site: 'guru',
  account: 'ada',
  level: 'look-closer',
  coverage: { bids: 5, projects: 5, reviews: 0, profiles: 1, messages: 0 },
  checks: [],
  findings,
});
const at = '2026-10-06T09:00:00Z';
const record = openRecord('r1', assessment(finding('a', 'strong', 'P6')), at, '1.0');

describe('a record', () => {
  it('begins with every measure open, and with a copy of what was found and where', () => {
    expect(record.steps.map(({ measure, outcome }) => [measure, outcome])).toEqual(
      measures.map((measure) => [measure, 'open']),
    );
    expect(record.copies).toHaveLength(1);
    expect(record.copies[0]?.sources).toEqual([
      { url: 'https://www.guru.com/d/1', seenAt: '2026-10-05T08:00:00Z' },
      { url: 'https://www.guru.com/d/2', seenAt: '' },
    ]);
    expect(recordSchema.parse(record)).toEqual(record);
  });

  it('keeps the sources of every kind of evidence', () => {
    const sources = [{ url: 'https://www.guru.com/d/7', seenAt: '2026-10-05T08:00:00Z' }];
    const counts = findingOf({ flag: 'mass-bidding', evidence: [{ kind: 'counts', rows: [], sources }] });
    const members = { clients: [], developers: [], shares: [], ratings: [], from: '2026-03', to: '2026-04' };
    const ring = findingOf({
      flag: 'rating-ring',
      evidence: [
        { kind: 'ring', ...members, rows: [], sources: [...sources, { url: 'https://www.guru.com/d/8', seenAt: '' }] },
      ],
    });
    expect(openRecord('r2', assessment(counts, ring), at, '1.0').copies[0]?.sources.map(({ url }) => url)).toEqual([
      'https://www.guru.com/d/7',
      'https://www.guru.com/d/8',
    ]);
  });

  it('takes another copy only when something has changed, and keeps the first for ever', () => {
    expect(addCopy(record, assessment(finding('a', 'strong', 'P6')), '2026-10-07', '1.1')).toBe(record);
    let grown = record;
    for (let i = 0; i < 40; i++) grown = addCopy(grown, { ...assessment(), account: `ada${i}` }, `t${i}`, '1.1');
    expect(grown.copies).toHaveLength(20);
    expect(grown.copies[0]).toEqual(record.copies[0]);
    expect(grown.copies.at(-1)?.takenAt).toBe('t39');
    expect(recordSchema.safeParse(grown).success).toBe(true);
  });
});

describe('the measures', () => {
  it('stand in their order when nothing was found', () => {
    expect(byUrgency([])).toEqual(measures.map((measure) => ({ measure, because: [] })));
  });
  it('that a finding makes urgent come first, the strongest finding’s first of all', () => {
    const order = byUrgency([finding('off-site', 'weak', 'C6'), finding('address', 'strong', 'C7')]);
    expect(order.slice(0, 3).map(({ measure }) => measure)).toEqual(['M2', 'M7', 'M6']);
    expect(order[2]?.because).toEqual(['off-site']);
    expect(order.map(({ measure }) => measure).sort()).toEqual([...measures]);
  });
  it('answer every clause that is no measure, so that no red flag leaves the reader without a step', () => {
    for (const clause of Object.keys(clauses).filter((id) => !id.startsWith('M'))) {
      expect(byUrgency([finding('a', 'weak', clause)])[0]?.because, clause).toEqual(['a']);
    }
    for (const flag of redFlags) {
      expect(byUrgency([finding(flag.id, 'weak', ...flag.clauses)])[0]?.because).toEqual([flag.id]);
    }
  });
  it('are not made urgent by what honest people do as often', () => {
    expect(byUrgency([{ ...finding('own', 'weak', 'P6'), commonPractice: true }])[0]?.because).toEqual([]);
  });
  it('do not follow from a clause nobody knows', () => {
    expect(byUrgency([finding('a', 'strong', 'Z9', 'constructor')])[0]?.because).toEqual([]);
  });
});

describe('an exported record', () => {
  it('has one form, whatever the order of its names', async () => {
    expect(fixedForm({ b: 1, a: [undefined, { d: null, c: 'é"' }], e: undefined })).toBe(
      '{"a":[null,{"c":"é\\"","d":null}],"b":1}',
    );
    const turned = Object.fromEntries(Object.entries(record).reverse()) as typeof record;
    expect(await hashOf(turned)).toBe(await hashOf(record));
  });
  it('is hashed as SHA-256 is', async () => {
    // printf '{}' | sha256sum
    expect(await hashOf({} as typeof record)).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
});
