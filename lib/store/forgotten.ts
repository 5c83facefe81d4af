// People whom the user has just deleted must not come back from what was read before: a page's reading may be on its
// way to the worker meanwhile, and so may a part of a file. Nothing of this is kept: it lives as long as the worker.

import { type AccountKey, accountKey } from '../model/account.ts';
import type { Observation, Page } from '../model/observation.ts';
import { type AccountOfPage, isPageOf } from './forget.ts';
import { whoIs } from './identity.ts';

/**
 * The observations without what is about these people, said by them, or names them.
 *
 * @param isGone who they are
 * @param isTheirs which pages are theirs
 */
export function withoutPeople(
  observations: readonly Observation[],
  isGone: (who: AccountKey) => boolean,
  isTheirs: (page: Page) => boolean,
): Observation[] {
  return observations.flatMap((one): Observation[] => {
    const who = whoIs(one);
    if (who !== undefined && isGone(who)) return [];
    if (one.kind === 'review' && isGone(accountKey(one.site, one.from))) return [];
    if (one.kind === 'page' && isTheirs(one)) return [];
    if (one.kind !== 'project' || one.client === undefined || !isGone(accountKey(one.site, one.client))) return [one];
    const { client: _, ...anonymous } = one;
    return [anonymous];
  });
}

/** The same for people who can be named. */
export function withoutThese(
  observations: readonly Observation[],
  people: readonly AccountKey[],
  accountOfPage: AccountOfPage,
): Observation[] {
  const gone = new Set(people);
  const isTheirs = (page: Page) => people.some((key) => isPageOf(page, key, accountOfPage));
  return withoutPeople(observations, (who) => gone.has(who), isTheirs);
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
      const known = withoutThese(
        before,
        people.map(([key]) => key),
        this.#accountOfPage,
      );
      return [...known, ...left.filter(({ seenAt }) => seenAt > moment)];
    }, since);
  }
}
