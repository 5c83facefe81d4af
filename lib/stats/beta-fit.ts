// Learns how a rate is spread among ordinary accounts when some accounts are not ordinary: a few who
// fail at everything, or a few who do only one thing, must not make themselves look usual. Both parts
// are fitted at once, and the ordinary part is what comes out.
import { logBeta } from './special.ts';

/** What is known beforehand, and what the odd accounts look like. */
export interface Expected {
  /** The average rate, how many trials this knowledge counts for, and the strength a + b of the spread. */
  mean: number;
  trials: number;
  strength: number;
  /** The grid: least and greatest average and strength that are tried. */
  means: readonly [number, number];
  strengths: readonly [number, number];
  /** The rates of odd accounts are spread as Beta(a, b); only who has `from` trials can be odd. */
  odd: { a: number; b: number; from: number };
}

export interface BetaFit {
  /** Ordinary rates are spread as Beta(a, b). */
  a: number;
  b: number;
  /** a / (a + b). */
  mean: number;
  /** The share of odd accounts among those that could be. */
  oddShare: number;
  /** Trials and accounts it was learned from, beside what was known beforehand. */
  trials: number;
  accounts: number;
}

/** Shares of odd accounts that are tried. */
const ODD_SHARES = [0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5];
/** Most different (trials, successes) pairs looked at, the commonest, and most trials of one account that count. */
const MAX_PAIRS = 4_000;
const MAX_TRIALS = 2_000;

/**
 * Fits a mixture of two beta-binomials, the ordinary and the odd accounts, to everyone's trials and
 * successes: maximum a posteriori on a grid of average and strength that is refined twice (Gelman et
 * al., Bayesian Data Analysis, 5.3, with a second component). With nothing seen it is what was expected.
 *
 * @param trials trials of each account; accounts with none are skipped
 * @param successes successes of each account; more than its trials count as all of them
 */
export function fitBeta(trials: ArrayLike<number>, successes: ArrayLike<number>, expected: Expected): BetaFit {
  const pairs = countPairs(trials, successes);
  let accounts = 0;
  let sum = 0;
  for (const pair of pairs) {
    accounts += pair.times;
    sum += pair.n * pair.times;
    pair.choose = -Math.log(pair.n + 1) - logBeta(pair.n - pair.k + 1, pair.k + 1);
    pair.odd = likelihood(pair, expected.odd.a, expected.odd.b, logBeta(expected.odd.a, expected.odd.b));
  }
  let best = { score: Number.NEGATIVE_INFINITY, mean: expected.mean, strength: expected.strength, oddShare: 0 };
  let means = steps(expected.means[0], expected.means[1], 12);
  let strengths = steps(expected.strengths[0], expected.strengths[1], 7);
  // The grid's steps are factors; each round looks one step to either side, three times finer.
  let meanStep = (means[1] as number) / (means[0] as number);
  let strengthStep = (strengths[1] as number) / (strengths[0] as number);
  for (let round = 0; round < 3; round++) {
    for (const mean of means) {
      for (const strength of strengths) {
        const { score, oddShare } = posterior(pairs, mean, strength, expected);
        if (score > best.score) best = { score, mean, strength, oddShare };
      }
    }
    means = steps(best.mean / meanStep, Math.min(0.95, best.mean * meanStep), 5);
    strengths = steps(
      Math.max(expected.strengths[0], best.strength / strengthStep),
      Math.min(expected.strengths[1], best.strength * strengthStep),
      5,
    );
    meanStep **= 1 / 3;
    strengthStep **= 1 / 3;
  }
  const a = best.mean * best.strength;
  return { a, b: best.strength - a, mean: best.mean, oddShare: best.oddShare, trials: sum, accounts };
}

interface Pair {
  n: number;
  k: number;
  times: number;
  /** Logarithm of the ways to choose k of n. */
  choose: number;
  /** How likely an odd account is to show this. */
  odd: number;
}

/** The beta-binomial chance of a pair (see logBetaBinomial), with what is the same for many taken out. */
function likelihood(pair: Pair, a: number, b: number, logBetaOfBoth: number): number {
  return Math.exp(pair.choose + logBeta(pair.k + a, pair.n - pair.k + b) - logBetaOfBoth);
}

function countPairs(trials: ArrayLike<number>, successes: ArrayLike<number>): Pair[] {
  const pairs = new Map<number, Pair>();
  for (let i = 0; i < trials.length; i++) {
    let n = trials[i] as number;
    let k = Math.min(n, successes[i] ?? 0);
    if (!(n > 0)) continue;
    if (n > MAX_TRIALS) {
      k = Math.round((k * MAX_TRIALS) / n);
      n = MAX_TRIALS;
    }
    const key = n * (MAX_TRIALS + 1) + k;
    const pair = pairs.get(key);
    if (pair) pair.times++;
    else pairs.set(key, { n, k, times: 1, choose: 0, odd: 0 });
  }
  // In an order of their own, so that the sums do not depend on who was seen first.
  return [...pairs]
    .sort(([x, a], [y, b]) => b.times - a.times || x - y)
    .slice(0, MAX_PAIRS)
    .map(([, pair]) => pair);
}

function posterior(pairs: readonly Pair[], mean: number, strength: number, expected: Expected) {
  const a = mean * strength;
  const b = strength - a;
  const both = logBeta(a, b);
  const usual = pairs.map((pair) => likelihood(pair, a, b, both));
  let score = Number.NEGATIVE_INFINITY;
  let oddShare = 0;
  for (const share of ODD_SHARES) {
    let sum = 4 * Math.log(1 - share);
    for (const [i, pair] of pairs.entries()) {
      const ordinary = usual[i] as number;
      const chance = pair.n < expected.odd.from ? ordinary : (1 - share) * ordinary + share * pair.odd;
      sum += pair.times * Math.log(Math.max(chance, 1e-300));
    }
    if (sum > score) {
      score = sum;
      oddShare = share;
    }
  }
  const spread = Math.log(strength / expected.strength);
  const onMean = expected.trials * (expected.mean * Math.log(mean) + (1 - expected.mean) * Math.log(1 - mean));
  return { score: score + onMean - (spread * spread) / 2, oddShare };
}

/** `count` values from `from` to `to`, each the same multiple of the one before. */
function steps(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from * (to / from) ** (i / (count - 1)));
}
