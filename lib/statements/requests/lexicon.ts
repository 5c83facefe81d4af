// The words of all languages, made ready for looking up: which meanings begin at a word of a text. Of a language nothing
// is read before the first text in it, and of an entry nothing before a text has the word that it begins with.
import { FNV_START, fnvStep } from '../../model/fnv.ts';
import { readingsOf } from './fold.ts';
import { EVERYWHERE, GAP, type SortedWords } from './sort-words.ts';
import type { Token } from './tokens.ts';

/** A meaning somewhere in a text. Numbers of tokens, the last one included. */
export interface Occurrence {
  meaning: number;
  /** Number of the language; -1 for what is the same in every language. */
  language: number;
  from: number;
  to: number;
  /** It is a mark behind the word, so that another piece may be the word itself. */
  isMark?: boolean;
}

interface Entry {
  readonly meaning: number;
  /** What must follow the first word: each step a choice of words, or a gap. */
  readonly rest: readonly Step[];
}
type Step = 'gap' | { words: readonly string[]; stems: readonly string[] };

/** The entries that begin with one word: by the words of which one must follow, and those that others may follow too. */
interface Entries {
  of: Map<string, Entry[]>;
  others: Entry[];
}

/** The entries of one language by their first word; a line until a text has that word. */
interface Words {
  language: number;
  exact: Map<string, string | Entries>;
  stems: Map<string, string | Entries>;
}

/** An entry with its language. */
export interface Placed extends Entry {
  language: number;
}

/** What may begin at a word: entries that no given word need follow, and the others by the words of which one must. */
export interface Choice {
  others: readonly Placed[];
  of: ReadonlyMap<string, readonly Placed[]>;
}

/** What is known of a word, whatever text it stands in. */
export interface Word {
  /** Languages that have it among their small words, a bit each. */
  readonly common: number;
  /** What may begin at it in these languages, worked out when it is first asked for. */
  languages: number;
  choices: readonly Choice[];
}

/** Words that are known by heart: texts have the same ones again and again. */
const MAX_KNOWN = 20_000;
/** From so many letters on a piece of a text holds the whole text. */
const HOLDS_TEXT = 13;

/** Words that a gap stands for, at most. */
export const GAP_WORDS = 4;
const BLOOM_BITS = 18;

export class Lexicon {
  /** By number. */
  readonly languages: SortedWords['languages'];
  readonly #sorted: SortedWords;
  readonly #meanings: ReadonlyMap<string, number>;
  /** Those that were read: a text is of one or two languages. */
  readonly #read = new Map<number, Words>();
  /** Hashes of all first words and stems: most words of a text are none of them. */
  readonly #bloom = new Uint8Array(1 << BLOOM_BITS);
  readonly #commonOf = new Map<string, number>();
  readonly #known = new Map<string, Word>();
  readonly #letters: readonly RegExp[];

  constructor(sorted: SortedWords) {
    this.#sorted = sorted;
    this.languages = sorted.languages;
    this.#meanings = new Map(sorted.meanings.map((name, n) => [name, n]));
    this.#letters = sorted.languages.map(({ common }) => SCRIPTS.find((letters) => letters.test(common)) ?? LATIN);
    for (const [n, { common }] of sorted.languages.entries())
      for (const word of common.split(' ')) this.#commonOf.set(word, (this.#commonOf.get(word) ?? 0) | (1 << n));
  }

  /** The number of a meaning; -1 where no language has words for it. */
  meaning(name: string): number {
    return this.#meanings.get(name) ?? -1;
  }

  get meanings(): number {
    return this.#meanings.size;
  }

