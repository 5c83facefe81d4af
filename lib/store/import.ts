// Reads a file of observations, JSON Lines as export.ts writes it, a piece at a time: every line is
// checked before anything is stored, and what is wrong is said with its line. The file may be any file
// at all, of any size.
import { type Observation, parseObservation } from '../model/observation.ts';

/** A line longer than this is none of ours: a whole profile at its largest is shorter. UTF-16 code units. */
const MAX_LINE = 8_000_000;
/** More problems than this are counted, not listed. */
const MAX_LISTED = 20;
/** Observations given at a time. */
const BATCH = 500;

const kinds = ['project', 'bid', 'profile', 'review', 'page', 'message'];

/** Why a line cannot be used. The words are the view's. */
export type LineProblem =
  | { line: number; what: 'not-json' | 'cut-off' | 'too-long' | 'no-observation' }
  /** Of a file of notes: a line that is none, and a record that was changed since it was saved. */
  | { line: number; what: 'no-note' | 'changed-record' }
  /** A kind of observation that this version does not know: the file is from a newer one. */
  | { line: number; what: 'unknown-kind'; kind: string }
  | { line: number; what: 'wrong-field'; problem: string };

export interface Checked {
  lines: number;
  observations: number;
  /** The first of them; `problemCount` says how many there are. */
  problems: LineProblem[];
  problemCount: number;
}

/**
 * Checks a whole file without keeping any of it.
 *
 * @param chunks the file's text, cut anywhere
 * @param progress is told how many characters are done; returns false to stop, which ends the check there
 */
export async function check(chunks: AsyncIterable<string>, progress: (done: number) => boolean): Promise<Checked> {
  const checked: Checked = { lines: 0, observations: 0, problems: [], problemCount: 0 };
  for await (const { line, text, last, at } of linesOf(chunks)) {
    checked.lines = line;
    if (line % BATCH === 0 && !progress(at)) break;
    if (text?.trim() === '') continue;
    const read = text === undefined ? ({ line, what: 'too-long' } as const) : readLine(text, line, last);
    if ('what' in read) {
      checked.problemCount++;
      if (checked.problems.length < MAX_LISTED) checked.problems.push(read);
    } else checked.observations++;
  }
  return checked;
}

/** The observations of a file that was checked, some hundreds at a time. */
export async function* observationsOf(chunks: AsyncIterable<string>): AsyncGenerator<Observation[]> {
  let batch: Observation[] = [];
  for await (const { line, text, last } of linesOf(chunks)) {
    if (text === undefined || text.trim() === '') continue;
    const read = readLine(text, line, last);
    if ('what' in read) throw new Error(`line ${line} changed while it was read`);
    batch.push(read.observation);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function readLine(text: string, line: number, last: boolean): { observation: Observation } | LineProblem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { line, what: last && line > 1 ? 'cut-off' : 'not-json' };
  }
  if (typeof value !== 'object' || value === null || !('kind' in value) || typeof value.kind !== 'string') {
    return { line, what: 'no-observation' };
  }
  if (!kinds.includes(value.kind)) return { line, what: 'unknown-kind', kind: value.kind.slice(0, 40) };
  const parsed = parseObservation(value);
  return 'observation' in parsed ? parsed : { line, what: 'wrong-field', problem: parsed.problem };
}

interface Line {
  line: number;
  /** Absent when it is longer than any of ours. */
  text?: string;
  /** True for a line that the end of the file ended, and no line break. */
  last: boolean;
  /** Characters up to and with it. */
  at: number;
}

/** The lines of a text that comes in pieces; never holds more than a piece and a line at its largest. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<Line> {
  let line = 0;
  let at = 0;
  let open: string[] = [];
  let length = 0;
  const close = (last: boolean): Line => {
    line++;
    at += length + 1;
    let text = length > MAX_LINE ? undefined : open.join('');
    if (line === 1 && text?.startsWith('\ufeff')) text = text.slice(1);
    open = [];
    length = 0;
    return { line, last, at, ...(text !== undefined && { text }) };
  };
  const hold = (piece: string) => {
    length += piece.length;
    if (length <= MAX_LINE) open.push(piece);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      hold(chunk.slice(from, end));
      from = end + 1;
      yield close(false);
    }
    hold(chunk.slice(from));
  }
  if (length > 0) yield close(true);
}
