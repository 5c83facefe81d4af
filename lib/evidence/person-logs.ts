// What sign-in and payment logs show of a person: of the account itself where it is one of a log, and of those that the
// user said are the same person's.
import type { AccountKey } from '../model/account.ts';
import type { LogEvent, Payment, SignIn } from '../model/log-event.ts';
import { intervalOf } from '../model/time.ts';

/** What logs show of one person. */
export interface PersonLogs {
  /** The accounts of logs that it is from. */
  accounts: readonly AccountKey[];
  /** Those that let somebody in, in the order of their times; of two formats if both are imported. */
  signIns: readonly SignIn[];
  /** In the order of their times. */
  payments: readonly Payment[];
}

/**
 * The logs of each of these accounts; who has none is absent.
 *
 * @param people for each account the others of the same person
 * @param eventsOf the events of accounts of logs
 */
export async function personLogs(
  accounts: readonly AccountKey[],
  people: ReadonlyMap<AccountKey, readonly AccountKey[]>,
  eventsOf: (accounts: readonly AccountKey[]) => Promise<ReadonlyMap<AccountKey, readonly LogEvent[]>>,
): Promise<Map<AccountKey, PersonLogs>> {
  const all = new Set([...accounts, ...[...people.values()].flat()]);
  const events = await eventsOf([...all]);
  const logs = new Map<AccountKey, PersonLogs>();
  for (const account of accounts) {
    const own = [account, ...(people.get(account) ?? [])].filter((one) => events.has(one));
    if (own.length === 0) continue;
    const said = own.flatMap((one) => events.get(one) ?? []);
    const timed = said.map((event) => ({ event, from: intervalOf(event.at).from })).sort((a, b) => a.from - b.from);
    logs.set(account, {
      accounts: own,
      signIns: timed.flatMap(({ event }) => (event.kind === 'sign-in' && event.outcome !== 'failed' ? [event] : [])),
      payments: timed.flatMap(({ event }) => (event.kind === 'payment' ? [event] : [])),
    });
  }
  return logs;
}
