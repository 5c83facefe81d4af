// Keeps count of who bid where and what came of it. A bid is lost when the page says so, or when
// somebody else got the same project; as long as nobody is known to have got it, its outcome is
// unknown, and unknown is never counted as lost. Each bid goes by its number in the store and counts
// once: what is known of it now takes the place of what was known before. Of a project it keeps when it was posted and
// what it asks for, so that a bid can be told by how soon it came and on what.
import { type AccountKey, accountKey } from '../model/account.ts';
import type { Interval } from '../model/time.ts';

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

/** A bid with what is known of when it was sent and of its project. */
export interface SeenBid {
  /** Number of the project. */
  project: number;
  outcome: 'won' | 'lost' | 'withdrawn' | 'unknown';
  sent?: Interval | undefined;
  posted?: Interval | undefined;
  /** What the project asks for, as numbers of words; empty where that was not seen. */
  topics: readonly number[];
}

/** What is kept of a bid. */
interface HeldBid {
  account: number;
  project: number;
  code: number;
  sent: Interval | undefined;
}

interface HeldProject {
  posted: Interval | undefined;
  topics: readonly number[];
}

const NOTHING_KNOWN: HeldProject = { posted: undefined, topics: [] };

/** Counts bids as they come in; every answer holds for all that was taken in so far, in any order. */
export class BidLedger {
  /** Grows with every change, so that what was worked out from the ledger can be kept until then. */
  version = 0;
  readonly #accounts = new Map<AccountKey, number>();
  readonly #projects = new Map<string, number>();
  readonly #topics = new Map<string, number>();
  /** By the store's number of a bid, and of a project's row. */
  readonly #bids = new Map<number, HeldBid>();
  readonly #projectAt = new Map<number, number>();
  /** By number of the project. */
  readonly #known = new Map<number, HeldProject>();
  #counted: (Counted & { version: number }) | undefined;

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
   * @param sent between which moments it was sent
   */
  put(row: number, account: AccountKey, project: string, outcome?: LedgerBid['outcome'], sent?: Interval): void {
    const held: HeldBid = {
      account: number(this.#accounts, account),
      project: number(this.#projects, project),
      code: outcome ? CODES[outcome] : UNKNOWN,
      sent,
    };
    const known = this.#bids.get(row);
    if (known && isSame(known, held)) return;
    this.#bids.set(row, held);
    this.version++;
  }

  /**
   * Takes in what the row of this number says of a project.
   *
   * @param posted between which moments it was posted
   * @param topics what it asks for, such as its skills
   */
  putProject(row: number, project: string, posted: Interval | undefined, topics: readonly string[]): void {
    const n = number(this.#projects, project);
    this.#projectAt.set(row, n);
    this.#known.set(n, { posted, topics: topics.map((topic) => number(this.#topics, topic)) });
    this.version++;
  }

  /** Counts what stands under this number no more, if anything does. */
  remove(row: number): void {
    const project = this.#projectAt.get(row);
    if (project !== undefined) {
      this.#projectAt.delete(row);
      this.#known.delete(project);
      this.version++;
    }
    if (this.#bids.delete(row)) this.version++;
  }

  /** The tally of one account; undefined when no bid of it was seen. */
  of(account: AccountKey): Tally | undefined {
    const n = this.#accounts.get(account);
    const tally = n === undefined ? undefined : this.#count().tallies[n];
    return tally && tally.bids > 0 ? tally : undefined;
  }

  /** The bids of one account. */
  bidsOf(account: AccountKey): readonly SeenBid[] {
    const n = this.#accounts.get(account);
    return (n === undefined ? undefined : this.#count().bids[n]) ?? [];
  }

  /** Every account with the bids of it that were seen. */
  *everyone(): Iterable<readonly [AccountKey, readonly SeenBid[]]> {
    const { bids } = this.#count();
    for (const [account, n] of this.#accounts) {
      const own = bids[n];
      if (own && own.length > 0) yield [account, own];
    }
  }

  /** On how many projects of a marketplace bids were seen. */
  projectsOf(site: string): number {
    return this.#count().projects.get(site) ?? 0;
  }

  /** Everyone's tallies, in the order the accounts were first seen. */
  totals(): BiddingTotals {
    return this.#count().columns;
  }

  #count(): Counted {
    if (this.#counted?.version === this.version) return this.#counted;
    const awarded = new Set<number>();
    const seen = new Set<number>();
    for (const { project, code } of this.#bids.values()) {
      seen.add(project);
      if (code === AWARDED) awarded.add(project);
    }
    const accounts = this.#accounts.size;
    const tallies: Tally[] = Array.from({ length: accounts }, () => ({ ...NO_BIDS }));
    const bids: SeenBid[][] = Array.from({ length: accounts }, () => []);
    for (const { account, project, code, sent } of this.#bids.values()) {
      const tally = tallies[account] as Tally;
      const outcome =
        code === AWARDED
          ? 'won'
          : code === WITHDRAWN
            ? 'withdrawn'
            : code === REJECTED || awarded.has(project)
              ? 'lost'
              : 'unknown';
      tally.bids++;
      tally[outcome]++;
      bids[account]?.push({ project, outcome, sent, ...(this.#known.get(project) ?? NOTHING_KNOWN) });
    }
    const projects = new Map<string, number>();
    for (const [key, n] of this.#projects) {
      const site = key.slice(0, key.indexOf(':'));
      if (seen.has(n)) projects.set(site, (projects.get(site) ?? 0) + 1);
    }
    const columns = {
      accounts,
      bids: Int32Array.from(tallies, (t) => t.bids),
      decided: Int32Array.from(tallies, (t) => t.won + t.lost),
      won: Int32Array.from(tallies, (t) => t.won),
    };
    this.#counted = { version: this.version, tallies, bids, projects, columns };
    return this.#counted;
  }
}

interface Counted {
  tallies: readonly Tally[];
  bids: readonly (readonly SeenBid[])[];
  /** By marketplace. */
  projects: ReadonlyMap<string, number>;
  columns: BiddingTotals;
}

const NO_BIDS: Tally = { bids: 0, won: 0, lost: 0, withdrawn: 0, unknown: 0 };

function isSame(a: HeldBid, b: HeldBid): boolean {
  return (
    a.account === b.account &&
    a.project === b.project &&
    a.code === b.code &&
    a.sent?.from === b.sent?.from &&
    a.sent?.to === b.sent?.to
  );
}

function number<K>(numbers: Map<K, number>, key: K): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const n = numbers.size;
  numbers.set(key, n);
  return n;
}
