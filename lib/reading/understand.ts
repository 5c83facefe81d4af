// Turns what a page said into observations: each field of a sighting means something (meanings.ts), is taken from its most
// trusted statement (understanding.ts), and how much of the page was read is said with it (how-much.ts).
import { type Observation, parseObservation } from '../model/observation.ts';
import { trimEndOf } from '../model/trim.ts';
import { parseCity } from '../statements/cities.ts';
import { type HeuristicSite, withHeuristics } from './heuristics.ts';
import { howMuch } from './how-much.ts';
import * as means from './meanings.ts';
import type { Reading, Sighting } from './reading.ts';
import type { SiteFacts } from './site.ts';
import { isCutOff, Understanding } from './understanding.ts';

/**
 * Understands a reading that parseReading has let through.
 *
 * @param site what is known of the site it is of; nothing is expected of an unknown one
 * @returns observations, each of which passes parseObservation; exactly one of them is the `page`
 *   observation, which says how much was read, and it is the last. Never throws.
 */
export function understand(given: Reading, site: (SiteFacts & Partial<HeuristicSite>) | undefined): Observation[] {
  const reading = withHeuristics(given, site);
  const understanding = new Understanding({ ...reading, dollar: site?.dollar });
  const seen = { site: reading.site, seenAt: reading.seenAt };
  const observations: Observation[] = [];
  for (const sighting of reading.sightings) {
    const url = sighting.url ?? reading.url;
    const parsed = parseObservation({ ...seen, url, ...observationOf(sighting, understanding) });
    if ('observation' in parsed && saysSomething(parsed.observation)) observations.push(parsed.observation);
  }
  const page = parseObservation({
    kind: 'page',
    ...seen,
    url: reading.url,
    page: reading.page,
    ...howMuch(reading, observations, understanding, site),
  });
  if ('observation' in page) observations.push(page.observation);
  return observations;
}

/** What a bare link to a person says. */
const linkFields = new Set(['kind', 'site', 'seenAt', 'url', 'account', 'role']);

/** A person of whom only the id is known was not seen, only linked. */
function saysSomething(observation: Observation): boolean {
  return observation.kind !== 'profile' || Object.keys(observation).some((field) => !linkFields.has(field));
}

function observationOf(sighting: Sighting, u: Understanding): Record<string, unknown> {
  switch (sighting.kind) {
    case 'project':
      return project(sighting, u);
    case 'bid':
      return bid(sighting, u);
    case 'profile':
      return profile(sighting, u);
    case 'review':
      return review(sighting, u);
    case 'message':
      return message(sighting, u);
  }
}

/** A long text, and that it is only its beginning where that shows. */
function wording(sighting: Sighting, u: Understanding) {
  const words = u.take(sighting, 'text', sighting.kind === 'project' ? means.described : means.text);
  return { text: words, ...(isCutOff(words) && { textIs: 'part' }) };
}

function project(sighting: Sighting, u: Understanding) {
  const written = u.take(sighting, 'budget', means.money);
  const low = u.take(sighting, 'budgetMin', means.money) ?? written;
  const high = u.take(sighting, 'budgetMax', means.money);
  const max = high?.amount ?? written?.max;
  const bidCount = u.take(sighting, 'bidCount', means.count);
  const currency = low?.currency ?? high?.currency;
  return {
    kind: 'project',
    project: sighting.ids.project,
    title: u.take(sighting, 'title', means.line),
    ...wording(sighting, u),
    client: u.take(sighting, 'client', means.line),
    postedAt: u.take(sighting, 'postedAt', means.posting),
    bidCount,
    bidCountRange: bidCount === undefined ? u.take(sighting, 'bidCountRange', means.countRange) : undefined,
    skills: u.take(sighting, 'skills', means.skills),
    status: u.take(sighting, 'status', means.status),
    ...(currency && { budget: { ...(low && { min: low.amount }), ...(max !== undefined && { max }), currency } }),
  };
}

function bid(sighting: Sighting, u: Understanding) {
  const offer = u.take(sighting, 'amount', means.money);
  return {
    kind: 'bid',
    project: sighting.ids.project,
    account: sighting.ids.account,
    ...wording(sighting, u),
    amount: offer?.amount,
    currency: offer?.currency,
    days: u.take(sighting, 'days', means.days),
    submittedAt: u.take(sighting, 'submittedAt', means.time),
    outcome: u.take(sighting, 'outcome', means.outcome),
  };
}

/** The town of a line that names a country after it. */
const cityIn = ({ said: { place, country: named } }: Sighting) =>
  [...(place ?? []), ...(named ?? [])]
    .map(({ value }) => (typeof value === 'string' ? parseCity(value) : undefined))
    .find((town) => town !== undefined);

