// All projections of a store, kept beside the rows. They are written in the transaction that writes the rows, so
// that whenever the browser ends the worker both are there or neither is.
import { accountRows } from './account-rows.ts';
import type { HireflagDatabase } from './database.ts';
import { KeptProjection, type RowChange } from './kept-projection.ts';
import type { Projection } from './projection.ts';
import { ProjectionMaker } from './projection-maker.ts';

/** All projections of a store. */
export class KeptProjections {
  readonly #kept: ReadonlyMap<string, KeptProjection>;
  readonly #db: HireflagDatabase;

  /** @param projections beside the one that the store itself asks for */
  constructor(db: HireflagDatabase, projections: readonly Projection<unknown>[]) {
    this.#db = db;
    const all: readonly Projection<unknown>[] = [accountRows as Projection<unknown>, ...projections];
    const maker = new ProjectionMaker(db);
    this.#kept = new Map(all.map((projection) => [projection.id, new KeptProjection(db, projection, maker)]));
  }

  /** What a projection holds as of now; read or made when it is asked for the first time. */
  state<State>({ id }: Projection<State>): Promise<State> {
    const kept = this.#kept.get(id);
    if (!kept) return Promise.reject(new Error(`The store was opened without the projection ${id}.`));
    return kept.state() as Promise<State>;
  }

  /** To be called before a transaction that writes. */
  async prepare(): Promise<void> {
    for (const kept of this.#kept.values()) await kept.prepare();
  }

  /** Inside the transaction, for every part that is written. */
  async write(changes: readonly RowChange[]): Promise<void> {
    await Promise.all([...this.#kept.values()].map((kept) => kept.write(changes)));
  }

  /** At the end of the transaction, after the rows are written. */
  async flush(): Promise<void> {
    await Promise.all([...this.#kept.values()].map((kept) => kept.flush()));
  }

  /** After the transaction. Never rejects: the write is done, and what fails here is read anew. */
  async commit(): Promise<void> {
    for (const kept of this.#kept.values()) await kept.commit();
  }

  /** Forgets what is in memory: it may hold what the database refused. */
  forget(): void {
    for (const kept of this.#kept.values()) kept.forget();
  }

  /** Deletes what is kept of projections that are no more. */
  async tidy(): Promise<void> {
    const { projections } = this.#db;
    const keys = await projections.toCollection().primaryKeys();
    const old = keys.filter(([id]) => !this.#kept.has(id));
    if (old.length > 0) await projections.bulkDelete(old);
  }
}
