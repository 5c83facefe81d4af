import { describe, expect, test } from 'vitest';
import { logBeta, logGamma } from '../../lib/stats/special.ts';
import {
  betaBinomialAtMost,
  logBetaBinomial,
  logBetaBinomialAtLeast,
  logPoissonAtLeast,
} from '../../lib/stats/tails.ts';

// Reference values from SciPy 1.17 (special.gammaln; stats.betabinom, binom, poisson).
describe('logGamma', () => {
  test.each([
    [0.001, 6.907178885383853],
    [0.5, 0.5723649429247],
    [1, 0],
    [2, 0],
    [14.9, 24.924132002217277],
    [15, 25.191221182738683],
    [100.5, 361.43554046777757],
    [1e6, 12815504.569147611],
  ])('of %d', (x, expected) => {
    expect(Math.abs(logGamma(x) - expected)).toBeLessThan(1e-12 * Math.max(1, Math.abs(expected)));
  });

  test.each([0, -1, Number.NaN, Number.NEGATIVE_INFINITY])('is no number at %d', (x) => {
    expect(logGamma(x)).toBeNaN();
  });

  test('the beta function is that of the factorials: B(3, 4) = 2! 3! / 6!', () => {
    expect(Math.exp(logBeta(3, 4))).toBeCloseTo(12 / 720, 14);
  });
});

describe('betaBinomialAtMost', () => {
  test.each([
    [0, 160, 5, 95, 0.007655879756219938],
    [3, 1_000, 5, 95, 0.00024217615817246084],
    [60_000, 1_000_000, 5, 95, 0.7150289059434984],
    [990, 1_000, 5, 95, 1],
    [-1, 10, 1, 1, 0],
    [10, 10, 1, 1, 1],
  ])('P(K ≤ %d) of %d bids under Beta(%d, %d)', (k, n, a, b, expected) => {
    expect(Math.abs(betaBinomialAtMost(k, n, a, b) / (expected || 1) - (expected ? 1 : 0))).toBeLessThan(1e-8);
  });

  test('is the sum of its terms, and they sum to one', () => {
    let sum = 0;
    for (let k = 0; k <= 40; k++) {
      sum += Math.exp(logBetaBinomial(k, 40, 2.5, 30));
      expect(betaBinomialAtMost(k, 40, 2.5, 30)).toBeCloseTo(sum, 12);
    }
    expect(sum).toBeCloseTo(1, 12);
  });

  test('both tails make a whole', () => {
    for (const k of [1, 4, 39]) {
      const above = Math.exp(logBetaBinomialAtLeast(k, 40, 2.5, 30));
      expect(betaBinomialAtMost(k - 1, 40, 2.5, 30) + above).toBeCloseTo(1, 12);
    }
  });

  test('no win in 30 bids at 5 in 100 happens to one honest bidder in five, in 90 to one in a hundred', () => {
    // A rate that hardly varies is the plain binomial: 0.95^30 = 0.215, 0.95^90 = 0.0099.
    expect(betaBinomialAtMost(0, 30, 5e5, 95e5)).toBeCloseTo(0.95 ** 30, 4);
    expect(betaBinomialAtMost(0, 90, 5e5, 95e5)).toBeCloseTo(0.95 ** 90, 4);
  });
});

describe('upper tails', () => {
  test.each([
    [20, 2.5, -26.38385987869818],
    [1, 0.001, -6.908255237315471],
    [0, 3, 0],
    [3, 3, 0],
    [5, Number.NaN, 0],
    [1, 0, Number.NEGATIVE_INFINITY],
  ])('Poisson: %d or more at a mean of %d', (x, mean, expected) => {
    if (Number.isFinite(expected)) expect(logPoissonAtLeast(x, mean)).toBeCloseTo(expected, 9);
    else expect(logPoissonAtLeast(x, mean)).toBe(expected);
  });

  test('Poisson stays a number where the chance itself no longer is one', () => {
    // P(X = 200) alone: 200 ln 2 − 2 − ln 200!; the terms above it add a hundredth of it.
    const alone = 200 * Math.log(2) - 2 - logGamma(201);
    expect(logPoissonAtLeast(200, 2)).toBeGreaterThan(alone);
    expect(logPoissonAtLeast(200, 2)).toBeLessThan(alone + 0.011);
  });

  test('beta-binomial: 8 or more of 10 under Beta(1, 9)', () => {
    expect(logBetaBinomialAtLeast(8, 10, 1, 9)).toBeCloseTo(-7.426310948809267, 10);
  });
});

test('a million bids come out as chances', () => {
  expect(betaBinomialAtMost(900_000, 1_000_000, 50, 50)).toBe(1);
  expect(logBetaBinomialAtLeast(2, 1_000_000, 50, 50)).toBeCloseTo(0, 8);
});
