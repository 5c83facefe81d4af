// How well accounts that share a contact under different names are told from agencies, couples, one person on two sites,
// hosts of many, and what a client named.
import { sharedContact } from '../../lib/red-flags/shared-contact/flag.ts';
import { identityPart } from './identities.ts';
import type { EvaluatedPart } from './part.ts';

/** The part of docs/evaluation.md about this red flag. */
export function evaluate(): Promise<EvaluatedPart> {
  return identityPart(sharedContact, [
    'Where it fails: agencies and families that do not say so on their profiles are found, and so is a contact that somebody',
    'passes on for a friend; a number without its country that has another length abroad, an address in words that no',
    'language here has, a picture that was saved and put up anew are not.',
  ]);
}
