// How well profiles that tell next to nothing beside long experience are told from those of people who tell little.
import { thinProfile } from '../../lib/red-flags/thin-profile/flag.ts';
import { figuresPart, thinWorld } from './figures.ts';
import type { EvaluatedPart } from './part.ts';

/** The part of docs/evaluation.md about this red flag. */
export function evaluate(): Promise<EvaluatedPart> {
  return figuresPart(thinProfile, thinWorld, [
    'Four marketplaces a world, each of 500 people and with its own habits of what is filled in; the two planted on each have one part or none and claim six',
    'years or more. The worlds are by the maker of the flag. Where it fails: where many tell little nothing is unusual, and it says',
    'nothing; copied profiles are rich.',
  ]);
}
