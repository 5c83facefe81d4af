// Names across scripts: what one in another alphabet may be in Latin letters, and a form of words in which the usual
// transliterations of one sound are equal. It is coarse: it shows that two spellings may be one name, never that they are.
import anyAscii from 'any-ascii';
import { consonantsOf, foldLetters } from './spelling.ts';

const isLatin = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;
/** Written without spaces between the family's name, which is first and mostly one sign, and the person's. */
const isWithoutSpaces = /^[\p{Script=Han}\p{Script=Hangul}\s]+$/u;

/** A name in Latin letters: itself, or transliterated. */
export function inLatin(name: string): string {
  if (isLatin.test(name)) return name;
  const signs = name.trim();
  if (isWithoutSpaces.test(signs) && !/\s/.test(signs)) {
    const [family = '', ...given] = [...signs];
    return `${anyAscii(given.join(''))} ${anyAscii(family)}`;
  }
  return anyAscii(signs);
}

/** Sounds that transliterations do not keep apart. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/l/g, 'r'],
  [/g/g, 'k'],
  [/d/g, 't'],
  [/b/g, 'p'],
  [/[yj]/g, 'c'],
];

/** The coarse sound of a word in Latin letters: its consonants, those that are written alike as one. */
export function soundOf(word: string): string {
  // A first sign that has no letter of its own in Latin is heard as a vowel; a last h is mostly written only.
  let sound = consonantsOf(foldLetters(word).replace(/^[`']/, 'a').replace(/h$/, '').replace(/^j/, 'c'));
  for (const [pattern, plain] of alike) sound = sound.replace(pattern, plain);
  return sound.replace(/(.)\1+/g, '$1');
}
