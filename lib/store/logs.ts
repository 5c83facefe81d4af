// The events of sign-in and payment logs in the database: the events of one account in one week are one row, since
// there are thousands of times as many as of anything else, and an event never changes. With the row stands what its events
// are found by, so that a row is written and deleted as a whole and nothing is written anew with each part of a file. Beside
// them stands one row an account, which is small and hardly ever changes. Events are kept for so long after they were last
// imported, whatever else is kept.
import type { AccountKey } from '../model/account.ts';
import { type LogEvent, type LogKey, whoOf } from '../model/log-event.ts';
import { DAY_MS } from '../model/time.ts';
import type { HireflagDatabase } from './database.ts';
import { onlyOnce } from './log-blocks.ts';
import { blockId, eventsOfBlock, logAccountRow, logBlock, whoOfBlock } from './log-rows.ts';
import type { LogAccountRow, LogBlock } from './rows.ts';

/** Days that events are kept after they were last imported. */
export const LOG_DAYS = 30;

/**
 * Adds events; those that are there already are kept longer and not twice. All of them or, when the database refuses,
 * none.
 *
 * @param keptAt when they were imported, ISO 8601
 */
export function addLogEvents(
  db: HireflagDatabase,
  events: readonly LogEvent[],
  keptAt: string,
): Promise<{ added: number; known: number }> {
  const { logBlocks, logAccounts } = db;
  const byBlock = Map.groupBy(events, blockId);
  return db.transaction('rw', logBlocks, logAccounts, async () => {
    const before = await logBlocks.bulkGet([...byBlock.keys()]);
    let added = 0;
    const blocks = [...byBlock].map(([id, some], i) => {
      const known = before[i] ? eventsOfBlock(before[i]) : [];
      const read = some.map((event) => (event.seenAt === keptAt ? event : { ...event, seenAt: keptAt }));
      const all = onlyOnce(known.length > 0 ? [...known, ...read] : read);
      added += all.length - known.length;
      return logBlock(id, whoOf(some[0] as LogEvent), all);
    });
    await logBlocks.bulkPut(blocks);
    await noteAccounts(db, byBlock.values());
    return { added, known: events.length - added };
  });
}

/** @param parts the events of one account each, at least one */
async function noteAccounts({ logAccounts }: HireflagDatabase, parts: Iterable<readonly LogEvent[]>): Promise<void> {
  const names = new Map<AccountKey, Set<string | undefined>>();
  for (const events of parts) {
    const who = whoOf(events[0] as LogEvent);
    const known = names.get(who) ?? new Set();
    for (const { name } of events) known.add(name);
    names.set(who, known);
  }
  const before = await logAccounts.bulkGet([...names.keys()]);
  await logAccounts.bulkPut(
    [...names].flatMap(([who, called], i) => {
      const row = logAccountRow(who, called, before[i]);
      const isSame = before[i]?.name === row.name && before[i]?.keys.length === row.keys.length;
      return isSame ? [] : [row];
    }),
  );
}

/** The events of each of these accounts, in no order; who has none is absent. */
export async function logEventsOf(
  { logBlocks }: HireflagDatabase,
  accounts: readonly AccountKey[],
): Promise<Map<AccountKey, LogEvent[]>> {
  const rows = await logBlocks.where('who').anyOf(accounts).toArray();
  const events = new Map<AccountKey, LogEvent[]>();
  for (const row of rows) {
    const known = events.get(row.who);
    if (known) known.push(...eventsOfBlock(row));
    else events.set(row.who, eventsOfBlock(row));
  }
  return events;
}

