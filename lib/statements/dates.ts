// Understands when something was: "3 hours ago", "hace 2 días", "Joined on December 23, 2025", an ISO time, a number
// of milliseconds. What comes out is an interval that holds the moment wherever the words leave it open, because a
// finding about a person may rest on it: "9 months ago", read on 2026-11-27, is 2026-02/2026-03 (see model/ago.ts).
// A day that is named ("yesterday", "Sep 3") is a day of the page's calendar and is written as the UTC day of that
// date. A time of day whose zone is not said may be any zone's: it lies from 14 hours before, were it UTC's, to 12 after.
import { type Amount, fewSecondsAgo, justNow, lastPeriod, timeAgo, type Unit, units } from '../model/ago.ts';
import {
  AHEAD_MS,
  DAY_MS,
  dayOrMoment,
  endOf,
  type Interval,
  intervalOf,
  ofAnyZone,
  parseTime,
  startOf,
  type Time,
  writeTime,
} from '../model/time.ts';
import { languages, type TimeWords } from './time-words.ts';

/** Longest stretch of words that is looked at: no date needs more. Of the text only so much is squeezed. */
const MAX_LOOKED_AT = 60;
const MAX_SQUEEZED = 1_000;
/** What happened before marketplaces were on the web is a misreading. */
const EARLIEST = Date.UTC(1990, 0, 1);
/** What is planned further ahead is a misreading too. */
const LATEST = Date.UTC(2100, 0, 1);

/**
 * Reads when something was.
 *
 * @param said words, an ISO time, or a number: milliseconds since 1970, or seconds where they are too few for those
 * @param seenAt when it was read, ISO 8601: relative words count from there
 * @returns the interval that holds the moment, of which no part is later than the look as far as words go; undefined
 *   for what is no date, or lies before 1990 or more than a day after the look. Takes time in proportion to the length.
 */
export function parseWhen(said: string | number, seenAt: string): Time | undefined {
  const look = Date.parse(seenAt);
  const interval = intervalIn(said, look);
  return interval && settle(interval, look);
}

/**
 * Reads when something ends that may go on after the look, such as a course of study.
 *
 * @returns as parseWhen, but up to the year 2100
 */
export function parseEnd(said: string | number, seenAt: string): Time | undefined {
  const interval = intervalIn(said, Date.parse(seenAt));
  return interval && interval.from >= EARLIEST && interval.to < LATEST ? writeTime(interval) : undefined;
}

function intervalIn(said: string | number, look: number): Interval | undefined {
  if (Number.isNaN(look)) return undefined;
  if (typeof said === 'number') return dayOrMoment(Math.round(said < 1e11 ? said * 1_000 : said));
  const words = squeezed(said);
  return words === '' ? undefined : (isoTime(words) ?? timeIn(folded(words), look));
}

/** The words at the beginning of a text; a word or figure that is cut is none. */
function squeezed(text: string): string {
  const whole = text.slice(0, MAX_SQUEEZED).replace(/\s+/g, ' ').trim();
  return whole.length <= MAX_LOOKED_AT ? whole : whole.slice(0, Math.max(0, whole.lastIndexOf(' ', MAX_LOOKED_AT)));
}

