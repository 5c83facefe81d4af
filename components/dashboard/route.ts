// The dashboard's views by their address: `#/developers`, `#/developer/freelancer%3Aada`. An address
// that is none of them opens the first view.
import type { AccountKey } from '../../lib/model/account.ts';

export const tabs = ['developers', 'templates', 'rings', 'data'] as const;
export type Tab = (typeof tabs)[number];

/** A tab, or one thing in it: a developer, the template or the ring that an account is part of. */
export interface Route {
  tab: Tab;
  key?: AccountKey;
  /** Another member, where the account is part of several. */
  other?: AccountKey;
}

const singular: Record<string, Tab> = { developer: 'developers', template: 'templates', ring: 'rings' };

/** Reads `location.hash`, whatever it holds. */
export function parseRoute(hash: string): Route {
  const [, first = '', ...keys] = hash.replace(/^#/, '').split('/');
  const tab = tabs.find((one) => one === first);
  if (tab) return { tab };
  const of = Object.hasOwn(singular, first) ? singular[first] : undefined;
  const [key, other] = keys.map(accountIn);
  return of && key ? { tab: of, key, ...(other && { other }) } : { tab: 'developers' };
}

/** The address of a view, as `parseRoute` reads it. */
export function routeTo(route: Route): string {
  if (route.key === undefined) return `#/${route.tab}`;
  const keys = [route.key, ...(route.other ? [route.other] : [])];
  return `#/${route.tab.slice(0, -1)}/${keys.map(encodeURIComponent).join('/')}`;
}

function accountIn(part: string): AccountKey | undefined {
  try {
    const key = decodeURIComponent(part);
    return /^[a-z0-9-]+:./.test(key) ? (key as AccountKey) : undefined;
  } catch {
    return undefined;
  }
}