function profile(sighting: Sighting, u: Understanding) {
  const hourly = u.take(sighting, 'hourlyRate', means.money);
  const clocks =
    sighting.said.place?.filter(({ value }) => means.clock.of(value, { url: '', seenAt: '' }) !== undefined) ?? [];
  const place = clocks.length ? { ...sighting, said: { ...sighting.said, localTime: clocks } } : sighting;
  const placed = u.take(sighting, 'place', means.country);
  // A line with nothing but the time there is understood as well.
  if (clocks.length) u.understood.add('profile.place');
  const location = {
    city: u.take(sighting, 'city', means.town) ?? cityIn(sighting),
    country: u.take(sighting, 'country', means.country) ?? placed,
    timezone: u.take(sighting, 'timezone', means.line),
  };
  return {
    kind: 'profile',
    role: u.take(sighting, 'role', means.role) ?? 'freelancer',
    account: sighting.ids.account,
    name: withoutLogin(u.take(sighting, 'name', means.name), sighting.ids.account),
    headline: u.take(withoutName(sighting), 'headline', means.headline),
    about: u.take(sighting, 'about', means.described),
    ...((location.city || location.country || location.timezone) && { location }),
    localTime: u.take(place, 'localTime', means.clock),
    memberSince: u.take(sighting, 'memberSince', means.time),
    activeSince: u.take(sighting, 'activeSince', means.time),
    ...(hourly?.currency && hourly.amount > 0 && { hourlyRate: { amount: hourly.amount, currency: hourly.currency } }),
    skills: u.take(sighting, 'skills', means.skills),
    avatar: u.take(sighting, 'avatar', means.address),
    verified: u.take(sighting, 'verified', means.list),
    languages: u.take(sighting, 'languages', means.languages),
    education: u.take(sighting, 'education', means.education),
    employment: u.take(sighting, 'employment', means.employment),
    portfolio: u.take(sighting, 'portfolio', means.portfolio),
    links: u.take(sighting, 'links', means.addresses),
    contacts: u.take(sighting, 'contacts', means.contacts),
    closed: u.take(sighting, 'closed', means.flag),
    ...stats(sighting, u),
  };
}

/** A name without the account's own id, which pages set behind it. */
function withoutLogin(name: string | undefined, account = ''): string | undefined {
  const at = name === undefined || account === '' ? -1 : name.toLowerCase().lastIndexOf(account.toLowerCase());
  if (name === undefined || at < 2 || at + account.length < name.length - 1) return name;
  const before = name.slice(0, at);
  // A surname may be somebody's login; it begins with a capital then.
  const isLogin =
    /[\s|·-][(@]{1,2}$/.test(before) ||
    (/\s$/.test(before) && name.slice(at, at + account.length) === account.toLowerCase());
  return isLogin ? trimEndOf(before, ' ·|(@-') || name : name;
}

/** A place of a headline in which the name stands is another design's. */
function withoutName(sighting: Sighting): Sighting {
  const { headline: all, name: names = [] } = sighting.said;
  const own = all?.filter(({ value }) => !names.some((one) => one.value === value));
  return all && own && own.length < all.length ? { ...sighting, said: { ...sighting.said, headline: own } } : sighting;
}

/** A new account's page shows 0.0 and 0 %, which stand for nothing yet: only a figure with a history counts. */
function stats(sighting: Sighting, u: Understanding) {
  const reviewCount = u.take(sighting, 'reviewCount', means.count);
  const score = u.take(sighting, 'rating', means.rating);
  const rates = {
    completionRate: u.take(sighting, 'jobsCompletedRate', means.rate),
    onTime: u.take(sighting, 'onTime', means.rate),
    onBudget: u.take(sighting, 'onBudget', means.rate),
    rehireRate: u.take(sighting, 'rehireRate', means.rate),
    acceptRate: u.take(sighting, 'acceptRate', means.rate),
    jobSuccess: u.take(sighting, 'jobSuccess', means.rate),
  };
  const figures = {
    jobsCompleted: u.take(sighting, 'jobsCompleted', means.count),
    earnings: u.take(sighting, 'earnings', means.number),
    bidsPlaced: u.take(sighting, 'bidsPlaced', means.count),
    bidsWon: u.take(sighting, 'bidsWon', means.count),
    responseHours: u.take(sighting, 'responseHours', means.hours),
  };
  const hasHistory =
    (reviewCount ?? 0) > 0 ||
    (figures.jobsCompleted ?? 0) > 0 ||
    Object.values(rates).some((value) => (value ?? 0) > 0);
  const known = {
    ...figures,
    ...(reviewCount !== undefined && { reviewCount }),
    ...(score &&
      score.value > 0 &&
      reviewCount !== 0 && { rating: Math.round((score.value / score.outOf) * 5e4) / 1e4 }),
    ...(hasHistory && rates),
  };
  return Object.values(known).some((value) => value !== undefined) ? { stats: known } : {};
}

function review(sighting: Sighting, u: Understanding) {
  return {
    kind: 'review',
    from: sighting.ids.from,
    fromRole: u.take(sighting, 'fromRole', means.role) ?? 'client',
    to: sighting.ids.to,
    rating: u.take(sighting, 'rating', means.rating),
    text: u.take(sighting, 'text', means.text),
    at: u.take(sighting, 'at', means.ending),
    project: u.take(sighting, 'project', means.line),
  };
}

function message(sighting: Sighting, u: Understanding) {
  return {
    kind: 'message',
    thread: sighting.ids.thread,
    account: sighting.ids.account,
    mine: u.take(sighting, 'mine', means.flag) ?? false,
    text: u.take(sighting, 'text', means.text),
    sentAt: u.take(withDay(sighting), 'sentAt', means.time),
  };
}

/** A bare time of day is of the day that the page wrote above it. */
function withDay(sighting: Sighting): Sighting {
  const { sentAt, day: days } = sighting.said;
  const above = days?.[0]?.value;
  if (typeof above !== 'string') return sighting;
  const whole = (sentAt ?? days ?? []).map(({ by, value }) => {
    // A line may say who wrote before it and whether it was seen after it: "@login · 14:02 · Seen".
    const clock =
      typeof value === 'string'
        ? /(?:^|[·|,] ?)(\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\b\.?)?)(?= ?(?:$|[·|,]))/i.exec(value)?.[1]
        : undefined;
    const isBare = typeof value === 'string' && /^\d{1,2}[:.]\d{2}/.test(value);
    return { by, value: sentAt && (isBare || clock) ? `${above} ${isBare ? value : clock}` : value };
  });
  return { ...sighting, said: { ...sighting.said, sentAt: whole } };
}
