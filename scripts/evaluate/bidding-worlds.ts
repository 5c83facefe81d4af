// What one client sees who hires on a marketplace: the projects they posted, who bid on them, how soon and what came of
// it, and of some bidders a profile. Among the bidders are some who bid on nearly everything within minutes and next to
// never win (the advisory's P8), and people who only look like it. Written from the advisory's words; the flag knows
// nothing of it.
import { type AccountKey, accountKey } from '../../lib/model/account.ts';
import type { Bid, Observation, Profile, Project } from '../../lib/model/observation.ts';
import { writeTime } from '../../lib/model/time.ts';
import { type Random, random } from './random.ts';

export const kinds = [
  'mass bidder',
  'mass bidder, slower',
  'ordinary',
  'busy winner',
  'newcomer’s burst',
  'agency',
  'good regular',
  'quick specialist',
  'unlucky regular',
] as const;
export type Kind = (typeof kinds)[number];
export const isMass = (kind: Kind) => kind === 'mass bidder' || kind === 'mass bidder, slower';

/** What is seen of such a world. */
export interface View {
  /** Projects that the client posted. */
  own: number;
  /** The share of projects of which it is seen who got them. */
  outcomes: number;
  /** How times are worded: to the second; as a page words them ("3 hours ago"); as days. */
  times: 'moments' | 'words' | 'days';
  /** The share of bidders whose profile figures are seen. */
  profiles: number;
  /** The share of projects whose other bids are sealed: only those that the client opened one by one are seen. */
  sealed: number;
}

export interface World {
  observations: Observation[];
  /** Everyone who has a bid in view. */
  bidders: Map<AccountKey, Kind>;
}

const SITE = 'generated';
const DAY = 86_400_000;
const MINUTE = 60_000;
const START = Date.UTC(2024, 2, 1);
const FIELDS = [
  ['php', 'wordpress', 'mysql', 'woocommerce'],
  ['ios', 'swift', 'mobile app development', 'xcode'],
  ['logo design', 'illustrator', 'branding', 'photoshop'],
  ['copywriting', 'blog', 'proofreading', 'seo writing'],
  ['python', 'machine learning', 'data mining', 'statistics'],
  ['autocad', 'solidworks', 'mechanical engineering', '3d modelling'],
  ['data entry', 'excel', 'virtual assistant', 'web search'],
  ['video editing', 'after effects', 'animation', 'premiere'],
] as const;

interface Person {
  id: string;
  kind: Kind;
  field: number;
  /** The chance to bid on a project of one's own field, and on any other. */
  inField: number;
  elsewhere: number;
  /** The middle of the times from posting to bid, in minutes, and how much they differ (of the logarithm). */
  delay: number;
  spread: number;
  /** How much likelier than an ordinary bidder to be taken. */
  quality: number;
  /** Years of membership at the end, and finished jobs elsewhere. */
  years: number;
  jobs: number;
  /** Bids only within this time, days from the start to the end. */
  only?: readonly [from: number, to: number];
}

/** Who is on the marketplace: how many of each kind, and what they do. */
function population(next: Random, days: number): Person[] {
  const people: Person[] = [];
  const add = (kind: Kind, count: number, make: () => Omit<Person, 'id' | 'kind' | 'field'>) => {
    for (let i = 0; i < count; i++) {
      people.push({ id: `${kind.replace(/\W+/g, '-')}-${i}`, kind, field: next.int(0, FIELDS.length - 1), ...make() });
    }
  };
  const jobsIn = (years: number) => Math.round(years * next.logNormal(3, 1.2));
  const quality = () => next.logNormal(1, 0.8);
  const some = () => 0.2 + next() * 8;
  add('ordinary', 1_600, () => {
    const years = some();
    const rate = Math.min(0.35, next.logNormal(0.025, 1));
    const jobs = next() < 0.35 ? 0 : jobsIn(years);
    return {
      inField: rate,
      elsewhere: rate * 0.03,
      delay: next.logNormal(360, 1.3),
      spread: 1.3,
      quality: quality(),
      years,
      jobs,
    };
  });
  add('mass bidder', 5, () => ({
    inField: 0.7 + next() * 0.27,
    elsewhere: 0.6 + next() * 0.35,
    delay: next.logNormal(2.5, 0.5),
    spread: 0.8,
    quality: 0.05,
    years: some(),
    jobs: next() < 0.7 ? 0 : next.int(1, 2),
  }));
  add('mass bidder, slower', 2, () => ({
    inField: 0.65 + next() * 0.3,
    elsewhere: 0.5 + next() * 0.4,
    delay: next.logNormal(15, 0.5),
    spread: 1,
    quality: 0.05,
    years: some(),
    jobs: next() < 0.7 ? 0 : next.int(1, 2),
  }));
  add('busy winner', 5, () => {
    const years = 1 + some();
    return {
      inField: 0.7 + next() * 0.25,
      elsewhere: 0.1,
      delay: next.logNormal(60, 1),
      spread: 1.2,
      quality: 4,
      years,
      jobs: 20 + jobsIn(years),
    };
  });
  add('newcomer’s burst', 10, () => {
    const from = next() * days;
    return {
      inField: 0.95,
      elsewhere: 0.4,
      delay: next.logNormal(90, 1),
      spread: 1.2,
      quality: 0.4,
      years: (days - from) / 365 + 0.05,
      jobs: next.int(0, 1),
      only: [from, from + 14] as const,
    };
  });
  add('agency', 4, () => {
    const years = 2 + some();
    return {
      inField: 0.8,
      elsewhere: 0.3 + next() * 0.4,
      delay: next.logNormal(90, 0.8),
      spread: 1,
      quality: 1.5,
      years,
      jobs: 30 + jobsIn(years),
    };
  });
  add('good regular', 3, () => {
    const years = 1 + some();
    return {
      inField: 0.98,
      elsewhere: 0.9,
      delay: next.logNormal(45, 1),
      spread: 1,
      quality: 6,
      years,
      jobs: 10 + jobsIn(years),
    };
  });
  add('quick specialist', 6, () => {
    const years = some();
    return {
      inField: 0.5 + next() * 0.3,
      elsewhere: 0.01,
      delay: next.logNormal(6, 0.6),
      spread: 0.9,
      quality: quality(),
      years,
      jobs: jobsIn(years) + 3,
    };
  });
  add('unlucky regular', 4, () => {
    const years = some();
    return {
      inField: 0.6 + next() * 0.3,
      elsewhere: 0.05,
      delay: next.logNormal(240, 1),
      spread: 1.2,
      quality: 0.5,
      years,
      jobs: next() < 0.5 ? 0 : jobsIn(years),
    };
  });
  return people;
}

