// People whom the user has just deleted must not come back from what was read before: a page's reading may be on its
// way to the worker meanwhile, and so may a part of a file. Nothing of this is kept: it lives as long as the worker.

import { type AccountKey, accountKey } from '../model/account.ts';
import type { Observation } from '../model/observation.ts';
import { type AccountOfPage, isPageOf } from './forget.ts';
import { whoIs } from './identity.ts';

/** The observations without what is about these people, said by them, or names them. */
export function withoutPeople(
  observations: readonly Observation[],
  people: readonly AccountKey[],
  accountOfPage: AccountOfPage,
): Observation[] {
  const gone = new Set<string | undefined>(people);
  return observations.flatMap((one): Observation[] => {
    if (gone.has(whoIs(one))) return [];
    if (one.kind === 'review' && gone.has(accountKey(one.site, one.from))) return [];
    if (one.kind === 'page' && people.some((key) => isPageOf(one, key, accountOfPage))) return [];
    if (one.kind !== 'project' || one.client === undefined || !gone.has(accountKey(one.site, one.client))) return [one];
    const { client: _, ...anonymous } = one;
    return [anonymous];
  });
}

export class RecentlyForgotten {
  readonly #moments = new Map<AccountKey, string>();
  #everyone = '';
  readonly #accountOfPage: AccountOfPage;

  constructor(accountOfPage: AccountOfPage) {
    this.#accountOfPage = accountOfPage;
  }

  /** @param now ISO 8601 UTC to the millisecond */
  add(people: readonly AccountKey[], now = new Date().toISOString()): void {
    for (const key of people) this.#moments.set(key, now);
  }

  addEveryone(now = new Date().toISOString()): void {
    this.#everyone = now;
  }

  /** What of these observations was seen since the people in them were deleted. */
  without(observations: readonly Observation[]): Observation[] {
    const since = observations.filter(({ seenAt }) => seenAt > this.#everyone);
    const byMoment = Map.groupBy(this.#moments, ([, moment]) => moment);
    return [...byMoment].reduce((left, [moment, people]) => {
      const before = left.filter(({ seenAt }) => seenAt <= moment);
      if (before.length === 0) return left;
      const known = withoutPeople(
        before,
        people.map(([key]) => key),
        this.#accountOfPage,
      );
      return [...known, ...left.filter(({ seenAt }) => seenAt > moment)];
    }, since);
  }
}
