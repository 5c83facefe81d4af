// Learns how frequent each phrase of a text is among other accounts. A sentence that people use whose texts have
// nothing else in common is a stock phrase, whoever writes it; one that only texts of one cluster share is that
// cluster's. So the users of a sentence are counted outside the cluster of the text asked about. Where only a part of
// a sentence is shared, the users of the rarest fingerprint in that part are counted.
import type { PreparedText } from './prepared-text.ts';
import { isMarked, type QueryResult, type TextMatch, type Users, wholeSentence } from './query.ts';
import { PRIOR_ACCOUNTS, rarityOutside, WORDS_PER_FINGERPRINT } from './rarity.ts';
import { type PhraseFrequencies, similarityOf } from './similarity.ts';
import { shinglesOfTheTrade } from './stock-phrases.ts';

/** Of the accounts that a stock phrase is counted among before anything is learned, this share uses it. */
const STOCK_SHARE = 0.15;
/** What a text must share to be in the cluster, as far as fingerprints tell: rare terms, their share of the text's, sentences. */
const CLUSTER = { rareTerms: 7, share: 0.06, sentences: 2 };
/** So many accounts are few. Ten times as many must share this much more, up to MAX_SHARE. */
const FEW_ACCOUNTS = 6;
const SHARE_PER_TENFOLD = 0.5;
const MAX_SHARE = 0.6;
/** When this share of everybody would be in the cluster, it is the marketplace's words unless nearly all is shared. */
const CROWD = 0.2;
const CROWD_SHARE = 0.75;
/** Most rounds of dropping from the cluster those who share too little. */
const MAX_ROUNDS = 8;

/**
 * Learns from a query's result how frequent each of a text's fingerprints and sentences is. Starts with every
 * account that shares anything as the cluster and drops those that share too little, once what the dropped
 * ones use counts as frequent.
 *
 * @param accounts how many accounts the index knows
 * @param compared the overlap with accounts whose whole texts were read, by their place in the result: of a short
 *   text too few shingles are indexed to say who is in the cluster
 */
export function phraseFrequenciesOf(
  text: PreparedText,
  result: QueryResult,
  accounts: number,
  compared: ReadonlyMap<number, Uint8Array> = new Map(),
): PhraseFrequencies {
  return learn(text, result, accounts, compared, MAX_ROUNDS);
}

/** Per match: rare terms that all matches of its account share with the text, as if all matches were in the cluster. */
export function mostRareTermsOf(text: PreparedText, result: QueryResult, accounts: number): Float64Array {
  return learn(text, result, accounts, new Map(), 1).rareTerms;
}

function learn(
  text: PreparedText,
  result: QueryResult,
  accounts: number,
  compared: ReadonlyMap<number, Uint8Array>,
  rounds: number,
): PhraseFrequencies {
  const { fingerprints, sentenceSpans } = text;
  const asked = fingerprints.length;
  const sentences = sentenceSpans.length - 1;
  const chance = new Float64Array(asked);
  const sentenceChance = new Float64Array(sentences);
  const stockShingles = shinglesOfTheTrade();
  const stock = fingerprints.map((fingerprint) => (stockShingles.has(fingerprint) ? 1 : 0));
  const stockSentence = new Uint8Array(sentences);
  for (let span = 0; span < sentences; span++) {
    let stockCount = 0;
    for (let f = sentenceSpans[span] as number; f < (sentenceSpans[span + 1] as number); f++)
      stockCount += stock[f] as number;
    if (stockCount > 0 && stockCount * 2 >= (sentenceSpans[span + 1] as number) - (sentenceSpans[span] as number))
      stockSentence[span] = 1;
  }
  const others = byAccount(result.matches);
  const known: PhraseFrequencies = { chance, sentenceChance, rareTerms: new Float64Array(0) };
  const inCluster = new Uint8Array(result.accounts);
  for (const account of others.keys()) inCluster[account] = 1;
  let before = others.size;
  for (let round = 0; round < rounds; round++) {
    chances(result.fingerprints, inCluster, stock, accounts, chance);
    chances(result.sentences, inCluster, stockSentence, accounts, sentenceChance);
    let rare = 0;
    for (let span = 0; span < sentences - 1; span++) {
      rare +=
        rarityOutside(sentenceChance[span] as number, accounts) *
        ((sentenceSpans[span + 1] as number) - (sentenceSpans[span] as number));
    }
    const members: Other[] = [];
    for (const other of others.values()) {
      const overlap = compared.get(other.account);
      const shared = overlap
        ? similarityOf(text, known, overlap, accounts)
        : rareShared(text, other.marks, chance, sentenceChance, accounts);
      if (round === 0) other.most = shared.rareTerms;
      other.rareTerms = shared.rareTerms;
      if (inCluster[other.account] === 0) continue;
      if (shared.rareTerms >= CLUSTER.rareTerms && shared.sentences >= CLUSTER.sentences) members.push(other);
      else inCluster[other.account] = 0;
    }
    // Many may share a little by custom: the more there are, the more each must share.
    members.sort((a, b) => b.rareTerms - a.rareTerms);
    let size = members.length;
    const isMember = (last: Other): boolean =>
      last.rareTerms >=
      shareOf(size * scaleOf(last, result.fingerprints.scale), accounts) * rare * WORDS_PER_FINGERPRINT;
    while (size > 0 && !isMember(members[size - 1] as Other)) inCluster[(members[--size] as Other).account] = 0;
    if (size === before) break;
    before = size;
  }
  return {
    chance,
    sentenceChance,
    rareTerms: Float64Array.from(result.matches, ({ account }) => others.get(account)?.most ?? 0),
  };
}

