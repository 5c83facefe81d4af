// The shapes of what the database holds, a table each. The rows of observations are the truth; accounts and
// projections are derived from them and can be rebuilt.
import type { AccountKey } from '../model/account.ts';
import type { Coverage, Level } from '../model/assessment.ts';
import type { Decision } from '../model/decision.ts';
import type { Data, Strength } from '../model/finding.ts';
import type { LogEvent, LogKey } from '../model/log-event.ts';
import type { Observation } from '../model/observation.ts';
import type { Time } from '../model/time.ts';
import type { LogColumns } from './log-blocks.ts';

/** An observation as stored: once, however often it was seen. */
export interface StoredObservation {
  /** Number of the row; projections know it by this. */
  n: number;
  /** What makes it the same fact when seen again (identity.ts). */
  identity: string;
  kind: Observation['kind'];
  /** The account it is about. */
  who?: AccountKey;
  /** Who gave the review; its giver is then seen as well. */
  giver?: AccountKey;
  /** `site:project`. */
  project?: string;
  firstSeenAt: string;
  lastSeenAt: string;
  /** What is known now. */
  body: Observation;
  /** When fields were seen as the body has them, where that is not from the first to the last sighting of the row. */
  seen?: SeenFields[];
  /** What else was seen of fields: what contradicts the body, and what the body was put together from. */
  others?: OtherValue[];
  /** Fields that the body has put together: no sighting says all of it. */
  composed?: string[];
  /** Of a review or a message the times that were seen of it, where that is not the one of the body. */
  times?: Time[];
}

/** Fields that were seen at the same times. Fields of a group are written `stats.rating`. */
export interface SeenFields {
  /** Absent where it is the row's. */
  first?: string;
  last?: string;
  fields: string[];
}

/** A value that the body does not have. */
export interface OtherValue {
  field: string;
  value: unknown;
  first: string;
  last: string;
}

/** A part of a file that is being imported, kept until all of it is there and checked. */
export interface IncomingPart {
  id: number;
  /** Which import it belongs to: two may run at once. */
  of: string;
  /** When it was put here, ISO 8601: what is left of a broken import goes after a day. */
  at: string;
  observations: Observation[];
  /** Absent where there are none. */
  events?: LogEvent[];
  /** Of the row that stands for a file being read: hashes of who was deleted since (gone.ts). */
  gone?: string[];
}

/** The events of one account of a log in one week (UTC). */
export interface LogBlock {
  /** The account, a zero character, the Monday of the week. */
  id: string;
  who: AccountKey;
  /** When that of them was last imported which was so the longest ago, ISO 8601. */
  keptAt: string;
  /** What others may have, too, for the index: addresses, devices, sessions, payees. */
  keys: LogKey[];
  events: LogColumns;
}

/** An account of a log. */
export interface LogAccountRow {
  key: AccountKey;
  site: string;
  account: string;
  name?: string;
  /** Its mail address and its names, as they are compared. */
  keys: LogKey[];
}

/** A finding without its evidence. */
export interface BriefFinding {
  flag: string;
  key: string;
  strength: Strength;
  message: string;
  data: Data;
  with: AccountKey[];
}

export interface AccountRow {
  key: AccountKey;
  site: string;
  account: string;
  name?: string;
  level: Level;
  /** 0 asks for most attention: the place of the level among the levels, turned round. */
  rank: number;
  /** Those that ask for attention, strongest first. */
  findings: BriefFinding[];
  /** Ids of the flags found, for the index. */
  flags: string[];
  /** Everyone named in the findings, for the index. */
  others: AccountKey[];
  coverage: Coverage;
  firstSeenAt: string;
  lastSeenAt: string;
  /** When it was assessed, ISO 8601; absent when it never was. */
  assessedAt?: string;
  /** What a search finds it by, in small letters without accents. */
  words: string[];
}

/** Accounts that were written about and not assessed since. */
export interface PendingNote {
  key: string;
  /** Absent in a note of one account, whose key it has. */
  accounts?: readonly AccountKey[];
  /** Which worker noted it, and which of its notes this is. */
  writer: string;
  write: number;
}

/** A decision with the number of its row. */
export type StoredDecision = Decision & { id: number };

/** What the store needs to know of a record. */
export interface StoredRecord {
  id: string;
  account: string;
  changedAt: string;
}

/** A part of what is kept of a projection (kept-projection.ts says what the ids mean). */
export interface ProjectionBlock {
  projection: string;
  id: number;
  content: unknown;
}
