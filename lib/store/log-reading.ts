// The reading of one log by a page, which writes into the database beside the worker, some events at a time. Whoever is
// deleted meanwhile does not come back with the rest of the file (gone.ts).
import { type LogEvent, whoOf } from '../model/log-event.ts';
import type { HireflagDatabase } from './database.ts';
import { goneIn, standFor } from './gone.ts';
import { addLogEvents } from './logs.ts';

/** Notes that a log is being read. @returns the reading, for the calls below */
export async function beginReading({ incoming }: HireflagDatabase): Promise<number> {
  return (await incoming.add(standFor(crypto.randomUUID()))) as number;
}

/** Ends a reading. Says nothing where it has ended. */
export async function endReading({ incoming }: HireflagDatabase, reading: number): Promise<void> {
  await incoming.delete(reading);
}

/**
 * Adds events of a log that is being read, without those of people who were deleted since it began. All of them or,
 * when the database refuses, none.
 *
 * @param keptAt when they were imported, ISO 8601
 * @returns undefined where everything was deleted since: nothing of the file is wanted any more
 */
export function addRead(
  db: HireflagDatabase,
  reading: number,
  events: readonly LogEvent[],
  keptAt: string,
): Promise<{ added: number; known: number } | undefined> {
  return db.transaction('rw', db.incoming, db.logBlocks, db.logAccounts, async () => {
    const part = await db.incoming.get(reading);
    if (!part) return undefined;
    const isGone = goneIn(part);
    const byAccount = Map.groupBy(events, whoOf);
    const left = [...byAccount].flatMap(([who, own]) => (isGone(who) ? [] : own));
    return addLogEvents(db, left, keptAt);
  });
}
