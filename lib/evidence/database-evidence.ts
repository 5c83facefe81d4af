// What the red flags ask, answered from the browser's database. The rows of an account are fetched once, however
// many flags ask for them and whether one after the other or at once.
import type { AccountKey } from '../model/account.ts';
import type { Coverage } from '../model/assessment.ts';
import type { LogKey } from '../model/log-event.ts';
import type { Profile, Project } from '../model/observation.ts';
import { coverageOf } from '../store/coverage.ts';
import type { Projection } from '../store/projection.ts';
import type { StoredObservation } from '../store/rows.ts';
import type { Store } from '../store/store.ts';
import type {
  Evidence,
  LogHolder,
  ProfileHistory,
  StoredBid,
  StoredMessage,
  StoredReview,
  StoredText,
} from './evidence.ts';
import { bidsIn, byAccount, messagesIn, profileHistoryIn, profileIn, reviewsIn, textsIn } from './from-rows.ts';
import { type PersonLogs, personLogs } from './person-logs.ts';

/** What was answered of these accounts, by them. */
type Asked<T> = Map<string, Promise<Map<AccountKey, T>>>;

/** Asks once for the same accounts; what could not be answered is asked again by the next. */
function askedOnce<T>(
  known: Asked<T>,
  accounts: readonly AccountKey[],
  ask: () => Promise<Map<AccountKey, T>>,
): Promise<Map<AccountKey, T>> {
  const asked = JSON.stringify(accounts);
  const answered = known.get(asked) ?? ask();
  known.set(asked, answered);
  answered.catch(() => known.delete(asked));
  return answered;
}

/** What was seen as of the first question about each account; made for one assessment and then let go. */
export class DatabaseEvidence implements Evidence {
  readonly #store: Store;
  /** Several flags ask for the logs and for the other accounts of the same people. */
  readonly #logs: Asked<PersonLogs> = new Map();
  readonly #people: Asked<AccountKey[]> = new Map();
  readonly #rows = new Map<AccountKey, Promise<readonly StoredObservation[]>>();

  constructor(store: Store) {
    this.#store = store;
  }

  async bidsOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, StoredBid[]>> {
    return byAccount(await this.#rowsOf(accounts), bidsIn);
  }

  async textsOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, StoredText[]>> {
    return byAccount(await this.#rowsOf(accounts), textsIn);
  }

  async reviewsOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, StoredReview[]>> {
    return byAccount(await this.#rowsOf(accounts), reviewsIn);
  }

  async textsAt(numbers: readonly number[]): Promise<StoredText[]> {
    return textsIn(await this.#store.rowsAt(numbers));
  }

  projects(keys: readonly string[]): Promise<Map<string, Project>> {
    return this.#store.projects(keys);
  }

  async profilesOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, Profile>> {
    return byAccount(await this.#rowsOf(accounts), profileIn);
  }

  async profileHistoriesOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, ProfileHistory>> {
    return byAccount(await this.#rowsOf(accounts), profileHistoryIn);
  }

  async messagesOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, StoredMessage[]>> {
    return byAccount(await this.#rowsOf(accounts), messagesIn);
  }

  async coverageOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, Coverage>> {
    return byAccount(await this.#rowsOf(accounts), (rows) => coverageOf(rows.map(({ body }) => body)));
  }

  peopleOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, AccountKey[]>> {
    return askedOnce(this.#people, accounts, () => this.#store.decisions.peopleOf(accounts));
  }

  logsOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, PersonLogs>> {
    return askedOnce(this.#logs, accounts, async () =>
      personLogs(accounts, await this.peopleOf(accounts), (all) => this.#store.logEventsOf(all)),
    );
  }

  logHoldersOf(keys: readonly LogKey[]): Promise<Map<LogKey, LogHolder[]>> {
    return this.#store.logHoldersOf(keys);
  }

  projection<State>(projection: Projection<State>): Promise<State> {
    return this.#store.projection(projection);
  }

  async #rowsOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, readonly StoredObservation[]>> {
    const missing = [...new Set(accounts)].filter((account) => !this.#rows.has(account));
    if (missing.length > 0) {
      const fetched = this.#store.rowsOf(missing);
      for (const account of missing) {
        const rows = fetched.then((all) => all.get(account) ?? []);
        this.#rows.set(account, rows);
        // What could not be fetched is tried again by the next who asks.
        rows.catch(() => this.#rows.delete(account));
      }
    }
    const all = accounts.map(async (account) => [account, (await this.#rows.get(account)) ?? []] as const);
    return new Map(await Promise.all(all));
  }
}
