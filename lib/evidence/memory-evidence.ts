// The store without a database: everything in memory, for the command line and for tests of the red
// flags. It remembers and answers just as the database does.
import { type AccountKey, splitAccountKey } from '../model/account.ts';
import type { Coverage } from '../model/assessment.ts';
import { contentOf, type LogEvent, type LogKey, logKeysOf, sameEvent, whoOf } from '../model/log-event.ts';
import type { Observation, Profile, Project } from '../model/observation.ts';
import { coverageOf } from '../store/coverage.ts';
import { identityOf } from '../store/identity.ts';
import { merge } from '../store/merge.ts';
import type { Projection } from '../store/projection.ts';
import type { Row } from '../store/row.ts';
import type { StoredObservation } from '../store/rows.ts';
import { compareMoments } from '../store/seen-values.ts';
import type {
  Evidence,
  LogHolder,
  ProfileHistory,
  StoredBid,
  StoredMessage,
  StoredReview,
  StoredText,
} from './evidence.ts';
import {
  AnswersByList,
  bidsIn,
  byAccount,
  messagesIn,
  profileHistoryIn,
  profileIn,
  reviewsIn,
  textsIn,
} from './from-rows.ts';
import { type PersonLogs, personLogs } from './person-logs.ts';

export class MemoryStore {
  /** The rows of each fact. */
  readonly #rows = new Map<string, readonly StoredObservation[]>();
  /** The others of one person. */
  readonly #people = new Map<AccountKey, AccountKey[]>();
  /** The events of logs, by whom they are about and all that they say. */
  readonly #events = new Map<AccountKey, Map<string, LogEvent>>();
  /** The number of the next new row; as in the database, numbers of rows that are gone are not given again. */
  #next = 1;

