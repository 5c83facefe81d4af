// How often does a bid get the job, on the marketplaces this user hires on? Learned from every bid
// whose outcome was seen. A few accounts with hundreds of lost bids must not drag the figure down,
// or they would make themselves look usual; so they are told apart while it is learned.
import { fitBeta } from './beta-fit.ts';

/** The win rates of ordinary bidders, spread as Beta(a, b), and what that rests on. */
export interface BaseRate {
  a: number;
  b: number;
  /** a / (a + b): the average ordinary bidder's chance, 0 to 1. */
  mean: number;
  /** The share of accounts with 60 decided bids or more that next to never win. */
  oddShare: number;
  /** Decided bids and accounts it was learned from, beside the prior. */
  bids: number;
  accounts: number;
}

/**
 * Before anything was seen: 5 in 100, give or take 2. A project draws 4 to 35 bids, about 12 in the
 * middle, and one is taken, when one is: an average bid wins 3 to 8 times in 100.
 */
export const PRIOR = { mean: 0.05, strength: 120 } as const;

/**
 * Fits the ordinary bidders' win rate to everyone's decided and won bids (see fitBeta). Odd are those
 * with 60 decided bids or more who win ¼ in 100 on average: with fewer bids no win says nothing. The prior
 * counts as 150 bids. Below a strength of 20 the spread would swallow every test.
 *
 * @param decided decided bids of each account; accounts with none are skipped
 * @param won wins of each account
 * @param prior what is known beforehand: the average rate, and the strength a + b of the spread
 */
export function fitBaseRate(
  decided: Int32Array,
  won: Int32Array,
  prior: { mean: number; strength: number } = PRIOR,
): BaseRate {
  const { a, b, mean, oddShare, trials, accounts } = fitBeta(decided, won, {
    ...prior,
    trials: 150,
    means: [0.01, 0.3],
    strengths: [20, 1_000],
    odd: { a: 0.5, b: 200, from: 60 },
  });
  return { a, b, mean, oddShare, bids: trials, accounts };
}
