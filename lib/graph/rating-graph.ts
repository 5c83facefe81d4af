// Remembers who rated which account, how well and when, in a form small enough to hold every review a user
// will ever see and quick enough to search through at once: plain columns of numbers, one entry a
// review, and the accounts numbered. Reviews come one by one as pages are read, each under its number in the
// store, so that a review that was corrected takes the place of what it said before.
import { type AccountKey, accountKey } from '../model/account.ts';
import { fnv } from '../model/fnv.ts';
import type { Profile, Review } from '../model/observation.ts';
import { DAY_MS, intervalOf, parseTime } from '../model/time.ts';
import { mix, tokenise, wordWeight } from '../text/tokens.ts';
import { orderBy } from './csr.ts';

/** The columns, all of the same length: entry r is the r-th review by the store's numbers. */
export interface Ratings {
  readonly length: number;
  /** Numbers of the accounts that gave and got the rating. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The rating as a part of its scale, 0 to 1; NaN where there was none, or one outside the scale. */
  readonly value: Float32Array;
  /** The top of its scale as the marketplace shows it; NaN without a rating. */
  readonly outOf: Float32Array;
  /** Between which moments it was given, in ms since 1970, both possible; NaN where no date was shown or it cannot be right. */
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  /** 1 where a client gave it. */
  readonly byClient: Uint8Array;
  /** Hash of the review's words, whatever their case and punctuation; 0 for fewer than eight words. */
  readonly text: Int32Array;
  /** Hash of the project it was for; 0 where that is not known. */
  readonly project: Int32Array;
}

/** Nothing was rated online before 1995. */
const EARLIEST_MS = Date.UTC(1995, 0, 1);
/** A date may lie this far after the page was seen: clocks and time zones differ. */
const AHEAD_MS = 2 * DAY_MS;
/** Shorter reviews ("Great work, will hire again!") are everyone's; their words mean nothing. */
const MIN_WORDS = 8;

/** A rating as the graph keeps it; the columns of Ratings say what each part means. */
export interface Rating {
  from: AccountKey;
  to: AccountKey;
  value: number;
  outOf: number;
  earliest: number;
  latest: number;
  byClient: boolean;
  text: number;
  project: number;
}

/** What the graph keeps of a review. A rating outside its scale and a date that cannot be right are read as not shown. */
export function ratingOf(review: Review): Rating {
  const value = review.rating ? review.rating.value / review.rating.outOf : Number.NaN;
  const inScale = value >= 0 && value <= 1;
  const [earliest, latest] = endsOf(review);
  return {
    from: accountKey(review.site, review.from),
    to: accountKey(review.site, review.to),
    value: inScale ? value : Number.NaN,
    outOf: inScale && review.rating ? review.rating.outOf : Number.NaN,
    earliest,
    latest,
    byClient: review.fromRole === 'client',
    text: review.text === undefined ? 0 : hashWords(review.text),
    project: review.project === undefined ? 0 : hashKey(`${review.site}:${review.project}`) | 0 || 1,
  };
}

/** Between which moments a review was given; NaN twice where that is not known. */
function endsOf({ at, seenAt }: Review): readonly [earliest: number, latest: number] {
  const time = at === undefined ? undefined : parseTime(at);
  const end = Date.parse(seenAt) + AHEAD_MS;
  if (time === undefined) return [Number.NaN, Number.NaN];
  const { from, to } = intervalOf(time);
  return from >= EARLIEST_MS && from <= end ? [from, Math.min(to, end)] : [Number.NaN, Number.NaN];
}