  /** Remembers observations, such as those of one page: each once, however often it comes. */
  remember(...observations: readonly Observation[]): void {
    for (const [identity, seen] of Map.groupBy(observations, identityOf)) {
      const rows = merge(this.#rows.get(identity) ?? [], seen);
      this.#rows.set(
        identity,
        rows.map((row) => (hasNumber(row) ? row : { ...row, n: this.#next++ })),
      );
    }
  }

  /** Remembers that the user said that these accounts are one person's. */
  samePeople(...accounts: readonly AccountKey[]): void {
    for (const account of accounts) {
      const others = accounts.filter((other) => other !== account);
      this.#people.set(account, [...new Set([...(this.#people.get(account) ?? []), ...others])]);
    }
  }

  /** Remembers events of logs: each once. */
  rememberEvents(events: Iterable<LogEvent>): void {
    for (const event of events) {
      const who = whoOf(event);
      let known = this.#events.get(who);
      if (!known) {
        known = new Map();
        this.#events.set(who, known);
      }
      const content = contentOf(event);
      known.set(content, sameEvent(event, known.get(content)));
    }
  }

  /** What is remembered, each row with its number. */
  rows(): StoredObservation[] {
    return [...this.#rows.values()].flat();
  }

  /** What the red flags may ask, as of now. */
  evidence(): MemoryEvidence {
    return new MemoryEvidence(
      this.rows().sort((a, b) => a.n - b.n),
      this.#people,
      this.#events,
    );
  }

  /** The same, but numbered by when rows were first seen, so that the order in which they came changes nothing. */
  evidenceInFixedOrder(): MemoryEvidence {
    const order = (a: Row, b: Row) =>
      compareMoments(a.firstSeenAt, b.firstSeenAt) || (a.identity < b.identity ? -1 : 1);
    return new MemoryEvidence(
      this.rows()
        .sort(order)
        .map((row, i) => ({ ...row, n: i + 1 })),
      this.#people,
      this.#events,
    );
  }
}

function hasNumber(row: Row): row is StoredObservation {
  return row.n !== undefined;
}

export class MemoryEvidence implements Evidence {
  /** Every account that something was seen of, in the order first seen. */
  readonly accounts: readonly AccountKey[];
  readonly #byNumber = new Map<number, StoredObservation>();
  readonly #byAccount = new Map<AccountKey, StoredObservation[]>();
  readonly #projects = new Map<string, Project>();
  readonly #states = new Map<string, unknown>();
  readonly #answered = new AnswersByList();

  readonly #people: ReadonlyMap<AccountKey, readonly AccountKey[]>;
  readonly #events: ReadonlyMap<AccountKey, ReadonlyMap<string, LogEvent>>;
  #holders: Map<LogKey, LogHolder[]> | undefined;

  /**
   * @param rows ascending by number
   * @param people for each account the others of the same person, as the user said
   * @param events of logs, by whom they are about
   */
  constructor(
    rows: readonly StoredObservation[],
    people: ReadonlyMap<AccountKey, readonly AccountKey[]> = new Map(),
    events: ReadonlyMap<AccountKey, ReadonlyMap<string, LogEvent>> = new Map(),
  ) {
    this.#people = people;
    this.#events = events;
    for (const row of rows) {
      this.#byNumber.set(row.n, row);
      if (row.kind === 'project') this.#projects.set(row.project as string, row.body as Project);
      const { who, giver } = row;
      if (who) this.#note(who, row);
      if (giver && giver !== who) this.#note(giver, row);
    }
    this.accounts = [...new Set([...this.#byAccount.keys(), ...events.keys()])];
  }

  #note(account: AccountKey, row: StoredObservation): void {
    const own = this.#byAccount.get(account);
    if (own) own.push(row);
    else this.#byAccount.set(account, [row]);
  }

  async bidsOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, StoredBid[]>> {
    return this.#answered.byAccount(accounts, () => this.#rowsOf(accounts), bidsIn);
  }

  async textsOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, StoredText[]>> {
    return this.#answered.byAccount(accounts, () => this.#rowsOf(accounts), textsIn);
  }

  async reviewsOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, StoredReview[]>> {
    return this.#answered.byAccount(accounts, () => this.#rowsOf(accounts), reviewsIn);
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
    return this.#answered.byAccount(accounts, () => this.#rowsOf(accounts), profileIn);
  }

  async profileHistoriesOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, ProfileHistory>> {
    return this.#answered.byAccount(accounts, () => this.#rowsOf(accounts), profileHistoryIn);
  }

  async messagesOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, StoredMessage[]>> {
    return this.#answered.byAccount(accounts, () => this.#rowsOf(accounts), messagesIn);
  }

  async coverageOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, Coverage>> {
    return byAccount(this.#rowsOf(accounts), (rows) => coverageOf(rows.map(({ body }) => body)));
  }

  async peopleOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, readonly AccountKey[]>> {
    return new Map(
      accounts.flatMap((account) => {
        const others = this.#people.get(account);
        return others ? [[account, others] as const] : [];
      }),
    );
  }

  async logsOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, PersonLogs>> {
    return personLogs(accounts, this.#people, async (all) => {
      return new Map(
        all.flatMap((account) => {
          const own = this.#events.get(account);
          return own ? [[account, [...own.values()]] as const] : [];
        }),
      );
    });
  }

  async logHoldersOf(keys: readonly LogKey[]): Promise<Map<LogKey, LogHolder[]>> {
    this.#holders ??= holdersIn(this.#events);
    return new Map(
      keys.flatMap((key) => {
        const holders = this.#holders?.get(key);
        return holders ? [[key, holders] as const] : [];
      }),
    );
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

/** The accounts of logs by what they have. */
function holdersIn(events: ReadonlyMap<AccountKey, ReadonlyMap<string, LogEvent>>): Map<LogKey, LogHolder[]> {
  const holders = new Map<LogKey, LogHolder[]>();
  for (const [key, own] of events) {
    const name = [...own.values()].find((event) => event.name !== undefined)?.name;
    const holder = { key, ...splitAccountKey(key), ...(name !== undefined && { name }) };
    for (const found of new Set([...own.values()].flatMap(logKeysOf))) {
      const known = holders.get(found);
      if (known) known.push(holder);
      else holders.set(found, [holder]);
    }
  }
  return holders;
}
