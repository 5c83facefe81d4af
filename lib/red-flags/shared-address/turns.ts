// Whether the accounts of one address are used in turns: one is put down before the next is taken up, day after day.
// People who live or work together are there at the same time, and their sign-ins stand between each other's.
import type { Evidence, PersonLogs } from '../../evidence/evidence.ts';
import type { AccountKey } from '../../model/account.ts';
import type { SignIn } from '../../model/log-event.ts';
import { DAY_MS } from '../../model/time.ts';
import { momentsOf } from '../sign-ins.ts';

/** A couple who work in shifts take turns as well. */
const MIN_ACCOUNTS = 3;
const MIN_DAYS = 5;
/** Changes from one account to another that chance would have made and that were not there. */
const MIN_MISSING = 10;
/** Of those that chance would make beyond the fewest that there can be, so many may be. */
const MAX_SHARE = 0.2;
/** Addresses looked at of one account. */
const MAX_ADDRESSES = 20;

interface Address {
  value: string;
  others: readonly AccountKey[];
}

/** Those of these addresses whose accounts are used in turns. */
export async function takenInTurns<One extends Address>(
  own: PersonLogs,
  addresses: readonly One[],
  evidence: Evidence,
): Promise<One[]> {
  const crowded = addresses.filter(({ others }) => others.length + 1 >= MIN_ACCOUNTS).slice(0, MAX_ADDRESSES);
  if (crowded.length === 0) return [];
  const logs = await evidence.logsOf([...new Set(crowded.flatMap(({ others }) => others))]);
  return crowded.filter(({ value, others }) =>
    areTurns([own.signIns, ...others.map((other) => logs.get(other)?.signIns ?? [])], value),
  );
}

function areTurns(people: readonly (readonly SignIn[])[], ip: string): boolean {
  const here = people.map((signIns) => signIns.filter((signIn) => signIn.ip === ip));
  // Whose machines a log tells apart have one each.
  const machines = here.map((signIns) => new Set(signIns.flatMap(({ device = [] }) => device)));
  if (machines.every(({ size }) => size > 0) && new Set(machines.flatMap((own) => [...own])).size >= people.length)
    return false;
  const moments = here.flatMap((signIns, who) => momentsOf(signIns).map(({ at }) => ({ at, who })));
  let [days, changes, fewest, byChance] = [0, 0, 0, 0];
  for (const day of Map.groupBy(moments, ({ at }) => Math.floor(at / DAY_MS)).values()) {
    const counts = [...Map.groupBy(day, ({ who }) => who).values()].map(({ length }) => length);
    if (counts.length < MIN_ACCOUNTS) continue;
    const all = day.length;
    const same = counts.reduce((sum, count) => sum + count * (count - 1), 0) / (all * (all - 1));
    const order = day.sort((a, b) => a.at - b.at);
    days++;
    fewest += counts.length - 1;
    byChance += (all - 1) * (1 - same);
    changes += order.slice(1).filter(({ who }, i) => who !== order[i]?.who).length;
  }
  const room = byChance - fewest;
  return days >= MIN_DAYS && room >= MIN_MISSING && changes - fewest <= room * MAX_SHARE;
}
