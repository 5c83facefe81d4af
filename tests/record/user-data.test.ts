import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Decision } from '../../lib/model/decision.ts';
import { openRecord } from '../../lib/record/changes.ts';
import { exportedRecord, exportRecord } from '../../lib/record/export.ts';
import type { DueDiligence } from '../../lib/record/record.ts';
import { addNotes, exportNotes, NOTES_BEGIN, readNotes } from '../../lib/record/user-data.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { Decisions } from '../../lib/store/decisions.ts';
import { Records } from '../../lib/store/records.ts';

const coverage = { bids: 3, projects: 2, reviews: 0, profiles: 1, messages: 0 };
const record = (account: string, more: Partial<DueDiligence> = {}): DueDiligence => ({
  ...openRecord(`record of ${account}`, {
    assessment: { site: 'guru', account, level: 'no-flags', coverage, checks: [], findings: [] },
    at: '2026-10-05T08:00:00Z',
    version: '0.1.0',
  }),
  ...more,
});
const fine = (account: string, at: string, reason = ''): Decision => ({
  kind: 'fine',
  account: `guru:${account}`,
  at,
  reason,
  known: [],
});
const same: Decision = { kind: 'same-person', account: 'guru:ada', other: 'guru:ben', at: '2026-10-02T08:00:00Z' };

let [here, there]: HireflagDatabase[] = [];
beforeEach(() => {
  here = new HireflagDatabase('notes-here');
  there = new HireflagDatabase('notes-there');
});
afterEach(async () => {
  here?.close();
  there?.close();
  await Dexie.delete('notes-here');
  await Dexie.delete('notes-there');
});
const [decisions, records] = [
  (db = here) => new Decisions(db as HireflagDatabase),
  (db = here) => new Records<DueDiligence>(db as HireflagDatabase),
];
const read = async (text: string) => {
  const notes = await readNotes(text);
  if ('problems' in notes) throw new Error(JSON.stringify(notes.problems));
  return notes;
};
const problemsOf = async (text: string) => {
  const notes = await readNotes(text);
  return 'problems' in notes ? notes.problems : [];
};

describe('notes as a file', () => {
  it('are the same on another machine, and nothing is added twice', async () => {
    await decisions().add(fine('ada', '2026-10-01T08:00:00Z', 'Spoke by video.'));
    await decisions().add(same);
    await records().put(record('ada', { explanation: 'Line one\nline two' }));
    await records().put(record('ben'));
    const { lines, notes } = await exportNotes(here as HireflagDatabase);
    expect([notes.decisions.length, notes.records.length]).toEqual([2, 2]);
    expect(lines).toMatch(NOTES_BEGIN);
    expect(await addNotes(there as HireflagDatabase, await read(lines))).toEqual({ added: 4 });
    expect(await addNotes(there as HireflagDatabase, await read(lines))).toEqual({ added: 0 });
    expect((await exportNotes(there as HireflagDatabase)).lines).toBe(lines);
  });

  it('of two versions keep the later, whichever is imported', async () => {
    const [early, late] = ['2026-10-06T08:00:00Z', '2026-10-07T08:00:00Z'];
    await records().put(record('ada', { changedAt: late, explanation: 'late' }));
    await decisions().add(fine('ada', early, 'early'));
    const notes = { decisions: [fine('ada', late, 'late')], records: [record('ada', { changedAt: early })] };
    expect(await addNotes(here as HireflagDatabase, notes)).toEqual({ added: 1 });
    expect((await records().get('record of ada'))?.explanation).toBe('late');
    expect((await decisions().of(['guru:ada'])).get('guru:ada')).toMatchObject([{ reason: 'late' }]);
  });

  it('may be one record that was saved by itself, over many lines', async () => {
    const text = await exportRecord(record('ada'));
    expect(text.split('\n').length).toBeGreaterThan(20);
    expect(text).toMatch(NOTES_BEGIN);
    expect(await read(text)).toEqual({ decisions: [], records: [record('ada')] });
    expect(await read(`\ufeff${text}`)).toMatchObject({ records: [{ account: 'guru:ada' }] });
  });

  it('know a record that was changed since it was saved', async () => {
    const text = await exportRecord(record('ada'));
    const changed = text.replace('"explanation": ""', '"explanation": "All fine."');
    expect(await problemsOf(changed)).toEqual([{ line: 1, what: 'changed-record' }]);
  });

  it('that are broken are refused with their lines, and nothing of them is stored', async () => {
    await decisions().add(same);
    await records().put(record('ada'));
    const { lines } = await exportNotes(here as HireflagDatabase);
    expect(await problemsOf(lines.slice(0, -20))).toEqual([{ line: 2, what: 'cut-off' }]);
    expect(await problemsOf(lines.replace('due-diligence record', 'shopping list'))).toEqual([
      { line: 2, what: 'no-note' },
    ]);
    expect(await problemsOf(`${lines}{"what":1}}\n`)).toEqual([{ line: 3, what: 'not-json' }]);
    expect(await problemsOf(lines.replace('"same-person"', '"friends"'))).toMatchObject([
      { line: 1, what: 'wrong-field', problem: expect.stringContaining('kind') },
    ]);
    expect(await problemsOf(lines.replace('"format":3', '"format":4'))).toEqual([
      { line: 2, what: 'unknown-kind', kind: 'record 4' },
    ]);
    // Whoever changes the history and the hash over the whole, but not the chain within, is found out too.
    const forged = { ...record('ada'), history: [{ ...record('ada').history?.[0], to: 'look-closer' }] };
    const whole = JSON.stringify(exportedRecord(forged as DueDiligence));
    expect(await problemsOf(whole)).toEqual([{ line: 1, what: 'changed-record' }]);
    const alone = await exportRecord(record('ada'));
    const half = alone.slice(0, alone.length / 2);
    expect(await problemsOf(half)).toEqual([{ line: half.split('\n').length, what: 'cut-off' }]);
  });

  it.each(['', '[]', 'null', '3', '"what"', '{}', '{"what":"Hireflag decision"}', `${'['.repeat(50_000)}`])(
    'may be any text at all: %.40j',
    async (text) => {
      expect(await problemsOf(text)).not.toEqual([]);
    },
  );
});
