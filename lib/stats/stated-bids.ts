// Keeps what marketplaces themselves state of accounts: how many bids each placed and won, how many jobs they finished
// and since when they are members. These are totals of a lifetime, while the bids that a user saw are a part of them:
// the two are never compared.
import type { AccountKey } from '../model/account.ts';
import type { Profile } from '../model/observation.ts';
import { readInterval } from '../model/time.ts';

/** A marketplace's own figures of one account; what it does not state is absent. */
export interface StatedWork {
  /** Bids, above 0, and how many of them won: never more, and never fewer than the jobs that were finished. */
  placed?: number;
  won?: number;
  /** Finished jobs or reviews, whichever are more. */
  jobs?: number;
  /** Years of membership that there were at least when the profile was seen. */
  years?: number;
}

/** Bids placed and won, of accounts of which both are stated, in columns. */
export interface StatedTotals {
  readonly accounts: readonly AccountKey[];
  readonly placed: Int32Array;
  readonly won: Int32Array;
}

const YEAR_MS = 365.25 * 86_400_000;

/**
 * What a profile states of bids and work. Bids won are stated as such, or as finished jobs and reviews. A share of
 * offers that were accepted says nothing of bids, which are never multiplied by it.
 */
export function statedIn(profile: Profile | undefined): StatedWork {
  if (!profile) return {};
  const { bidsPlaced = 0, bidsWon, jobsCompleted, reviewCount } = profile.stats ?? {};
  const jobs = jobsCompleted === undefined && reviewCount === undefined ? undefined : jobsOf(profile);
  const won = bidsWon === undefined && jobs === undefined ? undefined : Math.max(bidsWon ?? 0, jobs ?? 0);
  const since = profile.memberSince === undefined ? undefined : readInterval(profile.memberSince);
  const years = since ? (Date.parse(profile.seenAt) - since.to) / YEAR_MS : -1;
  return {
    ...(bidsPlaced > 0 && won !== undefined && { placed: bidsPlaced, won: Math.min(bidsPlaced, won) }),
    ...(jobs !== undefined && { jobs }),
    ...(years >= 0 && { years }),
  };
}

/** How many jobs a profile shows to be finished, by its own count or by its reviews. */
export function jobsOf(profile: Profile | undefined): number {
  return Math.max(profile?.stats?.jobsCompleted ?? 0, profile?.stats?.reviewCount ?? 0);
}

/** Figures as they come in, by the store's number of the profile that stated them. */
export class StatedBidsTable {
  /** Grows with every change, so that what was worked out from the table can be kept until then. */
  version = 0;
  readonly #rows = new Map<number, readonly [AccountKey, StatedWork]>();
  #totals: { version: number; columns: StatedTotals } | undefined;

  /** Takes in the figures of this row, in place of what it stated before. */
  put(row: number, account: AccountKey, stated: StatedWork): void {
    this.#rows.set(row, [account, stated]);
    this.version++;
  }

  /** Forgets what this row stated, if anything. */
  remove(row: number): void {
    if (this.#rows.delete(row)) this.version++;
  }

  /** Everyone's figures. */
  everyone(): Iterable<readonly [AccountKey, StatedWork]> {
    return this.#rows.values();
  }

  totals(): StatedTotals {
    if (this.#totals?.version === this.version) return this.#totals.columns;
    const rows = [...this.#rows.values()].filter(([, { placed }]) => placed !== undefined);
    const columns = {
      accounts: rows.map(([account]) => account),
      placed: Int32Array.from(rows, ([, { placed = 0 }]) => placed),
      won: Int32Array.from(rows, ([, { won = 0 }]) => won),
    };
    this.#totals = { version: this.version, columns };
    return columns;
  }
}
