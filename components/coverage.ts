// What covers each of the advisory's numbered indicators: red flags, steps of the record, or a person or a log that is
// needed. The dashboard's page and docs/coverage.md are both made from this.
import type { ClauseId } from '../lib/model/advisory.ts';
import type { StepId } from '../lib/record/steps.ts';
import { answers } from '../lib/record/urgent.ts';
import type { ToldFlag } from '../lib/red-flags/told.ts';

/** How whoever hires can see a thing at all: on pages that they open, by asking or doing something, in logs of their own. */
export type Reach = 'page' | 'people' | 'logs';

/** The indicators by their numbers, and how each can be seen. */
export const reach = {
  P1: ['logs'],
  P2: ['logs'],
  P3: ['logs'],
  P4: ['logs'],
  P5: ['page', 'logs'],
  P6: ['page'],
  P7: ['page'],
  P8: ['page'],
  P9: ['logs'],
  C1: ['page', 'people'],
  C2: ['page', 'logs'],
  C3: ['page'],
  C4: ['page'],
  C5: ['page'],
  C6: ['page'],
  C7: ['page', 'people'],
  C8: ['page', 'logs'],
  C9: ['page', 'people'],
  C10: ['page', 'people'],
  C11: ['page'],
  C12: ['page', 'people'],
  C13: ['page', 'people'],
  C14: ['page', 'people'],
  C15: ['page', 'people'],
  O1: ['page', 'people'],
  O2: ['page', 'people'],
  O3: ['page'],
  O4: ['page', 'people'],
} as const satisfies Partial<Record<ClauseId, readonly Reach[]>>;

export type IndicatorId = keyof typeof reach;
export const indicators = Object.keys(reach) as IndicatorId[];

export interface Covered {
  id: IndicatorId;
  reach: readonly Reach[];
  flags: readonly ToldFlag[];
  steps: readonly StepId[];
}

/** Every indicator with what covers it. */
export function coverage(flags: readonly ToldFlag[]): Covered[] {
  return indicators.map((id) => ({
    id,
    reach: reach[id],
    flags: flags.filter(({ clauses }) => clauses.includes(id)),
    steps: answers[id],
  }));
}
