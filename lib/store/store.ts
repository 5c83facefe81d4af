// The store as the background worker uses it: it remembers observations, keeps the text index beside
// them, and answers what the red flags ask. Observations and index are written in one transaction, so
// that whenever the browser ends the worker, both are there or neither is.
import type { Bid, Observation } from '../model/observation.ts';
import { TextIndex } from '../text/text-index.ts';
import { HireflagDatabase, type StoredObservation } from './database.ts';
import { Facts, writeFacts } from './facts.ts';
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
  /** Read when a red flag first asks for it; forgotten when rows went. */
  private facts: Promise<Facts> | undefined;
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
    return new DatabaseSeen(this.db, this.texts, () => {
      this.facts ??= loadFacts(this.db);
      return this.facts;
    });
  }

  /** Remembers observations: all of them or, when the database refuses, none. */
  remember(observations: readonly Observation[]): Promise<Remembered> {
    const write = this.last.then(async () => {
      try {
        return await this.write(observations);
      } catch (error) {
        // The index may already hold what the database refused.
        this.texts = await reviveTexts(this.db);
        this.facts = undefined;
        throw error;
      }
    });
    this.last = write.catch(() => undefined);
    return write;
  }

  close(): void {
    this.db.close();
  }

  private async write(observations: readonly Observation[]): Promise<Remembered> {
    const { observations: table, textBlocks, factBlocks } = this.db;
    const { rows, outdated, known } = await this.db.transaction('rw', table, textBlocks, factBlocks, async () => {
      const known = new Map<string, Row>();
      for (const row of await table.where('identity').anyOf(observations.map(identityOf)).toArray()) {
        known.set(row.identity, row);
      }
      const change = changeOf(known, observations);
      await table.bulkDelete(change.outdated);
      const numbers = await table.bulkPut(change.rows as StoredObservation[], { allKeys: true });
      const rows = change.rows.map((row, i): StoredObservation => ({ ...row, n: numbers[i] as number }));
      for (const n of change.outdated) this.texts.remove(n);
      rows.forEach((row, i) => {
        if (change.rows[i]?.n === undefined) index(this.texts, row);
      });
      await writeBlocks(this.db, this.texts);
      await writeFacts(factBlocks, rows, change.outdated);
      return { rows, outdated: change.outdated, known: known.size };
    });
    if (outdated.length > 0) this.facts = undefined;
    else (await this.facts)?.add(rows);
    const added = rows.length - known;
    return { added, seenAgain: observations.length - added };
  }
}

/** The rows to write when these observations come to what is known, and the numbers of rows that must go. */
function changeOf(
  known: ReadonlyMap<string, Row>,
  observations: readonly Observation[],
): { rows: Row[]; outdated: number[] } {
  const rows = new Map<string, Row>(known);
  const outdated: number[] = [];
  for (const observation of observations) {
    const identity = identityOf(observation);
    const row = rows.get(identity);
    const seen = row ? seeAgain(row, observation) : newRow(identity, observation);
    // The index knows a text by its row's number, so another text is another row.
    if (row?.n !== undefined && textOf(seen) !== textOf(row)) {
      outdated.push(row.n);
      delete seen.n;
    }
    rows.set(identity, seen);
  }
  return { rows: [...rows.values()], outdated };
}

/** The text index from its stored blocks; when one is damaged or of another version, built anew. */
async function reviveTexts(db: HireflagDatabase): Promise<TextIndex> {
  const stored = await db.textBlocks.toArray();
  const revived = TextIndex.revive(stored.map(({ block }) => block));
  if (revived) return revived;
  await db.textBlocks.clear();
  const texts = new TextIndex();
  for await (const rows of allRows(db)) {
    for (const row of rows) index(texts, row);
    await writeBlocks(db, texts);
  }
  return texts;
}

/** The facts from their blocks; when one is damaged or of another version, all are written anew. */
async function loadFacts(db: HireflagDatabase): Promise<Facts> {
  const loaded = await Facts.load(db.factBlocks);
  if (loaded) return loaded;
  await db.factBlocks.clear();
  const facts = new Facts();
  for await (const rows of allRows(db)) {
    facts.add(rows);
    await writeFacts(db.factBlocks, rows, []);
  }
  return facts;
}

/** Every row, a batch at a time, in the order of their numbers. */
async function* allRows({ observations }: HireflagDatabase): AsyncGenerator<StoredObservation[]> {
  for (let last = 0; ; ) {
    const rows = await observations.where('n').above(last).limit(BATCH).toArray();
    yield rows;
    if (rows.length < BATCH) return;
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
