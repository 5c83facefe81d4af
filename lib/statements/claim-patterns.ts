// The patterns of one language's claims. Each is made when a sentence first asks for it: most pages ask for next to
// none, and making them all took longer than anything else on the first page after the browser ended the worker.
// Most of that is what is a letter in any alphabet, so that a sentence in plain ones has patterns of its own.
import type { ClaimWords } from './claims/words.ts';
import { literalsOf } from './pattern-literals.ts';
import { foldLetters } from './spelling.ts';

/** The kinds of claims that are sentences; the others are put together from single words. */
export const sentenceKinds = ['experience', 'onSite', 'lives', 'alone', 'team'] as const;
export type SentenceKind = (typeof sentenceKinds)[number];

/** Of which a language has one list of words each. */
type WordList = 'general' | 'others' | 'notNow' | 'degree' | 'begun' | 'study' | 'onlyEmployer' | 'past' | 'not';

/** What is a letter and what a figure, as parts of a class, and the flags that a pattern needs for them. */
interface Letters {
  readonly letter: string;
  readonly figure: string;
  readonly flags: string;
}
const ofAllAlphabets: Letters = { letter: '\\p{L}', figure: '\\p{N}', flags: 'u' };
const plain: Letters = { letter: 'a-z', figure: '0-9', flags: '' };

/** No letters and figures but these 26 and ten. */
const PLAIN = /^[\0-@[-\u007f‘’“”–—…•]*$/;

/** Puts in what letters and figures are, and folds everything else. */
function folded(pattern: string, { letter, figure }: Letters): string {
  return pattern
    .split(/(\\p\{[LN]\})/)
    .map((piece, i) => (i % 2 === 0 ? foldLetters(piece) : `[${piece === '\\p{L}' ? letter : figure}]`))
    .join('');
}

const before = ({ letter, figure }: Letters) => `(?<![${letter}${figure}])`;
const after = ({ letter, figure }: Letters) => `(?![${letter}${figure}])`;
const wholeWords = (list: string, letters: Letters) =>
  `${before(letters)}(?:${folded(list, letters)})${after(letters)}`;

/** Any of these words in a folded text. */
export const wordsOf = (list: string) => new RegExp(wholeWords(list, ofAllAlphabets), 'u');

/** A sentence as its language has it. */
interface Sentence {
  readonly pattern: string;
  /** Of which at least one, folded, stands in what it matches. */
  readonly literals: readonly string[];
  made?: RegExp;
}

export class ClaimPatterns {
  readonly #words: ClaimWords;
  readonly #letters: Letters;
  readonly #made = new Map<string, RegExp>();
  readonly #sentences = new Map<SentenceKind, readonly Sentence[]>();
  #numbers: ReadonlyMap<string, number> | undefined;
  #places: Readonly<Record<string, string>> | undefined;

  constructor(words: ClaimWords, letters: Letters) {
    this.#words = words;
    this.#letters = letters;
  }

  /** One of the language's lists of words. */
  any(list: WordList): RegExp {
    return this.#once(list, () => {
      const words = wholeWords(this.#words[list], this.#letters);
      return list === 'not' ? `${words}|n['’]t${after(this.#letters)}` : words;
    });
  }

  /** The words of somebody with one employer, of which all are found. */
  get everyOnlyEmployer(): RegExp {
    return this.#once('everyOnlyEmployer', () => this.onlyEmployer, 'g');
  }

  get onlyEmployer(): string {
    return wholeWords(this.#words.onlyEmployer, this.#letters);
  }

  /** A sentence without it claims nothing of the kinds that are about years. */
  get hasYears(): RegExp {
    return this.#once('hasYears', () => this.years);
  }

  get years(): string {
    const { years, decade } = this.#words;
    const words = [years, decade].map((list) => folded(list, this.#letters));
    return `(?:19|20)\\d\\d|(?:\\d|${this.#number()})[ +-]{0,3}(?:${words[0]})|${words[1]}`;
  }

  /** True where a text has one of the sentences that say that somebody works alone, or with others. */
  hasCompany(folded: string): boolean {
    for (const kind of ['alone', 'team'] as const)
      for (const sentence of this.sentencesIn(folded, kind)) if (sentence.test(folded)) return true;
    return false;
  }

  /** Letters of which some stand in every sentence of these kinds; undefined where there is a sentence without any. */
  literalsOf(...kinds: readonly SentenceKind[]): readonly string[] | undefined {
    const all = kinds.flatMap((kind) => this.#sentencesOf(kind));
    return all.some(({ literals }) => literals.length === 0) ? undefined : all.flatMap(({ literals }) => literals);
  }

  /** How an answer begins. */
  get leadIn(): RegExp {
    return this.#once('leadIn', () => `^(?:${folded(this.#words.leadIn, this.#letters)})[^:,–—]{0,60}[:,–—]\\s*`);
  }

  /** The sentences of one kind that may stand in a text. */
  *sentencesIn(folded: string, kind: SentenceKind): Generator<RegExp> {
    for (const sentence of this.#sentencesOf(kind)) {
      const { pattern, literals } = sentence;
      if (literals.length > 0 && !literals.some((one) => folded.includes(one))) continue;
      sentence.made ??= new RegExp(this.#sourceOf(pattern), this.#letters.flags);
      yield sentence.made;
    }
  }

  /** The value of a number in folded words. */
  numberOf(word: string): number | undefined {
    return this.#namesOfNumbers().get(word);
  }

  #once(name: string, source: () => string, flags = ''): RegExp {
    const known = this.#made.get(name);
    if (known) return known;
    const made = new RegExp(source(), this.#letters.flags + flags);
    this.#made.set(name, made);
    return made;
  }

  #sentencesOf(kind: SentenceKind): readonly Sentence[] {
    const known = this.#sentences.get(kind);
    if (known) return known;
    const sentences = this.#words[kind].map((pattern) => ({
      pattern,
      literals: literalsOf(pattern).map(foldLetters),
    }));
    this.#sentences.set(kind, sentences);
    return sentences;
  }

  #sourceOf(pattern: string): string {
    const letters = this.#letters;
    this.#places ??= this.#placesIn();
    const places = this.#places;
    const word = `[${letters.letter}${letters.figure}][${letters.letter}${letters.figure}+#./-]*`;
    // Where more words follow, what the experience is of ends as soon as these can begin.
    const subject = (isLast: boolean) => `(?<subject>${word}(?: ${word}){0,3}${isLast ? '' : '?'})`;
    const written = folded(pattern, letters)
      .replace(/\{subject\}(?=\)?\??\$?$)/, subject(true))
      .replaceAll('{subject}', subject(false))
      .replace(/\{(\w+)\}/g, (all, name: string) => places[name] ?? all);
    return `${pattern.startsWith('^') ? '' : before(letters)}(?:${written})${after(letters)}`;
  }

  #placesIn(): Readonly<Record<string, string>> {
    const { years, decade, hedges } = this.#words;
    const fold = (list: string) => folded(list, this.#letters);
    const { letter, figure } = this.#letters;
    const hedge = (['atLeast', 'almost', 'about'] as const).map((name) => `(?<${name}>${fold(hedges[name])})`);
    return {
      years:
        `(?:(?:${hedge.join('|')})\\s)?(?:(?<n>${this.#number()})(?<plus>\\s?\\+)?[ -]?(?:${fold(years)})|(?<decade>${fold(decade)}))` +
        `(?<![${letter}][${figure}])`,
      year: '(?<year>(?:19|20)\\d\\d)',
      count: `(?:\\d{1,3}|${this.#number()})`,
      place: '(?<place>[^,.;:()]{2,60})',
    };
  }

  #number(): string {
    const names = [...this.#namesOfNumbers().keys()].sort((a, b) => b.length - a.length);
    return `\\d{1,2}|${names.join('|')}`;
  }

  #namesOfNumbers(): ReadonlyMap<string, number> {
    this.#numbers ??= new Map(Object.entries(this.#words.numbers).map(([word, value]) => [foldLetters(word), value]));
    return this.#numbers;
  }
}

