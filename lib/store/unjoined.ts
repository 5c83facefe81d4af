// The accounts of logs that nothing was compared with yet: nobody said whose they are.
import type { AccountKey } from '../model/account.ts';
import type { HireflagDatabase } from './database.ts';
import { Decisions } from './decisions.ts';
import type { LogAccountRow } from './rows.ts';

export interface Unjoined {
  /** How many there are. */
  count: number;
  /** The first of them, in the order of their logs and names. */
  first: Pick<LogAccountRow, 'key' | 'site' | 'account' | 'name'>[];
}

/**
 * The accounts of logs of whom the user said with no developer's account that it is the same person, be it by way of
 * another log's.
 *
 * @param limit so many are given; all are counted
 */
export async function unjoinedLogAccounts(db: HireflagDatabase, limit: number): Promise<Unjoined> {
  const joined = await joinedLogAccounts(db);
  const all = await db.logAccounts.count();
  const first = await db.logAccounts
    .orderBy('key')
    .filter(({ key }) => !joined.has(key))
    .limit(limit)
    .toArray();
  return {
    count: all - joined.size,
    first: first.map(({ key, site, account, name }) => ({ key, site, account, ...(name !== undefined && { name }) })),
  };
}

async function joinedLogAccounts(db: HireflagDatabase): Promise<Set<AccountKey>> {
  const decided = await db.decisions.filter(({ kind }) => kind === 'same-person').toArray();
  const named = decided.flatMap((one) => ('other' in one ? [one.account, one.other] : [])) as AccountKey[];
  const people = await new Decisions(db).peopleOf(named);
  const rows = await db.logAccounts.bulkGet([...people.keys()]);
  const ofLogs = new Set(rows.flatMap((row) => (row ? [row.key] : [])));
  return new Set([...ofLogs].filter((key) => people.get(key)?.some((other) => !ofLogs.has(other))));
}
