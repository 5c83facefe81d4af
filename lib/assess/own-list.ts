// What an account shows that stands on the user's own list: exact matches of the normal form, each with its source.
import type { Evidence } from '../evidence/evidence.ts';
import { contacts } from '../evidence/projections/contacts.ts';
import type { AccountKey } from '../model/account.ts';
import type { Listed } from '../model/assessment.ts';

/** Matches that are shown of one account. */
const MAX_SHOWN = 20;

/** For each account what of it is on the list. Who has nothing on it is absent. */
export async function listedOf(
  accounts: readonly AccountKey[],
  evidence: Evidence,
  list: ReadonlyMap<string, Listed>,
): Promise<Map<AccountKey, Listed[]>> {
  const found = new Map<AccountKey, Listed[]>();
  if (list.size === 0) return found;
  const { own } = await evidence.projection(contacts);
  for (const account of accounts) {
    const listed = own.keysOf(account).flatMap((key) => list.get(key) ?? []);
    if (listed.length > 0) found.set(account, listed.slice(0, MAX_SHOWN));
  }
  return found;
}
