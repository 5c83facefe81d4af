// How much of an account was seen: what every level and every “not enough seen” rests on.
import type { Coverage } from '../model/assessment.ts';
import type { Observation } from '../model/observation.ts';

/** How much of an account was seen, counted from the observations about it and the reviews it gave. */
export function coverageOf(observations: Iterable<Observation>): Coverage {
  const coverage: Coverage = { bids: 0, projects: 0, reviews: 0, profiles: 0, messages: 0 };
  const projects = new Set<string>();
  for (const o of observations) {
    if (o.kind === 'bid') {
      coverage.bids++;
      projects.add(o.project);
    } else if (o.kind === 'review') coverage.reviews++;
    else if (o.kind === 'profile') coverage.profiles++;
    else if (o.kind === 'message') coverage.messages++;
  }
  coverage.projects = projects.size;
  return coverage;
}
