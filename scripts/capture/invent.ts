// Invents a word for a word, a number for a number and an id for an id: as long, written alike, and the same
// every time, so that a page stays consistent with itself while nobody on it can be recognised. What is
// invented is drawn by lot and kept nowhere, so nobody can work it back.
import { randomInt } from 'node:crypto';

/** Draws a whole number from 0 to below `n`. */
export type Lot = (n: number) => number;

/** Sounds that alternate, or for scripts that have no such thing one list of letters. */
const letters: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\p{Script=Latin}/u, ['bdfgklmnprstvz', 'aeiou']],
  [/\p{Script=Cyrillic}/u, ['бвгдзклмнпрст', 'аеиоу']],
  [/\p{Script=Greek}/u, ['βγδζθκλμνπρτφχ', 'αειου']],
  [/\p{Script=Arabic}/u, ['ابتثجحدرسشعفقكلمنهوي']],
  [/\p{Script=Hebrew}/u, ['אבגדהוזחטיכלמנסעפקרשת']],
  [/\p{Script=Devanagari}/u, ['कखगघचछजझटठडढतथदधनपफबभमयरलवशषसह']],
  [/\p{Script=Bengali}/u, ['কখগঘচছজঝটঠডঢতথদধনপফবভমযরলশষসহ']],
  [/\p{Script=Thai}/u, ['กขคงจชซดตถทนบปพฟมยรลวสหอ']],
  [/\p{Script=Hangul}/u, ['가나다라마바사아자차카타파하고노도로모보소오조']],
  [/\p{Script=Han}/u, ['山水木火土金石田川日月林森竹花草雨雪風雲星空海島']],
  [/\p{Script=Hiragana}/u, ['あいうえおかきくけこさしすせそたちつてとなにぬねの']],
  [/\p{Script=Katakana}/u, ['アイウエオカキクケコサシスセソタチツテトナニヌネノ']],
];
const latin = letters[0]?.[1] ?? [];

/** An id from this length on says by its first digits of what kind it is: Upwork's "~01…" and "~02…". */
const LONG_ID = 8;
/** Letters and digits that are hexadecimal by chance are shorter. */
const HEX_ID = 12;

/** Shorter numbers are figures, of which a page may have all there are. */
const LONG_NUMBER = 5;

export class Invention {
  readonly #isAvoided: (word: string) => boolean;
  readonly #ids: ReadonlySet<string>;
  readonly #lot: Lot;
  readonly #known = new Map<string, string>();
  readonly #taken = new Set<string>();
  /** How many words, numbers and ids were replaced. */
  replaced = 0;
  /** Of texts: by the word before, what was invented for each word. */
  readonly #after = new Map<string, Map<string, string>>();

  /**
   * @param isAvoided true for a word, in lower case, that nothing invented may be: the page's own and those that mean something to a reader
   * @param ids numbers of the page that longer ids may end with
   */
  constructor(isAvoided: (word: string) => boolean, ids: ReadonlySet<string> = new Set(), lot: Lot = randomInt) {
    this.#isAvoided = isAvoided;
    this.#ids = ids;
    this.#lot = lot;
  }

  /** One word of letters only: wherever it stands the same, whatever its case. */
  word(word: string): string {
    const lower = word.toLowerCase();
    return inCaseOf(
      word,
      this.#once(lower, () => this.#sound(lower)),
    );
  }

  /**
   * A word of a text, which is another one after another word: of a long text nobody can tell the frequent words.
   * The last word of a text may be a longer one cut short, and is then cut from the same.
   */
  wordAfter(before: string, word: string, isLast: boolean): string {
    this.replaced++;
    const lower = word.toLowerCase();
    const known = this.#after.get(before) ?? new Map<string, string>();
    this.#after.set(before, known);
    let invented = known.get(lower);
    if (invented === undefined && isLast) {
      const whole = [...known].find(([other]) => other.startsWith(lower));
      const part = whole?.[1].slice(0, lower.length) ?? '';
      if (part && !this.#isAvoided(part)) invented = part;
    }
    invented ??= this.#fresh(lower, () => this.#sound(lower));
    known.set(lower, invented);
    return inCaseOf(word, invented);
  }

  /** A number of as many digits. One that ends with another id of the page goes on doing so. */
  number(digits: string): string {
    return this.#once(digits, () => {
      for (let at = 1; digits.length - at >= LONG_ID; at++) {
        if (this.#ids.has(digits.slice(at)))
          return this.#digits(digits.slice(0, at), kindOfId(digits)) + this.number(digits.slice(at));
      }
      return this.#digits(digits);
    });
  }

