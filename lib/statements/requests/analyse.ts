// Takes a text apart for the rules: its words, the languages it may be in, and where which meaning stands.
import type { Lexicon, Occurrence, Word } from './lexicon.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Meanings that are no words: addresses and figures. */
export const KINDS = [
  '#mail',
  '#link',
  '#invite',
  '#handle',
  '#phone',
  '#wallet',
  '#money',
  '#percent',
  '#full',
  '#number',
  '#colon',
  '#nick',
  '#name',
  '#asks',
] as const;

export interface Analysis {
  text: string;
  tokens: readonly Token[];
  spoken: Spoken;
  /** The language most of its small words are of; undefined where that is none of those known. */
  language: number | undefined;
  /** How many of its words are small words of each language. */
  counts: Int32Array;
  /** Sorted by where they begin, by number of meaning; kinds come after the lexicon's. */
  occurrences: readonly (readonly Occurrence[])[];
}

/** So many words in a row that say digits are a telephone number. */
export const DIGITS_OF_A_NUMBER = 6;
/** Of a text with more words, some have to be small words of a known language. */
const MIN_WORDS = 6;
/** Letters that only one of the languages has count as so many of its small words. */
const OWN_LETTERS = 2;
/** A second language counts with so large a share of the first one's small words. */
const SECOND = 0.6;
/** Of the words of a text, at least so many are small words of its language. */
const MIN_COMMON = 0.06;

/** Most meanings are nowhere in a text. */
const NOWHERE: Occurrence[] = [];

export function analyse(text: string, lexicon: Lexicon): Analysis {
  const { languages } = lexicon;
  const tokens = tokensOf(text);
  const counts = new Int32Array(languages.length);
  let words = 0;
  const known: (Word | undefined)[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text } = tokens[i] as Token;
    const word = kind === 'word' ? lexicon.word(text) : undefined;
    known.push(word);
    if (!word) continue;
    words++;
    for (let bits = word.common; bits !== 0; bits &= bits - 1) {
      const n = 31 - Math.clz32(bits & -bits);
      counts[n] = (counts[n] as number) + 1;
    }
  }
  const spoken = spokenIn(text, words, counts, lexicon);
  const { best, isKnown, allowed } = spoken;
  const occurrences: Occurrence[][] = new Array(lexicon.meanings + KINDS.length).fill(NOWHERE);
  const add = (one: Occurrence) => {
    const known = occurrences[one.meaning] as Occurrence[];
    if (known === NOWHERE) occurrences[one.meaning] = [one];
    else known.push(one);
  };
  lexicon.find(tokens, allowed, add, known);
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text } = tokens[i] as Token;
    const meaning = kindOf(kind, text);
    const n = meaning === undefined ? -1 : KINDS.indexOf(meaning as (typeof KINDS)[number]);
    if (n >= 0) add(kindAt(lexicon.meanings + n, i));
  }
  if (isKnown && !languages[best]?.hasCapitalNouns) {
    const name = lexicon.meanings + KINDS.indexOf('#name');
    for (let i = 0; i < tokens.length; i++) if (tokens[i]?.isName) add(kindAt(name, i));
  }
  const asks = lexicon.meanings + KINDS.indexOf('#asks');
  for (let i = 0; i < tokens.length; i++) if (endsQuestion(text, tokens, i)) add({ ...kindAt(asks, i), isMark: true });
  addSpokenNumbers(occurrences, lexicon, tokens);
  withoutCancelled(occurrences, lexicon.meaning('neg'), lexicon.meaning('notneg'));
  return { text, tokens, spoken, language: isKnown ? best : undefined, counts, occurrences };
}

/** What a text is written in, as far as its small words tell. */
export interface Spoken {
  /** The language most of them are of. */
  best: number;
  /** Whether it is that one for certain. */
  isKnown: boolean;
  /** The languages whose words count, a bit each. */
  allowed: number;
}

/**
 * @param words how many words it has
 * @param counts how many of them are small words of each language; letters that only one has are counted here
 */
