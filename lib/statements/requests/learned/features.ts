// What a text is made of for the learned weights: of every piece of it (a sentence, or as much of a long one) the words,
// their stems, which of them a negation or quotation marks reach, and the meanings that the word lists know. Two pieces
// beside each other are judged together. Names of people are no features, nor is anything in a word but its letters.
import type { Analysis } from '../analyse.ts';
import { readingsOf } from '../fold.ts';
import type { Token } from '../tokens.ts';

/** Words of a piece, at most: a longer sentence is several. */
const MAX_PIECE = 40;
/** Words of what was written before that are looked at: its last ones. */
const MAX_BEFORE_WORDS = 40;
/** Words whose features are known by heart. */
const MAX_KNOWN = 20_000;

export interface TextPiece {
  /** First and last token. */
  from: number;
  to: number;
  /** Its features, each once. */
  numbers: readonly number[];
}

/** The features of one word, by what reaches it. */
interface WordFeatures {
  plain: readonly number[];
  negated: readonly number[];
  quoted: readonly number[];
}

/** What is needed to name the meanings of an analysis. */
export interface Meanings {
  /** By number, kinds of figures behind. */
  names: readonly string[];
  /** The meaning of negations. */
  neg: number;
}

/** What a feature counts among so many words: of a short text each says more. */
export const muchOf = (words: number): number => Math.sqrt(25 / (words + 8));

export class Features {
  readonly #numberOf: (name: string) => number;
  readonly #meanings: Meanings;
  readonly #words = new Map<string, WordFeatures>();
  readonly #before = new Map<string, readonly number[]>();
  readonly #ofMeaning: readonly WordFeatures[];
  readonly #ofMeaningBefore: readonly (readonly number[])[];

