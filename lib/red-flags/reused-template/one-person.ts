// Whose accounts are one person's: one handle on two sites, with one text. Nobody copies themself.
import { type AccountKey, splitAccountKey } from '../../model/account.ts';

/** Shorter handles, and those of figures alone, are anybody's. */
const MIN_HANDLE = 3;

/** The handle as it may be written on another site; undefined for what is none. */
function handleOf(account: string): string | undefined {
  const handle = account.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return handle.length >= MIN_HANDLE && /\p{L}/u.test(handle) ? handle : undefined;
}

/** Whether two accounts that use one text are one person's. */
export function isOnePerson(one: AccountKey, other: AccountKey): boolean {
  if (one === other) return true;
  const [a, b] = [splitAccountKey(one), splitAccountKey(other)];
  if (a.site === b.site) return false;
  const handle = handleOf(a.account);
  return handle !== undefined && handle === handleOf(b.account);
}

/** How many people have these accounts at least, all of which use one text. */
export function peopleAmong(accounts: readonly AccountKey[]): number {
  const people: AccountKey[] = [];
  for (const account of accounts) if (!people.some((known) => isOnePerson(known, account))) people.push(account);
  return people.length;
}