/** Makes what one client sees; the same for the same seed. */
export function biddingWorld(seed: number, view: View): World {
  const next = random(seed * 92_821 + view.own);
  // One client has little to do with most fields; some only ever post in one.
  const ownFields = Array.from({ length: next.int(1, 4) }, () => next.int(0, FIELDS.length - 1));
  const days = Math.max(20, view.own * next.int(6, 16));
  const people = population(next, days);
  const end = START + days * DAY + 20 * DAY;
  const seenAt = new Date(end).toISOString();
  const observations: Observation[] = [];
  const bidders = new Map<AccountKey, Kind>();
  const won = new Map<string, number>();
  for (let p = 0; p < view.own; p++) {
    const posted = START + Math.round((p + next()) * (days / view.own)) * DAY + Math.floor(next() * DAY);
    const field = next.pick(ownFields);
    const skills = [...(FIELDS[field] as readonly string[])].filter(() => next() < 0.7);
    const project = `p${p}`;
    const day = (posted - START) / DAY;
    const attraction = next.logNormal(1, 0.4);
    const bids: { person: Person; at: number }[] = [];
    for (const person of people) {
      if (person.only && (day < person.only[0] || day > person.only[1])) continue;
      const chance = person.field === field ? person.inField : person.elsewhere;
      if (next() >= (chance < 0.4 ? Math.min(0.9, chance * attraction) : chance)) continue;
      const delay = next.logNormal(person.delay, person.spread) * MINUTE;
      if (delay < 10 * DAY) bids.push({ person, at: posted + Math.round(delay / 1_000) * 1_000 });
    }
    const lot = bids.map(({ person }) => person.quality * (0.5 + next()));
    const isAwarded = bids.length > 0 && next() < 0.8;
    const winner = isAwarded ? drawn(lot, next) : -1;
    const isKnown = next() < view.outcomes;
    // When the page was last opened: its words for times are as rough as it is far back.
    const looked = Math.min(end, posted + (1 + next() * 20) * DAY);
    const post: Project = {
      kind: 'project',
      site: SITE,
      seenAt: new Date(looked).toISOString(),
      project,
      title: `${skills[0] ?? 'work'} wanted`,
      postedAt: timeOf(posted, looked, view.times),
      bidCount: bids.length,
      ...(skills.length > 0 && { skills }),
    };
    observations.push(post);
    const isSealed = next() < view.sealed;
    for (const [i, { person, at }] of bids.entries()) {
      if (isSealed && next() < 0.7 && i !== winner) continue;
      bidders.set(accountKey(SITE, person.id), person.kind);
      if (i === winner) won.set(person.id, (won.get(person.id) ?? 0) + 1);
      const bid: Bid = {
        kind: 'bid',
        site: SITE,
        seenAt: new Date(looked).toISOString(),
        project,
        account: person.id,
        submittedAt: timeOf(Math.min(at, looked), looked, view.times),
        ...(isKnown && i === winner && { outcome: 'awarded' as const }),
      };
      observations.push(bid);
    }
  }
  for (const person of people) {
    if (!bidders.has(accountKey(SITE, person.id)) || next() >= view.profiles) continue;
    const jobs = person.jobs + (won.get(person.id) ?? 0);
    const profile: Profile = {
      kind: 'profile',
      site: SITE,
      seenAt,
      account: person.id,
      role: 'freelancer',
      memberSince: new Date(end - person.years * 365 * DAY).toISOString().slice(0, 7),
      stats: { reviewCount: Math.round(jobs * 0.8) },
    };
    observations.push(profile);
  }
  return { observations, bidders };
}

