// Some red flags look at everyone at once: how all bids came out, who rated whom. Reading every stored
// bid for that would take seconds, so what they need of each row is kept a second time, without its
// texts, in blocks of a thousand rows that come back in a moment. It is derived and can be rebuilt.

import type { EntityTable } from 'dexie';
import { type Rating, RatingGraph, ratingOf } from '../graph/rating-graph.ts';
import type { AccountKey } from '../model/account.ts';
import type { Bid } from '../model/observation.ts';
import { BidLedger } from '../stats/bid-ledger.ts';
import type { FactBlock, StoredObservation } from './rows.ts';

/** Rows in a block; block b holds rows b * 1000 to b * 1000 + 999. */
const ROWS = 1_000;

/** What is kept of a row: its number first, then what its kind needs. Numbers that are not known are null. */
type BidFact = [n: number, kind: 'bid', site: string, account: string, project: string, outcome: Bid['outcome'] | null];
type ReviewFact = [
  n: number,
  kind: 'review',
  from: AccountKey,
  to: AccountKey,
  value: number | null,
  outOf: number | null,
  time: number | null,
  byClient: boolean,
  text: number,
];
type ProfileFact = [n: number, kind: 'profile', site: string, account: string, reviewCount: number];
type Fact = BidFact | ReviewFact | ProfileFact;

/** Changes with the shape of a fact, so that blocks of another version are written anew. */
const VERSION = 1;

/** What everyone's rows say, in memory. */
export class Facts {
  readonly bidding = new BidLedger();
  readonly ratings = new RatingGraph();
  /** Numbers of the reviews that the graph has: it counts what it is given. */
  private readonly reviews = new Set<number>();

  /** Takes in rows that are new or have changed. */
  add(rows: Iterable<StoredObservation>): void {
    for (const row of rows) {
      const fact = factOf(row);
      if (fact) this.take(fact);
    }
  }

  /** Everything that the blocks hold; undefined when one is damaged or of another version. */
  static async load(table: EntityTable<FactBlock, 'id'>): Promise<Facts | undefined> {
    const blocks = await table.toArray();
    if (blocks.some(({ version }) => version !== VERSION)) return undefined;
    const facts = new Facts();
    try {
      for (const block of blocks) for (const fact of factsIn(block)) facts.take(fact);
      return facts;
    } catch {
      return undefined;
    }
  }

  private take(fact: Fact): void {
    if (fact[1] === 'bid') {
      const [, , site, account, project, outcome] = fact;
      this.bidding.add({ site, account, project, ...(outcome && { outcome }) });
    } else if (fact[1] === 'profile') {
      const [, , site, account, reviewCount] = fact;
      this.ratings.addProfile({
        kind: 'profile',
        site,
        account,
        role: 'freelancer',
        seenAt: '',
        stats: { reviewCount },
      });
    } else if (!this.reviews.has(fact[0])) {
      this.reviews.add(fact[0]);
      this.ratings.addRating(ratingIn(fact));
    }
  }
}

/** Writes rows that are new or have changed into their blocks, and takes out those that are gone. */
export async function writeFacts(
  table: EntityTable<FactBlock, 'id'>,
  rows: readonly StoredObservation[],
  gone: readonly number[],
): Promise<void> {
  const changes = new Map<number, Map<number, Fact | undefined>>();
  const note = (n: number, fact: Fact | undefined) => {
    const id = Math.floor(n / ROWS);
    const block = changes.get(id) ?? new Map<number, Fact | undefined>();
    changes.set(id, block.set(n, fact));
  };
  for (const n of gone) note(n, undefined);
  for (const row of rows) {
    const fact = factOf(row);
    if (fact) note(row.n, fact);
  }
  const ids = [...changes.keys()];
  const known = await table.bulkGet(ids);
  const blocks = ids.map((id, i) => {
    const facts = new Map<number, Fact>((known[i] ? factsIn(known[i]) : []).map((fact) => [fact[0], fact]));
    for (const [n, fact] of changes.get(id) ?? []) {
      if (fact) facts.set(n, fact);
      else facts.delete(n);
    }
    return { id, version: VERSION, facts: JSON.stringify([...facts.values()].sort((a, b) => a[0] - b[0])) };
  });
  await table.bulkPut(blocks.filter((block, i) => block.facts !== known[i]?.facts));
}

function factsIn(block: FactBlock): Fact[] {
  return JSON.parse(block.facts) as Fact[];
}

function factOf({ n, body }: StoredObservation): Fact | undefined {
  switch (body.kind) {
    case 'bid':
      return [n, 'bid', body.site, body.account, body.project, body.outcome ?? null];
    case 'review': {
      const { from, to, value, outOf, time, byClient, text } = ratingOf(body);
      return [n, 'review', from, to, orNull(value), orNull(outOf), orNull(time), byClient, text];
    }
    case 'profile': {
      const reviewCount = body.stats?.reviewCount;
      return reviewCount === undefined ? undefined : [n, 'profile', body.site, body.account, reviewCount];
    }
    default:
      return undefined;
  }
}

function ratingIn([, , from, to, value, outOf, time, byClient, text]: ReviewFact): Rating {
  const known = (number: number | null) => number ?? Number.NaN;
  return { from, to, value: known(value), outOf: known(outOf), time: known(time), byClient, text };
}

const orNull = (number: number) => (Number.isNaN(number) ? null : number);
