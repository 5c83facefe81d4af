// Keeps the due-diligence records. They are rows of their own with copies of what was found, so they stay
// when observations are deleted or expire; only deleting the record, or everything, deletes them.

import type { AccountKey } from '../model/account.ts';
import type { HireflagDatabase } from './database.ts';
import type { StoredRecord } from './rows.ts';

export class Records<R extends StoredRecord> {
  private readonly db: HireflagDatabase;

  constructor(db: HireflagDatabase) {
    this.db = db;
  }

  /** All records, the last changed first. */
  async all(): Promise<R[]> {
    return (await this.db.records.orderBy('changedAt').reverse().toArray()) as R[];
  }

  async get(id: string): Promise<R | undefined> {
    return (await this.db.records.get(id)) as R | undefined;
  }

  /** The record of an account; the last changed, should there be several. */
  async of(account: AccountKey): Promise<R | undefined> {
    return (await this.db.records.where('account').equals(account).sortBy('changedAt')).at(-1) as R | undefined;
  }

  /** Writes a record, whole. */
  async put(record: R): Promise<void> {
    await this.db.records.put(record);
  }

  /**
   * Changes a record as it stands now, so that two pages that change it at once lose nothing.
   *
   * @returns the changed record; undefined when it is gone
   */
  change(id: string, how: (record: R) => R): Promise<R | undefined> {
    return this.db.transaction('rw', this.db.records, async () => {
      const record = (await this.db.records.get(id)) as R | undefined;
      if (!record) return undefined;
      const changed = how(record);
      await this.db.records.put(changed);
      return changed;
    });
  }

  async delete(id: string): Promise<void> {
    await this.db.records.delete(id);
  }
}
