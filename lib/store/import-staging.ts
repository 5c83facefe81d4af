// Where a page puts the observations of a file that it has checked, until the worker takes them in at once
// (Store.import). Nothing else reads them, so what is left of an import that was stopped does no harm.
import type { Observation } from '../model/observation.ts';
import type { HireflagDatabase } from './database.ts';

/**
 * Puts some of an import's observations in; their order is that of the calls.
 *
 * @param of names the import
 */
export async function stageImport(
  { incoming }: HireflagDatabase,
  of: string,
  observations: Observation[],
): Promise<void> {
  await incoming.add({ of, at: new Date().toISOString(), observations });
}

/** Takes out whatever an import has put in. Says nothing where there is nothing. */
export async function unstageImport({ incoming }: HireflagDatabase, of: string): Promise<void> {
  await incoming.where('of').equals(of).delete();
}
