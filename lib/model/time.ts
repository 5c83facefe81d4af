// A time is an interval: pages say "9 months ago" or "March 2026", and a finding about a person may say no
// more than that. It is written as ISO 8601: a moment `2026-03-01T10:00:00Z`, a day `2026-03-01`, a month
// `2026-03`, a year `2026`, or `from/to` with any of these on both sides. Whoever uses a time uses its ends.

/** A time as written, in its canonical form: see {@link parseTime}. */
export type Time = string;

/** The ends of a time in milliseconds since 1970 UTC, both inside it; equal for a moment. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Shortest way to say how precisely a time is known. */
export type Precision = 'moment' | 'day' | 'month' | 'year' | 'span';

export const DAY_MS = 86_400_000;

const part =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2}))?)?)?$/;
/** The years that four figures write. */
const FIRST = utc(0, 0, 1);
const LAST = utc(10_000, 0, 1) - 1;
/** No time that is written is longer: two moments with fractions and offsets. */
const MAX_LENGTH = 80;

/**
 * Parses and rewrites a time into its canonical form: UTC, the coarsest unit that says the same.
 *
 * @returns undefined for what is no time, or one whose end comes before its beginning
 */
export function parseTime(text: string): Time | undefined {
  const interval = readInterval(text);
  return interval && writeTime(interval);
}

/**
 * The ends of a time.
 *
 * @throws RangeError for what is no time: what comes from outside goes through {@link parseTime} first
 */
export function intervalOf(time: Time): Interval {
  const interval = readInterval(time);
  if (!interval) throw new RangeError('not a time');
  return interval;
}

/** The ends of what may be a time; undefined where it is none. */
export function readInterval(text: string): Interval | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const slash = text.indexOf('/');
  if (slash < 0) return readPart(text);
  const from = readPart(text.slice(0, slash));
  const to = readPart(text.slice(slash + 1));
  return from && to && from.from <= to.to ? { from: from.from, to: to.to } : undefined;
}

function readPart(text: string): Interval | undefined {
  const match = part.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second = '00', fraction = '', offset = 'Z'] = match;
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)];
  if (m > 11 || m < 0) return undefined;
  if (day !== undefined && new Date(utc(y, m, d)).getUTCDate() !== d) return undefined;
  if (month === undefined) return { from: utc(y, 0, 1), to: utc(y + 1, 0, 1) - 1 };
  if (day === undefined) return { from: utc(y, m, 1), to: utc(y, m + 1, 1) - 1 };
  if (hour === undefined) return { from: utc(y, m, d), to: utc(y, m, d) + DAY_MS - 1 };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const moment =
    utc(y, m, d) +
    (Number(hour) * 60 + Number(minute)) * 60_000 +
    Number(second) * 1_000 +
    Number(fraction.padEnd(3, '0').slice(0, 3)) -
    offsetMs(offset);
  // An offset may lead out of the years that can be written.
  return moment < FIRST || moment > LAST ? undefined : { from: moment, to: moment };
}

/** `Date.UTC` takes the years 0 to 99 for those of the last century. */
function utc(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime();
}

