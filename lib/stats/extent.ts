// How much somebody bids and on what: on how many projects, week by week, how soon after they were posted, and whether
// these projects have anything to do with each other. Extensive bidding by itself is no reason: some people are busy.
import { DAY_MS, type Interval } from '../model/time.ts';
import type { SeenBid } from './bid-ledger.ts';
import { type Pace, pace } from './pace.ts';

export interface Extent {
  /** Projects bid on. */
  projects: number;
  /** The same, but of one week each beyond the tenth counts a third: a burst is not yet a habit. */
  sustained: number;
  pace: Pace;
  /** Of pairs of these projects of which it is known what they ask for, the share that asks for nothing in common. */
  unrelated?: number;
  /** So many of them have nothing in common with each other, each with each. */
  fields: number;
}

const WEEK_MS = 7 * DAY_MS;
/** Bids of one week that count as a habit, and how much each beyond them does. */
const PER_WEEK = 10;
const BEYOND = 1 / 3;
/** Projects that are compared with each other, the first seen. */
const MAX_COMPARED = 60;
/** Of fewer projects nothing is said about what they have in common. */
const MIN_COMPARED = 4;

/** The extent of one account's bidding. */
export function extentOf(bids: readonly SeenBid[]): Extent {
  const byProject = [...new Map(bids.map((bid) => [bid.project, bid])).values()];
  const known = byProject.filter(({ topics }) => topics.length > 0).map(({ topics }) => topics);
  const unrelated = shareUnrelated(known);
  return {
    projects: byProject.length,
    sustained: sustained(byProject),
    pace: pace(byProject),
    ...(unrelated !== undefined && { unrelated }),
    fields: unrelatedIn(known),
  };
}

/**
 * Of pairs of projects the share that asks for nothing in common; undefined for too few of them.
 *
 * @param projects what each asks for, as numbers
 */
export function shareUnrelated(projects: readonly (readonly number[])[]): number | undefined {
  if (projects.length < MIN_COMPARED) return undefined;
  const compared = projects.slice(0, MAX_COMPARED);
  let pairs = 0;
  let unrelated = 0;
  for (const [i, one] of compared.entries()) {
    for (const other of compared.slice(i + 1)) {
      pairs++;
      if (!one.some((topic) => other.includes(topic))) unrelated++;
    }
  }
  return unrelated / pairs;
}

/** How many of these projects can be put beside each other so that no two have anything in common, at least. */
function unrelatedIn(projects: readonly (readonly number[])[]): number {
  const used = new Set<number>();
  let count = 0;
  for (const topics of projects) {
    if (topics.some((topic) => used.has(topic))) continue;
    for (const topic of topics) used.add(topic);
    count++;
  }
  return count;
}

/** Bids, those of a busy week in part. A bid that no week surely holds counts for the week its project was posted. */
function sustained(bids: readonly SeenBid[]): number {
  const weeks = new Map<number, number>();
  let count = 0;
  for (const { sent, posted } of bids) {
    const when = [sent, posted].find((time): time is Interval => time !== undefined && time.to - time.from < WEEK_MS);
    if (!when) {
      count++;
      continue;
    }
    const week = Math.floor(when.to / WEEK_MS);
    const before = weeks.get(week) ?? 0;
    count += before < PER_WEEK ? 1 : BEYOND;
    weeks.set(week, before + 1);
  }
  return count;
}
