// How well profiles of one person that contradict each other are told from spellings, languages, rounded dates, moves and
// less told. Who is one person is given, as the user gives it.
import { conflictingProfiles } from '../../lib/red-flags/conflicting-profiles/flag.ts';
import { identityPart } from './identities.ts';
import type { EvaluatedPart } from './part.ts';

/** The part of docs/evaluation.md about this red flag. */
export function evaluate(): Promise<EvaluatedPart> {
  return identityPart(conflictingProfiles, [
    'Where it fails: a profile that was never brought up to date contradicts a newer one and is found; what only one of them',
    'tells, dates known to the year alone, and names that share a word by chance are not.',
  ]);
}
