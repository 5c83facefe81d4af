// How well flags on what people say of themselves, and when they work, tell what was planted in generated worlds from
// what only looks so. The worlds were made before the flags and without a look at them (sets/README.md); the last
// figures are on seeds that draw every name, firm and wording from lists that no flag was tuned on.
import { MemoryStore } from '../../lib/evidence/memory-evidence.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import { needsAttention, rankOf, type Strength } from '../../lib/model/finding.ts';
import { parseObservation } from '../../lib/model/observation.ts';
import type { RedFlag } from '../../lib/red-flags/red-flag.ts';
import { ByStrength } from './by-strength.ts';
import type { EvaluatedPart } from './part.ts';
import { identities, judgedBy } from './sets/identities.ts';

/** Seeds on which flags may be tuned, and those for the figures. */
const TUNED = [101, 102, 103, 104];
const HELD_OUT = [900_101, 900_102, 900_103, 900_104];
const ORDINARY = 1_000;
/** How often each planted and each innocent kind is in a world. */
const EACH = 3;

interface Counts {
  planted: number;
  found: number;
  /** Accounts that only look so, by the world's making, and ordinary ones. */
  alike: number;
  alikeFound: number;
  ordinary: number;
  ordinaryFound: number;
  /** By kind: how many of it, and how many of these were found. */
  kinds: Map<string, { of: number; found: number }>;
}

export type World = ReturnType<typeof identities>;

/** What was seen in a world, as the flags are given it. */
export function evidenceIn(world: Pick<World, 'observations'> & Partial<Pick<World, 'same'>>) {
  const store = new MemoryStore();
  for (const person of world.same ?? []) store.samePeople(...(person as AccountKey[]));
  for (const one of world.observations) {
    const parsed = parseObservation(one);
    if ('problem' in parsed) throw new Error(parsed.problem);
    store.remember(parsed.observation);
  }
  return store.evidence();
}

/**
 * The strongest finding that asks for attention of each account that has one. What the user said of who is one person
 * counts as it does in the browser: a finding about accounts of that person alone is set aside.
 */
export async function found(flag: RedFlag, world: World): Promise<Map<string, Strength>> {
  const same = new Map(
    world.same.flatMap((group) => group.map((account) => [account as string, new Set<string>(group)])),
  );
  const { findings } = await flag.evaluate(Object.keys(world.country) as AccountKey[], evidenceIn(world));
  const strongest = new Map<string, Strength>();
  for (const finding of findings.filter(needsAttention)) {
    const key = `${finding.site}:${finding.account}`;
    const person = same.get(key);
    if (!flag.isAboutOnePerson && person && finding.with.length > 0 && finding.with.every((other) => person.has(other)))
      continue;
    const known = strongest.get(key);
    if (!known || rankOf(known) < rankOf(finding.strength)) strongest.set(key, finding.strength);
  }
  return strongest;
}

async function count(flag: RedFlag, seeds: readonly number[], byStrength: ByStrength): Promise<Counts> {
  const counts: Counts = {
    planted: 0,
    found: 0,
    alike: 0,
    alikeFound: 0,
    ordinary: 0,
    ordinaryFound: 0,
    kinds: new Map(),
  };
  for (const seed of seeds) {
    const world = identities({ seed, ordinary: ORDINARY, each: EACH });
    const flagged = await found(flag, world);
    const { guilty, innocent } = judgedBy(flag.id, world);
    for (const account of guilty) {
      byStrength.add(true, flagged.get(account));
      counts.planted++;
      if (flagged.has(account)) counts.found++;
    }
    for (const account of innocent) {
      byStrength.add(false, flagged.get(account));
      const isAlike = world.innocent[account] !== undefined;
      counts[isAlike ? 'alike' : 'ordinary']++;
      if (flagged.has(account)) counts[isAlike ? 'alikeFound' : 'ordinaryFound']++;
    }
    for (const [account, kinds] of [...Object.entries(world.planted), ...Object.entries(world.innocent)]) {
      for (const kind of kinds) {
        const known = counts.kinds.get(kind) ?? { of: 0, found: 0 };
        counts.kinds.set(kind, { of: known.of + 1, found: known.found + (flagged.has(account) ? 1 : 0) });
      }
    }
  }
  return counts;
}

function row(name: string, counts: Counts): string {
  const flagged = counts.found + counts.alikeFound + counts.ordinaryFound;
  const per1000 = ((counts.ordinaryFound / counts.ordinary) * 1_000).toFixed(1);
  const precision = flagged === 0 ? '–' : (counts.found / flagged).toFixed(3);
  return (
    `| ${name} | ${counts.planted} | ${(counts.found / counts.planted).toFixed(3)} | ${precision} | ` +
    `${counts.alikeFound} of ${counts.alike} | ${counts.ordinaryFound} of ${counts.ordinary} (${per1000} in 1,000) |`
  );
}

/** The quality of one of these flags, as a section of the evaluation. */
export async function identityPart(flag: RedFlag, failsWhere: readonly string[]): Promise<EvaluatedPart> {
  const byStrength = new ByStrength();
  const tuned = await count(flag, TUNED, new ByStrength());
  const heldOut = await count(flag, HELD_OUT, byStrength);
  const kinds = [...tuned.kinds].filter(([kind]) => kind.startsWith(`${flag.id}/`)).sort();
  const lines = [
    `Generated worlds: ${TUNED.length} each way, every one of ${ORDINARY.toLocaleString('en')} ordinary freelancers of twenty countries and ${EACH} of each planted and`,
    'each innocent kind of all identity flags (scripts/evaluate/sets/README.md). Precision is over accounts on which nothing is',
    'planted for another flag; planted ones are far more frequent here than in life.',
    '',
    '| seeds | planted | recall | precision | look-alikes found | ordinary found |',
    '|---|---|---|---|---|---|',
    row('tuned on', tuned),
    row('held out: other names, firms, wordings', heldOut),
    '',
    ...byStrength.table(),
    '',
    `By kind, on the seeds tuned on: ${kinds.map(([kind, { of, found }]) => `${kind.slice(flag.id.length + 1)} ${found} of ${of}`).join(', ')}.`,
    '',
    ...failsWhere,
  ];
  return { title: flag.id, markdown: lines.join('\n') };
}
