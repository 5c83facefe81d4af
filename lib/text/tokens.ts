// Cuts a text of any language into words that can be compared: capitals, full-width and "fancy"
// letters, accents written in one or two characters, and invisible characters make no difference,
// so that a copy cannot hide behind them. Scripts that put no spaces between words (Chinese,
// Japanese, Thai, …) give one token a character. Every token knows where it stands in the text.
import { MAX_TEXT } from '../model/limits.ts';

/** Most tokens taken of one text; what follows is not compared. */
export const MAX_TOKENS = 4_000;

/** Set on a token that opens a sentence or a line. */
export const OPENS_SENTENCE = 1;
/** Set on a token that is one character of a script without spaces. */
export const ONE_CHARACTER = 2;

/**
 * How many words a one-character token stands for: about 1.6 characters of Chinese or Japanese
 * carry one English word.
 */
const WORDS_PER_CHARACTER = 0.6;

/** Room for one text's tokens, to be filled again and again. Entries past `length` mean nothing. */
export class TokenBuffer {
  length = 0;
  /** 32-bit hash of each token. */
  readonly hashes = new Uint32Array(MAX_TOKENS);
  /** Where each token begins and ends in the text, in UTF-16 code units. */
  readonly starts = new Uint32Array(MAX_TOKENS);
  readonly ends = new Uint32Array(MAX_TOKENS);
  /** OPENS_SENTENCE | ONE_CHARACTER. */
  readonly flags = new Uint8Array(MAX_TOKENS);
}

/** One text's tokens, kept: the same fields as a TokenBuffer, cut to length. */
export interface Tokens {
  readonly length: number;
  readonly hashes: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly flags: Uint8Array;
}

const SEPARATOR = 1;
const INVISIBLE = 2;
const LETTER = 3;
const CHARACTER = 4;
const MARK = 5;

const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const INVISIBLES = /\p{Cf}|\p{Variation_Selector}|\p{Default_Ignorable_Code_Point}|\u0640/u;
const WORD = /[\p{L}\p{N}]/u;
const MARKS = /\p{M}/u;

// Letters of other alphabets that look like a Latin one. They are folded everywhere, in Russian and
// Greek texts too: only equality matters here, and a swapped letter must not hide a copy.
const LOOKALIKES: Record<string, string> = Object.fromEntries(
  Array.from('аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwαaοoνvρpιiςσ'.matchAll(/(.)(.)/gu), (pair) => [pair[1], pair[2]]),
);

/** What a code point is and what it is compared as, computed once for each. */
const kinds = new Uint8Array(0x10000);
const folded = new Uint16Array(0x10000);
const foldedLong = new Map<number, readonly number[]>();
const astral = new Map<number, { kind: number; fold: readonly number[] }>();

function describe(code: number): { kind: number; fold: number[] } {
  const character = String.fromCodePoint(code);
  if (INVISIBLES.test(character)) return { kind: INVISIBLE, fold: [] };
  const plain = character.normalize('NFKD').toLowerCase().normalize('NFKD');
  const fold: number[] = [];
  for (const part of plain) {
    const same = LOOKALIKES[part] ?? part;
    if (!WORD.test(same) && !MARKS.test(same)) continue;
    for (let i = 0; i < same.length; i++) fold.push(same.charCodeAt(i));
  }
  if (fold.length === 0) return { kind: SEPARATOR, fold };
  if (MARKS.test(character)) return { kind: MARK, fold };
  if (!WORD.test(plain)) return { kind: SEPARATOR, fold };
  return { kind: SPACELESS.test(plain) ? CHARACTER : LETTER, fold };
}

function learn(code: number): number {
  const { kind, fold } = describe(code);
  if (fold.length === 1) folded[code] = fold[0] as number;
  else if (fold.length > 1) foldedLong.set(code, fold);
  kinds[code] = kind;
  return kind;
}

