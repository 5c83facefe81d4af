// Keeps count of who bid where and what came of it. A bid is lost when the page says so, or when
// somebody else got the same project; as long as nobody is known to have got it, its outcome is
// unknown, and unknown is never counted as lost. Each bid counts once however often it was seen.
import type { AccountKey } from '../model/account.ts';
import { accountKey } from '../model/account.ts';

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
const RANK = { open: UNKNOWN, withdrawn: WITHDRAWN, rejected: REJECTED, awarded: AWARDED } as const;

/** Counts bids as they come in; every answer holds for all that was added so far, in any order. */
export class BidLedger {
  /** Grows with every change, so that what was worked out from the ledger can be kept until then. */
  version = 0;
  readonly #accounts = new Map<AccountKey, number>();
  readonly #projects = new Map<string, number>();
  /** By account and project number: the most that is known of that bid's outcome. */
  readonly #outcomes = new Map<number, number>();
  /** How many bids on each project were awarded. */
  readonly #awards: number[] = [];
  #totals: { version: number; tallies: Tally[]; columns: BiddingTotals } | undefined;

  /** A ledger of these bids. */
  static from(bids: Iterable<LedgerBid>): BidLedger {
    const ledger = new BidLedger();
    for (const bid of bids) ledger.add(bid);
    return ledger;
  }

  /** Counts a bid, or what a later look at it has shown: the most definite outcome stays. */
  add(bid: LedgerBid): void {
    const account = number(this.#accounts, accountKey(bid.site, bid.account));
    const project = number(this.#projects, `${bid.site}:${bid.project}`);
    // Numbers stay below 2^26 each, so that a pair of them is one exact number.
    if (account >= PAIR || project >= PAIR) return;
    const pair = account * PAIR + project;
    const known = this.#outcomes.get(pair);
    const outcome = Math.max(known ?? UNKNOWN, bid.outcome ? RANK[bid.outcome] : UNKNOWN);
    if (known === outcome) return;
    this.#outcomes.set(pair, outcome);
    if (outcome === AWARDED) this.#awards[project] = (this.#awards[project] ?? 0) + 1;
    this.version++;
  }

  /** The tally of one account; undefined when no bid of it was seen. */
  of(account: AccountKey): Tally | undefined {
    const n = this.#accounts.get(account);
    return n === undefined ? undefined : this.#count().tallies[n];
  }

  /** Everyone's tallies, in the order the accounts were first seen. */
  totals(): BiddingTotals {
    return this.#count().columns;
  }

  #count() {
    if (this.#totals?.version === this.version) return this.#totals;
    const tallies: Tally[] = Array.from({ length: this.#accounts.size }, () => ({
      bids: 0,
      won: 0,
      lost: 0,
      withdrawn: 0,
      unknown: 0,
    }));
    for (const [pair, outcome] of this.#outcomes) {
      const project = pair % PAIR;
      const tally = tallies[(pair - project) / PAIR] as Tally;
      tally.bids++;
      if (outcome === AWARDED) tally.won++;
      else if (outcome === WITHDRAWN) tally.withdrawn++;
      else if (outcome === REJECTED || (this.#awards[project] ?? 0) > 0) tally.lost++;
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

const PAIR = 2 ** 26;

function number<K>(numbers: Map<K, number>, key: K): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const n = numbers.size;
  numbers.set(key, n);
  return n;
}
