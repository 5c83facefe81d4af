// Takes observations in: the rows of their facts become what they are with them, and projections learn of it.
import type { Observation } from '../model/observation.ts';
import type { HireflagDatabase } from './database.ts';
import { identityOf } from './identity.ts';
import type { RowChange } from './kept-projection.ts';
import type { KeptProjections } from './kept-projections.ts';
import { merge } from './merge.ts';
import type { StoredObservation } from './rows.ts';

/**
 * Takes observations into the rows and the projections.
 *
 * @returns how many of them were new
 */
export async function take(
  db: HireflagDatabase,
  projections: KeptProjections,
  observations: readonly Observation[],
): Promise<number> {
  const facts = Map.groupBy(observations, identityOf);
  const known = await db.rowsOfFacts(
    [...facts].map(([identity, [one]]) => ({ identity, kind: (one as Observation).kind })),
  );
  const before = new Map(known.flat().map((row) => [row.identity, row]));
  const now = [...facts.values()].flatMap((seen, i) => merge(known[i] ?? [], seen));
  const numbers = await db.observations.bulkPut(now as StoredObservation[], { allKeys: true });
  const changes = now.map((row, i): RowChange => {
    return { n: numbers[i] as number, kind: row.kind, before: before.get(row.identity), now: row };
  });
  const left = new Set(now.map(({ identity }) => identity));
  const gone = [...before.values()].filter(({ identity }) => !left.has(identity));
  await db.observations.bulkDelete(gone.map(({ n }) => n));
  await projections.write([...changes, ...gone.map((row): RowChange => ({ n: row.n, kind: row.kind, before: row }))]);
  return Math.max(0, now.length - before.size);
}