  /** What is known of a word. */
  word(text: string): Word {
    const known = this.#known.get(text);
    if (known) return known;
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    const own = text.length < HOLDS_TEXT ? text : Array.from(text).join('');
    const word = { common: this.#commonOf.get(own) ?? 0, languages: -1, choices: NO_CHOICE };
    this.#known.set(own, word);
    return word;
  }

  /** Languages that are written in letters of a text, a bit each. */
  languagesWritten(text: string): number {
    let written = 0;
    for (const [n, letters] of this.#letters.entries()) if (letters.test(text)) written |= 1 << n;
    return written;
  }

  /** The numbers of languages of which a text has letters that no other has. */
  languagesByLetters(text: string): number[] {
    if (!UNCOMMON.test(text)) return NO_LANGUAGE;
    return this.languages.flatMap(({ id }, n) => (OWN_LETTERS[id]?.test(text) ? [n] : []));
  }

  /**
   * Calls `take` for every meaning in a text, in the order in which they begin.
   *
   * @param allowed the languages whose words count, a bit each
   * @param known by number of token what is known of words, as far as that was asked
   */
  find(
    tokens: readonly Token[],
    allowed: number,
    take: (occurrence: Occurrence) => void,
    known: readonly (Word | undefined)[] = [],
  ): void {
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token;
      // A host is a word too: "name at ukr.net".
      if (token.kind === 'link') takeFrom(this.#choicesAt(token.text, allowed), tokens, i, i, take);
      if (token.kind !== 'word' && token.kind !== 'number') continue;
      const word = known[i] ?? this.word(token.text);
      const choices = this.choicesOf(token.text, allowed, word);
      if (choices.length > 0) takeFrom(choices, tokens, i, i, take);
      const next = tokens[i + 1];
      if (token.isJoined && next) {
        takeFrom(this.#choicesAt(token.text + next.text, allowed), tokens, i, i + 1, take);
      }
    }
  }

  /** What may begin at a word, however it is written. */
  choicesOf(text: string, allowed: number, word = this.word(text)): readonly Choice[] {
    if (word.languages === allowed) return word.choices;
    const readings = readingsOf(text).flatMap((reading) => this.#choicesAt(reading, allowed));
    const own = this.#choicesAt(text, allowed);
    word.choices = readings.length > 0 ? [...own, ...readings] : own;
    word.languages = allowed;
    return word.choices;
  }

  /** What may begin at a word: the word itself and every stem that it begins with, shorter ones first. */
  #choicesAt(word: string, allowed: number): readonly Choice[] {
    const words = this.#wordsOfAll(allowed);
    const choices: Choice[] = [];
    let hash = FNV_START;
    for (let end = 0; end < word.length; end++) {
      hash = fnvStep(hash, word.charCodeAt(end));
      const known = this.#bloom[slot(hash)] as number;
      if (known === 0) continue;
      if (end === word.length - 1 && known & EXACT) choices.push(...choiceOf(words, 'exact', word));
      if (known & STEM) choices.push(...choiceOf(words, 'stems', word.slice(0, end + 1)));
    }
    return choices.length > 0 ? choices : NO_CHOICE;
  }

  #wordsOfAll(allowed: number): readonly Words[] {
    const words = [this.#wordsOf(EVERYWHERE)];
    for (let bits = allowed; bits !== 0; bits &= bits - 1) words.push(this.#wordsOf(31 - Math.clz32(bits & -bits)));
    return words;
  }

  /** The words of a language; read when they are first asked for. */
  #wordsOf(language: number): Words {
    const known = this.#read.get(language);
    if (known) return known;
    const words: Words = { language, exact: new Map(), stems: new Map() };
    this.#read.set(language, words);
    for (const line of this.#sorted.linesOf(language).split('\n')) {
      const end = line.indexOf('\t');
      const isStem = line.charCodeAt(end - 1) === STAR;
      const first = line.slice(0, isStem ? end - 1 : end);
      (isStem ? words.stems : words.exact).set(first, line);
      this.#note(first, isStem ? STEM : EXACT);
    }
    return words;
  }

  #note(word: string, kind: number): void {
    let hash = FNV_START;
    for (let i = 0; i < word.length; i++) hash = fnvStep(hash, word.charCodeAt(i));
    this.#bloom[slot(hash)] = (this.#bloom[slot(hash)] as number) | kind;
  }
}

const NO_CHOICE: readonly Choice[] = [];

/** The entries that begin with a word in all these languages, where there are any. */
function choiceOf(words: readonly Words[], kind: 'exact' | 'stems', first: string): Choice[] {
  const others: Placed[] = [];
  const of = new Map<string, Placed[]>();
  for (const one of words) {
    const { language } = one;
    const entries = entriesOf(one[kind], first);
    for (const entry of entries?.others ?? []) others.push({ ...entry, language });
    for (const [next, some] of entries?.of ?? []) {
      const placed = some.map((entry) => ({ ...entry, language }));
      const known = of.get(next);
      if (known) known.push(...placed);
      else of.set(next, placed);
    }
  }
  return others.length + of.size > 0 ? [{ others, of }] : [];
}

/** Takes what stands at a word: first the entries that any word may follow. */
function takeFrom(
  choices: readonly Choice[],
  tokens: readonly Token[],
  from: number,
  last: number,
  take: (occurrence: Occurrence) => void,
): void {
  const next = tokens[last + 1]?.text;
  for (const { others, of } of choices) {
    for (const entry of others) takeEntry(entry, tokens, from, last, take);
    if (next === undefined || of.size === 0) continue;
    // Hundreds begin with "i" or "the": only those that can go on are looked at.
    for (const entry of of.get(next) ?? NO_ENTRY) takeEntry(entry, tokens, from, last, take);
  }
}
const NO_ENTRY: readonly Placed[] = [];

function takeEntry(
  { meaning, language, rest }: Placed,
  tokens: readonly Token[],
  from: number,
  last: number,
  take: (occurrence: Occurrence) => void,
): void {
  const to = rest.length === 0 ? last : endOf(rest, 0, tokens, last + 1);
  if (to >= 0) take({ meaning, language, from, to });
}

function entriesOf(map: Map<string, string | Entries>, first: string): Entries | undefined {
  const known = map.get(first);
  if (typeof known !== 'string') return known;
  const entries: Entries = { of: new Map(), others: [] };
  for (const written of known.split('\t').slice(1)) {
    const [meaning, ...steps] = written.split(' ');
    const entry = { meaning: Number(meaning), rest: steps.map(stepOf) };
    const [second] = entry.rest;
    if (!second || second === 'gap' || second.stems.length > 0) {
      entries.others.push(entry);
      continue;
    }
    for (const word of new Set(second.words)) {
      const known = entries.of.get(word);
      if (known) known.push(entry);
      else entries.of.set(word, [entry]);
    }
  }
  map.set(first, entries);
  return entries;
}

function stepOf(written: string): Step {
  if (written === GAP) return 'gap';
  const choices = written.split('|').filter((choice) => choice !== '');
  return {
    words: choices.filter((choice) => !choice.endsWith('*')),
    stems: choices.flatMap((choice) => (choice.endsWith('*') ? [choice.slice(0, -1)] : [])),
  };
}

const STAR = '*'.charCodeAt(0);
const EXACT = 1;
const STEM = 2;
const slot = (hash: number) => (hash ^ (hash >>> 15)) & ((1 << BLOOM_BITS) - 1);

/** Letters that one of the languages has and no other. */
const OWN_LETTERS: Readonly<Record<string, RegExp>> = {
  uk: /[іїєґ]/i,
  ru: /[ыэъё]/i,
  pl: /[łąęśżź]/i,
  tr: /[ğşı]/,
};
const UNCOMMON = /[^\0-\xff]/;
const NO_LANGUAGE: number[] = [];

const LATIN = /\p{Script=Latin}/u;
const SCRIPTS = [/\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u, /\p{Script=Devanagari}/u, /\p{Script=Han}/u] as const;

/** The token in which the steps end when they begin at token `i`; -1 when they are not there. */
function endOf(steps: readonly Step[], n: number, tokens: readonly Token[], i: number): number {
  const one = steps[n];
  if (!one) return i - 1;
  if (one === 'gap') {
    for (let skipped = 0; skipped <= GAP_WORDS; skipped++) {
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
