// How people are known who were seen outside the marketplaces: by the address that is theirs on the host
// they were seen on, or by where they stand and their name, or only by the name that the user gave them.
// A page speaks for its own host only: whatever it says, nobody of another host and of no marketplace is meant.
import { type AccountKey, splitAccountKey } from './account.ts';
import { fnv } from './fnv.ts';
import { MAX_ID } from './limits.ts';
import { trimEndOf } from './trim.ts';

/** Stands where a marketplace's id does: `web:ada.example/about`. */
export const WEB = 'web';

/** Longest name that becomes part of an account, in UTF-16 code units. */
const MAX_NAME = 80;
/** What addresses carry only to tell where a visitor came from. */
const tracking = /^(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|ref)$/i;

/**
 * The account of somebody on a page.
 *
 * @param page the page's address
 * @param said what the page says is their address, most trusted first; relative ones count, other hosts' do not
 * @param name as the page says it, for those without an address of their own
 */
export function webAccount(page: URL, said: readonly string[], name = ''): string {
  for (const words of said) {
    const own = /^(?:https?:|[/#])/i.test(words) ? URL.parse(words, page.origin + page.pathname) : null;
    const isTheirs = own && homeOf(own) === homeOf(page) && (own.pathname !== '/' || own.hash.length > 1);
    if (isTheirs) return cut(placeOf(own) + queryOf(own) + own.hash);
  }
  return namedAt(placeOf(page), name);
}

/** Tells apart two people whom a page gives the same account. */
export function namedAt(account: string, name: string): string {
  const known = folded(name);
  return cut(known ? `${account}#${known}` : account);
}

/** Stands for somebody whom a page does not name: different for different words by them. */
export function unnamedAt(page: URL, words: string): string {
  return namedAt(placeOf(page), `not-named-${hashOf(words)}`);
}

/** The account of somebody of whom the user knows a name and nothing else: `#ada okafor`. */
export function namedAccount(name: string): string {
  return namedAt('', name);
}

/** True when an account of `web` belongs to the page at this address. */
export function standsAt(account: string, url: string): boolean {
  const page = URL.parse(url);
  return page !== null && account.replace(/[?#].*$/s, '') === placeOf(page);
}

/** A page's host and path, as accounts and conversations there begin: `ada.example/about`. */
export function placeOf(page: URL): string {
  return homeOf(page) + trimEndOf(page.pathname, '/');
}

function homeOf({ host }: URL): string {
  return host.replace(/^www\./, '');
}

function queryOf({ searchParams }: URL): string {
  const kept = new URLSearchParams([...searchParams].filter(([key]) => !tracking.test(key))).toString();
  return kept && `?${kept}`;
}

function folded(name: string): string {
  return name
    .slice(0, MAX_NAME * 4)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .toLowerCase()
    .slice(0, MAX_NAME)
    .toWellFormed();
}

/** What is too long for an id is cut, and stays different from whatever begins alike. */
function cut(id: string): string {
  return id.length <= MAX_ID ? id : `${id.slice(0, MAX_ID - 20).toWellFormed()}~${hashOf(id)}`;
}

function hashOf(words: string): string {
  return (fnv(words) >>> 0).toString(36);
}

/**
 * An account, `site:account`, as people write it: `@ada`; outside the marketplaces its address or name as it stands, and
 * so a mail address, as logs have them.
 */
export function handle(key: string): string {
  const { site, account } = splitAccountKey(key as AccountKey);
  if (site === WEB) return account.replace(/^#/, '');
  return account.includes('@') ? account : `@${account}`;
}
