// The list of everyone who was seen, as it is written and searched: what the last assessment said of each. It is
// derived: assessing everyone again writes all of it anew.
import { type AccountKey, accountKey } from '../model/account.ts';
import type { Assessment } from '../model/assessment.ts';
import type { AccountRows } from './account-rows.ts';
import { accountRow, accountSummary, foundAnew, hasInWords, searchedFor } from './accounts.ts';
import type { HireflagDatabase } from './database.ts';
import { KnownNames } from './known-names.ts';
import type { PendingAccounts } from './pending.ts';
import type { AccountRow } from './rows.ts';
import type { StoredRows } from './stored-rows.ts';

/** So many hits of a search are put in order. */
const SEARCHED = 500;
/** One letter stands inside of nearly everybody's name, but for scripts in which one is a word. */
const MAY_BE_INSIDE = /\p{Lo}|../u;

export class AccountList {
  private readonly db: HireflagDatabase;
  private readonly rows: StoredRows;
  private readonly pending: PendingAccounts;
  private readonly names: KnownNames;

  constructor(db: HireflagDatabase, rows: StoredRows, pending: PendingAccounts) {
    this.db = db;
    this.rows = rows;
    this.pending = pending;
    this.names = new KnownNames(db);
  }

  /**
   * Writes what assessments said, in a transaction of its own; the accounts are pending no more. Who is gone by now is
   * not listed again.
   *
   * @param known which rows each account has
   * @param since what `pending.now` was when they began
   * @param mayNameGone whether something was deleted since: an assessment that names who is gone is not listed either and
   * stays pending
   * @param withNamed whether the accounts that new or changed findings name are pending from now on
   * @returns those accounts
   */
  async write(
    assessments: readonly Assessment[],
    known: AccountRows,
    { since, mayNameGone, withNamed }: { since: number; mayNameGone: boolean; withNamed: boolean },
  ): Promise<AccountKey[]> {
    const { observations, accounts, pending } = this.db;
    const keys = assessments.map(({ site, account }) => accountKey(site, account));
    let written: readonly AccountRow[] = [];
    const named = await this.db.transaction('rw', observations, accounts, pending, async () => {
      const rowsOf = await this.rows.about(known, keys);
      const all = assessments.flatMap((assessment, i) => {
        const summary = accountSummary(rowsOf.get(keys[i] as AccountKey) ?? []);
        return summary ? [accountRow(keys[i] as AccountKey, summary, assessment)] : [];
      });
      const mayBeGone = mayNameGone ? all.flatMap((row) => row.others) : [];
      const gone = await this.rows.goneAmong(known, mayBeGone);
      const rows = all.filter((row) => !row.others.some((other) => gone.has(other)));
      written = rows;
      const left = new Set(all.filter((row) => !rows.includes(row)).map(({ key }) => key));
      const before = new Map((await accounts.bulkGet(keys)).flatMap((row) => (row ? [[row.key, row]] : [])));
      await accounts.bulkPut(rows);
      const changed = rows.filter((row) => foundAnew(before.get(row.key), row));
      await this.pending.settle(
        keys.filter((key) => !left.has(key)),
        since,
      );
      const others = new Set(changed.flatMap((row) => [...row.others, ...(before.get(row.key)?.others ?? [])]));
      for (const key of keys) others.delete(key);
      if (withNamed) await this.pending.add(others);
      return [...others];
    });
    this.names.put(written);
    return named;
  }

  /** Somebody was deleted: nothing in memory names them. */
  forgetNames(): void {
    this.names.clear();
  }

  /**
   * Accounts that have what was typed in their id or name, whatever its capitals and accents: first those of whom a word
   * begins so, and among both those that ask for attention first.
   */
  async search(typed: string, limit: number): Promise<AccountRow[]> {
    const searched = searchedFor(typed);
    if (searched === '') {
      // Whoever is about to type does not wait for the names then.
      this.names.makeReady().catch(console.error);
      return [];
    }
    const begin = await this.db.accounts.where('words').startsWith(searched).distinct().limit(SEARCHED).toArray();
    const found = begin.sort(byAttention);
    if (found.length >= limit || !MAY_BE_INSIDE.test(searched)) return found.slice(0, limit);
    const isFound = new Set(found.map(({ key }) => key));
    const keys = (await this.names.having(searched.split(/\s+/u), SEARCHED + limit)).filter((key) => !isFound.has(key));
    const rows = (await this.db.accounts.bulkGet(keys)).filter((row) => row !== undefined);
    return [...found, ...rows.filter((row) => hasInWords(row, searched)).sort(byAttention)].slice(0, limit);
  }

  /**
   * The names that pages show of these accounts, of those that have one.
   *
   * @param known which of them may have one
   */
  async namesOf(known: AccountRows, accounts: Iterable<AccountKey>): Promise<[AccountKey, string][]> {
    const named = [...new Set(accounts)].filter((account) => known.mayHaveName(account));
    if (named.length === 0) return [];
    const rows = await this.db.accounts.bulkGet(named);
    return rows.flatMap((row) => (row?.name === undefined ? [] : [[row.key, row.name]]));
  }
}

function byAttention(a: AccountRow, b: AccountRow): number {
  return a.rank - b.rank || a.account.localeCompare(b.account);
}
