// Accounts that something was written about and that were not assessed since. They are noted in the transaction
// that writes, so that what a worker that was ended has left undone is known to the next. A write makes one note, of
// everybody whom it is about: a page of fifty bids would cost a request to the browser for each of them, and two more
// when they are assessed.

import type { AccountKey } from '../model/account.ts';
import type { HireflagDatabase } from './database.ts';
import type { PendingNote } from './rows.ts';

/** Accounts of one note: it is written anew whenever some of them were assessed. */
const PER_NOTE = 200;

export class PendingAccounts {
  private readonly db: HireflagDatabase;
  /** Whose notes these are: another worker's were all written before this one assessed anything. */
  private readonly writer = crypto.randomUUID();
  private writes = 0;
  private notes = 0;
  /** The notes, once they were read in a write: writes queue, and nobody else writes. */
  private known: Notes | undefined;

  constructor(db: HireflagDatabase) {
    this.db = db;
  }

  /** How many notes were written so far: an assessment that begins now knows of all of them. */
  get now(): number {
    return this.writes;
  }

  /** Notes accounts. Must run in a transaction on the table. */
  async add(accounts: Iterable<AccountKey | undefined>): Promise<void> {
    this.writes += 1;
    const keys = [...new Set(accounts)].filter((key) => key !== undefined);
    const added: PendingNote[] = [];
    for (let i = 0; i < keys.length; i += PER_NOTE) {
      this.notes += 1;
      const key = `${this.writer} ${this.notes}`;
      added.push({ key, writer: this.writer, write: this.writes, accounts: keys.slice(i, i + PER_NOTE) });
    }
    if (added.length > 0) await this.#put(added);
  }

  /**
   * Takes accounts off that were assessed; not those that something was written about since. Must run in a
   * transaction on the table.
   *
   * @param since what `now` was when the assessment began
   */
  settle(accounts: readonly AccountKey[], since: number): Promise<void> {
    return this.#without(new Set(accounts), ({ writer, write }) => writer !== this.writer || write <= since);
  }

  /** Takes accounts off that are gone. Must run in a transaction on the table. */
  drop(accounts: readonly AccountKey[]): Promise<void> {
    return this.#without(new Set(accounts), () => true);
  }

  async all(): Promise<AccountKey[]> {
    return [...new Set((await this.db.pending.toArray()).flatMap(accountsOf))];
  }

  /** To be called when a transaction has failed: what was noted in it is not there. */
  forget(): void {
    this.known = undefined;
  }

  async #without(accounts: ReadonlySet<AccountKey>, isMeant: (note: PendingNote) => boolean): Promise<void> {
    this.known ??= new Notes(await this.db.pending.toArray());
    const [changed, gone]: [PendingNote[], PendingNote[]] = [[], []];
    for (const note of this.known.about(accounts)) {
      if (!isMeant(note)) continue;
      const left = accountsOf(note).filter((account) => !accounts.has(account));
      if (left.length === 0) gone.push(note);
      else changed.push({ ...note, accounts: left });
    }
    if (changed.length > 0) await this.#put(changed);
    if (gone.length === 0) return;
    await this.db.pending.bulkDelete(gone.map(({ key }) => key));
    for (const note of gone) this.known?.delete(note);
  }

  async #put(notes: readonly PendingNote[]): Promise<void> {
    await this.db.pending.bulkPut([...notes]);
    for (const note of notes) this.known?.set(note);
  }
}

/** Notes in memory, found by whom they are about. */
class Notes {
  readonly #notes = new Map<string, PendingNote>();
  readonly #about = new Map<AccountKey, Set<string>>();

  constructor(notes: readonly PendingNote[]) {
    for (const note of notes) this.set(note);
  }

  about(accounts: Iterable<AccountKey>): PendingNote[] {
    const keys = new Set([...accounts].flatMap((account) => [...(this.#about.get(account) ?? [])]));
    return [...keys].flatMap((key) => this.#notes.get(key) ?? []);
  }

  set(note: PendingNote): void {
    const before = this.#notes.get(note.key);
    if (before) this.delete(before);
    this.#notes.set(note.key, note);
    for (const account of accountsOf(note)) {
      const keys = this.#about.get(account) ?? new Set();
      this.#about.set(account, keys.add(note.key));
    }
  }

  delete(note: PendingNote): void {
    this.#notes.delete(note.key);
    for (const account of accountsOf(note)) {
      const keys = this.#about.get(account);
      if (keys?.delete(note.key) && keys.size === 0) this.#about.delete(account);
    }
  }
}

/** Whom a note is about. */
const accountsOf = ({ key, accounts = [key as AccountKey] }: PendingNote): readonly AccountKey[] => accounts;
