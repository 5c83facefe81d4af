// What a profile said before and what it says now, field by field, in words that can be laid side by side.
import type { Profile } from '../../lib/model/observation.ts';
import { historyOf } from '../../lib/store/history.ts';
import type { StoredObservation } from '../../lib/store/rows.ts';
import { difference, type Stretch } from '../../lib/text/align.ts';

/** Fields of a profile that a person writes and that are worth comparing, in the order shown. */
export const comparedFields = [
  'name',
  'headline',
  'about',
  'location',
  'hourlyRate',
  'memberSince',
  'skills',
  'languages',
  'education',
  'employment',
  'portfolio',
  'links',
  'contacts',
  'verified',
  'closed',
] as const satisfies readonly (keyof Profile)[];
export type ComparedField = (typeof comparedFields)[number];

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
        .map(({ value }) => ({ field, stretches: difference(fieldText(value), fieldText(now[field])) })),
    );
    return fields.length > 0 ? [{ after, fields }] : [];
  });
}

/** Any field's value as words: lists by line, groups by their parts. */
export function fieldText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(fieldText).join('\n');
  if (typeof value === 'object') return Object.values(value).map(fieldText).filter(Boolean).join(', ');
  return String(value);
}
