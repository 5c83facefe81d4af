// Words by heart: each gets a number by its units, without a string being made of a word that was met before. What is
// known of a word is kept beside it. Full, it is emptied.
import { FNV_START, fnvStep } from '../../model/fnv.ts';

/** Words that are kept, and UTF-16 code units of one, at most. */
const MAX_WORDS = 30_000;
export const MAX_UNITS = 25;
const SLOTS = 1 << 16;

/** An open-addressing hash table (linear probing) of words. */
export class WordTable<T> {
  readonly #make: (text: string) => T;
  #known: T[] = [];
  /** The number of a word, and 1, by slot of its hash; its units from `starts` on. */
  readonly #slots = new Uint16Array(SLOTS);
  readonly #starts = new Uint32Array(MAX_WORDS + 1);
  readonly #units = new Uint16Array(MAX_WORDS * MAX_UNITS);

  /** @param make what is to be known of a word, asked when it is met first */
  constructor(make: (text: string) => T) {
    this.#make = make;
  }

  /** For how many more words there is room. */
  get room(): number {
    return MAX_WORDS - this.#known.length;
  }

  clear(): void {
    this.#slots.fill(0);
    this.#known = [];
  }

  /** What is known of the word of this number. */
  at(number: number): T {
    return this.#known[number] as T;
  }

  /** The number of a word of MAX_UNITS units at most; while there is room. */
  numberOf(units: Uint16Array, from: number, to: number): number {
    const [slots, starts, known] = [this.#slots, this.#starts, this.#units];
    const size = to - from;
    let hash = FNV_START;
    for (let i = from; i < to; i++) hash = fnvStep(hash, units[i] as number);
    let slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    for (let at = slots[slot] as number; at !== 0; at = slots[slot] as number) {
      const start = starts[at - 1] as number;
      let same = (starts[at] as number) - start === size ? 0 : -1;
      while (same >= 0 && same < size && known[start + same] === units[from + same]) same++;
      if (same === size) return at - 1;
      slot = (slot + 1) & (SLOTS - 1);
    }
    const number = this.#known.length;
    const start = starts[number] as number;
    for (let i = 0; i < size; i++) known[start + i] = units[from + i] as number;
    starts[number + 1] = start + size;
    slots[slot] = number + 1;
    this.#known.push(this.#make(String.fromCharCode(...units.subarray(from, to))));
    return number;
  }
}
