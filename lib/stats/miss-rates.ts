// What share of things goes wrong with everybody: jobs that come late, jobs that are not finished, questions that wait
// for days. Learned for each group, such as a marketplace, from all who were seen there, so that where everything is
// slow nobody is unusual; the few whom most goes wrong with do not drag it (beta-fit.ts).
import { type BetaFit, fitBeta } from './beta-fit.ts';
import { logBetaBinomialAtLeast } from './tails.ts';

/** So many things of one account, and how many of them went wrong. */
export interface Misses {
  trials: number;
  missed: number;
}

/** What is believed before anything was seen: the average share, worth so many trials. */
export interface Beforehand {
  mean: number;
  trials: number;
}

/**
 * Of 587 profiles of one marketplace with five reviews and more the rates on time are spread as a beta of strength 23
 * around 94 %; the belief is wider. An account with whom half goes wrong is no ordinary one.
 */
const SPREAD = {
  strength: 12,
  means: [0.01, 0.7],
  strengths: [2, 200],
  odd: { a: 3, b: 2, from: 5 },
} as const;

/** Everyone's, by the store's number of the row that says so. */
export class MissRates {
  readonly #before: Beforehand;
  readonly #rows = new Map<number, Misses & { group: string }>();
  readonly #fits = new Map<string, BetaFit>();

  constructor(before: Beforehand) {
    this.#before = before;
  }

  put(row: number, group: string, misses: Misses): void {
    this.#rows.set(row, { ...misses, group });
    this.#fits.delete(group);
  }

  remove(row: number): void {
    const known = this.#rows.get(row);
    if (!known) return;
    this.#rows.delete(row);
    this.#fits.delete(known.group);
  }

  /** What is usual in a group. */
  usual(group: string): BetaFit {
    const known = this.#fits.get(group);
    if (known) return known;
    const rows = [...this.#rows.values()].filter((row) => row.group === group);
    const fit = usualMisses(rows, this.#before);
    this.#fits.set(group, fit);
    return fit;
  }
}

/** How the shares of these are spread among ordinary accounts. */
export function usualMisses(rows: readonly Misses[], before: Beforehand): BetaFit {
  return fitBeta(
    rows.map(({ trials }) => trials),
    rows.map(({ missed }) => missed),
    { ...SPREAD, ...before },
  );
}

/** The share of ordinary accounts with which as much goes wrong, or more, of so many things: 0 to 1. */
export function shareWithAsMany({ trials, missed }: Misses, { a, b }: Pick<BetaFit, 'a' | 'b'>): number {
  return Math.exp(logBetaBinomialAtLeast(missed, trials, a, b));
}
