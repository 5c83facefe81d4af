// Measures how much of one text is shared with others, and how likely that is by chance: sentences that
// many strangers use say nothing, several that nobody else uses say a great deal. The chance is that of
// every shared sentence, taken as independent, times the ways to choose them.
import { SHARED } from './overlap.ts';
import type { PreparedText } from './prepared-text.ts';
import { wholeSentence } from './query.ts';
import { PRIOR_ACCOUNTS, rarityOutside } from './rarity.ts';
import { SHINGLE } from './shingles.ts';
import { shinglesOfTheTrade } from './stock-phrases.ts';

/** A sentence counts as shared when this many of its words are. */
const SENTENCE_WORDS = 5;
/** It is shared nearly as a whole when this part of it is. */
const NEAR_WHOLE = 0.75;

/** A sentence is of few where no more other accounts than this have it, or this share of them, and never more than `most`. */
const FEW = { users: 4, share: 0.03, most: 12 };

/** How frequent the phrases of a text are, learned by phrase-frequencies.ts. */
export interface PhraseFrequencies {
  /** Per fingerprint, and per span of them (see PreparedText): the chance that an account outside the cluster uses it. */
  chance: Float64Array;
  sentenceChance: Float64Array;
  /** Per match: rare terms that all matches of its account share with the text, as if all matches were in the cluster. */
  rareTerms: Float64Array;
}

export interface Similarity {
  /** Words shared, each weighed from 0 (frequent) to 1 (hardly anyone else's). */
  rareTerms: number;
  /** Words shared. */
  words: number;
  /** Sentences shared, long ones counted as several. */
  sentences: number;
  /** Of these sentences, those of which nearly all is shared. */
  nearWhole: number;
  /** Words of the longest sentence that is shared word for word and that hardly anybody else has; 0 for none. */
  wholeSentence: number;
  /** Decimal logarithm of how many texts like this chance would bring about, among all that were seen. */
  logExpected: number;
}

/**
 * Measures what is shared.
 *
 * @param overlap one entry a token, 1 for a shared one: see overlapInto()
 * @param accounts how many accounts were seen in all
 */
export function similarityOf(
  text: PreparedText,
  frequencies: PhraseFrequencies,
  overlap: Uint8Array,
  accounts: number,
): Similarity {
  const { length, words, sentences, quoted } = text;
  let known = 0;
  let rareTerms = 0;
  let unknownWords = 0;
  let unknown = 0;
  let sharedWords = 0;
  let units = 0;
  let of = 0;
  let log = 0;
  let span = 0;
  let wholeSentence = 0;
  let nearWhole = 0;
  for (let i = 0; i < length; ) {
    const sentence = sentences[i] as number;
    const from = i;
    let own = 0;
    let shared = 0;
    for (; i < length && sentences[i] === sentence; i++) {
      if (quoted[i] === 1) continue;
      const word = words[i] as number;
      own += word;
      if (overlap[i] !== 0) shared += word;
    }
    if (own >= SENTENCE_WORDS) of++;
    if (shared >= SENTENCE_WORDS && shared >= NEAR_WHOLE * own) nearWhole++;
    while (span < text.spanSentences.length && (text.spanSentences[span] as number) < sentence) span++;
    if (shared === 0) continue;
    sharedWords += shared;
    const chance = text.spanSentences[span] === sentence ? chanceOf(text, span, frequencies, overlap) : undefined;
    if (chance === undefined) {
      if (isStock(text, from, i)) continue;
      unknownWords += shared;
      if (shared >= SENTENCE_WORDS) unknown++;
      continue;
    }
    known += shared;
    rareTerms += shared * rarityOutside(chance, accounts);
    if (shared > wholeSentence && isWordForWord(text, from, i, overlap) && isOfFew(text, span, frequencies, accounts)) {
      wholeSentence = shared;
    }
    if (shared < SENTENCE_WORDS) continue;
    units++;
    log += Math.log10(chance);
  }
  // Sentences of which nothing is known are taken to be as unlikely as the others.
  if (units > 0) {
    log *= 1 + unknown / units;
    units += unknown;
  }
  return {
    // Stretches of which nothing is known are taken to be as rare as the rest.
    rareTerms: known === 0 ? 0 : rareTerms * (1 + unknownWords / known),
    words: sharedWords,
    sentences: units,
    nearWhole,
    wholeSentence,
    logExpected: Math.log10(Math.max(1, accounts)) + logChoose(of, units) + log,
  };
}

/** Whether every token of a sentence is shared as it stands, and none is quoted. */
function isWordForWord({ quoted }: PreparedText, from: number, to: number, overlap: Uint8Array): boolean {
  for (let i = from; i < to; i++) if (overlap[i] !== SHARED || quoted[i] === 1) return false;
  return true;
}

/** Whether all fingerprints of a span are of hardly anybody: whoever shares no more than a sentence is outside the cluster. */
function isOfFew(text: PreparedText, span: number, { chance }: PhraseFrequencies, accounts: number): boolean {
  const users = Math.min(FEW.most, Math.max(FEW.users, FEW.share * accounts));
  const most = (users + 0.75) / (accounts + PRIOR_ACCOUNTS);
  for (let f = text.sentenceSpans[span] as number; f < (text.sentenceSpans[span + 1] as number); f++) {
    if ((chance[f] as number) > most) return false;
  }
  return true;
}

/** Whether most of what stands between two tokens is a stock phrase. */
function isStock({ shingles }: PreparedText, from: number, to: number): boolean {
  const stockShingles = shinglesOfTheTrade();
  let stock = 0;
  let all = 0;
  for (let i = from; i + SHINGLE <= to; i++) {
    if (shingles[i] === 0) continue;
    all++;
    if (stockShingles.has(shingles[i] as number)) stock++;
  }
  return stock > 0 && stock * 2 >= all;
}

/** The chance that a stranger's text has what is shared of this sentence; undefined when nothing tells. */
function chanceOf(
  text: PreparedText,
  span: number,
  frequencies: PhraseFrequencies,
  overlap: Uint8Array,
): number | undefined {
  const first = text.sentenceSpans[span] as number;
  const end = text.sentenceSpans[span + 1] as number;
  let shared = 0;
  let rarest = 1;
  for (let f = first; f < end; f++) {
    const place = text.places[f] as number;
    let whole = true;
    for (let t = place; t < place + SHINGLE; t++) whole &&= overlap[t] === SHARED;
    if (!whole) continue;
    shared++;
    rarest = Math.min(rarest, frequencies.chance[f] as number);
  }
  if (shared === 0) return undefined;
  return shared >= wholeSentence(end - first) ? Math.min(rarest, frequencies.sentenceChance[span] as number) : rarest;
}

/** Decimal logarithm of the number of ways to choose k of n. */
function logChoose(n: number, k: number): number {
  const few = Math.min(k, n - k);
  let log = 0;
  for (let i = 1; i <= few; i++) log += Math.log10((n - few + i) / i);
  return log;
}
