// Finds which texts of different accounts were made from one template: asks the index for those that share
// shingles, reads these whole, learns how frequent each shared sentence is, and judges what is left by
// match-rules.ts. Matches are never chained: a text only ever matches those that it was compared with.
import type { ClientPost } from './client-post.ts';
import { type Comparison, clusterOf, isPairMatch, isSentenceMatch, type Quoting } from './match-rules.ts';
import { addOverlap, overlapInto, overlapOf, placesIn } from './overlap.ts';
import { mostRareTermsOf, phraseFrequenciesOf } from './phrase-frequencies.ts';
import { fingerprint, type PreparedText, prepareText, type TextFingerprint } from './prepared-text.ts';
import { minRareTerms } from './rarity.ts';
import { type PhraseFrequencies, type Similarity, similarityOf } from './similarity.ts';
import type { QueryResult, TextIndex } from './text-index.ts';

/** A text with fewer words of its own than this is not compared. */
export const MIN_OWN_WORDS = 25;
/** Most texts of others that one text is compared with word by word … */
const MAX_COMPARED = 32;
/** … of those that the index is asked for: all that could be of the text's cluster and in its samples. */
const MAX_MATCHES = 64;

/** So many accounts with the same text are enough to tell, without asking each of them in turn. */
const SETTLED = 8;
/** So many that share something, none of which matches, share what is everybody's. */
const CROWDED = 24;
/** So many are compared first. */
const CLOSEST = 10;

/** With fewer tokens in common than this two texts are not judged. */
const MIN_SHARED_TOKENS = 15;
/** Decimal logarithms of how many texts chance may bring about, with few accounts and with many. */
const EXPECTED = { least: -2, most: -4 };

/** A text as the caller holds it. */
export interface SourceText {
  n: number;
  account: string;
  text: string;
  /** What tells one project from another; equal for one project seen under two ids. */
  project: string;
  /** The client's post, or what is known of it; undefined when nothing is. */
  post: ClientPost | undefined;
  /** Whether all of the post is known: else two texts on the project may quote what is not. */
  isPostWhole: boolean;
  /** What fingerprint() says of the text and the post, when it was asked before. */
  fingerprint?: TextFingerprint | undefined;
}

/** An account with texts made from the same template. */
export interface TemplateMatch {
  /** The closest text of the account, and all of its texts that share something. */
  n: number;
  ns: number[];
  similarity: Similarity;
  /** One entry a token of the text asked about, not 0 for one shared with these. */
  overlap: Uint8Array;
  /** Whether it is no more than one sentence that says the two belong together. */
  isOneSentence: boolean;
}

/** What is asked of an index. */
export type SearchedTexts = Pick<TextIndex, 'size' | 'accounts' | 'query' | 'mayMatch'>;

/** A text that the index was asked about. */
interface QueriedText {
  source: SourceText;
  prepared: PreparedText;
  /** What the index answered; absent once it is of no more use. */
  result: QueryResult | undefined;
  /** Numbers of texts of others that share rare terms, most first. */
  candidates: number[];
}

export class TemplateMatcher {
  readonly #index: SearchedTexts;
  readonly #accounts: number;
  readonly #sourceOf: (n: number) => SourceText | undefined;
  readonly #isOnePerson: (account: string, other: string) => boolean;
  readonly #queried = new Map<number, QueriedText | undefined>();
  readonly #long = new Map<number, boolean>();
  readonly #prepared = new Map<number, PreparedText | undefined>();
  readonly #judged = new Map<number, readonly Judged[]>();
  readonly #matches = new Map<number, TemplateMatch[]>();

  /**
   * @param sourceOf gives a text by number; undefined for one that is gone or was not fetched
   * @param isOnePerson whether two accounts are one person's, whose texts are not compared with each other
   */
  constructor(
    index: SearchedTexts,
    sourceOf: (n: number) => SourceText | undefined,
    isOnePerson: (account: string, other: string) => boolean = (account, other) => account === other,
  ) {
    this.#index = index;
    this.#accounts = index.accounts;
    this.#sourceOf = sourceOf;
    this.#isOnePerson = isOnePerson;
  }

