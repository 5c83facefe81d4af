// Cuts a text into words for the search for requests: which word stands where, in which sentence and clause, inside
// quotation marks or not; addresses, handles, telephone numbers and wallets are words of a kind. Linear in the text.
import { walletOf } from '../contacts/wallets.ts';
import { fold } from './fold.ts';
import {
  classOf,
  DIGIT,
  endsSentence,
  HOST_ENDS,
  IDEOGRAPH,
  isApostrophe,
  isCurrency,
  isCyrillic,
  isIdeograph,
  LETTER,
  mayEndSentence,
  SPACE,
  SPELT_SIGNS,
  standsForLetter,
  unitOf,
} from './signs.ts';

export type TokenKind =
  | 'word'
  | 'number'
  | 'percent'
  | 'money'
  | 'mail'
  | 'link'
  | 'invite'
  | 'handle'
  | 'phone'
  | 'wallet'
  | 'colon';

export interface Token {
  /** Folded; of a run of single letters the word that they make. */
  text: string;
  kind: TokenKind;
  /** Where it stands in the text, UTF-16 code units. */
  from: number;
  to: number;
  sentence: number;
  clause: number;
  /** Inside quotation marks that hold several words. */
  isQuoted: boolean;
  /** Joined to the next one by a hyphen. */
  isJoined: boolean;
  /** Written with a capital letter and small ones after it, not at the beginning of a sentence. */
  isName: boolean;
}

const CLAUSE_ENDS = new Set([',', ';', '—', '–', '(', ')', '،', '，', '；', '、']);
const OPENING_QUOTES = new Set(['"', '“', '«', '„', '「', '『']);
const CLOSING_QUOTES = new Set(['"', '”', '»', '“', '」', '』']);
/** Quotation marks with more between them are of two quotations. Words. */
const MAX_QUOTED = 60;
const MAX_WORD = 60;

// Each looks at a bounded stretch only.
const LEET = /[\p{L}\p{N}_]{1,20}(?:[@$€£][\p{L}\p{N}_]{1,20}){1,4}/uy;
const MAIL = /[a-z0-9][a-z0-9._+-]{0,60}@[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,30}){1,4}/y;
const LINK = new RegExp(
  String.raw`https?:\/\/[^\s<>"]{1,500}|www\.[^\s<>"]{1,500}|(?:[a-z0-9-]{1,40}\.){1,4}(?:${HOST_ENDS.join('|')})(?![a-z0-9])(?:\/[^\s<>"]{0,500})?`,
  'y',
);
const INVITE =
  /(?:^|\/\/|\.)(?:t\.me|telegram\.me|wa\.me|wa\.link|discord\.gg|chat\.|join\.|signal\.me|m\.me)|\/(?:invite|join|joinchat|add)\b/;
