// Who stands behind a person's token: a keyed hash is not turned round, so that everybody stored is asked.

import type { AccountKey } from '../model/account.ts';
import type { TeamDatabase } from './database.ts';
import { namedIn } from './letters.ts';
import type { TeamTokens } from './subjects.ts';

/** Everybody stored whose token this is: whom something is about, who gave a review, whose project it is. */
export async function accountsOf(db: TeamDatabase, person: string, tokens: TeamTokens): Promise<AccountKey[]> {
  const named = new Set<AccountKey>();
  for (const index of ['who', 'giver'] as const) {
    for (const key of await db.observations.orderBy(index).uniqueKeys()) named.add(key as AccountKey);
  }
  await db.rowsOfKind('project').each(({ body, others = [] }) => {
    for (const account of namedIn(body)) named.add(account);
    for (const { field, value } of others) if (field === 'client') named.add(`${body.site}:${value}`);
  });
  return [...named].filter((account) => tokens.person(account) === person);
}
