// Which rows each account has, by number: so that the rows of a page's fifty bidders are found without a question to the
// browser for each of them, twice. Most of them were never seen before, and what they have was written a moment ago. And of
// which bids and profiles nothing is stored: whoever reads a team's pool or a large file asks that for each.
import type { AccountKey } from '../model/account.ts';
import { fnv } from '../model/fnv.ts';
import type { Observation } from '../model/observation.ts';
import { BloomFilter } from './bloom-filter.ts';
import { identityOf } from './identity.ts';
import type { Projection } from './projection.ts';

/**
 * Of whom a row is and who gave it, as hashes; 0 where nobody did. The third says whether it may hold a name, the fourth is
 * the hash of the fact that it is the only row of.
 */
type Fact = readonly [who: number, giver: number, isProfile?: 0 | 1, fact?: number];

/** Rows whose facts stand in one array. */
const PER_CHUNK = 1_024;
/** Bits of a hash: as many as V8 holds a number of without an object for it. */
const HASH = 0x3fff_ffff;
/** The bit beside them that says that a row may hold a name. */
const PROFILE = 0x4000_0000;

/**
 * The numbers of everybody's rows. Two accounts may have one hash: whoever takes a row looks at whose it is.
 */
export class AccountRows {
  /** Two numbers a row: whose it is, with PROFILE, and who gave it. */
  readonly #facts = new Map<number, Uint32Array>();
  readonly #rows = new Map<number, number | number[]>();
  /** What was put in stays: of a fact that is gone it is asked in vain. */
  readonly #seen = new BloomFilter();

  /** Numbers of rows that are about this account or were given by it, and perhaps of some others. */
  of(account: AccountKey): readonly number[] {
    const found = this.#rows.get(hashOf(account));
    if (found === undefined) return [];
    return typeof found === 'number' ? [found] : found;
  }

  /** False where nothing is stored of a bid or a profile, by its identity. */
  mayHold(identity: string): boolean {
    return this.#seen.mayHave(hashOf(identity));
  }

  /** False where no profile of this account is stored. */
  mayHaveName(account: AccountKey): boolean {
    return this.of(account).some((row) => ((this.#facts.get(chunkOf(row))?.[placeOf(row)] ?? 0) & PROFILE) !== 0);
  }

  // A worker that the browser has just started puts every row there is: nothing is made for one that is not kept.
  put(row: number, fact: Fact): void {
    const who = fact[0];
    const giver = fact[1];
    if (fact[3]) this.#seen.put(fact[3]);
    let chunk = this.#facts.get(chunkOf(row));
    if (!chunk) {
      chunk = new Uint32Array(2 * PER_CHUNK);
      this.#facts.set(chunkOf(row), chunk);
    }
    chunk[placeOf(row)] = who | (fact[2] ? PROFILE : 0);
    chunk[placeOf(row) + 1] = giver;
    this.#hold(who, row);
    if (giver !== who) this.#hold(giver, row);
  }

  #hold(hash: number, row: number): void {
    if (hash === 0) return;
    const found = this.#rows.get(hash);
    if (found === undefined) this.#rows.set(hash, row);
    else if (typeof found === 'number') this.#rows.set(hash, [found, row]);
    else found.push(row);
  }

  remove(row: number): void {
    const chunk = this.#facts.get(chunkOf(row));
    if (!chunk) return;
    for (const place of [placeOf(row), placeOf(row) + 1]) {
      const hash = (chunk[place] as number) & HASH;
      chunk[place] = 0;
      const found = this.#rows.get(hash);
      const left = typeof found === 'object' ? found.filter((one) => one !== row) : [];
      if (left.length > 0) this.#rows.set(hash, left);
      else if (typeof found === 'object' || found === row) this.#rows.delete(hash);
    }
  }
}

const chunkOf = (row: number) => Math.floor(row / PER_CHUNK);
const placeOf = (row: number) => 2 * (row % PER_CHUNK);

export const accountRows: Projection<AccountRows, Fact> = {
  id: 'account-rows',
  version: 3,
  kinds: ['bid', 'profile', 'review', 'message'],
  factOf({ kind, who, giver, body }) {
    if (!who) return undefined;
    const hashes = [hashOf(who), giver ? hashOf(giver) : 0] as const;
    return isAlone(kind) ? [...hashes, kind === 'profile' ? 1 : 0, hashOf(identityOf(body))] : hashes;
  },
  empty: () => new AccountRows(),
  take: (rows, row, fact) => rows.put(row, fact),
  drop: (rows, row) => rows.remove(row),
};

/** Whether `mayHold` knows of facts of this kind: those of which there is one row, of an account. */
export function isAlone(kind: Observation['kind']): boolean {
  return kind === 'bid' || kind === 'profile';
}

/** Thirty bits of a key (FNV-1a over UTF-16 units), never 0. */
function hashOf(key: string): number {
  const hash = fnv(key);
  return (hash ^ (hash >>> 15)) & HASH || 1;
}
