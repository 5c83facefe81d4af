// How wide "N units ago" is. Libraries round (moment.js, date-fns, jQuery timeago, Rails) or cut off (timeago.js,
// Django, Intl.RelativeTimeFormat fed by Math.floor): for the first, what is called N units lies N − ½ to N + ½ units
// back, for the others N to N + 1. moment.js says "a day" from 22 hours, "a month" from 26 days and "a year" from 320
// days on, date-fns "about 1 hour" from 45 minutes on; all of that lies between. Hence:
//   seconds, minutes, hours   N − ½ to N + 1 units back, between two moments
//   days, weeks               N − ½ to N + 1 units back, widened to whole days
//   months                    N − ½ to N + ½ months back, widened to whole months, which holds most of what cutting off adds
//   years                     N − ½ years back to a day less than N + 1, widened to whole months
import { DAY_MS, endOf, type Interval, startOf } from './time.ts';

/** Units that are counted in, from the finest to the coarsest. */
export const units = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;
export type Unit = (typeof units)[number];

/** So many of a unit: "1 year, 2 months ago" is two amounts. */
export interface Amount {
  count: number;
  unit: Unit;
}

const SECOND_MS = 1_000;
const unitMs = { second: SECOND_MS, minute: 60_000, hour: 3_600_000, day: DAY_MS, week: 7 * DAY_MS } as const;
/** Half a month: months are counted by the calendar. */
const HALF_A_MONTH_MS = 15 * DAY_MS;
/** "Just now" and "a few seconds ago" are at most so long ago. */
const NOW_MS = 5 * 60_000;
const FEW_SECONDS_MS = 60_000;

/**
 * Where "N units ago" lies: see the head of this file. Of several amounts the finest says how precisely it is known.
 *
 * @param look when it was read, ms since 1970
 * @returns ends in ms since 1970; whole days, weeks, months and years may end after the look
 */
export function timeAgo(amounts: readonly Amount[], look: number): Interval {
  const finest = units.find((unit) => amounts.some((amount) => amount.unit === unit)) ?? 'second';
  const count = (unit: Unit) => amounts.reduce((sum, amount) => sum + (amount.unit === unit ? amount.count : 0), 0);
  const months = count('year') * 12 + count('month');
  if (finest === 'year') {
    return {
      from: startOf(monthsBefore(look, months + 12) + DAY_MS, 'month'),
      to: endOf(monthsBefore(look, months - 6), 'month'),
    };
  }
  const middle = monthsBefore(look, months);
  if (finest === 'month') {
    return { from: startOf(middle - HALF_A_MONTH_MS, 'month'), to: endOf(middle + HALF_A_MONTH_MS, 'month') };
  }
  const unit = unitMs[finest];
  const ms = (Object.keys(unitMs) as (keyof typeof unitMs)[]).reduce((sum, one) => sum + count(one) * unitMs[one], 0);
  const [from, to] = [middle - ms - unit, middle - ms + unit / 2];
  if (finest === 'week' || finest === 'day') return { from: startOf(from, 'day'), to: endOf(to, 'day') };
  return { from: Math.floor(from / SECOND_MS) * SECOND_MS, to: Math.min(look, Math.ceil(to / SECOND_MS) * SECOND_MS) };
}

/** Where "just now" lies, and where "a few seconds ago" does. */
export const justNow = (look: number): Interval => ({ from: look - NOW_MS, to: look });
export const fewSecondsAgo = (look: number): Interval => ({ from: look - FEW_SECONDS_MS, to: look });

/** "Last week", "last month", "last year": the calendar's, or one such unit ago. */
export function lastPeriod(unit: 'week' | 'month' | 'year', look: number): Interval {
  if (unit === 'week') {
    const today = startOf(look, 'day');
    return { from: today - 14 * DAY_MS, to: today - 1 };
  }
  const ofCalendar = startOf(startOf(look, unit) - 1, unit);
  const counted = timeAgo([{ count: 1, unit }], look);
  return { from: Math.min(ofCalendar, counted.from), to: Math.max(endOf(ofCalendar, unit), counted.to) };
}

/** The same day and time so many months earlier; the month's last day where it has no such day. */
function monthsBefore(look: number, count: number): number {
  const date = new Date(look);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - count);
  const last = new Date(endOf(date.getTime(), 'month')).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}
