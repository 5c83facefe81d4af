// The store as the background worker uses it: it remembers observations and keeps projections of them beside.
// Both are written in one transaction, so that whenever the browser ends the worker, both are there or neither is.

import type { Table, Transaction } from 'dexie';
import { type AccountKey, accountKey } from '../model/account.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Decision } from '../model/decision.ts';
import { type LogEvent, type LogKey, whoOf } from '../model/log-event.ts';
import type { Observation, Project } from '../model/observation.ts';
import { type AccountRows, accountRows, isAlone } from './account-rows.ts';
import { accountRow, accountSummary, foundAnew, searchPrefix } from './accounts.ts';
import { bringBack, lastSighting, timeAfter } from './clock.ts';
import { HireflagDatabase, openOrSay } from './database.ts';
import { Decisions } from './decisions.ts';
import { type AccountOfPage, expire, type Forgotten, forget, observationsBefore } from './forget.ts';
import { RecentlyForgotten, withoutThese } from './forgotten.ts';
import { noteGone } from './gone.ts';
import { identityOf, whoIs } from './identity.ts';
import { begunImports, markBegun, partsOf, unstageImport } from './import-staging.ts';
import { KeptProjections } from './kept-projections.ts';
import { addLogEvents, expireLogs, forgetLogs, logEventsOf, logHoldersOf } from './logs.ts';
import { PendingAccounts } from './pending.ts';
import type { Projection } from './projection.ts';
import type { AccountRow, LogAccountRow, StoredObservation } from './rows.ts';
import { take } from './take.ts';

/** Of an account with more rows than this they are asked for together: a question for each would take longer. */
const FEW_ROWS = 4;
/** A larger write, as of an import, is not held in memory. */
const MAX_WRITTEN = 1_000;

/** So many hits of a search are put in order. */
const SEARCHED = 500;

export interface Remembered {
  added: number;
  seenAgain: number;
}

export interface StoreOptions {
  /** Name of the database; tests and the practice run use their own. */
  name?: string;
  /** Every projection that anyone may ask for: they are kept beside the rows. */
  projections?: readonly Projection<unknown>[];
  /** Whose page an address is, so that forgetting somebody forgets their pages. */
  accountOfPage?: AccountOfPage;
}

export class Store {
  /** What the user decided about accounts. */
  readonly decisions: Decisions;
  protected readonly db: HireflagDatabase;
  protected readonly projections: KeptProjections;
  protected readonly pendingAccounts: PendingAccounts;
  private readonly accountOfPage: AccountOfPage;
  /** What `written` was when something was last deleted: what was assessed before may name who is gone. */
  private deletedAt = 0;
  protected readonly forgotten: RecentlyForgotten;
  /** When something was last seen, ms since 1970. */
  private lastSeen: number | undefined;
  /** Whether nothing was stored when it was opened. */
  readonly wasEmpty: boolean;
  /** The rows of the last write: mostly they are asked for next. */
  private writtenLast: ReadonlyMap<number, StoredObservation> = new Map();
  /** Those of the write under way. */
  private writing: StoredObservation[] = [];
  /** Writes queue here, so that two pages read at once do not pass each other. */
  private last: Promise<unknown> = Promise.resolve();

  protected constructor(
    db: HireflagDatabase,
    projections: KeptProjections,
    accountOfPage: AccountOfPage,
    last: number | undefined,
  ) {
    this.db = db;
    this.lastSeen = last;
    this.wasEmpty = last === undefined;
    this.accountOfPage = accountOfPage;
    this.forgotten = new RecentlyForgotten(accountOfPage);
    this.decisions = new Decisions(db);
    this.projections = projections;
    this.pendingAccounts = new PendingAccounts(db);
  }

  /** Opens the database. Projections are loaded when they are asked for. */
  static async open({ name, projections = [], accountOfPage = () => undefined }: StoreOptions = {}): Promise<Store> {
    const db = new HireflagDatabase(name);
    await openOrSay(db);
    const kept = new KeptProjections(db, projections);
    const [last] = await Promise.all([lastSighting(db), kept.tidy()]);
    return new Store(db, kept, accountOfPage, last);
  }

