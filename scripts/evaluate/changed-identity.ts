// How well an account that says something else of itself than before is told from marriages, moves and mended words.
import { changedIdentity } from '../../lib/red-flags/changed-identity/flag.ts';
import { identityPart } from './identities.ts';
import type { EvaluatedPart } from './part.ts';

/** The part of docs/evaluation.md about this red flag. */
export function evaluate(): Promise<EvaluatedPart> {
  return identityPart(changedIdentity, [
    'Where it fails: a new name that shares a word with the old one by chance, a change to or from a firm’s name, a single',
    'word or another alphabet, and whatever changed between two sightings without standing on either page. No picture is',
    'looked at. In the worlds nobody sells a business with its account or takes a wholly new name, which honest people do:',
    'the precision in life is lower than here.',
  ]);
}
