// Learns which words are usual. A phrase that people use whose texts have nothing else in common is a
// stock phrase, whoever writes it; a phrase that only texts of one family share is that family's. So the
// users of a phrase are counted outside the family that is being looked at.
import { stockShingles } from './stock-phrases.ts';
import type { Answer, Match } from './text-index.ts';

/** Before anything is learned, a stock phrase counts as if this many more accounts had been seen … */
const PRIOR_ACCOUNTS = 20;
/** … of whom this share used it. */
const STOCK_SHARE = 0.15;
/** A phrase that this share of the others uses is no sign of anything; one at RARE or below is a full one. */
const USUAL = 0.03;
const RARE = 0.002;
/** Words a fingerprint stands for: one shingle in three is taken. */
const WORDS_PER_FINGERPRINT = 3;
/** A text is in the family, as far as fingerprints tell, when it shares this many rare words … */
const FAMILY_WORDS = 14;
/** … and this share of all the rare words that the text asked about has. */
const FAMILY_SHARE = 0.2;

export interface Usual {
  /** Per fingerprint: the chance that somebody outside the family uses it. */
  chance: Float64Array;
  /** Per fingerprint: 0 for a usual phrase to 1 for one nobody else uses. */
  weight: Float64Array;
  /** Estimated rare words shared, per match. */
  words: Float64Array;
  /** Fingerprint-level family: which matches are in. */
  family: Uint8Array;
}

function weightOf(chance: number, outside: number, stock: boolean): number {
  if (outside < 0.5 && !stock) return 1;
  return Math.min(1, Math.max(0, Math.log(USUAL / chance) / Math.log(USUAL / RARE)));
}

/**
 * Weighs a text's fingerprints by how many accounts outside its family use them. Starts with everyone
 * who shares anything and drops those who share too little once the phrases of the dropped count as usual.
 *
 * @param accounts how many accounts the index knows
 */
export function usualOf(fingerprints: Uint32Array, answer: Answer, accounts: number): Usual {
  const asked = fingerprints.length;
  const { matches } = answer;
  const family = new Uint8Array(matches.length).fill(1);
  const words = new Float64Array(matches.length);
  const chance = new Float64Array(asked);
  const weight = new Float64Array(asked);
  const inside = new Float64Array(asked);
  const seen = new Set<number>();
  for (let round = 0; round < 8; round++) {
    inside.fill(0);
    for (let f = 0; f < asked; f++) {
      seen.clear();
      matches.forEach((match, m) => {
        if (family[m] === 1 && has(match, f) && !seen.has(match.account)) {
          seen.add(match.account);
          (inside[f] as number)++;
        }
      });
    }
    let rare = 0;
    for (let f = 0; f < asked; f++) {
      const outside = Math.max(0, (answer.accounts[f] as number) - (inside[f] as number));
      const stock = stockShingles.has(fingerprints[f] as number);
      chance[f] = Math.min(
        1,
        (outside + 0.5 + (stock ? STOCK_SHARE * PRIOR_ACCOUNTS : 0)) / (accounts + PRIOR_ACCOUNTS),
      );
      weight[f] = weightOf(chance[f] as number, outside, stock);
      rare += weight[f] as number;
    }
    let dropped = false;
    const enough = Math.max(FAMILY_WORDS, FAMILY_SHARE * rare * WORDS_PER_FINGERPRINT);
    matches.forEach((match, m) => {
      let sum = 0;
      for (let f = 0; f < asked; f++) if (has(match, f)) sum += weight[f] as number;
      words[m] = sum * WORDS_PER_FINGERPRINT;
      if (family[m] === 1 && (words[m] as number) < enough) {
        family[m] = 0;
        dropped = true;
      }
    });
    if (!dropped) break;
  }
  return { chance, weight, words, family };
}

/** Whether a match has the fingerprint of that place. */
export function has(match: Match, f: number): boolean {
  return (((match.marks[f >>> 5] as number) >>> (f & 31)) & 1) === 1;
}
