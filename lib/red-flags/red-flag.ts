// The shape of a red flag. Each is one folder whose name is its id, and is listed in registry.ts: what it looks
// at, and its words in every language, so that no view has to know it.

import type { Evidence } from '../evidence/evidence.ts';
import type { AccountKey } from '../model/account.ts';
import type { ClauseId } from '../model/advisory.ts';
import type { Check, Finding } from '../model/finding.ts';

/** What a flag's catalogue (`en.json`, `es.json` …) holds. */
export interface FlagWords {
  /** A few plain words, as a heading. */
  readonly title: string;
  /** What it looks for, in one or two sentences a client understands. */
  readonly looksFor: string;
  /** What else explains the same observation, most usual first. */
  readonly innocent: readonly string[];
  /** What it cannot see or gets wrong. */
  readonly limits: readonly string[];
  /** What would settle the matter. */
  readonly clearedBy: readonly string[];
  /** A neutral question to put to the developer. */
  readonly ask: string;
  /** What its checks, findings and evidence say, by id: ICU MessageFormat with named places. */
  readonly messages: Readonly<Record<string, string>>;
}

export interface RedFlag {
  /** The folder's name: `reused-template`. */
  readonly id: string;
  /** The advisory's clauses it bears on. */
  readonly clauses: readonly ClauseId[];
  /**
   * The shares of ordinary accounts, at most, that it finds at all and finds strongly: measured (docs/evaluation.md) or
   * proved, and known beforehand. It may get less (assess/budget.ts).
   */
  readonly falseAlarms: { readonly question: number; readonly closer: number };
  /** Set where it compares accounts that the user said are one person's: that they are is no answer to it. */
  readonly isAboutOnePerson?: true;
  /** Set where it says what belongs to the picture and never asks for attention: it is no answer to how much was seen. */
  readonly onlyInforms?: true;
  /** Its words in English; those in other languages stand beside them, in a file named after the language. */
  readonly words: FlagWords;
  /** Looks at these accounts against all that was seen. Pure: same input, same output. */
  evaluate(accounts: readonly AccountKey[], evidence: Evidence): Promise<FlagReport>;
}

/** What a flag could say of an account, without the flag's id. */
export type FlagCheck = Omit<Check, 'flag'>;

export interface FlagReport {
  /** Exactly one for every account asked about. */
  checks: ReadonlyMap<AccountKey, FlagCheck>;
  findings: Finding[];
}
