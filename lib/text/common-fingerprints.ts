// When everybody is assessed, nearly every query ends the same way: no text of anyone else has enough of these
// fingerprints. This says so without a whole search. Of every fingerprint that several accounts have it keeps,
// side by side, the texts that a search would look at.
import { isBeyondChance, KNOWN } from './expected-overlap.ts';
import { doubled } from './grown.ts';
import { DIRECTORY, type SortedBlock, sorted } from './packed.ts';
import { MAX_POSTINGS, sampledOpen, sampledShare } from './postings.ts';
import type { IndexParts } from './query.ts';
import { minRareTerms, rarity, WORDS_PER_FINGERPRINT } from './rarity.ts';
import {
  isMatch,
  MANY_TEXTS,
  MIN_SHARED,
  minPointsAlone,
  points,
  sentenceTag,
  spanAt,
  withFingerprint,
} from './score.ts';
import { MAX_FINGERPRINTS } from './shingles.ts';

/** Stands for a fingerprint that is not common. */
const ABSENT = 0xffffffff;

/** What is known of the common ones among the fingerprints of one query. */
class CommonOfQuery {
  /** Places of the fingerprints in the query, and among all common ones. */
  readonly places = new Uint32Array(MAX_FINGERPRINTS);
  readonly keys = new Uint32Array(MAX_FINGERPRINTS);
  /** Where the texts to look at are, and the first of them. */
  readonly from = new Uint32Array(MAX_FINGERPRINTS);
  readonly to = new Uint32Array(MAX_FINGERPRINTS);
  readonly first = new Uint32Array(MAX_FINGERPRINTS);
  /** Which of the common ones each fingerprint of the query is. */
  readonly placeOf = new Uint32Array(MAX_FINGERPRINTS);
  /** How many texts have it that are no match; below 0 where that was not counted yet. */
  readonly strangers = new Float64Array(MAX_FINGERPRINTS);
  /** The rare terms that each stands for at most; below 0 where that was not counted yet. */
  readonly rareTerms = new Float64Array(MAX_FINGERPRINTS);
  /** How telling each is, and of which sentence. */
  readonly points = new Uint8Array(MAX_FINGERPRINTS);
  readonly tags = new Uint8Array(MAX_FINGERPRINTS);
}

/** What was true when it was made: it is of no use once a text was added or removed, or a block sorted. */
export class CommonFingerprints {
  /** Account of each text; texts stand in the order of the parts. */
  readonly #accounts: Uint32Array;
  /** Accounts with a text of which not every fingerprint is indexed: they may ask for one that is not known to be shared. */
  readonly #unsure = new Set<number>();
  /** Fingerprints of several accounts, ascending: the high half is the directory's place, the low half stands here. */
  readonly #directory = new Uint32Array(DIRECTORY);
  #low = new Uint16Array(4_096);
  /** How many texts have each. */
  #totals = new Uint32Array(4_096);
  /** Where the texts begin that a search looks at for each, ascending, and the end of the last. */
  #starts = new Uint32Array(4_096);
  #texts = new Uint32Array(32_768);
  /** Where all texts begin of one that more than MAX_POSTINGS have. */
  #wholeStarts = new Uint32Array(4_096);
  #whole = new Uint32Array(32_768);
  #wholeEnd = 0;
  #count = 0;
  readonly #query = new CommonOfQuery();
  /** Per text: how many of the fingerprints it has, on top of what all counts begin with for this query. */
  readonly #have: Uint16Array;
  #base = 0;
  /** Per text: which candidate of the query at hand it is (+ 1); all 0 between two queries. */
  readonly #slots: Uint32Array;

