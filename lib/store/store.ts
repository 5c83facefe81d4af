// The store as the background worker uses it: it remembers observations, keeps the text index beside
// them, and answers what the red flags ask. A write is one transaction; the index is derived, comes
// back from packed blocks when the worker starts, and is rebuilt from the texts if it must be.
import type { Bid, Observation } from '../model/observation.ts';
import { TextIndex } from '../text/text-index.ts';
import { HireflagDatabase, type StoredObservation } from './database.ts';
import { identityOf } from './identity.ts';
import { newRow, type Row, seeAgain } from './row.ts';
import { DatabaseSeen } from './seen.ts';

/** So many texts wait in no packed block at most; they are read again when the worker starts. */
const PACK_AFTER = 500;
/** Rows read at a time while the index is filled. */
const BATCH = 2_000;

export interface Remembered {
  added: number;
  seenAgain: number;
}

export class Store {
  private readonly db: HireflagDatabase;
  private readonly texts: TextIndex;
  /** Writes queue here, so that two pages read at once do not pass each other. */
  private last: Promise<unknown> = Promise.resolve();

  private constructor(db: HireflagDatabase, texts: TextIndex) {
    this.db = db;
    this.texts = texts;
  }

  /** Opens the database and brings the text index back. */
  static async open(name?: string): Promise<Store> {
    const db = new HireflagDatabase(name);
    const rows = await db.textBlocks.toArray();
    const texts = TextIndex.revive(rows.map((row) => row.block));
    if (!texts) await db.textBlocks.clear();
    const store = new Store(db, texts ?? new TextIndex());
    await store.indexNewerThan(store.texts.last);
    return store;
  }

  /** What the red flags may ask, as of now. */
  seen(): DatabaseSeen {
    return new DatabaseSeen(this.db, this.texts);
  }

  /** Remembers observations: all of them or, when the database refuses, none. */
  remember(observations: readonly Observation[]): Promise<Remembered> {
    const write = this.last.then(() => this.write(observations));
    this.last = write.catch(() => undefined);
    return write;
  }

  close(): void {
    this.db.close();
  }

  private async write(observations: readonly Observation[]): Promise<Remembered> {
    const table = this.db.observations;
    const { rows, replaced, added } = await this.db.transaction('rw', table, async () => {
      const identities = observations.map(identityOf);
      const known = new Map<string, Row>();
      for (const row of await table.where('identity').anyOf(identities).toArray()) known.set(row.identity, row);
      const before = known.size;
      const replaced: number[] = [];
      observations.forEach((observation, i) => {
        const identity = identities[i] as string;
        const row = known.get(identity);
        if (!row) {
          known.set(identity, newRow(identity, observation));
          return;
        }
        const seen = seeAgain(row, observation);
        // The index knows a text by its row's number, so another text is another row.
        if (row.n !== undefined && textOf(seen) !== textOf(row)) {
          replaced.push(row.n);
          delete seen.n;
        }
        known.set(identity, seen);
      });
      await table.bulkDelete(replaced);
      const rows = [...known.values()];
      const numbers = await table.bulkPut(rows as StoredObservation[], { allKeys: true });
      rows.forEach((row, i) => {
        row.n = numbers[i] as number;
      });
      return { rows: rows as StoredObservation[], replaced, added: rows.length - before };
    });
    for (const n of replaced) this.texts.remove(n);
    for (const row of rows) this.index(row);
    await this.pack();
    return { added, seenAgain: observations.length - added };
  }

  private index(row: StoredObservation): void {
    const text = textOf(row);
    if (text !== undefined && row.who && row.n > this.texts.last) this.texts.add(row.n, row.who, text);
  }

  private async indexNewerThan(last: number): Promise<void> {
    for (let from = last; ; ) {
      const rows = await this.db.observations.where('n').above(from).limit(BATCH).toArray();
      for (const row of rows) this.index(row);
      await this.pack();
      const end = rows.at(-1);
      if (!end || rows.length < BATCH) return;
      from = end.n;
    }
  }

  /** Writes the newest texts of the index as a block, once there are enough of them. */
  private async pack(): Promise<void> {
    if (this.texts.unpacked < PACK_AFTER) return;
    const { block, replaces } = this.texts.freeze();
    await this.db.transaction('rw', this.db.textBlocks, async () => {
      await this.db.textBlocks.bulkDelete(replaces);
      await this.db.textBlocks.put({ id: block.id, block });
    });
  }
}

/** The text of a bid, which is what the index holds. */
function textOf(row: Row): string | undefined {
  return row.kind === 'bid' ? (row.body as Bid).text : undefined;
}
