// How well nights that lie by day, and days longer than one person's, are told from owls, shifts, travels and machines.
import { hoursMismatch } from '../../lib/red-flags/hours-mismatch/flag.ts';
import { identityPart } from './identities.ts';
import type { EvaluatedPart } from './part.ts';

/** The part of docs/evaluation.md about this red flag. */
export function evaluate(): Promise<EvaluatedPart> {
  return identityPart(hoursMismatch, [
    'Where it fails: owls who live wholly by night and do not say so look like another zone (none are in the worlds), and most',
    'marketplaces show days instead of hours, of which nothing is said. Reasons are found only in words that are kept.',
  ]);
}