  /** @param parts of which no text of the open part was removed: which of its texts a search looks at depends on that */
  constructor({ blocks, open }: IndexParts) {
    const parts = [...blocks, sorted(0, open)];
    const bases = [0];
    for (const { accounts } of parts) bases.push((bases.at(-1) as number) + accounts.length);
    this.#accounts = new Uint32Array(bases.at(-1) as number);
    this.#have = new Uint16Array(this.#accounts.length);
    this.#slots = new Uint32Array(this.#accounts.length);
    parts.forEach((part, b) => {
      this.#accounts.set(part.accounts, bases[b]);
      this.#noteLongest(part);
    });
    const from = new Uint32Array(parts.length);
    const to = new Uint32Array(parts.length);
    for (let high = 0; high < DIRECTORY - 1; high++) {
      this.#directory[high] = this.#count;
      parts.forEach(({ directory }, b) => {
        to[b] = directory[high] as number;
      });
      for (let key = 0; key < DIRECTORY; ) {
        key = DIRECTORY;
        for (let b = 0; b < parts.length; b++) {
          const { directory, low } = parts[b] as SortedBlock;
          const at = to[b] as number;
          if (at < (directory[high + 1] as number) && (low[at] as number) < key) key = low[at] as number;
        }
        if (key === DIRECTORY) break;
        let total = 0;
        for (let b = 0; b < parts.length; b++) {
          const { directory, low } = parts[b] as SortedBlock;
          const end = directory[high + 1] as number;
          let at = to[b] as number;
          from[b] = at;
          while (at < end && low[at] === key) at++;
          to[b] = at;
          total += at - (from[b] as number);
        }
        if (total > 1) this.#take(key, total, parts, bases, from, to);
      }
    }
    this.#directory[DIRECTORY - 1] = this.#count;
  }

