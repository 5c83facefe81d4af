// What a browser remembers of its team, by name: its membership, how far the pool was read, the roster, who was erased, and
// what the last burst did.

import type { DecidedLetter } from './decided.ts';
import type { Found } from './found.ts';
import type { Invitation } from './invitation.ts';
import type { Roster } from './roster.ts';

/** This browser's place in a team. */
export interface Membership extends Invitation {
  key: 'membership';
  /** The secret key of this browser. It never leaves it. */
  seed: string;
  joinedAt: string;
}

/** This browser's secret key. It stays when a team is left. */
export interface OwnKey {
  key: 'own-key';
  seed: string;
}

/** How far the pool was read. */
export interface Position {
  key: 'position';
  /** When the stream was made, as the server says it: another time is another stream. */
  created: string;
  /** The last message that was taken. */
  sequence: number;
  /** How many observations of each author were taken on the last day that they wrote, by the server's clock. */
  taken: Record<string, { day: string; count: number }>;
  /** Whether messages of somebody who was not on the roster were left out: who comes onto it is read anew. */
  leftOut: string[];
}

/** How far a stream of the newest only was read. */
export interface NewestPosition {
  key: `read ${string}`;
  /** When the stream was made. */
  created: string;
  sequence: number;
}

/** Whether this browser shows the team what its user decides. */
export interface Sharing {
  key: 'sharing';
  decisions: boolean;
}

/** What this browser has said last of what its user decided about a person, by their token. */
export interface DecidedNote {
  key: `decided ${string}`;
  /** The decisions in canonical JSON; of none any more there is no note. */
  said: string;
  at: string;
}

/** What somebody of the team said last about a person. */
export interface SayingRow {
  /** Stream, author and person. */
  key: string;
  author: string;
  /** The token of whom it is about. */
  person: string;
  /** The tokens of everybody whom it names, theirs too. */
  people: string[];
  at: string;
  letter: Found | DecidedLetter;
}

export interface KeptRoster {
  key: 'roster';
  roster: Roster;
}

/** Somebody of whom nothing is kept, sent or taken. */
export interface Erased {
  key: `erased ${string}`;
  person: string;
  /** By the server's clock. */
  at: string;
  /** The messages about them are still to be taken off the server, by this browser. */
  open?: boolean;
}

/** Of what was stored before, what is still to be put into the outbox. */
export interface Backlog {
  key: 'backlog';
  /** Rows up to here are in the outbox. */
  done: number;
  upTo: number;
}

/** Why messages were not taken. */
export const refusals = [
  'not-ours',
  'not-theirs',
  'not-readable',
  'no-observation',
  'unknown',
  'not-allowed',
  'too-many',
  'ahead',
  'erased',
] as const;
export type Refusal = (typeof refusals)[number];

/** What keeps a burst from being done. */
export const problems = ['unreachable', 'refused', 'no-stream', 'full', 'not-allowed', 'disk-full', 'other'] as const;
export type TeamProblem = (typeof problems)[number];

/** What was done so far. */
export interface Status {
  key: 'status';
  /** When the last burst that was done to its end ended. */
  lastBurst?: string;
  sent: number;
  received: number;
  refused: Partial<Record<Refusal, number>>;
  /** Observations too large for the pool, which stay here. */
  tooLarge: number;
  problem?: TeamProblem;
  /** What the server or the browser said of it. */
  detail?: string;
  problemSince?: string;
}

export type TeamEntry =
  | Membership
  | OwnKey
  | Position
  | NewestPosition
  | Sharing
  | DecidedNote
  | KeptRoster
  | Erased
  | Backlog
  | Status;
export type EntryOf<K extends TeamEntry['key']> = Extract<TeamEntry, { key: K }>;

export const newStatus: Status = { key: 'status', sent: 0, received: 0, refused: {}, tooLarge: 0 };
export const newPosition = (created: string): Position => ({
  key: 'position',
  created,
  sequence: 0,
  taken: {},
  leftOut: [],
});
