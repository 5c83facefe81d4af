// One form for names that look the same on a screen: letters of another alphabet, figures in place of letters, two
// letters in place of one.
import { foldLetters } from './spelling.ts';

const MAX_NAME = 200;

/** Letters of other alphabets that look like Latin ones (Unicode's confusables, those for small letters). */
const others: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'аa',
    'еe',
    'оo',
    'рp',
    'сc',
    'уy',
    'хx',
    'іi',
    'ѕs',
    'јj',
    'кk',
    'мm',
    'нh',
    'тt',
    'вb',
    'ԁd',
    'һh',
    'ԛq',
    'ԝw',
    'ӏl',
  ]
    .concat(['αa', 'οo', 'ρp', 'νv', 'υu', 'ιi', 'κk', 'τt', 'ωw', 'γy', 'ηn', 'χx', 'եt', 'օo', 'սu', 'հh', 'ցg'])
    .map(([sign = '', letter = '']) => [sign, letter]),
);

/** Signs, and what they are taken for. */
const looks: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/0/g, 'o'],
  [/[1|!]/g, 'l'],
  [/3/g, 'e'],
  [/5/g, 's'],
];

/** The letters of a name as they look, small and without anything between them. */
export function lettersAlike(name: string): string {
  let seen = foldLetters(name.slice(0, MAX_NAME)).replace(/[^\p{ASCII}]/gu, (sign) => others[sign] ?? sign);
  for (const [sign, letter] of looks) seen = seen.replace(sign, letter);
  return seen.replace(/[^\p{L}\p{N}]/gu, '');
}
