// Sorts the words of the languages by the word with which an entry begins, so that a lexicon finds them without having
// read the others. Takes a while for a language with thousands of entries; the build does it once for all
// (scripts/lib/written-words.ts). An entry of a data file (languages/) is a word or phrase, parted from others by commas
// or lines:
//   telegram        the word
//   напиш*          every word that begins so
//   hit me up       words in a row
//   pay .. first    with up to four others between
//   send|share me   one or the other
import { fold } from './fold.ts';
import { tokensOf } from './tokens.ts';

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
  /** And more: wide notions, for rules of few of them (notions/). */
  readonly notions?: Readonly<Record<string, string>>;
}

/** The words of all languages, sorted. */
export interface SortedWords {
  readonly languages: readonly (Pick<Language, 'id' | 'hasCapitalNouns'> & {
    /** Folded, parted by spaces. */
    readonly common: string;
  })[];
  /** Names of meanings, by their number. */
  readonly meanings: readonly string[];
  /**
   * The words of a language by its number, or what is the same in every language by `EVERYWHERE`. A line has a word with
   * which entries begin, with `*` behind where more letters may follow, and the entries, parted by tabs: the number of
   * the meaning, and what must follow, a step a word: `..` for up to four others, else what may stand there, parted by
   * `|`. All folded.
   */
  linesOf(language: number): string;
}

export const EVERYWHERE = -1;

/**
 * @param languages in the order of their numbers
 * @param everywhere what is the same in every language, such as names of services
 */
export function sortWords(languages: readonly Language[], everywhere: Readonly<Record<string, string>>): SortedWords {
  const names = languages.flatMap(({ words, pieces = {}, notions = {} }) =>
    [words, pieces, notions].flatMap((kind) => Object.keys(kind)),
  );
  const meanings = [...new Set([...Object.keys(everywhere), ...names])];
  const numbers = new Map(meanings.map((meaning, n) => [meaning, n]));
  return {
    languages: languages.map(({ id, hasCapitalNouns, common }) => ({
      id,
      ...(hasCapitalNouns !== undefined && { hasCapitalNouns }),
      common: tokensOf(common)
        .map(({ text }) => text)
        .join(' '),
    })),
    meanings,
    linesOf(n) {
      const language = languages[n];
      const lines = new Map<string, string[]>();
      for (const words of language ? [language.words, language.pieces ?? {}, language.notions ?? {}] : [everywhere]) {
        for (const [meaning, entries] of Object.entries(words)) {
          for (const written of entries.split(SEPARATOR)) {
            if (written.trim() !== '') sortIn(lines, numbers.get(meaning) as number, meaning, written.trim());
          }
        }
      }
      return [...lines].map(([first, entries]) => [first, ...entries].join('\t')).join('\n');
    },
  };
}

function sortIn(lines: Map<string, string[]>, number: number, meaning: string, written: string): void {
  const [first, ...rest] = stepsOf(written);
  if (!first || first === GAP || first === NOTHING) throw new Error(`${meaning}: ${written} begins with no word`);
  const entry = [number, ...rest].join(' ');
  for (const word of first.split('|')) {
    const known = lines.get(word);
    if (known) known.push(entry);
    else lines.set(word, [entry]);
  }
}

export const GAP = '..';
/** Where no word may stand. */
const NOTHING = '|';

const SEPARATOR = /[,\n]/;
/** Letters of scripts that part words by spaces. */
const PLAIN = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Devanagari}\p{M}]+\*?$/u;

/** The steps of an entry. */
function stepsOf(written: string): string[] {
  return written.split(/\s+/).flatMap((part) => (part === GAP ? [GAP] : part === '' ? [] : stepsOfPart(part)));
}

/** The steps of one part of an entry: several where it is written with an apostrophe or of ideographs. */
function stepsOfPart(part: string): string[] {
  const mark = part.endsWith('*') ? '*' : '';
  const bare = mark ? part.slice(0, -1) : part;
  // Nearly all are a word of letters.
  if (PLAIN.test(part)) return [fold(bare).folded + mark];
  if (part.includes('#')) throw new Error(`${part}: kinds of figures are named by rules, not among words`);
  if (!part.includes('|')) {
    const tokens = tokensOf(bare);
    return tokens.map(({ text }, i) => (i === tokens.length - 1 ? text + mark : text));
  }
  const choices = part.split('|').flatMap((choice) => {
    const [token] = tokensOf(choice.replace(/\*$/, ''));
    return token ? [choice.endsWith('*') ? `${token.text}*` : token.text] : [];
  });
  return [choices.join('|') || NOTHING];
}
