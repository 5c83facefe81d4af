// Keeps count of who bid where and what came of it. A bid is lost when the page says so, or when
// somebody else got the same project; as long as nobody is known to have got it, its outcome is
// unknown, and unknown is never counted as lost. Each bid goes by its number in the store and counts
// once: what is known of it now takes the place of what was known before.
import { type AccountKey, accountKey } from '../model/account.ts';

/** What the ledger reads of a bid; an observation of a bid fits as it is. */
export interface LedgerBid {
  site: string;
  project: string;
  account: string;
  outcome?: 'open' | 'awarded' | 'rejected' | 'withdrawn' | undefined;
}

/** How the bids of one account came out. `bids` is the sum of the other four. */
export interface Tally {
  bids: number;
  won: number;
  lost: number;
  /** Taken back by the bidder: neither won nor lost. */
  withdrawn: number;
  /** Open, not decided, or the decision was never seen. */
  unknown: number;
}

/** The tallies of every account seen, in columns; `decided` = won + lost. */
export interface BiddingTotals {
  readonly accounts: number;
  readonly bids: Int32Array;
  readonly decided: Int32Array;
  readonly won: Int32Array;
}

const UNKNOWN = 0;
const WITHDRAWN = 1;
const REJECTED = 2;
const AWARDED = 3;
const CODES = { open: UNKNOWN, withdrawn: WITHDRAWN, rejected: REJECTED, awarded: AWARDED } as const;

/** Accounts and projects are numbered below this, so that both and an outcome fit one exact number. */
const MAX_NUMBER = 2 ** 25;

/** Counts bids as they come in; every answer holds for all that was taken in so far, in any order. */
export class BidLedger {
  /** Grows with every change, so that what was worked out from the ledger can be kept until then. */
  version = 0;
  readonly #accounts = new Map<AccountKey, number>();
  readonly #projects = new Map<string, number>();
  /** By the store's number of a bid: account, project and outcome in one number. */
  readonly #bids = new Map<number, number>();
  #totals: { version: number; tallies: Tally[]; columns: BiddingTotals } | undefined;

  /** A ledger of these bids, each of which is given once. */
  static from(bids: Iterable<LedgerBid>): BidLedger {
    const ledger = new BidLedger();
    let row = 0;
    for (const { site, account, project, outcome } of bids) {
      ledger.put(row++, accountKey(site, account), `${site}:${project}`, outcome);
    }
    return ledger;
  }

  /**
   * Counts the bid of this number in the store, in place of what was known of it before.
   *
   * @param project as `site:project`
   */
  put(row: number, account: AccountKey, project: string, outcome?: LedgerBid['outcome']): void {
    const accountNumber = number(this.#accounts, account);
    const projectNumber = number(this.#projects, project);
    if (accountNumber >= MAX_NUMBER || projectNumber >= MAX_NUMBER) return;
    const packed = (accountNumber * MAX_NUMBER + projectNumber) * 4 + (outcome ? CODES[outcome] : UNKNOWN);
    if (this.#bids.get(row) === packed) return;
    this.#bids.set(row, packed);
    this.version++;
  }

  /** Counts the bid of this number no more, if there is one. */
  remove(row: number): void {
    if (this.#bids.delete(row)) this.version++;
  }

  /** The tally of one account; undefined when no bid of it was seen. */
  of(account: AccountKey): Tally | undefined {
    const n = this.#accounts.get(account);
    const tally = n === undefined ? undefined : this.#count().tallies[n];
    return tally && tally.bids > 0 ? tally : undefined;
  }

  /** Everyone's tallies, in the order the accounts were first seen. */
  totals(): BiddingTotals {
    return this.#count().columns;
  }

  #count() {
    if (this.#totals?.version === this.version) return this.#totals;
    const awarded = new Uint8Array(this.#projects.size);
    for (const packed of this.#bids.values()) if (packed % 4 === AWARDED) awarded[projectIn(packed)] = 1;
    const tallies: Tally[] = Array.from({ length: this.#accounts.size }, () => ({
      bids: 0,
      won: 0,
      lost: 0,
      withdrawn: 0,
      unknown: 0,
    }));
    for (const packed of this.#bids.values()) {
      const tally = tallies[Math.floor(packed / (4 * MAX_NUMBER))] as Tally;
      const outcome = packed % 4;
      tally.bids++;
      if (outcome === AWARDED) tally.won++;
      else if (outcome === WITHDRAWN) tally.withdrawn++;
      else if (outcome === REJECTED || awarded[projectIn(packed)] === 1) tally.lost++;
      else tally.unknown++;
    }
    const columns = {
      accounts: tallies.length,
      bids: Int32Array.from(tallies, (t) => t.bids),
      decided: Int32Array.from(tallies, (t) => t.won + t.lost),
      won: Int32Array.from(tallies, (t) => t.won),
    };
    this.#totals = { version: this.version, tallies, columns };
    return this.#totals;
  }
}

function projectIn(packed: number): number {
  return Math.floor(packed / 4) % MAX_NUMBER;
}

function number<K>(numbers: Map<K, number>, key: K): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const n = numbers.size;
  numbers.set(key, n);
  return n;
}
