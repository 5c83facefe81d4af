// What a profile said before and what it says now, field by field, in words that can be laid side by side.
import type { Observation, Profile } from '../../lib/model/observation.ts';
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
  /** When the older version was last seen, ISO 8601: it changed after that. */
  after: string;
  fields: { field: ComparedField; stretches: Stretch[] }[];
}

/** The changes between a profile's versions, newest first. */
export function profileChanges(versions: readonly Observation[]): ProfileChange[] {
  const changes: ProfileChange[] = [];
  for (let i = 1; i < versions.length; i++) {
    const before = versions[i - 1] as Profile;
    const now = versions[i] as Profile;
    const fields = comparedFields.flatMap((field) => {
      const [old, young] = [fieldText(before[field]), fieldText(now[field])];
      // A field that was not shown before or is not shown now is no change of mind.
      return old === '' || young === '' || old === young ? [] : [{ field, stretches: difference(old, young) }];
    });
    if (fields.length > 0) changes.push({ after: before.seenAt, fields });
  }
  return changes.reverse();
}

/** Any field's value as words: lists by line, groups by their parts. */
export function fieldText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(fieldText).join('\n');
  if (typeof value === 'object') return Object.values(value).map(fieldText).filter(Boolean).join(', ');
  return String(value);
}
