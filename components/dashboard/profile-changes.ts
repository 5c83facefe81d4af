// What a profile said before and what it says now, field by field, in words that can be laid side by side.
import type { Profile } from '../../lib/model/observation.ts';
import { historyOf } from '../../lib/store/history.ts';
import type { StoredObservation } from '../../lib/store/rows.ts';
import { difference, type Stretch } from '../../lib/text/align.ts';
import { type ComparedField, comparedFields, valueWords } from '../value-words.ts';

export interface ProfileChange {
  /** When the older values were last seen, ISO 8601: they changed after that. */
  after: string;
  fields: { field: ComparedField; stretches: Stretch[] }[];
}

/** What contradicts a profile as it is now, laid beside it, what was seen last first. */
export function profileChanges(row: Pick<StoredObservation, 'kind' | 'body' | 'others'>): ProfileChange[] {
  const now = row.body as Profile;
  const changes = Map.groupBy(historyOf(row), ({ last }) => last);
  return [...changes].flatMap(([after, values]) => {
    const fields = comparedFields.flatMap((field) =>
      values
        .filter((one) => one.field === field)
        .map(({ value }) => ({
          field,
          stretches: difference(valueWords(field, value as Profile[typeof field]), valueWords(field, now[field])),
        })),
    );
    return fields.length > 0 ? [{ after, fields }] : [];
  });
}
