// How much of an account was seen: what every level and every “not enough seen” rests on.
import type { Coverage } from '../model/assessment.ts';
import type { Observation } from '../model/observation.ts';

/** How much of an account was seen, counted from the observations about it and the reviews it gave. */
export function coverage(observations: Iterable<Observation>): Coverage {
  const much: Coverage = { bids: 0, projects: 0, reviews: 0, profiles: 0, messages: 0 };
  const projects = new Set<string>();
  for (const o of observations) {
    if (o.kind === 'bid') {
      much.bids++;
      projects.add(o.project);
    } else if (o.kind === 'review') much.reviews++;
    else if (o.kind === 'profile') much.profiles++;
    else if (o.kind === 'message') much.messages++;
  }
  much.projects = projects.size;
  return much;
}
