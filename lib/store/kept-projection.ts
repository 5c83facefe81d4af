// One projection, kept beside the rows: its facts in blocks of a thousand rows, which come back in a moment, or
// blocks that the state packs itself. It is first made when it is asked for, and rebuilt from the rows when its
// blocks are damaged or of another version. When nobody asks for it in this worker it is not loaded: its blocks are
// brought up to date where they lie, or what has changed is noted for the next load.
import Dexie from 'dexie';
import type { HireflagDatabase } from './database.ts';
import type { ProjectedRow, Projection } from './projection.ts';
import { type Making, makeFromRows, type ProjectionMaker } from './projection-maker.ts';
import type { ProjectionBlock } from './rows.ts';

/** Rows in a block of facts: block b holds rows b * 1000 to b * 1000 + 999. */
const ROWS = 1_000;
/** The block that says of which version the others are; without it nothing is kept. */
const HEAD = -1;
/** With more rows than this to drop, packing everything anew is quicker. */
const MAX_DROPPED = 500;
/** With more rows than this at once it is asked first whether anything is kept: working out what nobody keeps takes longer. */
const MANY = 200;
/** Rows read at a time of those noted for the next load. */
const BATCH = 2_000;

/** What happened to a row. */
export interface RowChange {
  n: number;
  kind: ProjectedRow['kind'];
  /** What it said before; absent when it is new. */
  before?: ProjectedRow | undefined;
  /** What it says now; absent when it is gone. */
  now?: ProjectedRow | undefined;
}

/** The fact of a row; undefined when it has none, or no more. */
type RowFact = readonly [row: number, fact: unknown];

/** Rows that a packed state must take in when it is loaded, and which of them it has nothing of. */
interface Note {
  rows: number[];
  added: number[];
}

/** See KeptProjections for when each of these is called. */
export class KeptProjection {
  readonly #db: HireflagDatabase;
  readonly #projection: Projection<unknown>;
  readonly #maker: ProjectionMaker;
  /** The state, loaded or on its way. */
  #loading: Promise<unknown> | undefined;
  /** The state that the write under way changes by itself: a packed one that was loaded before it began. */
  #open: { state: unknown } | undefined;
  /** Facts that the state must hold after the write under way. */
  #uncommitted: RowFact[] = [];
  #dropped = 0;

  constructor(db: HireflagDatabase, projection: Projection<unknown>, maker: ProjectionMaker) {
    this.#db = db;
    this.#projection = projection;
    this.#maker = maker;
  }