/** ASCII: what each is compared as; 0 separates, 1 is passed over (the apostrophe of "don't"). */
const ascii = new Uint8Array(128);
for (let code = 48; code <= 57; code++) ascii[code] = code;
for (let code = 97; code <= 122; code++) {
  ascii[code] = code;
  ascii[code - 32] = code;
}
ascii[39] = 1;
ascii[96] = 1;

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Scatters the bits of a 32-bit hash (the end of MurmurHash3). */
export function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Hash of a whole string, as it is. */
export function hashText(text: string): number {
  let hash = FNV_START;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return mix(hash);
}

function endsSentence(text: string, at: number, code: number): boolean {
  if (code === 10 || code === 13 || code === 0x3002 || code === 0xff01 || code === 0xff1f) return true;
  if (code === 33 || code === 46 || code === 63 || code === 0x61f || code === 0x964) {
    if (at + 1 < text.length && text.charCodeAt(at + 1) > 32) return false;
    // "3. Delivery" is numbered, not ended.
    const before = text.charCodeAt(at - 1);
    return code !== 46 || before < 48 || before > 57;
  }
  return code === 0x2022;
}

const encoder = new TextEncoder();
const bytes = new Uint8Array(MAX_TEXT);

/** Does what scan() does, quicker, for a text that is all ASCII; gives false when it is not. */
function scanAscii(text: string, { hashes, starts, ends, flags }: TokenBuffer): number | undefined {
  const { length } = text;
  // In UTF-8 every other character takes more bytes than code units.
  if (length > MAX_TEXT || encoder.encodeInto(text, bytes).written !== length) return undefined;
  let count = 0;
  let opens = OPENS_SENTENCE;
  for (let i = 0; i < length; i++) {
    let letter = ascii[bytes[i] as number] as number;
    if (letter === 1) continue;
    if (letter === 0) {
      if (opens === 0 && endsSentence(text, i, bytes[i] as number)) opens = OPENS_SENTENCE;
      continue;
    }
    if (count === MAX_TOKENS) break;
    starts[count] = i;
    let hash = FNV_START;
    let end = i;
    for (; i < length; i++) {
      letter = ascii[bytes[i] as number] as number;
      if (letter === 0) break;
      if (letter === 1) continue;
      hash = Math.imul(hash ^ letter, FNV_PRIME);
      end = i + 1;
    }
    i--;
    hashes[count] = mix(hash);
    ends[count] = end;
    flags[count++] = opens;
    opens = 0;
  }
  return count;
}

/**
 * Reads a text's tokens into a buffer. At most MAX_TOKENS tokens of the first MAX_TEXT code units.
 * Never throws; lone surrogates, emoji and punctuation separate words.
 */
export function scan(text: string, into: TokenBuffer): void {
  const plain = scanAscii(text, into);
  if (plain === undefined) scanAny(text, into);
  else into.length = plain;
}