/** Without case and accents: "Há" is "ha". */
function folded(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** Ends at the look what goes on after it, and refuses what cannot have been seen then. */
function settle({ from, to }: Interval, look: number): Time | undefined {
  if (!(from >= EARLIEST && from <= look + DAY_MS)) return undefined;
  // Two clocks that differ by less than a day.
  if (from === to) return writeTime({ from, to });
  const isWholeDays = startOf(from, 'day') === from && endOf(to, 'day') === to;
  const end = Math.min(to, isWholeDays ? endOf(look, 'day') : look);
  if (from <= end) return writeTime({ from, to: end });
  // A day that has begun on the page's calendar and not yet in UTC.
  return isWholeDays ? writeTime({ from: from - AHEAD_MS, to: look }) : undefined;
}

const isoPattern = /^(\d{4}-\d{2}-\d{2})[t ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(z|[+-]\d{2}:?\d{2})?$/i;

/** A machine's time. One at midnight to the second is a day: that is how dates are written where times are asked for. */
function isoTime(text: string): Interval | undefined {
  const [, day = '', clock, zone] = isoPattern.exec(text) ?? [];
  if (clock === undefined) return ends(text);
  if (/^00:00(?::00(?:\.0+)?)?$/.test(clock)) return ends(day);
  const local = ends(`${day}T${clock}${zone?.toUpperCase() ?? 'Z'}`);
  return local && zone === undefined ? ofAnyZone(local.from) : local;
}

function ends(written: string): Interval | undefined {
  const time = parseTime(written);
  return time === undefined ? undefined : intervalOf(time);
}

function timeIn(text: string, look: number): Interval | undefined {
  const clock = clockIn(text);
  const rest = clock ? `${text.slice(0, clock.from)} ${text.slice(clock.to)}` : text;
  const tokens = rest.match(/\p{L}+|\d+|[^\s\p{L}\d]/gu) ?? [];
  // "1.5" is one figure, and "2 h 30 min" no time of day.
  const words = text.match(/\p{L}+|\d+(?:[.,]\d+)*|\+/gu) ?? [];
  const dated = numericDate(rest, look) ?? fullDate(tokens) ?? dayOfMonth(tokens, look);
  if (dated && clock && dated.to - dated.from < DAY_MS) return atClock(dated.from, clock);
  if (dated) return dated;
  for (const language of languages) {
    const past = agoIn(words, language, look);
    if (past) return past;
    const day = namedDay(words, language, look);
    if (day !== undefined) return clock ? atClock(day, clock) : { from: day, to: endOf(day, 'day') };
    const period = lastOf(words, language, look);
    if (period) return period;
  }
  return monthOfYear(tokens) ?? (clock ? undefined : yearIn(words));
}

/** A time of day in ms since midnight, the zone's ms ahead of UTC where it is said, and where in the text both stand. */
interface Clock {
  ms: number;
  zone?: number;
  from: number;
  to: number;
}

const clockPattern =
  /(?<![\d:])(\d{1,2})(?::(\d{2})(?::(\d{2}))?| ?h ?(\d{2}))(?![\d:])(?: ?([ap])\.? ?m\b\.?)?|(?<![\d:])(\d{1,2}) ?([ap])\.?m\b\.?/u;
const zonePattern = /^ ?\(?(?:(utc|gmt|z)(?!\p{L}))? ?(?:([+-])(\d{1,2})(?::?(\d{2}))?)?(?!\d)\)?/u;

function clockIn(text: string): Clock | undefined {
  const match = clockPattern.exec(text);
  if (!match) return undefined;
  const [all, hours, minutes, seconds = '0', french, half, bareHours, bareHalf] = match;
  const [hour, minute] = [Number(hours ?? bareHours), Number(minutes ?? french ?? 0)];
  const noon = half ?? bareHalf;
  if (hour > (noon ? 12 : 23) || minute > 59 || Number(seconds) > 59) return undefined;
  const ofDay = noon ? (hour % 12) + (noon === 'p' ? 12 : 0) : hour;
  const from = match.index;
  const end = from + all.length;
  const [zoned = '', name, sign, ahead = '0', more = '0'] = zonePattern.exec(text.slice(end, end + 16)) ?? [];
  const isZone = name !== undefined || (sign !== undefined && /\d{2}:?\d{2}/.test(zoned));
  const zone = (sign === '-' ? -1 : 1) * (Number(ahead) * 60 + Number(more)) * 60_000;
  return {
    ms: ((ofDay * 60 + minute) * 60 + Number(seconds)) * 1_000,
    from,
    to: isZone ? end + zoned.length : end,
    ...(isZone && { zone }),
  };
}

function atClock(day: number, { ms, zone }: Clock): Interval {
  if (zone === undefined) return ofAnyZone(day + ms);
  return { from: day + ms - zone, to: day + ms - zone };
}

/** "8.9.2026", "2026/9/8". Where a day and a month may be either, from the earlier of both to the later. */
function numericDate(text: string, look: number): Interval | undefined {
  const [, year, , month = '', day = ''] = /(?<!\d)(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text) ?? [];
  if (year !== undefined) return dayOf(Number(year), Number(month), Number(day));
  const [, a, separator, b, of] = /(?<!\d)(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?!\d)/.exec(text) ?? [];
  if (a === undefined) return undefined;
  const dayFirst = dayOf(Number(of), Number(b), Number(a));
  if (separator === '.') return dayFirst;
  const both = [dayFirst, dayOf(Number(of), Number(a), Number(b))].filter(
    (one): one is Interval => one !== undefined && one.from <= look + DAY_MS,
  );
  return both.length > 0
    ? { from: Math.min(...both.map(({ from }) => from)), to: Math.max(...both.map(({ to }) => to)) }
    : undefined;
}

function dayOf(year: number, month: number, day: number): Interval | undefined {
  const padded = (figure: number) => String(figure).padStart(2, '0');
  return ends(`${year}-${padded(month)}-${padded(day)}`);
}

/** What may stand between the parts of a date: "3rd of March, 2026", "3 de março de 2026", "12 мая 2026 г.". */
const between = new Set([
  ',',
  '.',
  '-',
  '/',
  "'",
  '’',
  'st',
  'nd',
  'rd',
  'th',
  'er',
  'º',
  'го',
  'of',
  'de',
  'del',
  'the',
]);

/** The words of the months and every beginning of three letters that stands for one month only. */
const months = ((): ReadonlyMap<string, number> => {
  const found = new Map<string, Set<number>>();
  for (const language of languages) {
    for (const [i, forms] of language.months.entries()) {
      for (const form of forms.map(folded)) {
        for (let end = Math.min(3, form.length); end <= form.length; end++) {
          const word = form.slice(0, end);
          found.set(word, (found.get(word) ?? new Set()).add(i + 1));
        }
      }
    }
  }
  return new Map([...found].flatMap(([word, meant]) => (meant.size === 1 ? [[word, [...meant][0] as number]] : [])));
})();

type Part = 'day' | 'month' | 'year';

/** The numbers of the parts of a date that follow each other in this order; what stands around them does not matter. */
function partsIn(tokens: readonly string[], order: readonly Part[]): Record<Part, number> | undefined {
  for (let begin = 0; begin < tokens.length; begin++) {
    const parts = { day: 1, month: 1, year: 0 };
    let at = begin;
    for (const part of order) {
      while (at > begin && between.has(tokens[at] ?? '')) at++;
      const value = partOf(tokens[at] ?? '', part);
      if (value === undefined) break;
      parts[part] = value;
      if (part === order.at(-1)) return parts;
      at++;
    }
  }
  return undefined;
}

function partOf(token: string, part: Part): number | undefined {
  if (part === 'month') return months.get(token);
  return (part === 'day' ? /^\d{1,2}$/ : /^(?:19|20)\d{2}$/).test(token) ? Number(token) : undefined;
}

function fullDate(tokens: readonly string[]): Interval | undefined {
  for (const order of [
    ['day', 'month', 'year'],
    ['month', 'day', 'year'],
    ['year', 'month', 'day'],
  ] as const) {
    const parts = partsIn(tokens, order);
    if (parts) return dayOf(parts.year, parts.month, parts.day);
  }
  return undefined;
}

/** "8 September", "Sep 8": the last one before the look, where no other figure stands beside it. */
function dayOfMonth(tokens: readonly string[], look: number): Interval | undefined {
  if (tokens.filter((token) => /\d/.test(token)).length !== 1) return undefined;
  const parts = partsIn(tokens, ['day', 'month']) ?? partsIn(tokens, ['month', 'day']);
  if (!parts) return undefined;
  const year = new Date(look + DAY_MS).getUTCFullYear();
  const days = [dayOf(year, parts.month, parts.day), dayOf(year - 1, parts.month, parts.day)];
  return days.find((day) => day !== undefined && day.from <= look + DAY_MS);
}

function monthOfYear(tokens: readonly string[]): Interval | undefined {
  const parts = partsIn(tokens, ['month', 'year']);
  return parts && ends(`${parts.year}-${String(parts.month).padStart(2, '0')}`);
}

/** A year that stands alone, or after a word that says since when: "2019", "Member since 2019". */
function yearIn(words: readonly string[]): Interval | undefined {
  const [year, ...more] = words.filter((word) => /\d/.test(word));
  if (year === undefined || more.length > 0 || partOf(year, 'year') === undefined) return undefined;
  const before = words.slice(0, words.indexOf(year));
  const isSince = languages.some(({ since }) => phrases(since).some((phrase) => endsWith(before, phrase)));
  return words.length === 1 || isSince ? ends(year) : undefined;
}

const phraseCache = new WeakMap<readonly string[], string[][]>();

/** Phrases of a language as the words of a folded text. */
function phrases(of: readonly string[]): readonly (readonly string[])[] {
  const known = phraseCache.get(of) ?? of.map((phrase) => folded(phrase).split(' '));
  phraseCache.set(of, known);
  return known;
}

const endsWith = (words: readonly string[], phrase: readonly string[]) =>
  phrase.length <= words.length && phrase.every((word, i) => words[words.length - phrase.length + i] === word);

/** The place after the first of these phrases that the words hold; undefined where they hold none. */
function after(words: readonly string[], of: readonly string[]): number | undefined {
  for (const phrase of phrases(of)) {
    const at = words.findIndex((_, i) => phrase.every((word, j) => words[i + j] === word));
    if (at >= 0) return at + phrase.length;
  }
  return undefined;
}

function namedDay(words: readonly string[], language: TimeWords, look: number): number | undefined {
  const today = startOf(look, 'day');
  if (after(words, language.dayBefore) !== undefined) return today - 2 * DAY_MS;
  if (after(words, language.yesterday) !== undefined) return today - DAY_MS;
  return after(words, language.today) === undefined ? undefined : today;
}

function lastOf(words: readonly string[], language: TimeWords, look: number): Interval | undefined {
  for (const [unit, said] of [
    ['week', language.lastWeek],
    ['month', language.lastMonth],
    ['year', language.lastYear],
  ] as const) {
    if (after(words, said) !== undefined) return lastPeriod(unit, look);
  }
  return undefined;
}

const unitTables = new WeakMap<TimeWords, ReadonlyMap<string, Unit>>();

function unitsOf(language: TimeWords): ReadonlyMap<string, Unit> {
  const known =
    unitTables.get(language) ??
    new Map(units.flatMap((unit) => language.units[unit].map((word) => [folded(word), unit] as const)));
  unitTables.set(language, known);
  return known;
}

/** "3 hours ago", "hace 2 días", "1 час 40 минут назад", "год назад". */
function agoIn(words: readonly string[], language: TimeWords, look: number): Interval | undefined {
  if (phrases(language.now).some((phrase) => phrase.length === words.length && endsWith(words, phrase))) {
    return justNow(look);
  }
  const behind = after(words, language.before);
  const isBehind = behind !== undefined;
  const end = isBehind ? undefined : after(words, language.after);
  if (!isBehind && end === undefined) return undefined;
  // Words such as "about" or "más de" may stand before the figure; after the figures nothing is looked at.
  const said = isBehind ? words.slice(behind) : words.slice(0, (end as number) - 1);
  const isLess = after(said, language.less) !== undefined;
  const amounts = isBehind ? amountsFrom(said, language) : amountsBefore(said, language);
  if (!amounts) return undefined;
  if (amounts === 'few') return fewSecondsAgo(look);
  const past = timeAgo(amounts, look);
  return isLess ? { from: past.from, to: endOf(look, 'day') } : past;
}

/** How many words may stand between "hace" and the figure: "hace más de un año". */
const MAX_WORDS_BEFORE = 3;

/** The amounts that begin at one of the first words. */
function amountsFrom(words: readonly string[], language: TimeWords): Amount[] | 'few' | undefined {
  for (let begin = 0; begin <= MAX_WORDS_BEFORE; begin++) {
    const amount = amountAt(words, begin, language);
    if (amount === 'few') return amount;
    if (!amount) continue;
    const amounts = [amount];
    for (let at = begin + 2; ; at += 2) {
      const more = amountAt(words, at, language) ?? amountAt(words, ++at, language);
      if (!more || more === 'few') return amounts;
      amounts.push(more);
    }
  }
  return undefined;
}

/** The amounts that end with the last word. */
function amountsBefore(words: readonly string[], language: TimeWords): Amount[] | 'few' | undefined {
  const amounts: Amount[] = [];
  for (let at = words.length - 2; at >= -1; at -= 2) {
    const amount = amountAt(words, at, language) ?? (amounts.length > 0 ? amountAt(words, --at, language) : undefined);
    if (amount === 'few') return amounts.length === 0 ? amount : amounts;
    if (amount) {
      amounts.unshift(amount);
      continue;
    }
    if (amounts.length > 0) return amounts;
    // "Год назад" is one year; "30+ days ago" has no end.
    const unit = units.find((one) => folded(language.units[one][0] ?? '') === words[at + 1]);
    return unit === undefined || /^[\d+]/.test(words[at] ?? '') ? undefined : [{ count: 1, unit }];
  }
  return amounts.length > 0 ? amounts : undefined;
}

/** The figure at a place with the unit after it. */
function amountAt(words: readonly string[], at: number, language: TimeWords): Amount | 'few' | undefined {
  const unit = unitsOf(language).get(words[at + 1] ?? '');
  const figure = words[at] ?? '';
  if (unit === undefined) return undefined;
  if (/^\d{1,3}$/.test(figure)) return { count: Number(figure), unit };
  if (phrases(language.one).some(([word]) => word === figure)) return { count: 1, unit };
  return unit === 'second' && phrases(language.few).some(([word]) => word === figure) ? 'few' : undefined;
}
