// Letters as they are compared: small, without accents, without what cannot be seen. A letter that only looks like
// another one is that other one where the rest of the word is of its script ("Bitсоin" with two Cyrillic letters, a
// Cyrillic word with Latin ones), and digits that stand for letters are read as letters where a word has both.
import { confusablesMap } from 'confusables';

/** Marks that are left out: Latin, Greek and Cyrillic accents, Arabic vowels and the stretching of Arabic letters. */
const MARKS = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640]/g;
const UNSEEN = /\p{Cf}|\p{Variation_Selector}|\p{Default_Ignorable_Code_Point}/u;
const SPECIAL: Readonly<Record<string, string>> = {
  ß: 's',
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 't',
  æ: 'a',
  œ: 'o',
};

/** Stands in the table for a code unit that was not looked at yet. */
const UNKNOWN = 0xffff;
const table = new Uint16Array(0x1_0000).fill(UNKNOWN);

function foldCharacter(character: string): string {
  if (character === '\0' || UNSEEN.test(character)) return '';
  const letter = character.normalize('NFKD').toLowerCase().normalize('NFKD').replace(MARKS, '');
  return SPECIAL[letter] ?? letter;
}

/** A text with its letters folded; unit i of `folded` stands at `at[i]` of the text. */
export interface Folded {
  folded: string;
  at: Int32Array;
}

/** Reused from text to text: a page has a hundred, and room for each would be most of the work. */
let units = new Uint16Array(0);
let places = new Int32Array(0);

/** Beside ASCII, whose letters and signs fold to themselves but for capitals. */
const UNUSUAL = /\P{ASCII}/u;
/** The places of a text in ASCII. */
let own = new Int32Array(0);

/** Folds a text. What it gives holds until the next text is folded. */
export function fold(text: string): Folded {
  const { length } = text;
  if (isUsual(text)) {
    if (own.length <= length) own = Int32Array.from({ length: length * 2 + 1 }, (_, i) => i);
    return { folded: text.toLowerCase(), at: own };
  }
  const n = foldUnusual(text);
  let folded = '';
  for (let i = 0; i < n; i += CHUNK) {
    folded += String.fromCharCode.apply(null, units.subarray(i, Math.min(n, i + CHUNK)) as unknown as number[]);
  }
  return { folded, at: places };
}

/** The units of a folded text, where nothing has to be known but these: the first `length` hold until the next text is folded. */
export function foldedUnits(text: string): { units: Uint16Array; length: number } {
  const { length } = text;
  if (!isUsual(text)) return { length: foldUnusual(text), units };
  fit(length);
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    units[i] = unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
  }
  return { units, length };
}

function isUsual(text: string): boolean {
  return !UNUSUAL.test(text) && !text.includes('\0');
}

/** A sign unfolds into two letters at most. */
function fit(length: number): void {
  if (units.length >= length * 2 + 2) return;
  units = new Uint16Array(length * 2 + 2);
  places = new Int32Array(length * 2 + 2);
}

/** Folds into the room for it; how many units it comes to. */
function foldUnusual(text: string): number {
  const { length } = text;
  fit(length);
  let n = 0;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    const known = table[unit] as number;
    if (known !== UNKNOWN) {
      if (known === 0) continue;
      places[n] = i;
      units[n++] = known;
      continue;
    }
    const isPair = unit >= 0xd800 && unit < 0xdc00;
    const character = isPair ? text.slice(i, i + 2) : (text[i] as string);
    const folded = foldCharacter(character);
    if (folded.length <= 1 && !isPair) table[unit] = folded === '' ? 0 : folded.charCodeAt(0);
    for (let j = 0; j < folded.length && j < 2; j++) {
      places[n] = i;
      units[n++] = folded.charCodeAt(j);
    }
    if (isPair) i++;
  }
  places[n] = length;
  return n;
}
/** Units that are turned into text at a time: a call takes so many arguments. */
const CHUNK = 8_192;

const LATIN = /[a-z]/;
const CYRILLIC = /[\u0400-\u04ff]/;

