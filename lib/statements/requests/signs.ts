// What a unit of a folded text is, and what signs mean there: what parts words and sentences, stands in a word in place
// of a letter, or shows that an address or a telephone number may follow. Cutting a text into words (tokens.ts) and the
// quick look at it (glance.ts) ask the same things here, so that they cannot differ.

export const SPACE = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const IDEOGRAPH = 3;
const SIGN = 4;
const NOT_YET = 255;
const classes = new Uint8Array(0x1_0000).fill(NOT_YET);
const WORD = /[\p{L}\p{M}\p{N}_]/u;

/** What a UTF-16 code unit is. */
export function classOf(unit: number): number {
  const known = classes[unit] as number;
  if (known !== NOT_YET) return known;
  const character = String.fromCharCode(unit);
  const found = isIdeograph(unit)
    ? IDEOGRAPH
    : /[0-9]/.test(character)
      ? DIGIT
      : WORD.test(character)
        ? LETTER
        : /[^\S\r\n]/.test(character)
          ? SPACE
          : SIGN;
  classes[unit] = found;
  return found;
}

/** Letters of scripts that leave no space between words: each is a word. */
export function isIdeograph(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || (unit >= 0xf900 && unit <= 0xfaff);
}

export function isCyrillic(unit: number): boolean {
  return unit >= 0x0400 && unit <= 0x04ff;
}

/** The unit of a sign. */
export const unitOf = (sign: string) => sign.charCodeAt(0);
/** The units of several. */
export const unitsOf = (signs: string): ReadonlySet<number> => new Set(Array.from(signs, unitOf));

const DOT = unitOf('.');
const SENTENCE_ENDS = unitsOf('.!?…。！？؟।\n\r|•');
const CURRENCIES = unitsOf('$€£¥₴₽₹₺₿');
const APOSTROPHES = unitsOf("'’ʼ`‘");
/** A word may go on with these in place of letters. */
const FOR_LETTERS = unitsOf('@$€£');

/** Whether a unit may end a sentence. */
export function mayEndSentence(unit: number): boolean {
  return SENTENCE_ENDS.has(unit);
}

/** Whether a unit ends a sentence: a dot within a word ends nothing. */
export function endsSentence(unit: number, next: number, isFollowed: boolean): boolean {
  return mayEndSentence(unit) && !(unit === DOT && isFollowed && classOf(next) === LETTER);
}

export function isCurrency(unit: number): boolean {
  return CURRENCIES.has(unit);
}

export function isApostrophe(unit: number): boolean {
  return APOSTROPHES.has(unit);
}

export function standsForLetter(unit: number): boolean {
  return FOR_LETTERS.has(unit);
}

/** In brackets they stand for a sign of an address. */
export const SPELT_SIGNS: readonly string[] =
  'at arroba собака равлик dot punto ponto point punkt точка крапка chiocciola malpa kropka nokta'.split(' ');
/** Last parts of hosts that are known for addresses without more around them. */
export const HOST_ENDS: readonly string[] =
  'com net org io me gg dev app co ru ua br ar mx de fr es pt it pl tr in id cn link site online xyz info example'.split(
    ' ',
  );

const spelt = new Set(SPELT_SIGNS);
const hostEnds = new Set(HOST_ENDS);
const longestOf = (words: readonly string[]) => Math.max(...words.map(({ length }) => length));
const LONGEST_SPELT = longestOf(SPELT_SIGNS);
const LONGEST_END = longestOf(HOST_ENDS);

/** Whether what stands from here on, behind a dot, may be the end of an address. */
export function mayEndAddress(units: Uint16Array, from: number, length: number): boolean {
  let end = from;
  while (end < length && end - from <= LONGEST_END && isOfHost(units[end] as number)) end++;
  return end > from && hostEnds.has(String.fromCharCode(...units.subarray(from, end)));
}

/** Whether a word that stands for a sign of an address begins here, behind a bracket. */
export function isSpeltSign(units: Uint16Array, at: number, length: number): boolean {
  const from = at < length && !isOfWord(units[at] as number) ? at + 1 : at;
  let end = from;
  while (end < length && end - from <= LONGEST_SPELT && isOfWord(units[end] as number)) end++;
  return spelt.has(String.fromCharCode(...units.subarray(from, end)));
}

/** A telephone number has so many figures in so many units. */
const PHONE = { figures: 8, units: 27 };
const PHONE_SIGNS = unitsOf('().-/');

/** Whether a telephone number may begin here. */
export function mayBePhone(units: Uint16Array, from: number, length: number): boolean {
  let figures = 0;
  for (let i = from; i < length && i - from < PHONE.units; i++) {
    const unit = units[i] as number;
    const kind = classOf(unit);
    if (kind === DIGIT) figures++;
    else if (kind !== SPACE && !PHONE_SIGNS.has(unit)) break;
  }
  return figures >= PHONE.figures;
}

/** Whether just this word stands between two places. */
export function isWordAt(units: Uint16Array, from: number, to: number, word: string): boolean {
  if (to - from !== word.length) return false;
  for (let i = 0; i < word.length; i++) if (units[from + i] !== word.charCodeAt(i)) return false;
  return true;
}

const isOfHost = (unit: number) => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);

function isOfWord(unit: number): boolean {
  const kind = classOf(unit);
  return kind === LETTER || kind === DIGIT;
}
