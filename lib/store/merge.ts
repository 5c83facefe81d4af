// What becomes of a fact's rows when it is seen again, whatever its kind.
import type { Message, Observation, Review } from '../model/observation.ts';
import { isGrouped, mergeGrouped } from './grouped-rows.ts';
import { mergeFields, mergePage, type Row } from './row.ts';

/**
 * The rows of a fact after it was seen in these observations, in any order. Rows keep their number where their
 * identity stays; known rows that are not among them are to be deleted.
 *
 * @param known its rows so far
 * @param observations at least one, all of this fact's identity
 */
export function merge(known: readonly Row[], observations: readonly Observation[]): Row[] {
  const { kind } = observations[0] as Observation;
  if (isGrouped(kind)) return mergeGrouped(known, observations as (Review | Message)[]);
  return [kind === 'page' ? mergePage(known[0], observations) : mergeFields(known[0], observations)];
}
