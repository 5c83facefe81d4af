// The store without a database: everything in memory, for the command line and for tests of the red
// flags. It remembers and answers just as the database does.
import type { AccountKey } from '../model/account.ts';
import type { Coverage } from '../model/assessment.ts';
import type { Observation, Profile, Project } from '../model/observation.ts';
import { coverageOf } from '../store/coverage.ts';
import { identityOf } from '../store/identity.ts';
import type { Projection } from '../store/projection.ts';
import { newRow, type Row, seeAgain } from '../store/row.ts';
import type { StoredObservation } from '../store/rows.ts';
import type { Evidence, StoredBid, StoredReview, StoredText } from './evidence.ts';
import { bidsIn, byAccount, profileIn, reviewsIn, textsIn } from './from-rows.ts';

export class MemoryStore {
  readonly #rows = new Map<string, Row>();

  /** Remembers one observation: once, however often it comes. */
  remember(observation: Observation): void {
    const identity = identityOf(observation);
    const known = this.#rows.get(identity);
    this.#rows.set(identity, known ? seeAgain(known, observation) : newRow(identity, observation));
  }

  /** What the red flags may ask, as of now. */
  evidence(): MemoryEvidence {
    return new MemoryEvidence(this.#rows.values());
  }
}

export class MemoryEvidence implements Evidence {
  /** Every account that something was seen of, in the order first seen. */
  readonly accounts: readonly AccountKey[];
  readonly #byNumber = new Map<number, StoredObservation>();
  readonly #byAccount = new Map<AccountKey, StoredObservation[]>();
  readonly #projects = new Map<string, Project>();
  readonly #states = new Map<string, unknown>();

  /** @param rows in the order first seen, numbered here as the database numbers them */
  constructor(rows: Iterable<Row>) {
    for (const row of rows) {
      const n = this.#byNumber.size + 1;
      const stored = { ...row, n };
      this.#byNumber.set(n, stored);
      if (row.kind === 'project') this.#projects.set(row.project as string, row.body as Project);
      for (const account of new Set([row.who, row.giver])) {
        if (!account) continue;
        const own = this.#byAccount.get(account);
        if (own) own.push(stored);
        else this.#byAccount.set(account, [stored]);
      }
    }
    this.accounts = [...this.#byAccount.keys()];
  }

  async bidsOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, StoredBid[]>> {
    return byAccount(this.#rowsOf(accounts), bidsIn);
  }

  async textsOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, StoredText[]>> {
    return byAccount(this.#rowsOf(accounts), textsIn);
  }

  async reviewsOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, StoredReview[]>> {
    return byAccount(this.#rowsOf(accounts), reviewsIn);
  }

  async textsAt(numbers: readonly number[]): Promise<StoredText[]> {
    return textsIn(numbers.flatMap((n) => this.#byNumber.get(n) ?? []));
  }

  async projects(keys: readonly string[]): Promise<Map<string, Project>> {
    return new Map(
      keys.flatMap((key) => {
        const project = this.#projects.get(key);
        return project ? [[key, project]] : [];
      }),
    );
  }

  async profilesOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, Profile>> {
    return byAccount(this.#rowsOf(accounts), profileIn);
  }

  async coverageOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, Coverage>> {
    return byAccount(this.#rowsOf(accounts), (rows) => coverageOf(rows.map(({ body }) => body)));
  }

  async projection<State>(projection: Projection<State>): Promise<State> {
    const known = this.#states.get(projection.id);
    if (known !== undefined) return known as State;
    const state = projection.empty();
    for (const [n, row] of this.#byNumber) {
      const fact = projection.kinds.includes(row.kind) ? projection.factOf(row) : undefined;
      if (fact !== undefined) projection.take(state, n, fact);
    }
    this.#states.set(projection.id, state);
    return state;
  }

  #rowsOf(accounts: readonly AccountKey[]): Map<AccountKey, readonly StoredObservation[]> {
    return new Map(accounts.map((account) => [account, this.#byAccount.get(account) ?? []]));
  }
}
