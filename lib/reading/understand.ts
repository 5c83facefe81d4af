// Turns what a page said into observations: words become dates, amounts, countries and rates. Where two
// ways of reading said different things, the more trusted one counts and the disagreement is counted too.
import { MAX_LIST } from '../model/limits.ts';
import { type Observation, parseObservation } from '../model/observation.ts';
import { parseDay, parseTime } from '../statements/dates.ts';
import { parseCount, parseDays, parseRate, parseRating } from '../statements/figures.ts';
import { type Money, parseMoney } from '../statements/money.ts';
import { parseCountry } from '../statements/places.ts';
import { type Countable, countables, type Entry, type Reading, type Sighting, type Value } from './reading.ts';
import type { SiteFacts } from './site.ts';

/** Where and when something was said. */
interface Seen {
  url: string;
  seenAt: string;
  /** What a bare "$" stands for there. */
  dollar?: string | undefined;
}

/** How one field is understood: its meaning, and when two meanings are the same. */
interface Meaning<T> {
  of(value: Value, page: Seen): T | undefined;
  same(a: T, b: T, page: Seen): boolean;
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
  of: (value, { dollar }) => {
    if (typeof value === 'number') return value >= 0 ? { amount: value } : undefined;
    const written = typeof value === 'string' ? parseMoney(value) : undefined;
    const isBare = written && !written.currency && String(value).slice(0, 200).includes('$');
    return isBare && dollar ? { ...written, currency: dollar } : written;
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
const country: Meaning<string> = {
  of: (value) => (typeof value === 'string' ? parseCountry(value) : undefined),
  same: equal,
};
const time: Meaning<string> = {
  of: (value, { seenAt }) =>
    typeof value === 'string' || typeof value === 'number' ? parseTime(value, seenAt) : undefined,
  same: (a, b) => Math.abs(Date.parse(a) - Date.parse(b)) <= 86_400_000,
};
/** Of "Aug 5, 2026 - Aug 21, 2026" the end. */
const ending: Meaning<string> = {
  ...time,
  of: (value, page) => time.of(typeof value === 'string' ? (value.split(/\s[-–—]\s/u).at(-1) ?? value) : value, page),
  // "2 months ago" is any day of half a season.
  same: (a, b, { seenAt }) => {
    const [later, apart] = [Math.max(Date.parse(a), Date.parse(b)), Math.abs(Date.parse(a) - Date.parse(b))];
    return apart <= Math.max(86_400_000, (Date.parse(seenAt) - later) / 2);
  },
};
const day: Meaning<string> = {
  of: (value, { seenAt }) => (typeof value === 'string' ? parseDay(value, seenAt) : undefined),
  same: (a, b) => a.startsWith(b) || b.startsWith(a),
};
const list: Meaning<string[]> = {
  of: (value) => {
    const words = (Array.isArray(value) ? value : [value]).filter(
      (one) => typeof one === 'string' && one.trim() !== '',
    );
    return words.length ? words.slice(0, MAX_LIST) : undefined;
  },
  // Pages show the first few of a list and the rest on request.
  same: (a, b) => (a.length < b.length ? a.every((one) => b.includes(one)) : b.every((one) => a.includes(one))),
};
const address: Meaning<string> = {
  of: (value, { url }) => {
    const parsed = typeof value === 'string' ? URL.parse(value, url) : null;
    return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
  },
  same: equal,
};
/** Things in parts, of which the first named part must be there: a school, an employer. */
const entries = (first: string, ...others: string[]): Meaning<Record<string, string>[]> => ({
  of: (value, page) => {
    if (!Array.isArray(value)) return undefined;
    const all = value.flatMap((one: string | Entry) => {
      const said: Entry = typeof one === 'string' ? { [first]: one } : one;
      const parts: Record<string, string> = { ...periodIn(said.period) };
      for (const part of [first, ...others]) {
        const words = said[part]?.trim();
        if (words) parts[part] = part === 'url' ? (address.of(words, page) ?? '') : words;
      }
      const known = Object.entries(parts).filter(([part, words]) => words && [first, ...others].includes(part));
      return parts[first] ? [Object.fromEntries(known)] : [];
    });
    return all.length ? all.slice(0, MAX_LIST) : undefined;
  },
  same: (a, b) => a.every((one, n) => !b[n] || squeezed(one[first] ?? '') === squeezed(b[n][first] ?? '')),
});
const flag: Meaning<boolean> = { of: (value) => (typeof value === 'boolean' ? value : undefined), same: equal };
const oneOf = <T extends string>(...words: readonly T[]): Meaning<T> => ({
  of: (value) => words.find((word) => word === value),
  same: equal,
});
const role = oneOf('freelancer', 'client');
const number: Meaning<number> = {
  of: (value) =>
    typeof value === 'string' || typeof value === 'number' ? parseMoney(String(value))?.amount : undefined,
  same: near(0.05),
};
/** A rate, written as a percentage or, in a state script, as a number from 0 to 1. */
const rate: Meaning<number> = {
  of: (value) => {
    if (typeof value === 'number') return value >= 0 && value <= 1 ? value : undefined;
    return typeof value === 'string' ? parseRate(value) : undefined;
  },
  same: near(0.01),
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
const outcome = oneOf('open', 'awarded', 'rejected', 'withdrawn');

/** "Aug 2014 - Present" as its two ends; what stands for now has no end. */
function periodIn(said: string | undefined): { from?: string; to?: string } {
  if (!said) return {};
  const [from = '', to = ''] = squeezed(said.slice(0, 200)).split(/\s?[-–—]\s?|\s(?:to|bis|hasta|até|à)\s/u);
  return { ...(from && { from }), ...(to && /\d/.test(to) && { to }) };
}

const employers = entries('employer', 'title', 'from', 'to');
const employment: Meaning<Record<string, string>[]> = {
  ...employers,
  of: (value, page) => {
    if (!Array.isArray(value)) return undefined;
    return employers.of(
      value.map((one: string | Entry) => (typeof one === 'string' ? { employer: one } : withPosition(one))),
      page,
    );
  },
};

/** "Developer | Harbour Cooperative" as its two halves. */
function withPosition(said: Entry): Entry {
  if (!said.position) return said;
  const [title = '', employer] = said.position.slice(0, 600).split(/\s\|\s/);
  return { ...said, ...(employer ? { title, employer } : { employer: title }) };
}

const contacts: Meaning<Record<string, string>[]> = {
  ...entries('type', 'value'),
  of: (value, page) =>
    entries('type', 'value')
      .of(value, page)
      ?.filter((one) => one.value),
};
const addresses: Meaning<string[]> = {
  of: (value, page) => {
    const all = (list.of(value, page) ?? []).map((one) => address.of(one, page)).filter((one) => one !== undefined);
    return all.length ? all : undefined;
  },
  same: list.same,
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
    if (meanings.some((other) => !meaning.same(meanings[0] as T, other, this.#page))) this.disagreed++;
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
 * @param site what is known of the site it is of; nothing is expected of an unknown one
 * @returns observations, each of which passes parseObservation; exactly one of them is the `page`
 *   observation, which says how much was read, and it is the last. Never throws.
 */
export function understand(reading: Reading, site: SiteFacts | undefined): Observation[] {
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
    client: u.take(sighting, 'client', line),
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
  const clocks =
    sighting.said.place?.filter(({ value }) => clock.of(value, { url: '', seenAt: '' }) !== undefined) ?? [];
  const place = clocks.length ? { ...sighting, said: { ...sighting.said, localTime: clocks } } : sighting;
  const placed = u.take(sighting, 'place', country);
  // A line with nothing but the time there is understood as well.
  if (clocks.length) u.understood.add('profile.place');
  const location = {
    city: u.take(sighting, 'city', line),
    country: u.take(sighting, 'country', country) ?? placed,
    timezone: u.take(sighting, 'timezone', line),
  };
  return {
    kind: 'profile',
    role: u.take(sighting, 'role', role) ?? 'freelancer',
    account: sighting.ids.account,
    name: u.take(sighting, 'name', name),
    headline: u.take(sighting, 'headline', line),
    about: u.take(sighting, 'about', text),
    ...((location.city || location.country || location.timezone) && { location }),
    localTime: u.take(place, 'localTime', clock),
    memberSince: u.take(sighting, 'memberSince', day),
    ...(hourly?.currency && hourly.amount > 0 && { hourlyRate: { amount: hourly.amount, currency: hourly.currency } }),
    skills: u.take(sighting, 'skills', list),
    avatar: u.take(sighting, 'avatar', address),
    verified: u.take(sighting, 'verified', list),
    languages: u.take(sighting, 'languages', list),
    education: u.take(sighting, 'education', entries('school', 'degree', 'from', 'to')),
    employment: u.take(sighting, 'employment', employment),
    portfolio: u.take(sighting, 'portfolio', entries('title', 'url', 'text')),
    links: u.take(sighting, 'links', addresses),
    contacts: u.take(sighting, 'contacts', contacts),
    closed: u.take(sighting, 'closed', flag),
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
    acceptRate: u.take(sighting, 'acceptRate', rate),
    jobSuccess: u.take(sighting, 'jobSuccess', rate),
  };
  const figures = {
    jobsCompleted: u.take(sighting, 'jobsCompleted', count),
    earnings: u.take(sighting, 'earnings', number),
    bidsPlaced: u.take(sighting, 'bidsPlaced', count),
    bidsWon: u.take(sighting, 'bidsWon', count),
    responseHours: u.take(sighting, 'responseHours', number),
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
    fromRole: u.take(sighting, 'fromRole', role) ?? 'client',
    to: sighting.ids.to,
    rating: u.take(sighting, 'rating', rating),
    text: u.take(sighting, 'text', text),
    at: u.take(sighting, 'at', ending),
    project: u.take(sighting, 'project', line),
  };
}

function message(sighting: Sighting, u: Understanding) {
  return {
    kind: 'message',
    thread: sighting.ids.thread,
    account: sighting.ids.account,
    mine: u.take(sighting, 'mine', flag) ?? false,
    text: u.take(sighting, 'text', text),
    sentAt: u.take(withDay(sighting), 'sentAt', time),
  };
}

/** A bare time of day is of the day that the page wrote above it. */
function withDay(sighting: Sighting): Sighting {
  const { sentAt, day: days } = sighting.said;
  const above = days?.[0]?.value;
  if (typeof above !== 'string') return sighting;
  const whole = (sentAt ?? days ?? []).map(({ by, value }) => ({
    by,
    value: sentAt && typeof value === 'string' && /^\d{1,2}[:.]\d{2}/.test(value) ? `${above} ${value}` : value,
  }));
  return { ...sighting, said: { ...sighting.said, sentAt: whole } };
}

/** What each kind of page is about, in the word that counts it. */
const about: Readonly<Record<Reading['page'], Countable>> = {
  project: 'bids',
  bids: 'bids',
  profile: 'reviews',
  reviews: 'reviews',
  messages: 'messages',
  search: 'profiles',
};
const kindOf = { bids: 'bid', profiles: 'profile', reviews: 'review', messages: 'message' } as const;

/** How much of the page was read: the counts, and which of the fields that should be there were found nowhere. */
function howMuch(
  reading: Reading,
  observations: readonly Observation[],
  u: Understanding,
  site: SiteFacts | undefined,
) {
  const tally = (what: Countable) => observations.filter((one) => one.kind === kindOf[what]).length;
  const main = about[reading.page];
  const counted: Countable[] =
    main === 'profiles' ? ['profiles'] : countables.filter((one) => one === main || one === 'profiles');
  const found = Object.fromEntries(counted.map((one) => [one, tally(one)])) as Partial<Record<Countable, number>>;
  const own = reading.page === 'profile' ? observations.find((one) => one.kind === 'profile') : undefined;
  const reviewsThere = own?.kind === 'profile' ? own.stats?.reviewCount : undefined;
  const of = { ...reading.of, ...(reviewsThere !== undefined && { reviews: reviewsThere }) };
  const mainFound = found[main] ?? 0;

  const missing = new Set<string>();
  const listed = { 'bid.': tally('bids'), 'review.': tally('reviews'), 'message.': tally('messages') };
  for (const field of site?.expects[reading.page] ?? []) {
    const [, count = 1] = Object.entries(listed).find(([prefix]) => field.startsWith(prefix)) ?? [];
    if (count > 0 && !u.understood.has(field)) missing.add(field);
  }
  // A name that is only a login is passed over on purpose; a day is part of a message's time.
  for (const field of u.said) if (!u.understood.has(field) && field !== 'profile.name') missing.add(field);
  const isProfile = reading.page === 'profile';
  if (mainFound === 0 && (isProfile ? (of.reviews ?? 0) > 0 : of[main] !== 0)) missing.add(main);

  const hasProfile = [...u.understood].some((field) => field.startsWith('profile.'));
  const hasProject = u.understood.has('project.text') && main === 'bids';
  const isUnderstood = isProfile ? hasProfile : mainFound > 0 || of[main] === 0 || hasProject;
  const isAll = mainFound >= (of[main] ?? 0);
  const isProven = !site?.unproven?.includes(reading.page);
  return {
    read: !isUnderstood ? 'not' : isAll && isProven && missing.size === 0 ? 'whole' : 'part',
    ...(missing.size > 0 && { missing: [...missing] }),
    found,
    ...(Object.keys(of).length > 0 && { of }),
    ...(u.disagreed > 0 && { disagreed: u.disagreed }),
  };
}
