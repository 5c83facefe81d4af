// Says of what two texts share whether chance would bring it about, from fingerprints alone, before either is read whole:
// among a hundred thousand texts any text shares a dozen rare words with several. The same reckoning as in similarity.ts,
// with room for sentences that no fingerprint shows.
import { wholeSentence } from './query.ts';
import { MANY_TEXTS_IN_ALL, PRIOR_ACCOUNTS } from './rarity.ts';

/** Decimal logarithm of how many texts like this chance may bring about for one to be worth reading. */
const WORTH_READING = 0;
/** A text that shares fewer fingerprints than this may be a stranger's. */
export const KNOWN = 5;
/** Fingerprints that a sentence must have for it to say something that it is shared as a whole, and how many texts may have it. */
const MIN_WHOLE = 5;
const FEW_TEXTS = 30;

/**
 * Whether a text that has these of the fingerprints asked about shares more with them than by chance.
 *
 * @param sentenceSpans see Query
 * @param has whether the text has fingerprint f
 * @param outside how many texts have fingerprint f that share less than KNOWN fingerprints in all
 * @param size how many texts there are
 * @param accounts how many accounts
 */
export function isBeyondChance(
  sentenceSpans: ArrayLike<number>,
  has: (f: number) => boolean,
  outside: (f: number) => number,
  size: number,
  accounts: number,
): boolean {
  if (size < MANY_TEXTS_IN_ALL) return true;
  const sentences = sentenceSpans.length - 2;
  let log = Math.log10(accounts);
  let shared = 0;
  // What crosses from one sentence into the next, the last span, is the same passage once more.
  for (let span = 0; span < sentences; span++) {
    const first = sentenceSpans[span] as number;
    const end = sentenceSpans[span + 1] as number;
    let marked = 0;
    let fewest = Number.POSITIVE_INFINITY;
    for (let f = first; f < end; f++) {
      if (!has(f)) continue;
      marked++;
      fewest = Math.min(fewest, outside(f));
    }
    if (marked === 0) continue;
    const chance = Math.min(1, (fewest + 0.5) / (accounts + PRIOR_ACCOUNTS));
    // A whole sentence that hardly anybody has may be enough by itself.
    if (marked >= MIN_WHOLE && marked >= wholeSentence(end - first) && fewest <= FEW_TEXTS) return true;
    shared++;
    log += Math.log10(chance) + Math.log10((sentences - shared + 1) / shared);
    if (log <= WORTH_READING && shared > 1) return true;
  }
  return log <= WORTH_READING;
}
