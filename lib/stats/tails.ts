// How often would pure chance do as much? The tails of the beta-binomial and Poisson distributions, summed
// term by term in logarithms, so that they stay exact where approximations fail: few wins, many bids, one
// chance in a million.
import { logBeta, logGamma } from './special.ts';

/** A term this much smaller than the sum so far no longer moves it. */
const NEGLIGIBLE = 1e-17;

/**
 * ln P(K = k) for K beta-binomial: n trials whose success rate was itself drawn from Beta(a, b)
 * (Skellam 1948). −Infinity outside 0..n.
 */
export function logBetaBinomial(k: number, n: number, a: number, b: number): number {
  if (k < 0 || k > n) return Number.NEGATIVE_INFINITY;
  const choose = -Math.log(n + 1) - logBeta(n - k + 1, k + 1);
  return choose + logBeta(k + a, n - k + b) - logBeta(a, b);
}

/**
 * P(K ≤ k) for K beta-binomial(n, a, b): of all whose rate is spread as Beta(a, b), the share that has
 * k successes or fewer in n trials. Sums downwards from k by the ratio of neighbouring terms; at most
 * k steps. k below 0 gives 0, k of n or more gives 1.
 */
export function betaBinomialAtMost(k: number, n: number, a: number, b: number): number {
  if (k < 0) return 0;
  if (k >= n) return 1;
  let term = 1;
  let sum = 1;
  for (let j = k; j > 0; j--) {
    const ratio = (j * (b + n - j)) / ((n - j + 1) * (a + j - 1));
    term *= ratio;
    sum += term;
    if (sum > 1e280) return 1;
    if (ratio < 1 && term < sum * NEGLIGIBLE) break;
  }
  return Math.min(1, Math.exp(logBetaBinomial(k, n, a, b) + Math.log(sum)));
}

/**
 * ln P(K ≥ k) for K beta-binomial(n, a, b): the upper tail, summed upwards from k; at most n − k steps.
 * 0 for k ≤ 0, −Infinity for k > n.
 */
export function logBetaBinomialAtLeast(k: number, n: number, a: number, b: number): number {
  if (k <= 0) return 0;
  if (k > n) return Number.NEGATIVE_INFINITY;
  let term = 1;
  let sum = 1;
  for (let j = k; j < n; j++) {
    const ratio = ((n - j) * (a + j)) / ((j + 1) * (b + n - j - 1));
    term *= ratio;
    sum += term;
    if (sum > 1e280) return 0;
    if (ratio < 1 && term < sum * NEGLIGIBLE) break;
  }
  return Math.min(0, logBetaBinomial(k, n, a, b) + Math.log(sum));
}

/**
 * ln P(X ≥ x) for X Poisson with the given mean: that a count expected to be `mean` comes out at x or
 * more. Summed upwards from x until the terms no longer count. 0 for x ≤ 0 or an unreadable mean.
 */
export function logPoissonAtLeast(x: number, mean: number): number {
  if (x <= 0 || !(mean >= 0)) return 0;
  if (mean === 0) return Number.NEGATIVE_INFINITY;
  if (x <= mean) return 0;
  let term = 1;
  let sum = 1;
  for (let j = x + 1; j < x + 100_000; j++) {
    term *= mean / j;
    sum += term;
    if (term < sum * NEGLIGIBLE) break;
  }
  return Math.min(0, x * Math.log(mean) - mean - logGamma(x + 1) + Math.log(sum));
}
