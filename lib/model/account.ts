// An account is known by the marketplace's own id, which is unique only within that marketplace;
// across marketplaces it is written `site:account`, as in `freelancer:quietharbor`.

/** `site:account`. */
export type AccountKey = `${string}:${string}`;

/** Writes the key of an account: `accountKey('guru', 'ada') === 'guru:ada'`. */
export function accountKey(site: string, account: string): AccountKey {
  return `${site}:${account}`;
}

/** Takes a key apart again. The id may itself hold colons; the site never does. */
export function splitAccountKey(key: AccountKey): { site: string; account: string } {
  const colon = key.indexOf(':');
  return { site: key.slice(0, colon), account: key.slice(colon + 1) };
}