  /** What a projection holds as of now; the same object for as long as it is only added to. */
  projection<State>(projection: Projection<State>): Promise<State> {
    return this.projections.state(projection);
  }

  /** Loads what a page that is being read will be answered from. Never rejects: what fails is said to who asks then. */
  async makeReady(projections: readonly Projection<unknown>[]): Promise<void> {
    await Promise.allSettled([accountRows, ...projections].map((one) => this.projections.state(one)));
  }

  /** The rows about each of these accounts, reviews it gave included, in the order first seen; none is an empty list. */
  async rowsOf(accounts: Iterable<AccountKey>): Promise<Map<AccountKey, StoredObservation[]>> {
    return this.rowsIn(await this.projections.state(accountRows), accounts);
  }

  /** The same where it is known already which rows each has: in a transaction on the rows too. */
  private async rowsIn(
    known: AccountRows,
    accounts: Iterable<AccountKey>,
  ): Promise<Map<AccountKey, StoredObservation[]>> {
    const rowsOf = new Map<AccountKey, StoredObservation[]>();
    for (const account of accounts) rowsOf.set(account, []);
    const written = this.writtenLast;
    const [found, numbers, many] = [new Map<number, StoredObservation>(), new Set<number>(), [] as AccountKey[]];
    for (const account of rowsOf.keys()) {
      const own = known.of(account);
      const asked = own.filter((n) => !written.has(n));
      if (asked.length > FEW_ROWS) many.push(account);
      else for (const n of asked) numbers.add(n);
      for (const n of own) if (written.has(n)) found.set(n, written.get(n) as StoredObservation);
    }
    const asked = await Promise.all([
      numbers.size > 0 ? this.rowsAt([...numbers]) : [],
      this.db.rowsUnder('who', many),
      this.db.rowsUnder('giver', many),
    ]);
    for (const row of asked.flat()) found.set(row.n, row);
    for (const row of [...found.values()].sort((a, b) => a.n - b.n)) {
      for (const account of new Set([row.who, row.giver])) if (account) rowsOf.get(account)?.push(row);
    }
    return rowsOf;
  }

