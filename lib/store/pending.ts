// Accounts that something was written about and that were not assessed since. They are noted in the transaction
// that writes, so that what a worker that was ended has left undone is known to the next.

import type { AccountKey } from '../model/account.ts';
import type { HireflagDatabase } from './database.ts';

export class PendingAccounts {
  private readonly db: HireflagDatabase;
  /** Whose notes these are: another worker's were all written before this one assessed anything. */
  private readonly writer = crypto.randomUUID();
  private writes = 0;

  constructor(db: HireflagDatabase) {
    this.db = db;
  }

  /** How many notes were written so far: an assessment that begins now knows of all of them. */
  get now(): number {
    return this.writes;
  }

  /** Notes accounts. Must run in a transaction on the table. */
  async add(accounts: Iterable<AccountKey | undefined>): Promise<void> {
    this.writes += 1;
    const note = { writer: this.writer, write: this.writes };
    const keys = [...new Set(accounts)].filter((key) => key !== undefined);
    await this.db.pending.bulkPut(keys.map((key) => ({ key, ...note })));
  }

  /**
   * Takes accounts off that were assessed; not those that something was written about since. Must run in a
   * transaction on the table.
   *
   * @param since what `now` was when the assessment began
   */
  async settle(accounts: readonly AccountKey[], since: number): Promise<void> {
    const notes = await this.db.pending.bulkGet([...accounts]);
    const known = notes.filter((note) => note && (note.writer !== this.writer || note.write <= since));
    await this.db.pending.bulkDelete(known.flatMap((note) => note?.key ?? []));
  }

  all(): Promise<AccountKey[]> {
    return this.db.pending.toCollection().primaryKeys();
  }
}
