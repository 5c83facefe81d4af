// Whether accounts are called new that are, and no others. It informs only, so that nothing is guilty here.
import { newAccount } from '../../lib/red-flags/new-account/flag.ts';
import { figuresPart, newWorld } from './figures.ts';
import type { EvaluatedPart } from './part.ts';

/** The part of docs/evaluation.md about this red flag. */
export function evaluate(): Promise<EvaluatedPart> {
  return figuresPart(newAccount, newWorld, [
    'Planted is an account of sixty days or fewer, known to the day or the month. It informs and never asks for attention, whatever it finds.',
  ]);
}
