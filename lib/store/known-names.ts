// What everyone listed is called, in memory: so that a search looks inside of names, which no index of the database does.
// It is read when it is first asked for, and kept up to date by whoever writes the list. Whoever is
// found is looked up.
import type { AccountKey } from '../model/account.ts';
import { foldLetters } from '../model/fold-letters.ts';
import type { HireflagDatabase } from './database.ts';
import type { AccountRow } from './rows.ts';

/** So many names are kept; of whom comes after them the words' beginnings are found. */
const MOST = 200_000;
/** Rows read at once. */
const STEP = 2_000;
/** Between the words of an account: nothing that anybody types. */
const BETWEEN = '\n';

export class KnownNames {
  readonly #db: HireflagDatabase;
  readonly #words = new Map<AccountKey, string>();
  #read: Promise<void> | undefined;

  constructor(db: HireflagDatabase) {
    this.#db = db;
  }

  /** The accounts in whose words each of these stands, the first of them. */
  async having(parts: readonly string[], most: number): Promise<AccountKey[]> {
    await this.makeReady();
    const found: AccountKey[] = [];
    for (const [key, words] of this.#words) {
      if (!parts.every((part) => words.includes(part))) continue;
      found.push(key);
      if (found.length === most) break;
    }
    return found;
  }

  /** Reads the names, where they were not: somebody is about to search. */
  async makeReady(): Promise<void> {
    this.#read ??= this.#readAll();
    await this.#read.catch((error) => {
      this.#read = undefined;
      throw error;
    });
  }

  /** What was just written; nothing where the names were never asked for. */
  put(rows: readonly Pick<AccountRow, 'key' | 'words'>[]): void {
    if (!this.#read) return;
    for (const { key, words } of rows) {
      if (this.#words.size < MOST || this.#words.has(key)) this.#words.set(key, foldLetters(words.join(BETWEEN)));
    }
  }

  /** Somebody was deleted: no name is kept that may be theirs. */
  clear(): void {
    this.#words.clear();
    this.#read = undefined;
  }

  async #readAll(): Promise<void> {
    let last: AccountKey | '' = '';
    for (;;) {
      const rows: AccountRow[] = await this.#db.accounts.where('key').above(last).limit(STEP).toArray();
      // What was written meanwhile is newer.
      this.put(rows.filter(({ key }) => !this.#words.has(key)));
      last = rows.at(-1)?.key ?? last;
      if (rows.length < STEP || this.#words.size >= MOST) return;
    }
  }
}
