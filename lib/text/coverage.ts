// Says which words of one text stand in another too, wherever they stand there: parts may have been
// moved, dropped or filled in between. Stretches shorter than four words are left out; they are chance.
import type { Draft } from './draft.ts';
import { SHINGLE } from './shingles.ts';

/** Shortest stretch that counts, in tokens. */
export const SHORTEST = 4;

let slots = new Uint32Array(1_024);
let stamps = new Uint32Array(1_024);
let stamp = 0;

function ready(count: number): number {
  const needed = 2 ** Math.ceil(Math.log2(Math.max(16, count * 2)));
  if (slots.length < needed) {
    slots = new Uint32Array(needed);
    stamps = new Uint32Array(needed);
    stamp = 0;
  }
  stamp++;
  return slots.length - 1;
}

/**
 * Which tokens of `text` stand in a stretch shared with `other`; what either quotes from its post does
 * not count.
 *
 * @param into one entry a token of `text`; 1 is set for a shared one, others are left as they are
 * @returns how many tokens are shared
 */
export function coverInto(text: Draft, other: Draft, into: Uint8Array): number {
  const last = ready(other.shingles.length);
  for (const shingle of other.shingles) {
    if (shingle === 0) continue;
    let slot = (shingle >>> 6) & last;
    while (stamps[slot] === stamp && slots[slot] !== shingle) slot = (slot + 1) & last;
    stamps[slot] = stamp;
    slots[slot] = shingle;
  }
  const isShared = (shingle: number): boolean => {
    if (shingle === 0) return false;
    let slot = (shingle >>> 6) & last;
    while (stamps[slot] === stamp) {
      if (slots[slot] === shingle) return true;
      slot = (slot + 1) & last;
    }
    return false;
  };
  const { shingles, quoted } = text;
  let covered = 0;
  for (let i = 0; i < shingles.length; i++) {
    if (!isShared(shingles[i] as number)) continue;
    let end = i + 1;
    while (end < shingles.length && isShared(shingles[end] as number)) end++;
    const stop = end + SHINGLE - 1;
    if (stop - i >= SHORTEST) {
      for (let t = i; t < stop; t++) {
        if (quoted[t] === 1) continue;
        into[t] = 1;
        covered++;
      }
    }
    i = end;
  }
  return covered;
}

/** The same in an array of its own. */
export function cover(text: Draft, other: Draft): Uint8Array {
  const into = new Uint8Array(text.length);
  coverInto(text, other, into);
  return into;
}
