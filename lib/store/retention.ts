// How long what was seen is kept. It counts from when a thing was last seen, so that what is still on the pages a
// person opens stays. Once a day what is older goes. A machine's clock may be wrong by years, so that it alone deletes
// nothing: time goes on with days of use, and a part that is more than a tenth goes only when the user says so. When
// something was seen is an exact moment, and all moments are written alike (model/observation.ts), so that they are in
// order as texts.

import { DAY_MS } from '../model/time.ts';

/** Where the browser's local storage holds the user's choice. */
export const RETENTION_KEY = 'retention';
/** Kept so many days unless the user says otherwise. */
export const DEFAULT_DAYS = 180;
/** The choices; `null` keeps everything. */
export const keepChoices: readonly (number | null)[] = [30, 90, 180, 365, null];

/** So far the time goes on with one day of use, whatever the clock says. */
const MAX_STEP = 7 * DAY_MS;
/** A clock that is further behind is wrong; one that is less is right again after it was ahead for some days of use. */
const MAX_BEHIND = 60 * DAY_MS;
/** A clock that differs on so many days of use, one after the other, is right. */
const AHEAD_DAYS = 30;
const BEHIND_DAYS = 7;
/** Up to this share of what is kept goes without a question. */
const SMALL_PART = 0.1;
/** Who wants to keep what is old for now is asked again after so long. */
const LATER_DAYS = 30;

/** The user's choice, and what the days of use say of the time; moments in ISO 8601. */
export interface Retention {
  days: number | null;
  /** What the clock said on the last day of use. */
  lastRun?: string;
  /** What time it is as far as days of use vouch for it; never later than the clock, unless that went back. */
  trusted?: string;
  /** On so many days of use, one after the other, the clock was ahead of that, or behind it (negative). */
  apart?: number;
  /** The user wants to keep what is old until then. */
  later?: string;
}

/** Reads what is stored, whatever it is: a wrong value is the default. */
export function parseRetention(stored: unknown): Retention {
  const said = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const { days, apart } = said;
  const known = days === null || (typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= 36_500);
  const moments = (['lastRun', 'trusted', 'later'] as const).flatMap((name) => {
    const at = typeof said[name] === 'string' ? Date.parse(said[name]) : Number.NaN;
    return Number.isNaN(at) ? [] : [[name, new Date(at).toISOString()]];
  });
  return {
    days: known ? (days as number | null) : DEFAULT_DAYS,
    ...Object.fromEntries(moments),
    ...(Number.isInteger(apart) && { apart: apart as number }),
  };
}

/** The same with what a policy says: so many days, 0 for no limit, null where it says nothing. */
export function underPolicy(retention: Retention, keepDays: number | null): Retention {
  return keepDays === null ? retention : { ...retention, days: keepDays === 0 ? null : keepDays };
}

/**
 * What a day of use says of the time.
 *
 * @param now by the machine's clock, ms since 1970
 * @returns undefined on a day that is counted already
 */
export function nextDay({ apart = 0, ...retention }: Retention, now: number): Retention | undefined {
  const since = now - Date.parse(retention.lastRun ?? '1970-01-01');
  if (retention.lastRun && since >= 0 && since < DAY_MS) return undefined;
  const trusted = Date.parse(retention.trusted ?? retention.lastRun ?? new Date(now).toISOString());
  const counted = (at: number, apart?: number): Retention => ({
    ...retention,
    lastRun: new Date(now).toISOString(),
    trusted: new Date(at).toISOString(),
    ...(apart && { apart }),
  });
  if (now < trusted - MAX_BEHIND) {
    const behind = Math.min(apart, 0) - 1;
    return behind > -BEHIND_DAYS ? counted(trusted, behind) : counted(now);
  }
  if (now <= trusted + MAX_STEP) return counted(now);
  const ahead = Math.max(apart, 0) + 1;
  return ahead < AHEAD_DAYS ? counted(trusted + MAX_STEP, ahead) : counted(now);
}

/** True when the machine's clock is not known to be behind the time. */
export function isClockRight({ trusted, lastRun }: Retention): boolean {
  return Date.parse(lastRun ?? '') >= Date.parse(trusted ?? '') - MAX_BEHIND;
}

/** What was last seen before this is due to go, ISO 8601; undefined when everything is kept, or the time is not known. */
export function dueBefore(retention: Retention): string | undefined {
  const { days, trusted } = retention;
  if (days === null || trusted === undefined || !isClockRight(retention)) return undefined;
  return new Date(Date.parse(trusted) - days * DAY_MS).toISOString();
}

/** True when so much is due that the user is to be asked first. */
export function isToBeAsked(due: number, all: number): boolean {
  return due > all * SMALL_PART;
}

/** The same where the user wants to keep what is old for now. */
export function keepForNow(retention: Retention, now: number): Retention {
  return { ...retention, later: new Date(now + LATER_DAYS * DAY_MS).toISOString() };
}
