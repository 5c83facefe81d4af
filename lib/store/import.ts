// Reads a file of observations, JSON Lines as export.ts writes it, a piece at a time: every line is
// checked before anything is stored, and what is wrong is said with its line. The file may be any file
// at all, of any size.
import { type LogEvent, logKinds, parseLogEvent } from '../model/log-event.ts';
import { type Observation, observationKinds, parseObservation } from '../model/observation.ts';
import { DAY_MS } from '../model/time.ts';
import { type Line, linesOf, type Unreadable } from './lines.ts';

/** More problems than this are counted, not listed. */
const MAX_LISTED = 20;
/** Observations given at a time. */
const BATCH = 500;
/** Nothing of what is read here was there earlier. */
const EARLIEST = Date.UTC(2000, 0, 1);

/** Why a line cannot be used. The words are the view's. */
export type LineProblem =
  | { line: number; what: Unreadable | 'not-json' | 'cut-off' | 'no-observation' }
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

/** What a line of a file holds, or why it cannot be used. */
export type ReadLine = { line: number; at: number } & Said;
type Said = { observation: Observation } | { event: LogEvent } | { problem: LineProblem };

/**
 * What the lines of a file hold, one by one; lines with nothing in them are left out.
 *
 * @param chunks the file's bytes, cut anywhere
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ReadLine> {
  for await (const one of linesOf(chunks)) {
    if ('text' in one.read && one.read.text.trim() === '') continue;
    yield { line: one.line, at: one.at, ...readLine(one) };
  }
}

/**
 * Checks a whole file without keeping any of it.
 *
 * @param chunks the file's bytes, cut anywhere
 * @param progress is told how many bytes are done; returns false to stop, which ends the check there
 */
export async function check(chunks: AsyncIterable<Uint8Array>, progress: (done: number) => boolean): Promise<Checked> {
  const checked: Checked = { lines: 0, observations: 0, problems: [], problemCount: 0 };
  let read = 0;
  for await (const one of readLines(chunks)) {
    checked.lines = one.line;
    if (++read % BATCH === 0 && !progress(one.at)) break;
    if ('problem' in one) {
      checked.problemCount++;
      if (checked.problems.length < MAX_LISTED) checked.problems.push(one.problem);
    } else checked.observations++;
  }
  return checked;
}

/**
 * The observations of a file that was checked, some hundreds at a time, seen no earlier than in 2000 and no later than
 * now. Clocks go wrong, and what was seen in the future would hold against whatever is seen from now on, and never
 * become old.
 *
 * @param now by this machine's clock, ms since 1970
 */
export async function* observationsOf(
  chunks: AsyncIterable<Uint8Array>,
  now = Date.now(),
): AsyncGenerator<{ observations: Observation[]; events: LogEvent[] }> {
  let batch: { observations: Observation[]; events: LogEvent[] } = { observations: [], events: [] };
  for await (const one of readLines(chunks)) {
    if ('problem' in one) throw new Error(`line ${one.line} changed while it was read`);
    if ('event' in one) batch.events.push(one.event);
    else batch.observations.push({ ...one.observation, seenAt: withinBounds(one.observation.seenAt, now) });
    if (batch.observations.length + batch.events.length < BATCH) continue;
    yield batch;
    batch = { observations: [], events: [] };
  }
  if (batch.observations.length + batch.events.length > 0) yield batch;
}

/** The same moment where something may have been seen then, as far as clocks and zones differ; else the nearest. */
export function withinBounds(moment: string, now: number): string {
  const at = Date.parse(moment);
  if (at > now + DAY_MS) return new Date(now).toISOString();
  return at < EARLIEST ? new Date(EARLIEST).toISOString() : moment;
}

function readLine({ line, read, last }: Line): Said {
  if ('unreadable' in read) return { problem: { line, what: read.unreadable } };
  let value: unknown;
  try {
    value = JSON.parse(read.text);
  } catch {
    return { problem: { line, what: last && line > 1 ? 'cut-off' : 'not-json' } };
  }
  if (typeof value !== 'object' || value === null || !('kind' in value) || typeof value.kind !== 'string') {
    return { problem: { line, what: 'no-observation' } };
  }
  if (logKinds.has(value.kind)) {
    const parsed = parseLogEvent(value);
    return 'event' in parsed ? parsed : { problem: { line, what: 'wrong-field', problem: parsed.problem } };
  }
  if (!observationKinds.has(value.kind))
    return { problem: { line, what: 'unknown-kind', kind: value.kind.slice(0, 40) } };
  const parsed = parseObservation(value);
  return 'observation' in parsed ? parsed : { problem: { line, what: 'wrong-field', problem: parsed.problem } };
}
