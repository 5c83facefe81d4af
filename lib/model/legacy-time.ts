// Version 0.1 kept every time as an exact moment: "9 months ago" became the second nine months before the look, "Oct
// 2025" noon of its first day, "Sep 3" midnight UTC, "9:02 AM" 9:02 UTC. Here they become what the page had said at most.
import { type Amount, fewSecondsAgo, justNow, lastPeriod, timeAgo } from './ago.ts';
import {
  DAY_MS,
  dayOrMoment,
  endOf,
  type Interval,
  ofAnyZone,
  parseTime,
  precisionOf,
  startOf,
  type Time,
  writeTime,
} from './time.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** Pages count minutes up to here, and hours: more of them is an exact time that happens to share the look's seconds. */
const MOST_MINUTES = 120;
const MOST_HOURS = 72;
const MOST_DAYS = 31;
const MOST_WEEKS = 8;
const MOST_YEARS = 30;

/**
 * The interval that a moment of version 0.1 stands for when it was made from relative words, which shows by its having
 * the seconds of the look: "3 hours ago" is so many hours before, "2 years ago" the same second two years before.
 *
 * @param time as 0.1 wrote it: an exact moment
 * @param seenAt when it was read, as 0.1 wrote it
 * @returns undefined for any other moment, and where the look was on a whole minute, which says nothing
 */
export function relativeLegacyTime(time: string, seenAt: string): Time | undefined {
  const [at, look] = [Date.parse(time), Date.parse(seenAt)];
  const past = look - at;
  if (Number.isNaN(past) || past < 0 || look % MINUTE_MS === 0) return undefined;
  const interval = agoOf(at, look);
  return interval && writeTime({ from: interval.from, to: Math.min(interval.to, endOfLook(interval, look)) });
}

function agoOf(at: number, look: number): Interval | undefined {
  const past = look - at;
  if (past === 0) return justNow(look);
  if (past < MINUTE_MS) return past % 1_000 === 0 ? fewSecondsAgo(look) : undefined;
  if (past % MINUTE_MS !== 0) return undefined;
  if (past % DAY_MS === 0) {
    const months = monthsBetween(at, look);
    if (months !== undefined) {
      const isLast = months === 1 || months === 12;
      if (isLast) return lastPeriod(months === 1 ? 'month' : 'year', look);
      return timeAgo(
        [months % 12 === 0 ? { count: months / 12, unit: 'year' } : { count: months, unit: 'month' }],
        look,
      );
    }
  }
  const [minutes, hours] = [past / MINUTE_MS, past / HOUR_MS];
  if (Number.isInteger(hours) && hours <= MOST_HOURS) return timeAgo([{ count: hours, unit: 'hour' }], look);
  return minutes <= MOST_MINUTES ? timeAgo([{ count: minutes, unit: 'minute' }], look) : undefined;
}

/** So many calendar months before the look; a day that a month does not have went on into the next. */
function monthsBetween(at: number, look: number): number | undefined {
  const [then, now] = [new Date(at), new Date(look)];
  const about = (now.getUTCFullYear() - then.getUTCFullYear()) * 12 + now.getUTCMonth() - then.getUTCMonth();
  return [about, about + 1].find((count) => {
    const date = new Date(look);
    date.setUTCMonth(date.getUTCMonth() - count);
    return count > 0 && date.getTime() === at;
  });
}

const isWholeDays = ({ from, to }: Interval) => startOf(from, 'day') === from && endOf(to, 'day') === to;
const endOfLook = (interval: Interval, look: number) => (isWholeDays(interval) ? endOf(look, 'day') : look);

/**
 * What a time of version 0.1 says at most, for the upgrade of its database: besides relative words, days that were
 * counted back ("2 days ago", and in Spanish and Portuguese weeks, months and years), months, and times of day whose
 * zone was not said.
 *
 * @param time as 0.1 wrote it
 * @param seenAt when it was read
 * @returns undefined for what is no time. What is no moment is left as it is.
 */
export function widenLegacyTime(time: string, seenAt: string): Time | undefined {
  const parsed = parseTime(time);
  const look = Date.parse(seenAt);
  if (parsed === undefined || precisionOf(parsed) !== 'moment' || Number.isNaN(look)) return parsed;
  const at = Date.parse(parsed);
  const interval = agoOf(at, look) ?? daysAgo(at, look) ?? worded(at);
  const end = Math.max(interval.from, Math.min(interval.to, endOfLook(interval, look)));
  return at > look ? parsed : writeTime({ from: interval.from, to: end });
}

/** Midnight of a day that may have been counted back from the look. */
function daysAgo(at: number, look: number): Interval | undefined {
  if (startOf(at, 'day') !== at) return undefined;
  const days = (startOf(look, 'day') - at) / DAY_MS;
  const counted: Amount[] = [
    { count: days, unit: 'day' as const, most: MOST_DAYS },
    { count: days / 7, unit: 'week' as const, most: MOST_WEEKS },
    { count: days / 30, unit: 'month' as const, most: 11 },
    { count: days / 365, unit: 'year' as const, most: MOST_YEARS },
  ].filter(({ count, most }) => Number.isInteger(count) && count >= 1 && count <= most);
  const all = [dayOrMoment(at), ...counted.map((amount) => timeAgo([amount], look))];
  if (days === 7) all.push(lastPeriod('week', look));
  return { from: Math.min(...all.map(({ from }) => from)), to: Math.max(...all.map(({ to }) => to)) };
}

/** A month without a day was noon of its first day; a time of day without seconds had no zone. */
function worded(at: number): Interval {
  if (startOf(at, 'month') + 12 * HOUR_MS === at) return { from: startOf(at, 'month'), to: endOf(at, 'month') };
  return at % MINUTE_MS === 0 ? ofAnyZone(at) : { from: at, to: at };
}