/** The Cyrillic letter that a Latin one looks like. */
const cyrillicFor = new Map<string, string>();
for (const letter of 'авеікмнорстухјѕгпл') {
  const latin = (confusablesMap.get(letter) ?? '').toLowerCase();
  if (/^[a-z]$/.test(latin) && !cyrillicFor.has(latin)) cyrillicFor.set(latin, letter);
}

const LETTERS_FOR: Readonly<Record<string, string>> = {
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '€': 'e',
  '!': 'i',
  '£': 'l',
};
const CYRILLIC_FOR: Readonly<Record<string, string>> = { '0': 'о', '3': 'е', '4': 'а', '6': 'б', '@': 'а' };

/**
 * What a folded word may stand for besides itself: with letters of one script, with letters for its digits.
 *
 * @returns nothing for an ordinary word
 */
export function readingsOf(word: string): readonly string[] {
  if (isArabic(word.charCodeAt(0))) return withoutParticles(word);
  const looks = looksOf(word);
  if (looks === ORDINARY) return NONE;
  const readings = new Set<string>();
  if (looks & FOREIGN) {
    const latin = Array.from(word, (letter) => latinFor(letter)).join('');
    if (/^[a-z0-9@$€£_]+$/.test(latin)) readings.add(latin);
    if (LATIN.test(word)) readings.add(Array.from(word, (letter) => cyrillicFor.get(letter) ?? letter).join(''));
  }
  if (looks & SIGNS) {
    for (const one of [word, ...readings]) {
      const letters = CYRILLIC.test(one) ? CYRILLIC_FOR : LETTERS_FOR;
      const read = Array.from(one, (sign) => letters[sign] ?? sign).join('');
      if (!read.includes('1')) readings.add(read);
      else for (const letter of 'li') readings.add(read.replaceAll('1', letter));
    }
  }
  readings.delete(word);
  return [...readings];
}

/** Arabic writes "and", "in", "for" and "the" joined to the word that follows. */
const PARTICLES = /^(?:و|ف)?(?:بال|كال|لل|ال|ب|ل)|^و/;
const isArabic = (unit: number) => unit >= 0x0620 && unit <= 0x064a;

function withoutParticles(word: string): readonly string[] {
  const bare = word.replace(PARTICLES, '');
  return bare === word || bare.length < 3 ? NONE : [bare, `ال${bare}`];
}

const NONE: readonly string[] = [];
const ORDINARY = 0;
/** It has letters of another alphabet than the Latin one that all look like Latin ones, or of both. */
const FOREIGN = 1;
/** It has letters and, among them, figures or signs. */
const SIGNS = 2;

function looksOf(word: string): number {
  let [latin, other, signs] = [0, 0, 0];
  let isAlike = true;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if ((unit >= 0x30 && unit <= 0x39) || unit === 0x40 || unit === 0x24 || unit === 0x20ac || unit === 0xa3) signs++;
    else if (unit < 0x80) latin++;
    else {
      other++;
      isAlike &&= isLookalike(unit);
    }
  }
  if (latin + other === 0) return ORDINARY;
  return (other > 0 && (latin > 0 || isAlike) ? FOREIGN : 0) | (signs > 0 ? SIGNS : 0);
}

/** Whether a letter looks like a Latin one, by its unit: 0 where that was not asked yet. */
const lookalikes = new Uint8Array(0x1_0000);
function isLookalike(unit: number): boolean {
  const known = lookalikes[unit];
  if (known) return known === 2;
  const letter = String.fromCharCode(unit);
  const isAlike = /^[a-z]$/i.test(confusablesMap.get(letter) ?? '') && !UNLIKE.has(letter);
  lookalikes[unit] = isAlike ? 2 : 1;
  return isAlike;
}
/** Cyrillic letters that the table takes for Latin ones though nobody who reads either does. */
const UNLIKE = new Set('гдилпцчшщъьяйћђ');

function latinFor(letter: string): string {
  return letter < '\u0080' ? letter : (confusablesMap.get(letter)?.toLowerCase() ?? letter);
}
