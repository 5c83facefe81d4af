// Times as files write them. Whether 06/01/2026 is in June or in January is never guessed: what neither the format nor
// the file as a whole settles, the user is asked. A time of day whose zone nobody says is known to a day and more.
import { isUsualMoment, logDay, logMoment } from '../model/log-event.ts';
import { ofAnyZone, type Time, writeTime } from '../model/time.ts';
import { offsetAt, zonesOf } from '../statements/time-zones.ts';

export type DayOrder = 'month-first' | 'day-first';

/** How a file writes times, and what was learnt of it so far. */
export interface Times {
  /** Settled by the format, by the file as a whole, or by the user. */
  days?: DayOrder | undefined;
  /** Set where the format says that times without a zone are in UTC. */
  readonly isUtc: boolean;
  /** Set while a file is only looked at: a day that can be read both ways is none otherwise. */
  readonly isTrial: boolean;
  /** Days that can be read one way only, by that way. */
  readonly seen: Record<DayOrder, number>;
  /** Some that can be read both ways. */
  readonly unsure: string[];
}

const MAX_SAMPLES = 3;
const HOUR = 3_600_000;

const clock = String.raw`(?:,?[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?([AP]M)?(.*))?`;
const iso = new RegExp(String.raw`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})${clock}$`, 'i');
const numbers = new RegExp(String.raw`^(\d{1,2})[./-](\d{1,2})[./-](\d{4})${clock}$`, 'i');
const monthName = new RegExp(String.raw`^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})${clock}$`, 'i');
const dayName = new RegExp(String.raw`^(\d{1,2})[ -]([a-z]{3,9})\.?,?[ -](\d{4})${clock}$`, 'i');
const months = 'january february march april may june july august september october november december'.split(' ');

/** Zones by the names that exports use, where a name means one thing only. Hours ahead of UTC. */
const zones: Readonly<Record<string, number>> = {
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  west: 1,
  cet: 1,
  cest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  jst: 9,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
  est: -5,
  edt: -4,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

/**
 * A time as a file writes it.
 *
 * @param zone the zone where another field names it
 * @returns undefined for what is no time, or one of no year that logs are of
 */
export function readTime(text: string, times: Times, zone?: string): Time | undefined {
  if (text.length > 80) return undefined;
  if (isUsualMoment(text)) return text;
  if (/^\d{9,16}(?:\.\d{1,9})?$/.test(text)) return ofNumber(text);
  let match = iso.exec(text);
  if (match) return at(match[1], match[2], match[3], match.slice(4), times, zone);
  match = numbers.exec(text);
  if (match) {
    const [first, second] = [Number(match[1]), Number(match[2])];
    const isDayFirst = orderOf(first, second, text, times);
    if (isDayFirst === undefined) return undefined;
    const [day, month] = isDayFirst ? [match[1], match[2]] : [match[2], match[1]];
    return at(match[3], month, day, match.slice(4), times, zone);
  }
  match = monthName.exec(text);
  if (match) return at(match[3], monthOf(match[1]), match[2], match.slice(4), times, zone);
  match = dayName.exec(text);
  return match ? at(match[3], monthOf(match[2]), match[1], match.slice(4), times, zone) : undefined;
}

/** Whether the day stands first; undefined where neither can be, or the file says otherwise. */
function orderOf(first: number, second: number, text: string, times: Times): boolean | undefined {
  if (first > 12 && second > 12) return undefined;
  const only: DayOrder | undefined = first > 12 ? 'day-first' : second > 12 ? 'month-first' : undefined;
  if (only) times.seen[only]++;
  else if (first !== second && times.unsure.length < MAX_SAMPLES && !times.unsure.includes(text))
    times.unsure.push(text);
  const isSame = first === second;
  const order = times.days ?? only ?? (times.isTrial || isSame ? 'month-first' : undefined);
  if (order === undefined) return undefined;
  return only && only !== order ? undefined : order === 'day-first';
}

function monthOf(name: string | undefined): string | undefined {
  const small = name?.toLowerCase() ?? '';
  const month = months.findIndex(
    (one) => one === small || one.slice(0, 3) === small || (small === 'sept' && one.startsWith('sep')),
  );
  return month < 0 ? undefined : String(month + 1);
}

/** Seconds, milliseconds or microseconds since 1970, by how many figures there are. */
function ofNumber(text: string): Time | undefined {
  const [whole = ''] = text.split('.');
  const figures = whole.length;
  const value = Number(text);
  return logMoment(Math.round(figures <= 10 ? value * 1_000 : figures <= 13 ? value : value / 1_000));
}

function at(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  [hour, minute, second = '0', fraction = '0', half, written = '']: (string | undefined)[],
  times: Times,
  named: string | undefined,
): Time | undefined {
  if (month === undefined) return undefined;
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const check = new Date(date);
  if (check.getUTCMonth() !== Number(month) - 1 || check.getUTCDate() !== Number(day)) return undefined;
  if (hour === undefined) return logDay(date);
  let hours = Number(hour);
  if (half) {
    // Some programs write the half beside hours that need none.
    if (hours > 12) return undefined;
    hours = (hours % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
  }
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  const local = date + hours * HOUR + Number(minute) * 60_000 + Number(second) * 1_000 + ms;
  const zone = written.trim() || (named ?? '').trim();
  if (zone === '') return times.isUtc ? logMoment(local) : anyZone(local);
  const ahead = offsetOf(zone, local);
  if (ahead !== undefined) return logMoment(local - ahead);
  return written.trim() === '' ? anyZone(local) : undefined;
}

function anyZone(local: number): Time | undefined {
  return logMoment(local) && writeTime(ofAnyZone(local));
}

/** Milliseconds that a zone is ahead of UTC; undefined for a name that means several, or none. */
function offsetOf(zone: string, local: number): number | undefined {
  const small = zone.toLowerCase();
  if (Object.hasOwn(zones, small)) return (zones[small] as number) * HOUR;
  const match = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?$/.exec(small);
  if (match) {
    const ahead = Number(match[2]) * HOUR + Number(match[3] ?? 0) * 60_000;
    return ahead > 14 * HOUR ? undefined : match[1] === '-' ? -ahead : ahead;
  }
  if (!zone.includes('/') || zonesOf({ timezone: zone }).length === 0) return undefined;
  return offsetAt(zone, local - offsetAt(zone, local));
}