/** An account, and what all its matches share with the text together. */
interface Other {
  account: number;
  marks: Uint32Array;
  /** Rare terms shared, as far as it is known by now; and in the first round, when nobody has been dropped. */
  rareTerms: number;
  most: number;
}

function byAccount(matches: readonly TextMatch[]): Map<number, Other> {
  const accounts = new Map<number, Other>();
  for (const { account, marks } of matches) {
    const known = accounts.get(account);
    if (!known) accounts.set(account, { account, marks: marks.slice(), rareTerms: 0, most: 0 });
    else for (let i = 0; i < marks.length; i++) known.marks[i] = (known.marks[i] as number) | (marks[i] as number);
  }
  return accounts;
}

/** What share of a text's rare terms each of so many accounts must have to be in its cluster. */
function shareOf(members: number, accounts: number): number {
  if (members > CROWD * accounts) return CROWD_SHARE;
  const more = Math.max(0, Math.log10(members / FEW_ACCOUNTS));
  return Math.min(MAX_SHARE, CLUSTER.share + more * SHARE_PER_TENFOLD);
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

/** The chance that an account uses each item (fingerprint or sentence), from how many do that are not in the cluster. */
function chances(
  users: Users,
  inCluster: Uint8Array,
  stock: ArrayLike<number>,
  accounts: number,
  into: Float64Array,
): void {
  for (let item = 0; item < into.length; item++) {
    let outside = 0;
    const end = users.starts[item + 1] as number;
    for (let i = users.starts[item] as number; i < end; i++)
      outside += 1 - (inCluster[users.accounts[i] as number] as number);
    const prior = stock[item] ? STOCK_SHARE * PRIOR_ACCOUNTS : 0;
    const share = (outside * (users.scale[item] as number) + 0.5 + prior) / (accounts + PRIOR_ACCOUNTS);
    into[item] = Math.min(1, share);
  }
}

/** Estimated rare terms shared, and of how many sentences. */
function rareShared(
  { sentenceSpans }: PreparedText,
  marks: Uint32Array,
  chance: Float64Array,
  sentenceChance: Float64Array,
  accounts: number,
): { rareTerms: number; sentences: number } {
  let rareTerms = 0;
  let sentences = 0;
  for (let span = 0; span < sentenceSpans.length - 1; span++) {
    const first = sentenceSpans[span] as number;
    const end = sentenceSpans[span + 1] as number;
    let shared = 0;
    let rarest = 1;
    for (let f = first; f < end; f++) {
      if (!isMarked(marks, f)) continue;
      shared++;
      rarest = Math.min(rarest, chance[f] as number);
    }
    if (shared === 0) continue;
    // The last span is no sentence: its fingerprints say nothing together.
    const isSentence = span < sentenceSpans.length - 2;
    const isWhole = isSentence && shared >= wholeSentence(end - first);
    const weight = rarityOutside(isWhole ? Math.min(rarest, sentenceChance[span] as number) : rarest, accounts);
    rareTerms += WORDS_PER_FINGERPRINT * shared * weight;
    if (isSentence && weight > 0) sentences++;
  }
  return { rareTerms, sentences };
}
