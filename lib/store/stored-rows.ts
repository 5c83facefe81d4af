// The rows as they are asked for: those about an account, those of given numbers, the projects of given keys. What was
// written last is mostly asked for next, and is answered from memory.
import type { AccountKey } from '../model/account.ts';
import type { Project } from '../model/observation.ts';
import type { AccountRows } from './account-rows.ts';
import type { HireflagDatabase } from './database.ts';
import { identityOf } from './identity.ts';
import type { StoredObservation } from './rows.ts';

/** Of an account with more rows than this they are asked for together: a question for each would take longer. */
const FEW_ROWS = 4;

export class StoredRows {
  private readonly db: HireflagDatabase;
  /** The rows of the last write, by number. */
  private inMemory: ReadonlyMap<number, StoredObservation> = new Map();

  constructor(db: HireflagDatabase) {
    this.db = db;
  }

  /** The rows that are answered from memory from now on. They must be as they are stored. */
  keepInMemory(rows: readonly StoredObservation[]): void {
    this.inMemory = new Map(rows.map((row) => [row.n, row]));
  }

  /**
   * The rows about each of these accounts, reviews it gave included, in the order first seen; none is an empty list.
   *
   * @param known which rows each has: so that it can be asked in a transaction on the rows, too
   */
  async about(known: AccountRows, accounts: Iterable<AccountKey>): Promise<Map<AccountKey, StoredObservation[]>> {
    const rowsOf = new Map<AccountKey, StoredObservation[]>();
    for (const account of accounts) rowsOf.set(account, []);
    const { inMemory } = this;
    const [found, numbers, many] = [new Map<number, StoredObservation>(), new Set<number>(), [] as AccountKey[]];
    for (const account of rowsOf.keys()) {
      const own = known.of(account);
      const asked = own.filter((n) => !inMemory.has(n));
      if (asked.length > FEW_ROWS) many.push(account);
      else for (const n of asked) numbers.add(n);
      for (const n of own) if (inMemory.has(n)) found.set(n, inMemory.get(n) as StoredObservation);
    }
    const asked = await Promise.all([
      numbers.size > 0 ? this.at([...numbers]) : [],
      this.db.rowsUnder('who', many),
      this.db.rowsUnder('giver', many),
    ]);
    for (const row of asked.flat()) found.set(row.n, row);
    for (const row of [...found.values()].sort((a, b) => a.n - b.n)) {
      for (const account of new Set([row.who, row.giver])) if (account) rowsOf.get(account)?.push(row);
    }
    return rowsOf;
  }

  /** Those of these accounts of whom nothing is stored. */
  async goneAmong(known: AccountRows, accounts: readonly AccountKey[]): Promise<Set<AccountKey>> {
    const rowsOf = await this.about(known, accounts);
    return new Set([...rowsOf].flatMap(([account, rows]) => (rows.length === 0 ? [account] : [])));
  }

  /** The rows of these numbers. Numbers that are gone are left out. */
  async at(numbers: readonly number[]): Promise<StoredObservation[]> {
    return (await this.db.observations.bulkGet([...numbers])).filter((row) => row !== undefined);
  }

  /** Projects by `site:project`. */
  async projects(keys: readonly string[]): Promise<Map<string, Project>> {
    const identities = keys.map((key) => {
      const colon = key.indexOf(':');
      return identityOf({ kind: 'project', site: key.slice(0, colon), project: key.slice(colon + 1), seenAt: '' });
    });
    const rows = await this.db.rowsUnder('identity', identities);
    return new Map(rows.map((row) => [row.project as string, row.body as Project]));
  }
}
