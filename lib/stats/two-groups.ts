// What one figure of an account says about which of two groups it is of: how much likelier the figure is in the one
// than in the other. Odds of several figures multiply, as far as they do not depend on each other (two-groups model:
// Efron, Large-Scale Inference, 2010, chapter 5). All odds here are natural logarithms, above 0 for the second group.
import { logBetaBinomial } from './tails.ts';

/** A spread of logarithms: their middle, and how far they lie from it. */
export interface LogNormal {
  middle: number;
  spread: number;
}

/** A spread before anything was seen, and how many accounts that knowledge counts for. */
export interface Expected extends LogNormal {
  accounts: number;
}

/**
 * How values are spread among ordinary accounts, whatever some odd ones do: the median and the median distance from
 * it (times 1.4826, as for a normal distribution), drawn towards what was expected. Never narrower than half of that.
 *
 * @param values above 0, one an account
 */
export function usualSpread(values: readonly number[], expected: Expected): LogNormal {
  const n = values.length;
  if (n === 0) return expected;
  const logs = Float64Array.from(values, Math.log).sort();
  const median = middleOf(logs);
  const distances = logs.map((x) => Math.abs(x - median)).sort();
  const spread = 1.4826 * middleOf(distances);
  const { accounts } = expected;
  const both = (n * spread ** 2 + accounts * expected.spread ** 2) / (n + accounts);
  return {
    middle: (n * median + accounts * expected.middle) / (n + accounts),
    spread: Math.max(Math.sqrt(both), expected.spread / 2),
  };
}

/** How much likelier a value above 0 is in the second group than in the first, at least and at most as given. */
export function spreadOdds(value: number, first: LogNormal, second: LogNormal, bounds: readonly [number, number]) {
  const x = Math.log(value);
  return Math.min(bounds[1], Math.max(bounds[0], logDensity(x, second) - logDensity(x, first)));
}

/** How much likelier k successes of n are where rates are spread as Beta(second) than as Beta(first). */
export function rateOdds(k: number, n: number, first: { a: number; b: number }, second: { a: number; b: number }) {
  return n === 0 ? 0 : logBetaBinomial(k, n, second.a, second.b) - logBetaBinomial(k, n, first.a, first.b);
}

function logDensity(x: number, { middle, spread }: LogNormal): number {
  return -0.5 * ((x - middle) / spread) ** 2 - Math.log(spread);
}

function middleOf(sorted: Float64Array): number {
  const half = sorted.length >> 1;
  const upper = sorted[half] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2;
}