/** All ratings seen, incrementally built. */
export class RatingGraph {
  /** Grows with every change, so that what was worked out from the graph can be kept until then. */
  version = 0;
  /** The accounts by number. */
  readonly accounts: AccountKey[] = [];
  readonly #numbers = new Map<AccountKey, number>();
  #length = 0;
  /** The store's number of each review, ascending, so that every worker has them in one order. */
  #row = new Float64Array(64);
  #from = new Int32Array(64);
  #to = new Int32Array(64);
  #value = new Float32Array(64);
  #outOf = new Float32Array(64);
  #earliest = new Float64Array(64);
  #latest = new Float64Array(64);
  #byClient = new Uint8Array(64);
  #text = new Int32Array(64);
  #project = new Int32Array(64);
  #shown = new Int32Array(64);
  #ranks: Int32Array = new Int32Array();
  /** Whose profile stands under a number of the store. */
  readonly #profiles = new Map<number, AccountKey>();

  /** A graph of these reviews, and of the review counts that these profiles show. */
  static from(reviews: Iterable<Review>, profiles: Iterable<Profile> = []): RatingGraph {
    const graph = new RatingGraph();
    for (const review of reviews) graph.add(review);
    for (const profile of profiles) graph.addProfile(profile);
    return graph;
  }

  /** Adds a review after all others. */
  add(review: Review): void {
    this.addRating(ratingOf(review));
  }

