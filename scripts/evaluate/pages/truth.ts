// What the maker of a page knows of it, in the form of observations without what every observation has, and the
// comparison of that with what was read. Where a page shows a value it must be read; where it shows none, nothing may be.
import { collapseSpaces } from '../../../lib/model/beginning.ts';
import type { Observation, Page } from '../../../lib/model/observation.ts';
import { DAY_MS, intervalOf } from '../../../lib/model/time.ts';
import type { WrittenTime } from './words.ts';

export interface TrueBid {
  account: string;
  text?: string;
  amount?: number;
  currency?: string;
  days?: number;
  at?: WrittenTime;
}

export interface TrueProfile {
  account: string;
  name?: string;
  headline?: string;
  about?: string;
  country?: string;
  since?: WrittenTime;
  rate?: number;
  rating?: number;
  skills?: string[];
  employers?: string[];
  schools?: string[];
}

export interface TrueReview {
  text?: string;
  from?: string;
  rating?: number;
  at?: WrittenTime;
}

export interface TrueProject {
  title?: string;
  text?: string;
  skills?: string[];
  min?: number;
  max?: number;
  currency?: string;
  at?: WrittenTime;
}

export interface MadePage {
  site: string;
  kind: string;
  design: string;
  url: string;
  seenAt: string;
  html: string;
  bids: TrueBid[];
  profiles: TrueProfile[];
  reviews: TrueReview[];
  messages: { text: string; mine?: boolean }[];
  project?: TrueProject;
  /** Absent where the page does not tell whether it is all. */
  read?: Page['read'];
}

/** By field: how many there are, and how many of them were read as they are. */
export type Tallies = Record<string, { there: number; read: number }>;

export interface Comparison {
  counts: Tallies;
  /** What was missed or is otherwise than on the page. */
  missed: string[];
  /** What was read though the page does not have it. */
  invented: string[];
}

/** Fields compared, in the order of the table; the bare words for a few of one sense. */
export const columns = [
  'people',
  'names',
  'texts',
  'amounts',
  'days',
  'ratings',
  'dates',
  'profile fields',
  'status',
] as const;

const words = (text: string | undefined) => collapseSpaces(text ?? '').replace(/\s*(?:…|\.\.\.)$/, '');
const near = (a: number | undefined, b: number | undefined) =>
  a !== undefined && b !== undefined && Math.abs(a - b) < 0.06;
/** The interval that was read must hold the moment and say no less than the page did. */
function isTime(read: string | undefined, truth: WrittenTime): boolean {
  if (read === undefined) return false;
  const { from, to } = intervalOf(read);
  return from - DAY_MS <= truth.at && truth.at <= to + DAY_MS && to - from <= truth.width;
}
const isSame = (a: readonly string[] | undefined, b: readonly string[]) =>
  a !== undefined && a.length === b.length && b.every((one) => a.includes(one));

