// Sorted ranges of addresses, and whether an address lies in one: two rows of words and a search by halves, so that a list
// of a hundred thousand ranges costs a few comparisons of numbers and nothing else.

import { WORDS, wordsOf } from './address-words.ts';
import { addressOf } from './addresses.ts';

/** The first and the last address, four words each. */
export type Range = Uint32Array;

/** A range as it is written, `address` or `address/bits`; undefined for what is none. */
export function rangeOf(written: string): Range | undefined {
  const match = /^([0-9a-fA-F.:]{2,45})(?:\/(\d{1,3}))?$/.exec(written);
  const ip = match?.[1] && addressOf(match[1])?.ip;
  if (!ip) return undefined;
  const isFour = ip.includes('.');
  const bits = match[2] === undefined ? 128 : Number(match[2]) + (isFour ? 96 : 0);
  // A whole quarter of all addresses is no list of relays.
  if (bits > 128 || bits < (isFour ? 96 + 3 : 8)) return undefined;
  const range = new Uint32Array(2 * WORDS);
  wordsOf(ip, range);
  for (let word = 0; word < WORDS; word++) {
    const own = Math.min(32, Math.max(0, bits - 32 * word));
    const host = own === 0 ? 0xffffffff : 2 ** (32 - own) - 1;
    const first = ((range[word] as number) & ~host) >>> 0;
    range[word] = first;
    range[WORDS + word] = first + host;
  }
  return range;
}

/** Whether an address, in its normal form, lies in one of these ranges. */
export function inRanges(ranges: readonly Range[]): (ip: string) => boolean {
  const sorted = ranges.toSorted((a, b) => compare(a, 0, b, 0));
  const firsts = new Uint32Array(sorted.length * WORDS);
  const lasts = new Uint32Array(sorted.length * WORDS);
  let count = 0;
  for (const range of sorted) {
    const before = (count - 1) * WORDS;
    if (count > 0 && compare(range, 0, lasts, before) <= 0) {
      if (compare(range, WORDS, lasts, before) > 0) lasts.set(range.subarray(WORDS), before);
    } else {
      firsts.set(range.subarray(0, WORDS), count * WORDS);
      lasts.set(range.subarray(WORDS), count * WORDS);
      count++;
    }
  }
  const words = new Uint32Array(WORDS);
  return (ip) => {
    if (!wordsOf(ip, words)) return false;
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(firsts, middle * WORDS, words, 0) <= 0) low = middle + 1;
      else high = middle;
    }
    return low > 0 && compare(words, 0, lasts, (low - 1) * WORDS) <= 0;
  };
}

function compare(a: Uint32Array, at: number, b: Uint32Array, bt: number): number {
  for (let word = 0; word < WORDS; word++) {
    const difference = (a[at + word] as number) - (b[bt + word] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
