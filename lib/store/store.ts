// The store as the background worker uses it: it remembers observations, keeps the text index beside
// them, and answers what the red flags ask. Observations and index are written in one transaction, so
// that whenever the browser ends the worker, both are there or neither is.

import { DatabaseEvidence } from '../evidence/database-evidence.ts';
import { type AccountKey, accountKey } from '../model/account.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Observation } from '../model/observation.ts';
import type { TextIndex } from '../text/text-index.ts';
import { accountRow, foundAnew, searchPrefix } from './accounts.ts';
import { allRows, HireflagDatabase } from './database.ts';
import { Decisions } from './decisions.ts';
import { Facts, writeFacts } from './facts.ts';
import { expire, type Forgotten, forget } from './forget.ts';
import { identityOf } from './identity.ts';
import { newRow, type Row, seeAgain } from './row.ts';
import type { AccountRow, StoredObservation } from './rows.ts';
import { indexText, reviveTexts, textOf, writeBlocks } from './texts.ts';

/** So many hits of a search are put in order. */
const SEARCHED = 500;

export interface Remembered {
  added: number;
  seenAgain: number;
}

export class Store {
  /** What the user decided about accounts. */
  readonly decisions: Decisions;
  private readonly db: HireflagDatabase;
  private texts: TextIndex;
  /** Read when a red flag first asks for it; forgotten when rows went. */
  private facts: Promise<Facts> | undefined;
  /** Writes queue here, so that two pages read at once do not pass each other. */
  private last: Promise<unknown> = Promise.resolve();

  private constructor(db: HireflagDatabase, texts: TextIndex) {
    this.db = db;
    this.decisions = new Decisions(db);
    this.texts = texts;
  }

  /** Opens the database, of this name, and brings the text index back from its blocks. */
  static async open(name?: string): Promise<Store> {
    const db = new HireflagDatabase(name);
    return new Store(db, await reviveTexts(db));
  }

  /** What the red flags may ask, as of now. */
  seen(): DatabaseEvidence {
    return new DatabaseEvidence(this.db, this.texts, () => {
      this.facts ??= loadFacts(this.db);
      return this.facts;
    });
  }

  /** Remembers observations: all of them or, when the database refuses, none. */
  remember(observations: readonly Observation[]): Promise<Remembered> {
    return this.queue(async () => {
      const { observations: table, textBlocks, factBlocks } = this.db;
      const taken = await this.db.transaction('rw', table, textBlocks, factBlocks, async () => {
        const taken = await take(this.db, this.texts, observations);
        await writeBlocks(this.db, this.texts);
        return taken;
      });
      if (taken.outdated > 0) this.facts = undefined;
      else (await this.facts)?.add(taken.rows);
      return { added: taken.added, seenAgain: observations.length - taken.added };
    });
  }

  /**
   * Remembers what an import put into `incoming`: all of it or, when the database refuses or the user
   * stops it, nothing. What it put there is gone afterwards in any case.
   *
   * @param of which import
   * @param progress is told how many observations are done; returns false to stop
   */
  import(of: string, progress: (done: number) => boolean): Promise<Remembered> {
    return this.queue(async () => {
      const { observations: table, textBlocks, factBlocks, incoming } = this.db;
      const parts = (await incoming.where('of').equals(of).primaryKeys()) as number[];
      const sum = { added: 0, seenAgain: 0 };
      try {
        await this.db.transaction('rw', [table, textBlocks, factBlocks, incoming], async (tx) => {
          for (const id of parts) {
            const part = await incoming.get(id);
            const { added } = await take(this.db, this.texts, part?.observations ?? []);
            sum.added += added;
            sum.seenAgain += (part?.observations.length ?? 0) - added;
            if (!progress(sum.added + sum.seenAgain)) tx.abort();
          }
          await writeBlocks(this.db, this.texts);
        });
      } finally {
        await incoming.bulkDelete(parts);
      }
      this.facts = undefined;
      return sum;
    });
  }

  /** Deletes everything about these accounts: what they said, what was said of them, what names them. */
  forget(accounts: readonly AccountKey[]): Promise<Forgotten> {
    return this.delete((texts) => forget(this.db, texts, accounts));
  }

  /** Deletes what was last seen before this time, ISO 8601. */
  expire(before: string): Promise<Forgotten> {
    return this.delete((texts) => expire(this.db, texts, before));
  }

  /** Deletes what imports put aside before this time, ISO 8601, and never took in. */
  async clearWaiting(before: string): Promise<void> {
    await this.db.incoming.where('at').below(before).delete();
  }