/**
 * A part of a marketplace as somebody sees it who imports what they collected: 1,570 bidders, 60 of them mass bidders,
 * some hundred bids of each of these, and of a share of the projects who got them.
 */
export function biddingMarket(seed: number, outcomes: number): World {
  const next = random(seed * 69_997 + Math.round(outcomes * 100));
  const PROJECTS = 1_500;
  const DAYS = 240;
  const observations: Observation[] = [];
  const bidders = new Map<AccountKey, Kind>();
  const seenAt = new Date(START + (DAYS + 30) * DAY).toISOString();
  const posts = Array.from({ length: PROJECTS }, (_, p) => {
    const posted = START + Math.floor(next() * DAYS * DAY);
    const field = next.int(0, FIELDS.length - 1);
    const skills = [...(FIELDS[field] as readonly string[])].filter(() => next() < 0.7);
    const postedAt = new Date(posted).toISOString();
    observations.push({
      kind: 'project',
      site: SITE,
      seenAt,
      project: `m${p}`,
      title: 'work wanted',
      skills,
      postedAt,
    });
    return { project: `m${p}`, posted, field, bids: [] as { id: string; weight: number; at: number }[] };
  });
  for (let i = 0; i < 1_570; i++) {
    const kind: Kind =
      i < 60 ? 'mass bidder' : i < 80 ? 'busy winner' : i < 90 ? 'agency' : i < 120 ? 'unlucky regular' : 'ordinary';
    const field = next.int(0, FIELDS.length - 1);
    const [middle, weight, delay] = habits[kind] ?? [12, next.logNormal(1, 0.8), next.logNormal(360, 1.2)];
    const count = Math.min(
      kind === 'mass bidder' || kind === 'agency' ? 700 : 170,
      Math.ceil(next.logNormal(middle, kind === 'ordinary' ? 0.9 : 0.4)),
    );
    bidders.set(accountKey(SITE, `a${i}`), kind);
    const done = new Set<string>();
    for (let tries = 0; done.size < count && tries < 40 * count; tries++) {
      const post = next.pick(posts);
      if (done.has(post.project)) continue;
      if (kind !== 'mass bidder' && kind !== 'agency' && post.field !== field && next() < 0.97) continue;
      done.add(post.project);
      post.bids.push({ id: `a${i}`, weight, at: post.posted + Math.round(next.logNormal(delay, 1) * 60) * 1_000 });
    }
  }
  for (const { project, bids } of posts) {
    const winner =
      next() < 0.7
        ? drawn(
            bids.map(({ weight }) => weight * (0.5 + next())),
            next,
          )
        : -1;
    const isKnown = next() < outcomes;
    for (const [i, { id, at }] of bids.entries()) {
      const bid: Bid = {
        kind: 'bid',
        site: SITE,
        seenAt,
        project,
        account: id,
        submittedAt: new Date(at).toISOString(),
      };
      observations.push(isKnown && i === winner ? { ...bid, outcome: 'awarded' } : bid);
    }
  }
  return { observations, bidders };
}

/** The bids of the middle one, how likely each is to be taken, and minutes from posting to bid. */
const habits: Partial<Record<Kind, readonly [bids: number, weight: number, delay: number]>> = {
  'mass bidder': [220, 0.05, 4],
  'busy winner': [150, 4, 60],
  agency: [150, 1.5, 90],
  'unlucky regular': [90, 0.6, 240],
};

/** One of several, by how heavy each is; its number. */
function drawn(weights: readonly number[], next: Random): number {
  let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
  return weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
}

/** A moment as a page words it for who looks at it then. */
function timeOf(at: number, looked: number, how: View['times']): string {
  if (how === 'moments') return new Date(at).toISOString();
  const day = (moment: number) => new Date(moment).toISOString().slice(0, 10);
  if (how === 'days') return day(at);
  const ago = looked - at;
  const unit = ago < 60 * MINUTE ? MINUTE : ago < DAY ? 60 * MINUTE : DAY;
  const units = Math.floor(ago / unit);
  const [from, to] = [looked - (units + 1) * unit, looked - units * unit];
  return unit === DAY
    ? writeTime({ from: Date.parse(day(from)), to: Date.parse(day(to)) + DAY - 1 })
    : writeTime({ from, to });
}