/** The accounts of logs that are found by each of these keys; a key that nobody has is absent. */
export function logHoldersOf(db: HireflagDatabase, keys: readonly LogKey[]): Promise<Map<LogKey, LogAccountRow[]>> {
  const { logBlocks, logAccounts } = db;
  return db.transaction('r', logBlocks, logAccounts, async () => {
    // Each key is asked for by itself, all at once: see HireflagDatabase.rowsUnder.
    const found = await Promise.all(
      [...new Set(keys)].map(async (key): Promise<[LogKey, Set<AccountKey>]> => {
        if (/^(?:mail|name):/.test(key)) {
          return [key, new Set(await logAccounts.where('keys').equals(key).primaryKeys())];
        }
        return [key, new Set((await logBlocks.where('keys').equals(key).primaryKeys()).map(whoOfBlock))];
      }),
    );
    const wanted = [...new Set(found.flatMap(([, holders]) => [...holders]))];
    const rows = new Map((await logAccounts.bulkGet(wanted)).flatMap((row) => (row ? [[row.key, row]] : [])));
    const known = found.map(([key, holders]): [LogKey, LogAccountRow[]] => [
      key,
      [...holders].flatMap((who) => rows.get(who) ?? []),
    ]);
    return new Map(known.filter(([, holders]) => holders.length > 0));
  });
}

/**
 * Puts all that is kept of logs in another form, such as with hashes in the place of addresses; what was kept in both forms
 * is one again. Where it ends in the middle every account is in one form or the other.
 *
 * @param change gives an event in that form, and the same where it has it
 */
export async function rewriteLogs(db: HireflagDatabase, change: (event: LogEvent) => LogEvent): Promise<void> {
  const { logBlocks, logAccounts } = db;
  for (const who of await logAccounts.toCollection().primaryKeys()) {
    await db.transaction('rw', logBlocks, async () => {
      const blocks = await logBlocks.where('who').equals(who).toArray();
      await logBlocks.bulkPut(
        blocks.map((block) => logBlock(block.id, who, onlyOnce(eventsOfBlock(block).map(change)))),
      );
    });
  }
}

/** Deletes these accounts' events. Must run in a transaction on both tables. */
export async function forgetLogs(
  { logBlocks, logAccounts }: HireflagDatabase,
  accounts: readonly AccountKey[],
): Promise<void> {
  await logBlocks.where('who').anyOf(accounts).delete();
  await logAccounts.bulkDelete([...accounts]);
}

/**
 * Deletes the events that were last imported before this time, ISO 8601.
 *
 * @returns the accounts that they were of
 */
export function expireLogs(db: HireflagDatabase, before: string): Promise<AccountKey[]> {
  const { logBlocks, logAccounts } = db;
  return db.transaction('rw', logBlocks, logAccounts, async () => {
    const old = await logBlocks.where('keptAt').below(before).toArray();
    const left = old.flatMap((block) => {
      const events = eventsOfBlock(block).filter(({ seenAt }) => seenAt >= before);
      return events.length > 0 ? [logBlock(block.id, block.who, events)] : [];
    });
    await logBlocks.bulkDelete(old.map(({ id }) => id));
    await logBlocks.bulkPut(left);
    const touched = [...new Set(old.map(({ who }) => who))];
    for (const who of touched) {
      const names = (await logBlocks.where('who').equals(who).toArray()).flatMap(namesIn);
      if (names.length === 0) await logAccounts.delete(who);
      else await logAccounts.put(logAccountRow(who, names));
    }
    return touched;
  });
}

/** What the events of a row call their account, undefined where some do not. */
function namesIn({ events }: LogBlock): (string | undefined)[] {
  return [undefined, ...((events.fields.name?.values ?? []) as string[])];
}

/** Blocks read at a time when all are. */
const BATCH = 100;

/** Every event, some at a time, in the order of accounts and weeks. */
export async function* allLogEvents({ logBlocks }: HireflagDatabase): AsyncGenerator<LogEvent[]> {
  for (let last = ''; ; ) {
    const rows = await logBlocks.where('id').above(last).limit(BATCH).toArray();
    if (rows.length > 0) yield rows.flatMap(eventsOfBlock);
    if (rows.length < BATCH) return;
    last = (rows.at(-1) as LogBlock).id;
  }
}

/** Moments between which events of one import lie: what is kept so long ago is due. */
export function logsDueBefore(trusted: string): string {
  return new Date(Date.parse(trusted) - LOG_DAYS * DAY_MS).toISOString();
}
