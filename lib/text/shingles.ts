// Turns a text's words into shingles, overlapping pieces of three words, each known by a 32-bit hash. Two texts that
// share many were made from one text; which words stand around a shingle does not matter, so sentences may be
// dropped, moved or filled in.
// Source: A. Broder, On the resemblance and containment of documents, 1997.
import { MAX_TOKENS, mix, scan, type TokenBuffer } from './tokens.ts';

/** Words in a shingle. */
export const SHINGLE = 3;

/**
 * Hashes of a text's shingles: entry i stands for the tokens i, i + 1 and i + 2.
 *
 * @param hashes the tokens' hashes, of which the first `length` count
 * @param into where to write; as long as `hashes`
 * @returns how many shingles there are: `length - 2`, at least 0
 */
export function shinglesInto(hashes: Uint32Array, length: number, into: Uint32Array): number {
  const count = Math.max(0, length - SHINGLE + 1);
  if (count === 0) return 0;
  let first = hashes[0] as number;
  let second = hashes[1] as number;
  for (let i = 0; i < count; i++) {
    const third = hashes[i + 2] as number;
    into[i] = mix(Math.imul(first, 0x9e3779b1) + Math.imul(second, 0x85ebca77) + Math.imul(third, 0xc2b2ae3d));
    first = second;
    second = third;
  }
  return count;
}

/** The same, in an array of its own. */
export function shingles(tokens: { readonly hashes: Uint32Array; readonly length: number }): Uint32Array {
  const into = new Uint32Array(Math.max(0, tokens.length - SHINGLE + 1));
  shinglesInto(tokens.hashes, tokens.length, into);
  return into;
}

/** Most fingerprints taken of one text. */
export const MAX_FINGERPRINTS = 255;

/**
 * Whether a shingle is one of the third that is indexed. The choice depends on the shingle alone, so two
 * texts choose alike and the share of chosen shingles in common is an unbiased estimate of the whole.
 */
export function isFingerprint(shingle: number): boolean {
  return (shingle & 0xff) < 85;
}

const scratch = new Uint32Array(MAX_TOKENS);
const at = new Uint16Array(MAX_TOKENS);
const slots = new Uint32Array(4_096);

/**
 * The distinct fingerprints among a text's shingles, in the order of the text. Of a text that has more
 * than MAX_FINGERPRINTS those with the smallest hashes are taken, again the same in every text.
 *
 * @param shingles 0 stands for a shingle that does not count
 * @param into where to write them; room for MAX_FINGERPRINTS
 * @param places where to write at which shingle each stands first
 * @returns how many there are
 */
export function selectFingerprints(
  shingles: Uint32Array,
  length: number,
  into: Uint32Array,
  places?: Uint16Array,
): number {
  let found = 0;
  for (let i = 0; i < length; i++) {
    const shingle = shingles[i] as number;
    if (shingle === 0 || !isFingerprint(shingle)) continue;
    let slot = shingle >>> 20;
    while (slots[slot] !== 0 && scratch[(slots[slot] as number) - 1] !== shingle) slot = (slot + 1) & 4_095;
    if (slots[slot] !== 0) continue;
    at[found] = i;
    scratch[found++] = shingle;
    slots[slot] = found;
  }
  for (let i = 0; i < found; i++) {
    let slot = (scratch[i] as number) >>> 20;
    while (slots[slot] !== 0) {
      slots[slot] = 0;
      slot = (slot + 1) & 4_095;
    }
  }
  if (found <= MAX_FINGERPRINTS) {
    into.set(scratch.subarray(0, found));
    places?.set(at.subarray(0, found));
    return found;
  }
  const limit = scratch.slice(0, found).sort()[MAX_FINGERPRINTS - 1] as number;
  let kept = 0;
  for (let i = 0; i < found; i++) {
    if ((scratch[i] as number) > limit) continue;
    if (places) places[kept] = at[i] as number;
    into[kept++] = scratch[i] as number;
  }
  return kept;
}

const pieces = new Uint32Array(MAX_TOKENS);

/** A text's fingerprints; the buffer holds its tokens afterwards. See selectFingerprints(). */
export function fingerprintsOf(text: string, tokens: TokenBuffer, into: Uint32Array): number {
  scan(text, tokens);
  return selectFingerprints(pieces, shinglesInto(tokens.hashes, tokens.length, pieces), into);
}