  /** The rows of these numbers. Numbers that are gone are left out. */
  async rowsAt(numbers: readonly number[]): Promise<StoredObservation[]> {
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

  /** Remembers observations: all of them or, when the database refuses, none. */
  remember(observations: readonly Observation[]): Promise<Remembered> {
    return this.write(this.taking, async () => {
      const left = this.forgotten.without(observations);
      const added = await this.takeIn(left);
      for (const { seenAt } of left) this.lastSeen = Math.max(this.lastSeen ?? 0, Date.parse(seenAt));
      return { added, seenAgain: left.length - added };
    });
  }

  /** Changes whenever something is deleted. */
  get deletion(): number {
    return this.deletedAt;
  }

  /** What time to say that a page is read at, ms since 1970: a clock that went back makes nothing old of what is new. */
  timeNow(now = Date.now()): number {
    return timeAfter(this.lastSeen, now);
  }

  /** Brings back to the present what was seen while the clock was ahead; to be called when it is right. */
  bringBack(now = Date.now()): Promise<void> {
    return this.write([this.db.pending], async () => {
      await this.pendingAccounts.add(await bringBack(this.db, this.projections, now));
      this.lastSeen = await lastSighting(this.db);
    });
  }

  /** How many observations there are, and how many were last seen before this time, ISO 8601. */
  async countBefore(before: string): Promise<{ due: number; all: number }> {
    const [due, all] = await Promise.all([observationsBefore(this.db, before).count(), this.db.observations.count()]);
    return { due, all };
  }

  /**
   * Keeps what the user decided about an account.
   *
   * @returns false where nothing is stored of it: it may have been deleted meanwhile
   */
  decide(decision: Decision): Promise<boolean> {
    const { observations, decisions } = this.db;
    return this.queue(async () => {
      const known = await this.projections.state(accountRows);
      return this.db.transaction('rw', observations, decisions, async () => {
        if ((await this.goneOf(known, [decision.account as AccountKey])).size > 0) return false;
        await this.decisions.add(decision);
        return true;
      });
    });
  }

  /**
   * Takes in what an import put into `incoming`, a part at a time, so that pages have their turn between two parts. It
   * is noted that it has begun: a worker that is ended in the middle leaves it to the next (`begunImports`).
   *
   * @param of which import
   * @param progress is told how many observations are done; returns false to stop: what is left is then thrown away
   */
  async import(of: string, progress: (done: number) => boolean): Promise<Remembered & { stopped: boolean }> {
    const { incoming, logBlocks, logAccounts } = this.db;
    const parts = await partsOf(this.db, of);
    await this.queue(() => markBegun(this.db, of));
    const sum = { added: 0, seenAgain: 0, stopped: false };
    try {
      for (const id of parts) {
        const before = sum.added + sum.seenAgain;
        await this.write([incoming, logBlocks, logAccounts, ...this.taking], async () => {
          const { observations = [], events = [] } = (await incoming.get(id)) ?? {};
          const added = await this.takeIn(observations);
          await incoming.delete(id);
          const ofLogs = events.length > 0 ? await addLogEvents(this.db, events, new Date().toISOString()) : undefined;
          sum.added += added + (ofLogs?.added ?? 0);
          sum.seenAgain += observations.length - added + (ofLogs?.known ?? 0);
        });
        const done = sum.added + sum.seenAgain;
        sum.stopped = done > before && !progress(done);
        if (sum.stopped) break;
      }
      return sum;
    } finally {
      await unstageImport(this.db, of);
    }
  }

  /** The imports that an earlier worker has begun and not finished. */
  begunImports(): Promise<string[]> {
    return begunImports(this.db);
  }

  /** Deletes everything about these accounts: what they said, what was said of them, what names them. */
  forget(accounts: readonly AccountKey[]): Promise<Forgotten> {
    return this.write(this.forgetting, () => this.forgetIn(accounts));
  }

  /** The tables that forgetting writes, beside the rows and projections. */
  protected get forgetting(): Table[] {
    const { accounts, decisions, pending, incoming, logBlocks, logAccounts } = this.db;
    return [accounts, decisions, pending, incoming, logBlocks, logAccounts];
  }

  /** Forgets accounts. Must run in a transaction on the rows, the projections and `forgetting`. */
  protected async forgetIn(accounts: readonly AccountKey[]): Promise<Forgotten> {
    const { incoming } = this.db;
    // What logs say of a person goes with them: the user said that it is theirs.
    const people = [...(await this.decisions.peopleOf(accounts)).values()].flat();
    await forgetLogs(this.db, [...accounts, ...(await this.logAccountsAmong(people))]);
    const forgotten = await forget(this.db, this.projections, this.pendingAccounts, accounts, this.accountOfPage);
    const gone = new Set<AccountKey>([...accounts, ...people]);
    await incoming.toCollection().modify((part) => {
      part.observations = withoutThese(part.observations, accounts, this.accountOfPage);
      if (part.events) part.events = part.events.filter((event) => !gone.has(whoOf(event)));
      noteGone(part, gone);
    });
    await this.pendingAccounts.add(forgotten.touched);
    this.deletedAt = this.written;
    this.forgotten.add(accounts);
    return forgotten;
  }

  /** Deletes what was last seen before this time, ISO 8601. */
  expire(before: string): Promise<Forgotten> {
    const { accounts, decisions, pending } = this.db;
    return this.write([accounts, decisions, pending], async () => {
      const expired = await expire(this.db, this.projections, this.pendingAccounts, before);
      await this.pendingAccounts.add(expired.touched);
      this.deletedAt = this.written;
      return expired;
    });
  }

  /** The events of each of these accounts of logs; who has none is absent. */
  logEventsOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, LogEvent[]>> {
    return logEventsOf(this.db, accounts);
  }

  /** The accounts of logs that are found by each of these keys. */
  logHoldersOf(keys: readonly LogKey[]): Promise<Map<LogKey, LogAccountRow[]>> {
    return logHoldersOf(this.db, keys);
  }

  /** The account of a log that is called so; undefined where there is none, or more than one. */
  async logAccountCalled(name: string): Promise<AccountKey | undefined> {
    const ways = [name, name.toLowerCase()];
    const found = await this.db.logAccounts
      .where('account')
      .anyOf(ways)
      .or('key')
      .anyOf(ways)
      .distinct()
      .limit(2)
      .toArray();
    return found.length === 1 ? found[0]?.key : undefined;
  }

  /** Deletes the events of logs that were imported before this time, ISO 8601; says whose findings may change. */
  async expireLogs(before: string): Promise<AccountKey[]> {
    const touched = await this.queue(() => expireLogs(this.db, before));
    return [...new Set([...(await this.decisions.peopleOf(touched)).values()].flat())];
  }

  private async logAccountsAmong(accounts: readonly AccountKey[]): Promise<AccountKey[]> {
    return (await this.db.logAccounts.bulkGet([...accounts])).flatMap((row) => (row ? [row.key] : []));
  }

  /** Deletes what imports put aside before this time, ISO 8601, and never took in. */
  async clearWaiting(before: string): Promise<void> {
    await this.db.incoming.where('at').below(before).delete();
  }

  /** Deletes everything in the database. */
  forgetAll(): Promise<void> {
    return this.queue(async () => {
      const tables = this.everything;
      await this.db.transaction('rw', tables, async () => {
        for (const table of tables) await table.clear();
      });
      this.forgotten.addEveryone();
      this.forgetMemory();
    });
  }

  /** The tables that `forgetAll` empties. */
  protected get everything(): Table[] {
    return this.db.tables;
  }

  /** Everyone that something was seen of. */
  async everyone(): Promise<AccountKey[]> {
    return (await this.db.observations.orderBy('who').uniqueKeys()) as AccountKey[];
  }

  /** Accounts that something was written about and that were not assessed since: an earlier worker may have been ended. */
  pending(): Promise<AccountKey[]> {
    return this.pendingAccounts.all();
  }

  /** How far writing has come; what is assessed from now on knows of all of it. */
  get written(): number {
    return this.pendingAccounts.now;
  }

  /**
   * Writes what assessments said into the list of accounts; they are pending no more. Who is gone by now is not
   * listed again, and an assessment that names them is not either: it stays pending.
   *
   * @param since what `written` was when they began; without it nothing was written since
   * @param withNamed whether the accounts that new or changed findings name are pending from now on
   * @returns those accounts
   */
  list(
    assessments: readonly Assessment[],
    { since = Number.POSITIVE_INFINITY, withNamed = false } = {},
  ): Promise<AccountKey[]> {
    const { observations, accounts, pending } = this.db;
    const keys = assessments.map(({ site, account }) => accountKey(site, account));
    return this.queue(async () => {
      const known = await this.projections.state(accountRows);
      return this.db.transaction('rw', observations, accounts, pending, async () => {
        const rowsOf = await this.rowsIn(known, keys);
        const all = assessments.flatMap((assessment, i) => {
          const summary = accountSummary(rowsOf.get(keys[i] as AccountKey) ?? []);
          return summary ? [accountRow(keys[i] as AccountKey, summary, assessment)] : [];
        });
        const gone =
          since < this.deletedAt
            ? await this.goneOf(
                known,
                all.flatMap((row) => row.others),
              )
            : new Set<string>();
        const rows = all.filter((row) => !row.others.some((other) => gone.has(other)));
        const left = new Set(all.filter((row) => !rows.includes(row)).map(({ key }) => key));
        const before = new Map((await accounts.bulkGet(keys)).flatMap((row) => (row ? [[row.key, row]] : [])));
        await accounts.bulkPut(rows);
        const changed = rows.filter((row) => foundAnew(before.get(row.key), row));
        await this.pendingAccounts.settle(
          keys.filter((key) => !left.has(key)),
          since,
        );
        const others = new Set(changed.flatMap((row) => [...row.others, ...(before.get(row.key)?.others ?? [])]));
        for (const key of keys) others.delete(key);
        const named = [...others];
        if (withNamed) await this.pendingAccounts.add(named);
        return named;
      });
    });
  }

  /** Those of these accounts of whom nothing is stored. */
  private async goneOf(known: AccountRows, accounts: readonly AccountKey[]): Promise<Set<AccountKey>> {
    const rowsOf = await this.rowsIn(known, accounts);
    return new Set([...rowsOf].flatMap(([account, rows]) => (rows.length === 0 ? [account] : [])));
  }

  /** Accounts by the beginning of their id, their name or a word of it; those that ask for attention first. */
  async search(typed: string, limit: number): Promise<AccountRow[]> {
    const prefix = searchPrefix(typed);
    if (prefix === '') return [];
    const found = await this.db.accounts.where('words').startsWith(prefix).distinct().limit(SEARCHED).toArray();
    return found.sort((a, b) => a.rank - b.rank || a.account.localeCompare(b.account)).slice(0, limit);
  }

  /** The names that pages show of these accounts, of those that have one. */
  async namesOf(accounts: Iterable<AccountKey>): Promise<[AccountKey, string][]> {
    const known = await this.projections.state(accountRows);
    const named = [...new Set(accounts)].filter((account) => known.mayHaveName(account));
    if (named.length === 0) return [];
    const rows = await this.db.accounts.bulkGet(named);
    return rows.flatMap((row) => (row?.name === undefined ? [] : [[row.key, row.name]]));
  }

  /** How many observations are stored. */
  count(): Promise<number> {
    return this.db.observations.count();
  }

  /** How many accounts were seen. */
  accountsSeen(): Promise<number> {
    return this.db.accounts.count();
  }

  close(): void {
    this.db.close();
  }

  /** The tables that taking observations in writes, beside the rows and projections. */
  protected get taking(): Table[] {
    return [this.db.pending];
  }

  /**
   * Takes observations in and notes whom they are about. Must run in a transaction on the rows, the projections and
   * `taking`.
   *
   * @returns how many were new
   */
  protected async takeIn(observations: readonly Observation[]): Promise<number> {
    const known = await this.projections.state(accountRows);
    const anew = new Set(this.writing.flatMap(({ who, identity }) => [who, identity]));
    const isUnknown = (one: Observation, identity: string) => {
      const who = whoIs(one);
      if (who === undefined) return false;
      if (known.of(who).length === 0 && !anew.has(who)) return true;
      return isAlone(one.kind) && !known.mayHold(identity) && !anew.has(identity);
    };
    const about = observations.map(whoIs);
    const [{ added, rows }] = await Promise.all([
      take(this.db, this.projections, observations, isUnknown),
      this.pendingAccounts.add(about),
    ]);
    this.writing.push(...rows);
    return added;
  }

  /** Runs a write of rows after those before it, in one transaction with the projections and these tables. */
  protected write<T>(tables: readonly Table[], work: (tx: Transaction) => Promise<T>): Promise<T> {
    const { observations, projections } = this.db;
    return this.queue(async () => {
      // Loaded before there is a transaction, which would not let it.
      await this.projections.state(accountRows);
      await this.projections.prepare();
      this.writtenLast = new Map();
      this.writing = [];
      // Dexie keeps a transaction open over the awaits of an async function only.
      const result = await this.db.transaction('rw', [observations, projections, ...tables], async (tx) => {
        const result = await work(tx);
        await this.projections.flush();
        return result;
      });
      await this.projections.commit();
      if (this.writing.length <= MAX_WRITTEN) this.writtenLast = new Map(this.writing.map((row) => [row.n, row]));
      return result;
    });
  }

  /** Forgets what is in memory of the database: it may hold what that refused. */
  private forgetMemory(): void {
    this.projections.forget();
    this.pendingAccounts.forget();
    this.writtenLast = new Map();
  }

  /** Runs something after the writes before it. When it fails, what is in memory is read anew when it is next asked for. */
  protected queue<T>(work: () => Promise<T>): Promise<T> {
    const write = this.last.then(async () => {
      try {
        return await work();
      } catch (error) {
        this.forgetMemory();
        throw error;
      }
    });
    this.last = write.catch(() => undefined);
    return write;
  }
}
