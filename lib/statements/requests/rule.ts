// The shape of a rule: meanings that stand near each other, and what says that no request is meant.
import type { FlagId, Stage, Strength } from './request.ts';

export interface Rule {
  /**
   * The pieces: each a meaning, or several of which one will do (`phone|mail`). Words of a text count once: two pieces
   * are two places.
   */
  readonly all: readonly string[];
  /** Words between two pieces, at most; the end of a sentence counts as five. */
  readonly within?: number;
  /** True when the pieces stand in this order. */
  readonly ordered?: boolean;
  /** Meanings of which one has to be in the same sentence. */
  readonly with?: readonly string[];
  /** Meanings in the same sentence that make it none. */
  readonly unless?: readonly string[];
  /** Meanings next to a piece that make it none: within three words. */
  readonly notNear?: readonly string[];
  /** Meanings anywhere in the text without which it says nothing. */
  readonly also?: readonly string[];
  /** Meanings anywhere in the text that make it none. */
  readonly nowhere?: readonly string[];
  /** Meanings in what the client wrote before, without which it says nothing. */
  readonly before?: readonly string[];
  /** True when a negation does not make it none: it is a part of what is looked for, or says nothing of it. */
  readonly negated?: boolean;
  readonly stage?: readonly Stage[];
  /** `moderate` where it is left out. */
  readonly strength?: Strength;
}

/** Everything about one flag. */
export interface FlagRules {
  readonly id: FlagId;
  readonly rules: readonly Rule[];
  /** Meanings that make an answer of it where the client named them just before. */
  readonly topics: readonly string[];
  /** Meanings that make an answer of it where the post names them. */
  readonly topicsOfPost?: readonly string[];
  /** Meanings that are the client's own where the post has the very word. */
  readonly ofPost?: readonly string[];
  /** Marketplaces on which it is usual. */
  readonly usualOn?: readonly string[];
  /** Marketplaces on which it is usual once there is a contract. */
  readonly usualOnceHired?: readonly string[];
}
