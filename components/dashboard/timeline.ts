// Everything seen of one account in the order of time: bids, reviews, messages, when its profile was seen. A time
// stands as it is known; what has no date stands where it was first seen, and says so.

import { calledBy } from '../../lib/i18n/people.ts';
import { accountKey } from '../../lib/model/account.ts';
import type { Project } from '../../lib/model/observation.ts';
import { compareTimes, type Interval, intervalOf, readInterval, type Time } from '../../lib/model/time.ts';
import { historyOf } from '../../lib/store/history.ts';
import type { StoredObservation } from '../../lib/store/rows.ts';
import { money } from '../words.ts';

/** What happened, and when: `isSeen` where that is only when it was first seen. */
export type Happening = { at: Time; isSeen: boolean; url?: string; text?: string; key: number } & (
  | { kind: 'bid'; project: string; amount?: string; days?: number; outcome?: string; changed: number }
  | { kind: 'review'; from: string; rating?: string }
  | { kind: 'message'; mine: boolean }
  | { kind: 'profile'; changed: number }
);

/** What happened, newest first. */
export function timelineOf(rows: readonly StoredObservation[], projects: ReadonlyMap<string, Project>): Happening[] {
  return rows
    .flatMap((row) => happeningOf(row, projects) ?? [])
    .sort((a, b) => compareTimes(b.at, a.at) || b.key - a.key);
}

/** A stretch of a line as wide as the whole: where it begins and how long it is, 0 to 1. */
export interface Stretch {
  begin: number;
  length: number;
}

/** Where each of these times lies among all of them. */
export function stretchesOf(times: readonly Time[]): Stretch[] {
  const ends = times.map(intervalOf);
  const whole: Interval = {
    from: Math.min(...ends.map(({ from }) => from)),
    to: Math.max(...ends.map(({ to }) => to)),
  };
  const length = whole.to - whole.from || 1;
  return ends.map(({ from, to }) => ({ begin: (from - whole.from) / length, length: (to - from) / length }));
}

/** When it was, or else when it was first seen; a stored time that is none counts as not known. */
function when(time: Time | undefined, firstSeenAt: string): Pick<Happening, 'at' | 'isSeen'> {
  return time !== undefined && readInterval(time) ? { at: time, isSeen: false } : { at: firstSeenAt, isSeen: true };
}

function happeningOf(row: StoredObservation, projects: ReadonlyMap<string, Project>): Happening | undefined {
  const { n: key, body, firstSeenAt, project = '' } = row;
  const url = webAddress(body.url);
  const seen = { key, ...(url && { url }) };
  switch (body.kind) {
    case 'bid':
      return {
        ...seen,
        kind: 'bid',
        ...when(body.submittedAt, firstSeenAt),
        project: projects.get(project)?.title ?? body.project,
        changed: timesChanged(row),
        ...(body.amount !== undefined && { amount: money(body.amount, body.currency) }),
        ...(body.days !== undefined && { days: body.days }),
        ...(body.outcome && { outcome: body.outcome }),
        ...(body.text && { text: body.text }),
      };
    case 'review':
      return {
        ...seen,
        kind: 'review',
        ...when(body.at, firstSeenAt),
        from: calledBy(accountKey(body.site, body.from)),
        ...(body.rating && { rating: `${round(body.rating.value)} / ${round(body.rating.outOf)}` }),
        ...(body.text && { text: body.text }),
      };
    case 'message':
      return { ...seen, kind: 'message', ...when(body.sentAt, firstSeenAt), mine: body.mine, text: body.text };
    case 'profile':
      return { ...seen, kind: 'profile', ...when(firstSeenAt, firstSeenAt), changed: timesChanged(row) };
    default:
      return undefined;
  }
}

/** How often what was said before was seen for the last time. */
function timesChanged(row: StoredObservation): number {
  return new Set(historyOf(row).map(({ last }) => last)).size;
}

/** An address that may be linked: one of the web, and nothing that runs. */
export function webAddress(url: string | undefined): string | undefined {
  return url !== undefined && /^https:\/\//i.test(url) && URL.canParse(url) ? url : undefined;
}

const round = (value: number) => Math.round(value * 100) / 100;
