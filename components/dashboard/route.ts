// The dashboard's views by their address: `#/developers?level=look-closer`, `#/developer/freelancer%3Aada`. What a list
// is searched and filtered for stands in the address too. An address that is none of them opens the first view.
import type { AccountKey } from '../../lib/model/account.ts';

export const tabs = ['projects', 'developers', 'templates', 'rings', 'coverage', 'data'] as const;
export type Tab = (typeof tabs)[number];

/** A tab, or one thing in it: a project, a developer, the template or the ring that an account is part of. */
export interface Route {
  tab: Tab;
  /** An account, or on the first tab a project: `site:project`. */
  key?: AccountKey;
  /** Another member, where the account is part of several. */
  other?: AccountKey;
  /** What stands after the question mark, for the view itself. */
  query?: string;
}

const singular: Record<string, Tab> = {
  project: 'projects',
  developer: 'developers',
  template: 'templates',
  ring: 'rings',
};

/** Reads `location.hash`, whatever it holds. */
export function parseRoute(hash: string): Route {
  const [path = '', query] = hash.replace(/^#/, '').split('?', 2);
  const [, first = '', ...keys] = path.split('/');
  const asked = query ? { query } : {};
  const tab = tabs.find((one) => one === first);
  if (tab) return { tab, ...asked };
  const of = Object.hasOwn(singular, first) ? singular[first] : undefined;
  const [key, other] = keys.map(accountIn);
  return of && key ? { tab: of, key, ...(other && { other }), ...asked } : { tab: tabs[0] };
}

/** The address of a view, as `parseRoute` reads it. */
export function routeTo(route: Route): string {
  const query = route.query ? `?${route.query}` : '';
  if (route.key === undefined) return `#/${route.tab}${query}`;
  const keys = [route.key, ...(route.other ? [route.other] : [])];
  return `#/${route.tab.slice(0, -1)}/${keys.map(encodeURIComponent).join('/')}${query}`;
}

function accountIn(part: string): AccountKey | undefined {
  try {
    const key = decodeURIComponent(part);
    return /^[a-z0-9-]+:./.test(key) ? (key as AccountKey) : undefined;
  } catch {
    return undefined;
  }
}
