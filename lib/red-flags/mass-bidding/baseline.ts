// What is usual among bidders, and how unusual an account may be before it is said. Bids that were seen and the
// marketplaces' own totals are two populations: each is compared with its own.
import { type BaseRate, fitBaseRate } from '../../stats/base-rate.ts';
import type { BidLedger } from '../../stats/bid-ledger.ts';
import type { StatedBidsTable } from '../../stats/stated-bids.ts';
import { betaBinomialAtMost } from '../../stats/tails.ts';

/** Bids that are extensive bidding anywhere: the free allowance of a marketplace is about ten a month. */
const EXTENSIVE = 150;
/** Fewer than that are extensive when they are this many times what the middle bidder sent. */
const TIMES_THE_MIDDLE = 4;
/** With fewer decided bids than this nothing is said: too many honest people look the same. */
export const MIN_DECIDED = 100;
/** Of all accounts seen, at most this share may be flagged by chance. */
export const FALSE_ALARMS = 0.003;
/**
 * A small store of bids that were seen counts as this many accounts more: there hardly anyone has enough of them. The
 * marketplaces' own figures make everyone tested, so that with them the share is taken as it is.
 */
const SMALL_STORE = 20;
/** However few are judged: only below this tail is an account flagged, 3 of 100 ordinary bidders with as many bids. */
const MAX_TAIL = 0.03;

/** What is usual in one population. */
export interface Usual {
  base: BaseRate;
  /** Bids of the middle bidder. */
  middle: number;
}

export interface Baseline {
  /** Bids that were seen; bids by the marketplaces' own figures. */
  seen: Usual;
  stated: Usual;
  /** Accounts that are judged, by either. */
  tested: number;
  /** The share of ordinary accounts that is judged at all. */
  testedShare: number;
  /** The greatest tail that is still flagged. */
  ceiling: number;
}

const learned = new WeakMap<BidLedger, Baseline & { versions: string }>();

/** What everyone's bids and figures say: learned once per state of both. */
export function learn(ledger: BidLedger, table: StatedBidsTable): Baseline {
  const versions = `${ledger.version} ${table.version}`;
  const known = learned.get(ledger);
  if (known?.versions === versions) return known;
  const totals = ledger.totals();
  const stated = table.totals();
  const seenBase = fitBaseRate(totals.decided, totals.won);
  // Where few figures were seen, ordinary is what it is among the bids that were.
  const statedBase = fitBaseRate(stated.placed, stated.won, { mean: seenBase.mean, strength: seenBase.a + seenBase.b });
  const isEnough = (n: number) => n >= MIN_DECIDED;
  let testedByFigures = 0;
  let testedByBoth = 0;
  let unseen = 0;
  stated.accounts.forEach((account, i) => {
    const tally = ledger.of(account);
    if (!tally) unseen++;
    if (!isEnough(stated.placed[i] as number)) return;
    testedByFigures++;
    if (tally && isEnough(tally.won + tally.lost)) testedByBoth++;
  });
  const testedBySeen = totals.decided.filter(isEnough).length - testedByBoth;
  const ordinary = Math.max(1, testedBySeen * (1 - seenBase.oddShare) + testedByFigures * (1 - statedBase.oddShare));
  const accounts = totals.accounts + unseen + (testedByFigures === 0 ? SMALL_STORE : 0);
  const testedShare = Math.min(1, ordinary / Math.max(1, accounts));
  const baseline = {
    versions,
    seen: { base: seenBase, middle: middleOf(totals.bids) },
    stated: { base: statedBase, middle: middleOf(stated.placed) },
    tested: testedBySeen + testedByFigures,
    testedShare,
    // Thousands are seen, a part of them tested: the fewer are tested, the more each may show by chance.
    ceiling: Math.min(MAX_TAIL, FALSE_ALARMS / testedShare),
  };
  learned.set(ledger, baseline);
  return baseline;
}

/** Whether so many bids are extensive, beside those of the middle bidder of the same population. */
export function isExtensive(bids: number, middle: number): boolean {
  return bids >= EXTENSIVE || bids >= TIMES_THE_MIDDLE * middle;
}

/** Of ordinary bidders with `n` decided bids, the share that won so few or fewer. */
export function tailOf({ base }: Usual, n: number, won: number): number {
  return betaBinomialAtMost(won, n, base.a, base.b);
}

function middleOf(counts: Int32Array): number {
  const sorted = counts.slice().sort();
  return sorted[sorted.length >> 1] ?? 0;
}
