// The store as the background worker uses it: it remembers observations, keeps the text index beside
// them, and answers what the red flags ask. Observations and index are written in one transaction, so
// that whenever the browser ends the worker, both are there or neither is.
import type { Bid, Observation } from '../model/observation.ts';
import { TextIndex } from '../text/text-index.ts';
import { HireflagDatabase, type StoredObservation } from './database.ts';
import { identityOf } from './identity.ts';
import { newRow, type Row, seeAgain } from './row.ts';
import { DatabaseSeen } from './seen.ts';

/** Rows read at a time while the index is built anew. */
const BATCH = 2_000;

export interface Remembered {
  added: number;
  seenAgain: number;
}

export class Store {
  private readonly db: HireflagDatabase;
  private texts: TextIndex;
  /** Writes queue here, so that two pages read at once do not pass each other. */
  private last: Promise<unknown> = Promise.resolve();

  private constructor(db: HireflagDatabase, texts: TextIndex) {
    this.db = db;
    this.texts = texts;
  }

  /** Opens the database, of this name, and brings the text index back from its blocks. */
  static async open(name?: string): Promise<Store> {
    const db = new HireflagDatabase(name);
    return new Store(db, await reviveTexts(db));
  }

  /** What the red flags may ask, as of now. */
  seen(): DatabaseSeen {
    return new DatabaseSeen(this.db, this.texts);
  }

  /** Remembers observations: all of them or, when the database refuses, none. */
  remember(observations: readonly Observation[]): Promise<Remembered> {
    const write = this.last.then(async () => {
      try {
        return await this.write(observations);
      } catch (error) {
        // The index may already hold what the database refused.
        this.texts = await reviveTexts(this.db);
        throw error;
      }
    });
    this.last = write.catch(() => undefined);
    return write;
  }

  close(): void {
    this.db.close();
  }

  private write(observations: readonly Observation[]): Promise<Remembered> {
    const { observations: table, textBlocks } = this.db;
    return this.db.transaction('rw', table, textBlocks, async () => {
      const known = new Map<string, Row>();
      for (const row of await table.where('identity').anyOf(observations.map(identityOf)).toArray()) {
        known.set(row.identity, row);
      }
      const before = known.size;
      const outdated: number[] = [];
      for (const observation of observations) {
        const identity = identityOf(observation);
        const row = known.get(identity);
        const seen = row ? seeAgain(row, observation) : newRow(identity, observation);
        // The index knows a text by its row's number, so another text is another row.
        if (row?.n !== undefined && textOf(seen) !== textOf(row)) {
          outdated.push(row.n);
          delete seen.n;
        }
        known.set(identity, seen);
      }
      const rows = [...known.values()];
      const fresh = rows.filter((row) => row.n === undefined);
      await table.bulkDelete(outdated);
      const numbers = await table.bulkPut(rows as StoredObservation[], { allKeys: true });
      rows.forEach((row, i) => {
        row.n = numbers[i] as number;
      });
      for (const n of outdated) this.texts.remove(n);
      for (const row of fresh) index(this.texts, row as StoredObservation);
      await writeBlocks(this.db, this.texts);
      return { added: rows.length - before, seenAgain: observations.length - (rows.length - before) };
    });
  }
}

/** The text index from its stored blocks; what is damaged or of another version is built anew. */
async function reviveTexts(db: HireflagDatabase): Promise<TextIndex> {
  const stored = await db.textBlocks.toArray();
  const revived = TextIndex.revive(stored.map(({ block }) => block));
  if (revived.refused.length === 0) return revived.index;
  const whole = revived.refused.includes(undefined);
  const texts = whole ? new TextIndex() : revived.index;
  await (whole ? db.textBlocks.clear() : db.textBlocks.bulkDelete(revived.refused as number[]));
  const indexed = texts.numbers();
  for (let last = 0; ; ) {
    const rows = await db.observations.where('n').above(last).limit(BATCH).toArray();
    for (const row of rows) if (!indexed.has(row.n)) index(texts, row);
    await writeBlocks(db, texts);
    if (rows.length < BATCH) return texts;
    last = (rows.at(-1) as StoredObservation).n;
  }
}

function index(texts: TextIndex, row: StoredObservation): void {
  const text = textOf(row);
  if (text !== undefined && row.who) texts.add(row.n, row.who, text);
}

async function writeBlocks({ textBlocks }: HireflagDatabase, texts: TextIndex): Promise<void> {
  const frozen = texts.freeze();
  if (!frozen) return;
  await textBlocks.bulkDelete(frozen.drop);
  await textBlocks.bulkPut(frozen.put.map((block) => ({ id: block.id, block })));
}

/** The text of a bid, which is what the index holds. */
function textOf(row: Row): string | undefined {
  return row.kind === 'bid' ? (row.body as Bid).text : undefined;
}
