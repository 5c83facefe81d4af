// Knows the words of a client's own post, so that bidders who quote it, or reword it lightly, are not
// taken for bidders who copy each other.

import { HashSet } from './hash-set.ts';
import { SHINGLE, shinglesInto, shingles as shinglesOf } from './shingles.ts';
import { MAX_TOKENS, mix, OPENS_SENTENCE, scan, TokenBuffer, type Tokens, tokenise } from './tokens.ts';

/** A sentence of which this share stands in the post, two words at a time, rewords the post. */
const REWORDED = 0.6;

/** So many of the last words that are known of a post show that a bid quotes it to there and on. */
const TAIL = 4;
/** Longest stretch after them that may be of the post, in UTF-16 code units. */
const MAX_REST = 4_000;
/** Who has so many words in a row of what is known, the title apart, quotes the post. */
const QUOTING = 7;
/** With fewer words known than this, nobody who quotes the rest need quote any of them. */
const KNOWN_ENOUGH = 25;
/** So many words in a row that such a bidder shares with others on the project may be quoted too. */
const QUOTED = 5;

const tokens = new TokenBuffer();
const shingles = new Uint32Array(MAX_TOKENS);

function pair(first: number, second: number): number {
  return mix(Math.imul(first, 0x27d4eb2f) + Math.imul(second, 0x165667b1));
}

export class ClientPost {
  readonly #shingles: HashSet;
  readonly #pairs: HashSet;
  /** Neighbouring words of the title: naming the project is quoting. */
  readonly #title: HashSet;
  /** Neighbouring words of what is known for certain, the title apart. */
  readonly #known: HashSet;

  /** Words of what is known for certain. */
  #words = 0;

  /** @param rest what bidders seem to quote of what is not known of the post: see restOf() */
  constructor(title: string, body: string, rest = '') {
    const words = (title.length + body.length + rest.length) / 6;
    this.#title = new HashSet(8);
    this.#shingles = new HashSet(words);
    this.#pairs = new HashSet(words);
    this.#known = new HashSet(body.length / 6);
    for (const text of [title, body, rest]) {
      scan(text, tokens);
      if (text === body) this.#words = tokens.length;
      const count = shinglesInto(tokens.hashes, tokens.length, shingles);
      for (let i = 0; i < count; i++) this.#shingles.add(shingles[i] as number);
      for (let i = 1; i < tokens.length; i++) {
        const two = pair(tokens.hashes[i - 1] as number, tokens.hashes[i] as number);
        this.#pairs.add(two);
        if (text === title) this.#title.add(two);
        else if (text === body && !this.#title.has(two)) this.#known.add(two);
      }
    }
  }

  /**
   * Marks the words of a bid that stand in the post: three in a row as they stand there, three in a row of
   * which each neighbouring two do, or two of its title. A sentence of which most is the post's is taken
   * for a rewording of it and marked as a whole.
   *
   * @param into one entry a token, 1 for a quoted one
   */
  mark({ hashes, flags, length }: TokenBuffer, shingles: Uint32Array, into: Uint8Array): void {
    into.fill(0, 0, length);
    const near = new Uint8Array(length);
    let before = false;
    for (let i = 0; i + 1 < length; i++) {
      const two = pair(hashes[i] as number, hashes[i + 1] as number);
      const known = this.#pairs.has(two);
      if (known) near.fill(1, i, i + 2);
      if (known && this.#title.has(two)) into.fill(1, i, i + 2);
      if (i + 2 < length && this.#shingles.has(shingles[i] as number)) into.fill(1, i, i + 3);
      if (known && before) into.fill(1, i - 1, i + 2);
      before = known;
    }
    for (let start = 0; start < length; ) {
      let end = start + 1;
      while (end < length && !((flags[end] as number) & OPENS_SENTENCE)) end++;
      let close = 0;
      for (let i = start; i < end; i++) close += near[i] as number;
      if (close >= REWORDED * (end - start)) into.fill(1, start, end);
      start = end;
    }
  }

  /** Whether so much is known of the post that a bid which quotes none of it hardly quotes the rest. */
  get isKnownEnough(): boolean {
    return this.#words >= KNOWN_ENOUGH;
  }

  /** Whether a text has enough words in a row of what is known, the title apart, that it can be no turn of phrase. */
  isQuotedBy({ hashes, length }: Pick<Tokens, 'hashes' | 'length'>): boolean {
    let run = 1;
    for (let i = 1; i < length && run < QUOTING; i++) {
      run = this.#known.has(pair(hashes[i - 1] as number, hashes[i] as number)) ? run + 1 : 1;
    }
    return run >= QUOTING;
  }
}

/** A bid on the project: whose it is, and its words. */
interface BidOnIt {
  author: string;
  text: string;
  words: Tokens;
  shingles: Uint32Array;
}

/**
 * What bidders quote of a post of which only the beginning is known, as far as it stands in somebody else's bid on the
 * project too: the words that follow the last known ones in a bid, and whatever a bidder who quotes the beginning shares.
 *
 * @param beginning of the post; its last word may be cut
 * @param bids on the project
 * @returns the stretches, one a line; empty when nobody quotes on
 */
export function restOf(title: string, beginning: string, bids: readonly { author: string; text: string }[]): string {
  const known = tokenise(beginning);
  if (known.length < 2 * TAIL) return '';
  const all = bids.map(({ author, text }): BidOnIt => {
    const words = tokenise(text);
    return { author, text, words, shingles: shinglesOf(words) };
  });
  const authors = new Map<number, string | undefined>();
  for (const { author, shingles } of all) {
    for (const shingle of shingles) {
      if (!authors.has(shingle)) authors.set(shingle, author);
      else if (authors.get(shingle) !== author) authors.set(shingle, undefined);
    }
  }
  const isShared = (shingle: number | undefined): boolean => authors.get(shingle as number) === undefined;
  const post = new ClientPost(title, beginning);
  const rests = new Set<string>();
  for (const bid of all) {
    const { text, words, shingles } = bid;
    const from = endOf(known, words);
    if (from !== undefined && from < words.length) {
      let last = -1;
      const end = (words.ends[from] as number) + MAX_REST;
      for (let i = from; i < shingles.length && (words.ends[i + SHINGLE - 1] as number) <= end; i++) {
        if (isShared(shingles[i])) last = i + SHINGLE - 1;
      }
      if (last >= 0) rests.add(text.slice(words.starts[from], words.ends[last]));
    }
    if (post.isQuotedBy(words)) for (const quoted of sharedRunsOf(bid, isShared)) rests.add(quoted);
  }
  return [...rests].join('\n');
}

/** The stretches of a bid, long enough to be quoted, that others have too. */
function sharedRunsOf({ text, words, shingles }: BidOnIt, isShared: (shingle: number) => boolean): string[] {
  const runs: string[] = [];
  for (let i = 0; i < shingles.length; i++) {
    const first = i;
    while (i < shingles.length && isShared(shingles[i] as number)) i++;
    const last = i + SHINGLE - 2;
    if (i > first && last - first + 1 >= QUOTED) runs.push(text.slice(words.starts[first], words.ends[last]));
  }
  return runs;
}

/** The place after the last known words of a post in a bid; the very last may be cut and then stands there whole. */
function endOf(known: Tokens, bid: Tokens): number | undefined {
  for (const end of [known.length, known.length - 1]) {
    for (let i = 0; i + TAIL <= bid.length; i++) {
      let same = 0;
      while (same < TAIL && bid.hashes[i + same] === known.hashes[end - TAIL + same]) same++;
      if (same === TAIL) return i + TAIL;
    }
  }
  return undefined;
}
