// How much people usually tell of themselves on each marketplace: which parts their profiles have, and how many of
// the usual ones. Learned from everyone who was seen there, because a part that a marketplace does not show, or nobody
// fills in, is missing from nobody.
import { type BetaFit, fitBeta } from './beta-fit.ts';
import { logBetaBinomialAtLeast } from './tails.ts';

/** What people say of themselves; what they have earned, such as ratings, is none of it: newcomers have none. */
export const parts = [
  'headline',
  'about',
  'employment',
  'education',
  'portfolio',
  'links',
  'skills',
  'languages',
] as const;
export type Part = (typeof parts)[number];

/** A part is usual where so many of a marketplace's profiles have it. */
const USUAL = 0.4;
/** Profiles of a marketplace without which nothing is usual there. */
export const MIN_PROFILES = 20;
/** On average one part in three is missing, believed with the weight of so many parts. */
const BEFORE = {
  mean: 0.35,
  trials: 40,
  strength: 6,
  means: [0.01, 0.9],
  strengths: [2, 60],
  odd: { a: 8, b: 1, from: 1e9 },
} as const;

/** What is usual on one marketplace. */
export interface UsualParts {
  profiles: number;
  parts: readonly Part[];
  /** How the share of missing parts is spread. */
  fit: Pick<BetaFit, 'a' | 'b'>;
  /** How many profiles have so many of the usual parts, by their number. */
  counts: readonly number[];
}

/** The parts of everyone's profiles, by the store's number of the profile. */
export class ProfileParts {
  readonly #rows = new Map<number, { site: string; mask: number }>();
  readonly #usual = new Map<string, UsualParts>();

  /** @param mask one bit for each of {@link parts} */
  put(row: number, site: string, mask: number): void {
    this.#rows.set(row, { site, mask });
    this.#usual.delete(site);
  }

  remove(row: number): void {
    const known = this.#rows.get(row);
    if (!known) return;
    this.#rows.delete(row);
    this.#usual.delete(known.site);
  }

  /** What is usual on a marketplace. */
  usual(site: string): UsualParts {
    const known = this.#usual.get(site) ?? this.#learn(site);
    this.#usual.set(site, known);
    return known;
  }

  #learn(site: string): UsualParts {
    const masks = [...this.#rows.values()].flatMap((row) => (row.site === site ? [row.mask] : []));
    const usual = parts.filter((part) => masks.filter((mask) => hasPart(mask, part)).length >= USUAL * masks.length);
    const counts = new Array<number>(usual.length + 1).fill(0);
    const shown = masks.map((mask) => usual.filter((part) => hasPart(mask, part)).length);
    for (const count of shown) counts[count] = (counts[count] ?? 0) + 1;
    const fit = fitBeta(
      shown.map(() => usual.length),
      shown.map((count) => usual.length - count),
      BEFORE,
    );
    return { profiles: masks.length, parts: usual, fit, counts };
  }
}

export function hasPart(mask: number, part: Part): boolean {
  return (mask & (1 << parts.indexOf(part))) !== 0;
}

/**
 * The share of a marketplace's profiles that have as few of the usual parts, or fewer: by the fitted beta-binomial, and
 * never below what was counted among the others (a model's tail is believed only where nobody contradicts it).
 *
 * @param shown usual parts that the profile has; it is itself among those counted
 */
export function shareWithAsFew(shown: number, { fit, counts, profiles, parts: usual }: UsualParts): number {
  const others = counts.slice(0, shown + 1).reduce((sum, count) => sum + count, 0) - 1;
  return Math.max(
    Math.exp(logBetaBinomialAtLeast(usual.length - shown, usual.length, fit.a, fit.b)),
    Math.max(0, others) / Math.max(1, profiles - 1),
  );
}