  /** Deletes everything in the database. */
  forgetAll(): Promise<void> {
    return this.queue(async () => {
      await this.db.transaction('rw', this.db.tables, async () => {
        for (const table of this.db.tables) await table.clear();
      });
      this.texts = await reviveTexts(this.db);
      this.facts = undefined;
    });
  }

  /** Everyone that something was seen of. */
  async everyone(): Promise<AccountKey[]> {
    return (await this.db.observations.orderBy('who').uniqueKeys()) as AccountKey[];
  }

  /**
   * Writes what an assessment said into the list of accounts.
   *
   * @returns the other accounts of findings that are new or have changed
   */
  async list(assessments: readonly Assessment[], seen: DatabaseEvidence): Promise<AccountKey[]> {
    const keys = assessments.map(({ site, account }) => accountKey(site, account));
    const sightings = await seen.sightingsOf(keys);
    const rows = assessments.flatMap((assessment, i) => {
      const sighting = sightings.get(keys[i] as AccountKey);
      return sighting ? [accountRow(keys[i] as AccountKey, sighting, assessment)] : [];
    });
    const { accounts } = this.db;
    return this.queue(() =>
      this.db.transaction('rw', accounts, async () => {
        const before = new Map((await accounts.bulkGet(keys)).flatMap((row) => (row ? [[row.key, row]] : [])));
        await accounts.bulkPut(rows);
        const changed = rows.filter((row) => foundAnew(before.get(row.key), row));
        return [...new Set(changed.flatMap((row) => [...row.others, ...(before.get(row.key)?.others ?? [])]))];
      }),
    );
  }

  /** Accounts by the beginning of their id, their name or a word of it; those that ask for attention first. */
  async search(typed: string, limit: number): Promise<AccountRow[]> {
    const prefix = searchPrefix(typed);
    if (prefix === '') return [];
    const found = await this.db.accounts.where('words').startsWith(prefix).distinct().limit(SEARCHED).toArray();
    return found.sort((a, b) => a.rank - b.rank || a.account.localeCompare(b.account)).slice(0, limit);
  }

  /** How many accounts were seen. */
  accountsSeen(): Promise<number> {
    return this.db.accounts.count();
  }

  close(): void {
    this.db.close();
  }

  private delete(work: (texts: TextIndex) => Promise<Forgotten & { texts: TextIndex }>): Promise<Forgotten> {
    return this.queue(async () => {
      const { observations: table, textBlocks, factBlocks, accounts, decisions } = this.db;
      // Dexie keeps a transaction open over the awaits of an async function only.
      const { texts, ...forgotten } = await this.db.transaction(
        'rw',
        [table, textBlocks, factBlocks, accounts, decisions],
        async () => work(this.texts),
      );
      this.texts = texts;
      this.facts = undefined;
      return forgotten;
    });
  }

  /** Runs a write after those before it. When it fails, the index in memory is brought back from the database. */
  private queue<T>(work: () => Promise<T>): Promise<T> {
    const write = this.last.then(async () => {
      try {
        return await work();
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
}

/** Takes observations into the rows, the text index and the facts; the caller writes the index's blocks. */
async function take(
  db: HireflagDatabase,
  texts: TextIndex,
  observations: readonly Observation[],
): Promise<{ rows: StoredObservation[]; outdated: number; added: number }> {
  const table = db.observations;
  const known = new Map<string, Row>();
  for (const row of await db.rowsUnder('identity', observations.map(identityOf))) known.set(row.identity, row);
  const change = changeOf(known, observations);
  await table.bulkDelete(change.outdated);
  const numbers = await table.bulkPut(change.rows as StoredObservation[], { allKeys: true });
  const rows = change.rows.map((row, i): StoredObservation => ({ ...row, n: numbers[i] as number }));
  for (const n of change.outdated) texts.remove(n);
  rows.forEach((row, i) => {
    if (change.rows[i]?.n === undefined) indexText(texts, row);
  });
  await writeFacts(db.factBlocks, rows, change.outdated);
  return { rows, outdated: change.outdated.length, added: rows.length - known.size };
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

/** The facts from their blocks; when one is damaged or of another version, all are written anew, or none. */
async function loadFacts(db: HireflagDatabase): Promise<Facts> {
  const loaded = await Facts.load(db.factBlocks);
  if (loaded) return loaded;
  return db.transaction('rw', db.observations, db.factBlocks, async () => {
    await db.factBlocks.clear();
    const facts = new Facts();
    for await (const rows of allRows(db)) {
      facts.add(rows);
      await writeFacts(db.factBlocks, rows, []);
    }
    return facts;
  });
}
