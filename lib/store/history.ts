// What contradicts what a row says now: the history of a profile and of a bid. A list that shows less, a shortened
// name, a cut text and a rounded figure are none.

import { placesOf } from './fact-state.ts';
import type { OtherValue, StoredObservation } from './rows.ts';
import { compareMoments } from './seen-values.ts';

/** A value that a field had, with when it was first and last seen; the one seen last comes first. */
export function historyOf({
  kind,
  body,
  others = [],
}: Pick<StoredObservation, 'kind' | 'body' | 'others'>): OtherValue[] {
  if (others.length === 0) return [];
  const history = placesOf(kind).flatMap(({ path, field, group, name }) => {
    if (!field.isHistory) return [];
    const holder = (group === undefined ? body : body[group as never]) as Readonly<Record<string, unknown>> | undefined;
    const now = holder?.[name];
    return others.filter((one) => one.field === path && now !== undefined && !field.same(one.value, now));
  });
  return history.sort((a, b) => compareMoments(b.last, a.last));
}
