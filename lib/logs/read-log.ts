// Reads a log file: which format it is of, what it leaves open that only the user can say, and then its sign-ins or
// payments. What cannot be used is said with its line; what says nothing that is wanted is counted.
import { contentOf, type LogEvent, parseLogEvent } from '../model/log-event.ts';
import type { Amounts, Decimals } from './amounts.ts';
import { readAmount } from './amounts.ts';
import { type NoText, NotText } from './decode.ts';
import {
  CellFields,
  columnsOf,
  type Fields,
  fieldAt,
  ObjectFields,
  type Reading,
  type RowFault,
  RowProblem,
} from './fields.ts';
import type { LogFormat, RowRead, Skipped } from './format.ts';
import { formatWith, logFormats } from './registry.ts';
import { type RawRow, rowsOf } from './rows.ts';
import { type DayOrder, readTime, type Times } from './times.ts';

/** Gives the bytes of a file from its beginning, however often. */
export type Open = () => AsyncIterable<Uint8Array>;

/** What the user said of a file. */
export interface Answers {
  days?: DayOrder | undefined;
  decimals?: Decimals | undefined;
}

/** What a file leaves open: some of what it says, and how each can be read. */
export type Question =
  | { ask: 'days'; samples: readonly { text: string; readings: Record<DayOrder, string> }[] }
  | { ask: 'decimals'; samples: readonly { text: string; readings: Record<Decimals, number> }[] };

/** What a file is, before it is read. */
export type Surveyed =
  | { refused: NoText | 'empty' }
  /** With the names of its columns, where it is a table. */
  | { refused: 'unknown-format'; columns: readonly string[] }
  | { format: LogFormat; answers: Answers; questions: readonly Question[] };

/** Rows that are looked at for the beginning of a table: some have a few lines before it. */
const HEAD_ROWS = 20;
/** Rows that tell whether a log of sign-ins writes days in a way that leaves something open. */
const SAMPLE_ROWS = 2_000;

export interface LogProblem {
  line: number;
  what: RowFault;
  field?: string;
}

/** What came of the rows of a file. */
export interface Tally {
  rows: number;
  events: number;
  skipped: Partial<Record<Skipped, number>>;
  /** Rows that are the same as one before, cell by cell. */
  repeated: number;
  problemCount: number;
  /** The first of them. */
  problems: LogProblem[];
}

const MAX_LISTED = 100;
const BATCH = 1_000;

export const noTally = (): Tally => ({ rows: 0, events: 0, skipped: {}, repeated: 0, problemCount: 0, problems: [] });

/** Rows of a file of one format, with their fields. */
type FoundRow = { line: number } & ({ fields: Fields; same: () => string } | { fault: RowFault });

/**
 * Says what a file is and what must be asked before it is read.
 *
 * @param formats those that it may be of, and one alone where the user said which
 */
export async function survey(open: Open, said: Answers = {}, formats = logFormats): Promise<Surveyed> {
  const answers = { ...said };
  try {
    const found = await findFormat(open, formats);
    if ('refused' in found) return found;
    const { format } = found;
    const reading = readingFor(format, answers, true);
    let rows = 0;
    const isEnough = () => {
      const { unsure, seen } = reading.times;
      const isOpen = unsure.length > 0 || seen['day-first'] + seen['month-first'] > 0;
      return rows >= SAMPLE_ROWS && format.gives === 'sign-ins' && (format.days || !isOpen);
    };
    for await (const piece of rowsOfFormat(open(), format, reading)) {
      for (const row of piece.rows) {
        if ('fields' in row) attempt(format, row.fields);
        rows++;
        if (isEnough()) break;
      }
      if (isEnough()) break;
    }
    return {
      format,
      answers: { days: settled(reading.times, reading.times.days), decimals: settledDecimals(reading.amounts) },
      questions: questionsOn(reading),
    };
  } catch (error) {
    if (error instanceof NotText) return { refused: error.why };
    throw error;
  }
}

