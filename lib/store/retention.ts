// How long what was seen is kept. It counts from when a thing was last seen, so that what is still on
// the pages a person opens stays. Once a day what is older goes. When something was seen is an exact moment, and all
// moments are written alike (model/observation.ts), so that they are in order as texts.

/** Where the browser's local storage holds the user's choice. */
export const RETENTION_KEY = 'retention';
/** Kept so many days unless the user says otherwise. */
export const DEFAULT_DAYS = 180;
/** The choices; `null` keeps everything. */
export const keepChoices: readonly (number | null)[] = [30, 90, 180, 365, null];

const DAY = 86_400_000;

/** The user's choice, and when old things last went (ISO 8601). */
export interface Retention {
  days: number | null;
  lastRun?: string;
}

/** Reads what is stored, whatever it is: a wrong value is the default. */
export function parseRetention(stored: unknown): Retention {
  const { days, lastRun } = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const known = days === null || (typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= 36_500);
  return {
    days: known ? (days as number | null) : DEFAULT_DAYS,
    ...(typeof lastRun === 'string' && !Number.isNaN(Date.parse(lastRun)) && { lastRun }),
  };
}

/**
 * What was last seen before this must go now (ISO 8601); undefined when nothing must: everything is
 * kept, or it is less than a day since the last time. A clock that was set back does not stop it.
 */
export function dueBefore({ days, lastRun }: Retention, now: number): string | undefined {
  if (days === null) return undefined;
  const since = now - Date.parse(lastRun ?? '1970-01-01');
  if (since >= 0 && since < DAY) return undefined;
  return new Date(now - days * DAY).toISOString();
}
