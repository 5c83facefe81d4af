// How many groups like one that was found chance would make, given what is usual among everyone who was seen. The
// chance model of the ring search (rings.ts).
import { type BetaFit, fitBeta } from '../stats/beta-fit.ts';
import { logBetaBinomialAtLeast, logPoissonAtLeast } from '../stats/tails.ts';

/** What is usual among the clients whose densest windows were looked at. */
export interface Baseline {
  /** How many clients, and how many of them rated enough developers to make a group alone. */
  clients: number;
  ableAlone: number;
  /** Client-developer pairs in the densest windows and in the dense subgraph: all, and by developer. */
  windowPairs: number;
  subgraphPairs: number;
  windowInto: Int32Array;
  subgraphInto: Int32Array;
  /** Developers of the dense subgraph that each client rated. */
  ofClient: Int32Array;
  /** Developers of each client’s densest window who depend on that client alone. */
  dependentOf: Int32Array;
  /** The share of a client's developers that depend on that client alone, and that are in the dense subgraph. */
  alone: BetaFit;
  inSubgraph: BetaFit;
}

/** The figures of a group that chance is asked about. */
export interface GroupCounts {
  clients: number;
  developers: number;
  /** Client-developer pairs inside, and developers that its clients rated in that time (and, by a part, at others). */
  pairs: number;
  trials: number;
  /** Pairs of anybody with its developers: in the densest windows, and in the dense subgraph. */
  windowInto: number;
  subgraphInto: number;
}

/**
 * The share of a client's developers for which something holds, among ordinary clients. Before anything was seen it
 * is 10 in 100, counted as 30 ratings; odd are clients who rate hardly anyone else.
 */
export function usualShare(trials: ArrayLike<number>, successes: ArrayLike<number>): BetaFit {
  return fitBeta(trials, successes, {
    mean: 0.1,
    trials: 30,
    strength: 30,
    means: [0.003, 0.9],
    strengths: [4, 300],
    odd: { a: 6, b: 1, from: 4 },
  });
}

/**
 * How many such groups chance would make among everything that was seen, as a natural logarithm.
 *
 * One client: the developers who depend on that client alone, among all they rated, against the share
 * that is usual (a beta-binomial tail), times the clients who could have such a group.
 *
 * Several clients: that they meet on the same developers so often, when each picks developers by how many
 * ratings those have (a Poisson tail, as under the configuration model), times the ways to choose the
 * clients. Either among all that were rated; or among those of the dense subgraph alone, times the tail of so
 * many of their ratings going there. The lesser counts twice, for having looked at both.
 */
export function logExpected(group: GroupCounts, baseline: Baseline): number {
  const { clients, developers, pairs, trials } = group;
  if (clients === 1) {
    const { a, b } = baseline.alone;
    return logBetaBinomialAtLeast(pairs, trials, a, b) + Math.log(Math.max(baseline.ableAlone, 1));
  }
  const again = pairs - developers;
  const among = (into: number, all: number) => logPoissonAtLeast(again, (pairs * into) / Math.max(all, 1));
  const amongAll = among(group.windowInto, baseline.windowPairs);
  const { a, b } = baseline.inSubgraph;
  const amongSubgraph = among(group.subgraphInto, baseline.subgraphPairs) + logBetaBinomialAtLeast(pairs, trials, a, b);
  const ways = clients * Math.log(Math.max(baseline.clients, 1)) - logFactorial(clients);
  return Math.min(amongAll, amongSubgraph) + Math.LN2 + ways;
}

/**
 * How often so many of a group's profiles would be alike to one of them by chance, as a natural logarithm.
 *
 * @param most how many are alike to one, itself among them
 * @param known how many of the group's profiles are known
 * @param usual the share of pairs of profiles that are alike elsewhere
 */
export function logAlike(most: number, known: number, usual: number): number {
  const others = known - 1;
  // A rate that is known exactly: a beta with hardly any spread.
  const tail = logBetaBinomialAtLeast(most - 1, others, usual * 1e6, (1 - usual) * 1e6);
  return Math.min(0, tail + Math.log(known));
}

function logFactorial(n: number): number {
  let sum = 0;
  for (let i = 2; i <= n; i++) sum += Math.log(i);
  return sum;
}