/**
 * The events of a file, some at a time.
 *
 * @param answers as `survey` gave them, with what the user said to its questions
 * @param seenAt when it is read, ISO 8601
 * @param tally is counted up on the way
 */
export async function* eventsOf(
  open: Open,
  format: LogFormat,
  answers: Answers,
  seenAt: string,
  tally: Tally,
): AsyncGenerator<{ events: LogEvent[]; at: number }> {
  const reading = readingFor(format, answers, false);
  const counts = new Map<string, number>();
  const rowsBefore = new Set<string>();
  let events: LogEvent[] = [];
  for await (const { rows, at } of rowsOfFormat(open(), format, reading)) {
    for (const row of rows) {
      takeRow(row);
      if (events.length < BATCH) continue;
      yield { events, at };
      events = [];
    }
    // So that it is seen how far it is where nothing is wanted of a long stretch.
    yield { events, at };
    events = [];
  }

  function takeRow(row: FoundRow): void {
    tally.rows++;
    if ('fault' in row) {
      note(tally, { line: row.line, what: row.fault });
      return;
    }
    const read = attempt(format, row.fields);
    if (read instanceof RowProblem) {
      note(tally, { line: row.line, what: read.what, ...(read.field !== undefined && { field: read.field }) });
    } else if ('skipped' in read) tally.skipped[read.skipped] = (tally.skipped[read.skipped] ?? 0) + 1;
    else if ('payment' in read) {
      const same = row.same();
      if (rowsBefore.has(same)) tally.repeated++;
      else {
        rowsBefore.add(same);
        take({ kind: 'payment', site: format.id, seenAt, ...read.payment }, row.line);
      }
    } else for (const signIn of read.signIns) take({ kind: 'sign-in', site: format.id, seenAt, ...signIn }, row.line);
  }

  function take(said: object, line: number): void {
    const parsed = parseLogEvent(said);
    if ('problem' in parsed) {
      note(tally, { line, what: 'wrong-field', field: parsed.problem });
      return;
    }
    const { event } = parsed;
    // Mail addresses are one however they are written.
    if (event.account.includes('@')) event.account = event.account.toLowerCase();
    if (event.kind === 'payment') {
      const content = contentOf(event);
      const nth = (counts.get(content) ?? 0) + 1;
      counts.set(content, nth);
      if (nth > 1) event.nth = nth;
    }
    events.push(event);
    tally.events++;
  }
}

function note(tally: Tally, problem: LogProblem): void {
  tally.problemCount++;
  if (tally.problems.length < MAX_LISTED) tally.problems.push(problem);
}

function attempt(format: LogFormat, fields: Fields): RowRead | RowProblem {
  try {
    return format.read(fields);
  } catch (error) {
    if (error instanceof RowProblem) return error;
    throw error;
  }
}

function readingFor(
  format: LogFormat,
  { days, decimals }: Answers,
  isTrial: boolean,
): Reading & { times: Times; amounts: Amounts } {
  return {
    times: {
      days: format.days ?? days,
      isUtc: format.isUtc ?? false,
      isTrial,
      seen: { 'month-first': 0, 'day-first': 0 },
      unsure: [],
    },
    amounts: { decimals, seen: { point: 0, comma: 0 }, unsure: [] },
  };
}

/** The only way that is left to read all of a file's days. */
function settled({ seen }: Times, known: DayOrder | undefined): DayOrder | undefined {
  if (known) return known;
  if (seen['day-first'] > 0 === seen['month-first'] > 0) return undefined;
  return seen['day-first'] > 0 ? 'day-first' : 'month-first';
}

function settledDecimals({ decimals, seen }: Amounts): Decimals | undefined {
  if (decimals) return decimals;
  if (seen.point > 0 === seen.comma > 0) return undefined;
  return seen.point > 0 ? 'point' : 'comma';
}

