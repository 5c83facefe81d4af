// The database of a browser that is in a team: the ordinary one, with what is still to be sent and how far the pool was
// read, in tables beside the rows, so that all of it is written in one transaction. In the package for teams this file
// stands in the place of store/database.ts.

import type { Table } from 'dexie';
import { HireflagDatabase } from '../store/database.ts';
import type { Outgoing } from './outbox.ts';
import type { SayingRow, TeamEntry } from './state.ts';

export * from '../store/database.ts';

export class TeamDatabase extends HireflagDatabase {
  outbox!: Table<Outgoing, number>;
  team!: Table<TeamEntry, string>;
  sayings!: Table<SayingRow, string>;

  constructor(name?: string) {
    super(name);
    this.version(5).stores({ outbox: '++id, &of, *people', team: 'key' });
    this.version(6).stores({ sayings: 'key, person, *people, at' });
  }
}

export { TeamDatabase as HireflagDatabase };
