// What people are called in sentences and lists: the name that pages showed last, where one is known, so that a
// client meets the same name as on the marketplace. Like the language it belongs to whoever shows something:
// the worker and each of Hireflag's pages learn the names of the accounts they are about to show.
import { type AccountKey, accountKey } from '../model/account.ts';
import { handle } from '../model/web-account.ts';

/** Names known at once; whoever is shown is learnt again, so those before may go. */
const MAX_NAMES = 50_000;

const names = new Map<string, string>();

/** Learns what accounts are called, as the pages show them. */
export function learnNames(of: Iterable<readonly [account: AccountKey, name: string | undefined]>): void {
  for (const [account, name] of of) {
    if (name === undefined) continue;
    if (names.size >= MAX_NAMES) names.clear();
    names.set(account, name);
  }
}

/** The accounts that these are about and those that their findings name, each once: whose names are needed to show them. */
export function accountsToName(
  about: readonly { site: string; account: string; findings: readonly { with: readonly string[] }[] }[],
): AccountKey[] {
  const named = about.flatMap(({ site, account, findings }) => [
    accountKey(site, account),
    ...findings.flatMap((finding) => finding.with as AccountKey[]),
  ]);
  return [...new Set(named)];
}

/** Forgets all names: somebody was deleted. */
export function forgetNames(): void {
  names.clear();
}

/** The name that pages show of an account (`site:account`), or else its id as people write it: `@ada`. */
export function calledBy(account: string): string {
  return names.get(account) ?? handle(account);
}

/** The id of an account whose name says something else: `@ada`; undefined where `calledBy` gives it already. */
export function smallPrint(account: string): string | undefined {
  const id = handle(account);
  const name = calledBy(account);
  return folded(name) === folded(id) ? undefined : id;
}

const folded = (words: string) => words.replace(/^@/, '').toLowerCase();
