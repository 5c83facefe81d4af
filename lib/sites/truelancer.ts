// Truelancer: freelancers' lists and profiles with their reviews, and projects with their bids. Lists are
// read where a reader of 2025 found them, projects also from the state that the page's program leaves in it.
// How a bid or a review is built is not documented, and the marks of a profile are guesses from the
// list: these are read by the card heuristics and the page's headings, and bids never count as read whole.
import { accountIn, stepsOf } from '../reading/address.ts';
import { definedFields, numberIn, objectIn, stringIn } from '../reading/json.ts';
import type { FieldTable, PageAddress, Site, StateReading } from '../reading/site.ts';
import { findInState } from '../reading/state.ts';

const home = 'https://www.truelancer.com';

const person: FieldTable = {
  place: ['.fl_location img[title]@title', '.fl_location'],
  city: ['.fl_location'],
  rating: ['.MuiRating-root[aria-label]@aria-label', '.MuiRating-iconFilled#'],
};

export const truelancer: Site = {
  id: 'truelancer',
  name: 'Truelancer',
  hosts: ['truelancer.com'],
  classifyUrl,
  accountAt,
  profileUrl: (name) => `${home}/freelancer/${encodeURIComponent(name)}`,
  tables: {
    project: { title: ['h1'] },
    profile: { ...person, name: ['h1'] },
    people: {
      card: ['div[id^="user-"]'],
      fields: {
        ...person,
        name: ['h3 a', 'h3'],
        headline: ['h3 ~ p.textLabel', 'h4', 'p.textLabel'],
        hourlyRate: ['p.fontBold'],
        avatar: ['img[src*="user-picture"]@src'],
      },
    },
  },
  counts: {
    bids: {
      places: ['h1', 'h2', 'h3', 'h4', '[role="tab"]', 'p', 'span'],
      pattern: /^(?:([\d,]{1,7})\s+(?:proposals?|bids?)|(?:proposals?|bids?)\s*\(([\d,]{1,7})\))$/i,
      none: /^(?:be the first one|0 proposals|no (?:proposals|bids) yet)\b/i,
    },
    reviews: {
      places: ['h2', 'h3', 'h4', '[role="tab"]'],
      pattern: /^(?:([\d,]{1,7})\s+reviews?|reviews?\s*\(([\d,]{1,7})\))$/i,
      none: /\bno reviews yet\b/i,
    },
  },
  expects: {
    project: ['project.title', 'bid.text', 'bid.amount', 'bid.submittedAt'],
    profile: ['profile.name', 'profile.place', 'profile.hourlyRate', 'review.text', 'review.rating', 'review.at'],
    search: ['profile.name', 'profile.place', 'profile.hourlyRate'],
  },
  dollar: 'USD',
  unproven: ['project', 'profile'],
  readState,
};

function classifyUrl(url: URL): PageAddress | undefined {
  const [first, second] = stepsOf(url).map((step) => step.toLowerCase());
  const name = accountAt(url);
  if (name) return { page: 'profile', account: name, canonical: `${home}/freelancer/${encodeURIComponent(name)}` };
  if (first === 'freelancers') return { page: 'search', canonical: home + url.pathname };
  if (first !== 'freelance-project' || !second) return undefined;
  const project = /(?:^|-)(\d{4,12})$/.exec(second)?.[1] ?? second;
  return { page: 'project', project, canonical: `${home}/freelance-project/${encodeURIComponent(second)}` };
}

function accountAt(url: URL): string | undefined {
  const [first = '', name, ...more] = stepsOf(url);
  return first.toLowerCase() === 'freelancer' && more.length === 0 ? accountIn(name) : undefined;
}

/** The project in the state of the page's program, where its own address there is this page's. */
function readState(document: Document, at: PageAddress): StateReading | undefined {
  if (at.page !== 'project' || !at.project) return undefined;
  const path = new URL(at.canonical).pathname.toLowerCase();
  const own = findInState(document, 'script#__NEXT_DATA__', 'link').find(
    ({ holder }) => URL.parse(stringIn(holder, 'link') ?? '', home)?.pathname.toLowerCase() === path,
  )?.holder;
  if (!own) return undefined;
  const currency = stringIn(own, 'currency_code') ?? stringIn(objectIn(own, 'currency'), 'code');
  const budget = numberIn(own, 'budget');
  const said = definedFields({
    title: stringIn(own, 'title'),
    postedAt: stringIn(own, 'created_at'),
    budget: budget !== undefined && currency ? `${budget} ${currency}` : undefined,
  });
  return { sightings: [{ kind: 'project', ids: { project: at.project }, said }] };
}
