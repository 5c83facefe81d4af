// A linear support vector machine with squared hinge, by dual coordinate descent (Hsieh, Chang, Lin, Keerthi and
// Sundararajan 2008): every example in turn, in an order that a seed gives, so that the same examples give the same weights.
import { random } from '../evaluate/random.ts';

/** Features that are there, by number; what it should come to; how much a mistake on it counts. */
export interface Example {
  numbers: Int32Array;
  /** What each feature that is there comes to. */
  much: number;
  isRight: boolean;
  counts: number;
}

export interface Weights {
  of: Float64Array;
  begin: number;
}

const ROUNDS = 20;
const SEED = 7;
/** So near to the best nothing more is gained. */
const NEAR = 0.01;

/**
 * The weights that part the examples.
 *
 * @param features how many features there are
 * @param cost how much mistakes count beside large weights
 */
export function trained(examples: readonly Example[], features: number, cost: number): Weights {
  const of = new Float64Array(features);
  let begin = 0;
  const next = random(SEED);
  const order = Int32Array.from(examples, (_, i) => i);
  const alphas = new Float64Array(examples.length);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    let furthest = 0;
    for (const i of order) {
      const { numbers, much, isRight, counts } = examples[i] as Example;
      const sign = isRight ? 1 : -1;
      const slack = 1 / (2 * cost * counts);
      const alpha = alphas[i] as number;
      let sum = 0;
      for (const n of numbers) sum += of[n] as number;
      sum = sum * much + begin;
      const gradient = sign * sum - 1 + slack * alpha;
      furthest = Math.max(furthest, Math.abs(alpha === 0 ? Math.min(gradient, 0) : gradient));
      const next = Math.max(0, alpha - gradient / (numbers.length * much * much + 1 + slack));
      if (next === alpha) continue;
      alphas[i] = next;
      const step = (next - alpha) * sign;
      begin += step;
      for (const n of numbers) of[n] = (of[n] as number) + step * much;
    }
    if (furthest < NEAR) break;
  }
  return { of, begin };
}