const HANDLE = /@[a-z0-9_][a-z0-9_.]{2,40}|live:[a-z0-9._]{2,40}/y;
const PHONE = /\+?\(?\d[\d\s().\-/]{6,24}\d/y;
const SPELT_AT = new RegExp(String.raw`[([{<]\s?(?:${SPELT_SIGNS.join('|')})\s?[)\]}>]`, 'y');
const PERCENT = unitOf('%');
const NUMBER = /\d[\d.,]{0,15}/y;
/** Shapes of addresses of virtual currency; the checksum is looked at only in what has one. */
const WALLET =
  /(?:0x[0-9a-fA-F]{40}|bc1[02-9ac-hj-np-z]{25,71}|T[1-9A-HJ-NP-Za-km-z]{33}|[13][1-9A-HJ-NP-Za-km-z]{25,34})(?![\p{L}\p{N}])/uy;

/** The words of a text. */
export function tokensOf(text: string): Token[] {
  const { folded, at } = fold(text);
  const { length } = folded;
  const tokens: Token[] = [];
  const quotes: number[] = [];
  let sentence = 0;
  let clause = 0;
  /** The sentence of the last token. */
  let begun = -1;
  const add = (kind: TokenKind, from: number, to: number, word = folded.slice(from, to)) => {
    const isName = kind === 'word' && begun === sentence && isCapital(text, at[from] as number);
    begun = sentence;
    tokens.push({
      text: word,
      kind,
      from: at[from] as number,
      to: (at[to - 1] as number) + 1,
      sentence,
      clause,
      isQuoted: false,
      isJoined: false,
      isName,
    });
    return to;
  };
  const matchAt = (pattern: RegExp, i: number): number => {
    pattern.lastIndex = i;
    return pattern.test(folded) ? pattern.lastIndex : -1;
  };
  let i = 0;
  while (i < length) {
    const unit = folded.charCodeAt(i);
    const kind = classOf(unit);
    if (kind === SPACE) {
      i++;
      continue;
    }
    if (kind === IDEOGRAPH) {
      i = add('word', i, i + 1);
      continue;
    }
    if (kind === LETTER || kind === DIGIT) {
      let end = i + 1;
      let isWord = kind === LETTER;
      let hasLetter = kind === LETTER;
      while (end < length) {
        const next = classOf(folded.charCodeAt(end));
        if (next === DIGIT) isWord = false;
        else if (next === LETTER) hasLetter = true;
        else break;
        end++;
      }
      const next = folded[end];
      if (isWord && (next === ' ' || next === undefined || next === ',' || next === '\n')) {
        i = add('word', i, end);
        continue;
      }
      i = special(i, end, hasLetter);
      continue;
    }
    i = sign(i);
  }
  markQuotes(tokens, quotes);
  return joinLetters(tokens, text);

  /** What begins with a letter or digit and is not simply a word. */
  function special(from: number, end: number, hasLetter: boolean): number {
    const wallet = walletAt(from, end);
    if (wallet > 0) return add('wallet', from, wallet);
    const next = folded[end];
    if (next === '@' || next === '.' || next === '-' || next === '+' || next === ':') {
      const mail = matchAt(MAIL, from);
      if (mail > 0) return add('mail', from, mail);
      const link = matchAt(LINK, from);
      if (link > 0) return add(INVITE.test(folded.slice(from, link)) ? 'invite' : 'link', from, link);
      const live = next === ':' ? matchAt(HANDLE, from) : -1;
      if (live > 0) return add('handle', from, live);
    }
    if (!hasLetter) {
      const phone = phoneAt(from);
      if (phone > 0) return add('phone', from, phone);
      const number = matchAt(NUMBER, from);
      const after = folded.charCodeAt(folded[number] === ' ' ? number + 1 : number);
      if (after === PERCENT) return add('percent', from, number);
      return add(isCurrency(after) || isCurrency(folded.charCodeAt(from - 1)) ? 'money' : 'number', from, number);
    }
    if (standsForLetter(folded.charCodeAt(end))) {
      const leet = matchAt(LEET, from);
      if (leet > 0) return add('word', from, leet);
    }
    if (isApostrophe(folded.charCodeAt(end))) return contraction(from, end);
    add('word', from, Math.min(end, from + MAX_WORD));
    if (next === '-' && classOf(folded.charCodeAt(end + 1)) === LETTER) (tokens.at(-1) as Token).isJoined = true;
    return end;
  }

  /** "don't" is one word, "зв'язок" as well; elsewhere an apostrophe parts words. */
  function contraction(from: number, end: number): number {
    let to = end + 1;
    while (to < length && to - from < MAX_WORD && classOf(folded.charCodeAt(to)) === LETTER) to++;
    const [head, tail] = [folded.slice(from, end), folded.slice(end + 1, to)];
    if (
      (tail === 't' && head.endsWith('n')) ||
      (isCyrillic(head.charCodeAt(head.length - 1)) && isCyrillic(tail.charCodeAt(0)))
    )
      return add('word', from, to, head + tail);
    add('word', from, end);
    return end + 1;
  }

  function walletAt(from: number, end: number): number {
    if (end - from < 26 || end - from > 80) return -1;
    // Letters have lost their size in the folded text.
    const start = at[from] as number;
    WALLET.lastIndex = start;
    const last = (at[end - 1] as number) + 1;
    return WALLET.test(text) && WALLET.lastIndex === last && walletOf(text.slice(start, last)) ? end : -1;
  }

  function phoneAt(from: number): number {
    const to = matchAt(PHONE, from);
    if (to < 0) return -1;
    const written = folded.slice(from, to);
    const digits = written.replace(/\D/g, '').length;
    const isPlus = written.startsWith('+') || folded[from - 1] === '+';
    if (digits > 15 || digits < 8 || written.includes('\n')) return -1;
    if (/^(?:19|20)\d\d[-./]\d\d?[-./]|^\d\d?[-./]\d\d?[-./](?:19|20)?\d\d/.test(written)) return -1;
    return isPlus || digits >= 10 || (digits >= 9 && /[\s()-]/.test(written)) ? to : -1;
  }

  function sign(from: number): number {
    const character = folded[from] as string;
    if (character === '@') {
      const handle = matchAt(HANDLE, from);
      if (handle > 0) return add('handle', from, handle);
    }
    if (character === '+' || character === '(') {
      const phone = phoneAt(from);
      if (phone > 0) return add('phone', from, phone);
    }
    const spelt = matchAt(SPELT_AT, from);
    if (spelt > 0) return add('handle', from, spelt);
    if (CLOSING_QUOTES.has(character) || OPENING_QUOTES.has(character)) quotes.push(tokens.length);
    if (character === ':') {
      add('colon', from, from + 1);
      clause++;
    } else if (mayEndSentence(folded.charCodeAt(from))) {
      if (endsSentence(folded.charCodeAt(from), folded.charCodeAt(from + 1), from + 1 < length)) {
        sentence++;
        clause++;
      }
    } else if (CLAUSE_ENDS.has(character) || (character === '-' && folded[from + 1] === ' ')) clause++;
    return from + 1;
  }
}

/** "Igor", and neither "HTML" nor "igor". */
function isCapital(text: string, at: number): boolean {
  const [unit, next] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a && ((next >= 0x61 && next <= 0x7a) || next >= 0xdf);
  // Latin, Greek and Cyrillic have capitals.
  if (unit < 0xc0 || unit > 0x52f) return false;
  const [first, second] = [text[at] as string, text[at + 1] ?? ''];
  return first !== first.toLowerCase() && second !== second.toUpperCase();
}

/** Words between two quotation marks, where there are several. */
function markQuotes(tokens: Token[], quotes: readonly number[]): void {
  for (let q = 0; q + 1 < quotes.length; q++) {
    const [from, to] = [quotes[q] as number, quotes[q + 1] as number];
    if (to - from > MAX_QUOTED) continue;
    if (to - from > 2) for (let i = from; i < to; i++) (tokens[i] as Token).isQuoted = true;
    q++;
  }
}

/** "s k y p e" is one word: three single letters or more in a row, each parted from the next by one sign. */
function joinLetters(tokens: Token[], text: string): Token[] {
  const isLetter = (token: Token | undefined) =>
    token?.kind === 'word' && token.text.length === 1 && !isIdeograph(token.text.charCodeAt(0));
  const isNext = (i: number) => {
    const [one, next] = [tokens[i], tokens[i + 1]];
    return one && next && isLetter(next) && next.from - one.to === 1 && ' .-_*'.includes(text[one.to] as string);
  };
  let n = 0;
  for (let i = 0; i < tokens.length; ) {
    const first = tokens[i] as Token;
    let end = i;
    if (isLetter(first)) {
      end++;
      while (end - i < MAX_WORD && isNext(end - 1)) end++;
    }
    if (end - i >= 3) {
      const run = tokens.slice(i, end);
      tokens[n++] = { ...first, text: run.map(({ text }) => text).join(''), to: (run.at(-1) as Token).to };
      i = end;
    } else {
      tokens[n++] = first;
      i++;
    }
  }
  tokens.length = n;
  return tokens;
}
