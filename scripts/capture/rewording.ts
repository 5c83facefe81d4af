// Rewrites what a page says. Words of the interface stay where they are the interface's: a button or label
// that has no other words, a label that the site's own patterns know, a unit or month beside its figure, a country
// by itself. All other words, and numbers that are ids, become invented ones of the same length and case.
import { parseCountry } from '../../lib/statements/places.ts';
import { type InterfaceWords, isOfPattern } from './interface-words.ts';
import type { Invention } from './invent.ts';
import { fold, type People } from './people.ts';

interface Token {
  text: string;
  /** Where it begins in the whole text. */
  at: number;
  end: number;
  /** `moment`: a day or time in figures. `markup`: a tag or an entity in a text. */
  kind: 'word' | 'figure' | 'mixed' | 'moment' | 'markup';
  stays: boolean;
}

/** Tags and entities in a text that holds some. */
export const markup =
  /<\/?(?:p|br|b|i|u|em|strong|ul|ol|li|div|span|h[1-6])\s?\/?>|&(?:amp|lt|gt|quot|nbsp|#\d{1,6});/giu;
/** A day or a time of day in figures: "2026-09-08 06:31:27", "2:34pm", "15.09.2026". */
const day = /(?<![\p{L}\d])\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?/u;
const clock = /(?<![\p{L}\d])\d{1,2}:\d{2}(?::\d{2})?(?:[ap]m)?/u;
const shortDay = /(?<![\p{L}\d./-])\d{1,2}(?<between>[./-])\d{1,2}\k<between>\d{2}(?:\d{2})?(?![./-]\d)/u;
const figure = /\d(?:[\d.,'’\u00a0\u202f]*\d)?(?:[km]|st|nd|rd|th|h|d|am|pm)?(?![\p{L}\p{M}\d])/u;
const token = /[\p{L}\p{M}\p{N}]+/u;

const tokenPattern = new RegExp(
  [
    `(?<markup>${markup.source})`,
    `(?<moment>(?:${day.source}|${clock.source}|${shortDay.source})(?![\\p{L}\\d]))`,
    `(?<figure>${figure.source})`,
    token.source,
  ].join('|'),
  'giu',
);

const phone = /(?<![\p{L}\d.,-])\+?\(?\d[\d ()./-]{7,}\d/gu;
const sign = /[$€£₹¥₽₩₴₺₱฿₫₦₪%#]|zł|Kč/u;
/** Longest label, and the beginning of a text that a label may open, in UTF-16 code units. */
const MAX_LABEL = 200;
/** Most words of a button or label. */
const MAX_USUAL = 8;
const MAX_PLACE = 80;
/** From so many words on it is a text, in which a word becomes another one after another word. */
const TEXT_WORDS = 5;

export class Rewording {
  readonly #words: InterfaceWords;
  readonly #invention: Invention;
  readonly #people: People;
  /** What stayed, to show to a person. */
  readonly stayed = new Set<string>();

  constructor(words: InterfaceWords, invention: Invention, people: People) {
    this.#words = words;
    this.#invention = invention;
    this.#people = people;
  }

  /** A text with everything invented: names, steps of addresses. */
  plain(text: string): string {
    return this.#invention.all(text);
  }

  /** One text. */
  text(text: string): string {
    return this.texts([text])[0] ?? '';
  }

  /** Neighbouring texts that a page shows as one, such as a sentence with a link in it. Each stays as long as it is. */
  texts(texts: readonly string[]): string[] {
    const whole = texts.join('');
    const ends: number[] = [];
    const ranges = texts.map((text, n) => {
      const start = ends[n - 1] ?? 0;
      ends.push(start + text.length);
      return tokensIn(text, start);
    });
    const tokens = ranges.flat();
    this.#keep(tokens, whole);
    if (ranges.length > 1) for (const own of ranges) this.#keep(own, whole);
    for (const own of ranges) this.#forget(own);
    this.#forget(tokens);
    const reworded = this.#reworded(tokens, whole);
    return ends.map((end, n) => reworded.slice(ends[n - 1] ?? 0, end));
  }

  /** Marks what stays of a text, or of one part of it. */
  #keep(tokens: readonly Token[], whole: string): void {
    const words = tokens.filter(({ kind }) => kind === 'word');
    const others = tokens.filter(({ kind }) => kind === 'mixed');
    for (const token of tokens) {
      if (token.kind === 'moment' || token.kind === 'markup' || /^(?:https?|www)$/i.test(token.text))
        token.stays = true;
    }
    const isUsual = words.length <= MAX_USUAL && words.every(({ text }) => this.#words.isUsual(text.toLowerCase()));
    if (isUsual && others.length === 0 && !this.#people.texts.has(foldAll(tokens)))
      for (const token of tokens) token.stays = true;
    this.#keepPatterns(tokens, whole);
    this.#keepCountries(tokens, whole);
    this.#keepRuns(tokens, whole);
  }

  /** A name stays nowhere, and neither does an id, whatever else they look like. */
  #forget(tokens: readonly Token[]): void {
    const [first] = tokens;
    if (!first) return;
    if (this.#people.names.has(foldAll(tokens))) {
      for (const token of tokens) if (token.kind === 'word' || token.kind === 'mixed') token.stays = false;
    }
  }

  /** Labels and counts that the site's patterns know: of what matches, the words that the pattern is written with. */
  #keepPatterns(tokens: readonly Token[], whole: string): void {
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (!first || !last) return;
    // Patterns are written for text with single spaces: positions in that text, and where they are in this one.
    const from = lineStart(whole, first.at);
    const { text, places } = squeezed(whole.slice(from, Math.min(last.end + 20, from + MAX_LABEL)), from);
    for (const { pattern, words } of this.#words.patterns) {
      const match = pattern.exec(text);
      if (!match) continue;
      const begin = places[match.index] ?? 0;
      const end = (places[match.index + match[0].length - 1] ?? 0) + 1;
      for (const token of tokens) {
        if (token.at < begin || token.end > end) continue;
        if (token.kind === 'figure' || isOfPattern(token.text.toLowerCase(), words)) token.stays = true;
      }
    }
  }

  /** "Lviv, Ukraine", "United States (2:34 PM)", "Flag of INDIA": a country between commas or brackets, in a short line. */
  #keepCountries(tokens: readonly Token[], whole: string): void {
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (!first || !last || last.end - first.at > MAX_PLACE) return;
    for (const piece of [tokens, ...piecesOf(tokens, whole)]) {
      if (!piece.every(({ text }) => this.#words.isOfCountry(text.toLowerCase()))) continue;
      const [one, other] = [piece[0], piece.at(-1)];
      const said = one && other ? whole.slice(one.at, other.end) : '';
      const isWhole = !said.includes(',') || /^[\p{L} ]+, (?:[\p{L} ]+ of|south|north)$/iu.test(said);
      if (said.length >= 4 && isWhole && parseCountry(said)) for (const token of piece) token.stays = true;
    }
  }

  /** Figures and moments with the units, months and currencies beside them. */
  #keepRuns(tokens: readonly Token[], whole: string): void {
    const isAlone = tokens.every(({ kind }) => kind !== 'word' && kind !== 'mixed');
    for (let from = 0; from < tokens.length; from++) {
      let to = from;
      while (to < tokens.length && this.#isOfRun(tokens, to, from, whole)) to++;
      const next = to;
      while (to > from && this.#isBetween(tokens[to - 1])) to--;
      const run = tokens.slice(from, to);
      const figures = run.filter(({ kind }) => kind === 'figure' || kind === 'moment');
      const units = run.filter((one) => one.kind === 'word' && !this.#isBetween(one));
      const isTold =
        units.length > 0 ||
        (figures.length > 1 && run.length > figures.length) ||
        figures.some((one) => isSigned(one, whole));
      const isAgo = units.some(({ text }) => /^(?:ago|atrás|назад|тому)$/i.test(text));
      if ((figures.length > 0 && (isTold || isAlone)) || isAgo) for (const token of run) token.stays = true;
      if (next > from) from = next - 1;
    }
  }

  #isBetween(token: Token | undefined): boolean {
    return token?.kind === 'word' && this.#words.isBetweenFigures(token.text);
  }

  #isOfRun(tokens: readonly Token[], at: number, from: number, whole: string): boolean {
    const token = tokens[at];
    if (!token || token.kind === 'mixed' || token.kind === 'markup') return false;
    const before = at > from ? tokens[at - 1] : undefined;
    if (before && token.at - before.end > 12) return false;
    return token.kind !== 'word' || this.#words.isBesideFigures(token.text) || isCode(token, whole);
  }

  #reworded(tokens: readonly Token[], whole: string): string {
    const phones = [...whole.matchAll(phone)].filter(([said]) => isPhone(said)).values();
    let dialled = phones.next().value;
    let out = '';
    let done = 0;
    let before = '';
    let line = -1;
    let isText = false;
    for (const [n, token] of tokens.entries()) {
      const between = whole.slice(done, token.at);
      if (n === 0 || /[\n\r]/.test(between)) {
        const end = endOfLine(tokens, n, whole);
        isText =
          tokens.slice(n, end).filter(({ at }) => at === 0 || /\s/.test(whole[at - 1] ?? '')).length >= TEXT_WORDS;
        line = end;
        before = '';
      }
      while (dialled && dialled.index + dialled[0].length < token.end) dialled = phones.next().value;
      const isDialled = dialled !== undefined && token.at >= dialled.index;
      const stays = token.stays && !isDialled && !this.#isId(token, whole);
      out += between;
      if (stays) {
        out += token.text;
        before = '';
        if (token.kind === 'word') this.stayed.add(token.text.toLowerCase());
      } else {
        const isName = this.#people.words.has(token.text.toLowerCase());
        const isOfText = isText && token.kind === 'word' && !isName && !isOfAddress(token, whole);
        out += isOfText
          ? this.#invention.wordAfter(before, token.text, n === line - 1)
          : this.#invention.all(token.text);
        before = token.text.toLowerCase();
      }
      done = token.end;
    }
    return out + whole.slice(done);
  }

  /** A number that is an id, or too long for a figure without its currency or unit. */
  #isId({ kind, text, at, end }: Token, whole: string): boolean {
    if (kind !== 'figure') return false;
    if (this.#people.ids.has(text)) return true;
    return (
      /(?<![.\d])\d{5,}/.test(text) &&
      !/[$€£₹¥₽₩₴₺₱฿₫₦₪]\s?$/.test(whole.slice(Math.max(0, at - 2), at)) &&
      !hasCode(whole, at, end)
    );
  }
}

function tokensIn(text: string, offset: number): Token[] {
  return [...text.matchAll(tokenPattern)].map((match) => {
    const { markup, moment, figure } = match.groups ?? {};
    const said = match[0];
    const kind = markup ? 'markup' : moment ? 'moment' : figure ? 'figure' : /\p{N}/u.test(said) ? 'mixed' : 'word';
    return { text: said, at: offset + match.index, end: offset + match.index + said.length, kind, stays: false };
  });
}

const foldAll = (tokens: readonly Token[]) => tokens.map(({ text }) => fold(text)).join(' ');

/** Tokens between commas, brackets, figures and the like. */
function piecesOf(tokens: readonly Token[], whole: string): Token[][] {
  const pieces: Token[][] = [];
  let before: Token | undefined;
  for (const token of tokens) {
    const isApart =
      !before ||
      token.kind !== 'word' ||
      before.kind !== 'word' ||
      /[,()|·•:;\n/]/.test(whole.slice(before.end, token.at));
    if (isApart) pieces.push([token]);
    else pieces.at(-1)?.push(token);
    before = token;
  }
  return pieces;
}

function squeezed(text: string, offset: number): { text: string; places: number[] } {
  let out = '';
  const places: number[] = [];
  for (let n = 0; n < text.length; n++) {
    const isSpace = /\s/.test(text[n] ?? '');
    if (isSpace && (out === '' || out.endsWith(' '))) continue;
    out += isSpace ? ' ' : text[n];
    places.push(offset + n);
  }
  return { text: out.trimEnd(), places };
}

/** Where the signs before a token begin: "(8 reviews", "@name". */
function lineStart(whole: string, at: number): number {
  let from = at;
  while (from > 0 && !/[\s\p{L}\p{N}]/u.test(whole[from - 1] ?? ' ')) from--;
  return from;
}

function endOfLine(tokens: readonly Token[], from: number, whole: string): number {
  let to = from + 1;
  while (to < tokens.length && !/[\n\r]/.test(whole.slice(tokens[to - 1]?.end, tokens[to]?.at))) to++;
  return to;
}

/** True for a figure beside a sign of currency or per cent. */
function isSigned({ at, end, kind }: Token, whole: string): boolean {
  return kind === 'moment' || sign.test(whole.slice(Math.max(0, at - 2), at)) || sign.test(whole.slice(end, end + 3));
}

/** A currency with its sign: "US" of "US$". */
function isCode({ text, end }: Token, whole: string): boolean {
  return /^[A-Z]{1,2}$/.test(text) && whole[end] === '$';
}

const codes = new Set(Intl.supportedValuesOf('currency'));
function hasCode(whole: string, at: number, end: number): boolean {
  const [, after = ''] = /^\s?([A-Z]{3})\b/.exec(whole.slice(end, end + 5)) ?? [];
  const [, before = ''] = /\b([A-Z]{3})\s?$/.exec(whole.slice(Math.max(0, at - 5), at)) ?? [];
  return codes.has(after) || codes.has(before) || /^\s?[$€£₹¥₽₩₴₺₱฿₫₦₪]/.test(whole.slice(end, end + 2));
}

/** True for a part of an address that stands in a text: "ada@quist.example". */
function isOfAddress({ at, end }: Token, whole: string): boolean {
  return (
    /[\p{L}\p{N}][@/._:]$/u.test(whole.slice(Math.max(0, at - 2), at)) ||
    /^[@/._:][\p{L}\p{N}]/u.test(whole.slice(end, end + 2))
  );
}

function isPhone(said: string): boolean {
  const digits = said.replace(/\D/g, '').length;
  const isMoment = /^\d{4}-\d{2}-\d{2}|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/.test(said);
  const isFigure = /^\d{1,3}(?:[ .]\d{3})+$|^\d+\.\d+$/.test(said);
  const areYears = (said.match(/\d+/g) ?? []).every((digits) => /^(?:(?:19|20)\d{2}|\d{1,2})$/.test(digits));
  return digits >= 9 && !isMoment && !isFigure && !areYears;
}
