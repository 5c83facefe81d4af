// How well two statements that do not go together are told from rounding, old texts, moves and studies beside work.
import { conflictingClaims } from '../../lib/red-flags/conflicting-claims/flag.ts';
import { identityPart } from './identities.ts';
import type { EvaluatedPart } from './part.ts';

/** The part of docs/evaluation.md about this red flag. */
export function evaluate(): Promise<EvaluatedPart> {
  return identityPart(conflictingClaims, [
    'The wordings of the held-out seeds were read by nobody who wrote the flag, but their total was looked at while the tables of',
    'words grew by what else people may write (recall .597, .757, .910), so that the last figure is no blind one.',
    '',
    'Where it fails: wordings that no table of a language has, towns that are in no list, claims that two sentences make',
    'together, messages whose words are not kept. In the worlds nobody forgets to bring an old text up to date in a way that',
    'looks like fewer years, which honest people do: the precision in life is lower than here.',
  ]);
}
