// A Bloom filter that grows (Bloom 1970; Almeida, Baquero, Preguiça and Hutchison 2007, Scalable Bloom Filters): it says of a
// number whether it may have been put in before, with certainty when it was not, and wrongly for one in some thirty at the
// most that were not. It takes four bytes for each; a full part gets one four times as large beside it.

/** Bits for each number. */
const BITS = 32;
/** Numbers that the first part is for. */
const FIRST = 4_096;

interface Part {
  bits: Uint32Array;
  /** Of the number of bits, a power of two. */
  mask: number;
  left: number;
}

export class BloomFilter {
  readonly #parts: Part[] = [];

  /** @param hash at most 32 bits of it count */
  put(hash: number): void {
    if (this.mayHave(hash)) return;
    let last = this.#parts.at(-1);
    if (!last || last.left === 0) {
      const numbers = FIRST * 4 ** this.#parts.length;
      last = { bits: new Uint32Array((numbers * BITS) / 32), mask: numbers * BITS - 1, left: numbers };
      this.#parts.push(last);
    }
    last.left -= 1;
    const { bits, mask } = last;
    for (const place of [hash & mask, again(hash) & mask]) {
      bits[place >>> 5] = (bits[place >>> 5] as number) | (1 << (place & 31));
    }
  }

  mayHave(hash: number): boolean {
    const other = again(hash);
    return this.#parts.some(({ bits, mask }) => isSet(bits, hash & mask) && isSet(bits, other & mask));
  }
}

const isSet = (bits: Uint32Array, place: number) => ((bits[place >>> 5] as number) & (1 << (place & 31))) !== 0;

/** Other bits made of the same. */
function again(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
