// How much a shared phrase tells: nothing when many people use it, everything when hardly anyone does.

/** A phrase that this share of the others uses is no sign of anything; one at RARE or below is a full one. */
const USUAL = 0.03;
const RARE = 0.002;

/** Before anything is learned, things count as if this many more accounts had been seen. */
export const PRIOR_ACCOUNTS = 20;

/** Words a fingerprint stands for: one shingle in three is taken. */
export const WORDS_PER_FINGERPRINT = 3;

/** Rare words shared, as far as fingerprints tell, that make a text worth a closer look. */
export const MIN_RARE_TERMS = 6;

/**
 * @param chance that somebody's text has the phrase
 * @returns from 0 for a usual phrase to 1 for one that hardly anyone uses
 */
export function rarity(chance: number): number {
  return Math.min(1, Math.max(0, Math.log(USUAL / chance) / Math.log(USUAL / RARE)));
}

/** From 0 for a usual phrase to 1 for one that hardly anyone uses, who is not in the family. */
export function weightOf(chance: number, accounts: number): number {
  // Nobody outside the family: as rare as can be known.
  if (chance <= 0.75 / (accounts + PRIOR_ACCOUNTS)) return 1;
  return rarity(chance);
}
