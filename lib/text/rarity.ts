// How much a shared phrase says: nothing when many people use it, a great deal when hardly anyone does.

/** A phrase that this share of the others uses says nothing; one at RARE or below says the most. */
const FREQUENT = 0.03;
const RARE = 0.002;

/** Before anything is learned, phrases are counted as if this many more accounts had been seen. */
export const PRIOR_ACCOUNTS = 20;

/** Words a fingerprint stands for: one shingle in three is taken. */
export const WORDS_PER_FINGERPRINT = 3;

/** With fewer texts than this, a text costs little to compare. */
export const MANY_TEXTS_IN_ALL = 2_000;

/** Rare terms shared, as far as fingerprints tell, that make one of so many texts worth comparing word by word. */
export function minRareTerms(size: number): number {
  return size < MANY_TEXTS_IN_ALL ? 6 : 9;
}

/**
 * @param chance that somebody's text has the phrase
 * @returns from 0 for a frequent phrase to 1 for one that hardly anyone uses
 */
export function rarity(chance: number): number {
  return Math.min(1, Math.max(0, Math.log(FREQUENT / chance) / Math.log(FREQUENT / RARE)));
}

/**
 * The same for the chance that an account outside the cluster uses the phrase.
 *
 * @param accounts how many accounts the chance was learned from
 */
export function rarityOutside(chance: number, accounts: number): number {
  // Nobody outside the cluster: as rare as can be known.
  if (chance <= 0.75 / (accounts + PRIOR_ACCOUNTS)) return 1;
  return rarity(chance);
}
