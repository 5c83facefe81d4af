// What a red flag may ask of everything that was seen. It is answered from the browser's database or from memory; a
// flag cannot tell which, and changes neither. Rows are asked for by account; what concerns everyone at once is asked
// for as a projection, of which there is a file each in projections/.
import type { AccountKey } from '../model/account.ts';
import type { Coverage } from '../model/assessment.ts';
import type { LogKey } from '../model/log-event.ts';
import type { Bid, Message, Profile, Project, Review } from '../model/observation.ts';
import type { Time } from '../model/time.ts';
import type { Projection } from '../store/projection.ts';
import type { LogAccountRow } from '../store/rows.ts';
import type { SeenValue } from '../store/seen-values.ts';
import type { PersonLogs } from './person-logs.ts';

export type { PersonLogs, SeenValue };

/** An account of a log. */
export type LogHolder = Pick<LogAccountRow, 'key' | 'site' | 'account' | 'name'>;

/** A bid as stored: numbered, once however often its page was opened. */
export interface StoredBid extends Bid {
  /** The store's number of it; projections know the bid by the same number. */
  n: number;
  firstSeenAt: string;
  lastSeenAt: string;
}

/** A review as stored. */
export type StoredReview = Review & Pick<StoredBid, 'n' | 'firstSeenAt' | 'lastSeenAt'>;

/** A text that an account sent, as stored: a bid's, or a message's whose words were kept. */
export interface StoredText extends Pick<StoredBid, 'n' | 'site' | 'account' | 'url' | 'firstSeenAt' | 'lastSeenAt'> {
  text: string;
  /** When it was sent, as far as that is known. */
  sentAt?: Time;
  /** Empty for a message: on which project it was sent is not known. */
  project: string;
}

/** A message as stored: its words, or their fingerprint where words are not kept (`wordless` in observation.ts). */
export type StoredMessage = Message & Pick<StoredBid, 'n' | 'firstSeenAt' | 'lastSeenAt'>;

/** A profile with everything that was ever seen of it. */
export interface ProfileHistory extends Pick<StoredBid, 'firstSeenAt' | 'lastSeenAt'> {
  /** As it is known now. */
  profile: Profile;
  /**
   * By the path of a field every value of it that no other absorbs, with its first and last sighting; the last seen
   * first. Those of passing fields (picture, figures) are the last one only.
   */
  values: ReadonlyMap<string, readonly SeenValue[]>;
}

export interface Evidence {
  /** Every bid of these accounts, in the order seen. An account without bids is absent. */
  bidsOf(accounts: readonly AccountKey[]): Promise<ReadonlyMap<AccountKey, readonly StoredBid[]>>;
  /** Every bid and every message with words of these accounts, in the order seen. Who sent none is absent. */
  textsOf(accounts: readonly AccountKey[]): Promise<ReadonlyMap<AccountKey, readonly StoredText[]>>;
  /** Every review that these accounts got or gave, in the order seen. An account without reviews is absent. */
  reviewsOf(accounts: readonly AccountKey[]): Promise<ReadonlyMap<AccountKey, readonly StoredReview[]>>;
  /** Bids and messages by number. Numbers that are gone (deleted, expired) are left out. */
  textsAt(numbers: readonly number[]): Promise<readonly StoredText[]>;
  /** Projects, by `site:project`. One that was not seen is absent. */
  projects(keys: readonly string[]): Promise<ReadonlyMap<string, Project>>;
  /** Latest profile of each of these accounts. An account without a profile is absent. */
  profilesOf(accounts: readonly AccountKey[]): Promise<ReadonlyMap<AccountKey, Profile>>;
  /** What the profile of each of these accounts said over time. An account without a profile is absent. */
  profileHistoriesOf(accounts: readonly AccountKey[]): Promise<ReadonlyMap<AccountKey, ProfileHistory>>;
  /** Every message between the user and these accounts, both ways, in the order seen. Who wrote with nobody is absent. */
  messagesOf(accounts: readonly AccountKey[]): Promise<ReadonlyMap<AccountKey, readonly StoredMessage[]>>;
  /** For each of these accounts the others that the user said are the same person's. An account without others is absent. */
  peopleOf(accounts: readonly AccountKey[]): Promise<ReadonlyMap<AccountKey, readonly AccountKey[]>>;
  /** What sign-in and payment logs show of each of these accounts' people. Of whom there are none is absent. */
  logsOf(accounts: readonly AccountKey[]): Promise<ReadonlyMap<AccountKey, PersonLogs>>;
  /** The accounts of logs that have each of these; what nobody has is absent. */
  logHoldersOf(keys: readonly LogKey[]): Promise<ReadonlyMap<LogKey, readonly LogHolder[]>>;
  /** How much was seen of each of these accounts. */
  coverageOf(accounts: readonly AccountKey[]): Promise<ReadonlyMap<AccountKey, Coverage>>;
  /**
   * What a projection holds of everyone. Loaded when it is first asked for; the same object as long as it is only
   * added to.
   */
  projection<State>(projection: Projection<State>): Promise<State>;
}
