// The reading of one log by a page, which writes into the database beside the worker, some events at a time. Whoever is
// deleted meanwhile must not come back with the rest of the file, so that a row stands for the reading while it goes on,
// and deleting notes in it who went: as hashes that no other reading has, since who was deleted is named nowhere.
import type { AccountKey } from '../model/account.ts';
import { type LogEvent, whoOf } from '../model/log-event.ts';
import type { HireflagDatabase } from './database.ts';
import { hashOf } from './fingerprint.ts';
import { addLogEvents } from './logs.ts';
import type { IncomingPart } from './rows.ts';

/** Notes that a log is being read. @returns the reading, for the calls below */
export async function beginReading({ incoming }: HireflagDatabase): Promise<number> {
  const part = { of: crypto.randomUUID(), at: new Date().toISOString(), observations: [], gone: [] };
  return (await incoming.add(part)) as number;
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
    const gone = new Set(part.gone);
    if (gone.size === 0) return addLogEvents(db, events, keptAt);
    const byAccount = Map.groupBy(events, whoOf);
    const left = [...byAccount].flatMap(([who, own]) => (gone.has(goneHash(part, who)) ? [] : own));
    return addLogEvents(db, left, keptAt);
  });
}

/** Notes in the row of a reading that these accounts were deleted. */
export function noteGone(part: IncomingPart, accounts: Iterable<AccountKey>): void {
  if (part.gone) part.gone = [...new Set([...part.gone, ...[...accounts].map((who) => goneHash(part, who))])];
}

function goneHash({ of }: IncomingPart, who: AccountKey): string {
  return hashOf(`${of}\n${who}`);
}
