// What a client who tries Hireflag has seen in the year before: profiles, bids on earlier projects, ratings, a thread.
// Some red flags look at months of it, which no single page shows. All of it is invented, and the same each time.
import type { AccountKey } from '../../lib/model/account.ts';
import type { Bid, Observation, Profile } from '../../lib/model/observation.ts';
import { countries } from './countries.ts';
import { lastWords, loggedPeople } from './logs.ts';
import { people } from './people.ts';
import { historyPlanted as planted } from './truth.ts';
import type { Person } from './types.ts';

const site = 'freelancer';
const DAY = 86_400_000;
const HOUR = 3_600_000;
const SEEN_AT = '2026-09-20T10:00:00Z';
const TODAY = `${new Date().toISOString().slice(0, 10)}T00:00:00Z`;
const START = Date.parse('2026-01-05T00:00:00Z');
const range = (n: number) => Array.from({ length: n }, (_, i) => i);
const moment = (time: number) => new Date(Math.round(time / 1_000) * 1_000).toISOString().replace('.000Z', 'Z');
/** A fraction of 1 that looks like chance and is the same each time. */
const part = (n: number) => (((n * 2_654_435_761) >>> 0) % 10_007) / 10_007;

/** Whose profile was never opened; their bid is sealed. Of them too little was seen. */
const unopened = 'quiet-pier';

/** Accounts that the user says are one person's. */
export const samePeople: readonly (readonly [AccountKey, AccountKey])[] = [
  ...planted['conflicting-profiles'].map((handle) => [`${site}:${handle}`, `upwork:${handle}`] as const),
  ...loggedPeople,
];

/** Everything that was seen before the practice pages. */
export function seenBefore(): Observation[] {
  return [
    ...people.filter(({ handle }) => handle !== unopened).map(profileOf),
    ...range(EARLIER).map(neighbour),
    ...earlierProjects(),
    ...ratings(),
    ...planted['changed-identity'].flatMap(before),
    ...planted['conflicting-claims'].flatMap(claims),
    ...planted['conflicting-profiles'].map(elsewhere),
    ...planted['hours-mismatch'].flatMap(nights),
    ...lastWords(),
  ];
}

/** What most people tell of themselves; each their own. */
function told(n: number): Partial<Profile> {
  const quays = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Hazel', 'Juniper', 'Larch', 'Maple'];
  const name = `${quays[n % 10]} ${quays[Math.floor(n / 10) % 10]} ${n}`;
  return {
    employment: [{ employer: `${name} Works`, from: `${2012 + (n % 5)}`, to: `${2018 + (n % 4)}` }],
    education: [{ school: `${name} College`, from: `${2006 + (n % 6)}`, to: `${2010 + (n % 6)}` }],
    portfolio: [{ title: `The ${name} order book, ${n} pages` }],
    languages: ['English'],
  };
}

function profileOf(person: Person, n: number): Profile {
  const { handle, name, headline, about, skills, country, joined, stats, reviewCount, rating } = person;
  const isThin = planted['thin-profile'].some((one) => one === handle);
  const [jobs, onBudget, onTime, again] = stats ?? [];
  const rates = { completionRate: jobs, onBudget, onTime, rehireRate: again };
  return {
    kind: 'profile',
    site,
    // Of who joined since then the profile was opened today.
    seenAt: joined > SEEN_AT ? TODAY : SEEN_AT,
    account: handle,
    role: 'freelancer',
    name,
    headline,
    ...(about !== '' && { about }),
    ...(skills.length > 0 && { skills }),
    location: { country: country.toUpperCase(), timezone: countries[country]?.timezone ?? 'UTC' },
    memberSince: joined,
    stats: {
      reviewCount,
      rating,
      ...Object.fromEntries(
        Object.entries(rates).flatMap(([rate, of]) => (of === undefined ? [] : [[rate, of / 100]])),
      ),
    },
    ...(isThin ? {} : told(n)),
  };
}

/** So many others bid on the earlier projects. */
const EARLIER = 360;

/** Somebody who bid on the client's earlier projects and on none of the practice pages. */
function neighbour(n: number): Profile {
  const words = ['meadow', 'gravel', 'lantern', 'saddle', 'copper', 'pebble', 'thimble', 'barley', 'anchor', 'willow'];
  return {
    kind: 'profile',
    site,
    seenAt: SEEN_AT,
    account: `earlier-${n}`,
    role: 'freelancer',
    name: `${words[n % 10]} ${n}`,
    headline: `Work on ${words[(n * 3) % 10]} and ${words[(n * 7 + 1) % 10]}`,
    about: `Number ${n} here. I make small ${words[(n * 3) % 10]} tools for ${words[(n * 7 + 1) % 10]} shops, in the ${n}th street of a town with a ${words[n % 10]} market.`,
    skills: ['PHP', 'SQL', words[n % 10] as string],
    memberSince: `${2012 + (n % 13)}-0${1 + (n % 9)}`,
    stats: { reviewCount: 6 + (n % 40), onTime: 0.9 + (n % 10) / 100, completionRate: 0.9 + ((n * 3) % 10) / 100 },
    ...told(100 + n),
  };
}