export function spokenIn(text: string, words: number, counts: Int32Array, lexicon: Lexicon): Spoken {
  const { length } = counts;
  for (const n of lexicon.languagesByLetters(text)) counts[n] = (counts[n] as number) + OWN_LETTERS;
  let best = 0;
  for (let n = 1; n < length; n++) if ((counts[n] as number) > (counts[best] as number)) best = n;
  const most = counts[best] as number;
  const isKnown = most > 0 && (words < MIN_WORDS || most >= Math.max(2, words * MIN_COMMON));
  // Where no language is known for certain, words of the likeliest count all the same: two pieces of meaning are needed.
  const least = isKnown ? most * SECOND : most;
  let allowed = 0;
  // A few words tell no language for certain: all whose small words they have, or all that are written in their letters.
  for (let n = 0; n < length; n++) {
    const count = counts[n] as number;
    if (words < MIN_WORDS ? most === 0 || count > 0 : count >= least) allowed |= 1 << n;
  }
  if (words < MIN_WORDS && most === 0) allowed &= lexicon.languagesWritten(text);
  return { best, isKnown, allowed };
}

/** A question mark. */
export const ASKS = /[?？؟]/;
/** Units after a word within which a question mark ends its sentence. */
const MARK_WITHIN = 4;

/** Whether a word is the last of a question. */
function endsQuestion(text: string, tokens: readonly Token[], i: number): boolean {
  const [token, next] = [tokens[i] as Token, tokens[i + 1]];
  if (next?.sentence === token.sentence) return false;
  const end = Math.min(token.to + MARK_WITHIN, next?.from ?? text.length);
  for (let at = token.to; at < end; at++) if (ASKS.test(text[at] as string)) return true;
  return false;
}

/** The whole of a sum: from this percentage on. */
const WHOLE = 85;

function kindOf(kind: Token['kind'], text: string): string | undefined {
  if (kind === 'word') return isNick(text) ? '#nick' : undefined;
  if (kind === 'percent') return Number.parseFloat(text.replace(',', '.')) >= WHOLE ? '#full' : '#percent';
  return `#${kind}`;
}

const kindAt = (meaning: number, i: number): Occurrence => ({ meaning, language: -1, from: i, to: i });

/** A word that is nobody's: with an underscore, or letters with digits behind. */
function isNick(word: string): boolean {
  if (word.length < 5) return false;
  const last = word.charCodeAt(word.length - 1);
  return word.includes('_') || (last >= 0x30 && last <= 0x39 && /^[a-z]{3,}\d{1,5}$/.test(word));
}

/** Telephone numbers in words. */
function addSpokenNumbers(occurrences: Occurrence[][], lexicon: Lexicon, tokens: readonly Token[]): void {
  const spoken = occurrences[lexicon.meaning('digit')] ?? NOWHERE;
  const meaning = lexicon.meanings + KINDS.indexOf('#phone');
  const phones: Occurrence[] = [];
  for (let i = 0; i < spoken.length; ) {
    let end = i;
    while (end + 1 < spoken.length && (spoken[end + 1] as Occurrence).from - (spoken[end] as Occurrence).to <= 2) end++;
    const [from, to] = [(spoken[i] as Occurrence).from, (spoken[end] as Occurrence).to];
    let figures = 0;
    for (let n = from; n <= to; n++) if (tokens[n]?.kind === 'number') figures++;
    if (end - i + 1 + figures >= DIGITS_OF_A_NUMBER) phones.push({ meaning, language: -1, from, to });
    i = end + 1;
  }
  if (phones.length > 0) {
    occurrences[meaning] = [...(occurrences[meaning] as Occurrence[]), ...phones].sort((a, b) => a.from - b.from);
  }
}

/** "No problem", "do not hesitate": a negation that negates nothing. */
function withoutCancelled(occurrences: Occurrence[][], meaning: number, cancelling: number): void {
  const [negations, cancelled] = [occurrences[meaning], occurrences[cancelling]];
  if (!negations || !cancelled || cancelled.length === 0) return;
  const within = new Set(
    cancelled.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
  );
  occurrences[meaning] = negations.filter(({ from }) => !within.has(from));
}