function questionsOn({ times, amounts }: Reading): Question[] {
  const questions: Question[] = [];
  const areDaysOpen =
    settled(times, times.days) === undefined && (times.unsure.length > 0 || times.seen['day-first'] > 0);
  if (areDaysOpen) {
    const as = (text: string, days: DayOrder) =>
      readTime(text, { ...times, isUtc: true, days, seen: { ...times.seen }, unsure: [] }) ?? '';
    const samples = times.unsure.map((text) => ({
      text,
      readings: { 'month-first': as(text, 'month-first'), 'day-first': as(text, 'day-first') },
    }));
    questions.push({ ask: 'days', samples });
  }
  const areAmountsOpen =
    settledDecimals(amounts) === undefined && (amounts.unsure.length > 0 || amounts.seen.comma > 0);
  if (areAmountsOpen) {
    const as = (text: string, decimals: Decimals) =>
      readAmount(text, { decimals, seen: { ...amounts.seen }, unsure: [] }) ?? Number.NaN;
    const samples = amounts.unsure.map((text) => ({
      text,
      readings: { point: as(text, 'point'), comma: as(text, 'comma') },
    }));
    questions.push({ ask: 'decimals', samples });
  }
  return questions;
}

/** The format of a file by its first rows. */
async function findFormat(open: Open, formats: readonly LogFormat[]): Promise<Surveyed | { format: LogFormat }> {
  let columns: readonly string[] | undefined;
  let rows = 0;
  for await (const piece of rowsOf(open())) {
    for (const row of piece.rows) {
      if (++rows > HEAD_ROWS) break;
      if ('object' in row) {
        const format = formatWith((name) => fieldAt(row.object, name) !== undefined, formats);
        if (format) return { format };
      } else if ('cells' in row) {
        columns ??= row.cells.map((cell) => cell.trim().slice(0, 200));
        const names = columnsOf(row.cells);
        const format = formatWith((name) => names.has(name), formats);
        if (format) return { format };
      }
    }
    if (rows > HEAD_ROWS) break;
  }
  return rows === 0 ? { refused: 'empty' } : { refused: 'unknown-format', columns: columns ?? [] };
}

async function* rowsOfFormat(
  chunks: AsyncIterable<Uint8Array>,
  format: LogFormat,
  reading: Reading,
): AsyncGenerator<{ rows: Iterable<FoundRow>; at: number }> {
  let columns: Map<string, number> | undefined;
  let heading = '';
  let firstCell = '';
  /** Cells of the shortest row so far. */
  let shortest = 0;
  for await (const { rows, at } of rowsOf(chunks)) yield { rows: found(rows), at };

  function* found(rows: Iterable<RawRow>): Generator<FoundRow> {
    for (const row of rows) {
      const { line } = row;
      if ('fault' in row) yield { line, fault: row.fault };
      else if ('object' in row) {
        yield { line, fields: new ObjectFields(row.object, reading), same: () => JSON.stringify(row.object) };
      } else {
        const head = columns ? undefined : headingOf(row, format);
        // A table's heading stands again where files were put together.
        const isHeading = head !== undefined || (row.cells[0] === firstCell && row.cells.join('\n') === heading);
        if (head) {
          columns = head;
          heading = row.cells.join('\n');
          firstCell = heading.split('\n', 1)[0] as string;
          shortest = row.cells.length;
        }
        if (columns && !isHeading) {
          // The file ends in the middle of a row: half an amount is an amount, too.
          if (row.isOpen && row.cells.length < shortest) yield { line, fault: 'cut-off' };
          else {
            yield { line, fields: new CellFields(columns, row.cells, reading), same: () => row.cells.join('\n') };
            shortest = Math.min(shortest, row.cells.length);
          }
        }
      }
    }
  }
}

function headingOf(row: RawRow & { cells: readonly string[] }, format: LogFormat): Map<string, number> | undefined {
  const columns = columnsOf(row.cells);
  return format.marks.some((mark) => mark.every((name) => columns.has(name))) ? columns : undefined;
}
