// Which rows each account has, by number: so that the rows of a page's fifty bidders are found without a question to the
// browser for each of them, twice. Most of them were never seen before, and what they have was written a moment ago.
import type { AccountKey } from '../model/account.ts';
import type { Projection } from './projection.ts';

/** Of whom a row is and who gave it, as hashes; `null` where nobody did. The third says that it may hold a name. */
type Fact = readonly [who: number, giver: number | null, isProfile?: 1];

/** The numbers of everybody's rows. Two accounts may have one hash: whoever takes a row looks at whose it is. */
export class AccountRows {
  readonly #facts = new Map<number, Fact>();
  readonly #rows = new Map<number, number | Set<number>>();

  /** Numbers of rows that are about this account or were given by it, and perhaps of some others. */
  of(account: AccountKey): readonly number[] {
    const found = this.#rows.get(hashOf(account));
    if (found === undefined) return [];
    return typeof found === 'number' ? [found] : [...found];
  }

  /** False where no profile of this account is stored. */
  mayHaveName(account: AccountKey): boolean {
    return this.of(account).some((row) => this.#facts.get(row)?.[2] === 1);
  }

  put(row: number, fact: Fact): void {
    this.#facts.set(row, fact);
    for (const hash of hashesOf(fact)) {
      const found = this.#rows.get(hash);
      if (found === undefined) this.#rows.set(hash, row);
      else if (typeof found === 'number') this.#rows.set(hash, new Set([found, row]));
      else found.add(row);
    }
  }

  remove(row: number): void {
    const fact = this.#facts.get(row);
    if (!fact) return;
    this.#facts.delete(row);
    for (const hash of hashesOf(fact)) {
      const found = this.#rows.get(hash);
      if (typeof found !== 'object') this.#rows.delete(hash);
      else if (found.delete(row) && found.size === 0) this.#rows.delete(hash);
    }
  }
}

const hashesOf = ([who, giver]: Fact): number[] => (giver === null || giver === who ? [who] : [who, giver]);

export const accountRows: Projection<AccountRows, Fact> = {
  id: 'account-rows',
  version: 1,
  kinds: ['bid', 'profile', 'review', 'message'],
  factOf({ kind, who, giver }) {
    if (!who) return undefined;
    return [hashOf(who), giver ? hashOf(giver) : null, ...(kind === 'profile' ? ([1] as const) : [])] as Fact;
  },
  empty: () => new AccountRows(),
  take: (rows, row, fact) => rows.put(row, fact),
  drop: (rows, row) => rows.remove(row),
};

/** 32 bits of a key (FNV-1a over UTF-16 units). */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
