// How often does a bid get the job, on the marketplaces this user hires on? Learned from every bid
// whose outcome was seen. A few accounts with hundreds of lost bids must not drag the figure down,
// or they would make themselves look usual; so they are told apart while it is learned.
import { logBetaBinomial } from './tails.ts';

/** The win rates of ordinary bidders, spread as Beta(a, b), and what that rests on. */
export interface BaseRate {
  a: number;
  b: number;
  /** a / (a + b): the average ordinary bidder's chance, 0 to 1. */
  mean: number;
  /** Decided bids and accounts it was learned from, beside the prior. */
  bids: number;
  accounts: number;
}

/**
 * Before anything was seen: 5 in 100, give or take 2. A project draws 4 to 35 bids, about 12 in the
 * middle, and one is taken, when one is: an average bid wins 3 to 8 times in 100.
 */
export const PRIOR = { mean: 0.05, strength: 120 } as const;

/** The prior on the mean counts as much as this many decided bids. */
const PRIOR_BIDS = 150;
/** Those who bid and next to never win: rates spread as Beta(½, 200), ¼ in 100 on average. */
const HOPELESS = { a: 0.5, b: 200 };
/** Only who has this many decided bids can be one of them: with fewer, no win says nothing. */
const HOPELESS_FROM = 60;
/** The shares of such accounts, among those with so many bids, that are tried. */
const SHARES = [0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5];
/** Most different (bids, wins) pairs looked at, and most bids of one account that count. */
const MAX_PAIRS = 4_000;
const MAX_BIDS = 2_000;

/**
 * Fits a two-part mixture of beta-binomials (ordinary bidders, and those who next to never win) to
 * everyone's decided and won bids by maximum a posteriori on a grid that is refined twice, and gives
 * the ordinary part. With nothing seen it is the prior.
 *
 * @param decided decided bids of each account; accounts with none are skipped
 * @param won wins of each account, not above `decided`
 */
export function fitBaseRate(decided: Int32Array, won: Int32Array): BaseRate {
  const pairs = countPairs(decided, won);
  let accounts = 0;
  let bids = 0;
  for (const pair of pairs) {
    accounts += pair.times;
    bids += pair.n * pair.times;
  }
  for (const pair of pairs) pair.hopeless = Math.exp(logBetaBinomial(pair.k, pair.n, HOPELESS.a, HOPELESS.b));

  // Strength: how alike ordinary bidders are. Below 20 the spread would swallow every test.
  let best = { score: Number.NEGATIVE_INFINITY, mean: PRIOR.mean as number, strength: PRIOR.strength as number };
  let means = steps(0.01, 0.3, 12);
  let strengths = steps(20, 1_000, 7);
  for (let round = 0; round < 3; round++) {
    for (const mean of means) {
      for (const strength of strengths) {
        const score = posterior(pairs, mean, strength);
        if (score > best.score) best = { score, mean, strength };
      }
    }
    const finer = 3 ** (round + 1);
    means = steps(best.mean / 1.36 ** (3 / finer), best.mean * 1.36 ** (3 / finer), 5);
    strengths = steps(
      Math.max(20, best.strength / 1.9 ** (3 / finer)),
      Math.min(1_000, best.strength * 1.9 ** (3 / finer)),
      5,
    );
  }
  const a = best.mean * best.strength;
  return { a, b: best.strength - a, mean: best.mean, bids, accounts };
}

interface Pair {
  n: number;
  k: number;
  times: number;
  hopeless: number;
}

function countPairs(decided: Int32Array, won: Int32Array): Pair[] {
  const pairs = new Map<number, Pair>();
  for (let i = 0; i < decided.length; i++) {
    let n = decided[i] as number;
    let k = Math.min(n, won[i] ?? 0);
    if (n <= 0) continue;
    if (n > MAX_BIDS) {
      k = Math.round((k * MAX_BIDS) / n);
      n = MAX_BIDS;
    }
    const key = n * (MAX_BIDS + 1) + k;
    const pair = pairs.get(key);
    if (pair) pair.times++;
    else if (pairs.size < MAX_PAIRS) pairs.set(key, { n, k, times: 1, hopeless: 0 });
  }
  return [...pairs.values()];
}

function posterior(pairs: readonly Pair[], mean: number, strength: number): number {
  const a = mean * strength;
  const b = strength - a;
  const usual = pairs.map((pair) => Math.exp(logBetaBinomial(pair.k, pair.n, a, b)));
  let best = Number.NEGATIVE_INFINITY;
  for (const share of SHARES) {
    let sum = 4 * Math.log(1 - share);
    for (const [i, pair] of pairs.entries()) {
      const ordinary = usual[i] as number;
      const chance = pair.n < HOPELESS_FROM ? ordinary : (1 - share) * ordinary + share * pair.hopeless;
      sum += pair.times * Math.log(Math.max(chance, 1e-300));
    }
    if (sum > best) best = sum;
  }
  const spread = Math.log(strength / PRIOR.strength);
  const onMean = PRIOR_BIDS * (PRIOR.mean * Math.log(mean) + (1 - PRIOR.mean) * Math.log(1 - mean));
  return best + onMean - (spread * spread) / 2;
}

/** `count` values from `from` to `to`, each the same multiple of the one before. */
function steps(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from * (to / from) ** (i / (count - 1)));
}
