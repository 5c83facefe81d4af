// @vitest-environment happy-dom
// A record from a file holds whatever a stranger wrote into it, within the schema: it is shown as text, on
// the screen and on paper, and nothing in it keeps the page from being drawn.
import fc from 'fast-check';
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { FoundCopy } from '../../components/record/FoundCopy.tsx';
import { RecordList } from '../../components/record/RecordList.tsx';
import { type Assessment, assessmentSchema } from '../../lib/model/assessment.ts';
import { openRecord } from '../../lib/record/changes.ts';
import { type Copy, recordSchema } from '../../lib/record/record.ts';

const words = fc.oneof(
  fc.constantFrom('', 'x', 'guru:ada', ':', '2026-13-45', '2026-03/2026-02', '<b>x</b>', '{count}', 'reused-template'),
  fc.string({ maxLength: 12 }),
);
const figure = fc.oneof(fc.constantFrom(0, -1, 1e308, 0.5), fc.double({ noNaN: true, noDefaultInfinity: true }));
const datum = fc.oneof(
  words,
  figure,
  fc.record({ time: words }),
  fc.record({ accounts: fc.array(words, { maxLength: 7 }) }),
  fc.record({ seconds: figure }),
  fc.record({ percent: figure }),
);
const data = fc.dictionary(fc.oneof(fc.constantFrom('others', 'projects', 'bids', 'side', 'words'), words), datum, {
  maxKeys: 6,
});
const message = fc.record({
  message: fc.constantFrom('acrossBids', 'clients', 'seen', 'verbatim', 'toString', 'x'),
  data,
});
const flag = fc.constantFrom('reused-template', 'rating-ring', 'mass-bidding', 'gone', 'constructor', '__proto__');
const place = { site: words, account: words, project: words, projectTitle: words, url: words, seenAt: words };
const parts = fc.array(fc.record({ same: fc.boolean(), text: words }), { maxLength: 3 });
const rows = fc.array(fc.record({ label: words, data, value: fc.oneof(message, datum) }), { maxLength: 3 });
const evidence = fc.oneof(
  fc.record({
    kind: fc.constant('template'),
    template: parts,
    uses: fc.array(fc.record({ ...place, parts }), { maxLength: 3 }),
    useCount: figure,
    accountCount: figure,
    projectCount: figure,
    sharedWords: figure,
    share: figure,
    firstSeen: words,
    lastSeen: words,
    comparedBids: figure,
    comparedAccounts: figure,
  }),
  fc.record({ kind: fc.constant('counts'), rows }),
  fc.record({
    kind: fc.constant('ring'),
    clients: fc.array(words, { maxLength: 2 }),
    developers: fc.array(words, { maxLength: 2 }),
    shares: fc.array(fc.record({ account: words, inside: figure, total: figure }), { maxLength: 3 }),
    from: words,
    to: words,
    ratings: fc.array(fc.record({ from: words, to: words, value: figure, outOf: figure, at: words }), { maxLength: 3 }),
    rows,
  }),
);
const finding = fc.record({
  flag,
  key: words,
  topic: words,
  site: words,
  account: words,
  clauses: fc.array(words, { maxLength: 2 }),
  strength: fc.constantFrom('weak', 'moderate', 'strong'),
  chance: figure,
  with: fc.array(words, { maxLength: 2 }),
  message: fc.constantFrom('acrossBids', 'clients', 'seen', 'verbatim', 'x'),
  data,
  notes: fc.array(message, { maxLength: 2 }),
  evidence: fc.array(evidence, { maxLength: 2 }),
});
const assessment = fc.record({
  site: words,
  account: words,
  level: fc.constantFrom('not-enough-seen', 'no-flags', 'worth-a-question', 'look-closer'),
  coverage: fc.record({ bids: figure, projects: figure, reviews: figure, profiles: figure, messages: figure }),
  checks: fc.array(
    fc.record({ flag, result: fc.constantFrom('found', 'clear', 'too-little'), message: fc.constant('clear'), data }),
    { maxLength: 3 },
  ),
  findings: fc.array(finding, { maxLength: 3 }),
});

describe('a record from elsewhere', () => {
  it('is drawn whatever it holds, and as text', () => {
    let drawn = 0;
    fc.assert(
      fc.property(assessment, words, (found, account) => {
        const parsed = z.safeParse(assessmentSchema, JSON.parse(JSON.stringify(found)));
        if (!parsed.success) return;
        const record = openRecord('1', {
          assessment: parsed.data as Assessment,
          at: '2026-10-05T08:00:00Z',
          version: '0.2.0',
        });
        const whole = z.safeParse(recordSchema, { ...record, account });
        if (!whole.success) return;
        drawn++;
        const root = document.createElement('div');
        render(<FoundCopy copy={whole.data.copies[0] as Copy} />, root);
        expect(root.querySelector('b')).toBeNull();
        render(<RecordList records={[whole.data]} />, root);
        expect(root.querySelector('b')).toBeNull();
        render(null, root);
      }),
      { numRuns: 150 },
    );
    expect(drawn).toBeGreaterThan(100);
  });
});
