// Finds a date in folded words: a day, a month or a year by the calendar, and a time of day beside it.
import { DAY_MS, type Interval, ofAnyZone, readInterval } from '../model/time.ts';
import { endsWith, folded, languages, phrases } from './time-words.ts';

/** A time of day in ms since midnight, the zone's ms ahead of UTC where it is said, and where in the text both stand. */
export interface Clock {
  ms: number;
  zone?: number;
  from: number;
  to: number;
}

const clockPattern =
  /(?<![\d:])(\d{1,2})(?::(\d{2})(?::(\d{2}))?| ?h ?(\d{2}))(?![\d:])(?: ?([ap])\.? ?m\b\.?)?|(?<![\d:])(\d{1,2}) ?([ap])\.?m\b\.?/u;
const zonePattern = /^ ?\(?(?:(utc|gmt|z)(?!\p{L}))? ?(?:([+-])(\d{1,2})(?::?(\d{2}))?)?(?!\d)\)?/u;

export function clockIn(text: string): Clock | undefined {
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

export function atClock(day: number, { ms, zone }: Clock): Interval {
  if (zone === undefined) return ofAnyZone(day + ms);
  return { from: day + ms - zone, to: day + ms - zone };
}

/**
 * The date in a folded text without its time of day: a day, or a month of a year. A day without a year is the last one
 * of its name before the look (ms since 1970).
 */
export function dateIn(text: string, look: number): Interval | undefined {
  const tokens = text.match(/\p{L}+|\d+|[^\s\p{L}\d]/gu) ?? [];
  return numericDate(text, look) ?? fullDate(tokens) ?? dayOfMonth(tokens, look) ?? monthOfYear(tokens);
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
  return readInterval(`${year}-${padded(month)}-${padded(day)}`);
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
function readMonths(): ReadonlyMap<string, number> {
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
}
let months: ReadonlyMap<string, number> | undefined;

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
  if (part === 'month') {
    months ??= readMonths();
    return months.get(token);
  }
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
  return parts && readInterval(`${parts.year}-${String(parts.month).padStart(2, '0')}`);
}

/** A year that stands alone, or after a word that says since when: "2019", "Member since 2019". */
export function yearIn(words: readonly string[]): Interval | undefined {
  const [year, ...more] = words.filter((word) => /\d/.test(word));
  if (year === undefined || more.length > 0 || partOf(year, 'year') === undefined) return undefined;
  const before = words.slice(0, words.indexOf(year));
  const isSince = languages.some(({ since }) => phrases(since).some((phrase) => endsWith(before, phrase)));
  return words.length === 1 || isSince ? readInterval(year) : undefined;
}
