// How fast and at which hours somebody bids: the busiest day, the hours of the day that were used,
// and how soon after a project was posted the bid was there. It supports other evidence and is
// never a reason by itself: some people work nights, and some simply answer quickly. Times are intervals, and
// nothing is taken from one that its ends do not say: a day says no hour, and "3 hours ago" says none either.
import { DAY_MS, type Interval } from '../model/time.ts';

export interface Pace {
  /** Most bids that surely lie within 24 hours. */
  busiestDay: number;
  /** In how many of the 24 hours of a UTC day at least one bid was sent, and how many bids have a known moment. */
  hoursUsed: number;
  moments: number;
  /**
   * Between which bounds the middle of the times from posting to bid lies, in seconds; absent when for no bid both
   * times are known. The two are equal where all are known as moments.
   */
  medianDelay?: { least: number; most: number };
  /** How soon each surely came after its project was posted, in seconds, the soonest first. */
  soonest: readonly number[];
  /** How many bids have a time, however precise, and how many a delay. */
  timed: number;
  delayed: number;
}

const HOUR_MS = 3_600_000;

/**
 * The pace of one bidder.
 *
 * @param bids when each bid was sent and when its project was posted, as far as either is known
 */
export function pace(bids: readonly { sent?: Interval | undefined; posted?: Interval | undefined }[]): Pace {
  const sent: Interval[] = [];
  const delays: Interval[] = [];
  for (const { sent: at, posted } of bids) {
    if (at) sent.push(at);
    // Nobody bids before there is a project: where the ends leave that open, they do not.
    if (at && posted && at.to >= posted.from) {
      delays.push({ from: Math.max(0, at.from - posted.to), to: at.to - posted.from });
    }
  }
  const moments = sent.filter(({ from, to }) => from === to);
  const hours = new Set(moments.map(({ from }) => Math.floor((((from % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS)));
  return {
    busiestDay: busiestDay(sent),
    hoursUsed: hours.size,
    moments: moments.length,
    ...(delays.length > 0 && { medianDelay: { least: middle(delays, 'from'), most: middle(delays, 'to') } }),
    soonest: delays.map(({ to }) => to / 1_000).sort((a, b) => a - b),
    timed: sent.length,
    delayed: delays.length,
  };
}

/** Most intervals that lie whole in one stretch of 24 hours. */
function busiestDay(sent: readonly Interval[]): number {
  const fitting = sent.filter(({ from, to }) => to - from < DAY_MS);
  const byBeginning = [...fitting].sort((a, b) => a.from - b.from);
  const byEnd = fitting.sort((a, b) => a.to - b.to);
  let most = 0;
  let out = 0;
  for (const [i, { to }] of byEnd.entries()) {
    while ((byBeginning[out] as Interval).from <= to - DAY_MS) out++;
    most = Math.max(most, i + 1 - out);
  }
  return most;
}

/** The middle one of the ends, in seconds: the middle of what lies between them is not below it, or not above. */
function middle(delays: readonly Interval[], end: 'from' | 'to'): number {
  const ends = delays.map((delay) => delay[end]).sort((a, b) => a - b);
  return (ends[Math.floor((ends.length - 1) / 2)] as number) / 1_000;
}