function scanAny(text: string, into: TokenBuffer): void {
  const { hashes, starts, ends, flags } = into;
  const length = Math.min(text.length, MAX_TEXT);
  let count = 0;
  let hash = FNV_START;
  let start = -1;
  let end = 0;
  let opens = OPENS_SENTENCE;
  let anyCharacter = false;

  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) {
      const letter = ascii[code] as number;
      if (letter > 1) {
        if (start < 0) start = i;
        hash = Math.imul(hash ^ letter, FNV_PRIME);
        end = i + 1;
        continue;
      }
      if (letter === 1) continue;
    } else {
      let point = code;
      let kind: number;
      let long: readonly number[] | undefined;
      if (code >= 0xd800 && code <= 0xdfff) {
        const full = text.codePointAt(i) as number;
        if (full > 0xffff) {
          point = full;
          let known = astral.get(point);
          if (known === undefined) {
            if (astral.size >= 4096) astral.clear();
            known = describe(point);
            astral.set(point, known);
          }
          kind = known.kind;
          long = known.fold;
        } else kind = SEPARATOR;
      } else {
        kind = kinds[code] as number;
        if (kind === 0) kind = learn(code);
        if (folded[code] === 0) long = foldedLong.get(code);
      }
      const width = point > 0xffff ? 2 : 1;
      if (kind === INVISIBLE || code === 0x2019 || code === 0x2bc || code === 0x2b9) {
        i += width - 1;
        continue;
      }
      if (kind === MARK && start < 0) {
        // A vowel sign or tone mark belongs to the character before it.
        const last = count - 1;
        if (last >= 0 && (flags[last] as number) & ONE_CHARACTER && ends[last] === i) {
          hashes[last] = mix((hashes[last] as number) ^ Math.imul(code, FNV_PRIME));
          ends[last] = i + 1;
        }
        continue;
      }
      if (kind === LETTER || kind === MARK) {
        if (start < 0) start = i;
        if (long === undefined) hash = Math.imul(hash ^ (folded[code] as number), FNV_PRIME);
        else for (const unit of long) hash = Math.imul(hash ^ unit, FNV_PRIME);
        i += width - 1;
        end = i + 1;
        continue;
      }
      if (kind === CHARACTER) {
        if (start >= 0) {
          if (count === MAX_TOKENS) break;
          hashes[count] = mix(hash);
          starts[count] = start;
          ends[count] = end;
          flags[count++] = opens;
          opens = 0;
          hash = FNV_START;
          start = -1;
        }
        if (count === MAX_TOKENS) break;
        let own = FNV_START;
        if (long === undefined) own = Math.imul(own ^ (folded[code] as number), FNV_PRIME);
        else for (const unit of long) own = Math.imul(own ^ unit, FNV_PRIME);
        hashes[count] = mix(own);
        starts[count] = i;
        i += width - 1;
        ends[count] = i + 1;
        flags[count++] = opens | ONE_CHARACTER;
        opens = 0;
        anyCharacter = true;
        continue;
      }
      i += width - 1;
    }
    if (start >= 0) {
      if (count === MAX_TOKENS) break;
      hashes[count] = mix(hash);
      starts[count] = start;
      ends[count] = end;
      flags[count++] = opens;
      opens = 0;
      hash = FNV_START;
      start = -1;
    }
    if (opens === 0 && endsSentence(text, i, code)) opens = OPENS_SENTENCE;
  }
  if (start >= 0 && count < MAX_TOKENS) {
    hashes[count] = mix(hash);
    starts[count] = start;
    ends[count] = end;
    flags[count++] = opens;
  }
  into.length = count;
  if (anyCharacter) widen(into);
}

/**
 * Lets each one-character token stand for itself and the next two of its sentence, so that three tokens
 * in a row say about as much as three words do in a script with spaces.
 */
function widen({ hashes, flags, length }: TokenBuffer): void {
  for (let i = 0; i < length; i++) {
    if (!((flags[i] as number) & ONE_CHARACTER)) continue;
    let hash = hashes[i] as number;
    // Exactly the flag of a character that opens no sentence.
    for (let next = i + 1; next < i + 3 && next < length && flags[next] === ONE_CHARACTER; next++) {
      hash = Math.imul(hash, 0x9e3779b1) + (hashes[next] as number);
    }
    hashes[i] = mix(hash);
  }
}

const shared = new TokenBuffer();

/** A text's tokens, to keep. See scan(). */
export function tokenise(text: string): Tokens {
  scan(text, shared);
  return {
    length: shared.length,
    hashes: shared.hashes.slice(0, shared.length),
    starts: shared.starts.slice(0, shared.length),
    ends: shared.ends.slice(0, shared.length),
    flags: shared.flags.slice(0, shared.length),
  };
}

/** How many words the token at this place counts for: 1, or less for one character of Chinese and the like. */
export function wordWeight(flag: number): number {
  return flag & ONE_CHARACTER ? WORDS_PER_CHARACTER : 1;
}
