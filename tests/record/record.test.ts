import { describe, expect, it } from 'vitest';
import { clauses } from '../../lib/model/advisory.ts';
import type { Assessment } from '../../lib/model/assessment.ts';
import type { Finding, Strength } from '../../lib/model/finding.ts';
import { addCopy, changed, closed, openRecord, reopened, stubOf } from '../../lib/record/changes.ts';
import { hashOf } from '../../lib/record/export.ts';
import { fixedForm } from '../../lib/record/fixed-form.ts';
import { isWhole } from '../../lib/record/history.ts';
import { recordSchema } from '../../lib/record/record.ts';
import { stepIds } from '../../lib/record/steps.ts';
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
const record = openRecord('r1', { assessment: assessment(finding('a', 'strong', 'P6')), at, version: '1.0' });

describe('a record', () => {
  it('begins with every measure open, and with a copy of what was found and where', () => {
    expect(record.steps.map(({ measure, outcome }) => [measure, outcome])).toEqual(stepIds.map((id) => [id, 'open']));
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
    expect(
      openRecord('r2', { assessment: assessment(counts, ring), at, version: '1.0' }).copies[0]?.sources.map(
        ({ url }) => url,
      ),
    ).toEqual(['https://www.guru.com/d/7', 'https://www.guru.com/d/8']);
  });

  it('takes another copy only when something has changed, and keeps the first for ever', () => {
    const same = { assessment: assessment(finding('a', 'strong', 'P6')), at: '2026-10-07', version: '1.1' };
    expect(addCopy(record, same)).toBe(record);
    let grown = record;
    for (let i = 0; i < 40; i++) {
      grown = addCopy(grown, { assessment: { ...assessment(), account: `ada${i}` }, at: `t${i}`, version: '1.1' });
    }
    expect(grown.copies).toHaveLength(20);
    expect(grown.copies[0]).toEqual(record.copies[0]);
    expect(grown.copies.at(-1)?.takenAt).toBe('t39');
    expect(recordSchema.safeParse(grown).success).toBe(true);
  });
});

describe('the steps', () => {
  it('stand in their order when nothing was found', () => {
    expect(byUrgency([])).toEqual(stepIds.map((measure) => ({ measure, because: [] })));
  });
  it('that a finding makes urgent come first, the strongest finding’s first of all', () => {
    const order = byUrgency([finding('off-site', 'weak', 'C6'), finding('address', 'strong', 'C7')]);
    expect(order.slice(0, 3).map(({ measure }) => measure)).toEqual(['M2', 'M7', 'M6']);
    expect(order[2]?.because).toEqual(['off-site']);
    expect(order.map(({ measure }) => measure).sort()).toEqual([...stepIds].sort());
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
  it('has one form, whatever the order of its names', () => {
    expect(fixedForm({ b: 1, a: [undefined, { d: null, c: 'é"' }], e: undefined })).toBe(
      '{"a":[null,{"c":"é\\"","d":null}],"b":1}',
    );
    const turned = Object.fromEntries(Object.entries(record).reverse()) as typeof record;
    expect(hashOf(turned)).toBe(hashOf(record));
  });
  it('is hashed as SHA-256 is', () => {
    // printf '{}' | sha256sum
    expect(hashOf({} as typeof record)).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
});

describe('the history of a record', () => {
  const later = '2026-10-08T09:00:00Z';
  const about = { company: 'Acme Dental', role: 'Web developer', project: '', reviewer: '', candidate: 'Ada Okafor' };
  const named = changed(record, (now) => ({ ...now, about: { ...about, reviewer: 'M. Lindqvist' } }), later);

  it('says who changed what, when, from what and to what, and is only added to', () => {
    const decided = changed(
      named,
      (now) => ({ ...now, decision: { ...now.decision, verdict: 'go-ahead', override: 'They start on Monday.' } }),
      '2026-10-09T09:00:00Z',
    );
    const back = changed(
      decided,
      (now) => ({ ...now, decision: { ...now.decision, verdict: 'not-hired' } }),
      '2026-10-10T09:00:00Z',
    );
    expect(back.history?.slice(0, decided.history?.length)).toEqual(decided.history);
    expect(back.history?.map(({ by, what, from, to }) => [by, what, from, to]).slice(-3)).toEqual([
      ['M. Lindqvist', 'decision.verdict', 'open', 'go-ahead'],
      ['M. Lindqvist', 'decision.override', '', 'They start on Monday.'],
      ['M. Lindqvist', 'decision.verdict', 'go-ahead', 'not-hired'],
    ]);
    expect(back.changedAt).toBe('2026-10-10T09:00:00Z');
    expect(recordSchema.parse(back)).toEqual(back);
  });

  it('knows steps, notes and files by their names', () => {
    const file = { name: 'call.webm', sha256: 'a'.repeat(64) };
    const noted = changed(record, (now) => ({
      ...now,
      steps: now.steps.map((step) =>
        step.measure === 'M1' ? { ...step, outcome: 'fine', note: 'Forty minutes.', files: [file] } : step,
      ),
    }));
    expect(noted.history?.slice(1).map(({ what, to }) => [what, to])).toEqual([
      ['M1.outcome', 'fine'],
      ['M1.note', 'Forty minutes.'],
      ['M1.files', `call.webm ${'a'.repeat(64)}`],
    ]);
  });

  it('is unchanged where nothing was', () => {
    expect(changed(record, (now) => ({ ...now, explanation: '' }))).toBe(record);
  });

  it('shows a changed, a missing and a moved entry', () => {
    const { history = [] } = closed(named, later);
    expect([history.length, isWhole(history)]).toEqual([6, true]);
    expect(isWhole(history.with(1, { ...history[1], to: 'Somebody' } as (typeof history)[number]))).toBe(false);
    expect(isWhole(history.toSpliced(2, 1))).toBe(false);
    expect(isWhole([...history].reverse())).toBe(false);
  });

  it('begins with a hash of what was there where a record is older than histories', () => {
    const { history: _, ...old } = { ...record, format: 2 as const };
    const now = changed(old, (one) => ({ ...one, explanation: 'x' }), later);
    expect(now.history?.map(({ what, to }) => [what, to])).toEqual([
      ['before', hashOf(old)],
      ['explanation', 'x'],
    ]);
  });

  it('says when the record was closed and opened again; closed it is not changed', () => {
    const shut = closed(named, later);
    expect(shut.closedAt).toBe(later);
    expect(() => changed(shut, (now) => ({ ...now, explanation: 'x' }))).toThrow('closed');
    const open = reopened(shut, '2026-10-11T09:00:00Z');
    expect(open.closedAt).toBeUndefined();
    expect(open.history?.slice(-2).map(({ what }) => what)).toEqual(['closed', 'reopened']);
    expect(changed(open, (now) => ({ ...now, explanation: 'x' })).explanation).toBe('x');
  });

  it('leaves a stub that names nobody when the record is deleted', () => {
    const stub = stubOf(named, later);
    expect(recordSchema.parse(stub)).toEqual(stub);
    expect(stub.history?.[0]?.from).toBe(named.history?.at(-1)?.hash);
    expect(JSON.stringify(stub)).not.toMatch(/ada|guru|Lindqvist|Acme/i);
  });
});
