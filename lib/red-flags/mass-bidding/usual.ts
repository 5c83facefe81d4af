// What is usual among the bidders of this store: how many bids they place, how soon they answer a post, how many of
// their bids win and how many jobs they finish. Learned from everyone who was seen, so that a marketplace where all
// are busy or hardly anyone wins makes nobody unusual; the few odd ones do not drag it (usualSpread, fitBaseRate).
// Bids that were seen and the marketplaces' own totals are two populations: each is compared with its own.
import type { AccountKey } from '../../model/account.ts';
import { type BaseRate, fitBaseRate } from '../../stats/base-rate.ts';
import type { BidLedger } from '../../stats/bid-ledger.ts';
import { type Extent, extentOf, shareUnrelated } from '../../stats/extent.ts';
import type { StatedBidsTable, StatedWork } from '../../stats/stated-bids.ts';
import { type Expected, type LogNormal, usualSpread } from '../../stats/two-groups.ts';

/** Before anything was seen: logarithms of a bidder's bids in view, of bids placed, of seconds to a bid, of a day's bids. */
const BIDS: Expected = { middle: Math.log(6), spread: 1.1, accounts: 20 };
const PLACED: Expected = { middle: Math.log(60), spread: 1.2, accounts: 20 };
const DELAY: Expected = { middle: Math.log(6 * 3_600), spread: 1.5, accounts: 20 };
/** With fewer delays of one bidder the middle one says nothing of them. */
export const MIN_DELAYS = 5;
/** … but of many bidders says what is usual. */
const DELAYS_TO_LEARN = 2;
/** Jobs a year: fewer are next to none, more are work as people live by. */
export const FEW_JOBS = 0.5;
export const MANY_JOBS = 2;
/** Of members for so many years it is said how many jobs they finish. */
export const MIN_YEARS = 1;
/** Of members at least as old, so many finished next to none and so many make a living: a belief worth so many accounts. */
const WORK = { few: 0.45, many: 0.35, accounts: 20 };

export interface Usual {
  versions: string;
  /** How often bids win: those that were seen, and by the marketplaces' own figures. */
  seen: BaseRate;
  stated: BaseRate;
  bids: LogNormal;
  placed: LogNormal;
  delay: LogNormal;
  /** The shares of members whose finished jobs are few, and many. */
  fewJobs: number;
  manyJobs: number;
  /** Of pairs of projects seen the share that asks for nothing in common; undefined where too little is known. */
  unrelated: number | undefined;
  /** Bids of the middle bidder in view. */
  middle: number;
  /** What each bidder's bids in view amount to. */
  extents: ReadonlyMap<AccountKey, Extent>;
}

const learned = new WeakMap<BidLedger, Usual>();

/** What everyone's bids and figures say: learned once per state of both. */
export function learnUsual(ledger: BidLedger, table: StatedBidsTable): Usual {
  const versions = `${ledger.version} ${table.version}`;
  const known = learned.get(ledger);
  if (known?.versions === versions) return known;
  const totals = ledger.totals();
  const stated = table.totals();
  const seen = fitBaseRate(totals.decided, totals.won);
  const extents = new Map<AccountKey, Extent>();
  const delays: number[] = [];
  const projects = new Map<number, readonly number[]>();
  for (const [account, bids] of ledger.everyone()) {
    const extent = extentOf(bids);
    extents.set(account, extent);
    const { medianDelay, delayed } = extent.pace;
    if (medianDelay && delayed >= DELAYS_TO_LEARN) delays.push(Math.max(1, (medianDelay.least + medianDelay.most) / 2));
    for (const { project, topics } of bids) if (topics.length > 0) projects.set(project, topics);
  }
  const usual = {
    versions,
    seen,
    // Where few figures were seen, ordinary is what it is among the bids that were.
    stated: fitBaseRate(stated.placed, stated.won, { mean: seen.mean, strength: seen.a + seen.b }),
    bids: usualSpread(
      [...extents.values()].map(({ sustained }) => sustained),
      BIDS,
    ),
    placed: usualSpread([...stated.placed], PLACED),
    delay: usualSpread(delays, DELAY),
    ...workIn(table.everyone()),
    unrelated: shareUnrelated([...projects].sort(([a], [b]) => a - b).map(([, topics]) => topics)),
    middle: middleOf(totals.bids),
    extents,
  };
  learned.set(ledger, usual);
  return usual;
}

/** How many members finish few jobs and how many make a living of them. */
function workIn(everyone: Iterable<readonly [AccountKey, StatedWork]>): { fewJobs: number; manyJobs: number } {
  let [known, few, many] = [0, 0, 0];
  for (const [, { jobs, years = 0 }] of everyone) {
    if (jobs === undefined || years < MIN_YEARS) continue;
    known++;
    if (jobs < FEW_JOBS * years) few++;
    if (jobs >= MANY_JOBS * years) many++;
  }
  const share = (count: number, expected: number) => (count + expected * WORK.accounts) / (known + WORK.accounts);
  return { fewJobs: share(few, WORK.few), manyJobs: share(many, WORK.many) };
}

function middleOf(counts: Int32Array): number {
  const sorted = counts.slice().sort();
  return sorted[sorted.length >> 1] ?? 0;
}
