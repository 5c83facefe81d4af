// Knows the words of a client's own post, so that bidders who quote it, or reword it lightly, are not
// taken for bidders who copy each other.

import { HashSet } from './hash-set.ts';
import { shinglesInto } from './shingles.ts';
import { MAX_TOKENS, mix, OPENS_SENTENCE, scan, TokenBuffer } from './tokens.ts';

/** A sentence of which this share stands in the post, two words at a time, rewords the post. */
const REWORDED = 0.6;

const tokens = new TokenBuffer();
const shingles = new Uint32Array(MAX_TOKENS);

function pair(first: number, second: number): number {
  return mix(Math.imul(first, 0x27d4eb2f) + Math.imul(second, 0x165667b1));
}

export class ClientPost {
  readonly #shingles: HashSet;
  readonly #pairs: HashSet;
  /** Neighbouring words of the title: naming the project is quoting. */
  readonly #title: HashSet;

  constructor(title: string, body: string) {
    const words = (title.length + body.length) / 6;
    this.#title = new HashSet(8);
    this.#shingles = new HashSet(words);
    this.#pairs = new HashSet(words);
    for (const text of [title, body]) {
      scan(text, tokens);
      const count = shinglesInto(tokens.hashes, tokens.length, shingles);
      for (let i = 0; i < count; i++) this.#shingles.add(shingles[i] as number);
      for (let i = 1; i < tokens.length; i++) {
        const two = pair(tokens.hashes[i - 1] as number, tokens.hashes[i] as number);
        this.#pairs.add(two);
        if (text === title) this.#title.add(two);
      }
    }
  }

  /**
   * Marks the words of a bid that stand in the post: three in a row as they stand there, three in a row of
   * which each neighbouring two do, or two of its title. A sentence of which most is the post's is taken
   * for a rewording of it and marked as a whole.
   *
   * @param into one entry a token, 1 for a quoted one
   */
  mark({ hashes, flags, length }: TokenBuffer, shingles: Uint32Array, into: Uint8Array): void {
    into.fill(0, 0, length);
    const near = new Uint8Array(length);
    let before = false;
    for (let i = 0; i + 1 < length; i++) {
      const two = pair(hashes[i] as number, hashes[i + 1] as number);
      const known = this.#pairs.has(two);
      if (known) near.fill(1, i, i + 2);
      if (known && this.#title.has(two)) into.fill(1, i, i + 2);
      if (i + 2 < length && this.#shingles.has(shingles[i] as number)) into.fill(1, i, i + 3);
      if (known && before) into.fill(1, i - 1, i + 2);
      before = known;
    }
    for (let start = 0; start < length; ) {
      let end = start + 1;
      while (end < length && !((flags[end] as number) & OPENS_SENTENCE)) end++;
      let close = 0;
      for (let i = start; i < end; i++) close += near[i] as number;
      if (close >= REWORDED * (end - start)) into.fill(1, start, end);
      start = end;
    }
  }
}
