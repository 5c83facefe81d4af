// Understands when something was: "3 hours ago", "hace 2 días", "Joined on December 23, 2025", an ISO time.
// The words are chrono-node's to understand; here is only which languages are tried and what comes out.
import * as de from 'chrono-node/de';
import * as en from 'chrono-node/en';
import * as es from 'chrono-node/es';
import * as fr from 'chrono-node/fr';
import * as pt from 'chrono-node/pt';
import * as ru from 'chrono-node/ru';
import * as uk from 'chrono-node/uk';

/** Longest text that is looked at: no date needs more. */
const MAX_LOOKED_AT = 120;
const languages = [en, es, pt, fr, de, ru, uk];

interface Parsed {
  date: Date;
  has: { day: boolean; hour: boolean; month: boolean };
}

function parse(text: string, reference: string): Parsed | undefined {
  const looked = text.slice(0, MAX_LOOKED_AT).replace(/\s+/g, ' ').trim();
  const now = new Date(reference);
  if (looked === '' || Number.isNaN(now.getTime())) return undefined;
  if (/^\d{4}-\d{2}-\d{2}T/.test(looked)) {
    const date = new Date(looked);
    return Number.isNaN(date.getTime()) ? undefined : { date, has: { day: true, hour: true, month: true } };
  }
  const ago = parseAgo(looked, now);
  if (ago) return ago;
  let best: Parsed | undefined;
  let length = 0;
  for (const { casual } of languages) {
    const [result] = casual.parse(looked, { instant: now, timezone: 0 });
    if (!result || result.text.length <= length || Number.isNaN(result.start.date().getTime())) continue;
    const { start } = result;
    const has = { day: start.isCertain('day'), hour: start.isCertain('hour'), month: start.isCertain('month') };
    best = { date: start.date(), has };
    length = result.text.length;
    // A language that understands most of the words is the one they are in.
    if (length * 2 > looked.length) break;
  }
  return best;
}

const second = 1_000;
const day = 86_400 * second;
const agoUnits: readonly (readonly [RegExp, number])[] = [
  [/^seg/i, second],
  [/^min/i, 60 * second],
  [/^h/i, 3_600 * second],
  [/^d/i, day],
  [/^sem/i, 7 * day],
  [/^m[eê]s/i, 30 * day],
  [/^a[nñ]o/i, 365 * day],
];

/** "hace 3 horas", "há 2 dias": Spanish and Portuguese, which chrono-node does not understand. */
function parseAgo(text: string, now: Date): Parsed | undefined {
  const [, figure, word] = /(?:^|\s)(?:hace|há|faz)\s(\d{1,3}|una?|uma?)\s(\p{L}+)/iu.exec(text) ?? [];
  const unit = agoUnits.find(([name]) => name.test(word ?? ''))?.[1];
  if (figure === undefined || unit === undefined) return undefined;
  const count = /\d/.test(figure) ? Number(figure) : 1;
  return { date: new Date(now.getTime() - count * unit), has: { day: true, hour: unit < day, month: true } };
}

/**
 * Reads a moment in the past.
 *
 * @param said words, or milliseconds since 1970 (seconds where they are too few for milliseconds)
 * @param reference when it was said, ISO 8601
 * @returns ISO 8601 in UTC; midnight where only a day is said; undefined for what is no date or lies more
 *   than a day after the reference
 */
export function parseTime(said: string | number, reference: string): string | undefined {
  const parsed = typeof said === 'number' ? ofNumber(said) : parse(said, reference);
  if (!parsed) return undefined;
  const { date, has } = parsed;
  if (has.day && !has.hour) date.setUTCHours(0, 0, 0, 0);
  const year = date.getUTCFullYear();
  const isLater = date.getTime() > new Date(reference).getTime() + 86_400_000;
  return isLater || year < 1990 || year > 9_999 ? undefined : date.toISOString();
}

function ofNumber(said: number): Parsed | undefined {
  const date = new Date(said < 1e11 ? said * 1000 : said);
  return Number.isNaN(date.getTime()) ? undefined : { date, has: { day: true, hour: true, month: true } };
}

/**
 * Reads a day as far as it is said: "Joined on December 23, 2025" is "2025-12-23", "Apr 2021" is
 * "2021-04", "2019" is "2019".
 */
export function parseDay(said: string, reference: string): string | undefined {
  const year = /^\D*((?:19|20)\d{2})\D*$/.exec(said.slice(0, MAX_LOOKED_AT))?.[1];
  const parsed = parse(said, reference);
  if (!parsed || parsed.date.getTime() > new Date(reference).getTime() + 86_400_000) return year;
  const day = parsed.date.toISOString();
  if (parsed.has.day) return day.slice(0, 10);
  return parsed.has.month ? day.slice(0, 7) : year;
}