  /** Numbers of the texts of other accounts that must be at hand before matchesOf(n) is asked. */
  candidatesOf(n: number): readonly number[] {
    return this.#query(n)?.candidates ?? [];
  }

  /** Which of these are of another account that is the same person's. */
  ownElsewhere(n: number): readonly number[] {
    const account = this.#sourceOf(n)?.account;
    if (account === undefined) return [];
    return this.candidatesOf(n).filter((candidate) => {
      const other = this.#sourceOf(candidate)?.account;
      return other !== undefined && other !== account && this.#isOnePerson(account, other);
    });
  }

  /** Whether so many others' texts are of one with this that nothing depends on how the others see it. */
  isSettled(n: number): boolean {
    return isSettled(this.#judge(n));
  }

  /**
   * Numbers of the texts of other accounts that share enough with a text to be judged, matching or not, and must be asked
   * themselves; none where that would change nothing.
   */
  nearTo(n: number): readonly number[] {
    return this.isSettled(n) ? [] : this.#judge(n).flatMap(({ others }) => others.map((other) => other.n));
  }

  /** Whether a text has enough words of its own to be compared. */
  isLongEnough(n: number): boolean {
    if (!this.#long.has(n)) this.#query(n);
    return this.#long.get(n) ?? false;
  }

  /** The text made ready; undefined when it is gone or too short. */
  preparedTextOf(n: number): PreparedText | undefined {
    if (this.#prepared.has(n)) return this.#prepared.get(n);
    const source = this.#sourceOf(n);
    const made = source && prepareText(source.text, source.post);
    const kept = made && made.ownWords >= MIN_OWN_WORDS ? made : undefined;
    this.#prepared.set(n, kept);
    return kept;
  }

  /** The other accounts with texts made from one template with this text, closest first. */
  matchesOf(n: number): readonly TemplateMatch[] {
    const known = this.#matches.get(n);
    if (known) return known;
    const judged = this.#judge(n);
    const isSettled = this.isSettled(n);
    const matches = judged
      .flatMap(({ others, closest, similarity, overlap, isMatch, isOfOneText }): TemplateMatch[] => {
        // What counts as frequent depends on who is asked: what one side sees holds for both.
        const back = isOfOneText || isSettled ? [] : others.flatMap((other) => this.#seenFrom(other.n, n) ?? []);
        if (!isMatch && !back.some((seen) => seen.isMatch)) return [];
        const isOneSentence = !isOfOneText && !back.some((seen) => seen.isOfOneText);
        return [{ n: closest.n, ns: others.map((other) => other.n), similarity, overlap, isOneSentence }];
      })
      .sort((a, b) => b.similarity.rareTerms - a.similarity.rareTerms);
    this.#matches.set(n, matches);
    return matches;
  }

  #query(n: number): QueriedText | undefined {
    if (this.#queried.has(n)) return this.#queried.get(n);
    const source = this.#sourceOf(n);
    const first = source && (source.fingerprint ?? fingerprint(source.text, source.post));
    const isLong = first !== undefined && first.ownWords >= MIN_OWN_WORDS;
    this.#long.set(n, isLong);
    let queried: QueriedText | undefined;
    const result = source && isLong && this.#search(first, source.account);
    // Most texts resemble nobody's: nothing more is made of them.
    const prepared = result && result.matches.length > 0 ? this.preparedTextOf(n) : undefined;
    if (source && result && prepared) {
      const rareTerms = mostRareTermsOf(prepared, result, this.#accounts);
      const candidates = result.matches
        .map((match, m) => ({ n: match.n, rareTerms: rareTerms[m] as number }))
        .filter((candidate) => candidate.rareTerms >= minRareTerms(this.#index.size))
        .sort((a, b) => b.rareTerms - a.rareTerms)
        .slice(0, MAX_COMPARED)
        .map((candidate) => candidate.n);
      if (candidates.length > 0) queried = { source, prepared, result, candidates };
    }
    this.#queried.set(n, queried);
    return queried;
  }

  #search({ fingerprints, sentenceSpans }: TextFingerprint, account: string): QueryResult | undefined {
    if (!this.#index.mayMatch(fingerprints, sentenceSpans, account)) return undefined;
    return this.#index.query(fingerprints, sentenceSpans, account, MAX_MATCHES);
  }

  /** What a text, asked about itself, has in common with the other. */
  #seenFrom(n: number, other: number): Judged | undefined {
    return this.#judge(n).find(({ others }) => others.some((one) => one.n === other));
  }

  /** What a text shares with each other account that has something of it, and whether the two match. */
  #judge(n: number): readonly Judged[] {
    const known = this.#judged.get(n);
    if (known) return known;
    const queried = this.#query(n);
    const judged = queried ? this.#judgeAll(queried) : [];
    this.#judged.set(n, judged);
    // It is judged once, and what the index answered takes room.
    if (queried) queried.result = undefined;
    return judged;
  }

  /** Of a text that thousands have the closest few tell as much as all: its thousandth copy costs nothing. */
  #judgeAll(queried: QueriedText): Judged[] {
    const { candidates } = queried;
    const closest = this.#judgeThese(queried, candidates.slice(0, CLOSEST));
    return candidates.length <= CLOSEST || isSettled(closest) ? closest : this.#judgeThese(queried, candidates);
  }

  #judgeThese(queried: QueriedText, candidates: readonly number[]): Judged[] {
    const byAccount = new Map<string, SourceText[]>();
    for (const n of candidates) {
      const other = this.#sourceOf(n);
      if (!other || this.#isOnePerson(other.account, queried.source.account) || !this.preparedTextOf(n)) continue;
      const same = byAccount.get(other.account);
      if (same) same.push(other);
      else byAccount.set(other.account, [other]);
    }
    const overlaps = [...byAccount.values()].map((others) => this.#overlapWithAccount(queried, others));
    if (!overlaps.some(hasEnough)) return [];
    const frequencies = this.#frequencies(queried, overlaps);
    const comparisons = overlaps.map((one) => this.#compare(queried, one, frequencies));
    const limit = this.#limit();
    const sentencesIn = (overlap: Uint8Array): number =>
      similarityOf(queried.prepared, frequencies, overlap, this.#accounts).sentences;
    const cluster = clusterOf(comparisons, limit, sentencesIn);
    return overlaps
      .map((one, i) => {
        const comparison = comparisons[i] as Comparison;
        const isOfOneText = isPairMatch(comparison, limit) || cluster.has(comparison);
        const isMatch = isOfOneText || isSentenceMatch(comparison);
        return { ...one, similarity: comparison.similarity, isMatch, isOfOneText };
      })
      .filter(hasEnough);
  }

  /** What a text shares with one other account; where that is enough, with its texts that cannot quote the same post. */
  #overlapWithAccount(queried: QueriedText, others: readonly SourceText[]): AccountOverlap {
    const elsewhere = others.filter((other) => !mayQuoteOnePost(queried.source, other));
    if (elsewhere.length > 0 && elsewhere.length < others.length) {
      const overlap = this.#overlapWith(queried, elsewhere);
      if (hasEnough(overlap)) return overlap;
    }
    return this.#overlapWith(queried, others);
  }

  /** What a text shares with the texts of one other account together. */
  #overlapWith({ prepared }: QueriedText, others: readonly SourceText[]): AccountOverlap {
    const overlap = new Uint8Array(prepared.length);
    let closest = others[0] as SourceText;
    let withClosest = overlap;
    let most = 0;
    for (const other of others) {
      const own = others.length === 1 ? overlap : new Uint8Array(prepared.length);
      overlapInto(prepared, this.preparedTextOf(other.n) as PreparedText, own);
      const tokens = tokensIn(own);
      if (own !== overlap) addOverlap(overlap, own);
      if (tokens > most) {
        most = tokens;
        closest = other;
        withClosest = own;
      }
    }
    return { others, closest, overlap, withClosest, tokens: others.length === 1 ? most : tokensIn(overlap) };
  }

  /** How frequent each sentence is among those whose whole texts do not put them in the cluster. */
  #frequencies({ prepared, result }: QueriedText, overlaps: readonly AccountOverlap[]): PhraseFrequencies {
    if (!result) throw new Error('What the index answered is gone.');
    const placeOf = new Map(result.matches.map(({ n, account }) => [n, account]));
    const compared = overlaps.flatMap(({ others: [first], overlap }) => {
      const place = first && placeOf.get(first.n);
      return place === undefined ? [] : [[place, overlap] as const];
    });
    return phraseFrequenciesOf(prepared, result, this.#accounts, new Map(compared));
  }

  #compare(queried: QueriedText, one: AccountOverlap, frequencies: PhraseFrequencies): Comparison {
    const { prepared } = queried;
    const { others, overlap, withClosest } = one;
    const theirs = Math.max(...others.map(({ n }) => this.preparedTextOf(n)?.ownWords ?? 0));
    const similarity = similarityOf(prepared, frequencies, overlap, this.#accounts);
    let inOne = similarity.words;
    // Half a sentence from each of many texts is no sentence: whole ones must stand in one of them.
    if (withClosest !== overlap) {
      const closest = similarityOf(prepared, frequencies, withClosest, this.#accounts);
      similarity.nearWhole = closest.nearWhole;
      inOne = closest.words;
    }
    return {
      similarity,
      overlap,
      inOne,
      shorter: Math.min(prepared.ownWords, theirs),
      longer: Math.max(prepared.ownWords, theirs),
      mayQuote: this.#quoting(queried, one),
    };
  }

  /** What speaks for it that a text and one of the other account's quote one post; undefined where they cannot. */
  #quoting({ source, prepared }: QueriedText, { others, closest, withClosest }: AccountOverlap): Quoting | undefined {
    const onProject = others.filter((other) => mayQuoteOnePost(source, other));
    if (onProject.length === 0) return undefined;
    const quotes = ({ post }: SourceText, text: PreparedText | undefined): boolean =>
      post === undefined || !post.isKnownEnough || (text !== undefined && post.isQuotedBy(text));
    const theirs = this.preparedTextOf(closest.n);
    const isLikely = quotes(source, prepared) || onProject.some((other) => quotes(other, this.preparedTextOf(other.n)));
    const back = theirs ? placesIn(theirs, overlapOf(theirs, prepared)) : 0;
    return { isLikely, places: Math.min(placesIn(prepared, withClosest), back) };
  }

  /** Decimal logarithm of how many texts chance may bring about at most: the more are compared, the fewer. */
  #limit(): number {
    return Math.max(EXPECTED.most, Math.min(EXPECTED.least, -Math.log10(Math.max(1, this.#accounts))));
  }
}

/** What a text shares with the texts of one other account. */
interface AccountOverlap {
  others: readonly SourceText[];
  /** The one that it shares the most with. */
  closest: SourceText;
  overlap: Uint8Array;
  /** What is shared with that one alone. */
  withClosest: Uint8Array;
  /** How many tokens are shared. */
  tokens: number;
}

interface Judged extends AccountOverlap {
  similarity: Similarity;
  /** Whether the two match, as texts made from one, by themselves or in a cluster, or by a sentence. */
  isMatch: boolean;
  isOfOneText: boolean;
}

/** Whether two texts answer one post of which not all is known. */
function mayQuoteOnePost(one: SourceText, other: SourceText): boolean {
  return one.project === other.project && !(one.isPostWhole && other.isPostWhole);
}

/** Whether asking the others in turn would change nothing: many have the same text, or many share what is everybody's. */
function isSettled(judged: readonly Judged[]): boolean {
  const ofOneText = judged.filter(({ isOfOneText }) => isOfOneText).length;
  return ofOneText >= SETTLED || (judged.length >= CROWDED && judged.every(({ isMatch }) => !isMatch));
}

function hasEnough({ tokens }: AccountOverlap): boolean {
  return tokens >= MIN_SHARED_TOKENS;
}

function tokensIn(overlap: Uint8Array): number {
  let tokens = 0;
  for (let i = 0; i < overlap.length; i++) if (overlap[i] !== 0) tokens++;
  return tokens;
}
