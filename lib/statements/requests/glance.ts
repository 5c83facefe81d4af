// Whether a text can hold a request at all: one pass over its units, in which each word is looked up by its hash, tells
// which meanings may stand in it, and of nearly all texts that no rule has all of its pieces. Where it cannot tell
// (addresses, telephone numbers, words set apart) the text is taken apart. It may say that a meaning is there which is
// not, and never the other way round: words and sentences are cut out just as in tokens.ts.
import { ASKS, DIGITS_OF_A_NUMBER, KINDS, type Spoken, spokenIn } from './analyse.ts';
import { foldedUnits } from './fold.ts';
import { GAP_WORDS, type Lexicon, type Placed } from './lexicon.ts';
import {
  classOf,
  DIGIT,
  endsSentence,
  IDEOGRAPH,
  isApostrophe,
  isCurrency,
  isCyrillic,
  isSpeltSign,
  isWordAt,
  LETTER,
  mayBePhone,
  mayEndAddress,
  SPACE,
  standsForLetter,
  unitOf,
  unitsOf,
} from './signs.ts';
import { MAX_UNITS, WordTable } from './word-table.ts';

/** What a look at a text tells. */
export interface Seen {
  spoken: Spoken;
  /**
   * By number of a meaning, and behind them of a kind, a bit for each sentence in which it may stand; what comes behind
   * the 31st is one sentence. Holds until the next look.
   */
  meanings: Int32Array;
}

/** What may begin at a word in some languages. */
interface Known {
  allowed: number;
  /** Meanings that need nothing behind it. */
  sure: readonly number[];
  open: readonly Placed[];
  /** By the word that has to follow. */
  by: ReadonlyMap<string, readonly Placed[]>;
  mayBeDigit: boolean;
}

interface Word {
  text: string;
  /** Languages that have it among their small words, a bit each. */
  common: number;
  known: Known;
}

/** Of a text with more words it cannot tell. */
const MAX_TOKENS = 6_000;
/** So many single letters in a row may be a word set apart. */
const SET_APART = 3;
/** Units of a number at most, as in tokens.ts. */
const NUMBER_REACH = 16;
/** Units of a word with an apostrophe in it, as in tokens.ts. */
const CONTRACTION = 60;

const NOT_KNOWN: Known = { allowed: -1, sure: [], open: [], by: new Map(), mayBeDigit: false };
/** Stands among the tokens for a colon; numbers stand below it, by the number of their text. */
const COLON = -1;
const numberToken = (word: number) => COLON - 1 - word;
const wordOfToken = (token: number) => (token < 0 ? COLON - 1 - token : token);

const AT_SIGN = unitOf('@');
const DOT = unitOf('.');
const COMMA = unitOf(',');
const COLON_SIGN = unitOf(':');
const HYPHEN = unitOf('-');
const LOW_LINE = unitOf('_');
const SLASH = unitOf('/');
const PERCENT = unitOf('%');
const BLANK = unitOf(' ');
const BRACKETS = unitsOf('([{<');
const N = unitOf('n');
const T = unitOf('t');
const SHARES = ['#percent', '#full'] as const;
const EVERYWHERE = -1;
const bitOf = (sentence: number) => 1 << Math.min(sentence, 31);

