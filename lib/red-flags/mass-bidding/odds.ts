// How much likelier one account's bidding is from somebody who bids on nearly everything and next to never wins than
// from an ordinary bidder (two-groups model, lib/stats/two-groups.ts). Two things are asked: whether the bids come to
// next to nothing (wins among those decided, jobs against years of membership), and whether there are so many of them, so
// soon after each post and on such unrelated projects as nobody sends who reads them. Only both together are odd: many
// honest people are busy, and many lose. So the second counts only as far as the first says something, and never more
// than it would where one in some hundred honest bidders is as busy.

import type { Tally } from '../../stats/bid-ledger.ts';
import type { Extent } from '../../stats/extent.ts';
import type { StatedWork } from '../../stats/stated-bids.ts';
import { rateOdds, spreadOdds } from '../../stats/two-groups.ts';
import { FEW_JOBS, MANY_JOBS, MIN_DELAYS, MIN_YEARS, type Usual } from './usual.ts';

/** What one account is judged on. */
export interface Case {
  /** Bids with a known outcome, and how many of them won; jobs that the profile shows count as won. */
  n: number;
  won: number;
  /** Whether these are the marketplace's own figures rather than bids that were seen. */
  ofSite: boolean;
  tally: Tally | undefined;
  extent: Extent | undefined;
  stated: StatedWork;
  /** On how many projects of the marketplace bids were seen. */
  projects: number;
}

/** Natural logarithms of how much likelier all of it is, and the bids' extent alone. */
export interface Odds {
  all: number;
  extent: number;
}

/** Rates of who next to never wins: ½ in 100 on average. */
const NEVER_WINS = { a: 0.8, b: 160 };
/** Whoever bids on nearly everything: bids anywhere, or this share of the projects in view if these are fewer. */
const MANY_BIDS = 150;
const NEARLY_EVERYTHING = 0.6;
const MANY_PLACED = 600;
/** … how soon, in seconds, and how much they differ (of the logarithm). */
const AT_ONCE = { middle: Math.log(180), spread: 1.4 };
/** … and on how many within 24 hours. */
const BUSY_DAY = 10;
/** How likely they are to have finished next to no jobs, and many. */
const WORK = { few: 0.75, many: 0.1 };
/** The most and the least that each figure says: nobody knows the spreads farther out. */
const BOUNDS = { volume: [-3, Math.log(50)], delay: [-2, Math.log(50)], work: [-Math.log(6), Math.log(3)] } as const;
/** What is not known of how soon bids came speaks against the rest a little: most honest bidders take their time. */
const UNKNOWN = -0.5;
const FIELDS_SAY = Math.log(4);
const PACE_SAYS = Math.log(2);
/** The most that all of the bids' extent says: 1 in 1,000 honest bidders is as busy. */
const MOST = Math.log(1_000);
/** Their extent counts in full where bids come to nothing so much likelier, by so many outcomes; and in part from … on. */
const FULL_FROM = { odds: 3, outcomes: 20 };
const NONE_TO = { odds: 0.5, outcomes: 9 };

/** The odds of one account. */
export function oddsOf(one: Case, usual: Usual): Odds {
  const fruitless =
    rateOdds(one.won, one.n, one.ofSite ? usual.stated : usual.seen, NEVER_WINS) + work(one.stated, usual);
  const many = volume(one, usual);
  const extent = Math.min(many + delay(one.extent, usual) + fields(one.extent, usual) + pace(one.extent), MOST);
  // Who bids no more than others is no mass bidder, however much of it is lost.
  if (many <= 0) return { all: Math.min(0, fruitless), extent };
  const part =
    partOf(Math.exp(fruitless), NONE_TO.odds, FULL_FROM.odds) * partOf(one.n, NONE_TO.outcomes, FULL_FROM.outcomes);
  const most = part === 0 ? 0 : MOST + Math.log(part);
  return { all: fruitless + Math.min(extent, Math.max(0, most)), extent };
}

/** Where a figure lies between these two, 0 to 1. */
function partOf(figure: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (figure - from) / (to - from)));
}

function volume({ ofSite, stated, extent, projects }: Case, usual: Usual): number {
  if (ofSite) return against(stated.placed ?? 0, usual.placed, MANY_PLACED);
  return against(extent?.sustained ?? 0, usual.bids, Math.min(MANY_BIDS, Math.max(1, NEARLY_EVERYTHING * projects)));
}

/** How much likelier so many bids are from who bids on nearly everything. */
function against(bids: number, usual: Usual['bids'], many: number): number {
  const middle = Math.max(usual.middle + 2 * usual.spread, Math.log(many));
  if (!(Math.log(bids) > usual.middle + usual.spread)) return BOUNDS.volume[0];
  return spreadOdds(Math.min(bids, Math.exp(middle)), usual, { middle, spread: 1 }, BOUNDS.volume);
}

/** Quick only where both ends of the times allow nothing else, slow likewise. */
function delay(extent: Extent | undefined, usual: Usual): number {
  const known = extent?.pace.medianDelay;
  if (!extent || !known || extent.pace.delayed < MIN_DELAYS) return 0;
  const soonest = Math.exp(AT_ONCE.middle);
  const says = (seconds: number) => spreadOdds(Math.max(soonest, seconds), usual.delay, AT_ONCE, BOUNDS.delay);
  const [quick, slow] = [says(known.most), says(known.least)];
  return quick > 0 ? quick : slow < 0 ? slow : UNKNOWN;
}

/** Projects that have nothing to do with each other, as far as those in view have not. */
function fields(extent: Extent | undefined, { unrelated }: Usual): number {
  if (extent?.unrelated === undefined || unrelated === undefined || unrelated < 0.2) return 0;
  const part = extent.unrelated / unrelated;
  return FIELDS_SAY * Math.min(1, Math.max(-1, (part - 0.55) / 0.25));
}

function pace(extent: Extent | undefined): number {
  return extent && extent.pace.busiestDay >= BUSY_DAY && extent.sustained > 2 * BUSY_DAY ? PACE_SAYS : 0;
}

/** Finished jobs and reviews against years of membership. */
function work({ jobs, years = 0 }: StatedWork, { fewJobs, manyJobs }: Usual): number {
  if (jobs === undefined || years < MIN_YEARS) return 0;
  const says = (odd: number, ordinary: number) =>
    Math.min(BOUNDS.work[1], Math.max(BOUNDS.work[0], Math.log(odd / ordinary)));
  if (jobs < FEW_JOBS * years) return says(WORK.few, fewJobs);
  return jobs >= MANY_JOBS * years ? says(WORK.many, manyJobs) : 0;
}
