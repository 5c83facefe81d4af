// What the red flags ask, answered from an analyst's file. Rows of an account are read once for one assessment.
import type {
  Evidence,
  LogHolder,
  ProfileHistory,
  StoredBid,
  StoredMessage,
  StoredReview,
  StoredText,
} from '../../lib/evidence/evidence.ts';
import {
  bidsIn,
  byAccount,
  messagesIn,
  profileHistoryIn,
  profileIn,
  reviewsIn,
  textsIn,
} from '../../lib/evidence/from-rows.ts';
import type { PersonLogs } from '../../lib/evidence/person-logs.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Coverage } from '../../lib/model/assessment.ts';
import type { LogKey } from '../../lib/model/log-event.ts';
import type { Profile, Project } from '../../lib/model/observation.ts';
import { coverageOf } from '../../lib/store/coverage.ts';
import type { Projection } from '../../lib/store/projection.ts';
import type { StoredObservation } from '../../lib/store/rows.ts';
import type { AnalystStore } from './store.ts';

export class AnalystEvidence implements Evidence {
  readonly #store: AnalystStore;
  readonly #rows = new Map<AccountKey, readonly StoredObservation[]>();

  constructor(store: AnalystStore) {
    this.#store = store;
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
    return textsIn(numbers.flatMap((n) => this.#store.rowAt(n) ?? []));
  }

  async projects(keys: readonly string[]): Promise<Map<string, Project>> {
    return new Map(
      keys.flatMap((key) => {
        const row = this.#store.projectRow(key);
        return row ? [[key, row.body as Project]] : [];
      }),
    );
  }

  async profilesOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, Profile>> {
    return byAccount(this.#rowsOf(accounts), profileIn);
  }

  async profileHistoriesOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, ProfileHistory>> {
    return byAccount(this.#rowsOf(accounts), profileHistoryIn);
  }

  async messagesOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, StoredMessage[]>> {
    return byAccount(this.#rowsOf(accounts), messagesIn);
  }

  async coverageOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, Coverage>> {
    return byAccount(this.#rowsOf(accounts), (rows) => coverageOf(rows.map(({ body }) => body)));
  }

  /** Who is one person is each member's to say, and stays with them. */
  async peopleOf(): Promise<Map<AccountKey, readonly AccountKey[]>> {
    return new Map();
  }

  /** Logs are no team's to know. */
  async logsOf(): Promise<Map<AccountKey, PersonLogs>> {
    return new Map();
  }

  async logHoldersOf(): Promise<Map<LogKey, readonly LogHolder[]>> {
    return new Map();
  }

  async projection<State>(projection: Projection<State>): Promise<State> {
    return this.#store.state(projection);
  }

  #rowsOf(accounts: readonly AccountKey[]): Map<AccountKey, readonly StoredObservation[]> {
    return new Map(
      accounts.map((account) => {
        const rows = this.#rows.get(account) ?? this.#store.rowsOf(account);
        this.#rows.set(account, rows);
        return [account, rows];
      }),
    );
  }
}
