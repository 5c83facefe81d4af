// At which hours of the day somebody was active, from the times that marketplaces show. Only exact moments
// count: a date, "2 days ago" or a time of day whose zone is not said says nothing about the hour.
import type { Observation } from '../../lib/model/observation.ts';
import { precisionOf, readInterval, type Time } from '../../lib/model/time.ts';
import type { StoredObservation } from '../../lib/store/rows.ts';

/** With fewer times than this nothing is drawn: a few bids fall at any hour. */
export const FEWEST_TIMES = 8;
/** Hours in which most people who are paid by the hour work: from, and up to. */
export const WORKING = { from: 9, to: 18 } as const;

export interface Hours {
  /** How many times fall into each hour, 24 of them. */
  counts: number[];
  /** How many bids and messages have a known hour, and how many there are. */
  times: number;
  of: number;
  /** How many of the times are within the usual working day. */
  working: number;
  /** The first and the last of the times; absent where there is none. */
  from?: Time;
  to?: Time;
  /** The zone the hours are in: the one claimed, or UTC when none is known. */
  zone: string;
  claimed: boolean;
}

/** The hours at which this account bid and wrote. */
export function hoursOf(rows: readonly StoredObservation[], claimed: string | undefined): Hours {
  const active = rows.flatMap(({ body }) => activityOf(body));
  const moments = active.flatMap(({ time }) => momentOf(time)).sort((a, b) => a - b);
  const zone = isZone(claimed) ? claimed : 'UTC';
  const format = new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: zone });
  const counts = Array.from({ length: 24 }, () => 0);
  for (const moment of moments) {
    const hour = Number(format.format(moment));
    counts[hour] = (counts[hour] ?? 0) + 1;
  }
  const [first] = moments;
  const last = moments.at(-1);
  return {
    counts,
    times: moments.length,
    of: active.length,
    working: counts.slice(WORKING.from, WORKING.to).reduce((sum, count) => sum + count, 0),
    ...(first !== undefined && last !== undefined && { from: dayOf(first), to: dayOf(last) }),
    zone,
    claimed: zone === claimed,
  };
}

/** What somebody did at an hour of their own: a bid, a message that the user did not write. */
function activityOf(o: Observation): { time: Time | undefined }[] {
  if (o.kind === 'bid') return [{ time: o.submittedAt }];
  return o.kind === 'message' && !o.mine ? [{ time: o.sentAt }] : [];
}

function momentOf(time: Time | undefined): number[] {
  const interval = time === undefined ? undefined : readInterval(time);
  return interval && precisionOf(time as Time) === 'moment' ? [interval.from] : [];
}

const dayOf = (moment: number): Time => new Date(moment).toISOString().slice(0, 10);

function isZone(zone: string | undefined): zone is string {
  if (zone === undefined) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
