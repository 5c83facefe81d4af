// How well profiles that are copies of each other are told from colleagues, classmates, joint works, stock phrases, one
// person on two sites and the site's own words.
import { sharedDocuments } from '../../lib/red-flags/shared-documents/flag.ts';
import { identityPart } from './identities.ts';
import type { EvaluatedPart } from './part.ts';

/** The part of docs/evaluation.md about this red flag. */
export function evaluate(): Promise<EvaluatedPart> {
  return identityPart(sharedDocuments, [
    'Where it fails: a text that was translated or rewritten whole is not found, nor are copies that more than eight profiles',
    'have, which are taken for words of everybody; agencies and families that do not say so on their profiles are found.',
    'The texts of these worlds come from a grammar, and strangers’ real texts share less.',
  ]);
}
