// Writes everything that was seen as JSON Lines: one observation a line, as the command line reads and writes them.
// A store that imports the file holds the same rows, to the byte: each value has a line for its first and one for
// its last sighting, and values that were seen together share their lines. So a row that was seen once is one line,
// and one that was seen to say the same again is two.

import type { Observation } from '../model/observation.ts';
import type { Time } from '../model/time.ts';
import { allRows, type HireflagDatabase } from './database.ts';
import { type FactState, observationOf, placesOf } from './fact-state.ts';
import { fixedOf, timesOf } from './grouped-rows.ts';
import { allLogEvents } from './logs.ts';
import { type Row, stateOfRow } from './row.ts';
import { compareMoments } from './seen-values.ts';

/** Everything stored, a piece of the file at a time, with how many rows are done so far. */
export async function* exported(db: HireflagDatabase): AsyncGenerator<{ lines: string; rows: number }> {
  let done = 0;
  for await (const rows of allRows(db)) {
    done += rows.length;
    const lines = rows.flatMap(observationsOfRow).map((observation) => `${JSON.stringify(observation)}\n`);
    yield { lines: lines.join(''), rows: done };
  }
  for await (const events of allLogEvents(db)) {
    done += events.length;
    yield { lines: events.map((event) => `${JSON.stringify(event)}\n`).join(''), rows: done };
  }
}

/** The observations that make a row, oldest first. */
export function observationsOfRow(row: Row): Observation[] {
  const { kind, body, firstSeenAt: first, lastSeenAt: last } = row;
  if (body.kind === 'page') {
    const { kind, site, url, page, read } = body;
    const before: Observation = { kind, site, seenAt: first, ...(url !== undefined && { url }), page, read };
    return first === last ? [body] : [before, body];
  }
  const state = stateOfRow(row);
  const times = timesOf(row).map(([path, time]): [string, Time] => [path, asExact(time)]);
  const fixed = fixedOf(row);
  const lines = new Lines(first, last);
  for (const time of times) lines.say(last, ...time);
  for (const { path, field } of placesOf(kind)) {
    if (fixed.has(path) || times[0]?.[0] === path) continue;
    for (const { value, ...seen } of state.values.get(path) ?? []) {
      if (field.keep !== 'last' && seen.first !== seen.last) lines.say(seen.first, path, value);
      lines.say(seen.last, path, value);
    }
  }
  const always = new Map([...fixed, ...times.slice(0, 1)]);
  return lines
    .all()
    .map(([at, said]) => observationOf(body, at, state.identity, new Map([...always, ...roleAt(state, at), ...said])));
}

/**
 * A moment with milliseconds in a spelling that version 0.1 never used: in its own one, whoever reads the line might
 * take it for "an hour ago" where the line happens to be of the same second an hour later (legacy-time.ts).
 */
function asExact(time: Time): Time {
  return time.replace(/^(.{19}\.\d{3})Z$/, '$1+00:00');
}

/** A profile says in every line which role it was seen in then. */
function roleAt({ values }: FactState, at: string): [string, unknown][] {
  const role = values
    .get('role')
    ?.find(({ first, last }) => compareMoments(first, at) <= 0 && compareMoments(at, last) <= 0);
  return role ? [['role', role.value]] : [];
}

/** What the lines say, by the path of the field, and when. */
class Lines {
  readonly #lines = new Map<string, Map<string, unknown>[]>();

  /** With a line for each of these moments, even where it says nothing. */
  constructor(...moments: string[]) {
    for (const at of moments) this.#lines.set(at, [new Map()]);
  }

  /** Says something in the first line of a moment that has not said anything of this field. */
  say(at: string, path: string, value: unknown): void {
    const lines = this.#lines.get(at) ?? [];
    const open = lines.find((line) => !line.has(path));
    if (open) open.set(path, value);
    else this.#lines.set(at, [...lines, new Map([[path, value]])]);
  }

  all(): [at: string, said: ReadonlyMap<string, unknown>][] {
    const moments = [...this.#lines].sort(([a], [b]) => compareMoments(a, b));
    return moments.flatMap(([at, lines]) => lines.map((said): [string, Map<string, unknown>] => [at, said]));
  }
}
