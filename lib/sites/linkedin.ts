// LinkedIn: a person's public profile, to compare what it says with what the same person says elsewhere.
// Read from its JSON-LD, as a parsed page of 2026 has it, and where working readers of the page as shown to
// visitors found the rest. Employers and schools that the page hides behind asterisks are left out. The
// pages of signed-in members have no marks that last; of those only the heading is read.

import { accountIn, stepsOf } from '../reading/address.ts';
import { listIn, thingsIn, thingsOf, typesOf, wordsIn } from '../reading/json-ld.ts';
import type { Entry, Value } from '../reading/reading.ts';
import type { PageAddress, Site, StateReading } from '../reading/site.ts';
import { firstIn } from '../reading/walk.ts';

const home = 'https://www.linkedin.com';

/** Where the page shown to visitors lists what its JSON-LD has in part. */
const shown = {
  headline: '[class*="top-card-layout__headline"]',
  employment: 'li.experience-item',
  education: 'li.education__list-item',
};

export const linkedin: Site = {
  id: 'linkedin',
  name: 'LinkedIn',
  hosts: ['linkedin.com'],
  classifyUrl,
  accountAt,
  profileUrl: (name) => `${home}/in/${encodeURIComponent(name)}`,
  tables: {
    profile: {
      name: ['h1.top-card-layout__title', '[class*="top-card-layout__title"]', 'main h1'],
      headline: ['.top-card-layout__headline', '[class*="top-card-layout__headline"]'],
      place: ['.profile-info-subheader span', '.top-card-layout__first-subline span', '.top-card__subline-item'],
      about: ['section.summary .core-section-container__content', 'section[data-section="summary"] p'],
      avatar: ['img.top-card__profile-image@src', '[class*="top-card"] img@data-delayed-url'],
      employment: {
        each: ['li.experience-item', 'section.experience li.profile-section-card'],
        parts: {
          employer: ['.experience-item__subtitle', '[class*="subtitle"]', 'h4'],
          title: ['.experience-item__title', '[class*="__title"]', 'h3'],
          from: ['.date-range time:first-of-type', 'time:first-of-type'],
          to: ['.date-range time:nth-of-type(2)', 'time:nth-of-type(2)'],
        },
      },
      education: {
        each: ['li.education__list-item', 'section.education li.profile-section-card'],
        parts: {
          school: ['h3', '[class*="__title"]'],
          degree: ['h4', '[class*="degree"]'],
          from: ['.date-range time:first-of-type', 'time:first-of-type'],
          to: ['.date-range time:nth-of-type(2)', 'time:nth-of-type(2)'],
        },
      },
    },
  },
  counts: {},
  expects: { profile: ['profile.name', 'profile.place', 'profile.employment'] },
  ownPlacesOnly: true,
  readState,
};

function classifyUrl(url: URL): PageAddress | undefined {
  const name = accountAt(url);
  return name ? { page: 'profile', account: name, canonical: linkedin.profileUrl(name) ?? url.href } : undefined;
}

function accountAt(url: URL): string | undefined {
  const [first, name, ...more] = stepsOf(url);
  // A second step is the language: /in/name/de.
  return first === 'in' && (more.length === 0 || /^[a-z]{2}$/.test(more[0] ?? '')) ? accountIn(name) : undefined;
}

/** The person the page's JSON-LD describes, if it is the one of this address. */
function readState(document: Document, at: PageAddress): StateReading | undefined {
  const person = thingsOf(document, 'Person').find((one) =>
    [...listIn(one, 'sameAs'), ...listIn(one, 'url')].some((link) => {
      const url = typeof link === 'string' ? URL.parse(link) : null;
      return url !== null && accountAt(url) === at.account;
    }),
  );
  if (!person || !at.account) return undefined;
  const [address] = thingsIn(person, 'address');
  const [image] = thingsIn(person, 'image');
  const schools = thingsIn(person, 'alumniOf').filter((one) => typesOf(one).includes('EducationalOrganization'));
  const titles = listIn(person, 'jobTitle').filter((title) => typeof title === 'string' && isShown(title));
  // Of what else a person has been at, only what has an end is work: boards and clubs are named beside it without one.
  const past = thingsIn(person, 'alumniOf').filter((one) => !schools.includes(one) && isOver(one));
  const employment = [...thingsIn(person, 'worksFor'), ...past].map((one) => entryOf(one, 'employer'));
  // Where the page shows these it says more: titles and degrees.
  const has = (field: keyof typeof shown) => firstIn(document, shown[field]) !== null;
  const fields: Record<string, Value | undefined> = {
    name: wordsIn(person, 'name'),
    about: wordsIn(person, 'description'),
    headline: titles.length && !has('headline') ? titles.join(', ') : undefined,
    place: wordsIn(address, 'addressLocality'),
    country: wordsIn(address, 'addressCountry'),
    avatar: wordsIn(image, 'contentUrl'),
    languages: thingsIn(person, 'knowsLanguage').flatMap((one) => wordsIn(one, 'name') ?? []),
    employment: has('employment') ? [] : employment.filter((one) => one !== undefined),
    education: has('education') ? [] : schools.map((one) => entryOf(one, 'school')).filter((one) => one !== undefined),
  };
  const said: Record<string, Value> = {};
  for (const [field, value] of Object.entries(fields)) {
    const isThere = typeof value === 'string' ? isShown(value) : Array.isArray(value) && value.length > 0;
    if (value !== undefined && isThere) said[field] = value;
  }
  const cut = [
    ...([...thingsIn(person, 'worksFor'), ...past].some(isMasked) ? ['profile.employment'] : []),
    ...(schools.some(isMasked) ? ['profile.education'] : []),
  ];
  return { sightings: [{ kind: 'profile', ids: { account: at.account }, said }], ...(cut.length > 0 && { cut }) };
}

/** True for a place that the page hides from visitors. */
const isMasked = (one: Record<string, unknown>) => !isShown(wordsIn(one, 'name') ?? '*');

/** True for a membership that has ended. */
function isOver(one: Record<string, unknown>): boolean {
  const [member] = thingsIn(one, 'member');
  return listIn(member, 'endDate').length > 0;
}

/** A place of work or learning, with the years as far as they are said. */
function entryOf(one: Record<string, unknown>, part: 'employer' | 'school'): Entry | undefined {
  const name = wordsIn(one, 'name');
  if (!name || !isShown(name)) return undefined;
  const [member] = thingsIn(one, 'member');
  const yearOf = (key: string) => {
    const [date] = listIn(member, key);
    return typeof date === 'number' ? String(date) : typeof date === 'string' ? date : '';
  };
  const [from, to] = [yearOf('startDate'), yearOf('endDate')];
  return { [part]: name, ...(from && { from }), ...(to && { to }) };
}

/** False for what the page hides from visitors: "****** ***". */
function isShown(text: string): boolean {
  return text.trim() !== '' && !/\*{2,}/.test(text);
}
