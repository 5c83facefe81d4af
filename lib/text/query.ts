// What the text index is asked and what it answers: shapes only.
import type { OpenPart } from './open-part.ts';
import type { SortedBlock } from './packed.ts';

/** What is asked about a text. */
export interface Query {
  /** Distinct, at most MAX_FINGERPRINTS. */
  fingerprints: Uint32Array;
  /**
   * Where each sentence's fingerprints begin among them, ascending, and their number last. The last span is no
   * sentence: it holds those that cross from one sentence into the next (see PreparedText).
   */
  sentenceSpans: ArrayLike<number>;
  /** Hash of the asker's account, whose texts are left out. */
  account: number;
  /** Most matches given back. */
  limit: number;
}

/** All parts of the index. */
export interface IndexParts {
  blocks: readonly SortedBlock[];
  open: OpenPart;
  /** Where the first text of each block, and of the open part, stands among all. */
  bases: Uint32Array;
}

/** One stored text that shares fingerprints with the one asked about. */
export interface TextMatch {
  /** The store's number of the text. */
  n: number;
  /** Its account: place in the result's list of accounts. */
  account: number;
  /** How many of the fingerprints asked about it has. */
  shared: number;
  /** Which: bit i % 32 of entry i >> 5 stands for fingerprint i. */
  marks: Uint32Array;
}

/** Which other accounts use each of a list of fingerprints or sentences. */
export interface Users {
  /** Where the accounts of each begin in `accounts`, and their number last. */
  starts: Uint32Array;
  /** Places of accounts, each once; of a frequent fingerprint or sentence only a sample. */
  accounts: Uint16Array;
  /** How many accounts each one of the sample stands for; 1 when it is whole. */
  scale: Float64Array;
}

export interface QueryResult {
  /** Texts of other accounts that share the most, most telling first. */
  matches: TextMatch[];
  /** How many accounts the places stand for. */
  accounts: number;
  /** Who has each fingerprint; empty when there is no match. */
  fingerprints: Users;
  /** Who has the whole of each sentence (see wholeSentence()) in one text. */
  sentences: Users;
}

/** How many of a sentence's fingerprints a text must have to have the sentence. */
export function wholeSentence(fingerprints: number): number {
  return Math.ceil(fingerprints * 0.75);
}

/** Whether a match has the fingerprint of this place. */
export function isMarked(marks: Uint32Array, f: number): boolean {
  return (((marks[f >>> 5] as number) >>> (f & 31)) & 1) === 1;
}
