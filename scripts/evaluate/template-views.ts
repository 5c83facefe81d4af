// How well reused templates are told on what one client really sees (client-views.ts), by all red flags together: who
// is found, how strongly, who else is, and how many ordinary people get an answer at all.
import { assess } from '../../lib/assess/assess.ts';
import { MemoryStore } from '../../lib/evidence/memory-evidence.ts';
import { accountKey } from '../../lib/model/account.ts';
import type { Level } from '../../lib/model/assessment.ts';
import { type Strength, strengths } from '../../lib/model/finding.ts';
import { EXPLAINED, makeView, STRANGERS, USES, type ViewPlan } from './client-views.ts';
import { random } from './random.ts';

/** Seeds that nobody looked at before the flag was done. */
const FIRST_SEED = 900_001;
/** Number of own projects, and of sets. */
const SIZES = [
  [1, 24],
  [3, 12],
  [10, 5],
  [40, 2],
] as const;
const POSTS = ['whole', 'cut'] as const;
const LEVELS: readonly Level[] = ['look-closer', 'worth-a-question', 'no-flags', 'not-enough-seen'];

interface Seen {
  kind: string;
  isFamily: boolean;
  isExplained: boolean;
  /** Of the strongest finding that says the text is shared and asks for attention. */
  strength?: Strength;
  level: Level;
}

async function look(plan: ViewPlan, seed: number): Promise<Seen[]> {
  const view = makeView(plan, random(seed * 7_919 + plan.projects));
  const store = new MemoryStore();
  store.remember(...view.observations);
  const kinds = new Map<string, string>([...view.families, ...view.honest]);
  const keys = [...view.families.keys(), ...view.honest.keys()];
  const assessments = await assess(keys, store.evidence());
  return assessments.map(({ site, account, level, findings }) => {
    const key = accountKey(site, account);
    const kind = kinds.get(key) as string;
    // Findings stand strongest first.
    const shared = findings.find(({ flag, with: others }) => flag === 'reused-template' && others.length > 0);
    return {
      kind,
      isFamily: view.families.has(key),
      isExplained: EXPLAINED.some((one) => one === kind),
      ...(shared && { strength: shared.strength }),
      level,
    };
  });
}

const share = (part: number, of: number, digits = 3) => (of === 0 ? '–' : (part / of).toFixed(digits));
const of = (some: readonly Seen[], is: (one: Seen) => boolean) => `${some.filter(is).length} of ${some.length}`;

function row({ projects, posts }: ViewPlan, seen: readonly Seen[]): string {
  const family = seen.filter(({ isFamily, kind }) => isFamily && kind !== 'one sentence');
  const honest = seen.filter(({ isFamily, isExplained }) => !isFamily && !isExplained);
  const found = family.filter(({ strength }) => strength).length;
  const flagged = honest.filter(({ strength }) => strength).length;
  const byStrength = strengths.toReversed().map((one) => {
    const [right, wrong] = [family, honest].map((some) => some.filter(({ strength }) => strength === one).length);
    return `${share(right as number, (right as number) + (wrong as number), 2)} of ${(right as number) + (wrong as number)}`;
  });
  const byLevel = LEVELS.map((level) => share(honest.filter((one) => one.level === level).length, honest.length));
  const cells = [
    projects,
    posts,
    `${share(found, family.length)} of ${family.length}`,
    share(found, found + flagged),
    `${flagged} of ${honest.length}`,
    ...byStrength,
    ...byLevel,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The tables, in Markdown. */
export async function templateViews(firstSeed = FIRST_SEED, sets = 1): Promise<string[]> {
  const all: (Seen & ViewPlan)[] = [];
  const head = [
    'projects',
    'posts',
    'recall',
    'precision',
    'strangers found',
    'strong right',
    'moderate right',
    'weak right',
    ...LEVELS,
  ];
  const lines = [`| ${head.join(' | ')} |`, `|${head.map(() => '---|').join('')}`];
  for (const [projects, count] of SIZES) {
    for (const posts of POSTS) {
      const plan = { projects, posts };
      const seen: Seen[] = [];
      for (let i = 0; i < Math.max(1, Math.round(count * sets)); i++) seen.push(...(await look(plan, firstSeed + i)));
      all.push(...seen.map((one) => ({ ...one, ...plan })));
      lines.push(row(plan, seen));
    }
  }
  const table = (title: string, kinds: readonly string[], is: (one: Seen) => boolean) => [
    '',
    `| ${title} | ${SIZES.map(([projects]) => `${projects}, whole | ${projects}, cut`).join(' | ')} |`,
    `|---|${SIZES.map(() => '---|---|').join('')}`,
    ...kinds.map((kind) => {
      const cells = SIZES.flatMap(([projects]) =>
        POSTS.map((posts) =>
          of(
            all.filter((one) => one.kind === kind && one.projects === projects && one.posts === posts),
            is,
          ),
        ),
      );
      return `| ${kind} | ${cells.join(' | ')} |`;
    }),
  ];
  const isFound = ({ strength }: Seen) => strength !== undefined;
  lines.push(
    ...table('families found, by how they use their text', USES, isFound),
    ...table('honest people found', [...STRANGERS, ...EXPLAINED], isFound),
    ...table('honest people at “look closer”', [...STRANGERS, ...EXPLAINED], ({ level }) => level === 'look-closer'),
  );
  const onePage = all.filter(({ projects, isFamily }) => projects === 1 && !isFamily);
  const answered = onePage.filter(({ level }) => level !== 'not-enough-seen').length;
  lines.push(
    '',
    `Of the ordinary people on one page of 60 bids ${share(answered, onePage.length)} get an answer that is more than “not enough seen”.`,
  );
  return lines;
}
