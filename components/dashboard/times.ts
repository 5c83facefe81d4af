// At which hours of the day somebody was active, from the times that marketplaces show. Only times that
// say an hour count: a date without one, or "2 days ago", says nothing about the time of day.

import type { Observation } from '../../lib/model/observation.ts';
import type { StoredObservation } from '../../lib/store/rows.ts';

/** With fewer times than this nothing is drawn: a few bids fall at any hour. */
export const FEWEST_TIMES = 8;
/** Hours in which most people who are paid by the hour work: from, and up to. */
export const WORKING = { from: 9, to: 18 } as const;

export interface Hours {
  /** How many times fall into each hour, 24 of them. */
  counts: number[];
  times: number;
  /** How many of the times are within the usual working day. */
  working: number;
  from: string;
  to: string;
  /** The zone the hours are in: the one claimed, or UTC when none is known. */
  zone: string;
  claimed: boolean;
}

/** The hours at which this account was active; undefined with too few times. */
export function hoursOf(rows: readonly StoredObservation[], claimed: string | undefined): Hours | undefined {
  const times = rows.flatMap(({ body, firstSeenAt }) => exactTime(body, firstSeenAt) ?? []).sort();
  const [from] = times;
  const to = times.at(-1);
  if (times.length < FEWEST_TIMES || from === undefined || to === undefined) return undefined;
  const zone = isZone(claimed) ? claimed : 'UTC';
  const format = new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: zone });
  const counts = Array.from({ length: 24 }, () => 0);
  for (const time of times) {
    const hour = Number(format.format(Date.parse(time)));
    counts[hour] = (counts[hour] ?? 0) + 1;
  }
  const working = counts.slice(WORKING.from, WORKING.to).reduce((sum, count) => sum + count, 0);
  return { counts, times: times.length, working, from, to, zone, claimed: zone === claimed };
}

function exactTime(o: Observation, firstSeenAt: string): string | undefined {
  const time = o.kind === 'bid' ? o.submittedAt : o.kind === 'message' && !o.mine ? o.sentAt : undefined;
  if (time === undefined) return undefined;
  const at = Date.parse(time);
  const isDate = at % 86_400_000 === 0;
  // "3 hours ago" is so long before the page was read, to the minute.
  const isRelative = [firstSeenAt, o.seenAt].some(
    (seen) => (Date.parse(seen) - at) % 60_000 === 0 && at % 60_000 !== 0,
  );
  return isDate || isRelative || Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

function isZone(zone: string | undefined): zone is string {
  if (zone === undefined) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
