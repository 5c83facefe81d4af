// Deleting: one person, what was not seen for long, or everything. Rows and projections go in one
// transaction, so that whenever the browser ends the worker, either all of it is gone or none.

import { type AccountKey, splitAccountKey } from '../model/account.ts';
import type { Page, Project, Review } from '../model/observation.ts';
import { standsAt, WEB } from '../model/web-account.ts';
import type { HireflagDatabase } from './database.ts';
import type { KeptProjections } from './kept-projections.ts';
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

/** Everything that was seen of these accounts, said by them or about them, and what the user decided about them. */
export async function forget(
  db: HireflagDatabase,
  projections: KeptProjections,
  accounts: readonly AccountKey[],
): Promise<Forgotten> {
  const { observations: table } = db;
  const gone = new Set<string>(accounts);
  const mentions = (row: StoredObservation): boolean => {
    if (row.kind === 'review') return gone.has(`${row.body.site}:${(row.body as Review).from}`);
    return accounts.some((account) => isPageOf(row.body as Page, account));
  };
  const own = await db.rowsUnder('who', accounts);
  const about = await table.where('kind').anyOf(['review', 'page']).filter(mentions).toArray();
  const rows = [...new Map([...own, ...about].map((row) => [row.n, row])).values()];
  await deleteRows(db, projections, rows);
  const posted = await table
    .where('kind')
    .equals('project')
    .filter(({ body }) => gone.has(`${body.site}:${(body as Project).client}`))
    .toArray();
  const anonymous = posted.map((row) => {
    const earlier = row.earlier?.map((one) => withoutClient(one as Project));
    return { ...row, body: withoutClient(row.body as Project), ...(earlier && { earlier }) };
  });
  await table.bulkPut(anonymous);
  await projections.write(anonymous.map((now, i) => ({ n: now.n, kind: now.kind, before: posted[i], now })));
  const reviewed = about.flatMap(({ who }) => (who && !gone.has(who) ? [who] : []));
  const naming = await namedWith(db, accounts);
  await db.accounts.bulkDelete([...accounts]);
  await db.decisions.where('account').anyOf(accounts).or('other').anyOf(accounts).delete();
  const touched = [...new Set([...reviewed, ...naming])].filter((account) => !gone.has(account));
  return { observations: rows.length, touched };
}

function withoutClient({ client: _, ...project }: Project): Project {
  return project;
}

/** The observations that were last seen before a time, ISO 8601, and that `expire` deletes. */
export function observationsBefore({ observations }: HireflagDatabase, before: string) {
  return observations.where('lastSeenAt').below(before);
}

/** Deletes everything that was last seen before a time, ISO 8601. */
export async function expire(db: HireflagDatabase, projections: KeptProjections, before: string): Promise<Forgotten> {
  const rows: Pick<StoredObservation, 'n' | 'kind' | 'who'>[] = [];
  await observationsBefore(db, before).each(({ n, kind, who }) => rows.push({ n, kind, ...(who && { who }) }));
  if (rows.length === 0) return { observations: 0, touched: [] };
  await deleteRows(db, projections, rows);
  const affected = [...new Set(rows.flatMap(({ who }) => who ?? []))];
  const left = new Set((await db.observations.where('who').anyOf(affected).uniqueKeys()) as AccountKey[]);
  const gone = affected.filter((account) => !left.has(account));
  await db.accounts.bulkDelete(gone);
  return { observations: rows.length, touched: [...new Set([...left, ...(await namedWith(db, gone))])] };
}

/** Accounts whose findings name one of these. */
async function namedWith({ accounts }: HireflagDatabase, keys: readonly AccountKey[]): Promise<AccountKey[]> {
  return (await accounts.where('others').anyOf(keys).primaryKeys()) as AccountKey[];
}

/** True when the page is this account's profile: its address is the account, or has it as one of its parts. */
function isPageOf({ site, page, url }: Page, key: AccountKey): boolean {
  const owner = splitAccountKey(key);
  if (site !== owner.site || url === undefined || page === 'project') return false;
  if (site === WEB) return standsAt(owner.account, url);
  const part = encodeURIComponent(owner.account).toLowerCase();
  return url
    .toLowerCase()
    .split(/[/?#&=]/)
    .some((piece) => piece === part || piece === owner.account.toLowerCase());
}
