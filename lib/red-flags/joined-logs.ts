// How often the flags on a company's own logs find an ordinary account by mistake, as a share of all accounts seen.
import type { Strength } from '../model/finding.ts';

/**
 * Of the accounts that a client sees at most so many are joined with a log: a project has ten bidders and more, and one
 * of them is hired. What these flags find among those is measured; of all others they say nothing.
 */
export const JOINED = 0.1;

/** The share where none of 4,410 ordinary accounts joined with a log was found, at most (95 %; docs/evaluation.md). */
const NONE_OF_JOINED = 0.0007 * JOINED;
/** The chances of a flag that found none of them. */
export const NONE_FOUND: Readonly<Record<Strength, number>> = {
  weak: NONE_OF_JOINED,
  moderate: NONE_OF_JOINED,
  strong: NONE_OF_JOINED,
};

/** Of those joined with a log that are ordinary a flag finds so large a share at most, however strongly. */
export function foundAtMost(share: number): Readonly<Record<Strength, number>> {
  return { weak: share * JOINED, moderate: share * JOINED, strong: share * JOINED };
}
