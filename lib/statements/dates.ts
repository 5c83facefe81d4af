// Understands when something was: "3 hours ago", "hace 2 días", "Joined on December 23, 2025", an ISO time, a number
// of milliseconds. What comes out is an interval that holds the moment wherever the words leave it open, because a
// finding about a person may rest on it: "9 months ago", read on 2026-11-27, is 2026-02/2026-03 (see model/ago.ts).
// A day that is named ("yesterday", "Sep 3") is a day of the page's calendar and is written as the UTC day of that
// date. A time of day whose zone is not said may be any zone's: it lies from 14 hours before, were it UTC's, to 12 after.
import {
  AHEAD_MS,
  DAY_MS,
  dayOrMoment,
  endOf,
  type Interval,
  ofAnyZone,
  readInterval,
  startOf,
  type Time,
  writeTime,
} from '../model/time.ts';
import { atClock, clockIn, dateIn, yearIn } from './calendar.ts';
import { relativeIn } from './relative.ts';
import { folded, wordsOf } from './time-words.ts';

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
  // "2026年3月5日"
  const words = squeezed(said).replace(/(\d{4})年(\d{1,2})月(\d{1,2})日/, (_, year, month, day) =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  );
  return words === '' ? undefined : (isoTime(words) ?? timeIn(folded(words), look));
}

/** The words at the beginning of a text; a word or figure that is cut is none. */
function squeezed(text: string): string {
  const whole = text.slice(0, MAX_SQUEEZED).replace(/\s+/g, ' ').trim();
  return whole.length <= MAX_LOOKED_AT ? whole : whole.slice(0, Math.max(0, whole.lastIndexOf(' ', MAX_LOOKED_AT)));
}

/** Ends at the look what goes on after it, and refuses what cannot have been seen then. */
function settle({ from, to }: Interval, look: number): Time | undefined {
  if (!(from >= EARLIEST && from <= look + DAY_MS)) return undefined;
  // Two clocks that differ by less than a day.
  if (from === to) return writeTime({ from, to });
  const isWholeDays = startOf(from, 'day') === from && endOf(to, 'day') === to;
  const end = Math.min(to, isWholeDays ? endOf(look, 'day') : look);
  if (from <= end) return writeTime({ from, to: end });
  // A day that has begun on the page's calendar and not yet in UTC; one that has begun nowhere is none.
  return isWholeDays && from - AHEAD_MS <= look ? writeTime({ from: from - AHEAD_MS, to: look }) : undefined;
}

const isoPattern = /^(\d{4}-\d{2}-\d{2})[t ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(z|[+-]\d{2}:?\d{2})?$/i;

/** A machine's time. One at midnight to the second is a day: that is how dates are written where times are asked for. */
function isoTime(text: string): Interval | undefined {
  const [, day = '', clock, zone] = isoPattern.exec(text) ?? [];
  if (clock === undefined) return readInterval(text);
  if (/^00:00(?::00(?:\.0+)?)?$/.test(clock)) return readInterval(day);
  const local = readInterval(`${day}T${clock}${zone?.toUpperCase() ?? 'Z'}`);
  return local && zone === undefined ? ofAnyZone(local.from) : local;
}

/** What words say that are folded (see time-words.ts). */
function timeIn(text: string, look: number): Interval | undefined {
  const clock = clockIn(text);
  const words = wordsOf(text);
  const date = dateIn(clock ? `${text.slice(0, clock.from)} ${text.slice(clock.to)}` : text, look);
  const time = date ?? relativeIn(words, look) ?? (clock ? undefined : yearIn(words));
  // "2 days ago at 10:00" is known to the day, and a time of day is of a day.
  const isDay = time !== undefined && endOf(time.from, 'day') === time.to;
  return clock && isDay ? atClock(time.from, clock) : time;
}
