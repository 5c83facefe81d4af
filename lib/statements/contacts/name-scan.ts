// Whether a text has a word at all that names a messenger, and how many that say digits: most texts have none, and of
// those no list of words is made. It goes over the text's units once and cuts nothing out of it.
import { FNV_START, fnvStep } from '../../model/fnv.ts';
import { digitWords, doublings } from './digit-words.ts';
import { firstHalves, serviceNames, serviceOf } from './services.ts';
import { MAX_WORD } from './words.ts';

/** What the words of a text may be. */
export interface Names {
  /** False where no word names a messenger, alone or with the next. */
  mayName: boolean;
  /** Words that say a digit, or that one is doubled. */
  digits: number;
}

const NAME = 1;
const HALF = 2;
const DIGIT = 4;

const SLOTS = 1 << 13;
const slot = (hash: number) => (hash ^ (hash >>> 13)) & (SLOTS - 1);

/** What the words with a hash are, and by slots of hashes whether there are any. */
let known: Map<number, number> | undefined;
const slots = new Uint8Array(SLOTS);

function ready(): Map<number, number> {
  if (known) return known;
  known = new Map();
  const sorted = [[serviceNames, NAME] as const, [firstHalves, HALF] as const, [digitWords, DIGIT] as const];
  for (const [words, kind] of [...sorted, [doublings.keys(), DIGIT] as const]) {
    for (const word of words) {
      let hash = FNV_START;
      for (let i = 0; i < word.length; i++)
        if (!isApostrophe(word.charCodeAt(i))) hash = fnvStep(hash, word.charCodeAt(i));
      known.set(hash, (known.get(hash) ?? 0) | kind);
      slots[slot(hash)] = 1;
    }
  }
  return known;
}

const isApostrophe = (unit: number) => unit === 0x27 || unit === 0x2019;

// The signs of a word: as in words.ts.
const OTHER = 1;
const LETTER = 2;
const FIGURE = 3;
const SIGN = 4;
const APOSTROPHE = 5;
/** Half of a character, or a letter whose small form is longer. */
const UNUSUAL = 6;
/** By unit; 0 where it was not looked at yet. */
const kinds = new Uint8Array(0x1_0000);
/** The small letter of a unit. */
const small = new Uint16Array(0x1_0000);

function kindOf(unit: number): number {
  const sign = String.fromCharCode(unit);
  const lower = sign.toLowerCase();
  small[unit] = lower.charCodeAt(0);
  const kind = isApostrophe(unit)
    ? APOSTROPHE
    : '€$@!'.includes(sign)
      ? SIGN
      : unit >= 0xd800 && unit < 0xe000
        ? UNUSUAL
        : /[0-9]/.test(sign)
          ? FIGURE
          : !/[\p{L}\p{N}]/u.test(sign)
            ? OTHER
            : lower.length > 1
              ? UNUSUAL
              : LETTER;
  kinds[unit] = kind;
  return kind;
}

/** Looks a text over. Where it says that there is nothing, a list of its words has nothing either. */
export function namesIn(text: string): Names {
  const words = ready();
  const { length } = text;
  const names = { mayName: false, digits: 0 };
  /** The hash of the word before, where it is the first half of a name. */
  let half: number | undefined;
  for (let i = 0; i < length; ) {
    let kind = kinds[text.charCodeAt(i)] || kindOf(text.charCodeAt(i));
    if (kind === OTHER || (kind === UNUSUAL && isNoLetter(text, i))) {
      i++;
      continue;
    }
    const from = i;
    let hash = FNV_START;
    let joined = half ?? 0;
    // Signs at the end of a word, and before it, are none of it; within it they may stand for letters.
    let ended = FNV_START;
    let letters = 0;
    let others = 0;
    let hasOthers = false;
    let hasSigns = false;
    for (;;) {
      const unit = text.charCodeAt(i);
      if (kind === UNUSUAL) {
        // What it makes of a word is left to the list of words.
        names.mayName = true;
        names.digits = length;
        return names;
      }
      if (kind !== APOSTROPHE) {
        const letter = small[unit] as number;
        if (letters + others > 0 || kind !== SIGN || unit === EURO) {
          hash = fnvStep(hash, letter);
          if (kind === LETTER) letters++;
          else others++;
          if (unit !== EXCLAMATION && unit !== AT) {
            ended = hash;
            hasOthers = others > 0;
          }
        }
        joined = fnvStep(joined, letter);
        hasSigns ||= kind !== LETTER;
      }
      i++;
      if (i === length) break;
      kind = kinds[text.charCodeAt(i)] || kindOf(text.charCodeAt(i));
      if (kind === OTHER || (kind === UNUSUAL && isNoLetter(text, i))) break;
    }
    if (i - from > MAX_WORD) continue;
    if (half !== undefined && (hasSigns || isOne(words, joined, NAME))) names.mayName = true;
    half = undefined;
    if (slots[slot(ended)] === 1) {
      const is = words.get(ended) ?? 0;
      if (is & NAME) names.mayName = true;
      if (is & HALF) half = ended;
      if (is & DIGIT) names.digits++;
    }
    if (hasOthers && letters > 0 && !names.mayName) {
      const word = text.slice(from, i).toLowerCase().replace(/['’]/g, '');
      names.mayName = serviceOf(word.replace(/^[@!$]+/, '').replace(/[!@]{1,20}$/, '')) !== undefined;
    }
  }
  return names;
}

const EXCLAMATION = '!'.charCodeAt(0);
const AT = '@'.charCodeAt(0);
const EURO = '€'.charCodeAt(0);

/** True of half of a character that is no letter, such as those in which people smile. */
function isNoLetter(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  if (unit < 0xd800 || unit >= 0xe000) return false;
  const from = unit >= 0xdc00 && i > 0 ? i - 1 : i;
  return !/[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(from) as number));
}

function isOne(words: ReadonlyMap<number, number>, hash: number, kind: number): boolean {
  return slots[slot(hash)] === 1 && ((words.get(hash) ?? 0) & kind) !== 0;
}
