// What an analyst keeps on the disk: the rows of everything that was seen, the projections that red flags ask for, whom it has
// still to assess, what it said of whom, and how far the pool was read. One SQLite file; each part of the pool is one
// transaction with the position after it, so that it may be ended at any moment and goes on where it was.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { projections } from '../../lib/evidence/projections/registry.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { identityOf } from '../../lib/store/identity.ts';
import { merge } from '../../lib/store/merge.ts';
import type { Projection } from '../../lib/store/projection.ts';
import { type Row, withoutValues } from '../../lib/store/row.ts';
import type { StoredObservation } from '../../lib/store/rows.ts';
import { namedIn } from '../../lib/team/letters.ts';
import { KeptStates } from './kept-states.ts';

/** What was said of an account last. */
export interface Said {
  /** What was found, as JSON. */
  findings: string;
  /** The others that it names. */
  others: AccountKey[];
  /** The message of the stream of findings; 0 where nothing was said. */
  sequence: number;
}

/** Raised when tables change: an older file is refused, and the pool is read anew into another. */
const VERSION = 1;

const TABLES = `
  create table if not exists rows (n integer primary key, fact text not null, who text, giver text, project text, row text not null);
  create index if not exists rows_fact on rows (fact);
  create index if not exists rows_who on rows (who) where who is not null;
  create index if not exists rows_giver on rows (giver) where giver is not null;
  create index if not exists rows_project on rows (project) where project is not null;
  create table if not exists people (account text primary key, token text not null) without rowid;
  create index if not exists people_token on people (token);
  create table if not exists waiting (account text primary key) without rowid;
  create table if not exists said (account text primary key, findings text not null, others text not null, sequence integer not null) without rowid;
  create table if not exists erased (token text primary key) without rowid;
  create table if not exists kept (name text primary key, value text not null) without rowid;
`;

export class AnalystStore {
  readonly #db: DatabaseSync;
  readonly #states: KeptStates;
  readonly #statements = new Map<string, StatementSync>();
  readonly #erased: Set<string>;
  #next: number;