  state(): Promise<unknown> {
    if (!this.#loading) {
      const loading = this.#load();
      this.#loading = loading;
      // What could not be loaded is tried again by the next who asks.
      loading.catch(() => {
        if (this.#loading === loading) this.#loading = undefined;
      });
    }
    return this.#loading;
  }

  forget(): void {
    this.#loading = undefined;
    this.#reset();
  }

  async prepare(): Promise<void> {
    this.#reset();
    if (!this.#projection.packing || !this.#loading) return;
    try {
      this.#open = { state: await this.#loading };
    } catch {
      // Whoever asked for it is told.
    }
  }

  async write(changes: readonly RowChange[]): Promise<void> {
    if (changes.length > MANY && !this.#loading && !(await this.#isKept())) return;
    const facts: RowFact[] = [];
    const added: number[] = [];
    for (const { n, kind, before, now } of changes) {
      if (!this.#projection.kinds.includes(kind)) continue;
      const [was, is] = [before && this.#projection.factOf(before), now && this.#projection.factOf(now)];
      const isNew = now !== undefined && before === undefined;
      if (isNew ? is === undefined : now && JSON.stringify(was) === JSON.stringify(is)) continue;
      facts.push([n, is]);
      if (isNew) added.push(n);
      if (!now) this.#dropped++;
      if (!this.#open) continue;
      if (!isNew) this.#projection.drop(this.#open.state, n);
      if (is !== undefined) this.#projection.take(this.#open.state, n, is);
    }
    if (facts.length === 0 || this.#open) return;
    this.#uncommitted.push(...facts);
    if (!this.#projection.packing) await this.#writeFacts(facts);
    else if (await this.#isKept()) await this.#note({ rows: facts.map(([n]) => n), added });
  }

  async flush(): Promise<void> {
    if (this.#projection.packing && this.#dropped > MAX_DROPPED) {
      if (await this.#isKept()) await makeFromRows(this.#db, [this.#making()]);
      this.forget();
    } else if (this.#open) await this.#freeze(this.#open.state);
  }

  async commit(): Promise<void> {
    const facts = this.#uncommitted;
    this.#reset();
    if (facts.length === 0 || !this.#loading) return;
    try {
      const state = await this.#loading;
      for (const [n, fact] of facts) this.#replace(state, n, fact);
    } catch {
      this.forget();
    }
  }

  #reset(): void {
    this.#open = undefined;
    this.#uncommitted = [];
    this.#dropped = 0;
  }

  #factOf(row: ProjectedRow | undefined): unknown {
    return row && this.#projection.kinds.includes(row.kind) ? this.#projection.factOf(row) : undefined;
  }

  #replace(state: unknown, n: number, fact: unknown): void {
    this.#projection.drop(state, n);
    if (fact !== undefined) this.#projection.take(state, n, fact);
  }

  async #load(): Promise<unknown> {
    const kept = await this.#blocks().toArray();
    const state = this.#revive(kept);
    if (state === undefined) return this.#maker.make(this.#making());
    await this.#takeNoted(
      state,
      kept.flatMap(({ id, content }) => (id < HEAD ? [content as Note] : [])),
    );
    return state;
  }

  /** Takes in the rows that were noted for this load. */
  async #takeNoted(state: unknown, notes: readonly Note[]): Promise<void> {
    const noted = [...new Set(notes.flatMap(({ rows }) => rows))];
    const added = new Set(notes.flatMap((note) => note.added));
    for (let i = 0; i < noted.length; i += BATCH) {
      const numbers = noted.slice(i, i + BATCH);
      const rows = await this.#db.observations.bulkGet(numbers);
      for (const [at, n] of numbers.entries()) {
        const fact = this.#factOf(rows[at]);
        // Looking for what is not there takes a while in a large state.
        if (!added.has(n)) this.#projection.drop(state, n);
        if (fact !== undefined) this.#projection.take(state, n, fact);
      }
    }
  }

  /** The state that these blocks hold; undefined when they are not kept, damaged or of another version. */
  #revive(kept: readonly ProjectionBlock[]): unknown {
    const { version, packing } = this.#projection;
    if (!kept.some(({ id, content }) => id === HEAD && content === version)) return undefined;
    const blocks = kept.flatMap(({ id, content }) => (id > HEAD ? [content] : []));
    if (packing) return packing.revive(blocks);
    const state = this.#projection.empty();
    try {
      for (const block of blocks) for (const [n, fact] of factsIn(block)) this.#projection.take(state, n, fact);
      return state;
    } catch {
      return undefined;
    }
  }

  /** What makes the state from the rows and keeps it. */
  #making(): Making {
    const state = this.#projection.empty();
    return {
      begin: async () => {
        await this.#blocks().delete();
      },
      take: async (rows) => {
        const facts = rows.flatMap((row): RowFact[] => {
          const fact = this.#factOf(row);
          return fact === undefined ? [] : [[row.n, fact]];
        });
        for (const [n, fact] of facts) this.#projection.take(state, n, fact);
        if (this.#projection.packing) await this.#freeze(state);
        else await this.#writeFacts(facts, true);
      },
      end: async () => {
        await this.#put(HEAD, this.#projection.version);
        return state;
      },
    };
  }

  /** Writes what changed in a packed state. */
  async #freeze(state: unknown): Promise<void> {
    const { id: projection, packing } = this.#projection;
    const { projections } = this.#db;
    const frozen = packing?.freeze(state);
    if (!frozen) return;
    // One after the other by themselves; the answer is waited for once.
    await Promise.all([
      projections.bulkDelete(frozen.drop.map((id) => [projection, id])),
      projections.bulkPut(frozen.put.map((content) => ({ projection, id: content.id, content }))),
      this.#blocks(Dexie.minKey, HEAD).delete(),
    ]);
  }

  /** Notes rows that a packed state, which is not loaded, must take in when it is. */
  async #note(note: Note): Promise<void> {
    const lowest = await this.#blocks(Dexie.minKey, HEAD).first();
    await this.#put((lowest?.id ?? HEAD) - 1, note);
  }

  /**
   * Writes facts into their blocks; a fact that is undefined leaves its block. Does nothing where none are kept.
   *
   * @param isNewlyMade whether they are just being made, and nothing yet says that they are kept
   */
  async #writeFacts(facts: readonly RowFact[], isNewlyMade = false): Promise<void> {
    const { projections } = this.#db;
    const changes = new Map<number, RowFact[]>();
    for (const fact of facts) {
      const id = Math.floor(fact[0] / ROWS);
      changes.set(id, [...(changes.get(id) ?? []), fact]);
    }
    const ids = [...changes.keys()];
    const [head, ...known] = await projections.bulkGet(
      [HEAD, ...ids].map((id): [string, number] => [this.#projection.id, id]),
    );
    if (!isNewlyMade && head?.content !== this.#projection.version) return;
    try {
      const blocks = ids.map((id, i) => {
        const all = new Map(known[i] ? factsIn(known[i].content) : []);
        for (const [n, fact] of changes.get(id) ?? []) {
          if (fact === undefined) all.delete(n);
          else all.set(n, fact);
        }
        const content = JSON.stringify([...all].sort(([a], [b]) => a - b));
        return { projection: this.#projection.id, id, content };
      });
      await projections.bulkPut(blocks);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      // A damaged block: the next load rebuilds them all.
      await this.#blocks().delete();
    }
  }

  async #isKept(): Promise<boolean> {
    const head = await this.#db.projections.get([this.#projection.id, HEAD]);
    return head?.content === this.#projection.version;
  }

  async #put(id: number, content: unknown): Promise<void> {
    await this.#db.projections.put({ projection: this.#projection.id, id, content });
  }

  /** What is kept of it with an id from `from` to before `to`. */
  #blocks(from: unknown = Dexie.minKey, to: unknown = Dexie.maxKey) {
    const { id } = this.#projection;
    return this.#db.projections.where('[projection+id]').between([id, from], [id, to]);
  }
}

/** A block of facts: JSON, which is read faster than the same as objects. Throws a SyntaxError when it is none. */
function factsIn(content: unknown): RowFact[] {
  const facts: unknown = JSON.parse(String(content));
  if (!Array.isArray(facts)) throw new SyntaxError('no list of facts');
  return facts as RowFact[];
}
