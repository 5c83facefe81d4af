// Writing to the store: one write after the other, each in one transaction with the projections, so that whenever the
// browser ends the worker, both are there or neither is.
import type { Table, Transaction } from 'dexie';
import type { Observation } from '../model/observation.ts';
import { accountRows, isAlone } from './account-rows.ts';
import type { HireflagDatabase } from './database.ts';
import { whoIs } from './identity.ts';
import type { KeptProjections } from './kept-projections.ts';
import type { PendingAccounts } from './pending.ts';
import type { StoredObservation } from './rows.ts';
import type { StoredRows } from './stored-rows.ts';
import { take } from './take.ts';

/** A larger write, as of an import, is not held in memory. */
const MAX_IN_MEMORY = 1_000;

export class Writes {
  private readonly db: HireflagDatabase;
  private readonly projections: KeptProjections;
  private readonly pending: PendingAccounts;
  private readonly rows: StoredRows;
  /** The rows of the write under way. */
  private writing: StoredObservation[] = [];
  /** Writes queue here, so that two pages read at once do not pass each other. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(db: HireflagDatabase, projections: KeptProjections, pending: PendingAccounts, rows: StoredRows) {
    this.db = db;
    this.projections = projections;
    this.pending = pending;
    this.rows = rows;
  }

  /** Runs something after the writes before it. When it fails, what is in memory is read anew when it is next asked for. */
  queue<T>(work: () => Promise<T>): Promise<T> {
    const write = this.last.then(async () => {
      try {
        return await work();
      } catch (error) {
        this.forgetMemory();
        throw error;
      }
    });
    this.last = write.catch(() => undefined);
    return write;
  }

  /** Runs a write of rows after those before it, in one transaction with the projections and these tables. */
  ofRows<T>(tables: readonly Table[], work: (tx: Transaction) => Promise<T>): Promise<T> {
    const { observations, projections } = this.db;
    return this.queue(async () => {
      // Loaded before there is a transaction, which would not let it.
      await this.projections.state(accountRows);
      await this.projections.prepare();
      this.rows.keepInMemory([]);
      this.writing = [];
      // Dexie keeps a transaction open over the awaits of an async function only.
      const result = await this.db.transaction('rw', [observations, projections, ...tables], async (tx) => {
        const result = await work(tx);
        await this.projections.flush();
        return result;
      });
      await this.projections.commit();
      if (this.writing.length <= MAX_IN_MEMORY) this.rows.keepInMemory(this.writing);
      return result;
    });
  }

  /**
   * Takes observations in and notes whom they are about. Must run in `ofRows`, on the table of pending accounts too.
   *
   * @returns how many were new
   */
  async takeIn(observations: readonly Observation[]): Promise<number> {
    const known = await this.projections.state(accountRows);
    const anew = new Set(this.writing.flatMap(({ who, identity }) => [who, identity]));
    const isUnknown = (one: Observation, identity: string) => {
      const who = whoIs(one);
      if (who === undefined) return false;
      if (known.of(who).length === 0 && !anew.has(who)) return true;
      return isAlone(one.kind) && !known.mayHold(identity) && !anew.has(identity);
    };
    const about = observations.map(whoIs);
    const [{ added, rows }] = await Promise.all([
      take(this.db, this.projections, observations, isUnknown),
      this.pending.add(about),
    ]);
    this.writing.push(...rows);
    return added;
  }

  /** Forgets what is in memory of the database: it may hold what that refused. */
  forgetMemory(): void {
    this.projections.forget();
    this.pending.forget();
    this.rows.keepInMemory([]);
  }
}
