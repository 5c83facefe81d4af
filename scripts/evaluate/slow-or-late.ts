// How well late and unfinished jobs and slow answers are told from a bad month and from what is usual.
import { slowOrLate } from '../../lib/red-flags/slow-or-late/flag.ts';
import { figuresPart, realProfiles, slowWorld } from './figures.ts';
import type { EvaluatedPart } from './part.ts';

/** The part of docs/evaluation.md about this red flag. */
export async function evaluate(): Promise<EvaluatedPart> {
  return figuresPart(slowOrLate, slowWorld, [
    'Rates of ordinary people are spread as on one real marketplace, planted ones have 40 in 100 jobs right on average.',
    'The worlds are by the maker of the flag. Where it fails: rates of few jobs, rates that a marketplace has not worked out,',
    'and people who are slow for a good reason, whom nothing tells from the others.',
    ...(await realProfiles(slowOrLate)),
  ]);
}
