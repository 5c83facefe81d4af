// Where a page puts the observations of a file that it has checked, until the worker takes them in (Store.import).
// Nothing else reads them, so what is left of an import that never began does no harm; one that has begun is finished.
import type { LogEvent } from '../model/log-event.ts';
import type { Observation } from '../model/observation.ts';
import type { HireflagDatabase } from './database.ts';

/** Stands as the time of a part that holds nothing and says that its import has begun. */
const BEGUN = 'begun';

/**
 * Puts some of an import's observations in; their order is that of the calls.
 *
 * @param of names the import
 */
export async function stageImport(
  { incoming }: HireflagDatabase,
  of: string,
  observations: Observation[],
  events: LogEvent[] = [],
): Promise<void> {
  await incoming.add({ of, at: new Date().toISOString(), observations, ...(events.length > 0 && { events }) });
}

/** Takes out whatever an import has put in. Says nothing where there is nothing. */
export async function unstageImport({ incoming }: HireflagDatabase, of: string): Promise<void> {
  await incoming.where('of').equals(of).delete();
}

/** The numbers of an import's parts, in their order. */
export async function partsOf({ incoming }: HireflagDatabase, of: string): Promise<number[]> {
  return (await incoming.where('of').equals(of).primaryKeys()) as number[];
}

/** Notes that an import has begun. */
export async function markBegun({ incoming }: HireflagDatabase, of: string): Promise<void> {
  await incoming.add({ of, at: BEGUN, observations: [] });
}

/** The imports that have begun. */
export async function begunImports({ incoming }: HireflagDatabase): Promise<string[]> {
  return [...new Set((await incoming.where('at').equals(BEGUN).toArray()).map(({ of }) => of))];
}
