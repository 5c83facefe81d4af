// Counts accounts without a list of who was seen: each sets one bit of a bitmap, and how many bits are set says how many
// accounts there are. Source: K.-Y. Whang et al., A linear-time probabilistic counting algorithm, 1990.
import { mix } from './tokens.ts';

/** Size of the bitmap, as a power of two: 128 kB. */
const BITS = 20;

export class AccountCount {
  readonly #bits = new Uint32Array(1 << (BITS - 5));
  #set = 0;

  /** About how many different ones were added, within 1 %. */
  get count(): number {
    const bits = 1 << BITS;
    return Math.round(-bits * Math.log(Math.max(1, bits - this.#set) / bits));
  }

  /** @param account its number in the index */
  add(account: number): void {
    const bit = mix(account) >>> (32 - BITS);
    const word = this.#bits[bit >>> 5] as number;
    // Unsigned, as what stands there: else the highest bit would be new each time.
    const with1 = (word | (1 << (bit & 31))) >>> 0;
    if (with1 === word) return;
    this.#bits[bit >>> 5] = with1;
    this.#set++;
  }
}
