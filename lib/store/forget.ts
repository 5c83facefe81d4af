// Deleting: one person, what was not seen for long, or everything. Rows, text index and facts go in one
// transaction, so that whenever the browser ends the worker, either all of it is gone or none.

import { type AccountKey, splitAccountKey } from '../model/account.ts';
import type { Page, Project, Review } from '../model/observation.ts';
import { standsAt, WEB } from '../model/web-account.ts';
import type { TextIndex } from '../text/text-index.ts';
import type { HireflagDatabase } from './database.ts';
import { writeFacts } from './facts.ts';
import type { StoredObservation } from './rows.ts';
import { rebuildTexts, writeBlocks } from './texts.ts';

/** With more rows than this to take out, building the text index anew is quicker. */
const MANY = 500;

/** What deleting did. */
export interface Forgotten {
  /** How many observations went. */
  observations: number;
  /** Accounts of which something went but not all, and those whose findings named one that went. */
  touched: AccountKey[];
}

/**
 * Deletes rows and what was derived from them. Must run in a transaction on every table it uses.
 *
 * @returns the text index to use from now on: the one given, or one built anew
 */
async function deleteRows(
  db: HireflagDatabase,
  texts: TextIndex,
  rows: readonly Pick<StoredObservation, 'n' | 'kind'>[],
): Promise<TextIndex> {
  const numbers = rows.map(({ n }) => n);
  await db.observations.bulkDelete(numbers);
  await writeFacts(db.factBlocks, [], numbers);
  if (numbers.length > MANY) return rebuildTexts(db);
  for (const { n, kind } of rows) if (kind === 'bid' || kind === 'message') texts.remove(n);
  await writeBlocks(db, texts);
  return texts;
}

/** Everything that was seen of these accounts, said by them or about them, and what the user decided about them. */
export async function forget(
  db: HireflagDatabase,
  texts: TextIndex,
  accounts: readonly AccountKey[],
): Promise<Forgotten & { texts: TextIndex }> {
  const { observations: table } = db;
  const gone = new Set<string>(accounts);
  const mentions = (row: StoredObservation): boolean => {
    if (row.kind === 'review') return gone.has(`${row.body.site}:${(row.body as Review).from}`);
    return accounts.some((account) => isPageOf(row.body as Page, account));
  };
  const own = await db.rowsUnder('who', accounts);
  const about = await table.where('kind').anyOf(['review', 'page']).filter(mentions).toArray();
  const rows = [...new Map([...own, ...about].map((row) => [row.n, row])).values()];
  const after = await deleteRows(db, texts, rows);
  await table
    .where('kind')
    .equals('project')
    .filter(({ body }) => gone.has(`${body.site}:${(body as Project).client}`))
    .modify((row) => {
      delete (row.body as Project).client;
      for (const earlier of row.earlier ?? []) delete (earlier as Project).client;
    });
  const reviewed = about.flatMap(({ who }) => (who && !gone.has(who) ? [who] : []));
  const naming = await namedWith(db, accounts);
  await db.accounts.bulkDelete([...accounts]);
  await db.decisions.where('account').anyOf(accounts).or('other').anyOf(accounts).delete();
  const touched = [...new Set([...reviewed, ...naming])].filter((account) => !gone.has(account));
  return { observations: rows.length, touched, texts: after };
}

/** The observations that were last seen before a time, ISO 8601, and that `expire` deletes. */
export function observationsBefore({ observations }: HireflagDatabase, before: string) {
  return observations.where('lastSeenAt').below(before);
}

/** Deletes everything that was last seen before a time, ISO 8601. */
export async function expire(
  db: HireflagDatabase,
  texts: TextIndex,
  before: string,
): Promise<Forgotten & { texts: TextIndex }> {
  const rows: Pick<StoredObservation, 'n' | 'kind' | 'who'>[] = [];
  await observationsBefore(db, before).each(({ n, kind, who }) => rows.push({ n, kind, ...(who && { who }) }));
  if (rows.length === 0) return { observations: 0, touched: [], texts };
  const after = await deleteRows(db, texts, rows);
  const affected = [...new Set(rows.flatMap(({ who }) => who ?? []))];
  const left = new Set((await db.observations.where('who').anyOf(affected).uniqueKeys()) as AccountKey[]);
  const gone = affected.filter((account) => !left.has(account));
  await db.accounts.bulkDelete(gone);
  return { observations: rows.length, touched: [...new Set([...left, ...(await namedWith(db, gone))])], texts: after };
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
