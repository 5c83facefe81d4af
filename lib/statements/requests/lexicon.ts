// The words of all languages, made ready for looking up: which meanings begin at a word of a text. A language is a
// data file (languages/); its entries are words or phrases, separated by commas or lines:
//   telegram        the word
//   напиш*          every word that begins so
//   hit me up       words in a row
//   pay .. first    with up to four others between
//   send|share me   one or the other
import { fold, readingsOf } from './fold.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A language's words by their meaning. */
export interface Language {
  /** ISO 639-1. */
  readonly id: string;
  /** Every noun is written with a capital letter, so that one says nothing of names. */
  readonly hasCapitalNouns?: boolean;
  /** Small words by which a text is known to be of this language. */
  readonly common: string;
  /** By meaning. */
  readonly words: Readonly<Record<string, string>>;
  /** More of them: single pieces of meaning, for the rules that put requests together (pieces/). */
  readonly pieces?: Readonly<Record<string, string>>;
}

/** A meaning somewhere in a text. Numbers of tokens, the last one included. */
export interface Occurrence {
  meaning: number;
  /** Number of the language; -1 for what is the same in every language. */
  language: number;
  from: number;
  to: number;
}

interface Entry {
  meaning: number;
  language: number;
  /** As it is written; taken apart when its first word is met. */
  written: string;
  /** What must follow the first word: each step a choice of words, or a gap. */
  rest?: readonly Step[];
}
type Step = { gap: number } | { words: readonly string[]; stems: readonly string[] };

/** The entries that begin with one word. */
interface Entries {
  all: Entry[];
  /** Those whose second word is a given one, and the others; undefined until the word is met, and when more are added. */
  bySecond?: { of: Map<string, Entry[]>; others: Entry[] } | undefined;
}

const GAP = 4;
const BLOOM_BITS = 18;

export class Lexicon {
  readonly #meanings = new Map<string, number>();
  readonly #exact = new Map<string, Entries>();
  readonly #stems = new Map<string, Entries>();
  /** Hashes of all first words and stems: most words of a text are none of them. */
  readonly #bloom = new Uint8Array(1 << BLOOM_BITS);
  readonly #commonOf = new Map<string, number>();
  readonly #languages: readonly Language[];
  readonly #letters: readonly RegExp[];
  /** The languages whose words were read, a bit each: a text is of one or two of them. */
  #ready = 0;
  #allowed = 0;

  /**
   * @param languages in the order of their numbers
   * @param everywhere what is the same in every language, such as names of services
   */
  constructor(languages: readonly Language[], everywhere: Readonly<Record<string, string>>) {
    this.#languages = languages;
    this.#letters = languages.map(({ common }) => SCRIPTS.find((letters) => letters.test(common)) ?? LATIN);
    for (const meaning of Object.keys(everywhere)) this.#name(meaning);
    for (const [n, { common, words, pieces = {} }] of languages.entries()) {
      for (const meaning of [...Object.keys(words), ...Object.keys(pieces)]) this.#name(meaning);
      for (const { text } of tokensOf(common)) this.#commonOf.set(text, (this.#commonOf.get(text) ?? 0) | (1 << n));
    }
    for (const [meaning, words] of Object.entries(everywhere)) this.#add(meaning, words, -1);
  }

  /** The number of a meaning; -1 where no language has words for it. */
  meaning(name: string): number {
    return this.#meanings.get(name) ?? -1;
  }

  get meanings(): number {
    return this.#meanings.size;
  }

  /** Languages that have this among their small words, a bit each. */
  languagesOf(word: string): number {
    return this.#commonOf.get(word) ?? 0;
  }