function offsetMs(offset: string): number {
  if (offset === 'Z') return 0;
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** Writes ends as a time in its canonical form. The ends are ms since 1970, in the years 0 to 9999. */
export function writeTime({ from, to }: Interval): Time {
  if (from === to) return writeMoment(from);
  for (const unit of ['year', 'month', 'day'] as const) {
    if (startOf(from, unit) !== from || endOf(to, unit) !== to) continue;
    const [first, last] = [cut(from, unit), cut(to, unit)];
    return first === last ? first : `${first}/${last}`;
  }
  return `${writeMoment(from)}/${writeMoment(to)}`;
}

/**
 * What a single moment of a page or a file says, ms since 1970: the day where it is midnight UTC to the millisecond,
 * because that is how dates are written where a time is asked for.
 */
export function dayOrMoment(moment: number): Interval {
  return startOf(moment, 'day') === moment ? { from: moment, to: endOf(moment, 'day') } : { from: moment, to: moment };
}

/** How far the clocks of the earth lie ahead of UTC and behind it. */
export const AHEAD_MS = 14 * 3_600_000;
const BEHIND_MS = 12 * 3_600_000;

/** Where a date and time of day lie whose zone is not said: the moment is what they are in UTC, ms since 1970. */
export function ofAnyZone(moment: number): Interval {
  return { from: moment - AHEAD_MS, to: moment + BEHIND_MS };
}

type Unit = 'year' | 'month' | 'day';

/** First millisecond of the day, month or year (UTC) that a moment lies in, as ms since 1970. */
export function startOf(moment: number, unit: Unit): number {
  const date = new Date(moment);
  const month = unit === 'year' ? 0 : date.getUTCMonth();
  return utc(date.getUTCFullYear(), month, unit === 'day' ? date.getUTCDate() : 1);
}

/** Last millisecond of the day, month or year (UTC) that a moment lies in, as ms since 1970. */
export function endOf(moment: number, unit: Unit): number {
  const date = new Date(moment);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === 'year') return utc(year + 1, 0, 1) - 1;
  if (unit === 'month') return utc(year, month + 1, 1) - 1;
  return startOf(moment, 'day') + DAY_MS - 1;
}

const lengths = { year: 4, month: 7, day: 10 } as const;
const cut = (moment: number, unit: Unit) => new Date(moment).toISOString().slice(0, lengths[unit]);
const writeMoment = (moment: number) => new Date(moment).toISOString().replace('.000Z', 'Z');

/** How precisely a time is known. */
export function precisionOf(time: Time): Precision {
  if (time.includes('/')) return 'span';
  return time.length === 4 ? 'year' : time.length === 7 ? 'month' : time.length === 10 ? 'day' : 'moment';
}

/** Milliseconds between the ends: 0 for a moment. */
export function widthOf(time: Time): number {
  const { from, to } = intervalOf(time);
  return to - from;
}

/** True when one moment can lie in both. */
export function overlap(a: Time, b: Time): boolean {
  const [x, y] = [intervalOf(a), intervalOf(b)];
  return x.from <= y.to && y.from <= x.to;
}

/** Milliseconds that lie between the two at least: 0 where they overlap. */
export function gapBetween(a: Time, b: Time): number {
  const [x, y] = [intervalOf(a), intervalOf(b)];
  return Math.max(0, x.from - y.to, y.from - x.to);
}

/** True when every moment of `inner` lies in `outer`. */
export function contains(outer: Time, inner: Time): boolean {
  const [o, i] = [intervalOf(outer), intervalOf(inner)];
  return o.from <= i.from && i.to <= o.to;
}

/** What is known where both hold: the moments they share; undefined where they contradict each other. */
export function intersection(a: Time, b: Time): Time | undefined {
  const [x, y] = [intervalOf(a), intervalOf(b)];
  const [from, to] = [Math.max(x.from, y.from), Math.min(x.to, y.to)];
  return from <= to ? writeTime({ from, to }) : undefined;
}

/** The shortest time that holds all of these; undefined for none. */
export function spanOf(times: Iterable<Time>): Time | undefined {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const time of times) {
    const one = intervalOf(time);
    from = Math.min(from, one.from);
    to = Math.max(to, one.to);
  }
  return from <= to ? writeTime({ from, to }) : undefined;
}

/** True when all of `a` lies before all of `b`: known, not likely. */
export function isBefore(a: Time, b: Time): boolean {
  return intervalOf(a).to < intervalOf(b).from;
}

/** True when the two are at most so many ms apart wherever in their intervals they lie. */
export function surelyWithin(a: Time, b: Time, ms: number): boolean {
  const [x, y] = [intervalOf(a), intervalOf(b)];
  return Math.max(x.to, y.to) - Math.min(x.from, y.from) <= ms;
}

/** Orders times for a list: by their beginning, then by their end, then as written. */
export function compareTimes(a: Time, b: Time): number {
  const [x, y] = [intervalOf(a), intervalOf(b)];
  return x.from - y.from || x.to - y.to || (a < b ? -1 : a > b ? 1 : 0);
}
