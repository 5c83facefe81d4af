// Everything seen of one account in the order of time: bids, reviews, messages, when its profile was seen.

import { accountKey } from '../../lib/model/account.ts';
import type { Project } from '../../lib/model/observation.ts';
import { handle } from '../../lib/model/web-account.ts';
import { historyOf } from '../../lib/store/history.ts';
import type { StoredObservation } from '../../lib/store/rows.ts';

export type Happening = { at: string; url?: string; text?: string; key: number } & (
  | { kind: 'bid'; project: string; amount?: string; days?: number; outcome?: string; changed: number }
  | { kind: 'review'; from: string; rating?: string }
  | { kind: 'message'; mine: boolean }
  | { kind: 'profile'; changed: number }
);

/** What happened, newest first. */
export function timelineOf(
  rows: readonly StoredObservation[],
  projects: ReadonlyMap<string, Project>,
  locale: string,
): Happening[] {
  return rows.flatMap((row) => happeningOf(row, projects, locale) ?? []).sort((a, b) => (a.at < b.at ? 1 : -1));
}

function happeningOf(
  row: StoredObservation,
  projects: ReadonlyMap<string, Project>,
  locale: string,
): Happening | undefined {
  const { n: key, body, firstSeenAt, project = '' } = row;
  const url = webAddress(body.url);
  const seen = { key, ...(url && { url }) };
  switch (body.kind) {
    case 'bid':
      return {
        ...seen,
        kind: 'bid',
        at: body.submittedAt ?? firstSeenAt,
        project: projects.get(project)?.title ?? body.project,
        changed: timesChanged(row),
        ...(body.amount !== undefined && { amount: money(body.amount, body.currency, locale) }),
        ...(body.days !== undefined && { days: body.days }),
        ...(body.outcome && { outcome: body.outcome }),
        ...(body.text && { text: body.text }),
      };
    case 'review':
      return {
        ...seen,
        kind: 'review',
        at: body.at ?? firstSeenAt,
        from: handle(accountKey(body.site, body.from)),
        ...(body.rating && { rating: `${round(body.rating.value)} / ${round(body.rating.outOf)}` }),
        ...(body.text && { text: body.text }),
      };
    case 'message':
      return { ...seen, kind: 'message', at: body.sentAt ?? firstSeenAt, mine: body.mine, text: body.text };
    case 'profile':
      return { ...seen, kind: 'profile', at: firstSeenAt, changed: timesChanged(row) };
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

function money(amount: number, currency: string | undefined, locale: string): string {
  if (currency === undefined) return amount.toLocaleString(locale);
  return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount);
}
