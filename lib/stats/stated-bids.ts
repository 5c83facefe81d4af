// Keeps what marketplaces themselves state of accounts: how many bids each placed and how many of them won. These
// are totals of a lifetime, while the bids that a user saw are a part of them: the two are never compared.
import type { AccountKey } from '../model/account.ts';
import type { Profile } from '../model/observation.ts';

/** A marketplace's own figures of one account. */
export interface StatedBids {
  placed: number;
  /** Never more than were placed; jobs that the profile shows count as won. */
  won: number;
}

/** Figures of many accounts, in columns. */
export interface StatedTotals {
  readonly accounts: readonly AccountKey[];
  readonly placed: Int32Array;
  readonly won: Int32Array;
}

/** What a profile states of its bids; undefined where it does not say both figures. 0 bids are no history. */
export function statedIn(profile: Profile | undefined): StatedBids | undefined {
  const placed = profile?.stats?.bidsPlaced ?? 0;
  if (!profile?.stats || placed <= 0) return undefined;
  const { bidsWon, acceptRate } = profile.stats;
  // An accept rate of 0 is what a site shows when it has none; a greater one says something.
  const won = bidsWon ?? (acceptRate ? Math.round(acceptRate * placed) : undefined);
  return won === undefined ? undefined : { placed, won: Math.min(placed, Math.max(won, jobsOf(profile))) };
}

/** How many jobs a profile shows to be finished, by its own count or by its reviews. */
export function jobsOf(profile: Profile | undefined): number {
  return Math.max(profile?.stats?.jobsCompleted ?? 0, profile?.stats?.reviewCount ?? 0);
}

/** Figures as they come in, by the store's number of the profile that stated them. */
export class StatedBidsTable {
  /** Grows with every change, so that what was worked out from the table can be kept until then. */
  version = 0;
  readonly #rows = new Map<number, readonly [AccountKey, StatedBids]>();
  #totals: { version: number; columns: StatedTotals } | undefined;

  /** Takes in the figures of this row, in place of what it stated before. */
  put(row: number, account: AccountKey, stated: StatedBids): void {
    this.#rows.set(row, [account, stated]);
    this.version++;
  }

  /** Forgets what this row stated, if anything. */
  remove(row: number): void {
    if (this.#rows.delete(row)) this.version++;
  }

  totals(): StatedTotals {
    if (this.#totals?.version === this.version) return this.#totals.columns;
    const rows = [...this.#rows.values()];
    const columns = {
      accounts: rows.map(([account]) => account),
      placed: Int32Array.from(rows, ([, { placed }]) => placed),
      won: Int32Array.from(rows, ([, { won }]) => won),
    };
    this.#totals = { version: this.version, columns };
    return columns;
  }
}
