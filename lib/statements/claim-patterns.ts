// The patterns of one language's claims. Each is made when a sentence first asks for it: most pages ask for next to
// none, and making them all took longer than anything else on the first page after the browser ended the worker.
// Most of that is what is a letter in any alphabet, so that a sentence in plain ones has patterns of its own.
import type { ClaimWords } from './claims/words.ts';
import { LiteralScan, type Present } from './literal-scan.ts';
import { choicesOf, literalsOf } from './pattern-literals.ts';
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
  /** Of each of these choices at least one piece stands in what it matches. */
  readonly choices: readonly (readonly number[])[];
}

export class ClaimPatterns {
  readonly #words: ClaimWords;
  readonly #letters: Letters;
  readonly #made = new Map<string, RegExp>();
  readonly #sentences = new Map<Sentence, RegExp>();
  readonly #pieces: Pieces;
  #numbers: ReadonlyMap<string, number> | undefined;
  #places: Readonly<Record<string, string>> | undefined;

  constructor(words: ClaimWords, letters: Letters, pieces: Pieces) {
    this.#words = words;
    this.#letters = letters;
    this.#pieces = pieces;
  }

  /** What of it may be in a text, as far as the pieces that stand there tell. */
  mayHave(what: 'years' | 'onlyEmployer' | 'lives' | 'company', present: Present): boolean {
    const { years, onlyEmployer, sentences } = this.#pieces;
    const isAny = (of: readonly Sentence[]) => of.some(({ choices }) => hasAll(choices, present));
    switch (what) {
      case 'years':
        return hasAll([years], present);
      case 'onlyEmployer':
        return hasAll([onlyEmployer], present);
      case 'lives':
        return isAny(sentences.lives);
      case 'company':
        return isAny(sentences.alone) || isAny(sentences.team);
    }
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
  hasCompany(folded: string, present: Present): boolean {
    for (const kind of ['alone', 'team'] as const)
      for (const sentence of this.sentencesIn(kind, present)) if (sentence.test(folded)) return true;
    return false;
  }

  /** How an answer begins. */
  get leadIn(): RegExp {
    return this.#once('leadIn', () => `^(?:${folded(this.#words.leadIn, this.#letters)})[^:,–—]{0,60}[:,–—]\\s*`);
  }

  /** The sentences of one kind that may stand in a text. */
  *sentencesIn(kind: SentenceKind, present: Present): Generator<RegExp> {
    for (const sentence of this.#pieces.sentences[kind]) {
      if (!hasAll(sentence.choices, present)) continue;
      const made = this.#sentences.get(sentence);
      if (made) yield made;
      else {
        const pattern = new RegExp(this.#sourceOf(sentence.pattern), this.#letters.flags);
        this.#sentences.set(sentence, pattern);
        yield pattern;
      }
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
    this.#numbers ??= numbersOf(this.#words);
    return this.#numbers;
  }
}

function numbersOf({ numbers }: ClaimWords): ReadonlyMap<string, number> {
  return new Map(Object.entries(numbers).map(([word, value]) => [foldLetters(word), value]));
}

/** What must stand in a text for one language's patterns to be found in it, by numbers of pieces. */
interface Pieces {
  readonly sentences: Readonly<Record<SentenceKind, readonly Sentence[]>>;
  /** Of which one stands wherever years are named; empty where that is not known. */
  readonly years: readonly number[];
  readonly onlyEmployer: readonly number[];
}

/** Of each at least one piece. */
type Choices = readonly (readonly number[])[];

/** What stands in a text that claims something in a language, one of these: as ClaimPatterns.mayHave has it. */
function neededFor({ years, onlyEmployer, sentences }: Pieces): Choices[] {
  const { lives, alone, team } = sentences;
  const all = [[years], [onlyEmployer], ...[...lives, ...alone, ...team].map(({ choices }) => choices)];
  return all.map((choices) => choices.filter(({ length }) => length > 0));
}

/** True where of each choice something is there; a choice of nothing is always met. */
function hasAll(choices: readonly (readonly number[])[], present: Present): boolean {
  return choices.every((choice) => choice.length === 0 || choice.some((piece) => present.has(piece)));
}

function piecesOf(words: ClaimWords, scan: LiteralScan): Pieces {
  /** The numbers of pieces; none where one is too short to be looked for. */
  const numbered = (pieces: readonly string[]): number[] => {
    const numbers = pieces.map((piece) => scan.add(foldLetters(piece)));
    return numbers.some((number) => number === undefined) ? [] : (numbers as number[]);
  };
  const sentencesOf = (kind: SentenceKind) =>
    words[kind].map((pattern) => ({
      pattern,
      choices: longest(choicesOf(pattern))
        .map(numbered)
        .filter(({ length }) => length > 0),
    }));
  const decades = literalsOf(words.decade);
  // A figure is one sign for all, and whatever parts a number from the word behind it is a space or nothing.
  const numbers = ['0', ...numbersOf(words).keys()];
  const behind = words.years.split('|').map(beginningOf);
  const counted = numbers.flatMap((number) => behind.flatMap((word) => [`${number}${word}`, `${number} ${word}`]));
  const isKnown = decades.length > 0 && behind.every((word) => word !== '');
  return {
    sentences: {
      experience: sentencesOf('experience'),
      onSite: sentencesOf('onSite'),
      lives: sentencesOf('lives'),
      alone: sentencesOf('alone'),
      team: sentencesOf('team'),
    },
    years: isKnown ? numbered(['0000', ...counted, ...decades]) : [],
    onlyEmployer: numbered(literalsOf(words.onlyEmployer)),
  };
}

/** The choices that tell most: short pieces stand in most texts. */
function longest(choices: readonly (readonly string[])[]): (readonly string[])[] {
  const shortest = (pieces: readonly string[]) => Math.min(...pieces.map(({ length }) => length));
  const inOrder = [...choices].sort((a, b) => shortest(b) - shortest(a));
  return inOrder.slice(0, MAX_CHOICES).filter((choice, n) => n === 0 || shortest(choice) >= TELLING);
}
/** Letters of a piece that does not stand in every second sentence. */
const TELLING = 4;
const MAX_CHOICES = 2;

/** The letters with which one alternative begins. */
function beginningOf(alternative: string): string {
  const [letters = ''] = /^[\p{L} ]*/u.exec(alternative) ?? [];
  return /^[?*{]/.test(alternative.slice(letters.length)) ? letters.slice(0, -1) : letters;
}

/**
 * The patterns for folded sentences.
 *
 * @param languages in the order in which they are asked
 */
export class ClaimLanguages {
  readonly #languages: readonly ClaimWords[];
  readonly #made = new Map<Letters, readonly ClaimPatterns[]>();
  #scan: LiteralScan | undefined;
  #pieces: readonly Pieces[] = [];
  /** What has to stand in a text for it to claim anything, one of these; and by the pieces of the first choice of each. */
  #needed: readonly Choices[] = [];
  readonly #neededBy = new Map<number, Choices[]>();

  constructor(languages: readonly ClaimWords[]) {
    this.#languages = languages;
  }

  /** Looks over a folded text for the pieces that patterns need. What it gives holds until the next is looked over. */
  presentIn(folded: string): Present {
    return this.#ready().scan(folded);
  }

  /** False where no sentence of a text with these pieces can claim anything. */
  mayClaim(present: Present): boolean {
    this.#ready();
    if (this.#needed.some((choices) => choices.length === 0)) return true;
    return present.all.some((piece) => this.#neededBy.get(piece)?.some((choices) => hasAll(choices, present)));
  }

  /** Every language, with patterns for a folded sentence. */
  patternsFor(folded: string): readonly ClaimPatterns[] {
    this.#ready();
    const letters = PLAIN.test(folded) ? plain : ofAllAlphabets;
    const known = this.#made.get(letters);
    if (known) return known;
    const made = this.#languages.map((words, n) => new ClaimPatterns(words, letters, this.#pieces[n] as Pieces));
    this.#made.set(letters, made);
    return made;
  }

  #ready(): LiteralScan {
    if (this.#scan) return this.#scan;
    const scan = new LiteralScan();
    this.#pieces = this.#languages.map((words) => piecesOf(words, scan));
    this.#needed = this.#pieces.flatMap(neededFor);
    for (const choices of this.#needed) {
      for (const piece of choices[0] ?? []) this.#neededBy.set(piece, [...(this.#neededBy.get(piece) ?? []), choices]);
    }
    this.#scan = scan;
    return scan;
  }
}
