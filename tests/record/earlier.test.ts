// A record that version 0.1 wrote: its hash stays true, it is shown as it was, and it goes on from there.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sentence, valueText } from '../../lib/i18n/sentences.ts';
import { addCopy } from '../../lib/record/changes.ts';
import { exportedRecord } from '../../lib/record/export.ts';
import { type DueDiligence, foundIn, recordSchema } from '../../lib/record/record.ts';
import { byUrgency } from '../../lib/record/urgent.ts';
import { type Notes, readNotes } from '../../lib/record/user-data.ts';
import { findingOf } from '../finding-of.ts';

/** A decision and a record, written by the released code. */
const file = readFileSync('tests/record/notes-of-0.1.jsonl', 'utf8');

async function notes(): Promise<Notes> {
  const read = await readNotes(file);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read;
}
const record = async () => (await notes()).records[0] as DueDiligence;

describe('a record of version 0.1', () => {
  it('is read, its hash found true, and written again to the byte', async () => {
    expect(file.split('\n')[1]).toBe(JSON.stringify(await exportedRecord(await record())));
  });

  it('comes with decisions that know flags without keys', async () => {
    const { decisions } = await notes();
    expect(decisions).toMatchObject([
      { kind: 'fine', known: [{ flag: 'reused-template', strength: 'strong' }, {}, {}] },
    ]);
  });

  it('that was changed is refused', async () => {
    const changed = file.replace('are built from one text', 'are not built from one text');
    expect(await readNotes(changed)).toEqual({ problems: [{ line: 2, what: 'changed-record' }] });
  });

  it('shows what was found in the words it was written in, in any language', async () => {
    const [copy] = (await record()).copies;
    if (!copy) throw new Error('no copy');
    const { level, checks, findings } = foundIn(copy);
    expect([level, checks]).toEqual(['look-closer', []]);
    expect(findings.map(({ flag, message, data }) => sentence(flag, message, data, 'es'))).toEqual([
      'This bid and bids from 1 other account on 2 projects are built from one text.',
      'By the marketplace’s own figures this account placed 1,400 bids and won 1; of 100 ordinary bidders with as many bids, fewer than 1 would look like this.',
      '3 clients gave high ratings to the same 4 developers within 5 days; 3 of the 3 ratings this account has are among them.',
    ]);
    const rows = findings.flatMap(({ flag, evidence }) =>
      evidence.flatMap((one) => ('rows' in one ? one.rows.map((row) => ({ flag, row })) : [])),
    );
    const shown = rows.map(({ flag, row }) => `${sentence(flag, row.label, row.data)}: ${valueText(flag, row.value)}`);
    expect(shown).toContain('The marketplace’s own figures: 1,400 bids, 1 won');
    expect(shown).toContain('Clients and developers: 3 and 4');
    expect(byUrgency(findings)[0]?.because).toEqual(['reused-template', 'mass-bidding']);
  });

  it('takes new copies beside the old one', async () => {
    const old = await record();
    const now = {
      site: 'guru',
      account: 'ada',
      level: 'look-closer' as const,
      coverage: { bids: 5, projects: 5, reviews: 0, profiles: 1, messages: 0 },
      checks: [],
      findings: [findingOf({ flag: 'reused-template' })],
    };
    const grown = addCopy(old, { assessment: now, at: '2026-04-01T09:00:00Z', version: '0.2.0' });
    expect(grown.format).toBe(3);
    expect(grown.copies.map((copy) => 'checks' in copy.assessment)).toEqual([false, true]);
    expect(recordSchema.parse(grown)).toEqual(grown);
    expect(foundIn(grown.copies[1] as DueDiligence['copies'][number])).toEqual(now);
  });
});
