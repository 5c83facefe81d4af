// The store as the background worker uses it: it remembers observations, keeps projections of them beside, and forgets.
// How something is written stands in writes.ts, how it is asked for in stored-rows.ts, who was seen in account-list.ts.

import type { Table, Transaction } from 'dexie';
import type { AccountKey } from '../model/account.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Decision } from '../model/decision.ts';
import { type LogEvent, type LogKey, whoOf } from '../model/log-event.ts';
import type { Observation, Project } from '../model/observation.ts';
import { AccountList } from './account-list.ts';
import { accountRows } from './account-rows.ts';
import { bringBack, lastSighting, timeAfter } from './clock.ts';
import { HireflagDatabase, openOrSay } from './database.ts';
import { Decisions } from './decisions.ts';
import { type AccountOfPage, expire, type Forgotten, forget, observationsBefore } from './forget.ts';
import { RecentlyForgotten, withoutThese } from './forgotten.ts';
import { noteGone } from './gone.ts';
import { begunImports, markBegun, partsOf, unstageImport } from './import-staging.ts';
import { KeptProjections } from './kept-projections.ts';
import { addLogEvents, expireLogs, forgetLogs, logEventsOf, logHoldersOf } from './logs.ts';
import { PendingAccounts } from './pending.ts';
import type { Projection } from './projection.ts';
import type { AccountRow, LogAccountRow, StoredObservation } from './rows.ts';
import { StoredRows } from './stored-rows.ts';
import { Writes } from './writes.ts';

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
  private readonly rows: StoredRows;
  private readonly writes: Writes;
  private readonly accountList: AccountList;

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
    this.rows = new StoredRows(db);
    this.writes = new Writes(db, projections, this.pendingAccounts, this.rows);
    this.accountList = new AccountList(db, this.rows, this.pendingAccounts);
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
    return this.rows.about(await this.projections.state(accountRows), accounts);
  }

  /** The rows of these numbers. Numbers that are gone are left out. */
  rowsAt(numbers: readonly number[]): Promise<StoredObservation[]> {
    return this.rows.at(numbers);
  }

  /** Projects by `site:project`. */
  projects(keys: readonly string[]): Promise<Map<string, Project>> {
    return this.rows.projects(keys);
  }

  /** Remembers observations: all of them or, when the database refuses, none. */
  remember(observations: readonly Observation[]): Promise<Remembered> {
    // A page that is read once more says nothing new: its turn is waited for, and nothing is written.
    if (observations.length === 0) return this.queue(async () => ({ added: 0, seenAgain: 0 }));
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
        if ((await this.rows.goneAmong(known, [decision.account as AccountKey])).size > 0) return false;
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
    this.accountList.forgetNames();
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
      this.accountList.forgetNames();
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
      this.writes.forgetMemory();
      this.accountList.forgetNames();
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
    return this.queue(async () => {
      const known = await this.projections.state(accountRows);
      return this.accountList.write(assessments, known, { since, mayNameGone: since < this.deletedAt, withNamed });
    });
  }

  /** Accounts that have what was typed in their id or name; those of whom a word begins so first. */
  search(typed: string, limit: number): Promise<AccountRow[]> {
    return this.accountList.search(typed, limit);
  }

  /** The names that pages show of these accounts, of those that have one. */
  async namesOf(accounts: Iterable<AccountKey>): Promise<[AccountKey, string][]> {
    return this.accountList.namesOf(await this.projections.state(accountRows), accounts);
  }

  /** Whether anything is stored of an account. */
  async isSeen(account: AccountKey): Promise<boolean> {
    return (await this.rows.goneAmong(await this.projections.state(accountRows), [account])).size === 0;
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
  protected takeIn(observations: readonly Observation[]): Promise<number> {
    return this.writes.takeIn(observations);
  }

  /** Runs a write of rows after those before it, in one transaction with the projections and these tables. */
  protected write<T>(tables: readonly Table[], work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.writes.ofRows(tables, work);
  }

  /** Runs something after the writes before it. When it fails, what is in memory is read anew when it is next asked for. */
  protected queue<T>(work: () => Promise<T>): Promise<T> {
    return this.writes.queue(work);
  }
}