/** 110 projects of the year, on which some bid every time within minutes and never won. */
function earlierProjects(): Observation[] {
  const fields = ['gardens', 'boats', 'choirs', 'tax forms', 'bees', 'ovens', 'maps', 'bicycles', 'kilns', 'ferries'];
  return range(110).flatMap((n): Observation[] => {
    const posted = START + n * 2.3 * DAY + 9 * HOUR;
    const project = `earlier-${n}`;
    const seenAt = moment(posted + 9 * DAY);
    const skills = [`${fields[n % 10]} ${Math.floor(n / 10)}`, `${fields[(n * 3 + 1) % 10]}`];
    const bid = (account: string, minutes: number, outcome: 'awarded' | 'rejected'): Bid => ({
      kind: 'bid',
      site,
      seenAt,
      project,
      account,
      submittedAt: moment(posted + minutes * 60_000),
      outcome,
    });
    return [
      { kind: 'project', site, seenAt, project, title: `A site about ${skills[0]}`, skills, postedAt: moment(posted) },
      ...planted['mass-bidding'].map((account, i) => bid(account, 2 + i + Math.floor(part(n + i) * 4), 'rejected')),
      ...range(4).map((i) =>
        bid(
          `earlier-${(n * 7 + i * 37) % EARLIER}`,
          60 + Math.floor(part(n * 7 + i) * 3_000),
          i === n % 4 ? 'awarded' : 'rejected',
        ),
      ),
    ];
  });
}

/** Ratings as they are given anywhere, and some that go round in a small group within days. */
function ratings(): Observation[] {
  const rating = (from: string, to: string, at: number, value: number): Observation => ({
    kind: 'review',
    site,
    seenAt: SEEN_AT,
    from,
    fromRole: 'client',
    to,
    rating: { value, outOf: 5 },
    at: moment(at).slice(0, 10),
  });
  const ringed = planted['rating-ring'];
  return [
    ...range(420).map((i) =>
      rating(
        `client-${i % 310}`,
        `earlier-${(i * 7) % EARLIER}`,
        START + part(i) * 240 * DAY,
        part(i + 9) < 0.8 ? 5 : 4,
      ),
    ),
    ...range(4).flatMap((c) => ringed.map((to, i) => rating(`patron-${c}`, to, START + (200 + c + i) * DAY, 5))),
  ];
}

/** Half a year earlier: another name, other schools and another address to write to. */
function before(handle: string, n: number): Profile[] {
  const name = ['Marek Dudek', 'Inés Vidal', 'Owen Pryce'][n % 3] as string;
  return [
    {
      kind: 'profile',
      site,
      seenAt: '2026-03-02T10:00:00Z',
      account: handle,
      role: 'freelancer',
      name,
      education: [
        { school: `Hill Academy ${n}`, from: '1999', to: '2003' },
        { school: `Moor Institute ${n}`, from: '2003', to: '2005' },
      ],
    },
  ];
}

/** Nine years of a thing in spring, three in summer. */
function claims(handle: string, n: number): Bid[] {
  const thing = ['Linux', 'Python'][n % 2];
  const bid = (project: string, at: string, text: string): Bid => ({
    kind: 'bid',
    site,
    seenAt: at,
    project,
    account: handle,
    text,
    submittedAt: at,
  });
  return [
    bid(
      'earlier-20',
      '2026-03-10T10:00:00Z',
      `I have 9 years of experience with ${thing}. Your servers would be in calm hands.`,
    ),
    bid(
      'earlier-90',
      '2026-07-10T10:00:00Z',
      `I have worked with ${thing} for 3 years. Happy to look after the machines.`,
    ),
  ];
}

/** On another marketplace, under another name and with other schools in the same years. */
function elsewhere(handle: string, n: number): Profile {
  return {
    kind: 'profile',
    site: 'upwork',
    seenAt: SEEN_AT,
    account: handle,
    role: 'freelancer',
    name: ['Tomás Leiva', 'Anneke Dorst'][n % 2] as string,
    education: [{ school: 'Fen Polytechnic', from: '2006', to: '2015' }],
  };
}

/** Bids of forty days that come by night where the profile says to live. */
function nights(handle: string, n: number): Bid[] {
  const country = people.find((one) => one.handle === handle)?.country ?? '';
  const zone = countries[country]?.timezone ?? 'UTC';
  return range(110).map((i) => {
    const day = START + (100 + Math.floor(i / 2) * 1.3) * DAY;
    const local = Math.floor(day / DAY) * DAY + (22.5 + part(i * 3 + n) * 8.5) * HOUR;
    return {
      kind: 'bid',
      site,
      seenAt: SEEN_AT,
      project: `night-${n}-${i}`,
      account: handle,
      submittedAt: moment(local - offsetOf(zone, local)),
    };
  });
}

/** Of each zone what writes its clock: to make one takes longer than to use it two hundred times. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** How far a zone's clock is ahead of UTC, milliseconds. */
function offsetOf(timeZone: string, at: number): number {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' });
  clocks.set(timeZone, clock);
  return Date.parse(`${clock.format(at).replace(', ', 'T')}Z`) - Math.floor(at / 1_000) * 1_000;
}
