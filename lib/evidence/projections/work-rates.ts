// What marketplaces state of how everyone works: which part of the jobs came in time, and which part was finished.
import type { Profile } from '../../model/observation.ts';
import { type Misses, MissRates } from '../../stats/miss-rates.ts';
import { jobsOf } from '../../stats/stated-bids.ts';
import type { Projection } from '../../store/projection.ts';

/** What is not stated has no trials. */
type Fact = readonly [site: string, jobs: number, late: number | null, unfinished: number | null];

export interface WorkRates {
  late: MissRates;
  unfinished: MissRates;
}

/** Late and unfinished jobs as a profile states them; without finished jobs, and where the rate is 0, nothing is known. */
export function workOf(profile: Profile): { late?: Misses; unfinished?: Misses } {
  const trials = Math.min(2_000, jobsOf(profile));
  // Marketplaces show 0 % also where they have not worked anything out.
  const missesIn = (rate = 0) =>
    trials > 0 && rate > 0 ? { trials, missed: Math.round(trials * (1 - rate)) } : undefined;
  const [late, unfinished] = [missesIn(profile.stats?.onTime), missesIn(profile.stats?.completionRate)];
  return { ...(late && { late }), ...(unfinished && { unfinished }) };
}

export const workRates: Projection<WorkRates, Fact> = {
  id: 'work-rates',
  version: 1,
  kinds: ['profile'],
  factOf({ body }) {
    if (body.kind !== 'profile' || body.role !== 'freelancer') return undefined;
    const { late, unfinished } = workOf(body);
    if (!late && !unfinished) return undefined;
    return [body.site, (late ?? unfinished)?.trials ?? 0, late?.missed ?? null, unfinished?.missed ?? null];
  },
  empty: () => ({
    late: new MissRates({ mean: 0.08, trials: 100 }),
    unfinished: new MissRates({ mean: 0.1, trials: 100 }),
  }),
  take({ late, unfinished }, row, [site, trials, lateJobs, unfinishedJobs]) {
    if (lateJobs !== null) late.put(row, site, { trials, missed: lateJobs });
    if (unfinishedJobs !== null) unfinished.put(row, site, { trials, missed: unfinishedJobs });
  },
  drop({ late, unfinished }, row) {
    late.remove(row);
    unfinished.remove(row);
  },
};
