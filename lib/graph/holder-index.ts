// Who has what in common: of each key (a mail address, a picture's file) the accounts that hold it, and where each of
// them shows it. What holds them are rows of the store, which come, change and go.
import type { AccountKey } from '../model/account.ts';

/** A key, and where it was shown: whatever the caller tells apart. */
export type Held = readonly [key: string, place: string];

export class HolderIndex {
  /** Grows with every change, so that what was worked out from the index can be kept until then. */
  version = 0;
  readonly #rows = new Map<number, readonly [account: AccountKey, held: readonly Held[]]>();
  /** By key and account the rows that show it. */
  readonly #holders = new Map<string, Map<AccountKey, number[]>>();
  readonly #rowsOf = new Map<AccountKey, Set<number>>();

  /** Accounts that hold anything. */
  get accounts(): number {
    return this.#rowsOf.size;
  }

  /** Takes in what a row shows; what it showed before was removed. */
  put(row: number, account: AccountKey, held: readonly Held[]): void {
    this.version++;
    this.#rows.set(row, [account, held]);
    const rows = this.#rowsOf.get(account);
    if (rows) rows.add(row);
    else this.#rowsOf.set(account, new Set([row]));
    for (const key of new Set(held.map(([key]) => key))) {
      const holders = this.#holders.get(key) ?? new Map<AccountKey, number[]>();
      this.#holders.set(key, holders);
      const own = holders.get(account);
      if (own) own.push(row);
      else holders.set(account, [row]);
    }
  }

  /** Takes out what a row showed; does nothing for one that was never taken in. */
  remove(row: number): void {
    const known = this.#rows.get(row);
    if (!known) return;
    this.version++;
    const [account, held] = known;
    this.#rows.delete(row);
    const rows = this.#rowsOf.get(account);
    rows?.delete(row);
    if (rows?.size === 0) this.#rowsOf.delete(account);
    for (const key of new Set(held.map(([key]) => key))) {
      const holders = this.#holders.get(key);
      const left = holders?.get(account)?.filter((other) => other !== row) ?? [];
      if (left.length > 0) holders?.set(account, left);
      else holders?.delete(account);
      if (holders?.size === 0) this.#holders.delete(key);
    }
  }

  has(key: string): boolean {
    return this.#holders.has(key);
  }

  /** The accounts that hold a key, each with where it shows it; in the order of their keys. */
  holders(key: string): Map<AccountKey, Set<string>> {
    const accounts = [...(this.#holders.get(key)?.keys() ?? [])].sort();
    return new Map(accounts.map((account) => [account, this.placesOf(key, account)]));
  }

  /** Where an account shows a key: what is asked of one is not worked out for everybody who holds it. */
  placesOf(key: string, account: AccountKey): Set<string> {
    const places = new Set<string>();
    for (const row of this.#holders.get(key)?.get(account) ?? [])
      for (const [one, place] of this.#rows.get(row)?.[1] ?? []) if (one === key) places.add(place);
    return places;
  }

  /** How many accounts hold a key. */
  count(key: string): number {
    return this.#holders.get(key)?.size ?? 0;
  }

  /** What an account holds, in order. */
  keysOf(account: AccountKey): string[] {
    const rows = [...(this.#rowsOf.get(account) ?? [])];
    return [...new Set(rows.flatMap((row) => this.#rows.get(row)?.[1].map(([key]) => key) ?? []))].sort();
  }
}
