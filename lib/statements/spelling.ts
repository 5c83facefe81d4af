// One form for the spellings of a word: without capitals, accents and signs, as a transliteration or a slip of the
// fingers leaves it recognisable.

export { foldLetters } from '../model/fold-letters.ts';

/** What several ways of writing one sound in Latin letters come to; longer ones first. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh|sz|š|zh|ž/g, 's'],
  [/tch|ch|cz|ts|tz|dj|dzh/g, 'c'],
  [/kh|gh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/q|c(?=[aoukrl])/g, 'k'],
  [/z/g, 's'],
  [/j/g, 'y'],
];

/** The consonants of a folded word in Latin letters, however it was transliterated; its first letter where it is a vowel. */
export function consonantsOf(word: string): string {
  let sound = word;
  for (const [pattern, plain] of sounds) sound = sound.replace(pattern, plain);
  const first = /^[aeiouy]/.test(sound) ? 'a' : '';
  return first + sound.replace(/[aeiouy'’`]/g, '').replace(/(.)\1+/g, '$1');
}

/** Longest word whose distance to another is counted. */
const MAX_WORD = 40;

/**
 * How many letters must be changed, left out, put in or swapped with their neighbour to make one word of the other
 * (optimal string alignment); more than `most` is `most + 1`.
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most || a.length > MAX_WORD || b.length > MAX_WORD) return most + 1;
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (isSame ? 0 : 1),
      );
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) least = Math.min(least, (before[j - 2] as number) + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return Math.min(last[b.length] as number, most + 1);
}

/** True when two folded words may be spellings of one: a slip, another transliteration, a shortened form. */
export function mayBeOneWord(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 3) return false;
  if (long.startsWith(short)) return true;
  const most = short.length >= 8 ? 2 : short.length >= 4 ? 1 : 0;
  if (most > 0 && slipsBetween(a, b, most) <= most) return true;
  const [x, y] = [consonantsOf(a), consonantsOf(b)];
  return x.length >= 3 && x === y;
}

/** The scripts that names and firms are mostly written in; others are one. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Hang', /\p{Script=Hangul}/u],
  ['Hani', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u],
];

/** True when some script is in both, so that their spellings can be compared letter by letter. */
export function shareAScript(a: string, b: string): boolean {
  return scripts.some(([, letters]) => letters.test(a) && letters.test(b));
}
