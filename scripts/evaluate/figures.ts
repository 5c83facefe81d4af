// How well flags on what a profile tells, and on how people work and answer, find what was planted among ordinary
// people. The worlds are made here: how people fill in their profiles, how their rates and answers are spread. Real
// profiles of one marketplace, where they lie beside the checkout, say how often ordinary people are taken for late.
import { existsSync, readFileSync } from 'node:fs';
import { MemoryStore } from '../../lib/evidence/memory-evidence.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Message, Observation, Profile } from '../../lib/model/observation.ts';
import type { RedFlag } from '../../lib/red-flags/red-flag.ts';
import { ByStrength } from './by-strength.ts';
import type { EvaluatedPart } from './part.ts';
import { type Random, random } from './random.ts';

const DAY = 86_400_000;
const SEEN_AT = '2026-10-01T10:00:00Z';
const TODAY = Date.parse(SEEN_AT);
const SITES = ['guru', 'upwork', 'workana', 'freelancehunt'];
/** Seeds for the figures; thresholds were chosen on 1 to 4. */
const SEEDS = [41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52];

export interface FiguresWorld {
  observations: Observation[];
  /** Kind by account of whom something is planted. */
  planted: Map<AccountKey, string>;
  /** Kind by account of everybody else. */
  others: Map<AccountKey, string>;
}

function evidenceOf(observations: readonly Observation[]) {
  const store = new MemoryStore();
  for (const one of observations) store.remember(one);
  return store.evidence();
}

const empty = (): FiguresWorld => ({ observations: [], planted: new Map(), others: new Map() });

function profileOf(site: string, account: string, said: Partial<Profile>): Profile {
  return { kind: 'profile', site, seenAt: SEEN_AT, account, role: 'freelancer', ...said };
}

const sentences = [
  'I build booking systems for small hotels and look after them.',
  'Before that I kept the books of a ferry line for a while.',
  'My clients are mostly bakers, potters and two theatres.',
  'I like clear agreements and short meetings in the morning.',
  'Tests come first, and a manual that somebody can read.',
];

/** People who tell much or little of themselves, each marketplace with its own habits; some of them claim years. */
export function thinWorld(seed: number): FiguresWorld {
  const next = random(seed);
  const world = empty();
  for (const site of SITES) {
    const habit = parts.map(() => (next() < 0.25 ? 0.05 : 0.55 + next() * 0.44));
    const tell = (openness: number): Partial<Profile> =>
      Object.assign({}, ...parts.map((part, i) => (next() < (habit[i] as number) ** (1 / openness) ? part(next) : {})));
    for (let i = 0; i < 500; i++) {
      const kind = next() < 0.06 ? 'tells little' : next() < 0.1 ? 'newcomer' : 'ordinary';
      const openness = kind === 'tells little' ? 0.5 : 0.8 + next() * 6;
      const claims = next() < (kind === 'newcomer' ? 0.2 : 0.5);
      add(world, site, `person-${i}`, kind, tell(openness), claims ? next.int(5, 20) : next.int(0, 4), next, false);
    }
    for (let i = 0; i < 2; i++) {
      const told = next() < 0.5 ? {} : (next.pick(parts)(next) as Partial<Profile>);
      add(world, site, `thin-${i}`, 'thin', told, next.int(6, 18), next, true);
    }
  }
  return world;
}

const parts: readonly ((next: Random) => Partial<Profile>)[] = [
  (next) => ({ headline: next.pick(['Web developer', 'Mobile apps', 'Data and dashboards']) }),
  (next) => ({ about: [0, 0, 0].map(() => next.pick(sentences)).join(' ') }),
  (next) => ({ employment: [{ employer: `Firm ${next.int(1, 999)}`, from: '2015', to: '2019' }] }),
  (next) => ({ education: [{ school: `College ${next.int(1, 99)}`, from: '2010', to: '2014' }] }),
  (next) => ({ portfolio: [{ title: `Work ${next.int(1, 999)}` }] }),
  (next) => ({ links: [`https://page-${next.int(1, 99_999)}.example/`] }),
  () => ({ skills: ['PHP', 'SQL', 'Vue'] }),
  () => ({ languages: ['English'] }),
];

