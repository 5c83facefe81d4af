// Learns which sentences are usual. A sentence that people use whose texts have nothing else in common is
// a stock phrase, whoever writes it; one that only texts of one family share is that family's. So the
// users of a sentence are counted outside the family that is being looked at. Where only a part of a
// sentence is shared, the users of the rarest piece in that part are counted.
import type { PreparedText } from './prepared-text.ts';
import { isMarked, type QueryResult, type TextMatch, type Users, wholeSentence } from './query.ts';
import { PRIOR_ACCOUNTS, WORDS_PER_FINGERPRINT, weightOf } from './rarity.ts';
import { type PhraseFrequencies, similarityOf } from './similarity.ts';
import { stockShingles } from './stock-phrases.ts';

/** Of the accounts that a stock phrase is counted among before anything is learned, this share uses it. */
const STOCK_SHARE = 0.15;
/** A text is in the family, as far as fingerprints tell, when it shares this many rare words … */
const FAMILY_WORDS = 7;
/** … this share of all the rare words that the text asked about has … */
const FAMILY_SHARE = 0.06;
/** … of this many sentences. */
const FAMILY_SENTENCES = 2;
/** So many accounts are few. Ten times as many must share this much more, up to MOST_SHARE. */
const FEW = 6;
const SHARE_PER_TENFOLD = 0.5;
const MOST_SHARE = 0.6;
/** When this share of everybody would be family, it is the marketplace's words unless nearly all is shared. */
const CROWD = 0.2;
const CROWD_SHARE = 0.75;
/** Most rounds of dropping from the family those who share too little. */
const ROUNDS = 8;

/**
 * Learns from an answer how usual each of a text's fingerprints and sentences is. Starts with every
 * account that shares anything as the family and drops those that share too little, once what the
 * dropped use counts as usual.
 *
 * @param accounts how many accounts the index knows
 * @param compared what accounts share of the text whose whole texts were read, by their place in the
 * answer: of a short text too few pieces are indexed to tell who is family
 */
export function phraseFrequenciesOf(
  text: PreparedText,
  answer: QueryResult,
  accounts: number,
  compared: ReadonlyMap<number, Uint8Array> = new Map(),
): PhraseFrequencies {
  const { fingerprints, sentenceSpans } = text;
  const asked = fingerprints.length;
  const sentences = sentenceSpans.length - 1;
  const chance = new Float64Array(asked);
  const sentenceChance = new Float64Array(sentences);
  const stock = fingerprints.map((fingerprint) => (stockShingles.has(fingerprint) ? 1 : 0));
  const stockSentence = new Uint8Array(sentences);
  for (let g = 0; g < sentences; g++) {
    let stocks = 0;
    for (let f = sentenceSpans[g] as number; f < (sentenceSpans[g + 1] as number); f++) stocks += stock[f] as number;
    if (stocks > 0 && stocks * 2 >= (sentenceSpans[g + 1] as number) - (sentenceSpans[g] as number))
      stockSentence[g] = 1;
  }
  const others = byAccount(answer.matches);
  const known: PhraseFrequencies = { chance, sentenceChance, rareTerms: new Float64Array(0) };
  const family = new Uint8Array(answer.accounts);
  for (const account of others.keys()) family[account] = 1;
  let before = others.size;
  for (let round = 0; round < ROUNDS; round++) {
    chances(answer.fingerprints, family, stock, accounts, chance);
    chances(answer.sentences, family, stockSentence, accounts, sentenceChance);
    let rare = 0;
    for (let g = 0; g < sentences - 1; g++) {
      rare +=
        weightOf(sentenceChance[g] as number, accounts) *
        ((sentenceSpans[g + 1] as number) - (sentenceSpans[g] as number));
    }
    const members: Other[] = [];
    for (const other of others.values()) {
      const overlap = compared.get(other.account);
      const shared = overlap
        ? similarityOf(text, known, overlap, accounts)
        : rareShared(text, other.marks, chance, sentenceChance, accounts);
      if (round === 0) other.most = shared.rareTerms;
      other.words = shared.rareTerms;
      if (family[other.account] === 0) continue;
      if (shared.rareTerms >= FAMILY_WORDS && shared.sentences >= FAMILY_SENTENCES) members.push(other);
      else family[other.account] = 0;
    }
    // Many may share a little by custom: the more there are, the more each must share.
    members.sort((a, b) => b.words - a.words);
    let size = members.length;
    const isFamily = (last: Other): boolean =>
      last.words >= shareOf(size * scaleOf(last, answer.fingerprints.scale), accounts) * rare * WORDS_PER_FINGERPRINT;
    while (size > 0 && !isFamily(members[size - 1] as Other)) family[(members[--size] as Other).account] = 0;
    if (size === before) break;
    before = size;
  }
  return {
    chance,
    sentenceChance,
    rareTerms: Float64Array.from(answer.matches, ({ account }) => others.get(account)?.most ?? 0),
  };
}

