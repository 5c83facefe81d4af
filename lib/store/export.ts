// Writes everything that was seen as JSON Lines: one observation a line, as the command line reads and
// writes them. Importing the file into an empty store gives the same rows: when a thing was first seen
// and what was said before it changed stand on lines of their own, oldest first.

import type { Observation } from '../model/observation.ts';
import { allRows, type HireflagDatabase } from './database.ts';
import type { StoredObservation } from './rows.ts';

/** Everything stored, a piece of the file at a time, with how many rows are done so far. */
export async function* exported(db: HireflagDatabase): AsyncGenerator<{ lines: string; rows: number }> {
  let done = 0;
  for await (const rows of allRows(db)) {
    done += rows.length;
    const lines = rows.flatMap(statements).map((observation) => `${JSON.stringify(observation)}\n`);
    yield { lines: lines.join(''), rows: done };
  }
}

/** The observations that make a row, oldest first. */
export function statements({ body, firstSeenAt, lastSeenAt, earlier = [] }: StoredObservation): Observation[] {
  const first = { ...(earlier[0] ?? body), seenAt: firstSeenAt };
  const said = [...earlier, { ...body, seenAt: lastSeenAt }];
  return firstSeenAt < (said[0] as Observation).seenAt ? [bare(first), ...said] : said;
}

/** No more of an observation than makes it the same fact, where that says less than the whole. */
function bare(o: Observation): Observation {
  const { site, seenAt } = o;
  switch (o.kind) {
    case 'project':
      return { kind: o.kind, site, seenAt, project: o.project };
    case 'bid':
      return { kind: o.kind, site, seenAt, project: o.project, account: o.account };
    case 'profile':
      return { kind: o.kind, site, seenAt, account: o.account, role: o.role };
    default:
      return o;
  }
}