  /** @param numberOf the number of a feature; less than 0 where it does not count */
  constructor(meanings: Meanings, numberOf: (name: string) => number) {
    this.#meanings = meanings;
    this.#numberOf = numberOf;
    this.#ofMeaning = meanings.names.map((name) => ({
      plain: this.#known([`m:${name}`]),
      negated: this.#known([`nm:${name}`]),
      quoted: this.#known([`qm:${name}`]),
    }));
    this.#ofMeaningBefore = meanings.names.map((name) => this.#known([`Bm:${name}`]));
  }

  /** The pieces of a text, in order. */
  piecesOf(analysis: Analysis): TextPiece[] {
    const { tokens, occurrences } = analysis;
    const meaningsAt = this.#meaningsAt(analysis);
    const negated = new Set<number>();
    for (const { from } of occurrences[this.#meanings.neg] ?? []) negated.add((tokens[from] as Token).clause);
    const pieces: TextPiece[] = [];
    for (let from = 0; from < tokens.length; ) {
      const { sentence } = tokens[from] as Token;
      let to = from;
      while (to + 1 < tokens.length && tokens[to + 1]?.sentence === sentence && to + 1 - from < MAX_PIECE) to++;
      const numbers = new Set<number>();
      for (let i = from; i <= to; i++) {
        const token = tokens[i] as Token;
        const isNegated = negated.has(token.clause);
        const meanings = meaningsAt[i];
        const word = isNobodys(token, meanings) ? undefined : wordAt(tokens, i, from);
        if (word !== undefined) add(numbers, this.#ofWord(word), isNegated, token.isQuoted);
        for (const n of meanings ?? NONE)
          add(numbers, this.#ofMeaning[n] as WordFeatures, isNegated && n !== this.#meanings.neg, token.isQuoted);
      }
      pieces.push({ from, to, numbers: [...numbers] });
      from = to + 1;
    }
    return pieces;
  }

  /** The features of what the other side wrote just before. */
  ofBefore(analysis: Analysis): readonly number[] {
    const { tokens } = analysis;
    const meaningsAt = this.#meaningsAt(analysis);
    const numbers = new Set<number>(this.#known(['B']));
    for (let i = Math.max(0, tokens.length - MAX_BEFORE_WORDS); i < tokens.length; i++) {
      const token = tokens[i] as Token;
      const word = isNobodys(token, meaningsAt[i]) ? undefined : wordAt(tokens, i, 0);
      if (word !== undefined) for (const n of this.#ofWordBefore(word)) numbers.add(n);
      for (const m of meaningsAt[i] ?? NONE) for (const n of this.#ofMeaningBefore[m] ?? NONE) numbers.add(n);
    }
    return [...numbers];
  }

  /** The features of where a text stands. */
  ofStage(stage: string): readonly number[] {
    return this.#known([`st:${stage}`]);
  }

  #meaningsAt({ tokens, occurrences }: Analysis): (number[] | undefined)[] {
    const at: (number[] | undefined)[] = new Array(tokens.length);
    for (let n = 0; n < occurrences.length; n++) {
      for (const { from } of occurrences[n] as readonly { from: number }[]) {
        const known = at[from];
        if (known) known.push(n);
        else at[from] = [n];
      }
    }
    return at;
  }

  #known(names: readonly string[]): readonly number[] {
    const numbers = names.map(this.#numberOf).filter((n) => n >= 0);
    return numbers.length > 0 ? numbers : NONE;
  }

  #ofWord(word: string): WordFeatures {
    const known = this.#words.get(word);
    if (known) return known;
    if (this.#words.size >= MAX_KNOWN) this.#words.clear();
    const stem = stemOf(word);
    const readings = word.startsWith('#') ? NO_NAMES : readingsOf(word);
    const features = {
      plain: this.#known([`w:${word}`, ...(stem === word ? [] : [`s:${stem}`]), ...readings.map((one) => `w:${one}`)]),
      negated: this.#known([`n:${stem}`]),
      quoted: this.#known([`q:${stem}`]),
    };
    this.#words.set(own(word), features);
    return features;
  }

  #ofWordBefore(word: string): readonly number[] {
    const stem = stemOf(word);
    const known = this.#before.get(stem);
    if (known) return known;
    if (this.#before.size >= MAX_KNOWN) this.#before.clear();
    const numbers = this.#known([`Bw:${stem}`]);
    this.#before.set(own(stem), numbers);
    return numbers;
  }
}

const NONE: readonly number[] = [];
const NO_NAMES: readonly string[] = [];

function add(
  numbers: Set<number>,
  { plain, negated, quoted }: WordFeatures,
  isNegated: boolean,
  isQuoted: boolean,
): void {
  for (const n of plain) numbers.add(n);
  if (isNegated) for (const n of negated) numbers.add(n);
  if (isQuoted) for (const n of quoted) numbers.add(n);
}

/** True for a word that is likely the name of somebody or of a place: it has a capital letter and no meaning that is known. */
function isNobodys({ isName }: Token, meanings: readonly number[] | undefined): boolean {
  return isName && meanings === undefined;
}

/** The word at a token; of a script without spaces two letters that stand together, and none at the first of them. */
function wordAt(tokens: readonly Token[], i: number, from: number): string | undefined {
  const token = tokens[i] as Token;
  if (token.text.charCodeAt(0) < FIRST_IDEOGRAPH) return writtenAs(token);
  const before = tokens[i - 1];
  const isJoined = before !== undefined && i > from && before.to === token.from;
  return isJoined && before.text.charCodeAt(0) >= FIRST_IDEOGRAPH ? before.text + token.text : undefined;
}
const FIRST_IDEOGRAPH = 0x3400;

/** A word as it is; figures and addresses by their kind. */
function writtenAs({ kind, text }: Token): string {
  if (kind !== 'word' && kind !== 'number') return `#${kind}`;
  const first = text.charCodeAt(0);
  return first >= 0x30 && first <= 0x39 ? '#number' : text;
}

/** The beginning of a word, by which its forms are one. */
export function stemOf(word: string): string {
  return word.length > 5 ? word.slice(0, Math.min(6, Math.max(4, word.length - 2))) : word;
}

/** A copy that does not hold the text it was cut from. */
const own = (word: string): string => (word.length < 13 ? word : Array.from(word).join(''));
