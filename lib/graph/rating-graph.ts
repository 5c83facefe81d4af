// Remembers who rated whom, how well and when, in a form small enough to hold every review a user
// will ever see and quick enough to search through at once: plain columns of numbers, one entry a
// review, and the accounts numbered. Reviews are added one by one as pages are read.
import { type AccountKey, accountKey } from '../model/account.ts';
import type { Profile, Review } from '../model/observation.ts';
import { mix, tokenise, wordWeight } from '../text/tokens.ts';

/** The columns, all of the same length: entry r is the r-th review that was added. */
export interface Ratings {
  readonly length: number;
  /** Numbers of the accounts that gave and got the rating. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The rating as a part of its scale, 0 to 1; NaN where there was none, or one outside the scale. */
  readonly value: Float32Array;
  /** The top of its scale as the marketplace shows it; NaN without a rating. */
  readonly outOf: Float32Array;
  /** Seconds since 1970; NaN where no date was shown or it cannot be right. */
  readonly time: Float64Array;
  /** 1 where a client gave it. */
  readonly byClient: Uint8Array;
  /** Hash of the review's words, whatever their case and punctuation; 0 for fewer than eight words. */
  readonly text: Int32Array;
}

/** Nothing was rated online before this: 1995. */
const EARLIEST = 788_918_400;
/** A date may lie this far after the page was seen: clocks and time zones differ. Seconds. */
const AHEAD = 2 * 86_400;
/** Shorter reviews ("Great work, will hire again!") are everyone's; their words mean nothing. */
const MIN_WORDS = 8;

/** A rating as the graph keeps it; the columns of Ratings say what each part means. */
export interface Rating {
  from: AccountKey;
  to: AccountKey;
  value: number;
  outOf: number;
  time: number;
  byClient: boolean;
  text: number;
}

/** What the graph keeps of a review. A rating outside its scale and a date that cannot be right are read as not shown. */
export function ratingOf(review: Review): Rating {
  const value = review.rating ? review.rating.value / review.rating.outOf : Number.NaN;
  const inScale = value >= 0 && value <= 1;
  const time = review.at === undefined ? Number.NaN : Date.parse(review.at) / 1_000;
  const latest = Date.parse(review.seenAt) / 1_000 + AHEAD;
  return {
    from: accountKey(review.site, review.from),
    to: accountKey(review.site, review.to),
    value: inScale ? value : Number.NaN,
    outOf: inScale && review.rating ? review.rating.outOf : Number.NaN,
    time: time >= EARLIEST && time <= latest ? time : Number.NaN,
    byClient: review.fromRole === 'client',
    text: review.text === undefined ? 0 : hashWords(review.text),
  };
}

/** All ratings seen, incrementally built. Each review is to be added once; the store sees to that. */
export class RatingGraph {
  /** Grows with every change, so that what was worked out from the graph can be kept until then. */
  version = 0;
  /** The accounts by number. */
  readonly accounts: AccountKey[] = [];
  readonly #numbers = new Map<AccountKey, number>();
  #length = 0;
  #from = new Int32Array(64);
  #to = new Int32Array(64);
  #value = new Float32Array(64);
  #outOf = new Float32Array(64);
  #time = new Float64Array(64);
  #byClient = new Uint8Array(64);
  #text = new Int32Array(64);
  #shown = new Int32Array(64);

  /** A graph of these reviews, and of the review counts that these profiles show. */
  static from(reviews: Iterable<Review>, profiles: Iterable<Profile> = []): RatingGraph {
    const graph = new RatingGraph();
    for (const review of reviews) graph.add(review);
    for (const profile of profiles) graph.addProfile(profile);
    return graph;
  }

  /** Adds a review. */
  add(review: Review): void {
    this.addRating(ratingOf(review));
  }

  /** Adds a rating whose parts are known already: what a packed store gives back. */
  addRating(rating: Rating): void {
    const r = this.#length++;
    if (r >= this.#from.length) this.#grow();
    this.#from[r] = this.#number(rating.from);
    this.#to[r] = this.#number(rating.to);
    this.#value[r] = rating.value;
    this.#outOf[r] = rating.outOf;
    this.#time[r] = rating.time;
    this.#byClient[r] = rating.byClient ? 1 : 0;
    this.#text[r] = rating.text;
    this.version++;
  }

  /** Takes from a profile how many reviews the marketplace says there are: more than were seen, as a rule. */
  addProfile(profile: Profile): void {
    const count = profile.stats?.reviewCount;
    if (count === undefined) return;
    const account = this.#number(accountKey(profile.site, profile.account));
    this.#shown[account] = Math.min(count, 2 ** 31 - 1);
    this.version++;
  }

  /** The number of an account; undefined when it neither gave nor got a rating. */
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
      time: this.#time.subarray(0, end),
      byClient: this.#byClient.subarray(0, end),
      text: this.#text.subarray(0, end),
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

  #grow(): void {
    const size = 2 * this.#from.length;
    this.#from = longer(this.#from, new Int32Array(size));
    this.#to = longer(this.#to, new Int32Array(size));
    this.#value = longer(this.#value, new Float32Array(size));
    this.#outOf = longer(this.#outOf, new Float32Array(size));
    this.#time = longer(this.#time, new Float64Array(size));
    this.#byClient = longer(this.#byClient, new Uint8Array(size));
    this.#text = longer(this.#text, new Int32Array(size));
  }
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