  /** An id of digits and letters: a digit for a digit, a letter for a letter, hexadecimal where it was. */
  mixed(id: string): string {
    const lower = id.toLowerCase();
    const isHex = lower.length >= HEX_ID && /^[\da-f]+$/.test(lower);
    const invented = this.#once(lower, () => {
      const from = kindOfId(lower).length;
      const some = (char: string) =>
        /\d/.test(char) ? String(this.#lot(10)) : isHex ? (this.#of('abcdef') ?? '') : this.#letter(char);
      return Array.from(lower, (char, n) => (n < from ? char : some(char))).join('');
    });
    return inCaseOf(id, invented);
  }

  /** Whatever it is: a word, a number or an id of both. */
  any(token: string): string {
    this.replaced++;
    if (/^\d+$/.test(token)) return this.number(token);
    return /\p{N}/u.test(token) ? this.mixed(token) : this.word(token);
  }

  /** A text of whatever words, numbers and ids. */
  all(text: string): string {
    return text.replace(/[\p{L}\p{M}\p{N}]+/gu, (token) => this.any(token));
  }

  /**
   * From now on a token has an invented one of its own letters, for ids that are written with a few letters only.
   *
   * @returns takes it back
   */
  fromOwnLetters(token: string): () => void {
    const lower = token.toLowerCase();
    const before = this.#known.get(lower);
    this.#known.delete(lower);
    this.#once(lower, () => Array.from(lower, () => this.#of(lower) ?? '').join(''));
    return () => {
      if (before === undefined) this.#known.delete(lower);
      else this.#known.set(lower, before);
    };
  }

  #once(key: string, make: () => string): string {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const invented = this.#fresh(key, make, (one) => !this.#taken.has(one));
    this.#taken.add(invented);
    this.#known.set(key, invented);
    return invented;
  }

  /** Draws until it is none that is avoided or, of few that there can be, until one is free. */
  #fresh(original: string, make: () => string, isFree: (invented: string) => boolean = () => true): string {
    const isFigure = /^\d+$/.test(original) && original.length < LONG_NUMBER;
    const isGood = (one: string) => one !== original && isFree(one) && (isFigure || !this.#isAvoided(one));
    let invented = make();
    for (let n = 0; n < 200 && !isGood(invented); n++) invented = make();
    if (isGood(invented)) return invented;
    // One that is free at least, so that two do not become one.
    const few = fewLike(original);
    return few.find(isGood) ?? few.find((one) => one !== original && isFree(one)) ?? few.find(isFree) ?? invented;
  }

  #sound(word: string): string {
    let at = this.#lot(2);
    // A letter outside the first plane is as long as two.
    return Array.from(word, (char) => Array.from(char.split(''), () => this.#letter(char, at++)).join('')).join('');
  }

  #letter(char: string, at = this.#lot(2)): string {
    const sounds = letters.find(([script]) => script.test(char))?.[1] ?? latin;
    return this.#of(sounds[at % sounds.length] ?? '') ?? 'o';
  }

  #digits(digits: string, kind = kindOfId(digits)): string {
    const rest = digits.slice(kind.length);
    return kind + Array.from(rest, (_, n) => (n === 0 && kind === '' ? 1 + this.#lot(9) : this.#lot(10))).join('');
  }

  #of(text: string): string | undefined {
    return text[this.#lot(text.length)];
  }
}

/** The digits that say of what kind an id is: "01" of "01feedc0…". */
function kindOfId(id: string): string {
  if (id.length < LONG_ID) return /^0*/.exec(id)?.[0] ?? '';
  return /^0+\d?/.exec(id)?.[0].slice(0, 2) ?? '';
}

/** All figures of as many digits, or all letters for a letter; of anything longer there are enough. */
function fewLike(short: string): string[] {
  if (/^[a-z]$/.test(short)) return [...'abcdefghijklmnopqrstuvwxyz'];
  if (!/^\d+$/.test(short) || short.length >= LONG_NUMBER) return [];
  return Array.from({ length: 10 ** short.length }, (_, n) => String(n).padStart(short.length, '0')).filter(
    (one) => one.startsWith('0') === short.startsWith('0'),
  );
}

/** An invented word in the case of the one it stands for, letter by letter, and exactly as long. */
function inCaseOf(word: string, invented: string): string {
  let cased = '';
  for (let n = 0; n < word.length; n++) {
    const letter = invented[n] ?? 'o';
    const upper = letter.toUpperCase();
    const isUpper = word[n] !== word[n]?.toLowerCase() && upper.length === 1;
    cased += isUpper ? upper : letter;
  }
  return cased;
}
