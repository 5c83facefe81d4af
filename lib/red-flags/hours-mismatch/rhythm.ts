// What the hours of an account's events say: that its nights lie in another part of the day than where it says to
// live, or that no single person can be awake so long.
import { hoursApart, longestQuiet, quietestWithin, rhythmOf } from '../../stats/daily-rhythm.ts';
import type { LocalEvent } from './clock.ts';

/** With fewer events or on fewer days than this nothing is said. */
export const MIN_EVENTS = 35;
export const MIN_DAYS = 18;
/** The middle of the usual night, and how far from it the quiet part of the day lies, in hours. */
const NIGHT = 3.5;
const MIN_SHIFT = 6;
/** Hours at least that are quiet, and the share of events that may fall into them. */
const MIN_QUIET = 8;
const MAX_QUIET_SHARE = 0.02;
/** Whoever rests so long between these hours of the evening and the morning has a night. */
const REST_HOURS = 4.5;
const [EVENING, MORNING] = [23, 7.5];
/** Active for more hours than this, day after day, is more than one person. */
const MAX_AWAKE = 16;
const MIN_LONG_DAYS = 10;
const LONG_DAY_SHARE = 0.3;
/** Days with fewer events say nothing of how long they were. */
const MIN_PER_DAY = 4;
/** A kind of event of which there are so many can show a rest by itself: then the others are sent by a machine. */
const MIN_OF_KIND = 10;
const MACHINE_QUIET = 7;

export type Mismatch =
  | { kind: 'zone'; middle: number; events: number; days: number; from: number; to: number }
  | { kind: 'shared'; hours: number; longDays: number; events: number; days: number; from: number; to: number };

const daysOf = (events: readonly LocalEvent[]) => new Set(events.map(({ day }) => day)).size;
const rhythm = (events: readonly LocalEvent[]) => rhythmOf(events.map(({ hour }) => hour));

export function isEnough(events: readonly LocalEvent[]): boolean {
  return events.length >= MIN_EVENTS && daysOf(events) >= MIN_DAYS;
}

const spanOf = (events: readonly LocalEvent[]) => ({
  events: events.length,
  days: daysOf(events),
  from: events[0]?.at ?? 0,
  to: events.at(-1)?.at ?? 0,
});

/** Nights that lie by day: over all the time, or over one half or two thirds of it where the hours changed. */
export function otherZone(events: readonly LocalEvent[]): Mismatch | undefined {
  const cut = (from: number, to: number) =>
    events.slice(Math.round(events.length * from), Math.round(events.length * to));
  const stretches = [
    [0, 1],
    [1 / 3, 1],
    [0, 2 / 3],
    [1 / 2, 1],
    [0, 1 / 2],
    [2 / 3, 1],
    [0, 1 / 3],
  ] as const;
  for (const [from, to] of stretches) {
    const some = cut(from, to);
    if (!isEnough(some)) continue;
    const hours = rhythm(some);
    if (quietestWithin(hours, REST_HOURS, EVENING, MORNING) <= MAX_QUIET_SHARE) continue;
    const quiet = longestQuiet(hours, MAX_QUIET_SHARE);
    if (quiet.hours >= MIN_QUIET && hoursApart(quiet.middle, NIGHT) >= MIN_SHIFT) {
      return { kind: 'zone', middle: quiet.middle, ...spanOf(some) };
    }
  }
  return undefined;
}

/** Days that are longer than one person's, again and again, in everything that the account does. */
export function sharedOperation(events: readonly LocalEvent[]): Mismatch | undefined {
  if (!isEnough(events)) return undefined;
  const hours = 24 - longestQuiet(rhythm(events), 0.01).hours;
  if (hours <= MAX_AWAKE) return undefined;
  for (const kind of ['bid', 'message', 'review'] as const) {
    const own = events.filter((event) => event.kind === kind);
    if (own.length >= MIN_OF_KIND && longestQuiet(rhythm(own), MAX_QUIET_SHARE).hours >= MACHINE_QUIET)
      return undefined;
  }
  const byDay = [...Map.groupBy(events, ({ day }) => day).values()].filter((day) => day.length >= MIN_PER_DAY);
  const long = byDay.filter(
    (day) => Math.max(...day.map(({ hour }) => hour)) - Math.min(...day.map(({ hour }) => hour)) > MAX_AWAKE,
  );
  if (long.length < MIN_LONG_DAYS || long.length < LONG_DAY_SHARE * byDay.length) return undefined;
  return { kind: 'shared', hours, longDays: long.length, ...spanOf(events) };
}