function add(
  world: FiguresWorld,
  site: string,
  account: string,
  kind: string,
  said: Partial<Profile>,
  years: number,
  next: Random,
  isPlanted: boolean,
): void {
  world.observations.push(profileOf(site, account, { memberSince: `${next.int(2012, 2025)}`, ...said }));
  if (years > 0) {
    const text = `I have ${years} years of experience in ${next.pick(['web development', 'design', 'data work'])}.`;
    world.observations.push({ kind: 'bid', site, seenAt: SEEN_AT, project: `p${next.int(1, 99)}`, account, text });
  }
  (isPlanted ? world.planted : world.others).set(`${site}:${account}`, kind);
}

/** People whose jobs come in time as a rule, and answer within the day as a rule; and some with whom neither is so. */
export function slowWorld(seed: number): FiguresWorld {
  const next = random(seed);
  const world = empty();
  for (const site of SITES) {
    const rate = () => Math.min(1, next.beta(21, 1.4));
    for (let i = 0; i < 500; i++) {
      const jobs = Math.round(next.logNormal(8, 1.3));
      const share = (p: number) => (jobs === 0 ? 0 : Math.round((next.binomial(jobs, p) / jobs) * 100) / 100);
      const stats = { reviewCount: jobs, onTime: share(rate()), completionRate: share(rate()) };
      world.observations.push(profileOf(site, `person-${i}`, { stats }));
      const kind =
        i % 5 === 0 ? next.pick(['answers within hours', 'answers on weekdays', 'was ill once']) : 'ordinary';
      if (i % 5 === 0) world.observations.push(...threadOf(site, `person-${i}`, kind, next));
      world.others.set(`${site}:person-${i}`, kind);
    }
    for (let i = 0; i < 12; i++) {
      const kind = next.pick(['late', 'unfinished', 'slow']);
      const jobs = next.int(8, 60);
      const bad = Math.max(0.01, Math.round((next.binomial(jobs, next.beta(4, 6)) / jobs) * 100) / 100);
      const stats = {
        reviewCount: jobs,
        onTime: kind === 'late' ? bad : Math.round(rate() * 100) / 100,
        completionRate: kind === 'unfinished' ? bad : Math.round(rate() * 100) / 100,
      };
      world.observations.push(profileOf(site, `slow-${i}`, { stats }));
      if (kind === 'slow') world.observations.push(...threadOf(site, `slow-${i}`, kind, next));
      world.planted.set(`${site}:slow-${i}`, kind);
    }
  }
  return world;
}

function threadOf(site: string, account: string, kind: string, next: Random): Message[] {
  const messages: Message[] = [];
  const count = kind === 'slow' ? next.int(6, 14) : next.int(3, 25);
  const ill = kind === 'was ill once' ? next.int(0, count - 1) : -1;
  let time = TODAY - next.int(150, 300) * DAY;
  for (let i = 0; i < count; i++) {
    time += next.logNormal(2, 0.8) * DAY;
    const hours =
      i === ill
        ? next.int(100, 400)
        : kind === 'slow'
          ? next.logNormal(100, 0.6)
          : Math.min(70, next.logNormal(kind === 'answers on weekdays' ? 20 : 5, 1));
    for (const mine of [true, false]) {
      if (!mine) time += hours * 3_600_000;
      const sentAt = new Date(Math.round(time / 1_000) * 1_000).toISOString().replace('.000Z', 'Z');
      const text = mine ? `Where are we on part ${i}?` : `Part ${i} stands.`;
      messages.push({ kind: 'message', site, seenAt: SEEN_AT, thread: `t-${account}`, account, mine, text, sentAt });
    }
  }
  return messages;
}