export class Glance {
  readonly #lexicon: Lexicon;
  readonly #digit: number;
  readonly #meanings: Int32Array;
  readonly #counts: Int32Array;
  /** The text's words and numbers. */
  readonly #tokens = new Int32Array(MAX_TOKENS);
  /** 1 where a word is joined to the next one by a hyphen. */
  readonly #joined = new Uint8Array(MAX_TOKENS);
  /** The sentence in which each stands. */
  readonly #sentences = new Int32Array(MAX_TOKENS);
  #length = 0;
  readonly #contraction = new Uint16Array(CONTRACTION);
  readonly #words: WordTable<Word>;
  #pairs = new Map<string, Word>();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#digit = lexicon.meaning('digit');
    this.#meanings = new Int32Array(lexicon.meanings + KINDS.length);
    this.#counts = new Int32Array(lexicon.languages.length);
    this.#words = new WordTable((text) => ({ text, common: lexicon.word(text).common, known: NOT_KNOWN }));
  }

  /** What may stand in a text; undefined where that cannot be told so quickly. */
  look(text: string): Seen | undefined {
    if (this.#words.room < MAX_TOKENS) {
      this.#words.clear();
      this.#pairs.clear();
    }
    this.#meanings.fill(0);
    this.#note('#name', EVERYWHERE);
    if (ASKS.test(text)) this.#note('#asks', EVERYWHERE);
    this.#length = this.#read(text);
    if (this.#length < 0) return undefined;
    const spoken = spokenIn(text, this.#count(this.#length), this.#counts, this.#lexicon);
    this.#find(this.#length, spoken.allowed);
    return { spoken, meanings: this.#meanings };
  }

  #note(kind: (typeof KINDS)[number], sentences: number): void {
    this.#add(this.#lexicon.meanings + KINDS.indexOf(kind), sentences);
  }

  #add(meaning: number, sentences: number): void {
    this.#meanings[meaning] = (this.#meanings[meaning] as number) | sentences;
  }

  /** Cuts a text into words; how many there are, or -1 where it has what this does not read. */
  #read(text: string): number {
    const { units, length } = foldedUnits(text);
    const [tokens, joined, sentences] = [this.#tokens, this.#joined, this.#sentences];
    let n = 0;
    let sentence = 0;
    let singles = 0;
    for (let i = 0; i < length; ) {
      if (n === MAX_TOKENS) return -1;
      const unit = units[i] as number;
      const kind = classOf(unit);
      if (kind === SPACE) {
        i++;
        continue;
      }
      if (kind !== LETTER && kind !== DIGIT) {
        if (kind === IDEOGRAPH || unit === COLON_SIGN) {
          if (kind !== IDEOGRAPH) this.#note('#colon', bitOf(sentence));
          tokens[n] = kind === IDEOGRAPH ? this.#words.numberOf(units, i, i + 1) : COLON;
          sentences[n] = sentence;
          joined[n++] = 0;
          singles = 0;
        }
        if (unit === AT_SIGN || (unit === COLON_SIGN && units[i + 1] === SLASH)) return -1;
        if (unit === DOT && mayEndAddress(units, i + 1, length)) return -1;
        if (BRACKETS.has(unit) && isSpeltSign(units, i + 1, length)) return -1;
        if (endsSentence(unit, units[i + 1] ?? 0, i + 1 < length)) sentence++;
        i++;
        continue;
      }
      let end = i;
      let letters = 0;
      let hasLowLine = false;
      for (; end < length; end++) {
        const next = units[end] as number;
        const nextKind = classOf(next);
        if (nextKind === LETTER) letters++;
        else if (nextKind !== DIGIT) break;
        if (next === LOW_LINE) hasLowLine = true;
      }
      const size = end - i;
      if (size > MAX_UNITS) return -1;
      const next = end < length ? (units[end] as number) : 0;
      joined[n] = 0;
      sentences[n] = sentence;
      if (letters === 0) {
        if (mayBePhone(units, i, length) || (next === DOT && mayEndAddress(units, end + 1, length))) return -1;
        let to = end;
        while (to < length && to - i < NUMBER_REACH && isOfNumber(units[to] as number)) to++;
        this.#note('#number', bitOf(sentence));
        const after = units[units[to] === BLANK ? to + 1 : to] as number;
        if (to < length && after === PERCENT) for (const name of SHARES) this.#note(name, bitOf(sentence));
        if (isCurrency(after) || (i > 0 && isCurrency(units[i - 1] as number))) this.#note('#money', bitOf(sentence));
        tokens[n++] = numberToken(this.#words.numberOf(units, i, to));
        singles = 0;
        i = to;
        continue;
      }
      if (letters < size || hasLowLine) this.#note('#nick', bitOf(sentence));
      if (standsForLetter(next)) return -1;
      if ((next === COLON_SIGN && isWordAt(units, i, end, 'live')) || (next === DOT && isWordAt(units, i, end, 'www')))
        return -1;
      if (isApostrophe(next)) {
        let to = end + 1;
        while (to < length && to - i < CONTRACTION && classOf(units[to] as number) === LETTER) to++;
        const isT = to - end === 2 && units[end + 1] === T && units[end - 1] === N;
        const isOneWord = to > end + 1 && isCyrillic(units[end - 1] as number) && isCyrillic(units[end + 1] as number);
        if (isT || isOneWord) {
          if (to - i - 1 > MAX_UNITS) return -1;
          this.#contraction.set(units.subarray(i, end));
          this.#contraction.set(units.subarray(end + 1, to), size);
          tokens[n++] = this.#words.numberOf(this.#contraction, 0, to - i - 1);
          singles = 0;
          i = to;
          continue;
        }
      } else if (next === HYPHEN && end + 1 < length && classOf(units[end + 1] as number) === LETTER) joined[n] = 1;
      tokens[n++] = this.#words.numberOf(units, i, end);
      singles = size === 1 ? singles + 1 : 0;
      if (singles === SET_APART) return -1;
      i = end;
    }
    return n;
  }

  /** Counts the small words of each language; how many words there are. */
  #count(length: number): number {
    const counts = this.#counts.fill(0);
    let words = 0;
    for (let i = 0; i < length; i++) {
      const token = this.#tokens[i] as number;
      if (token < 0) continue;
      words++;
      for (let bits = this.#words.at(token).common; bits !== 0; bits &= bits - 1) {
        const n = 31 - Math.clz32(bits & -bits);
        counts[n] = (counts[n] as number) + 1;
      }
    }
    return words;
  }

  /** Notes what may begin at each word. */
  #find(length: number, allowed: number): void {
    const [tokens, joined, meanings] = [this.#tokens, this.#joined, this.#meanings];
    let digits = 0;
    for (let i = 0; i < length; i++) {
      const token = tokens[i] as number;
      if (token === COLON) continue;
      const word = this.#words.at(wordOfToken(token));
      const known = word.known.allowed === allowed ? word.known : this.#learn(word, allowed);
      if (known.mayBeDigit) digits++;
      const bit = bitOf(this.#sentences[i] as number);
      for (const meaning of known.sure) meanings[meaning] = (meanings[meaning] as number) | bit;
      if (known.open.length + known.by.size > 0) this.#follow(known, i);
      if (joined[i] === 1 && i + 1 < length && (tokens[i + 1] as number) >= 0) {
        const both = word.text + this.#words.at(tokens[i + 1] as number).text;
        let pair = this.#pairs.get(both);
        if (!pair) {
          pair = { text: both, common: 0, known: NOT_KNOWN };
          this.#pairs.set(both, pair);
        }
        const begins = pair.known.allowed === allowed ? pair.known : this.#learn(pair, allowed);
        for (const meaning of begins.sure) this.#add(meaning, bit);
        this.#follow(begins, i + 1);
      }
    }
    if (digits >= DIGITS_OF_A_NUMBER) this.#note('#phone', EVERYWHERE);
  }

  /** Notes what begins somewhere and has its last word so far at this token. */
  #follow({ open, by }: Known, last: number): void {
    const next = this.#textAt(last + 1);
    for (const entry of open) this.#take(entry, last);
    const some = next === undefined ? undefined : by.get(next);
    if (some) for (const entry of some) this.#take(entry, last);
  }

  #take({ meaning, rest }: Placed, last: number): void {
    const bit = bitOf(this.#sentences[last] as number);
    if (((this.#meanings[meaning] as number) & bit) === 0 && this.#goesOn(rest, 0, last + 1)) this.#add(meaning, bit);
  }

  /** Whether these steps stand from a token on. */
  #goesOn(steps: Placed['rest'], n: number, i: number): boolean {
    const step = steps[n];
    if (step === undefined) return true;
    if (step === 'gap') {
      for (let skipped = 0; skipped <= GAP_WORDS; skipped++) {
        if (skipped > 0 && !this.#isInSentence(i + skipped - 1, i - 1)) return false;
        if (this.#goesOn(steps, n + 1, i + skipped)) return true;
      }
      return false;
    }
    const text = this.#isInSentence(i, i - 1) ? this.#textAt(i) : undefined;
    if (text === undefined) return false;
    if (!step.words.includes(text) && !step.stems.some((stem) => text.startsWith(stem))) return false;
    return this.#goesOn(steps, n + 1, i + 1);
  }

  #isInSentence(token: number, other: number): boolean {
    return token < this.#length && this.#sentences[token] === this.#sentences[other];
  }

  #textAt(i: number): string | undefined {
    if (i >= this.#length) return undefined;
    const token = this.#tokens[i] as number;
    return token === COLON ? ':' : this.#words.at(wordOfToken(token)).text;
  }

  #learn(word: Word, allowed: number): Known {
    const choices = this.#lexicon.choicesOf(word.text, allowed);
    const others = choices.flatMap((choice) => choice.others);
    const sure = new Set(others.flatMap(({ meaning, rest }) => (rest.length === 0 ? [meaning] : [])));
    const open = others.filter(({ meaning }) => !sure.has(meaning));
    const by = new Map<string, Placed[]>();
    for (const { of } of choices) for (const [next, some] of of) by.set(next, [...(by.get(next) ?? []), ...some]);
    const all = [...others, ...[...by.values()].flat()];
    const mayBeDigit = all.some(({ meaning }) => meaning === this.#digit);
    word.known = { allowed, sure: [...sure], open, by, mayBeDigit };
    return word.known;
  }
}

function isOfNumber(unit: number): boolean {
  return unit === DOT || unit === COMMA || classOf(unit) === DIGIT;
}
