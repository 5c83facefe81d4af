// What a projection is: a summary of everyone's rows that a red flag asks for as a whole, such as who rated whom.
// Reading every row for it would take seconds, so the store keeps what it needs of each row a second time and
// brings it up to date with every write (kept-projection.ts). It is derived and can be rebuilt from the rows.
import type { Observation } from '../model/observation.ts';
import type { StoredObservation } from './rows.ts';

/** What a row may say, as far as a projection sees it. */
export type ProjectedRow = Pick<StoredObservation, 'kind' | 'who' | 'giver' | 'project' | 'body'>;

/**
 * One question to everyone's rows.
 *
 * @typeParam State what the projection holds in memory; one object for as long as the worker runs
 * @typeParam Fact what it needs of one row
 */
export interface Projection<State, Fact = unknown> {
  /** The name of its file. */
  readonly id: string;
  /** Raised when facts or packed blocks mean something else: what is kept of another version is rebuilt. */
  readonly version: number;
  /** The kinds of rows it needs. */
  readonly kinds: readonly Observation['kind'][];
  /**
   * What it needs of a row; undefined when nothing. A row is given again when it has changed, and equal facts
   * are taken for no change. Must survive JSON as it is (no NaN, no undefined in a list) unless it is packed.
   */
  factOf(row: ProjectedRow): Fact | undefined;
  /** The state when nothing was seen. */
  empty(): State;
  /** Adds the fact of a row. What the row said before was dropped. */
  take(state: State, row: number, fact: Fact): void;
  /** Takes out what was taken in of a row; does nothing when that was nothing. */
  drop(state: State, row: number): void;
  /** How the state is kept when the facts themselves are too large to be kept twice. */
  readonly packing?: Packing<State>;
}

/** A state that packs itself into blocks. */
export interface Packing<State> {
  /** The state that these blocks hold; undefined when one is damaged or of another version. */
  revive(blocks: readonly unknown[]): State | undefined;
  /** The blocks that changed since the last time, and the ids of those that must go; undefined when none did. */
  freeze(state: State): { put: readonly { id: number }[]; drop: readonly number[] } | undefined;
}