  /** Adds a rating after all others. */
  addRating(rating: Rating): void {
    this.put(this.#length === 0 ? 0 : (this.#row[this.#length - 1] as number) + 1, rating);
  }

  /** Takes in a rating under the store's number of its review, in place of what it said before. */
  put(row: number, rating: Rating): void {
    const r = this.#entryAt(row);
    if (r === this.#length || this.#row[r] !== row) this.#makeRoom(r);
    this.#row[r] = row;
    this.#from[r] = this.#number(rating.from);
    this.#to[r] = this.#number(rating.to);
    this.#value[r] = rating.value;
    this.#outOf[r] = rating.outOf;
    this.#earliest[r] = rating.earliest;
    this.#latest[r] = rating.latest;
    this.#byClient[r] = rating.byClient ? 1 : 0;
    this.#text[r] = rating.text;
    this.#project[r] = rating.project;
    this.version++;
  }

  /** Takes out what stands under this number, a rating or a profile, if anything does. Accounts keep their numbers. */
  remove(row: number): void {
    const account = this.#profiles.get(row);
    if (account !== undefined) {
      this.#profiles.delete(row);
      this.show(account, 0);
      return;
    }
    const r = this.#entryAt(row);
    if (r === this.#length || this.#row[r] !== row) return;
    for (const column of this.#columns()) column.copyWithin(r, r + 1, this.#length);
    this.#length--;
    this.version++;
  }

  /** Takes from a profile how many reviews the marketplace says there are: more than were seen, as a rule. */
  addProfile(profile: Profile): void {
    const count = profile.stats?.reviewCount;
    if (count !== undefined) this.show(accountKey(profile.site, profile.account), count);
  }

  /** Takes in under the store's number of a profile how many reviews it shows. */
  putProfile(row: number, account: AccountKey, shown: number): void {
    this.#profiles.set(row, account);
    this.show(account, shown);
  }

  /** Takes in how many reviews the marketplace says an account has; 0 where it no longer says. */
  show(account: AccountKey, count: number): void {
    const known = this.#numbers.get(account);
    const shown = Math.min(count, 2 ** 31 - 1);
    if ((known === undefined ? 0 : this.#shown[known]) === shown) return;
    // Numbering the account may replace the column.
    const number = this.#number(account);
    this.#shown[number] = shown;
    this.version++;
  }

  /** The place of each account in an order that depends on their keys alone, not on which was seen first. */
  ranks(): Int32Array {
    const n = this.accounts.length;
    if (this.#ranks.length === n) return this.#ranks;
    // By a hash: most keys differ in it, so that next to none are compared.
    const hash = Uint32Array.from(this.accounts, hashKey);
    const order = orderBy(
      Int32Array.from({ length: n }, (_, i) => i),
      hash,
    );
    const key = (i: number) => this.accounts[i] as string;
    for (let i = 0, j = 0; i < n; i = j) {
      while (j < n && hash[order[j] as number] === hash[order[i] as number]) j++;
      if (j - i > 1) order.subarray(i, j).sort((a, b) => (key(a) < key(b) ? -1 : 1));
    }
    const ranks = new Int32Array(n);
    for (let i = 0; i < n; i++) ranks[order[i] as number] = i;
    this.#ranks = ranks;
    return ranks;
  }

  /** The number of an account; undefined when nothing was seen of its ratings. */
  number(account: AccountKey): number | undefined {
    return this.#numbers.get(account);
  }

  /** How many reviews the marketplace says an account has; 0 where it was not seen to say. */
  shown(account: number): number {
    return this.#shown[account] ?? 0;
  }

  /** The columns as they are now. They are views: read them, then forget them before more is added. */
  ratings(): Ratings {
    const end = this.#length;
    return {
      length: end,
      from: this.#from.subarray(0, end),
      to: this.#to.subarray(0, end),
      value: this.#value.subarray(0, end),
      outOf: this.#outOf.subarray(0, end),
      earliest: this.#earliest.subarray(0, end),
      latest: this.#latest.subarray(0, end),
      byClient: this.#byClient.subarray(0, end),
      text: this.#text.subarray(0, end),
      project: this.#project.subarray(0, end),
    };
  }

  #number(account: AccountKey): number {
    const known = this.#numbers.get(account);
    if (known !== undefined) return known;
    const n = this.accounts.length;
    this.accounts.push(account);
    this.#numbers.set(account, n);
    if (n >= this.#shown.length) this.#shown = longer(this.#shown, new Int32Array(2 * n));
    return n;
  }

  #columns() {
    return [
      this.#row,
      this.#from,
      this.#to,
      this.#value,
      this.#outOf,
      this.#earliest,
      this.#latest,
      this.#byClient,
      this.#text,
      this.#project,
    ] as const;
  }

  /** The first entry whose number is not below this one. */
  #entryAt(row: number): number {
    // As a rule it comes after all others.
    if (this.#length === 0 || (this.#row[this.#length - 1] as number) < row) return this.#length;
    let left = 0;
    let right = this.#length - 1;
    while (left < right) {
      const middle = (left + right) >>> 1;
      if ((this.#row[middle] as number) < row) left = middle + 1;
      else right = middle;
    }
    return left;
  }

  /** Opens an entry at this place; those from there on move up by one. */
  #makeRoom(r: number): void {
    if (this.#length >= this.#from.length) this.#grow();
    if (r < this.#length) for (const column of this.#columns()) column.copyWithin(r + 1, r, this.#length);
    this.#length++;
  }

  #grow(): void {
    const size = 2 * this.#from.length;
    this.#row = longer(this.#row, new Float64Array(size));
    this.#from = longer(this.#from, new Int32Array(size));
    this.#to = longer(this.#to, new Int32Array(size));
    this.#value = longer(this.#value, new Float32Array(size));
    this.#outOf = longer(this.#outOf, new Float32Array(size));
    this.#earliest = longer(this.#earliest, new Float64Array(size));
    this.#latest = longer(this.#latest, new Float64Array(size));
    this.#byClient = longer(this.#byClient, new Uint8Array(size));
    this.#text = longer(this.#text, new Int32Array(size));
    this.#project = longer(this.#project, new Int32Array(size));
  }
}

/** 32 bits of a key (FNV-1a over UTF-16 units). */
function hashKey(key: string): number {
  return mix(fnv(key)) >>> 0;
}

function longer<T extends { set(from: ArrayLike<number>): void }>(from: ArrayLike<number>, into: T): T {
  into.set(from);
  return into;
}

/**
 * One number for the words of a text; 0 when they stand for fewer than eight. Texts that differ only in
 * case, spacing and punctuation are one (see tokenise).
 */
export function hashWords(text: string): number {
  const { length, hashes, flags } = tokenise(text);
  let words = 0;
  let hash = 0;
  for (let i = 0; i < length; i++) {
    words += wordWeight(flags[i] as number);
    hash = mix((Math.imul(hash, 31) + (hashes[i] as number)) | 0);
  }
  return words < MIN_WORDS ? 0 : hash | 0 || 1;
}
