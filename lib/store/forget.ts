// Deleting: one person, what was not seen for long, or everything. Rows and projections go in one
// transaction, so that whenever the browser ends the worker, either all of it is gone or none.

import { type AccountKey, splitAccountKey } from '../model/account.ts';
import type { Page, Project } from '../model/observation.ts';
import { trimEndOf, upTo } from '../model/trim.ts';
import { standsAt, WEB } from '../model/web-account.ts';
import { withoutNamed } from './accounts.ts';
import type { HireflagDatabase } from './database.ts';
import type { KeptProjections } from './kept-projections.ts';
import type { PendingAccounts } from './pending.ts';
import { withoutValues } from './row.ts';
import type { StoredObservation } from './rows.ts';

/** What deleting did. */
export interface Forgotten {
  /** How many observations went. */
  observations: number;
  /** Accounts of which something went but not all, and those whose findings named one that went. */
  touched: AccountKey[];
}

/** Deletes rows and what projections have of them. Must run in a transaction on both. */
async function deleteRows(
  db: HireflagDatabase,
  projections: KeptProjections,
  rows: readonly Pick<StoredObservation, 'n' | 'kind'>[],
): Promise<void> {
  await db.observations.bulkDelete(rows.map(({ n }) => n));
  await projections.write(rows.map(({ n, kind }) => ({ n, kind })));
}

/** Whose page of a site an address is, as the site knows it: an account's id; undefined where it tells nobody's. */
export type AccountOfPage = (site: string, url: string) => string | undefined;

/** Everything that was seen of these accounts, said by them or about them, and what the user decided about them. */
export async function forget(
  db: HireflagDatabase,
  projections: KeptProjections,
  pending: PendingAccounts,
  accounts: readonly AccountKey[],
  accountOfPage: AccountOfPage,
): Promise<Forgotten> {
  const gone = new Set<string>(accounts);
  const own = await db.rowsUnder('who', accounts);
  const given = await db.rowsUnder('giver', accounts);
  const pages = await db
    .rowsOfKind('page')
    .filter(({ body }) => accounts.some((account) => isPageOf(body as Page, account, accountOfPage)))
    .toArray();
  const rows = [...new Map([...own, ...given, ...pages].map((row) => [row.n, row])).values()];
  await deleteRows(db, projections, rows);
  await forgetClients(db, projections, gone);
  const reviewed = given.flatMap(({ who }) => who ?? []);
  const connected = await connectedWith(db, accounts);
  await unlist(db, pending, accounts);
  const touched = [...new Set([...reviewed, ...connected])].filter((account) => !gone.has(account));
  return { observations: rows.length, touched };
}

/** Takes these accounts out of the projects that they posted: others bid on them. */
async function forgetClients(
  db: HireflagDatabase,
  projections: KeptProjections,
  gone: ReadonlySet<string>,
): Promise<void> {
  const isGone = (site: string) => (client: unknown) => gone.has(`${site}:${client}`);
  const posted = await db
    .rowsOfKind('project')
    .filter(({ body, others = [] }) => {
      const clients = [
        (body as Project).client,
        ...others.flatMap(({ field, value }) => (field === 'client' ? [value] : [])),
      ];
      return clients.some(isGone(body.site));
    })
    .toArray();
  const anonymous = posted.map((row) => withoutValues(row, 'client', isGone(row.body.site)));
  await db.observations.bulkPut(anonymous);
  await projections.write(anonymous.map((now, i) => ({ n: now.n, kind: now.kind, before: posted[i], now })));
}

/**
 * Takes people out of the list, with what the user decided about them and what was still to be done. What the list
 * says of others does not name them until these are assessed again.
 */
async function unlist(db: HireflagDatabase, pending: PendingAccounts, people: readonly AccountKey[]): Promise<void> {
  await db.accounts.bulkDelete([...people]);
  const naming = await db.accounts.where('others').anyOf(people).distinct().toArray();
  const gone = new Set<string>(people);
  await db.accounts.bulkPut(naming.map((row) => withoutNamed(row, gone)));
  await pending.drop(people);
  await db.decisions.where('account').anyOf(people).or('other').anyOf(people).delete();
}

/** The observations that were last seen before a time, ISO 8601, and that `expire` deletes. */
export function observationsBefore({ observations }: HireflagDatabase, before: string) {
  return observations.where('lastSeenAt').below(before);
}

/**
 * Deletes everything that was last seen before a time, ISO 8601, and what the user decided about those of whom
 * nothing is left then.
 */
export async function expire(
  db: HireflagDatabase,
  projections: KeptProjections,
  pending: PendingAccounts,
  before: string,
): Promise<Forgotten> {
  const rows: Pick<StoredObservation, 'n' | 'kind' | 'who' | 'giver'>[] = [];
  await observationsBefore(db, before).each(({ n, kind, who, giver }) => {
    rows.push({ n, kind, ...(who && { who }), ...(giver && { giver }) });
  });
  if (rows.length === 0) return { observations: 0, touched: [] };
  await deleteRows(db, projections, rows);
  const affected = [...new Set(rows.flatMap(({ who, giver }) => [who ?? [], giver ?? []].flat()))];
  const left = new Set<AccountKey>();
  for (const index of ['who', 'giver'] as const) {
    const found = await db.observations.where(index).anyOf(affected).uniqueKeys();
    for (const key of found as AccountKey[]) left.add(key);
  }
  const gone = affected.filter((account) => !left.has(account));
  const connected = await connectedWith(db, affected);
  await unlist(db, pending, gone);
  const touched = new Set([...left, ...connected]);
  for (const account of gone) touched.delete(account);
  return { observations: rows.length, touched: [...touched] };
}

/** Accounts whose findings name one of these, and those that the findings of these name. */
async function connectedWith({ accounts }: HireflagDatabase, keys: readonly AccountKey[]): Promise<AccountKey[]> {
  const naming = (await accounts.where('others').anyOf(keys).primaryKeys()) as AccountKey[];
  const own = await accounts.bulkGet([...keys]);
  return [...naming, ...own.flatMap((row) => row?.others ?? [])];
}

/**
 * True when the page is this account's: by what the site makes of its address or, where that is nobody's, when the
 * address ends in the account, as that of a conversation may.
 */
export function isPageOf({ site, page, url }: Page, key: AccountKey, accountOfPage: AccountOfPage): boolean {
  const owner = splitAccountKey(key);
  if (site !== owner.site || url === undefined || page === 'project') return false;
  if (site === WEB) return standsAt(owner.account, url);
  const account = accountOfPage(site, url);
  if (account !== undefined) return account.toLowerCase() === owner.account.toLowerCase();
  const ends = [encodeURIComponent(owner.account), owner.account].map((end) => `/${end.toLowerCase()}`);
  const path = trimEndOf(upTo(url.toLowerCase(), '?#'), '/');
  return ends.some((end) => path.endsWith(end));
}
