// The one catalogue of fields: of every field of an observation, how its values compare, which of them are kept
// when a fact is seen again, whether a contradiction is worth showing, and the message that names it. Reading
// takes from it when two ways of reading a page disagree, the store when two sightings do.

import type { Observation } from './observation.ts';
import { entries, group } from './value-groups.ts';
import {
  badges,
  count,
  exact,
  extent,
  list,
  personName,
  price,
  rate,
  rating,
  sum,
  text,
  time,
  type ValueKind,
  word,
} from './values.ts';

/**
 * What stays of a field's values when a fact is seen more than once:
 * - `identity`: it is part of what makes it the same fact, so there is one value only
 * - `all`: every value that no other absorbs
 * - `ends`: of times the one that ends first and the one that begins last, between which the truth lies
 * - `last`: the last one seen; it changes by itself from one visit to the next
 */
export type Keep = 'identity' | 'all' | 'ends' | 'last';

export interface Field<T = unknown> extends ValueKind<T> {
  readonly keep: Keep;
  /** True when a value that contradicts the present one is worth showing. */
  readonly isHistory: boolean;
  /** Id of the message that names it in the views: `field.about`. */
  readonly label: string;
}

type Kind = Observation['kind'];
type Of<K extends Kind> = Extract<Observation, { kind: K }>;
/** What every observation has beside its fields. */
type Common = 'kind' | 'site' | 'seenAt';
type Said<T> = { readonly [F in keyof T]-?: Field<NonNullable<T[F]>> };
/** Figures that are seen each by itself, as their fields: `stats.rating`. */
type Figures = NonNullable<Of<'profile'>['stats']>;
type FieldsOf<K extends Kind> = Said<Omit<Of<K>, Common | 'stats'>>;

function field<T>(
  label: string,
  keep: Keep,
  kind: ValueKind<T>,
  isHistory = keep === 'all' || keep === 'ends',
): Field<T> {
  return { ...kind, keep, isHistory, label };
}

const id = (label: string) => field(label, 'identity', exact<string>());
const choice = <T extends string>(label: string, keep: Keep, isHistory = false): Field<T> =>
  field<T>(label, keep, exact<T>(), isHistory);
const url = field('field.url', 'last', exact<string>());
const share = (label: string) => field(label, 'last', rate);
const figure = (label: string) => field(label, 'last', count);

const stats: Said<Figures> = {
  jobsCompleted: figure('field.jobsCompleted'),
  completionRate: share('field.completionRate'),
  onTime: share('field.onTime'),
  onBudget: share('field.onBudget'),
  rehireRate: share('field.rehireRate'),
  jobSuccess: share('field.jobSuccess'),
  acceptRate: share('field.acceptRate'),
  reviewCount: figure('field.reviewCount'),
  rating: field('field.rating', 'last', rate),
  earnings: figure('field.earnings'),
  bidsPlaced: figure('field.bidsPlaced'),
  bidsWon: figure('field.bidsWon'),
  responseHours: figure('field.responseHours'),
};

const whole = <T>(label: string) => field(label, 'last', exact<T>());

export const catalogue: { readonly [K in Kind]: FieldsOf<K> } & {
  readonly profile: { readonly stats: Said<Figures> };
} = {
  project: {
    project: id('field.project'),
    url,
    title: field('field.title', 'all', text),
    text: field('field.text', 'all', text),
    textIs: field('field.textIs', 'all', extent, false),
    client: field('field.client', 'all', exact<string>()),
    postedAt: field('field.postedAt', 'ends', time),
    bidCount: figure('field.bidCount'),
    bidCountRange: field('field.bidCountRange', 'last', group({ min: exact<number>(), max: exact<number>() })),
    budget: field('field.budget', 'all', group({ currency: exact<string>(), min: sum, max: sum })),
    skills: field('field.skills', 'all', list),
    status: field('field.status', 'last', word),
  },
  bid: {
    project: id('field.project'),
    account: id('field.account'),
    url,
    text: field('field.text', 'all', text),
    textIs: field('field.textIs', 'all', extent, false),
    amount: field('field.amount', 'all', sum),
    currency: choice('field.currency', 'all', true),
    days: field('field.days', 'all', exact<number>()),
    submittedAt: field('field.submittedAt', 'ends', time),
    outcome: choice('field.outcome', 'last'),
  },
  profile: {
    account: id('field.account'),
    role: choice('field.role', 'all'),
    url,
    name: field('field.name', 'all', personName),
    headline: field('field.headline', 'all', text),
    about: field('field.about', 'all', text),
    location: field('field.location', 'all', group({ country: word, city: text, timezone: word })),
    localTime: field('field.localTime', 'last', word),
    memberSince: field('field.memberSince', 'ends', time),
    activeSince: field('field.activeSince', 'ends', time),
    hourlyRate: field('field.hourlyRate', 'all', price as ValueKind<NonNullable<Of<'profile'>['hourlyRate']>>),
    skills: field('field.skills', 'all', list),
    languages: field('field.languages', 'all', list),
    education: field('field.education', 'all', entries({ school: text, degree: text, from: time, to: time }, 'school')),
    employment: field(
      'field.employment',
      'all',
      entries({ employer: text, title: text, from: time, to: time }, 'employer'),
    ),
    portfolio: field('field.portfolio', 'all', entries({ title: text, url: word, text }, 'title')),
    links: field('field.links', 'all', list),
    contacts: field('field.contacts', 'all', entries({ type: word, value: word }, 'type', 'value')),
    avatar: whole('field.avatar'),
    verified: field('field.verified', 'all', badges, false),
    closed: field('field.closed', 'all', exact<boolean>()),
    stats,
  },
  review: {
    from: id('field.from'),
    fromRole: choice('field.fromRole', 'last'),
    to: id('field.to'),
    url,
    rating: field('field.rating', 'all', rating, false),
    text: field('field.text', 'all', text, false),
    at: field('field.at', 'ends', time, false),
    project: id('field.project'),
  },
  message: {
    thread: id('field.thread'),
    account: id('field.account'),
    mine: whole('field.mine'),
    url,
    text: field('field.text', 'all', exact<string>(), false),
    sentAt: field('field.sentAt', 'ends', time, false),
    contacts: whole('field.contacts'),
    reading: whole('field.reading'),
  },
  page: {
    url: id('field.url'),
    page: choice('field.page', 'identity'),
    read: whole('field.read'),
    missing: whole('field.missing'),
    found: whole('field.found'),
    of: whole('field.of'),
    disagreed: whole('field.disagreed'),
  },
};