/** Accounts that joined so many days ago, as a day, a month or a year alone. */
export function newWorld(seed: number): FiguresWorld {
  const next = random(seed);
  const world = empty();
  for (let i = 0; i < 2_000; i++) {
    const days = i % 10 === 0 ? next.int(1, 60) : Math.round(100 + next.logNormal(900, 0.9));
    const day = new Date(TODAY - days * DAY).toISOString().slice(0, 10);
    const memberSince = next() < 0.5 ? day : day.slice(0, 7);
    const account = `person-${i}`;
    world.observations.push(profileOf('guru', account, { memberSince }));
    (i % 10 === 0 ? world.planted : world.others).set(`guru:${account}`, i % 10 === 0 ? 'new' : 'ordinary');
  }
  return world;
}

/** The quality of one of these flags, as a section of the evaluation. */
export async function figuresPart(
  flag: RedFlag,
  make: (seed: number) => FiguresWorld,
  words: readonly string[],
): Promise<EvaluatedPart> {
  const byStrength = new ByStrength();
  const kinds = new Map<string, { of: number; found: number }>();
  let [planted, found, others, wrong] = [0, 0, 0, 0];
  for (const seed of SEEDS) {
    const world = make(seed);
    const accounts = [...world.planted.keys(), ...world.others.keys()];
    const { findings } = await flag.evaluate(accounts, evidenceOf(world.observations));
    const flagged = new Map(findings.map((one) => [`${one.site}:${one.account}` as AccountKey, one.strength]));
    for (const [account, kind] of [...world.planted, ...world.others]) {
      const isPlanted = world.planted.has(account);
      const isFound = flagged.has(account);
      byStrength.add(isPlanted, flagged.get(account));
      if (isPlanted) planted++;
      else others++;
      if (isFound && isPlanted) found++;
      if (isFound && !isPlanted) wrong++;
      const known = kinds.get(kind) ?? { of: 0, found: 0 };
      kinds.set(kind, { of: known.of + 1, found: known.found + (isFound ? 1 : 0) });
    }
  }
  const lines = [
    '| seeds | planted | recall | precision | ordinary found |',
    '|---|---|---|---|---|',
    `| ${SEEDS.length} worlds | ${planted} | ${(found / planted).toFixed(3)} | ${(found / Math.max(1, found + wrong)).toFixed(3)} | ` +
      `${wrong} of ${others} (${((wrong / others) * 1_000).toFixed(1)} in 1,000) |`,
    '',
    ...byStrength.table(),
    '',
    `By kind: ${[...kinds].map(([kind, { of, found: n }]) => `${kind} ${n} of ${of}`).join(', ')}.`,
    '',
    ...words,
  ];
  return { title: flag.id, markdown: lines.join('\n') };
}

const REAL = new URL('../../../shared/data/freelancer_com_profiles.csv', import.meta.url);

/** Of real profiles of one marketplace those that the flag finds: all are taken for ordinary. */
export async function realProfiles(flag: RedFlag): Promise<string[]> {
  if (!existsSync(REAL)) return [];
  const world = empty();
  for (const line of readFileSync(REAL, 'utf8').split('\n').slice(1)) {
    const [, account, reviews, onTime] = /^([0-9a-f]+),.*?,(\d+),[\d.]+,[^,]*,(\d+)%/.exec(line) ?? [];
    if (account === undefined) continue;
    const stats = { reviewCount: Number(reviews), onTime: Number(onTime) / 100 };
    world.observations.push(profileOf('freelancer', account, { stats }));
    world.others.set(`freelancer:${account}`, 'real');
  }
  const { findings } = await flag.evaluate([...world.others.keys()], evidenceOf(world.observations));
  const known = world.observations.filter(
    (one) => one.kind === 'profile' && (one.stats?.reviewCount ?? 0) >= 5 && (one.stats?.onTime ?? 0) > 0,
  );
  return [
    '',
    `Real profiles of one marketplace: ${findings.length} of ${world.others.size} are found, of whom ${new Set(known.map((one) => 'account' in one && one.account)).size} show a rate and five reviews or more.`,
  ];
}