/** What was read of a made page, against what its maker knows. */
export function compare(page: MadePage, seen: readonly Observation[]): Comparison {
  const counts: Tallies = {};
  const missed: string[] = [];
  const invented: string[] = [];
  const count = (column: (typeof columns)[number], where: string, truth: unknown, read: unknown, isRight: boolean) => {
    if (truth === undefined) {
      if (read !== undefined) invented.push(`${where}: ${JSON.stringify(read)}`);
      return;
    }
    counts[column] ??= { there: 0, read: 0 };
    counts[column].there++;
    if (isRight) counts[column].read++;
    else missed.push(`${where}: ${JSON.stringify(truth)} read as ${JSON.stringify(read)}`);
  };
  const of = <K extends Observation['kind']>(kind: K) =>
    seen.filter((one): one is Extract<Observation, { kind: K }> => one.kind === kind);
  const [bids, profiles, reviews] = [of('bid'), of('profile'), of('review')];
  const nameOf = new Map(page.profiles.map(({ account, name }) => [account, name]));
  const matched = new Set<string>();
  const accountOf = (account: string): string => {
    if ([...bids, ...profiles].some((one) => one.account === account)) return account;
    const name = nameOf.get(account);
    return profiles.find((one) => one.name !== undefined && one.name === name)?.account ?? account;
  };

  for (const truth of page.bids) {
    const account = accountOf(truth.account);
    const bid = bids.find((one) => one.account === account);
    count('people', truth.account, truth.account, bid?.account, bid !== undefined);
    if (!bid) continue;
    matched.add(account);
    count('texts', `${account} text`, truth.text, bid.text, words(bid.text) === words(truth.text));
    count(
      'amounts',
      `${account} amount`,
      truth.amount,
      bid.amount,
      bid.amount === truth.amount && bid.currency === truth.currency,
    );
    count('days', `${account} days`, truth.days, bid.days, bid.days === truth.days);
    count(
      'dates',
      `${account} submitted`,
      truth.at,
      bid.submittedAt,
      truth.at !== undefined && isTime(bid.submittedAt, truth.at),
    );
  }
  for (const truth of page.profiles) {
    const account = accountOf(truth.account);
    const profile = profiles.find((one) => one.account === account);
    if (page.bids.length === 0) count('people', truth.account, truth.account, profile?.account, profile !== undefined);
    if (!profile) {
      if (truth.name !== undefined) count('names', `${account} name`, truth.name, undefined, false);
      continue;
    }
    matched.add(account);
    count('names', `${account} name`, truth.name, profile.name, profile.name === truth.name);
    count(
      'ratings',
      `${account} rating`,
      truth.rating,
      profile.stats?.rating,
      near(profile.stats?.rating, truth.rating),
    );
    count(
      'dates',
      `${account} since`,
      truth.since,
      profile.memberSince,
      truth.since !== undefined && isTime(profile.memberSince, truth.since),
    );
    const fields: [string, unknown, unknown, boolean][] = [
      ['headline', truth.headline, profile.headline, words(profile.headline) === words(truth.headline)],
      ['about', truth.about, profile.about, words(profile.about) === words(truth.about)],
      ['country', truth.country, profile.location?.country, profile.location?.country === truth.country],
      ['rate', truth.rate, profile.hourlyRate?.amount, profile.hourlyRate?.amount === truth.rate],
      ['skills', truth.skills, profile.skills, isSame(profile.skills, truth.skills ?? [])],
      [
        'employers',
        truth.employers,
        profile.employment,
        isSame(
          profile.employment?.map(({ employer }) => employer),
          truth.employers ?? [],
        ),
      ],
      [
        'schools',
        truth.schools,
        profile.education,
        isSame(
          profile.education?.map(({ school }) => school),
          truth.schools ?? [],
        ),
      ],
    ];
    for (const [field, there, read, isRight] of fields)
      count('profile fields', `${account} ${field}`, there, read, isRight);
  }
  const left = [...reviews];
  for (const truth of page.reviews) {
    const at = left.findIndex(
      (one) => words(one.text) === words(truth.text) && (truth.from === undefined || one.from === truth.from),
    );
    const [review] = at < 0 ? [] : left.splice(at, 1);
    count('texts', 'review', truth.text, undefined, review !== undefined);
    if (!review) continue;
    count(
      'ratings',
      `review rating ${truth.text}`,
      truth.rating,
      review.rating?.value,
      near(review.rating?.value, truth.rating),
    );
    count(
      'dates',
      `review day ${truth.text}`,
      truth.at,
      review.at,
      truth.at !== undefined && isTime(review.at, truth.at),
    );
  }
  for (const review of left) invented.push(`review ${JSON.stringify(review.text)} by ${review.from}`);
  const said = [...of('message')];
  for (const truth of page.messages) {
    const at = said.findIndex((one) => words(one.text) === words(truth.text) && one.mine === (truth.mine ?? false));
    count('texts', 'message', truth.text, undefined, at >= 0);
    if (at >= 0) said.splice(at, 1);
  }
  for (const { text } of said) invented.push(`message ${text}`);
  const project = of('project')[0];
  if (page.project) {
    const truth = page.project;
    count('names', 'title', truth.title, project?.title, words(project?.title) === words(truth.title));
    count('texts', 'project text', truth.text, project?.text, words(project?.text) === words(truth.text));
    count(
      'dates',
      'posted',
      truth.at,
      project?.postedAt,
      truth.at !== undefined && isTime(project?.postedAt, truth.at),
    );
    const { min, max, currency } = project?.budget ?? {};
    const isBudget =
      currency === truth.currency &&
      (max ?? min) === (truth.max ?? truth.min) &&
      (min ?? max) === (truth.min ?? truth.max);
    count('amounts', 'budget', truth.max ?? truth.min, max ?? min, isBudget);
    count('profile fields', 'skills', truth.skills, project?.skills, isSame(project?.skills, truth.skills ?? []));
  }
  for (const { account } of bids) if (!matched.has(account)) invented.push(`bid by ${account}`);
  const known = new Set([...matched, ...page.reviews.flatMap(({ from }) => from ?? [])]);
  for (const { account, name, role } of profiles)
    if (role === 'freelancer' && !known.has(account)) invented.push(`profile of ${account} ${name ?? ''}`);
  const read = of('page')[0]?.read;
  if (page.read !== undefined) count('status', 'status', page.read, read, read === page.read);
  return { counts, missed, invented };
}
