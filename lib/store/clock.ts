// Clocks go wrong, and back again. What is seen while one is behind must not count as older than what was seen before;
// what was seen while one was ahead must not hold against everything that is seen once it is right.

import type { AccountKey } from '../model/account.ts';
import { DAY_MS } from '../model/time.ts';
import type { HireflagDatabase } from './database.ts';
import type { KeptProjections } from './kept-projections.ts';
import type { StoredObservation } from './rows.ts';

/** When something was last seen, ms since 1970; undefined where nothing was. */
export async function lastSighting({ observations }: HireflagDatabase): Promise<number | undefined> {
  const [last] = (await observations.orderBy('lastSeenAt').reverse().limit(1).keys()) as string[];
  return last === undefined ? undefined : Date.parse(last);
}

/**
 * What time to say that a page is read at.
 *
 * @param now by the machine's clock, ms since 1970
 * @param last when something was last seen
 * @returns now; or right after the last sighting where the clock is more than a day behind that
 */
export function timeAfter(last: number | undefined, now: number): number {
  return last !== undefined && last > now + DAY_MS ? last + 1 : now;
}

/**
 * Brings what was seen in the future back to the present: it was seen before now, in the order that it says. Must run
 * in a transaction on the rows and the projections.
 *
 * @param now ms since 1970
 * @returns the accounts it is about
 */
export async function bringBack(
  { observations }: HireflagDatabase,
  projections: KeptProjections,
  now: number,
): Promise<AccountKey[]> {
  const ahead = await observations
    .where('lastSeenAt')
    .above(new Date(now + DAY_MS).toISOString())
    .toArray();
  const corrected = ahead.map((row) => seenBefore(row, now));
  await observations.bulkPut(corrected);
  await projections.write(corrected.map((row, i) => ({ n: row.n, kind: row.kind, before: ahead[i], now: row })));
  return [...new Set(corrected.flatMap(({ who, giver }) => [who ?? [], giver ?? []].flat()))];
}

/** The row with every moment after now, in their order, right before now. */
function seenBefore(row: StoredObservation, now: number): StoredObservation {
  const { body, seen = [], others = [] } = row;
  const moments = [row.firstSeenAt, row.lastSeenAt, body.seenAt];
  for (const { first, last } of [...seen, ...others]) moments.push(first ?? '', last ?? '');
  const limit = new Date(now).toISOString();
  const late = [...new Set(moments.filter((moment) => moment > limit))].sort();
  const at = new Map(late.map((moment, i) => [moment, new Date(now - (late.length - 1 - i)).toISOString()]));
  const right = <T extends string | undefined>(moment: T) =>
    (moment === undefined ? moment : (at.get(moment) ?? moment)) as T;
  const times = <T extends { first?: string; last?: string }>(one: T): T => ({
    ...one,
    ...(one.first !== undefined && { first: right(one.first) }),
    ...(one.last !== undefined && { last: right(one.last) }),
  });
  return {
    ...row,
    firstSeenAt: right(row.firstSeenAt),
    lastSeenAt: right(row.lastSeenAt),
    body: { ...body, seenAt: right(body.seenAt) },
    ...(row.seen && { seen: seen.map(times) }),
    ...(row.others && { others: others.map(times) }),
  };
}
