// Turns what a page said into observations: words become dates, amounts, countries and rates. Where two
// ways of reading said different things, the more trusted one counts and the disagreement is counted too.
import { MAX_LIST } from '../model/limits.ts';
import { type Observation, parseObservation } from '../model/observation.ts';
import { parseDay, parseTime } from '../statements/dates.ts';
import { parseCount, parseDays, parseRate, parseRating } from '../statements/figures.ts';
import { type Money, parseMoney } from '../statements/money.ts';
import { parseCountry } from '../statements/places.ts';
import type { Reading, Sighting, Value } from './reading.ts';
import { sites } from './registry.ts';
import type { Site } from './site.ts';

/** Where and when something was said. */
interface Seen {
  url: string;
  seenAt: string;
}

/** How one field is understood: its meaning, and when two meanings are the same. */
interface Meaning<T> {
  of(value: Value, page: Seen): T | undefined;
  same(a: T, b: T): boolean;
}

const equal = (a: unknown, b: unknown) => a === b;
const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
const folded = (text: string) =>
  squeezed(text)
    .replace(/\s*(?:…|\.\.\.)?\s*(?:(?:read|show|see) )?(?:more)?$/i, '')
    .toLowerCase();

/** Texts are the same where one is the clamped beginning of the other. */
const sameText = (a: string, b: string) => {
  const [x, y] = [folded(a), folded(b)];
  return x.startsWith(y) || y.startsWith(x);
};
const near = (share: number) => (a: number, b: number) => Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b));

const text: Meaning<string> = { of: (value) => (typeof value === 'string' ? value : undefined), same: sameText };
const line: Meaning<string> = {
  of: (value) => (typeof value === 'string' ? squeezed(value) : undefined),
  same: (a, b) => a.toLowerCase() === b.toLowerCase(),
};
const money: Meaning<Money> = {
  of: (value) => {
    if (typeof value === 'number') return value >= 0 ? { amount: value } : undefined;
    return typeof value === 'string' ? parseMoney(value) : undefined;
  },
  // Cards show whole units where the state has the cents.
  same: (a, b) => near(0.01)(a.amount, b.amount) && (!a.currency || !b.currency || a.currency === b.currency),
};
const days: Meaning<number> = {
  of: (value) => (typeof value === 'string' || typeof value === 'number' ? parseDays(value) : undefined),
  same: equal,
};
const count: Meaning<number> = {
  of: (value) => (typeof value === 'string' || typeof value === 'number' ? parseCount(value) : undefined),
  // "1.2k" is 1,204.
  same: near(0.05),
};
const rating: Meaning<{ value: number; outOf: number }> = {
  of: (value) => (typeof value === 'string' || typeof value === 'number' ? parseRating(value) : undefined),
  same: (a, b) => Math.abs(a.value / a.outOf - b.value / b.outOf) <= 0.011,
};
const rate: Meaning<number> = {
  of: (value) => (typeof value === 'string' ? parseRate(value) : undefined),
  same: near(0.01),
};
const country: Meaning<string> = {
  of: (value) => (typeof value === 'string' ? parseCountry(value) : undefined),
  same: equal,
};
const time: Meaning<string> = {
  of: (value, { seenAt }) =>
    typeof value === 'string' || typeof value === 'number' ? parseTime(value, seenAt) : undefined,
  same: (a, b) => Math.abs(Date.parse(a) - Date.parse(b)) <= 86_400_000,
};
const day: Meaning<string> = {
  of: (value, { seenAt }) => (typeof value === 'string' ? parseDay(value, seenAt) : undefined),
  same: (a, b) => a.startsWith(b) || b.startsWith(a),
};
const list: Meaning<string[]> = {
  of: (value) => (Array.isArray(value) ? value.slice(0, MAX_LIST) : undefined),
  same: (a, b) => a.length === b.length && a.every((one) => b.includes(one)),
};
/** A display name: "@login" is the account's id written as one, not a name. */
const name: Meaning<string> = {
  of: (value) => (typeof value === 'string' && !value.trim().startsWith('@') ? squeezed(value) : undefined),
  same: line.same,
};
/** "United States (2:34 PM)": a place and the time there. */
const clock: Meaning<string> = {
  of: (value) =>
    typeof value === 'string' ? /\b\d{1,2}:\d{2}\s?(?:[ap]\.?m\b\.?)?/i.exec(value)?.[0].trim() : undefined,
  same: equal,
};
const status: Meaning<string> = line;
const outcome: Meaning<'open' | 'awarded' | 'rejected' | 'withdrawn'> = {
  of: (value) => (['open', 'awarded', 'rejected', 'withdrawn'] as const).find((one) => one === value),
  same: equal,
};
const address: Meaning<string> = {
  of: (value, { url }) => {
    const parsed = typeof value === 'string' ? URL.parse(value, url) : null;
    return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
  },
  same: equal,
};

