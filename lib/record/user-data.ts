// What the user wrote themselves as a file: decisions about accounts and due-diligence records, one a line. It
// goes another way than what was seen, so that either can be given away without the other. A record that was
// saved by itself is read as well. A record that was changed outside of Hireflag is refused: its hash shows it.
import * as z from 'zod/mini';
import { type Decision, decisionSchema } from '../model/decision.ts';
import type { HireflagDatabase } from '../store/database.ts';
import { Decisions } from '../store/decisions.ts';
import { type LineProblem, withinBounds } from '../store/import.ts';
import { Records } from '../store/records.ts';
import { type ExportedRecord, exportedRecord, hashOf } from './export.ts';
import { isWhole } from './history.ts';
import { type DueDiligence, FORMAT, recordSchema } from './record.ts';

const DECISION = 'Hireflag decision';
const RECORD: ExportedRecord['what'] = 'Hireflag due-diligence record';

/** A file that begins so is one of notes, and not one of observations. */
export const NOTES_BEGIN = /^\ufeff?\s*\{\s*"what"\s*:/;

export interface Notes {
  decisions: Decision[];
  records: DueDiligence[];
}

/** The lines of a file of everything the user wrote. */
export async function exportNotes(db: HireflagDatabase): Promise<{ lines: string; notes: Notes }> {
  const decisions = (await db.decisions.toArray()).map(({ id: _, ...decision }) => decision as Decision);
  const records = await new Records<DueDiligence>(db).all();
  const lines = [...decisions.map((decision) => ({ what: DECISION, decision })), ...records.map(exportedRecord)];
  return { lines: lines.map((line) => `${JSON.stringify(line)}\n`).join(''), notes: { decisions, records } };
}

/**
 * Reads a file of notes.
 *
 * @param text of a file of notes, or of one record saved by itself
 * @returns all of it, or with its lines what is wrong with it
 */
export function readNotes(text: string): Notes | { problems: LineProblem[] } {
  const notes: Notes = { decisions: [], records: [] };
  const problems: LineProblem[] = [];
  for (const { line, value } of values(text)) {
    const read =
      value === undefined
        ? ({ line, what: isCut(text, line) ? 'cut-off' : 'not-json' } as const)
        : readOne(value, line);
    if ('problem' in read || 'what' in read) problems.push(read);
    else if ('record' in read) notes.records.push(read.record);
    else notes.decisions.push(read.decision);
  }
  return problems.length > 0 ? { problems } : notes;
}

/** What a file holds: the whole of it as one value, or one a line; undefined for what is not JSON. */
function values(text: string): { line: number; value: unknown }[] {
  const bare = text.replace(/^\ufeff/, '');
  const whole = parsed(bare);
  if (whole !== undefined) return [{ line: 1, value: whole }];
  const lines = bare.split(/\r\n?|\n/);
  // A record saved by itself goes over many lines, so that if it is damaged no line of it is whole.
  if (parsed(lines[0] ?? '') === undefined) return [{ line: lines.length, value: undefined }];
  return lines.flatMap((one, i) => (one.trim() === '' ? [] : [{ line: i + 1, value: parsed(one) }]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isCut = (text: string, line: number) => line === text.split('\n').length && !text.trimEnd().endsWith('}');

type Read = { record: DueDiligence } | { decision: Decision } | LineProblem;

function readOne(value: unknown, line: number): Read {
  const { what, decision, record, sha256 } = (value ?? {}) as Partial<ExportedRecord> & { decision?: unknown };
  if (what === (DECISION as string)) {
    const read = z.safeParse(decisionSchema, decision);
    return read.success
      ? { decision: { ...read.data, at: withinBounds(read.data.at, Date.now()) } }
      : wrong(line, read.error.issues);
  }
  if (what !== RECORD) return { line, what: 'no-note' };
  const { format } = (record ?? {}) as { format?: unknown };
  if (typeof format === 'number' && format > FORMAT) return { line, what: 'unknown-kind', kind: `record ${format}` };
  const read = recordSchema.safeParse(record);
  if (!read.success) return wrong(line, read.error.issues);
  const isUnchanged = sha256 === hashOf(read.data) && isWhole(read.data.history ?? []);
  return isUnchanged ? { record: read.data } : { line, what: 'changed-record' };
}

function wrong(line: number, issues: readonly { path: PropertyKey[]; message: string }[]): LineProblem {
  const [first] = issues;
  return { line, what: 'wrong-field', problem: `${first?.path.join('.')}: ${first?.message}`.slice(0, 200) };
}

/**
 * Adds notes to those that are here. What is known already is not added twice; of two versions of one note the
 * later stays. All of it is stored or, should the database refuse, none.
 *
 * @returns how many were added or took the place of an older version
 */
export function addNotes(db: HireflagDatabase, { decisions, records }: Notes): Promise<{ added: number }> {
  return db.transaction('rw', db.decisions, db.records, async () => {
    let added = 0;
    const [kept, table] = [new Records<DueDiligence>(db), new Decisions(db)];
    for (const record of records) {
      const known = await kept.get(record.id);
      if (known && known.changedAt >= record.changedAt) continue;
      await kept.put(record);
      added++;
    }
    for (const decision of decisions) if (await table.addIfLater(decision)) added++;
    return { added };
  });
}
