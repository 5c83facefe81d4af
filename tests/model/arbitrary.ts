// Values and observations for property tests, the latter as the border lets them through: few people and projects, seen again and again as pages show them,
// with texts cut, names shortened, lists cut and shuffled, figures rounded, times coarse, and contradictions.
import fc from 'fast-check';
import {
  type Bid,
  type Message,
  type Observation,
  type Page,
  type Profile,
  type Project,
  parseObservation,
  type Review,
} from '../../lib/model/observation.ts';

const texts = [
  'I would begin with the appointment screen, because that is where your patients give up today, and end with the desk.',
  'I would begin with the appointment screen, because that is where your patients give up today, and test it on paper.',
  'I would begin with the appointment screen, and do this and more',
  'Short and plain.',
  'Short',
  'ΟΔΥΣΣΕΥΣ ΑΣ İstanbul ΣΑΣ, whose letters have more than one small form, and forty of them at least.',
];
const marks = ['', '', '…', '...', ' … more', '… Read more', ' more', ' '];

/** A text as a page may show it: whole or cut, marked or not, with white space of its own. */
export const text: fc.Arbitrary<string> = fc
  .record({
    base: fc.constantFrom(...texts),
    length: fc.oneof(fc.constant(1_000), fc.integer({ min: 1, max: 110 })),
    mark: fc.constantFrom(...marks),
    space: fc.constantFrom(' ', '  ', '\n'),
    odd: fc.oneof({ weight: 9, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
  })
  .map(({ base, length, mark, space, odd }) => base.slice(0, length).replaceAll(' ', space) + odd + mark)
  .map((one) => one.toWellFormed())
  .filter((one) => one !== '');

export const personName: fc.Arbitrary<string> = fc.constantFrom(
  'Ada Lovelace',
  'ada lovelace',
  'Ada  Lovelace ',
  'Ada L.',
  'Ada L',
  'A. Lovelace',
  'Ada',
  'Ada M. Lovelace',
  'Ada Lopez',
  'Ada Lo…',
  'Σοφια Σ.',
  'Σοφια ΣΑΣ',
  'İpek İ.',
  'İpek İnan',
  'Grace Hopper',
  '...',
);

const words = fc.constantFrom('PHP', 'php', 'React', 'Design ', 'Logo  design', 'Copywriting', 'Go', '…');
export const list: fc.Arbitrary<string[]> = fc.oneof(
  fc.array(words, { minLength: 1, maxLength: 6 }),
  fc.integer({ min: 1, max: 5 }).map((n) => ['PHP', 'React', 'Go', 'Design', 'Copywriting'].slice(0, n)),
);

/** Times of every width, many of which hold or touch each other. */
export const time: fc.Arbitrary<string> = fc.constantFrom(
  '2026',
  '2025',
  '2026-03',
  '2026-04',
  '2026-02/2026-03',
  '2026-03/2026-04',
  '2026-01/2026-06',
  '2026-03-01',
  '2026-03-02',
  '2026-03-20',
  '2026-04-10',
  '2026-03-01/2026-03-10',
  '2026-03-09/2026-04-01',
  '2026-03-01T10:00:00Z',
  '2026-03-01T10:00:00.500Z',
  '2026-03-20T23:59:59Z',
  '2026-05-01T07:00:00.250Z',
);

export const count: fc.Arbitrary<number> = fc.constantFrom(
  0,
  1,
  7,
  950,
  1_000,
  1_150,
  1_200,
  1_204,
  1_250,
  12_000,
  12_300,
);
export const sum: fc.Arbitrary<number> = fc.constantFrom(
  0,
  0.4,
  0.6,
  1,
  9.5,
  10,
  250,
  250.4,
  250.6,
  251,
  300,
  1e21,
  1.5e-7,
);
export const rate: fc.Arbitrary<number> = fc.constantFrom(0, 0.5, 0.97, 0.975, 1);
export const word: fc.Arbitrary<string> = fc.constantFrom('open', 'Open', 'closed ', 'Lisbon', 'Porto');
const currency = fc.constantFrom('EUR', 'USD');
const country = fc.constantFrom('PT', 'BR');
const city = fc.constantFrom('Porto', 'porto', 'Lisbon');
const zone = fc.constantFrom('Europe/Lisbon', 'America/Bahia');

const some = <T extends object>(arbitraries: { [P in keyof T]: fc.Arbitrary<T[P]> }, required: (keyof T)[] = []) =>
  fc.record(arbitraries as never, { requiredKeys: required as never }) as unknown as fc.Arbitrary<Partial<T>>;
const filled = (value: object) => Object.keys(value).length > 0;
const entries = <T extends object>(arbitraries: { [P in keyof T]: fc.Arbitrary<T[P]> }, ...names: (keyof T)[]) =>
  fc.array(some(arbitraries, names), { minLength: 1, maxLength: 4 });

const stats = {
  jobsCompleted: count,
  completionRate: rate,
  onTime: rate,
  onBudget: rate,
  rehireRate: rate,
  jobSuccess: rate,
  acceptRate: rate,
  reviewCount: count,
  rating: fc.constantFrom(4.8, 4.9, 5),
  earnings: count,
  bidsPlaced: count,
  bidsWon: count,
  responseHours: count,
};
const url = fc.constantFrom('https://www.freelancer.com/u/ada', 'https://www.freelancer.com/projects/php/x-1?ref=2');
const account = fc.constantFrom('ada', 'ben');
const project = fc.constantFrom('1', '2');
const extent = fc.constantFrom('whole' as const, 'part' as const);
const role = fc.constantFrom('freelancer' as const, 'client' as const);

/** What may stand in each field of each kind. */
export const values = {
  project: {
    project,
    url,
    title: text,
    text,
    textIs: extent,
    client: account,
    postedAt: time,
    bidCount: count,
    bidCountRange: fc.constantFrom({ min: 5, max: 10 }, { max: 4 }, { min: 50 }),
    budget: some({ currency, min: sum, max: sum }, ['currency']),
    skills: list,
    status: word,
  },
  bid: {
    project,
    account,
    url,
    text,
    textIs: extent,
    amount: sum,
    currency,
    days: count,
    submittedAt: time,
    outcome: fc.constantFrom('open', 'awarded', 'rejected'),
  },
  profile: {
    account,
    role,
    url,
    name: personName,
    headline: text,
    about: text,
    location: some({ city, country, timezone: zone }).filter(filled),
    localTime: fc.constantFrom('6:12 PM', '9:40 AM'),
    memberSince: time,
    activeSince: time,
    hourlyRate: fc.record({ amount: sum, currency }),
    skills: list,
    languages: list,
    education: entries({ school: word, degree: text, from: time, to: time }, 'school'),
    employment: entries({ employer: word, title: text, from: time, to: time }, 'employer'),
    portfolio: entries({ title: word, url, text }, 'title'),
    links: list,
    contacts: entries({ type: fc.constantFrom('email', 'phone'), value: word }, 'type', 'value'),
    avatar: url,
    verified: list,
    closed: fc.boolean(),
    stats,
  },
  review: {
    from: account,
    fromRole: role,
    to: account,
    url,
    rating: fc.constantFrom({ value: 5, outOf: 5 }, { value: 10, outOf: 10 }, { value: 4, outOf: 5 }),
    text,
    at: time,
    project,
  },
  message: {
    thread: project,
    account,
    mine: fc.boolean(),
    url,
    text: fc.constantFrom('ok', 'OK', 'Hello there, I read your post.'),
    sentAt: time,
    contacts: fc.constantFrom(
      [{ type: 'mail', value: 'ada@quay.example' }],
      [{ type: 'phone', value: '+491713920000' }],
    ),
    reading: fc.constantFrom(
      { quotes: [] },
      { language: 'en', quotes: [] },
      { language: 'en', quotes: [{ flag: 'off-platform', strength: 'weak' as const, quote: 'Add me there.' }] },
    ),
  },
  page: {
    url,
    page: fc.constantFrom('profile', 'bids'),
    read: fc.constantFrom('whole', 'part', 'not'),
    missing: list,
    found: some({ bids: count, profiles: count }),
    of: some({ bids: count, profiles: count }),
    disagreed: count,
  },
} as const;

const ids = {
  project: ['project'],
  bid: ['project', 'account'],
  profile: ['account', 'role'],
  review: ['from', 'fromRole', 'to'],
  message: ['thread', 'account', 'mine', 'text'],
  page: ['page', 'read'],
} as const;

/** When pages were read: few moments, so that many things are seen at the same one. */
export const seenAt: fc.Arbitrary<string> = fc.constantFrom(
  '2026-05-01T08:00:00Z',
  '2026-05-01T08:00:00.250Z',
  '2026-05-02T08:00:00.000Z',
  '2026-05-03T10:00:00+02:00',
  '2026-05-03T08:00:00Z',
  '2026-06-01T00:00:00Z',
);

function observationOf<K extends keyof typeof values, T extends Observation>(kind: K): fc.Arbitrary<T> {
  const { stats, ...fields } = values[kind] as Record<string, unknown>;
  const group = stats ? { stats: some(stats as Record<string, fc.Arbitrary<unknown>>).filter(filled) } : {};
  const raw = fc.record(
    { kind: fc.constant(kind), site: fc.constant('freelancer'), seenAt, ...fields, ...group } as never,
    { requiredKeys: ['kind', 'site', 'seenAt', ...ids[kind]] as never },
  );
  return raw.map((one) => {
    const parsed = parseObservation(one);
    if ('problem' in parsed) throw new Error(`${JSON.stringify(one)}: ${parsed.problem}`);
    return parsed.observation as T;
  });
}

export const arbitraryProject = observationOf<'project', Project>('project');
export const arbitraryBid = observationOf<'bid', Bid>('bid');
export const arbitraryProfile = observationOf<'profile', Profile>('profile');
export const arbitraryReview = observationOf<'review', Review>('review');
export const arbitraryMessage = observationOf<'message', Message>('message');
export const arbitraryPage = observationOf<'page', Page>('page');

/** Any observation. */
export const arbitraryObservation: fc.Arbitrary<Observation> = fc.oneof(
  arbitraryProject,
  arbitraryBid,
  arbitraryProfile,
  arbitraryReview,
  arbitraryMessage,
  arbitraryPage,
);
