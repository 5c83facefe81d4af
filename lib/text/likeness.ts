// Measures how much of one text is shared with others, and how likely that is by chance: sentences that
// many strangers use say nothing, several that nobody else uses say a great deal. The chance is that of
// the rarest piece of every shared sentence, taken as independent, times the ways to choose them.
import type { Draft } from './draft.ts';
import type { Usual } from './usual.ts';

/** A sentence counts as shared when this many of its words are. */
const SENTENCE_WORDS = 5;
/** Taken for a shared sentence of which no fingerprint is known. */
const UNKNOWN_CHANCE = 0.02;
/** Tokens of a shingle on either side of its middle one. */
const REACH = 1;

export interface Likeness {
  /** Words shared, each weighed from 0 (usual) to 1 (nobody else's). */
  rareWords: number;
  /** Words shared. */
  words: number;
  /** Sentences shared, long ones counted as several. */
  sentences: number;
  /** Decimal logarithm of how many texts like this chance would bring about, among all that were seen. */
  logExpected: number;
}

/** What is known of each token of a text from the fingerprint nearest to it. */
export interface Rarity {
  weight: Float32Array;
  chance: Float32Array;
  /** 1 for a token that is the middle of a fingerprint. */
  known: Uint8Array;
}

/** Spreads what is known of fingerprints over the words of the text they are from. */
export function rarityOf(text: Draft, usual: Usual): Rarity {
  const { length, shingles, fingerprints } = text;
  const weight = new Float32Array(length);
  const chance = new Float32Array(length).fill(UNKNOWN_CHANCE);
  const known = new Uint8Array(length);
  const places = new Map<number, number>();
  fingerprints.forEach((fingerprint, f) => {
    places.set(fingerprint, f);
  });
  let before = -1;
  let filled = 0;
  for (let i = 0; i < shingles.length; i++) {
    const f = places.get(shingles[i] as number);
    if (f === undefined || shingles[i] === 0) continue;
    const middle = i + REACH;
    // Tokens up to half way from the fingerprint before take its weight, the others this one's.
    const half = before < 0 ? 0 : (before + middle + 1) >>> 1;
    for (; filled < half; filled++) weight[filled] = weight[before] as number;
    weight.fill(usual.weight[f] as number, filled, middle + 1);
    filled = middle + 1;
    chance[middle] = usual.chance[f] as number;
    known[middle] = 1;
    before = middle;
  }
  if (before >= 0) weight.fill(weight[before] as number, filled, length);
  return { weight, chance, known };
}

/**
 * Measures what is shared.
 *
 * @param covered one entry a token, 1 for a shared one: see coverInto()
 * @param among how many accounts the text was compared with at once
 * @param accounts how many accounts were seen in all
 */
export function likeness(text: Draft, rarity: Rarity, covered: Uint8Array, among: number, accounts: number): Likeness {
  const { length, words, sentences, quoted } = text;
  let rareWords = 0;
  let sharedWords = 0;
  let units = 0;
  let of = 0;
  let log = 0;
  for (let i = 0; i < length; ) {
    const sentence = sentences[i];
    let own = 0;
    let shared = 0;
    let rarest = 1;
    for (; i < length && sentences[i] === sentence; i++) {
      if (quoted[i] === 1) continue;
      const word = words[i] as number;
      own += word;
      if (covered[i] !== 1) continue;
      shared += word;
      sharedWords += word;
      rareWords += word * (rarity.weight[i] as number);
      const isWhole = i > 0 && covered[i - 1] === 1 && covered[i + 1] === 1;
      if (isWhole && rarity.known[i] === 1 && sentences[i - 1] === sentence && sentences[i + 1] === sentence) {
        rarest = Math.min(rarest, rarity.chance[i] as number);
      }
    }
    if (own >= SENTENCE_WORDS) of++;
    if (shared < SENTENCE_WORDS) continue;
    units++;
    log += Math.log10(Math.min(1, among * (rarest === 1 ? UNKNOWN_CHANCE : rarest)));
  }
  return {
    rareWords,
    words: sharedWords,
    sentences: units,
    logExpected: Math.log10(Math.max(1, accounts) / among) + logChoose(of, units) + log,
  };
}

/** Decimal logarithm of the number of ways to choose k of n. */
function logChoose(n: number, k: number): number {
  let log = 0;
  for (let i = 1; i <= Math.min(k, n - k); i++) log += Math.log10((n - Math.min(k, n - k) + i) / i);
  return log;
}
