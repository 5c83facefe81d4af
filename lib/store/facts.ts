// Some red flags look at everyone at once: how all bids came out, who rated whom. Reading every stored
// bid for that would take seconds, so what they need of each row is kept a second time, without its
// texts, in blocks of a thousand rows that come back in a moment. It is derived and can be rebuilt.
import type { EntityTable } from 'dexie';
import type { Bid } from '../model/observation.ts';
import { BidLedger } from '../stats/bid-ledger.ts';
import type { StoredObservation } from './database.ts';

/** Rows in a block; block b holds rows b * 1000 to b * 1000 + 999. */
const ROWS = 1_000;

/** What is kept of a row: its number first, then what its kind needs. */
type BidFact = [n: number, kind: 'bid', site: string, account: string, project: string, outcome: Bid['outcome'] | null];
type Fact = BidFact;

export interface FactBlock {
  id: number;
  /** JSON of a list of facts, ascending by number: read faster than the same as objects. */
  facts: string;
}

/** What everyone's rows say, in memory. */
export class Facts {
  readonly bidding = new BidLedger();

  /** Takes in rows that are new or have changed. */
  add(rows: Iterable<StoredObservation>): void {
    for (const row of rows) {
      const fact = factOf(row);
      if (fact) this.take(fact);
    }
  }

  /** Everything that the blocks hold. */
  static async load(table: EntityTable<FactBlock, 'id'>): Promise<Facts> {
    const facts = new Facts();
    await table.each((block) => {
      for (const fact of factsIn(block)) facts.take(fact);
    });
    return facts;
  }

  private take([, , site, account, project, outcome]: Fact): void {
    this.bidding.add({ site, account, project, ...(outcome && { outcome }) });
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
    return { id, facts: JSON.stringify([...facts.values()].sort((a, b) => a[0] - b[0])) };
  });
  await table.bulkPut(blocks.filter((block, i) => block.facts !== known[i]?.facts));
}

function factsIn(block: FactBlock): Fact[] {
  return JSON.parse(block.facts) as Fact[];
}

function factOf({ n, kind, body }: StoredObservation): Fact | undefined {
  if (kind !== 'bid') return undefined;
  const { site, account, project, outcome } = body as Bid;
  return [n, 'bid', site, account, project, outcome ?? null];
}
