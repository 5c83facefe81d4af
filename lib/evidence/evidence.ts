// What a red flag may ask of everything that was seen. The store answers it from the browser's
// database, the command line from memory; a flag cannot tell which, and changes neither.
import type { RatingGraph } from '../graph/rating-graph.ts';
import type { AccountKey } from '../model/account.ts';
import type { Coverage } from '../model/assessment.ts';
import type { Bid, Profile, Project } from '../model/observation.ts';
import type { BidLedger } from '../stats/bid-ledger.ts';
import type { TextIndex } from '../text/text-index.ts';

/** A bid as stored: numbered, once however often its page was opened. */
export interface StoredBid extends Bid {
  /** The store's number of it; the text index knows the bid's text by the same number. */
  n: number;
  firstSeenAt: string;
  lastSeenAt: string;
}

/** A text that an account sent, as stored: a bid's, or a message's whose words were kept. */
export interface StoredText
  extends Pick<StoredBid, 'n' | 'site' | 'account' | 'text' | 'url' | 'firstSeenAt' | 'lastSeenAt'> {
  /** Empty for a message: on which project it was sent is not known. */
  project: string;
}

export interface Evidence {
  /** Every bid of these accounts, in the order seen. An account without bids is absent. */
  bidsOf(accounts: readonly AccountKey[]): Promise<ReadonlyMap<AccountKey, readonly StoredBid[]>>;
  /** Every bid and every message with words of these accounts, in the order seen. Who sent none is absent. */
  textsOf(accounts: readonly AccountKey[]): Promise<ReadonlyMap<AccountKey, readonly StoredText[]>>;
  /** Bids and messages by number. Numbers that are gone (deleted, expired) are left out. */
  textsAt(numbers: readonly number[]): Promise<readonly StoredText[]>;
  /** Projects, by `site:project`. */
  projects(keys: readonly string[]): Promise<ReadonlyMap<string, Project>>;
  /** Latest profile of each of these accounts. */
  profilesOf(accounts: readonly AccountKey[]): Promise<ReadonlyMap<AccountKey, Profile>>;
  /** How much was seen of each of these accounts. */
  coverageOf(accounts: readonly AccountKey[]): Promise<ReadonlyMap<AccountKey, Coverage>>;
  /** How everyone's bids came out. The same object as long as nothing else was seen. */
  bidding(): Promise<BidLedger>;
  /** Who rated whom, how well and when. The same object as long as nothing else was seen. */
  ratings(): Promise<RatingGraph>;
  /** The texts of all bids and of messages with words, searchable for near copies. */
  readonly texts: TextIndex;
}
