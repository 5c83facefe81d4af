// What the red flags ask, answered from the browser's database. Rows of the accounts being assessed
// are fetched once and kept for as long as the assessment runs.

import type { RatingGraph } from '../graph/rating-graph.ts';
import type { AccountKey } from '../model/account.ts';
import type { Coverage } from '../model/assessment.ts';
import type { Bid, Profile, Project } from '../model/observation.ts';
import type { BidLedger } from '../stats/bid-ledger.ts';
import { type Sighting, sightingOf } from '../store/accounts.ts';
import { coverage } from '../store/coverage.ts';
import type { HireflagDatabase } from '../store/database.ts';
import type { Facts } from '../store/facts.ts';
import { identityOf } from '../store/identity.ts';
import type { StoredObservation } from '../store/rows.ts';
import { asText, type StoredText } from '../store/texts.ts';
import type { TextIndex } from '../text/text-index.ts';

/** A bid with what the store knows of it. */
export type StoredBid = Bid & { n: number; firstSeenAt: string; lastSeenAt: string };

export class DatabaseEvidence {
  readonly texts: TextIndex;
  private readonly db: HireflagDatabase;
  private readonly facts: () => Promise<Facts>;
  private readonly rows = new Map<AccountKey, StoredObservation[]>();

  constructor(db: HireflagDatabase, texts: TextIndex, facts: () => Promise<Facts>) {
    this.db = db;
    this.facts = facts;
    this.texts = texts;
  }

  async bidsOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, StoredBid[]>> {
    const bids = new Map<AccountKey, StoredBid[]>();
    for (const [account, rows] of await this.rowsOf(accounts)) {
      const own = rows.flatMap((row) => asBid(row) ?? []);
      if (own.length > 0) bids.set(account, own);
    }
    return bids;
  }

  async textsOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, StoredText[]>> {
    const texts = new Map<AccountKey, StoredText[]>();
    for (const [account, rows] of await this.rowsOf(accounts)) {
      const own = rows.flatMap((row) => asText(row) ?? []);
      if (own.length > 0) texts.set(account, own);
    }
    return texts;
  }

  async textsAt(numbers: readonly number[]): Promise<StoredText[]> {
    const rows = await this.db.observations.bulkGet([...numbers]);
    return rows.flatMap((row) => (row && asText(row)) ?? []);
  }

  async projects(keys: readonly string[]): Promise<Map<string, Project>> {
    const identities = keys.map((key) => {
      const colon = key.indexOf(':');
      return identityOf({ kind: 'project', site: key.slice(0, colon), project: key.slice(colon + 1), seenAt: '' });
    });
    const rows = await this.db.rowsUnder('identity', identities);
    return new Map(rows.map((row) => [row.project as string, row.body as Project]));
  }

  async profilesOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, Profile>> {
    const profiles = new Map<AccountKey, Profile>();
    for (const [account, rows] of await this.rowsOf(accounts)) {
      const profile = rows.find((row) => row.kind === 'profile');
      if (profile) profiles.set(account, profile.body as Profile);
    }
    return profiles;
  }

  async bidding(): Promise<BidLedger> {
    return (await this.facts()).bidding;
  }

  async ratings(): Promise<RatingGraph> {
    return (await this.facts()).ratings;
  }

  async coverageOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, Coverage>> {
    const rows = await this.rowsOf(accounts);
    return new Map([...rows].map(([account, own]) => [account, coverage(own.map((row) => row.body))]));
  }

  /** When each of these accounts was seen and by what name. An account that was not is absent. */
  async sightingsOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, Sighting>> {
    const sightings = new Map<AccountKey, Sighting>();
    for (const [account, rows] of await this.rowsOf(accounts)) {
      const sighting = sightingOf(rows);
      if (sighting) sightings.set(account, sighting);
    }
    return sightings;
  }

  private async rowsOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, StoredObservation[]>> {
    const missing = new Set(accounts.filter((account) => !this.rows.has(account)));
    for (const account of missing) this.rows.set(account, []);
    if (missing.size > 0) {
      const found = await Promise.all([this.db.rowsUnder('who', missing), this.db.rowsUnder('giver', missing)]);
      const rows = new Map(found.flat().map((row) => [row.n, row]));
      for (const row of [...rows.values()].sort((a, b) => a.n - b.n)) {
        for (const account of new Set([row.who, row.giver])) {
          if (account && missing.has(account)) this.rows.get(account)?.push(row);
        }
      }
    }
    return new Map(accounts.map((account) => [account, this.rows.get(account) ?? []]));
  }
}

function asBid(row: StoredObservation): StoredBid | undefined {
  if (row.kind !== 'bid') return undefined;
  return { ...(row.body as Bid), n: row.n, firstSeenAt: row.firstSeenAt, lastSeenAt: row.lastSeenAt };
}