  /** @param folder where the file is, or is made */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#db = new DatabaseSync(join(folder, 'analyst.sqlite'));
    // One process alone has it, and words that are deleted are overwritten.
    this.#db.exec(
      'pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = normal; pragma secure_delete = on; pragma cache_size = -65536',
    );
    this.#db.exec(TABLES);
    const version = this.kept<number>('version') ?? VERSION;
    if (version !== VERSION) throw new Error(`${folder} was written by another version: begin another folder.`);
    this.keep('version', VERSION);
    this.#next = Number(this.#get('select max(n) as n from rows')?.n ?? 0) + 1;
    this.#erased = new Set(this.#all('select token from erased').map(({ token }) => String(token)));
    this.#states = new KeptStates(this.#db, projections, () => this.allRows());
  }

  close(): void {
    this.#db.close();
  }

  /** Does all of it or nothing. */
  transaction<T>(work: () => T): T {
    this.#db.exec('begin immediate');
    try {
      const result = work();
      this.#states.flush();
      this.#db.exec('commit');
      return result;
    } catch (error) {
      this.#db.exec('rollback');
      this.#states.forget();
      throw error;
    }
  }

  kept<T>(name: string): T | undefined {
    const found = this.#get('select value from kept where name = ?', name);
    return found && (JSON.parse(String(found.value)) as T);
  }

  keep(name: string, value: unknown): void {
    this.#run('insert or replace into kept values (?, ?)', name, JSON.stringify(value));
  }

  /**
   * Takes in what was seen. Must run in a transaction.
   *
   * @param tokenOf the token of an account, asked once for each
   * @returns the accounts of which something has changed
   */
  take(observations: readonly Observation[], tokenOf: (account: AccountKey) => string): Set<AccountKey> {
    const touched = new Set<AccountKey>();
    for (const [fact, seen] of Map.groupBy(observations, identityOf)) {
      const before = this.#rowsWhere('fact', fact);
      const known = new Map(before.map((row) => [row.n, row]));
      for (const row of merge(before, seen)) {
        const now: StoredObservation = row.n === undefined ? { ...row, n: this.#next++ } : (row as StoredObservation);
        const was = known.get(now.n);
        known.delete(now.n);
        if (was && JSON.stringify(was) === JSON.stringify(now)) continue;
        this.#put(fact, now);
        this.#states.change(now.n, was, now);
        for (const account of [now.who, now.giver]) if (account) touched.add(account);
      }
      for (const gone of known.values()) this.#delete(gone);
      for (const account of new Set(seen.flatMap(namedIn))) {
        if (!this.#get('select 1 as known from people where account = ?', account)) {
          this.#run('insert into people values (?, ?)', account, tokenOf(account));
        }
      }
    }
    return touched;
  }

  isErased(token: string): boolean {
    return this.#erased.has(token);
  }

  /**
   * Takes a person out of everything. Must run in a transaction.
   *
   * @returns the accounts whose findings named them, and what was said of any of these
   */
  erase(token: string): { accounts: AccountKey[]; naming: AccountKey[]; sequences: number[] } {
    this.#erased.add(token);
    this.#run('insert or ignore into erased values (?)', token);
    const accounts = this.#all('select account from people where token = ?', token).map(
      ({ account }) => account as AccountKey,
    );
    const naming = new Set<AccountKey>();
    const sequences: number[] = [];
    for (const account of accounts) {
      for (const row of [...this.#rowsWhere('who', account), ...this.#rowsWhere('giver', account)]) {
        for (const other of [row.who, row.giver]) if (other) naming.add(other);
        this.#delete(row);
      }
      this.#anonymous(account);
      const like = `%${JSON.stringify(account).slice(1, -1)}%`;
      const about = this.#all(
        'select account, sequence from said where account = ? or others like ? or findings like ?',
        account,
        like,
        like,
      );
      for (const { account: who, sequence } of about) {
        naming.add(who as AccountKey);
        if (Number(sequence) > 0) sequences.push(Number(sequence));
        this.#run('delete from said where account = ?', String(who));
      }
      this.#run('delete from people where account = ?', account);
      this.#run('delete from waiting where account = ?', account);
    }
    for (const account of accounts) naming.delete(account);
    return { accounts, naming: [...naming], sequences };
  }

  /** Puts what the write-ahead log holds into the file, and leaves nothing of it beside. */
  settle(): void {
    this.#db.exec('pragma wal_checkpoint(truncate)');
  }

  /** Notes accounts to assess. */
  wait(accounts: Iterable<AccountKey>): void {
    for (const account of accounts) this.#run('insert or ignore into waiting values (?)', account);
  }

  waiting(limit: number): AccountKey[] {
    return this.#all('select account from waiting limit ?', limit).map(({ account }) => account as AccountKey);
  }

  waitingCount(): number {
    return Number(this.#get('select count(*) as count from waiting')?.count);
  }

  said(account: AccountKey): Said | undefined {
    const found = this.#get('select findings, others, sequence from said where account = ?', account);
    return (
      found && {
        findings: String(found.findings),
        others: JSON.parse(String(found.others)) as AccountKey[],
        sequence: Number(found.sequence),
      }
    );
  }

  /** Notes what was said of an account, which is assessed by that. */
  say(account: AccountKey, { findings, others, sequence }: Said): void {
    this.#run('insert or replace into said values (?, ?, ?, ?)', account, findings, JSON.stringify(others), sequence);
  }

  assessed(account: AccountKey): void {
    this.#run('delete from waiting where account = ?', account);
  }

  accounts(): AccountKey[] {
    const all = this.#all(
      'select who as account from rows where who is not null union select giver from rows where giver is not null',
    );
    return all.map(({ account }) => account as AccountKey);
  }

  counts(): { rows: number } {
    return { rows: Number(this.#get('select count(*) as count from rows')?.count) };
  }

  rowsOf(account: AccountKey): StoredObservation[] {
    const all = new Map(
      [...this.#rowsWhere('who', account), ...this.#rowsWhere('giver', account)].map((row) => [row.n, row]),
    );
    return [...all.values()].sort((a, b) => a.n - b.n);
  }

  rowAt(n: number): StoredObservation | undefined {
    const found = this.#get('select n, row from rows where n = ?', n);
    return found && storedOf(found);
  }

  projectRow(project: string): StoredObservation | undefined {
    const found = this.#get('select n, row from rows where project = ?', project);
    return found && storedOf(found);
  }

  state<State>(projection: Projection<State>): State {
    return this.#states.state(projection);
  }

  *allRows(): Generator<StoredObservation> {
    for (const found of this.#statement('select n, row from rows order by n').iterate()) yield storedOf(found);
  }

  /** Takes somebody's name out of the projects that they posted. */
  #anonymous(account: AccountKey): void {
    const [site] = account.split(':', 1);
    const client = JSON.stringify(account.slice((site?.length ?? 0) + 1));
    const found = this.#all(
      'select n, row from rows where project is not null and row like ?',
      `%${client.slice(1, -1)}%`,
    );
    for (const was of found.map(storedOf)) {
      if (was.body.site !== site) continue;
      const now = withoutValues(was, 'client', (value) => JSON.stringify(value) === client) as StoredObservation;
      if (JSON.stringify(now) === JSON.stringify(was)) continue;
      this.#put(identityOf(now.body), now);
      this.#states.change(now.n, was, now);
    }
  }

  #put(fact: string, now: StoredObservation): void {
    const { n, ...row } = now;
    const project = now.kind === 'project' ? (now.project ?? null) : null;
    this.#run(
      'insert or replace into rows values (?, ?, ?, ?, ?, ?)',
      n,
      fact,
      now.who ?? null,
      now.giver ?? null,
      project,
      JSON.stringify(row),
    );
  }

  #delete(row: StoredObservation): void {
    this.#run('delete from rows where n = ?', row.n);
    this.#states.change(row.n, row, undefined);
  }

  #rowsWhere(column: 'fact' | 'who' | 'giver', value: string): StoredObservation[] {
    return this.#all(`select n, row from rows where ${column} = ? order by n`, value).map(storedOf);
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #run(sql: string, ...values: (string | number | null)[]): void {
    this.#statement(sql).run(...values);
  }

  #get(sql: string, ...values: (string | number)[]): Record<string, unknown> | undefined {
    return this.#statement(sql).get(...values);
  }

  #all(sql: string, ...values: (string | number)[]): Record<string, unknown>[] {
    return this.#statement(sql).all(...values);
  }
}

function storedOf({ n, row }: Record<string, unknown>): StoredObservation {
  return { ...(JSON.parse(String(row)) as Row), n: Number(n) } as StoredObservation;
}
