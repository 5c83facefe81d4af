// Turns what a page said into observations: words become dates, amounts, countries and rates. Where two
// ways of reading said different things, the more trusted one counts and the disagreement is counted too.
import { collapseSpaces } from '../model/beginning.ts';
import { catalogue } from '../model/fields.ts';
import { MAX_LIST } from '../model/limits.ts';
import { type Bid, type Observation, parseObservation } from '../model/observation.ts';
import type { Time } from '../model/time.ts';
import { trimEndOf } from '../model/trim.ts';
import type { ValueKind } from '../model/values.ts';
import * as values from '../model/values.ts';
import { parseCity } from '../statements/cities.ts';
import { parseEnd, parseWhen } from '../statements/dates.ts';
import { parseCount, parseDays, parseRate, parseRating } from '../statements/figures.ts';
import { isBareDollar, type Money, parseMoney } from '../statements/money.ts';
import { parseName } from '../statements/names.ts';
import { parseCountry } from '../statements/places.ts';
import { hasMoney, isTerms } from './field-patterns.ts';
import { type HeuristicSite, withHeuristics } from './heuristics.ts';
import {
  type Countable,
  countables,
  countedOn,
  type Entry,
  type Reading,
  type Sighting,
  type Value,
} from './reading.ts';
import { withoutHeading } from './sections.ts';
import type { SiteFacts } from './site.ts';

/** Where and when something was said. */
interface Seen {
  url: string;
  seenAt: string;
  /** What a bare "$" stands for there. */
  dollar?: string | undefined;
}

/** How one field is understood: what words of a page mean by it, and how two such meanings compare. */
interface Meaning<T> extends Pick<ValueKind<T>, 'same' | 'merge'> {
  of(value: Value, page: Seen): T | undefined;
}

