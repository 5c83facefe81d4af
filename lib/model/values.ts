// How two values of one field compare: whether both can be true at once, whether one says all that the other
// says and more, and what they say together. Pages say one thing in many ways: a list cuts a text off, shortens
// a name, rounds a figure and shows three of five skills, and none of that is a change.

import { collapseSpaces, isStemOf, type Stem, stemOf } from './beginning.ts';
import { MAX_LIST } from './limits.ts';
import { DAY_MS, type Interval, readInterval, type Time, writeTime } from './time.ts';

/** How the values of one kind compare. All of it holds for any value that the schemas let through. */
export interface ValueKind<T> {
  /** The form in which spellings of one value are equal. */
  canonical(value: T): string;
  /** One spelling for all spellings of a value, which the schemas let through as it is. */
  plain(value: T): T;
  /**
   * True when `a` says all that `b` says, and more: transitive, never both ways, the same for every spelling. Where
   * fields.ts keeps `all` values of a kind, those that one value absorbs are one line, each absorbing the next, and
   * compareKeys puts it after them; only so is the bound on kept values the same in any order (seen-values.ts).
   */
  absorbs(a: T, b: T): boolean;
  /** True when both can be true of one moment: so for spellings of one value, and where one absorbs the other. */
  same(a: T, b: T): boolean;
  /** What two that are the same say together; the first where that is open. */
  merge(a: T, b: T): T;
}

/** Orders canonical forms by length, then by letters: what absorbs another comes after it. */
export function compareKeys(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** JSON in which the parts of a thing stand in one order, whatever order they came in. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return JSON.stringify(value, (_, part: unknown) => (isRecord(part) ? sorted(part) : part));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** As capitals and small letters are the same; the Greek sigma has one small form here, wherever it stands. */
export function fold(text: string): string {
  return text.toLowerCase().replaceAll('ς', 'σ');
}

/**
 * The same function, which knows the last answers by heart: values that are compared once are compared again and
 * again, since a fact is seen on many pages.
 */
function recalling<T>(of: (text: string) => T, most: number): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined || answers.has(text)) return known as T;
    if (answers.size >= most) answers.clear();
    const answer = of(text);
    answers.set(text, answer);
    return answer;
  };
}

/** The stem of a text, and the same in small letters. Texts may be long, so few are known. */
const stems = recalling(
  (text): { exact: Stem; folded: Stem } => ({ exact: stemOf(text), folded: stemOf(fold(text)) }),
  50,
);
/** What is known of words that may be a time. */
const times = recalling((text): { ends: Interval; time: Time } | undefined => {
  const ends = readInterval(text);
  return ends && { ends, time: writeTime(ends) };
}, 2_000);

/** Anything that is either equal or not. */
export function exact<T>(): ValueKind<T> {
  return {
    canonical: canonicalJson,
    plain: (value) => value,
    absorbs: () => false,
    same: (a, b) => canonicalJson(a) === canonicalJson(b),
    merge: (a) => a,
  };
}

/** Words of any length, of which a page may show only the beginning. */
export const text: ValueKind<string> = {
  canonical: (value) => {
    const { stem, isCut } = stems(value).exact;
    return isCut ? stem : `${stem}\u0000`;
  },
  plain: (value) => {
    const { stem, isCut } = stems(value).exact;
    // A text that is nothing but the caption of a button has to stay one.
    return isCut ? `${stem}…` : stem || 'more';
  },
  absorbs: (a, b) => isStemOf(stems(b).exact, stems(a).exact),
  same: (a, b) => {
    const [x, y] = [stems(a).folded, stems(b).folded];
    return x.stem === y.stem || isStemOf(x, y) || isStemOf(y, x);
  },
  merge: (a, b) => (isStemOf(stems(a).folded, stems(b).folded) ? b : a),
};

/** How much of a text a page showed: whoever saw the whole of it once has the whole. */
export const extent: ValueKind<'whole' | 'part'> = {
  ...exact<'whole' | 'part'>(),
  absorbs: (a, b) => a === 'whole' && b === 'part',
  same: () => true,
  merge: (a, b) => (a === 'whole' ? a : b),
};

/** A word or two of which no page shows a part, in any case of letters. */
export const word: ValueKind<string> = {
  canonical: collapseSpaces,
  plain: (value) => collapseSpaces(value) || ' ',
  absorbs: () => false,
  same: (a, b) => fold(collapseSpaces(a)) === fold(collapseSpaces(b)),
  merge: (a) => a,
};

const withoutDots = (name: string) => collapseSpaces(name.replace(/(?<![.…])[.…]+(?=\s|$)/g, ''));
const isInitial = (part: string) => /^\p{L}\p{M}*$/u.test(part);

/** What a person is called: "Ada L." is how a list writes Ada Lovelace. */
export const personName: ValueKind<string> = {
  canonical: withoutDots,
  plain: (value) => withoutDots(value) || '…',
  absorbs: (a, b) => {
    const [whole, part] = [withoutDots(a), withoutDots(b)];
    if (part === '' || part.length >= whole.length || !whole.startsWith(part)) return false;
    return whole[part.length] === ' ' || (part.includes(' ') && isInitial(part.slice(part.lastIndexOf(' ') + 1)));
  },
  same: (a, b) => {
    const [x, y] = [a, b].map((name) => fold(withoutDots(name)).split(' ')) as [string[], string[]];
    const [short, long] = x.length <= y.length ? [x, y] : [y, x];
    return isShortened(short, long);
  },
  merge: (a, b) => (withoutDots(b).length > withoutDots(a).length ? b : a),
};

