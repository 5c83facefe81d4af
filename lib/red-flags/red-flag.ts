// The shape of a red flag. Each stands in a file of its own whose name is its id, and is listed in
// registry.ts. It carries everything a view needs to explain it, so that no view has to know it.

import type { Evidence } from '../evidence/evidence.ts';
import type { AccountKey } from '../model/account.ts';
import type { ClauseId } from '../model/advisory.ts';
import type { Finding } from '../model/finding.ts';

export interface RedFlag {
  /** The file's name: `reused-template`. */
  readonly id: string;
  /** A few plain words, as a heading. */
  readonly title: string;
  /** What it looks for, in one or two sentences a client understands. */
  readonly looksFor: string;
  /** The advisory's clauses it bears on. */
  readonly clauses: readonly ClauseId[];
  /** What else explains the same observation, most usual first. */
  readonly innocent: readonly string[];
  /** What it cannot see or gets wrong. */
  readonly limits: readonly string[];
  /** What would settle the matter. */
  readonly clearedBy: readonly string[];
  /** A neutral question to put to the developer. */
  readonly ask: string;
  /** Looks at these accounts against all that was seen. Pure: same input, same output. */
  find(accounts: readonly AccountKey[], seen: Evidence): Promise<Found>;
}

export interface Found {
  findings: Finding[];
  /** The accounts of which enough was seen for this flag to say anything, found or not. */
  judged: ReadonlySet<AccountKey>;
}