/** An account, and what all its matches share with the text together. */
interface Other {
  account: number;
  marks: Uint32Array;
  /** Rare words shared, as it is known by now; and in the first round, when nobody has been dropped. */
  words: number;
  most: number;
}

function byAccount(matches: readonly TextMatch[]): Map<number, Other> {
  const accounts = new Map<number, Other>();
  for (const { account, marks } of matches) {
    const known = accounts.get(account);
    if (!known) accounts.set(account, { account, marks: marks.slice(), words: 0, most: 0 });
    else for (let i = 0; i < marks.length; i++) known.marks[i] = (known.marks[i] as number) | (marks[i] as number);
  }
  return accounts;
}

/** What share of a text's rare words each of so many accounts must have to be its family. */
function shareOf(members: number, accounts: number): number {
  if (members > CROWD * accounts) return CROWD_SHARE;
  const more = Math.max(0, Math.log10(members / FEW));
  return Math.min(MOST_SHARE, FAMILY_SHARE + more * SHARE_PER_TENFOLD);
}

/** How many accounts each one of the sample stands for, in the fingerprints that this one has. */
function scaleOf({ marks }: Other, scale: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let f = 0; f < scale.length; f++) {
    if (!isMarked(marks, f)) continue;
    sum += scale[f] as number;
    count++;
  }
  return count === 0 ? 1 : sum / count;
}

/** The chance of each thing, from how many use it who are not in the family. */
function chances(
  users: Users,
  family: Uint8Array,
  stock: ArrayLike<number>,
  accounts: number,
  into: Float64Array,
): void {
  for (let thing = 0; thing < into.length; thing++) {
    let outside = 0;
    const end = users.starts[thing + 1] as number;
    for (let i = users.starts[thing] as number; i < end; i++)
      outside += 1 - (family[users.accounts[i] as number] as number);
    const prior = stock[thing] ? STOCK_SHARE * PRIOR_ACCOUNTS : 0;
    const share = (outside * (users.scale[thing] as number) + 0.5 + prior) / (accounts + PRIOR_ACCOUNTS);
    into[thing] = Math.min(1, share);
  }
}

/** Estimated rare words shared, and of how many sentences. */
function rareShared(
  { sentenceSpans }: PreparedText,
  marks: Uint32Array,
  chance: Float64Array,
  sentenceChance: Float64Array,
  accounts: number,
): { rareTerms: number; sentences: number } {
  let rareTerms = 0;
  let sentences = 0;
  for (let g = 0; g < sentenceSpans.length - 1; g++) {
    const first = sentenceSpans[g] as number;
    const end = sentenceSpans[g + 1] as number;
    let shared = 0;
    let rarest = 1;
    for (let f = first; f < end; f++) {
      if (!isMarked(marks, f)) continue;
      shared++;
      rarest = Math.min(rarest, chance[f] as number);
    }
    if (shared === 0) continue;
    // The last group is not a sentence: its members say nothing together.
    const isSentence = g < sentenceSpans.length - 2;
    const isWhole = isSentence && shared >= wholeSentence(end - first);
    const weight = weightOf(isWhole ? Math.min(rarest, sentenceChance[g] as number) : rarest, accounts);
    rareTerms += WORDS_PER_FINGERPRINT * shared * weight;
    if (isSentence && weight > 0) sentences++;
  }
  return { rareTerms, sentences };
}
