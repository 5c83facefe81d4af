// How many reviews are there, when pages say of each only roughly when it was written? A client rates one person
// three times without a word; a page that is opened month after month says "2 months ago" and "3 months ago" of
// one and the same review. There are as many as it takes: the fewest moments of which each time holds one.

import { type Interval, intervalOf, precisionOf, type Time, writeTime } from '../model/time.ts';

/** Times kept of what is the same but for its time. */
export const MAX_TIMES = 64;

/** True for a day, month or year: of those that hold one time, each holds the next, which the bound below needs. */
function isCalendarUnit(time: Time): boolean {
  return ['day', 'month', 'year'].includes(precisionOf(time));
}

/**
 * The times that are kept of these: a calendar unit gives way to a shorter time in it, and of too many the shortest
 * stay. Keeping of all, or of some first and of the rest later, in any order, comes to the same (seen-values.ts).
 */
export function keptTimes(times: Iterable<Time>): Time[] {
  const all = [...new Set(times)].map((time) => ({ time, ...intervalOf(time) }));
  all.sort((a, b) => a.to - a.from - (b.to - b.from) || (a.time < b.time ? -1 : 1));
  const kept: typeof all = [];
  for (const one of all) {
    if (kept.length === MAX_TIMES) break;
    if (!isCalendarUnit(one.time) || !kept.some((shorter) => holds(one, shorter))) kept.push(one);
  }
  return kept.map(({ time }) => time);
}

const holds = (outer: Interval, inner: Interval) => outer.from <= inner.from && inner.to <= outer.to;

/** Times that may be of one moment. */
export interface TimeCluster {
  /** What they have in common. */
  time: Time;
  /** The kept times that the cluster was made from, the shortest first; of those that fit several, the first has them. */
  times: Time[];
}

/**
 * The fewest clusters that these times make, earliest first: swept by their ends, each cluster takes what begins
 * before the first of it ends (the greedy piercing of intervals, which is optimal: Golumbic, Algorithmic Graph
 * Theory and Perfect Graphs, 1980).
 */
export function clustersOf(kept: readonly Time[]): TimeCluster[] {
  const all = kept.map((time) => ({ time, ...intervalOf(time) }));
  const shortest = all.filter((one) => !all.some((other) => other !== one && holds(one, other)));
  const clusters: { from: number; to: number; times: Time[] }[] = [];
  for (const { from, to } of shortest.sort((a, b) => a.to - b.to || a.from - b.from)) {
    const open = clusters.at(-1);
    if (open && from <= open.to) open.from = Math.max(open.from, from);
    else clusters.push({ from, to, times: [] });
  }
  for (const one of all) clusters.find((cluster) => holds(one, cluster))?.times.push(one.time);
  return clusters.map(({ times, ...ends }) => ({ time: writeTime(ends), times }));
}
