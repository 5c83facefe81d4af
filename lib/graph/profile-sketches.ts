// A short sketch of what every profile says of its owner, by which two are seen to be alike without keeping the texts:
// the smallest hashes of a text's shingles (bottom-k sketch: Broder 1997; Cohen and Kaplan 2007).
import { fnv } from '../model/fnv.ts';
import { shingles } from '../text/shingles.ts';
import { tokenise } from '../text/tokens.ts';

/** The hashes of a text, ascending: the smallest of `size`. */
export interface Sketch {
  size: number;
  hashes: readonly number[];
}

/** Hashes that are kept of a text; one with fewer pieces than this is too short to be compared. */
const KEPT = 48;
export const MIN_PIECES = 25;
/** Two are alike when this share of the shorter one stands in the other. */
export const ALIKE = 0.4;
/** Of pairs of profiles taken as they come, so many are alike: a belief worth so many pairs. */
const EXPECTED = { share: 0.001, pairs: 200 };
/** Neighbours that each profile is compared with to learn it, and profiles that are. */
const NEIGHBOURS = 4;
const MAX_LEARNED = 5_000;
/** Members of one group that are compared with each other. */
const MAX_COMPARED = 40;

/** The sketch of a text; undefined for a short one. */
export function sketchOf(text: string): Sketch | undefined {
  const pieces = Uint32Array.from(new Set(shingles(tokenise(text)))).sort();
  if (pieces.length < MIN_PIECES) return undefined;
  return { size: pieces.length, hashes: [...pieces.subarray(0, KEPT)] };
}

/** Whether so much of the shorter text stands in the other, as far as their sketches say. */
export function isAlike(a: Sketch, b: Sketch): boolean {
  let [i, j, both, seen] = [0, 0, 0, 0];
  const most = Math.min(KEPT, Math.max(a.hashes.length, b.hashes.length));
  for (; seen < most && (i < a.hashes.length || j < b.hashes.length); seen++) {
    const [x, y] = [a.hashes[i] ?? Number.POSITIVE_INFINITY, b.hashes[j] ?? Number.POSITIVE_INFINITY];
    if (x === y) both++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const resemblance = both / seen;
  const shared = (resemblance * (a.size + b.size)) / (1 + resemblance);
  return shared >= ALIKE * Math.min(a.size, b.size);
}

/** The sketches of all profiles, by account. */
export class ProfileSketches {
  /** Grows with every change, so that what was worked out can be kept until then. */
  version = 0;
  readonly #rows = new Map<number, string>();
  readonly #sketches = new Map<string, Sketch>();
  #usual: { version: number; share: number } | undefined;

  get size(): number {
    return this.#sketches.size;
  }

  put(row: number, account: string, sketch: Sketch): void {
    this.#rows.set(row, account);
    this.#sketches.set(account, sketch);
    this.version++;
  }

  remove(row: number): void {
    const account = this.#rows.get(row);
    if (account === undefined) return;
    this.#rows.delete(row);
    this.#sketches.delete(account);
    this.version++;
  }

  of(account: string): Sketch | undefined {
    return this.#sketches.get(account);
  }

  /** How many of these are alike to the one that is alike to most, itself among them; 0 for none. */
  mostAlike(sketches: readonly Sketch[]): number {
    const compared = sketches.slice(0, MAX_COMPARED);
    return Math.max(
      0,
      ...compared.map((one) => compared.filter((other) => one === other || isAlike(one, other)).length),
    );
  }

  /** The share of pairs of profiles that are alike, among those that have nothing to do with each other as a rule. */
  usual(): number {
    if (this.#usual?.version === this.version) return this.#usual.share;
    // In an order that neither depends on who was seen first nor puts those side by side who are named alike.
    const all = [...this.#sketches].sort(([a], [b]) => mixed(a) - mixed(b) || (a < b ? -1 : 1)).slice(0, MAX_LEARNED);
    let [pairs, alike] = [0, 0];
    for (const [i, [, one]] of all.entries()) {
      for (const [, other] of all.slice(i + 1, i + 1 + NEIGHBOURS)) {
        pairs++;
        if (isAlike(one, other)) alike++;
      }
    }
    const share = (alike + EXPECTED.share * EXPECTED.pairs) / (pairs + EXPECTED.pairs);
    this.#usual = { version: this.version, share };
    return share;
  }
}

/** A number for a key that says nothing of its order (FNV-1a). */
function mixed(key: string): number {
  const hash = fnv(key);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
}
