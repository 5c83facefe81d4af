// The events of sign-in and payment logs in the database: the events of one account on one day are one row, since
// there are thousands of times as many as of anything else, and an event never changes. Beside them stands one row an
// account with what it is found by. Both are kept for so long after the import, whatever else is kept.
import { type AccountKey, splitAccountKey } from '../model/account.ts';
import { contentOf, type LogEvent, type LogKey, logKeysOf, sameEvent, whoOf } from '../model/log-event.ts';
import { DAY_MS, intervalOf } from '../model/time.ts';
import type { HireflagDatabase } from './database.ts';
import type { LogAccountRow, LogBlock } from './rows.ts';

/** Days that events are kept after they were last imported. */
export const LOG_DAYS = 30;
/** What one account is found by, at most. */
const MAX_KEYS = 5_000;

/** What is the same in many events of an account, and what is not. */
const own = ['at', 'endedAt', 'session', 'event', 'outcome', 'id', 'amount', 'reference', 'nth'] as const;
type Own = Partial<Record<(typeof own)[number], unknown>>;

/** The events of one account and day, those that say the same of place and means put together. */
export function packed(events: readonly LogEvent[]): LogBlock['events'] {
  const groups = new Map<string, { same: object; each: Own[] }>();
  for (const { site: _, account: __, seenAt: ___, ...said } of events) {
    const each: Own = {};
    const same: Record<string, unknown> = { ...said };
    for (const field of own) {
      if (field in same) each[field] = same[field];
      delete same[field];
    }
    const key = JSON.stringify(same);
    const group = groups.get(key);
    if (group) group.each.push(each);
    else groups.set(key, { same, each: [each] });
  }
  return [...groups.values()];
}

/** The events of a row. */
export function eventsOfBlock({ who, keptAt, events }: LogBlock): LogEvent[] {
  const { site, account } = splitAccountKey(who);
  return events.flatMap(({ same, each }) =>
    each.map((one) => ({ ...same, ...one, site, account, seenAt: keptAt }) as unknown as LogEvent),
  );
}

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
  const byBlock = Map.groupBy(events, (event) => blockId(event));
  return db.transaction('rw', logBlocks, logAccounts, async () => {
    const before = await logBlocks.bulkGet([...byBlock.keys()]);
    const blocks: LogBlock[] = [];
    let added = 0;
    for (const [i, [id, some]] of [...byBlock].entries()) {
      const known = before[i] ? eventsOfBlock(before[i]) : [];
      const all = onlyOnce([...known, ...some]);
      added += all.length - known.length;
      const later = before[i] && before[i].keptAt > keptAt ? before[i].keptAt : keptAt;
      blocks.push({ id, who: whoOf(some[0] as LogEvent), keptAt: later, events: packed(all) });
    }
    await logBlocks.bulkPut(blocks);
    await noteAccounts(db, events);
    return { added, known: events.length - added };
  });
}

function blockId(event: LogEvent): string {
  const day = new Date(intervalOf(event.at).from).toISOString().slice(0, 10);
  return `${whoOf(event)}\u0000${day}`;
}

async function noteAccounts({ logAccounts }: HireflagDatabase, events: readonly LogEvent[]): Promise<void> {
  const byAccount = Map.groupBy(events, whoOf);
  const before = await logAccounts.bulkGet([...byAccount.keys()]);
  await logAccounts.bulkPut(
    [...byAccount].flatMap(([key, some], i) => {
      const name = some.find((event) => event.name !== undefined)?.name ?? before[i]?.name;
      const keys = new Set<LogKey>(before[i]?.keys);
      for (const event of some) for (const found of logKeysOf(event)) keys.add(found);
      // To write a row anew is to write each of its keys.
      const isSame = before[i]?.name === name && before[i]?.keys.length === keys.size;
      return isSame ? [] : [logAccountRow(key, name, keys)];
    }),
  );
}

function logAccountRow(key: AccountKey, name: string | undefined, keys: ReadonlySet<LogKey>): LogAccountRow {
  return {
    key,
    ...splitAccountKey(key),
    ...(name !== undefined && { name }),
    keys: [...keys].sort().slice(0, MAX_KEYS),
  };
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
export async function logHoldersOf(
  { logAccounts }: HireflagDatabase,
  keys: readonly LogKey[],
): Promise<Map<LogKey, LogAccountRow[]>> {
  const rows = await logAccounts.where('keys').anyOf(keys).distinct().toArray();
  const wanted = new Set<LogKey>(keys);
  const holders = new Map<LogKey, LogAccountRow[]>();
  for (const row of rows) {
    for (const key of row.keys) {
      if (!wanted.has(key)) continue;
      const known = holders.get(key);
      if (known) known.push(row);
      else holders.set(key, [row]);
    }
  }
  return holders;
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
    await db.transaction('rw', logBlocks, logAccounts, async () => {
      const [row, blocks] = [await logAccounts.get(who), await logBlocks.where('who').equals(who).toArray()];
      if (!row) return;
      const keys = new Set<LogKey>();
      const changed = blocks.map((block) => {
        const events = onlyOnce(eventsOfBlock(block).map(change));
        for (const event of events) for (const key of logKeysOf(event)) keys.add(key);
        return { ...block, events: packed(events) };
      });
      await logBlocks.bulkPut(changed);
      await logAccounts.put(logAccountRow(who, row.name, keys));
    });
  }
}

function onlyOnce(events: readonly LogEvent[]): LogEvent[] {
  const all = new Map<string, LogEvent>();
  for (const event of events) {
    const content = contentOf(event);
    all.set(content, sameEvent(event, all.get(content)));
  }
  return [...all.values()];
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
    await logBlocks.bulkDelete(old.map(({ id }) => id));
    const touched = [...new Set(old.map(({ who }) => who))];
    for (const account of touched) {
      const left = (await logBlocks.where('who').equals(account).toArray()).flatMap(eventsOfBlock);
      if (left.length === 0) await logAccounts.delete(account);
      else {
        const name = left.find((event) => event.name !== undefined)?.name;
        await logAccounts.put(logAccountRow(account, name, new Set(left.flatMap(logKeysOf))));
      }
    }
    return touched;
  });
}

/** Blocks read at a time when all are. */
const BATCH = 500;

/** Every event, some at a time, in the order of accounts and days. */
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