/** Understands one page's fields and keeps account of what was said, understood and disputed. */
class Understanding {
  readonly #page: Seen;
  readonly said = new Set<string>();
  readonly understood = new Set<string>();
  disagreed = 0;

  constructor(page: Seen) {
    this.#page = page;
  }

  /** The most trusted understood word on a field. Of texts that begin alike, the whole one. */
  take<T>(sighting: Sighting, field: string, meaning: Meaning<T>): T | undefined {
    const statements = sighting.said[field] ?? [];
    const key = `${sighting.kind}.${field}`;
    if (statements.length) this.said.add(key);
    const meanings = statements.map(({ value }) => meaning.of(value, this.#page)).filter((one) => one !== undefined);
    let [taken] = meanings;
    if (taken === undefined) return undefined;
    this.understood.add(key);
    if (meanings.some((other) => !meaning.same(meanings[0] as T, other))) this.disagreed++;
    for (const other of meanings) {
      if (typeof taken === 'string' && typeof other === 'string' && isLonger(other, taken)) taken = other;
    }
    return taken;
  }
}

/** A clamped text gives way to the whole one: the same beginning, and more of it. */
function isLonger(other: string, taken: string): boolean {
  const beginning = folded(taken);
  return beginning.length >= 40 && folded(other).length > beginning.length && folded(other).startsWith(beginning);
}

/**
 * Understands a reading that parseReading has let through.
 *
 * @returns observations, each of which passes parseObservation; exactly one of them is the `page`
 *   observation, which says how much was read, and it is the last. Never throws.
 */
export function understand(reading: Reading): Observation[] {
  const site = sites.find((one) => one.id === reading.site);
  const understanding = new Understanding(reading);
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
  }
}

function project(sighting: Sighting, u: Understanding) {
  const written = u.take(sighting, 'budget', money);
  const low = u.take(sighting, 'budgetMin', money) ?? written;
  const high = u.take(sighting, 'budgetMax', money);
  const max = high?.amount ?? written?.max;
  const currency = low?.currency ?? high?.currency;
  return {
    kind: 'project',
    project: sighting.ids.project,
    title: u.take(sighting, 'title', line),
    text: u.take(sighting, 'text', text),
    postedAt: u.take(sighting, 'postedAt', time),
    bidCount: u.take(sighting, 'bidCount', count),
    skills: u.take(sighting, 'skills', list),
    status: u.take(sighting, 'status', status),
    ...(currency && { budget: { ...(low && { min: low.amount }), ...(max !== undefined && { max }), currency } }),
  };
}

function bid(sighting: Sighting, u: Understanding) {
  const offer = u.take(sighting, 'amount', money);
  return {
    kind: 'bid',
    project: sighting.ids.project,
    account: sighting.ids.account,
    text: u.take(sighting, 'text', text),
    amount: offer?.amount,
    currency: offer?.currency,
    days: u.take(sighting, 'days', days),
    submittedAt: u.take(sighting, 'submittedAt', time),
    outcome: u.take(sighting, 'outcome', outcome),
  };
}

function profile(sighting: Sighting, u: Understanding) {
  const hourly = u.take(sighting, 'hourlyRate', money);
  const place = sighting.said.place
    ? { ...sighting, said: { ...sighting.said, localTime: sighting.said.place } }
    : sighting;
  const location = {
    city: u.take(sighting, 'city', line),
    country: u.take(sighting, 'country', country) ?? u.take(sighting, 'place', country),
  };
  return {
    kind: 'profile',
    role: 'freelancer',
    account: sighting.ids.account,
    name: u.take(sighting, 'name', name),
    headline: u.take(sighting, 'headline', line),
    about: u.take(sighting, 'about', text),
    ...((location.city || location.country) && { location }),
    localTime: u.take(place, 'localTime', clock),
    memberSince: u.take(sighting, 'memberSince', day),
    ...(hourly?.currency && hourly.amount > 0 && { hourlyRate: { amount: hourly.amount, currency: hourly.currency } }),
    skills: u.take(sighting, 'skills', list),
    avatar: u.take(sighting, 'avatar', address),
    verified: u.take(sighting, 'verified', list),
    ...stats(sighting, u),
  };
}

/** A new account's page shows 0.0 and 0 %, which stand for nothing yet: only a figure with a history counts. */
function stats(sighting: Sighting, u: Understanding) {
  const reviewCount = u.take(sighting, 'reviewCount', count);
  const score = u.take(sighting, 'rating', rating);
  const rates = {
    completionRate: u.take(sighting, 'jobsCompletedRate', rate),
    onTime: u.take(sighting, 'onTime', rate),
    onBudget: u.take(sighting, 'onBudget', rate),
    rehireRate: u.take(sighting, 'rehireRate', rate),
  };
  const hasHistory = (reviewCount ?? 0) > 0 || Object.values(rates).some((value) => (value ?? 0) > 0);
  const known = {
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
    fromRole: 'client',
    to: sighting.ids.to,
    rating: u.take(sighting, 'rating', rating),
    text: u.take(sighting, 'text', text),
    at: u.take(sighting, 'at', time),
    project: u.take(sighting, 'project', line),
  };
}

/** How much of the page was read: the counts, and which of the fields that should be there were found nowhere. */
function howMuch(reading: Reading, observations: readonly Observation[], u: Understanding, site: Site | undefined) {
  const tally = (kind: Observation['kind']) => observations.filter((one) => one.kind === kind).length;
  const found = { bids: tally('bid'), profiles: tally('profile'), reviews: tally('review') };
  const ofList = reading.page === 'project' || reading.page === 'bids';
  const own = observations.find((one) => one.kind === 'profile');
  const reviewsThere = !ofList && own?.kind === 'profile' ? own.stats?.reviewCount : undefined;
  const of = { ...reading.of, ...(reviewsThere !== undefined && { reviews: reviewsThere }) };
  const missing = new Set<string>();
  for (const field of site?.expects[reading.page] ?? []) {
    const has = { 'bid.': found.bids > 0, 'review.': found.reviews > 0 };
    const isDue = field.startsWith('bid.') ? has['bid.'] : field.startsWith('review.') ? has['review.'] : true;
    if (isDue && !u.understood.has(field)) missing.add(field);
  }
  for (const field of u.said) if (!u.understood.has(field) && field !== 'profile.name') missing.add(field);
  if (ofList && found.bids === 0 && of.bids !== 0) missing.add('bids');
  if (!ofList && found.reviews === 0 && (of.reviews ?? 0) > 0) missing.add('reviews');

  const isUnderstood = ofList
    ? found.bids > 0 || of.bids === 0 || u.understood.has('project.text')
    : [...u.understood].some((field) => field.startsWith('profile.'));
  const isAll = ofList ? found.bids >= (of.bids ?? 0) : found.reviews >= (of.reviews ?? 0);
  const read = !isUnderstood ? 'not' : isAll && missing.size === 0 ? 'whole' : 'part';
  return {
    read,
    ...(missing.size > 0 && { missing: [...missing] }),
    found: ofList
      ? { bids: found.bids, profiles: found.profiles }
      : { profiles: found.profiles, reviews: found.reviews },
    ...(Object.keys(of).length > 0 && { of }),
    ...(u.disagreed > 0 && { disagreed: u.disagreed }),
  };
}