  /** Languages that are written in letters of a text, a bit each. */
  languagesWritten(text: string): number {
    let written = 0;
    for (const [n, letters] of this.#letters.entries()) if (letters.test(text)) written |= 1 << n;
    return written;
  }

  /**
   * Calls `take` for every meaning in a text, in the order in which they begin.
   *
   * @param allowed the languages whose words count, a bit each
   */
  find(tokens: readonly Token[], allowed: number, take: (occurrence: Occurrence) => void): void {
    this.#allowed = allowed;
    for (let bits = allowed & ~this.#ready; bits !== 0; bits &= bits - 1) this.#read(31 - Math.clz32(bits & -bits));
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token;
      // A host is a word too: "name at ukr.net".
      if (token.kind === 'link') this.#at(tokens, i, token.text, i, take);
      if (token.kind !== 'word' && token.kind !== 'number') continue;
      this.#at(tokens, i, token.text, i, take);
      for (const reading of readingsOf(token.text)) this.#at(tokens, i, reading, i, take);
      const next = tokens[i + 1];
      if (token.isJoined && next) this.#at(tokens, i, token.text + next.text, i + 1, take);
    }
  }

  /** @param last the token in which the word ends */
  #at(tokens: readonly Token[], i: number, word: string, last: number, take: (occurrence: Occurrence) => void): void {
    let hash = START;
    for (let end = 0; end < word.length; end++) {
      hash = step(hash, word.charCodeAt(end));
      const known = this.#bloom[slot(hash)] as number;
      if (known === 0) continue;
      if (end === word.length - 1 && known & EXACT) this.#try(this.#exact.get(word), tokens, i, last, take);
      if (known & STEM) this.#try(this.#stems.get(word.slice(0, end + 1)), tokens, i, last, take);
    }
  }

  #try(
    entries: Entries | undefined,
    tokens: readonly Token[],
    from: number,
    last: number,
    take: (occurrence: Occurrence) => void,
  ): void {
    if (!entries) return;
    // Hundreds begin with "i" or "the": only those that can go on are looked at.
    entries.bySecond ??= bySecond(entries.all);
    const { of, others } = entries.bySecond;
    for (const entry of others) this.#take(entry, tokens, from, last, take);
    const next = tokens[last + 1];
    if (next && of.size > 0) for (const entry of of.get(next.text) ?? NONE) this.#take(entry, tokens, from, last, take);
  }

  #take(
    { meaning, language, rest = NO_STEPS }: Entry,
    tokens: readonly Token[],
    from: number,
    last: number,
    take: (occurrence: Occurrence) => void,
  ): void {
    if (language >= 0 && ((this.#allowed >> language) & 1) === 0) return;
    const to = rest.length === 0 ? last : endOf(rest, 0, tokens, last + 1);
    if (to >= 0) take({ meaning, language, from, to });
  }

  #name(meaning: string): number {
    const known = this.#meanings.get(meaning);
    if (known !== undefined) return known;
    this.#meanings.set(meaning, this.#meanings.size);
    return this.#meanings.size - 1;
  }

  /** Reads the words of a language. */
  #read(n: number): void {
    this.#ready |= 1 << n;
    const { words, pieces = {} } = this.#languages[n] as Language;
    for (const [meaning, entries] of Object.entries(words)) this.#add(meaning, entries, n);
    for (const [meaning, entries] of Object.entries(pieces)) this.#add(meaning, entries, n);
  }

  #add(meaning: string, entries: string, language: number): void {
    const number = this.#name(meaning);
    for (const part of entries.split(SEPARATOR)) {
      const written = part.trim();
      if (written === '') continue;
      const { words, stems } = firstOf(written, meaning);
      const entry: Entry = { meaning: number, language, written };
      for (const word of words) this.#put(this.#exact, word, entry, EXACT);
      for (const stem of stems) this.#put(this.#stems, stem, entry, STEM);
    }
  }

  #put(map: Map<string, Entries>, word: string, entry: Entry, kind: number): void {
    const known = map.get(word);
    if (known) {
      known.all.push(entry);
      known.bySecond = undefined;
      return;
    }
    map.set(word, { all: [entry] });
    this.#note(word, kind);
  }

  #note(word: string, kind: number): void {
    let hash = START;
    for (let i = 0; i < word.length; i++) hash = step(hash, word.charCodeAt(i));
    this.#bloom[slot(hash)] = (this.#bloom[slot(hash)] as number) | kind;
  }
}

const NONE: readonly Entry[] = [];
const NO_STEPS: readonly Step[] = [];