/** The patterns of every language, and what tells that a sentence has nothing of a kind in any of them. */
export interface PatternsOfAll {
  readonly languages: readonly ClaimPatterns[];
  readonly years: RegExp;
  readonly company: RegExp;
  readonly lives: RegExp;
  readonly onlyEmployer: RegExp;
}

/**
 * The patterns for a folded sentence.
 *
 * @param languages in the order in which they are asked
 */
export class ClaimLanguages {
  readonly #languages: readonly ClaimWords[];
  readonly #made = new Map<Letters, PatternsOfAll>();

  constructor(languages: readonly ClaimWords[]) {
    this.#languages = languages;
  }

  patternsFor(folded: string): PatternsOfAll {
    const letters = PLAIN.test(folded) ? plain : ofAllAlphabets;
    const known = this.#made.get(letters);
    if (known) return known;
    const languages = this.#languages.map((words) => new ClaimPatterns(words, letters));
    const any = (of: (language: ClaimPatterns) => string) =>
      // What is found of it is not asked for, and a name stands in a pattern once.
      new RegExp(
        languages
          .map(of)
          .join('|')
          .replace(/\(\?<(?![=!])\w+>/g, '(?:'),
        letters.flags,
      );
    const made: PatternsOfAll = {
      languages,
      years: any(({ years }) => years),
      // What is read from a pattern has none of the signs that mean something in one.
      company: any((language) => language.literalsOf('alone', 'team')?.join('|') ?? ''),
      lives: any((language) => language.literalsOf('lives')?.join('|') ?? ''),
      onlyEmployer: any(({ onlyEmployer }) => onlyEmployer),
    };
    this.#made.set(letters, made);
    return made;
  }
}
