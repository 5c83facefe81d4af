// Telephone numbers: with the country's code in E.164, without it by their digits alone, since which country is meant
// is not said. Digits may be words.
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { ContactForm } from './contact.ts';
import { digitOf, isDoubling } from './digit-words.ts';
import type { Word } from './words.ts';

const MIN_DIGITS = 8;
const MAX_DIGITS = 15;

/** What says just before a number that it is one to call. */
const announces =
  /(?:call|phone|tel|mobile|cell|number|no\.?|ring|dial|reach|text|whats\s?app|viber|signal|wa|sms|тел|номер|звон|набер|дзвон|m[óo]vil|tel[eé]fono|llam|n[úu]mero|telefone|liga|ligue|celular|handy|ruf|nummer|appel|num[eé]ro|zap|wpp)\p{L}{0,8}[^\p{L}\p{N}]{0,4}(?:(?:me|is|at|on|es|en|é|mi|meu|ist|est|мне|мой|:)[^\p{L}\p{N}]{1,3}){0,3}$/iu;

/** A number as somebody wrote it, of whom it is known that it is one; undefined when it cannot be. */
export function phoneOf(written: string): ContactForm | undefined {
  const digits = digitsIn(written);
  const isWhole = /^\D*\+/.test(written);
  const international = isWhole ? digits : digits.replace(/^00(?=[1-9])/, '');
  if (isWhole || international.length < digits.length) return numbered(international) ?? undefined;
  if (digits.length < MIN_DIGITS || digits.length > MAX_DIGITS || isMonotone(digits)) return undefined;
  // Twelve digits and more are hardly ever a number within a country.
  const whole = digits.length > 11 && !digits.startsWith('0') ? numbered(digits) : undefined;
  return whole ?? { kind: 'phone', value: digits.replace(/^0{1,2}/, '') };
}

function numbered(digits: string): ContactForm | undefined {
  if (digits.length < MIN_DIGITS || digits.length > MAX_DIGITS || isMonotone(digits)) return undefined;
  const number = parsePhoneNumberFromString(`+${digits}`);
  return number?.isPossible() ? { kind: 'phone', value: number.number } : undefined;
}

/** The digits that a number has within its country, without those dialled before it; undefined of what is no number in E.164. */
export function nationalDigits(phone: string): string | undefined {
  return phone.startsWith('+') ? parsePhoneNumberFromString(phone)?.nationalNumber : undefined;
}

/** "12345678", "00000000": what stands where a number is asked for. */
function isMonotone(digits: string): boolean {
  return new Set(digits).size < 2 || '01234567890123456789'.includes(digits) || '98765432109876543210'.includes(digits);
}

const digitsIn = (written: string) => written.replace(/\D/g, '').slice(0, MAX_DIGITS + 3);

export interface FoundPhone {
  form: ContactForm;
  start: number;
  end: number;
  inWords?: true;
}

/** Digits with what may stand between them. */
const candidates =
  /(?<![\p{L}\p{N}.,/_#@$€£-])(?:\+|00)?[ (]{0,2}\d(?:[ ()./\u2010-\u2015-]{0,3}\d){6,17}(?![\p{L}\p{N}_@]|[.,]\d)/gu;
/** Days and times, sums with their thousands apart, addresses in a network. */
const isOther =
  /^\d{4}[-./]\d{1,2}[-./]\d{1,2}|^\d{1,2}[-./]\d{1,2}[-./]\d{4}|^\d{1,3}(?:[ .,]\d{3}){2,}$|^\d{1,3}(?:\.\d{1,3}){3}$|^\d{4} ?[-–] ?\d{4}$/;

/** Numbers in a plain text. */
export function phonesIn(text: string, words: readonly Word[]): FoundPhone[] {
  const found: FoundPhone[] = [];
  if (!/\d\D{0,4}\d\D{0,4}\d\D{0,4}\d/.test(text)) return inWords(text, words);
  for (const match of text.matchAll(candidates)) {
    const written = match[0].trimEnd();
    const isInternational = /^[ (]*(?:\+|00[ (]{0,2}[1-9])/.test(written);
    const start = match.index + match[0].indexOf(match[0].trimStart()[0] as string);
    if (!isInternational && (isOther.test(written) || !isLikely(written, text.slice(Math.max(0, start - 40), start))))
      continue;
    const form = phoneOf(written);
    if (form) found.push({ form, start, end: match.index + written.length });
  }
  return [...found, ...inWords(text, words)];
}

/** Within a country: as numbers are grouped there, with a zero that is dialled first, or announced. */
function isLikely(written: string, before: string): boolean {
  const digits = digitsIn(written);
  if (digits.length < MIN_DIGITS || digits.length > 13) return false;
  if (/^\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}$/.test(written)) return true;
  return (digits.startsWith('0') && digits.length >= 9 && /[ ()./-]/.test(written)) || announces.test(before);
}

/** A run of so many words is a number. */
export const MIN_WORDS = 7;

/** "two zero two five …", with "plus" before it or "double" among it. */
function inWords(text: string, words: readonly Word[]): FoundPhone[] {
  const found: FoundPhone[] = [];
  for (let i = 0; i < words.length; i++) {
    if (digitOf((words[i] as Word).word) === undefined && isDoubling((words[i] as Word).word) === undefined) continue;
    let digits = '';
    let count = 0;
    let times = 1;
    let last = i;
    for (let j = i; j < words.length; j++) {
      const { word, start } = words[j] as Word;
      if (j > i && start - (words[j - 1] as Word).end > MAX_GAP) break;
      const digit = /^\d+$/.test(word) ? word : digitOf(word);
      const doubling = isDoubling(word);
      if (digit === undefined && doubling === undefined) break;
      last = j;
      if (doubling !== undefined) times = doubling;
      else {
        digits += (digit as string).repeat(times);
        times = 1;
        // What is written as digits is found by these.
        if (digit !== word) count++;
      }
    }
    const { start } = words[i] as Word;
    const isWhole = isPlus(text, words[i - 1], start);
    const form = count >= MIN_WORDS ? phoneOf(`${isWhole ? '+' : ''}${digits}`) : undefined;
    if (form) found.push({ form, start, end: (words[last] as Word).end, inWords: true });
    i = last;
  }
  return found;
}
/** Characters between two digits in words. */
const MAX_GAP = 4;

function isPlus(text: string, before: Word | undefined, start: number): boolean {
  if (text.slice(Math.max(0, start - 2), start).includes('+')) return true;
  return before !== undefined && start - before.end <= MAX_GAP && /^(?:plus|más|mas|mais|плюс)$/.test(before.word);
}
