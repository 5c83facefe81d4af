// Where a page puts the observations of a file that it has checked, until the worker takes them in (Store.import).
// Nothing else reads them, so what is left of an import that never began does no harm; one that has begun is finished.
import { type LogEvent, whoOf } from '../model/log-event.ts';
import type { Observation } from '../model/observation.ts';
import type { HireflagDatabase } from './database.ts';
import { withoutPeople } from './forgotten.ts';
import { goneIn, standFor } from './gone.ts';
import type { IncomingPart } from './rows.ts';

/** Stands as the time of a part that holds nothing and says that its import has begun. */
const BEGUN = 'begun';

/** Begins to put a file's observations in. @returns the import, for the calls below */
export async function beginStaging({ incoming }: HireflagDatabase): Promise<string> {
  const of = crypto.randomUUID();
  await incoming.add(standFor(of));
  return of;
}

/**
 * Puts some of an import's observations in, without those of people who were deleted since it began; their order is
 * that of the calls.
 *
 * @returns false where everything was deleted since: nothing of the file is wanted any more
 */
export function stageImport(
  { incoming }: HireflagDatabase,
  of: string,
  observations: readonly Observation[],
  events: readonly LogEvent[] = [],
): Promise<boolean> {
  return incoming.db.transaction('rw', incoming, async () => {
    const stands = (await incoming.where('of').equals(of).first()) as IncomingPart | undefined;
    if (!stands?.gone) return false;
    const isGone = goneIn(stands);
    const left = events.filter((event) => !isGone(whoOf(event)));
    await incoming.add({
      of,
      at: new Date().toISOString(),
      // Whose page an address is cannot be told from a hash: where somebody of a site went, none of its people's pages count.
      observations: withoutPeople(observations, isGone, ({ site, page }) => page !== 'project' && isGone(site)),
      ...(left.length > 0 && { events: left }),
    });
    return true;
  });
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
