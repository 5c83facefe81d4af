// The store without a database: everything in memory, for the command line and for tests of the red
// flags. It remembers and answers just as the database does.
import { RatingGraph } from '../graph/rating-graph.ts';
import type { AccountKey } from '../model/account.ts';
import type { Coverage } from '../model/assessment.ts';
import type { Bid, Observation, Profile, Project } from '../model/observation.ts';
import { BidLedger } from '../stats/bid-ledger.ts';
import { coverage } from '../store/coverage.ts';
import { identityOf } from '../store/identity.ts';
import { newRow, type Row, seeAgain } from '../store/row.ts';
import { asText, type StoredText, textOf } from '../store/texts.ts';
import { TextIndex } from '../text/text-index.ts';
import type { StoredBid } from './database-evidence.ts';

export class MemoryStore {
  private readonly rows = new Map<string, Row>();

  /** Remembers one observation: once, however often it comes. */
  remember(observation: Observation): void {
    const identity = identityOf(observation);
    const known = this.rows.get(identity);
    this.rows.set(identity, known ? seeAgain(known, observation) : newRow(identity, observation));
  }

  /** What the red flags may ask, as of now. */
  seen(): MemoryEvidence {
    return new MemoryEvidence([...this.rows.values()]);
  }
}

export class MemoryEvidence {
  readonly texts = new TextIndex();
  /** Every account that something was seen of, in the order first seen. */
  readonly accounts: readonly AccountKey[];
  private readonly byAccount = new Map<AccountKey, Row[]>();
  private readonly byProject = new Map<string, Project>();
  private readonly byNumber: readonly Row[];
  private ledger: BidLedger | undefined;
  private graph: RatingGraph | undefined;

  constructor(rows: readonly Row[]) {
    this.byNumber = rows;
    rows.forEach((row, n) => {
      row.n = n;
      if (row.kind === 'project') this.byProject.set(row.project as string, row.body as Project);
      for (const account of new Set([row.who, row.giver])) {
        if (!account) continue;
        const own = this.byAccount.get(account);
        if (own) own.push(row);
        else this.byAccount.set(account, [row]);
      }
      const text = textOf(row);
      if (text && row.who) this.texts.add(n, row.who, text);
    });
    this.accounts = [...this.byAccount.keys()];
  }

  async bidsOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, StoredBid[]>> {
    const bids = new Map<AccountKey, StoredBid[]>();
    for (const account of accounts) {
      const own = (this.byAccount.get(account) ?? []).filter((row) => row.kind === 'bid').map(asBid);
      if (own.length > 0) bids.set(account, own);
    }
    return bids;
  }

  async textsOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, StoredText[]>> {
    const texts = new Map<AccountKey, StoredText[]>();
    for (const account of accounts) {
      const own = (this.byAccount.get(account) ?? []).flatMap((row) => asText(row) ?? []);
      if (own.length > 0) texts.set(account, own);
    }
    return texts;
  }

  async textsAt(numbers: readonly number[]): Promise<StoredText[]> {
    return numbers.flatMap((n) => this.byNumber[n] ?? []).flatMap((row) => asText(row) ?? []);
  }

  async projects(keys: readonly string[]): Promise<Map<string, Project>> {
    return new Map(keys.flatMap((key) => (this.byProject.has(key) ? [[key, this.byProject.get(key) as Project]] : [])));
  }

  async profilesOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, Profile>> {
    const profiles = new Map<AccountKey, Profile>();
    for (const account of accounts) {
      const row = this.byAccount.get(account)?.find(({ kind }) => kind === 'profile');
      if (row) profiles.set(account, row.body as Profile);
    }
    return profiles;
  }

  async bidding(): Promise<BidLedger> {
    this.ledger ??= BidLedger.from(this.all('bid'));
    return this.ledger;
  }

  async ratings(): Promise<RatingGraph> {
    this.graph ??= RatingGraph.from(this.all('review'), this.all('profile'));
    return this.graph;
  }

  private all<K extends Observation['kind']>(kind: K): Extract<Observation, { kind: K }>[] {
    return this.byNumber.flatMap(({ body }) => (body.kind === kind ? [body as Extract<Observation, { kind: K }>] : []));
  }

  async coverageOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, Coverage>> {
    return new Map(
      accounts.map((account) => [account, coverage((this.byAccount.get(account) ?? []).map(({ body }) => body))]),
    );
  }
}

function asBid(row: Row): StoredBid {
  const { n, firstSeenAt, lastSeenAt } = row;
  return Object.assign({ n: n as number, firstSeenAt, lastSeenAt }, row.body as Bid);
}
