// Takes observations in: the rows of their facts become what they are with them, and projections learn of it.
import type { Observation } from '../model/observation.ts';
import type { HireflagDatabase } from './database.ts';
import { identityOf } from './identity.ts';
import type { RowChange } from './kept-projection.ts';
import type { KeptProjections } from './kept-projections.ts';
import { merge } from './merge.ts';
import type { Row } from './row.ts';
import type { StoredObservation } from './rows.ts';

/** Facts merged at a time: the browser's own process writes their rows while the next are merged. */
const AT_ONCE = 200;

/**
 * Takes observations into the rows and the projections.
 *
 * @param isUnknown whether nothing is stored of what this observation says, by its identity: of such a one nothing is asked for
 * @returns how many of them were new, and the rows as they are now
 */
export async function take(
  db: HireflagDatabase,
  projections: KeptProjections,
  observations: readonly Observation[],
  isUnknown: (observation: Observation, identity: string) => boolean,
): Promise<{ added: number; rows: StoredObservation[] }> {
  const facts = Map.groupBy(observations, identityOf);
  const asked = [...facts].flatMap(([identity, [one]]) => {
    return isUnknown(one as Observation, identity) ? [] : [{ identity, kind: (one as Observation).kind }];
  });
  const found = await db.rowsOfFacts(asked);
  const rowsOf = new Map(asked.map(({ identity }, i) => [identity, found[i] ?? []]));
  const known = [...facts.keys()].map((identity) => rowsOf.get(identity) ?? []);
  const before = new Map(known.flat().map((row) => [row.identity, row]));
  const now: Row[] = [];
  const written: Promise<number[]>[] = [];
  const seen = [...facts.values()];
  for (let i = 0; i < seen.length; i += AT_ONCE) {
    const rows = seen.slice(i, i + AT_ONCE).flatMap((some, j) => merge(known[i + j] ?? [], some));
    written.push(db.observations.bulkPut(rows as StoredObservation[], { allKeys: true }) as Promise<number[]>);
    now.push(...rows);
  }
  const numbers = (await Promise.all(written)).flat();
  const changes = now.map((row, i): RowChange => {
    return { n: numbers[i] as number, kind: row.kind, before: before.get(row.identity), now: row };
  });
  const left = new Set(now.map(({ identity }) => identity));
  const gone = [...before.values()].filter(({ identity }) => !left.has(identity));
  if (gone.length > 0) await db.observations.bulkDelete(gone.map(({ n }) => n));
  await projections.write([...changes, ...gone.map((row): RowChange => ({ n: row.n, kind: row.kind, before: row }))]);
  const rows = now.map((row, i) => ({ ...row, n: numbers[i] as number }));
  return { added: Math.max(0, now.length - before.size), rows };
}