  /** Bytes held. */
  get bytes(): number {
    let bytes = this.#directory.byteLength + this.#accounts.byteLength + this.#have.byteLength;
    bytes += this.#slots.byteLength;
    for (const part of [this.#low, this.#totals, this.#starts, this.#texts, this.#wholeStarts, this.#whole])
      bytes += part.byteLength;
    return bytes;
  }

  /**
   * Whether a search could find anything.
   *
   * @param fingerprints distinct, of a text that is in the index
   * @param sentenceSpans as in a query
   * @param account hash of the asker's account
   * @param size how many texts there are
   * @param accounts how many accounts
   * @returns false when no text of another account is a match and has, as rare as they can be, enough rare terms
   */
  mayMatch(
    fingerprints: Uint32Array,
    sentenceSpans: ArrayLike<number>,
    account: number,
    size: number,
    accounts: number,
  ): boolean {
    if (this.#unsure.has(account)) return true;
    const common = this.#find(fingerprints);
    const candidates = this.#candidates(common, account);
    if (candidates.length === 0) return false;
    const seen = this.#seenBy(candidates, common);
    this.#noteStrangersUnknown(common, fingerprints.length);
    this.#noteSentences(common, sentenceSpans, size);
    const alone = minPointsAlone(size);
    const enough = minRareTerms(size);
    const { placeOf } = this.#query;
    return candidates.some((text, c) => {
      const isSeen = (i: number) => seen[c * common + i] === 1;
      if (!isMatch(this.#score(seen, c * common, common), alone)) return false;
      const has = (i: number) => isSeen(i) || this.#isInRest(i, text);
      let most = 0;
      for (let i = 0; i < common && most < enough; i++) if (has(i)) most += this.#mostRareTerms(i, size);
      if (most < enough) return false;
      const hasAsked = (f: number) => placeOf[f] !== ABSENT && has(placeOf[f] as number);
      return isBeyondChance(sentenceSpans, hasAsked, (f) => this.#strangers(placeOf[f] as number), size, accounts);
    });
  }

  /** Looks up which of the fingerprints are common. */
  #find(fingerprints: Uint32Array): number {
    const { places, keys, from, to, first } = this.#query;
    const directory = this.#directory;
    const low = this.#low;
    let common = 0;
    for (let f = 0; f < fingerprints.length; f++) {
      const fingerprint = fingerprints[f] as number;
      const key = fingerprint & 0xffff;
      const end = directory[(fingerprint >>> 16) + 1] as number;
      let at = directory[fingerprint >>> 16] as number;
      while (at < end && (low[at] as number) < key) at++;
      if (at === end || low[at] !== key) continue;
      places[common] = f;
      keys[common++] = at;
    }
    // Each of the lists lies somewhere else in memory: asked for in a row they are fetched side by side.
    for (let i = 0; i < common; i++) {
      const key = keys[i] as number;
      from[i] = this.#starts[key] as number;
      to[i] = this.#starts[key + 1] as number;
    }
    for (let i = 0; i < common; i++) first[i] = this.#texts[from[i] as number] as number;
    return common;
  }

  /** Texts of others that have MIN_SHARED of the fingerprints. */
  #candidates(common: number, account: number): number[] {
    const { from, to, first } = this.#query;
    const texts = this.#texts;
    const have = this.#have;
    const accounts = this.#accounts;
    const base = this.#nextBase();
    const candidates: number[] = [];
    for (let i = 0; i < common; i++) {
      const end = to[i] as number;
      let text = first[i] as number;
      for (let p = from[i] as number; ; text = texts[p] as number) {
        const before = have[text] as number;
        const count = (before > base ? before : base) + 1;
        have[text] = count;
        if (count === base + MIN_SHARED && accounts[text] !== account) candidates.push(text);
        if (++p === end) break;
      }
    }
    return candidates;
  }

  /** Which of the common fingerprints a search comes upon in each candidate: entry candidate * common + fingerprint. */
  #seenBy(candidates: readonly number[], common: number): Uint8Array {
    const { from, to } = this.#query;
    const texts = this.#texts;
    const slots = this.#slots;
    const seen = new Uint8Array(candidates.length * common);
    for (let c = 0; c < candidates.length; c++) slots[candidates[c] as number] = c + 1;
    for (let i = 0; i < common; i++) {
      const end = to[i] as number;
      for (let p = from[i] as number; p < end; p++) {
        const slot = slots[texts[p] as number] as number;
        if (slot !== 0) seen[(slot - 1) * common + i] = 1;
      }
    }
    for (const text of candidates) slots[text] = 0;
    return seen;
  }

  /** Forgets what was known of the fingerprints of the last query. */
  #noteStrangersUnknown(common: number, asked: number): void {
    const { placeOf, places, strangers, rareTerms } = this.#query;
    placeOf.fill(ABSENT, 0, asked);
    for (let i = 0; i < common; i++) placeOf[places[i] as number] = i;
    strangers.fill(-1, 0, common);
    rareTerms.fill(-1, 0, common);
  }

  /** How many texts have a common fingerprint that may be strangers', at least, as a search would count them. */
  #strangers(i: number): number {
    const { strangers } = this.#query;
    if ((strangers[i] as number) < 0) strangers[i] = Math.fround(this.#without(i, KNOWN));
    return strangers[i] as number;
  }

  /** How many texts have a common fingerprint that share fewer than so many, at least, as a search would count them. */
  #without(i: number, shared: number): number {
    const { keys, from, to } = this.#query;
    const total = this.#totals[keys[i] as number] as number;
    let others = 0;
    for (let p = from[i] as number; p < (to[i] as number); p++) {
      if ((this.#have[this.#texts[p] as number] as number) >= this.#base + shared) others++;
    }
    // Of many texts a search examines at least half of those that it looks at.
    const examined = total <= MANY_TEXTS ? total : Math.min(total, MAX_POSTINGS) / 2;
    return Math.max(0, 1 - others / examined) * total;
  }

  /** The rare terms that a common fingerprint stands for at most: see rarities(). */
  #mostRareTerms(i: number, size: number): number {
    const { rareTerms } = this.#query;
    if ((rareTerms[i] as number) < 0) rareTerms[i] = this.#countRareTerms(i, size);
    return rareTerms[i] as number;
  }

  #countRareTerms(i: number, size: number): number {
    const total = this.#totals[this.#query.keys[i] as number] as number;
    if (total <= MANY_TEXTS) return WORDS_PER_FINGERPRINT;
    // A search holds what it finds in 32 bits.
    return WORDS_PER_FINGERPRINT * Math.fround(rarity((this.#without(i, MIN_SHARED) + 0.5) / size));
  }

  /** Whether a text has a common fingerprint that so many have that a search looks at a part of them. */
  #isInRest(i: number, text: number): boolean {
    const key = this.#query.keys[i] as number;
    const total = this.#totals[key] as number;
    if (total <= MAX_POSTINGS) return false;
    const start = this.#wholeStarts[key] as number;
    return holds(this.#whole, text, start, start + total);
  }

  /** Notes how telling each common fingerprint is, and its sentence: every candidate is scored by them. */
  #noteSentences(common: number, sentenceSpans: ArrayLike<number>, size: number): void {
    const { keys, places, points: telling, tags } = this.#query;
    let span = 0;
    for (let i = 0; i < common; i++) {
      span = spanAt(places[i] as number, span, sentenceSpans);
      tags[i] = sentenceTag(span, sentenceSpans);
      telling[i] = points(size, this.#totals[keys[i] as number] as number);
    }
  }

  /** The score that a search gives a text, by what is seen of it from `from` on: see scoreAll(). */
  #score(seen: Uint8Array, from: number, common: number): number {
    const { points: telling, tags } = this.#query;
    let score = 0;
    let last = 0;
    for (let i = 0; i < common; i++) {
      if (seen[from + i] !== 1) continue;
      const tag = tags[i] as number;
      score = withFingerprint(score, telling[i] as number, tag !== 0 && tag !== last);
      if (tag !== 0) last = tag;
    }
    return score;
  }

  /** Above all counts so far, so that these need not be put back to 0 after each query. */
  #nextBase(): number {
    this.#base += MAX_FINGERPRINTS + 1;
    if (this.#base + MAX_FINGERPRINTS > 0xffff) {
      this.#have.fill(0);
      this.#base = 0;
    }
    return this.#base;
  }

  /** Notes whose texts have as many fingerprints as are indexed at most: they may have more. */
  #noteLongest({ texts, accounts }: SortedBlock): void {
    const counts = new Uint16Array(accounts.length);
    for (let i = 0; i < texts.length; i++) (counts[texts[i] as number] as number)++;
    counts.forEach((count, text) => {
      if (count >= MAX_FINGERPRINTS) this.#unsure.add(accounts[text] as number);
    });
  }

  /** Takes one fingerprint in, if several accounts have it: its postings stand from `from` to before `to` of each part. */
  #take(
    low: number,
    total: number,
    parts: readonly SortedBlock[],
    bases: readonly number[],
    from: Uint32Array,
    to: Uint32Array,
  ): void {
    if (!isOfSeveral(parts, from, to)) return;
    if (this.#count + 2 > this.#starts.length) {
      this.#low = doubled(this.#low, this.#count + 2);
      this.#totals = doubled(this.#totals, this.#count + 2);
      this.#starts = doubled(this.#starts, this.#count + 2);
      this.#wholeStarts = doubled(this.#wholeStarts, this.#count + 2);
    }
    const isWhole = total <= MAX_POSTINGS;
    const share = sampledShare(total);
    let at = this.#starts[this.#count] as number;
    if (!isWhole) {
      this.#wholeStarts[this.#count] = this.#wholeEnd;
      if (this.#wholeEnd + total > this.#whole.length) this.#whole = doubled(this.#whole, this.#wholeEnd + total);
    }
    if (at + total > this.#texts.length) this.#texts = doubled(this.#texts, at + total);
    for (let b = 0; b < parts.length; b++) {
      const { texts } = parts[b] as SortedBlock;
      const start = from[b] as number;
      const stop = to[b] as number;
      const isOpen = b === parts.length - 1;
      // The same as a search looks at: of a block the first and the last, of the open part the latest.
      const first = isWhole ? stop - start : isOpen ? 0 : Math.ceil(((stop - start) * share) / 2);
      const last = isOpen ? sampledOpen(stop - start, share) : first;
      if (!isWhole) {
        for (let i = start; i < stop; i++) this.#whole[this.#wholeEnd++] = (bases[b] as number) + (texts[i] as number);
      }
      for (let i = start; i < stop; i++) {
        if (i === start + first && stop - last > i) i = stop - last;
        this.#texts[at++] = (bases[b] as number) + (texts[i] as number);
      }
    }
    this.#totals[this.#count] = total;
    this.#low[this.#count++] = low;
    this.#starts[this.#count] = at;
  }
}

/** Whether a text is among these, which ascend. */
function holds(texts: Uint32Array, text: number, from: number, to: number): boolean {
  let left = from;
  let right = to;
  while (left < right) {
    const middle = (left + right) >>> 1;
    if ((texts[middle] as number) < text) left = middle + 1;
    else right = middle;
  }
  return left < to && texts[left] === text;
}

/** Whether the texts from `from` to before `to` of each part are not all of one account. */
function isOfSeveral(parts: readonly SortedBlock[], from: Uint32Array, to: Uint32Array): boolean {
  let one = -1;
  for (let b = 0; b < parts.length; b++) {
    const { texts, accounts } = parts[b] as SortedBlock;
    for (let i = from[b] as number; i < (to[b] as number); i++) {
      const account = accounts[texts[i] as number] as number;
      if (one >= 0 && account !== one) return true;
      one = account;
    }
  }
  return false;
}