const text: Meaning<string> = { ...values.text, of: (value) => (typeof value === 'string' ? value : undefined) };
/** What stands in a part of a page with a heading of its own. */
const described: Meaning<string> = {
  ...text,
  of: (value) => {
    const own = typeof value === 'string' ? withoutHeading(value) : undefined;
    // A price or a time as a whole is nobody's description.
    return own !== undefined && isTerms(own) ? undefined : own;
  },
};
const line: Meaning<string> = {
  ...values.text,
  of: (value) => (typeof value === 'string' ? collapseSpaces(value) : undefined),
};
/** A town and nothing else. */
const town: Meaning<string> = {
  ...line,
  of: (value, page) => {
    const said = line.of(value, page);
    return said !== undefined && (hasMoney(said) || isTerms(said)) ? undefined : said;
  },
};
const money: Meaning<Money> = {
  ...(values.price as ValueKind<Money>),
  of: (value, { dollar }) => {
    if (typeof value === 'number') return value >= 0 ? { amount: value } : undefined;
    const written = typeof value === 'string' ? parseMoney(value) : undefined;
    const isBare = written && !written.currency && isBareDollar(String(value));
    return isBare && dollar ? { ...written, currency: dollar } : written;
  },
};
const days: Meaning<number> = {
  ...values.exact<number>(),
  of: (value) => (typeof value === 'string' || typeof value === 'number' ? parseDays(value) : undefined),
};
const count: Meaning<number> = {
  ...values.count,
  of: (value) => (typeof value === 'string' || typeof value === 'number' ? parseCount(value) : undefined),
};
const rating: Meaning<{ value: number; outOf: number }> = {
  ...values.rating,
  of: (value) => (typeof value === 'string' || typeof value === 'number' ? parseRating(value) : undefined),
};
const country: Meaning<string> = {
  ...values.exact<string>(),
  of: (value) => (typeof value === 'string' ? parseCountry(value) : undefined),
};
const time: Meaning<Time> = {
  ...values.time,
  of: (value, { seenAt }) =>
    typeof value === 'string' || typeof value === 'number' ? parseWhen(value, seenAt) : undefined,
};
/** Of "Aug 5, 2026 - Aug 21, 2026" the end. */
const ending: Meaning<Time> = {
  ...time,
  of: (value, page) => time.of(typeof value === 'string' ? (value.split(/\s[-–—]\s/u).at(-1) ?? value) : value, page),
};
const list: Meaning<string[]> = {
  ...values.list,
  of: (value) => {
    // A label may have stood before what is the same for all: "Phone number: verified".
    const words = (Array.isArray(value) ? value : [value]).flatMap((one) =>
      typeof one === 'string' && one.trim() !== '' ? trimEndOf(one.trim(), ' :') : [],
    );
    return words.length ? words.slice(0, MAX_LIST) : undefined;
  },
};
/** What somebody can do: no line of terms, and none that a price or a time was run into. */
const skills: Meaning<string[]> = {
  ...list,
  of: (value, page) => {
    const all = list.of(value, page)?.filter((one) => !hasMoney(one) && !isTerms(one));
    return all?.length ? all : undefined;
  },
};
const address: Meaning<string> = {
  ...values.exact<string>(),
  of: (value, { url }) => {
    const parsed = typeof value === 'string' ? URL.parse(value, url) : null;
    return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
  },
};
/** Things in parts, such as schools, of which the first named part must be there; they compare as this field. */
const entries = <T extends object>(
  kind: ValueKind<T[]>,
  first: keyof T & string,
  ...others: (keyof T & string)[]
): Meaning<T[]> => ({
  same: kind.same,
  merge: kind.merge,
  of: (value, page) => {
    if (!Array.isArray(value)) return undefined;
    const all = value.flatMap((one: string | Entry) => {
      const said: Entry = typeof one === 'string' ? { [first]: one } : one;
      const parts: Record<string, string> = { ...periodIn(said.period) };
      for (const part of [first, ...others]) {
        const words = said[part]?.trim();
        if (words) parts[part] = part === 'url' ? (address.of(words, page) ?? '') : words;
      }
      if (parts.from) parts.from = parseWhen(parts.from, page.seenAt) ?? parts.from;
      if (parts.to) parts.to = parseEnd(parts.to, page.seenAt) ?? parts.to;
      const known = Object.entries(parts).filter(
        ([part, words]) => words && [first, ...others].includes(part as never),
      );
      return parts[first] ? [Object.fromEntries(known) as T] : [];
    });
    return all.length ? all.slice(0, MAX_LIST) : undefined;
  },
});
const flag: Meaning<boolean> = {
  ...values.exact<boolean>(),
  of: (value) => (typeof value === 'boolean' ? value : undefined),
};
const oneOf = <T extends string>(...words: readonly T[]): Meaning<T> => ({
  ...values.exact<T>(),
  of: (value) => words.find((word) => word === value),
});
const role = oneOf('freelancer', 'client');
const number: Meaning<number> = {
  ...values.count,
  of: (value) =>
    typeof value === 'string' || typeof value === 'number' ? parseMoney(String(value))?.amount : undefined,
};
/** How long something takes, in hours: "1 day" is 24, and a bare number counts hours. */
const hours: Meaning<number> = {
  ...number,
  of: (value, page) => {
    const figure = number.of(value, page);
    if (figure === undefined || typeof value !== 'string') return figure;
    if (/\d\s?min/i.test(value)) return Math.round((figure / 60) * 100) / 100;
    const inDays = parseDays(value);
    return inDays !== undefined && inDays >= 1 && /\p{L}/u.test(value) ? Math.round(inDays * 24) : figure;
  },
};
/** A rate, written as a percentage or, in a state script, as a number from 0 to 1. */
const rate: Meaning<number> = {
  ...values.rate,
  of: (value) => {
    if (typeof value === 'number') return value >= 0 && value <= 1 ? value : undefined;
    return typeof value === 'string' ? parseRate(value) : undefined;
  },
};
/**
 * A display name: "@login" is the account's id written as one, not a name. A longer one is not filled up from: the
 * card heuristics may take a badge beside the name for a part of it.
 */
const name: Meaning<string> = {
  ...values.word,
  of: (value) => (typeof value === 'string' && !value.trim().startsWith('@') ? parseName(value) : undefined),
};
/** "United States (2:34 PM)": a place and the time there. */
const clock: Meaning<string> = {
  ...values.word,
  of: (value) =>
    typeof value === 'string' ? /\b\d{1,2}:\d{2}\s?(?:[ap]\.?m\b\.?)?/i.exec(value)?.[0].trim() : undefined,
};
const status: Meaning<string> = { ...line, ...values.word };
const outcome = oneOf('open', 'awarded', 'rejected', 'withdrawn');

