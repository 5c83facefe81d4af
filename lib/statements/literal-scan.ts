// Finds in one pass over a text which of many pieces of words stand in it: what a pattern needs (pattern-literals.ts).
// Most texts have so little of it that no pattern is tried at all. It may say that a piece is there which is not, since
// signs are told apart roughly, and never the other way round.

/** Shorter pieces are nearly everywhere. */
const MIN_LENGTH = 2;
/** So many signs at the end of a piece tell that it may be there; of longer ones more, of which few stand in a text by chance. */
const TAIL = 3;
const LONG_TAIL = 5;
/** Signs are told apart by so many bits. */
const BITS = 6;
const MASK = (1 << (BITS * TAIL)) - 1;
const LONG_MASK = (1 << (BITS * LONG_TAIL)) - 1;
/** Slots for the tails of longer pieces. */
const SLOTS = 1 << 14;
const slot = (tail: number) => (tail ^ (tail >>> 14)) & (SLOTS - 1);

const SPACE = 1;
const FIGURE = 2;

/** Signs as they are compared: small, with one for all figures, one for what parts words, and few for other alphabets. */
const folded = Uint8Array.from({ length: 0x1_0000 }, (_, unit) => {
  if (unit <= 0x20 || unit === 0x2b || unit === 0x2d || unit === 0xa0) return SPACE;
  if (unit >= 0x30 && unit <= 0x39) return FIGURE;
  const small = unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
  if (small >= 0x61 && small <= 0x7a) return 3 + small - 0x61;
  return unit < 0x80 ? 29 + (unit & 1) : 31 + (unit % 33);
});

/** Which pieces stand in a text. */
export interface Present {
  has(piece: number): boolean;
  /** All of them. */
  readonly all: readonly number[];
}

export class LiteralScan {
  readonly #pieces: Uint8Array[] = [];
  readonly #numbers = new Map<string, number>();
  /** By their last signs the numbers of pieces; and a bit each where there are any. */
  readonly #byTail = new Map<number, number[]>();
  readonly #tails = new Uint8Array((MASK + 1) >> 3);
  /** The same of longer pieces. */
  readonly #byLongTail = new Map<number, number[]>();
  readonly #longTails = new Uint8Array(SLOTS);
  #text = new Uint8Array(0);
  #present = new Uint8Array(0);
  #all: number[] = [];

  /** The number of a piece in folded letters; undefined where it is too short to tell anything. */
  add(piece: string): number | undefined {
    const signs = new Uint8Array(piece.length);
    const length = foldInto(piece, signs);
    if (length < MIN_LENGTH) return undefined;
    const own = signs.slice(0, length);
    const key = own.join();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#pieces.push(own) - 1;
    this.#numbers.set(key, number);
    if (length >= LONG_TAIL) {
      const tail = tailOf(own, LONG_TAIL);
      this.#longTails[slot(tail)] = 1;
      note(this.#byLongTail, tail, number);
      return number;
    }
    const tail = tailOf(own, TAIL);
    // Before a piece of two signs anything may stand.
    const isShort = length < TAIL;
    for (let before = 0; before < (isShort ? 1 << BITS : 1); before++)
      this.#note(tail | (before << (BITS * 2)), number);
    return number;
  }

  #note(tail: number, number: number): void {
    note(this.#byTail, tail, number);
    this.#tails[tail >> 3] = (this.#tails[tail >> 3] as number) | (1 << (tail & 7));
  }

  /** Looks a text over. What it gives holds until the next one is looked over. */
  scan(text: string): Present {
    if (this.#present.length < this.#pieces.length) this.#present = new Uint8Array(this.#pieces.length);
    if (this.#text.length < text.length) this.#text = new Uint8Array(text.length * 2);
    for (const piece of this.#all) this.#present[piece] = 0;
    this.#all = [];
    const [signs, tails, longTails] = [this.#text, this.#tails, this.#longTails];
    const length = foldInto(text, signs);
    let code = 0;
    for (let i = 0; i < length; i++) {
      code = ((code << BITS) | (signs[i] as number)) & LONG_MASK;
      const short = code & MASK;
      if (((tails[short >> 3] as number) >> (short & 7)) & 1) this.#take(this.#byTail.get(short), i + 1);
      if (longTails[slot(code)] === 1) this.#take(this.#byLongTail.get(code), i + 1);
    }
    return { has: (piece) => this.#present[piece] === 1, all: this.#all };
  }

  #take(pieces: readonly number[] | undefined, end: number): void {
    if (!pieces) return;
    const signs = this.#text;
    for (const number of pieces) {
      if (this.#present[number] === 1) continue;
      const piece = this.#pieces[number] as Uint8Array;
      const from = end - piece.length;
      if (from < 0) continue;
      let n = piece.length - 1;
      while (n >= 0 && signs[from + n] === piece[n]) n--;
      if (n >= 0) continue;
      this.#present[number] = 1;
      this.#all.push(number);
    }
  }
}

function tailOf(signs: Uint8Array, length: number): number {
  return signs.subarray(-length).reduce((code, sign) => (code << BITS) | sign, 0);
}

function note(byTail: Map<number, number[]>, tail: number, number: number): void {
  const others = byTail.get(tail);
  if (others) others.push(number);
  else byTail.set(tail, [number]);
}

/** Folds a text into room for it, with one sign for several that part words. */
function foldInto(text: string, signs: Uint8Array): number {
  let length = 0;
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    const sign = folded[text.charCodeAt(i)] as number;
    if (sign === SPACE && last === SPACE) continue;
    signs[length++] = sign;
    last = sign;
  }
  return length;
}
