// How rings are told from honest ratings on what a client sees who opens some profiles (ring-worlds.ts).
import { fitted, limitsOf } from '../../lib/assess/budget.ts';
import { RatingGraph } from '../../lib/graph/rating-graph.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import { needsAttention } from '../../lib/model/finding.ts';
import type { Profile } from '../../lib/model/observation.ts';
import { ratingRing } from '../../lib/red-flags/rating-ring/flag.ts';
import { redFlags } from '../../lib/red-flags/registry.ts';
import { only } from './only.ts';
import { random } from './random.ts';
import { innocents, type RingView, type RingWorld, ringWorld, type Shape, shapes } from './ring-worlds.ts';

const all = (...these: Shape[]): RingView => ({ shapes: these, visible: 1, past: false });
const views: readonly { name: string; view: RingView }[] = [
  {
    name: 'the latest 30 % of each profile',
    view: {
      shapes: ['several clients, everyone', 'several clients, 70 % of the pairs', 'one client, 5 to 15 developers'],
      visible: 0.3,
      past: true,
    },
  },
  { name: 'within weeks', view: all(shapes[0], shapes[1], shapes[3]) },
  { name: 'half of the pairs', view: all(shapes[2]) },
  { name: 'one client, 3 or 4 alike developers', view: all(shapes[4], shapes[4], shapes[5]) },
  { name: 'circles and swaps', view: all(shapes[6], shapes[7]) },
  { name: 'over six months', view: all(shapes[8], shapes[9]) },
];

const key = (id: string): AccountKey => `generated:${id}`;
const seenAt = '2026-06-01T00:00:00Z';

/** What the flag may ask of such a world. */
function evidenceOf({ ratings, about, shown }: RingWorld) {
  const graph = new RatingGraph();
  const profiles = new Map<AccountKey, Profile>();
  for (const { from, to, value, time, project } of ratings) {
    graph.add({
      kind: 'review',
      site: 'generated',
      seenAt,
      from,
      fromRole: 'client',
      to,
      rating: { value: value * 5, outOf: 5 },
      at: new Date(Math.floor(time) * 1_000).toISOString(),
      ...(project !== undefined && { project }),
    });
  }
  for (const account of new Set([...about.keys(), ...shown.keys()])) {
    const [text, reviewCount] = [about.get(account), shown.get(account)];
    const profile: Profile = {
      kind: 'profile',
      site: 'generated',
      seenAt,
      account,
      role: 'freelancer',
      ...(text !== undefined && { about: text }),
      ...(reviewCount !== undefined && { stats: { reviewCount } }),
    };
    profiles.set(key(account), profile);
    graph.addProfile(profile);
  }
  return { graph, evidence: only({ ratings: graph, profiles }) };
}

/**
 * Each view with the groups that are found and the others that are flagged.
 *
 * @param firstSeed worlds are made from it and the seeds after it, so many of each view
 */
export async function ringViews(firstSeed: number, worlds: number): Promise<string[]> {
  const limits = limitsOf(redFlags)[redFlags.indexOf(ratingRing)];
  const byShape = new Map<string, { of: number; found: number }>();
  const byInnocent = new Map<string, { of: number; flagged: number }>(
    innocents.map((kind) => [kind, { of: 0, flagged: 0 }]),
  );
  const lines = ['| in view | groups found | members found | other developers flagged |', '|---|---|---|---|'];
  for (const [number, { name, view }] of views.entries()) {
    const here = { groups: 0, found: 0, members: 0, hit: 0, others: 0, flagged: 0 };
    for (let seed = firstSeed; seed < firstSeed + worlds; seed++) {
      const world = ringWorld(random(seed * 15_485 + number), view);
      const { graph, evidence } = evidenceOf(world);
      const { findings } = await ratingRing.evaluate(graph.accounts, evidence);
      const flagged = new Set(
        findings
          .filter((finding) => limits && needsAttention(fitted(finding, limits, redFlags.length)))
          .map(({ account }) => account),
      );
      const planted = new Set(world.planted.flatMap(({ members }) => members));
      for (const { shape, members } of world.planted) {
        const hit = members.filter((member) => flagged.has(member)).length;
        here.groups++;
        here.members += members.length;
        here.hit += hit;
        // A group counts as found when more than half of its members are.
        const isFound = 2 * hit > members.length;
        if (isFound) here.found++;
        const label = `${shape}${view.visible < 1 ? ', latest 30 %' : ''}`;
        const count = byShape.get(label) ?? { of: 0, found: 0 };
        byShape.set(label, { of: count.of + 1, found: count.found + Number(isFound) });
      }
      for (const { kind, members } of world.innocent) {
        const count = byInnocent.get(kind);
        if (!count) continue;
        count.of += members.length;
        count.flagged += members.filter((member) => flagged.has(member)).length;
      }
      for (const developer of new Set(world.ratings.map(({ to }) => to))) {
        if (planted.has(developer)) continue;
        here.others++;
        if (flagged.has(developer)) here.flagged++;
      }
    }
    const share = (part: number, of: number, digits: number) => (part / of).toFixed(digits);
    lines.push(
      `| ${name} | ${share(here.found, here.groups, 3)} (of ${here.groups}) | ${share(here.hit, here.members, 3)} | ${share(here.flagged, here.others, 4)} (of ${here.others}) |`,
    );
  }
  lines.push('', '| group | found |', '|---|---|');
  for (const [shape, { of, found }] of byShape) lines.push(`| ${shape} | ${(found / of).toFixed(3)} (of ${of}) |`);
  lines.push('', '| honest developers | flagged |', '|---|---|');
  for (const [kind, { of, flagged }] of byInnocent) lines.push(`| ${kind} | ${flagged} of ${of} |`);
  return lines;
}