/** "Aug 2014 - Present" as its two ends; what stands for now has no end. */
function periodIn(said: string | undefined): { from?: string; to?: string } {
  if (!said) return {};
  const [from = '', to = ''] = collapseSpaces(said.slice(0, 200)).split(/\s?[-–—]\s?|\s(?:to|bis|hasta|até|à)\s/u);
  return { ...(from && { from }), ...(to && /\d/.test(to) && { to }) };
}

const { profile: fields } = catalogue;
const employers = entries(fields.employment, 'employer', 'title', 'from', 'to');
const employment: typeof employers = {
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

const typed = entries(fields.contacts, 'type', 'value');
const contacts: typeof typed = {
  ...typed,
  of: (value, page) => typed.of(value, page)?.filter((one) => one.value),
};
const addresses: Meaning<string[]> = {
  ...list,
  of: (value, page) => {
    const all = (list.of(value, page) ?? []).map((one) => address.of(one, page)).filter((one) => one !== undefined);
    return all.length ? all : undefined;
  },
};

/** Characters; shorter words that end so are somebody's own. */
const MIN_CUT_OFF = 40;

/** True for a text that ends in an ellipsis, which is how pages end what they do not show whole. */
const isCutOff = (value: unknown) => typeof value === 'string' && value.length >= MIN_CUT_OFF && value.endsWith('…');

/** Understands one page's fields and keeps account of what was said, understood and disputed. */
class Understanding {
  readonly #page: Seen;
  readonly said = new Set<string>();
  readonly understood = new Set<string>();
  /** Long texts that end where the page cut them off. */
  readonly cut = new Set<string>();
  disagreed = 0;

  constructor(page: Seen) {
    this.#page = page;
  }

  /** What a field is understood to say: the most trusted statement, filled up with what others say more of the same. */
  take<T extends {}>(sighting: Sighting, field: string, meaning: Meaning<T>): T | undefined {
    const statements = sighting.said[field] ?? [];
    const key = `${sighting.kind}.${field}`;
    if (statements.length) this.said.add(key);
    const meanings = statements.map(({ value }) => meaning.of(value, this.#page)).filter((one) => one !== undefined);
    const [first, ...others] = meanings;
    if (first === undefined) return undefined;
    this.understood.add(key);
    if (others.some((other) => !meaning.same(first, other))) this.disagreed++;
    const taken = others.reduce((all, other) => (meaning.same(all, other) ? meaning.merge(all, other) : all), first);
    if (isCutOff(taken)) this.cut.add(key);
    return taken;
  }
}

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
  const words = u.take(sighting, 'text', sighting.kind === 'project' ? described : text);
  return { text: words, ...(isCutOff(words) && { textIs: 'part' }) };
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
    ...wording(sighting, u),
    client: u.take(sighting, 'client', line),
    postedAt: u.take(sighting, 'postedAt', time),
    bidCount: u.take(sighting, 'bidCount', count),
    skills: u.take(sighting, 'skills', skills),
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
    ...wording(sighting, u),
    amount: offer?.amount,
    currency: offer?.currency,
    days: u.take(sighting, 'days', days),
    submittedAt: u.take(sighting, 'submittedAt', time),
    outcome: u.take(sighting, 'outcome', outcome),
  };
}

/** The town of a line that names a country after it. */
const cityIn = ({ said: { place, country: named } }: Sighting) =>
  [...(place ?? []), ...(named ?? [])]
    .map(({ value }) => (typeof value === 'string' ? parseCity(value) : undefined))
    .find((town) => town !== undefined);

function profile(sighting: Sighting, u: Understanding) {
  const hourly = u.take(sighting, 'hourlyRate', money);
  const clocks =
    sighting.said.place?.filter(({ value }) => clock.of(value, { url: '', seenAt: '' }) !== undefined) ?? [];
  const place = clocks.length ? { ...sighting, said: { ...sighting.said, localTime: clocks } } : sighting;
  const placed = u.take(sighting, 'place', country);
  // A line with nothing but the time there is understood as well.
  if (clocks.length) u.understood.add('profile.place');
  const location = {
    city: u.take(sighting, 'city', town) ?? cityIn(sighting),
    country: u.take(sighting, 'country', country) ?? placed,
    timezone: u.take(sighting, 'timezone', line),
  };
  return {
    kind: 'profile',
    role: u.take(sighting, 'role', role) ?? 'freelancer',
    account: sighting.ids.account,
    name: u.take(sighting, 'name', name),
    headline: u.take(sighting, 'headline', line),
    about: u.take(sighting, 'about', described),
    ...((location.city || location.country || location.timezone) && { location }),
    localTime: u.take(place, 'localTime', clock),
    memberSince: u.take(sighting, 'memberSince', time),
    activeSince: u.take(sighting, 'activeSince', time),
    ...(hourly?.currency && hourly.amount > 0 && { hourlyRate: { amount: hourly.amount, currency: hourly.currency } }),
    skills: u.take(sighting, 'skills', skills),
    avatar: u.take(sighting, 'avatar', address),
    verified: u.take(sighting, 'verified', list),
    languages: u.take(sighting, 'languages', list),
    education: u.take(sighting, 'education', entries(fields.education, 'school', 'degree', 'from', 'to')),
    employment: u.take(sighting, 'employment', employment),
    portfolio: u.take(sighting, 'portfolio', entries(fields.portfolio, 'title', 'url', 'text')),
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
    responseHours: u.take(sighting, 'responseHours', hours),
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

const kindOf = { bids: 'bid', profiles: 'profile', reviews: 'review', messages: 'message' } as const;

/** True for a bid of which nothing was read but whose it is. */
const isBare = ({ text, amount, days }: Bid): boolean =>
  text === undefined && amount === undefined && days === undefined;

/** How much of the page was read: the counts, and which of the fields that should be there were found nowhere. */
function howMuch(
  reading: Reading,
  observations: readonly Observation[],
  u: Understanding,
  site: SiteFacts | undefined,
) {
  const tally = (what: Countable) => observations.filter((one) => one.kind === kindOf[what]).length;
  const main = countedOn[reading.page];
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
    // Where nobody has bid yet, nobody's name is missing.
    if (main === 'bids' && of.bids === 0 && field.startsWith('profile.')) continue;
    const [, count = 1] = Object.entries(listed).find(([prefix]) => field.startsWith(prefix)) ?? [];
    // A country is as good as the line it stands in.
    const isThere = u.understood.has(field) || (field === 'profile.place' && u.understood.has('profile.country'));
    if (count > 0 && !isThere) missing.add(field);
  }
  // A name that is only a login is passed over on purpose; a day is part of a message's time.
  for (const field of u.said) if (!u.understood.has(field) && field !== 'profile.name') missing.add(field);
  for (const field of reading.cut ?? []) missing.add(field === 'rows' ? main : field);
  for (const field of u.cut) missing.add(field);
  // Of a page that ends inside a card there is a person left who says nothing, or of whom nothing is said, where of the others it is.
  const persons = new Set(observations.flatMap((one) => (one.kind === 'profile' ? [one.account] : [])));
  const bids = observations.flatMap((one) => (one.kind === 'bid' ? [isBare(one) || !persons.has(one.account)] : []));
  if (main === 'bids' && bids.includes(true) && bids.includes(false)) missing.add(main);
  const isProfile = reading.page === 'profile';
  if (mainFound === 0 && (isProfile ? (of.reviews ?? 0) > 0 : of[main] !== 0)) missing.add(main);

  const hasProfile = [...u.understood].some((field) => field.startsWith('profile.'));
  const hasProject = u.understood.has('project.text') && main === 'bids';
  const isUnderstood = isProfile ? hasProfile : mainFound > 0 || of[main] === 0 || hasProject;
  const isAll = mainFound >= (of[main] ?? 0);
  // Where the page counts them itself and as many were read, the list is whole whatever it is built of.
  const isProven = (!isProfile && of[main] !== undefined) || !site?.unproven?.includes(reading.page);
  return {
    read: !isUnderstood ? 'not' : isAll && isProven && missing.size === 0 ? 'whole' : 'part',
    ...(missing.size > 0 && { missing: [...missing] }),
    found,
    ...(Object.keys(of).length > 0 && { of }),
    ...(u.disagreed > 0 && { disagreed: u.disagreed }),
  };
}