/** True when the parts of a name stand in the other in this order, whole or as initials, the first at its beginning. */
function isShortened(short: readonly string[], long: readonly string[]): boolean {
  const alike = (a = '', b = '') => a === b || (isInitial(a) && b.startsWith(a)) || (isInitial(b) && a.startsWith(b));
  if (!alike(short[0], long[0])) return false;
  let next = 1;
  for (const part of short.slice(1)) {
    while (next < long.length && !alike(part, long[next])) next++;
    if (next++ >= long.length) return false;
  }
  return true;
}

const isNear = (share: number) => (a: number, b: number) =>
  Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b));

/** A figure from here on may be written as "1.2k". */
const MIN_ROUNDED = 1_000;

/** What a count may be in truth: 1,200 is anything from 1,150 to 1,250. At least two digits are as they were. */
function spread(count: number): { from: number; to: number } {
  let unit = 1;
  while (unit * 100 <= count && count % (unit * 10) === 0) unit *= 10;
  return count < MIN_ROUNDED || unit < 100
    ? { from: count, to: count }
    : { from: count - unit / 2, to: count + unit / 2 };
}

/** How many: "1.2k" is 1,204. */
export const count: ValueKind<number> = {
  canonical: String,
  plain: (value) => value,
  absorbs: (a, b) => {
    const [exactly, roughly] = [spread(a), spread(b)];
    return a !== b && roughly.from <= exactly.from && exactly.to <= roughly.to && roughly.from < roughly.to;
  },
  same: isNear(0.05),
  merge: (a, b) => (count.absorbs(b, a) ? b : a),
};

/** A part of a whole, 0 to 1. */
export const rate: ValueKind<number> = { ...exact<number>(), same: isNear(0.01) };

const isRounded = (part: number, whole: number) => !Number.isInteger(whole) && Math.round(whole) === part;

/** A sum of money without its currency: cards show whole units where the state has the cents. */
export const sum: ValueKind<number> = {
  canonical: String,
  plain: (value) => value,
  absorbs: (a, b) => isRounded(b, a),
  same: (a, b) => isNear(0.01)(a, b) || isRounded(a, b) || isRounded(b, a),
  merge: (a, b) => (isRounded(a, b) ? b : a),
};

/** A sum of money; of two currencies, where one is not said, nothing contradicts. */
export const price: ValueKind<{ amount: number; currency?: string }> = {
  canonical: ({ amount, currency = '' }) => `${amount} ${currency}`,
  plain: (value) => value,
  absorbs: (a, b) => a.currency === b.currency && sum.absorbs(a.amount, b.amount),
  same: (a, b) => sum.same(a.amount, b.amount) && (!a.currency || !b.currency || a.currency === b.currency),
  merge: (a, b) => {
    const currency = a.currency ?? b.currency;
    return { ...a, amount: sum.merge(a.amount, b.amount), ...(currency !== undefined && { currency }) };
  },
};

/** Stars as a part of their scale, four digits of it. */
export function ratingShare({ value, outOf }: { value: number; outOf: number }): number {
  return Math.round((value / outOf) * 10_000) / 10_000;
}

/** Stars: 4.9 of 5 is 98 of 100. */
export const rating: ValueKind<{ value: number; outOf: number }> = {
  canonical: (value) => String(ratingShare(value)),
  plain: (value) => ({ value: ratingShare(value), outOf: 1 }),
  absorbs: () => false,
  same: (a, b) => Math.abs(a.value / a.outOf - b.value / b.outOf) <= 0.011,
  merge: (a) => a,
};

/** When: a shorter time within a longer one says more, and two that share a moment may be one. */
export const time: ValueKind<string> = {
  canonical: (value) => times(value)?.time ?? collapseSpaces(value),
  plain: (value) => times(value)?.time ?? (collapseSpaces(value) || ' '),
  absorbs: (a, b) => {
    const [inner, outer] = [times(a)?.ends, times(b)?.ends];
    if (!inner || !outer || widthOf(inner) === widthOf(outer)) return false;
    return outer.from <= inner.from && inner.to <= outer.to;
  },
  // A page writes the day where it is read, its state script the moment: the two may be a day apart.
  same: (a, b) => {
    const [x, y] = [times(a)?.ends, times(b)?.ends];
    return x && y ? x.from - y.to <= DAY_MS && y.from - x.to <= DAY_MS : word.same(a, b);
  },
  merge: (a, b) => {
    const [x, y] = [times(a)?.ends, times(b)?.ends];
    if (!x || !y) return a;
    const both = { from: Math.max(x.from, y.from), to: Math.min(x.to, y.to) };
    return both.from <= both.to ? writeTime(both) : a;
  },
};

const widthOf = ({ from, to }: Interval) => to - from;

/** Things in a row, of which a page may show some: the first few, or those that were searched for. */
export const list: ValueKind<string[]> = {
  canonical: (value) => JSON.stringify(value.map(collapseSpaces)),
  plain: (value) => value.map(collapseSpaces),
  absorbs: (a, b) => a.length > b.length && b.every((one, i) => collapseSpaces(one) === collapseSpaces(a[i] as string)),
  same: (a, b) => holds(a, b) || holds(b, a),
  merge: (a, b) => (holds(a, b) && (a.length >= b.length || !holds(b, a)) ? a : b),
};

/** Badges, of which each page shows its own choice: none of them contradicts another, and each that was seen counts. */
export const badges: ValueKind<string[]> = {
  ...list,
  same: () => true,
  merge: (a, b) => {
    if (list.absorbs(b, a)) return b;
    const known = new Set(a.map(collapseSpaces));
    return [...a, ...b.filter((one) => !known.has(collapseSpaces(one)))].slice(0, MAX_LIST);
  },
};

function holds(all: readonly string[], some: readonly string[]): boolean {
  const known = new Set(all.map((one) => fold(collapseSpaces(one))));
  return some.every((one) => known.has(fold(collapseSpaces(one))));
}
