// The different texts of one account: those that say next to the same stand as one.
import type { StoredText } from '../../evidence/evidence.ts';
import type { TextCache } from './text-cache.ts';

/** Latest texts of one account that are looked at, and how many different ones are compared with others'. */
const LATEST = 200;
const DIFFERENT = 40;
/** From this share of fingerprints in common on, two texts of one account count as the same. */
const SAME_TEXT = 0.85;

/** Texts of one account that say next to the same; the first, the latest, stands for all. */
export class Variant {
  readonly texts: [StoredText, ...StoredText[]];
  readonly #cache: TextCache;
  #fingerprints: Uint32Array | undefined;

  constructor(first: StoredText, cache: TextCache) {
    this.texts = [first];
    this.#cache = cache;
  }

  /** Ascending. Made only when there is something to compare with. */
  get fingerprints(): Uint32Array {
    this.#fingerprints ??= this.#cache.fingerprint(this.texts[0]).fingerprints.slice().sort();
    return this.#fingerprints;
  }

  /** Whether the two have this share of the larger one's fingerprints in common. */
  shares(share: number, other: Variant): boolean {
    const { fingerprints: mine } = this;
    const { fingerprints: theirs } = other;
    const least = share * Math.max(1, mine.length, theirs.length);
    let common = 0;
    for (let i = 0, j = 0; i < mine.length && j < theirs.length; ) {
      // Most have next to nothing in common: that shows long before the end.
      if (common + Math.min(mine.length - i, theirs.length - j) < least) return false;
      const a = mine[i] as number;
      const b = theirs[j] as number;
      if (a === b) common++;
      if (a <= b) i++;
      if (b <= a) j++;
    }
    return common >= least;
  }
}

/** The latest texts of an account, given in the order seen. */
export function variantsOf(texts: readonly StoredText[], cache: TextCache): Variant[] {
  const variants: Variant[] = [];
  const byText = new Map<string, Variant>();
  for (const text of texts.slice(-LATEST).reverse()) {
    const own = new Variant(text, cache);
    const same = byText.get(text.text) ?? variants.find((known) => known.shares(SAME_TEXT, own));
    if (same) same.texts.push(text);
    else if (variants.length < DIFFERENT) variants.push(own);
    byText.set(text.text, same ?? own);
  }
  return variants;
}
