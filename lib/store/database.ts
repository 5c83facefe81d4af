// The browser's own database of what was seen. One table holds the observations, which are the
// truth; the other tables hold what is derived from them and can be rebuilt at any time.

import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Observation } from '../model/observation.ts';
import { isGrouped } from './grouped-rows.ts';
import { identityRange, kindRange } from './identity.ts';
import type {
  AccountRow,
  IncomingPart,
  LogAccountRow,
  LogBlock,
  PendingNote,
  ProjectionBlock,
  StoredDecision,
  StoredObservation,
  StoredRecord,
} from './rows.ts';
import { listAnew, mergeAnew, packLogs } from './upgrade.ts';

export class HireflagDatabase extends Dexie {
  observations!: EntityTable<StoredObservation, 'n'>;
  projections!: Table<ProjectionBlock, [projection: string, id: number]>;
  accounts!: EntityTable<AccountRow, 'key'>;
  incoming!: EntityTable<IncomingPart, 'id'>;
  pending!: EntityTable<PendingNote, 'key'>;
  decisions!: EntityTable<StoredDecision, 'id'>;
  records!: EntityTable<StoredRecord, 'id'>;
  logBlocks!: EntityTable<LogBlock, 'id'>;
  logAccounts!: EntityTable<LogAccountRow, 'key'>;

  /** @param name of the database; tests and the practice run use their own. */
  constructor(name = 'hireflag') {
    // Dexie's own cache keeps what was asked for live queries, of which there are none, and copies it each time.
    super(name, { cache: 'disabled' });
    this.version(1).stores({
      observations: '++n, &identity, who, giver, kind, project, lastSeenAt',
      textBlocks: 'id',
      factBlocks: 'id',
    });
    this.version(2).stores({
      accounts: 'key, rank, lastSeenAt, *flags, *others, *words',
      incoming: '++id, of, at',
    });
    this.version(3).stores({ decisions: '++id, account, other', records: 'id, account, changedAt' });
    // Versions 1 to 3 are those of Hireflag 0.1. What was kept of the projections is made anew from the rows.
    this.version(4)
      .stores({ projections: '[projection+id]', textBlocks: null, factBlocks: null, pending: 'key' })
      .upgrade(async (tx) => {
        // What an import of 0.1 put aside was checked by the rules of then.
        await tx.table('incoming').clear();
        await mergeAnew(tx);
        await listAnew(tx);
      });
    this.version(5).stores({ logBlocks: 'id, who, keptAt', logAccounts: 'key, account, *keys' });
    // Version 6 is one of the database for teams (team/database.ts).
    this.version(7).stores({ logBlocks: 'id, who, keptAt, *keys' }).upgrade(packLogs);
    // Each index makes a row that is written dearer: the kind stands first in the identity.
    this.version(8).stores({ observations: '++n, &identity, who, giver, project, lastSeenAt' });
  }

  /** All rows of a kind. */
  rowsOfKind(kind: Observation['kind']) {
    return this.observations.where('identity').between(...kindRange(kind));
  }

  /**
   * The rows under these keys of an index. Each key is asked for by itself and all at once: a cursor over
   * them, which is what `anyOf` takes, waits for each and is several times slower.
   */
  async rowsUnder(index: 'identity' | 'who' | 'giver', keys: Iterable<string>): Promise<StoredObservation[]> {
    const asked = [...new Set(keys)];
    if (asked.length === 0) return [];
    const found = await this.transaction('r', this.observations, () =>
      Promise.all(asked.map((key) => this.observations.where(index).equals(key).toArray())),
    );
    return found.flat();
  }

  /** The rows of each of these facts, in the same order. */
  async rowsOfFacts(facts: readonly { identity: string; kind: Observation['kind'] }[]): Promise<StoredObservation[][]> {
    if (facts.length === 0) return [];
    const table = this.observations;
    return this.transaction('r', table, () =>
      Promise.all(
        facts.map(({ identity, kind }) =>
          isGrouped(kind)
            ? table
                .where('identity')
                .between(...identityRange(identity))
                .toArray()
            : table.where('identity').equals(identity).toArray(),
        ),
      ),
    );
  }
}

/** An older version of Hireflag has the database open, and lets nobody change it. */
export class HeldOpenError extends Error {
  override readonly name = 'HeldOpenError';
}

/**
 * Opens the database, or rejects with what keeps it closed. It may be asked to open again.
 *
 * @throws HeldOpenError at once where it would have to wait for another page of Hireflag
 */
export async function openOrSay(db: Dexie): Promise<void> {
  const opening = db.open();
  const held = new Promise<never>((_, reject) => {
    db.on('blocked', () => reject(new HeldOpenError('held open by an older version')));
  });
  await Promise.race([opening, held]).catch((error: unknown) => {
    // Should it be let go later, whoever asks then opens it anew.
    opening.then(
      () => db.close(),
      () => undefined,
    );
    throw error;
  });
}

/** Rows read at a time when all are. */
const BATCH = 2_000;

/** Every row, a batch at a time, in the order of their numbers. */
export async function* allRows({ observations }: HireflagDatabase): AsyncGenerator<StoredObservation[]> {
  for (let last = 0; ; ) {
    const rows = await observations.where('n').above(last).limit(BATCH).toArray();
    yield rows;
    if (rows.length < BATCH) return;
    last = (rows.at(-1) as StoredObservation).n;
  }
}
