// The projections of an analyst: whole in memory, and on the disk so that they come back without reading every row. A state
// that packs itself is kept as its blocks, of any other the facts of each row; both in the transaction that writes the rows.

import type { DatabaseSync } from 'node:sqlite';
import { deserialize, serialize } from 'node:v8';
import type { Projection } from '../../lib/store/projection.ts';
import type { StoredObservation } from '../../lib/store/rows.ts';

const TABLES = `
  create table if not exists facts (projection text, n integer, fact text not null, primary key (projection, n)) without rowid;
  create table if not exists blocks (projection text, id integer, content blob not null, primary key (projection, id));
  create table if not exists versions (projection text primary key, version integer not null) without rowid;
`;

export class KeptStates {
  readonly #db: DatabaseSync;
  readonly #projections: readonly Projection<unknown>[];
  readonly #rows: () => Iterable<StoredObservation>;
  readonly #states = new Map<string, unknown>();

  /** @param rows all that are stored, ascending by number: what is kept of another version is made anew from them */
  constructor(db: DatabaseSync, projections: readonly Projection<unknown>[], rows: () => Iterable<StoredObservation>) {
    this.#db = db;
    this.#projections = projections;
    this.#rows = rows;
    db.exec(TABLES);
    this.#load();
  }

  state<State>({ id }: Projection<State>): State {
    if (!this.#states.has(id)) throw new Error(`no projection ${id}`);
    return this.#states.get(id) as State;
  }

  /** A row has come, changed or gone. Must run in a transaction. */
  change(n: number, was: StoredObservation | undefined, now: StoredObservation | undefined): void {
    for (const projection of this.#projections) {
      const fact = (row: StoredObservation | undefined) =>
        row && projection.kinds.includes(row.kind) ? projection.factOf(row) : undefined;
      const [before, after] = [fact(was), fact(now)];
      if (before === undefined && after === undefined) continue;
      if (JSON.stringify(before) === JSON.stringify(after)) continue;
      const state = this.#states.get(projection.id);
      if (before !== undefined) projection.drop(state, n);
      if (after !== undefined) projection.take(state, n, after);
      if (projection.packing) continue;
      if (after === undefined) this.#sql('delete from facts where projection = ? and n = ?').run(projection.id, n);
      else this.#sql('insert or replace into facts values (?, ?, ?)').run(projection.id, n, JSON.stringify(after));
    }
  }

  /** Writes what changed in the states that pack themselves. Must run in a transaction, at its end. */
  flush(): void {
    for (const { id, packing } of this.#projections) {
      const frozen = packing?.freeze(this.#states.get(id));
      for (const gone of frozen?.drop ?? [])
        this.#sql('delete from blocks where projection = ? and id = ?').run(id, gone);
      for (const block of frozen?.put ?? []) {
        this.#sql('insert or replace into blocks values (?, ?, ?)').run(id, block.id, serialize(block));
      }
    }
  }

  /** Reads everything again: what is in memory may hold what was not written. */
  forget(): void {
    this.#load();
  }

  #load(): void {
    const stale: Projection<unknown>[] = [];
    for (const projection of this.#projections) {
      const kept = this.#sql('select version from versions where projection = ?').get(projection.id);
      const state = kept?.version === projection.version ? this.#revive(projection) : undefined;
      if (state === undefined) stale.push(projection);
      else this.#states.set(projection.id, state);
    }
    if (stale.length > 0) this.#rebuild(stale);
  }

  #revive(projection: Projection<unknown>): unknown {
    if (projection.packing) {
      const blocks = this.#sql('select content from blocks where projection = ? order by id').all(projection.id);
      return projection.packing.revive(blocks.map(({ content }) => deserialize(content as Uint8Array)));
    }
    const state = projection.empty();
    for (const { n, fact } of this.#sql('select n, fact from facts where projection = ? order by n').iterate(
      projection.id,
    )) {
      projection.take(state, Number(n), JSON.parse(String(fact)));
    }
    return state;
  }

  #rebuild(stale: readonly Projection<unknown>[]): void {
    this.#db.exec('begin immediate');
    for (const { id, empty } of stale) {
      this.#states.set(id, empty());
      for (const table of ['facts', 'blocks']) this.#db.prepare(`delete from ${table} where projection = ?`).run(id);
    }
    for (const row of this.#rows()) {
      for (const { id, kinds, factOf, take, packing } of stale) {
        const fact = kinds.includes(row.kind) ? factOf(row) : undefined;
        if (fact === undefined) continue;
        take(this.#states.get(id), row.n, fact);
        if (!packing) this.#sql('insert or replace into facts values (?, ?, ?)').run(id, row.n, JSON.stringify(fact));
      }
    }
    this.flush();
    for (const { id, version } of stale) this.#sql('insert or replace into versions values (?, ?)').run(id, version);
    this.#db.exec('commit');
  }

  readonly #statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();

  #sql(text: string): ReturnType<DatabaseSync['prepare']> {
    const known = this.#statements.get(text) ?? this.#db.prepare(text);
    this.#statements.set(text, known);
    return known;
  }
}
