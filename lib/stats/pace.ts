// How fast and at which hours somebody bids: the busiest day, the hours of the day that were used,
// and how soon after a project was posted the bid was there. It supports other evidence and is
// never a reason by itself: some people work nights, and some simply answer quickly.

export interface Pace {
  /** Most bids within any 24 hours. */
  busiestDay: number;
  /** In how many of the 24 hours of a UTC day at least one bid was sent. */
  hoursUsed: number;
  /** Seconds from posting to bid, the middle value; absent when for no bid both times are known. */
  medianDelay?: number;
  /** How many bids have a time, and how many a delay. */
  timed: number;
  delayed: number;
}

const DAY = 86_400;

/**
 * The pace of one bidder.
 *
 * @param sent when each bid was sent, in seconds since 1970; unreadable (NaN) ones are left out
 * @param posted when its project was posted, same order and unit; NaN where unknown
 */
export function pace(sent: readonly number[], posted: readonly number[]): Pace {
  const times = sent.filter(Number.isFinite).sort((x, y) => x - y);
  let busiestDay = 0;
  let first = 0;
  const hours = new Set<number>();
  for (const [i, time] of times.entries()) {
    while (time - (times[first] as number) >= DAY) first++;
    busiestDay = Math.max(busiestDay, i - first + 1);
    hours.add(Math.floor((((time % DAY) + DAY) % DAY) / 3_600));
  }
  const delays = sent
    .map((time, i) => time - (posted[i] ?? Number.NaN))
    .filter((delay) => delay >= 0)
    .sort((x, y) => x - y);
  const middle = delays[Math.floor((delays.length - 1) / 2)];
  return {
    busiestDay,
    hoursUsed: hours.size,
    ...(middle === undefined ? {} : { medianDelay: middle }),
    timed: times.length,
    delayed: delays.length,
  };
}