/** Takes the entries apart, and sorts them by their second word. */
function bySecond(entries: readonly Entry[]): { of: Map<string, Entry[]>; others: Entry[] } {
  const of = new Map<string, Entry[]>();
  const others: Entry[] = [];
  for (const entry of entries) {
    entry.rest ??= stepsOf(entry.written).slice(1);
    const [second] = entry.rest;
    const word =
      second && !('gap' in second) && second.stems.length === 0 && second.words.length === 1 && second.words[0];
    if (!word) others.push(entry);
    else if (of.has(word)) of.get(word)?.push(entry);
    else of.set(word, [entry]);
  }
  return { of, others };
}

const EXACT = 1;
const STEM = 2;
const START = 0x811c9dc5 | 0;
const step = (hash: number, unit: number) => Math.imul(hash ^ unit, 0x01000193);
const slot = (hash: number) => (hash ^ (hash >>> 15)) & ((1 << BLOOM_BITS) - 1);

const LATIN = /\p{Script=Latin}/u;
const SCRIPTS = [/\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u, /\p{Script=Devanagari}/u, /\p{Script=Han}/u] as const;
const SEPARATOR = /[,\n]/;
/** Letters of scripts that part words by spaces. */
const PLAIN = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Devanagari}\p{M}]+\*?$/u;
const SMALL_LATIN = /^[a-z]+$/;

/** The words with which an entry can begin. Thousands are read when a language is first met, so nothing more is looked at. */
function firstOf(written: string, meaning: string): { words: readonly string[]; stems: readonly string[] } {
  const space = written.indexOf(' ');
  const part = space < 0 ? written : written.slice(0, space);
  if (SMALL_LATIN.test(part)) return { words: [part], stems: [] };
  const [first] = PLAIN.test(part) ? stepsOfPart(part) : stepsOf(written);
  if (!first || 'gap' in first) throw new Error(`${meaning}: ${written} begins with no word`);
  return first;
}

/** The steps of an entry. */
function stepsOf(written: string): Step[] {
  return written
    .split(/\s+/)
    .flatMap((part): Step[] => (part === '..' ? [{ gap: GAP }] : part === '' ? [] : stepsOfPart(part)));
}

/** The steps of one part of an entry: several where it is written with an apostrophe or of ideographs. */
function stepsOfPart(part: string): Step[] {
  if (part === '..') return [{ gap: GAP }];
  // Nearly all are a word of letters.
  if (PLAIN.test(part)) {
    const isStem = part.endsWith('*');
    const words = [fold(isStem ? part.slice(0, -1) : part).folded];
    return [isStem ? { words: [], stems: words } : { words, stems: [] }];
  }
  if (part.includes('#')) throw new Error(`${part}: kinds of figures are named by rules, not among words`);
  const choices = part.split('|');
  if (choices.length === 1) {
    const isStem = part.endsWith('*');
    const tokens = tokensOf(isStem ? part.slice(0, -1) : part);
    return tokens.map(({ text }, i) => {
      const stem = isStem && i === tokens.length - 1;
      return { words: stem ? [] : [text], stems: stem ? [text] : [] };
    });
  }
  const words: string[] = [];
  const stems: string[] = [];
  for (const choice of choices) {
    const isStem = choice.endsWith('*');
    const [token] = tokensOf(isStem ? choice.slice(0, -1) : choice);
    if (token) (isStem ? stems : words).push(token.text);
  }
  return [{ words, stems }];
}

/** The token in which the steps end when they begin at token `i`; -1 when they are not there. */
function endOf(steps: readonly Step[], n: number, tokens: readonly Token[], i: number): number {
  const one = steps[n];
  if (!one) return i - 1;
  if ('gap' in one) {
    for (let skipped = 0; skipped <= one.gap; skipped++) {
      if (skipped > 0 && tokens[i + skipped - 1]?.sentence !== tokens[i - 1]?.sentence) return -1;
      const end = endOf(steps, n + 1, tokens, i + skipped);
      if (end >= 0) return end;
    }
    return -1;
  }
  const token = tokens[i];
  if (!token || token.sentence !== tokens[i - 1]?.sentence) return -1;
  const isHere = one.words.includes(token.text) || one.stems.some((stem) => token.text.startsWith(stem));
  return isHere ? endOf(steps, n + 1, tokens, i + 1) : -1;
}
