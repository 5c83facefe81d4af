// The browser's own database of what was seen. One table holds the observations, which are the
// truth; the other tables hold what is derived from them and can be rebuilt at any time.
import Dexie, { type EntityTable } from 'dexie';
import type { AccountKey } from '../model/account.ts';
import type { Observation } from '../model/observation.ts';
import type { FactBlock } from './facts.ts';

/** An observation as stored: once, however often it was seen. */
export interface StoredObservation {
  /** Number of the row; the text index knows a bid's text by it. */
  n: number;
  /** What makes it the same fact when seen again (identity.ts). */
  identity: string;
  kind: Observation['kind'];
  /** The account it is about. */
  who?: AccountKey;
  /** `site:project`. */
  project?: string;
  firstSeenAt: string;
  lastSeenAt: string;
  /** What is known now. */
  body: Observation;
  /** What was said before it changed, oldest first. */
  earlier?: Observation[];
}

/** A packed block of the text index, as the text kernel wrote it. */
export interface StoredBlock {
  id: number;
  block: unknown;
}

export class HireflagDatabase extends Dexie {
  observations!: EntityTable<StoredObservation, 'n'>;
  textBlocks!: EntityTable<StoredBlock, 'id'>;
  factBlocks!: EntityTable<FactBlock, 'id'>;

  /** @param name of the database; tests and the practice run use their own. */
  constructor(name = 'hireflag') {
    super(name);
    this.version(1).stores({
      observations: '++n, &identity, who, kind, project, lastSeenAt',
      textBlocks: 'id',
      factBlocks: 'id',
    });
  }
}
