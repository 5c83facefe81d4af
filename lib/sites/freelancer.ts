// Freelancer.com: project pages with their bids, freelancers' profiles with their reviews, lists of
// freelancers, and conversations. Public project pages carry all bids in a state script, signed-in pages only
// what is on screen. Where each field stands was seen in real pages and in working readers of 2025 and 2026;
// the site renames its custom tags now and then by an ending, so both names are tried. How lists of freelancers
// are built, and how a message shows whose it is, is not documented: the card heuristics read the lists, and
// a message counts only where its author is named or the user's own messages are marked.

import { accountIn, decodeStep, stepsOf } from '../reading/address.ts';
import { definedFields, numberIn, objectIn, objectsIn, stringIn } from '../reading/json.ts';
import { projectNumber } from '../reading/project-number.ts';
import type { Value } from '../reading/reading.ts';
import type { FieldTable, PageAddress, Site, StateReading, StateSighting } from '../reading/site.ts';
import { findInState } from '../reading/state.ts';
import { allIn, attributeOf, textIn } from '../reading/walk.ts';

/** The countries' own hosts, as the site's own list of countries names them; all show the same accounts and projects. */
const hosts = (
  'com ca cl cn co.id co.it co.ke co.kr co.nz co.ro co.th co.uk co.za com.al com.ar com.au com.bd com.co ' +
  'com.jm com.pe com.ua cz de ec es gr hk hu ie in is jp mx no ph pk pl pt se sg si uy'
)
  .split(' ')
  .map((ending) => `freelancer.${ending}`);

const home = 'https://www.freelancer.com';

/** The same place under a tag's name with and without the ending of the newer design. */
const either = (tag: string, rest: string) => [`${tag}-redesign${rest}`, `${tag}${rest}`];

/** What bid cards, profile headers and reviews write alike. */
const person = {
  rating: [
    'fl-rating [data-rating]@data-rating',
    '.LayerGroup[data-rating]@data-rating',
    '[data-star_rating]@data-star_rating',
    'fl-rating [aria-label^="Rating"]@aria-label',
    'fl-rating[aria-label^="Rating"]@aria-label',
    'fl-rating .ValueBlock',
  ],
  reviewCount: ['fl-review-count span', 'fl-review-count', 'fl-rating .ReviewCount', '.ReviewCount'],
  country: [
    // The picture's file says the country in every language of the site.
    'fl-flag img[src*="/flags/"]@src',
    'fl-flag img[alt]:not([alt=""]):not([alt="Flag of "])@alt',
    'fl-flag img@src',
    'img.FlagImage[alt]:not([alt=""]):not([alt="Flag of "])@alt',
    'img[src*="/flags/"]@src',
  ],
} satisfies FieldTable;

const bid: FieldTable = {
  ...person,
  name: ['.Username-displayName', '[class*="Username-displayName"]'],
  text: ['p.User-bid-text', '[class*="User-bid-text"]', '[class*="bid-text" i]'],
  amount: ['.PriceContainer .text-large', '.PriceContainer .font-bold', 'strong.text-foreground', 'p > strong'],
  days: ['.PriceContainer .text-xsmall', 'p:has(> strong.text-foreground)', 'p:has(> strong)'],
  submittedAt: ['fl-relative-time', 'time@datetime'],
  avatar: ['fl-user-avatar img@src'],
  verified: ['fl-badge[data-type]@data-type[]'],
  jobsCompletedRate: ['fl-completed-jobs p', 'fl-completed-jobs'],
};

const summary = 'app-user-profile-summary';
const profile: FieldTable = {
  login: [...either(`${summary}-body`, ' .Username-userId'), ...either(`${summary}-name`, ' .Username-userId')],
  name: [
    ...either(`${summary}-name`, ' .Username-displayName'),
    ...either(`${summary}-body`, ' .Username-displayName'),
    'h3.Username-displayName',
  ],
  headline: either(`${summary}-tagline`, ''),
  about: [
    ...either(`${summary}-description`, ' p.Content'),
    ...either(`${summary}-description`, ''),
    `[class*="ProfileSummaryDescription"]`,
  ],
  country: [
    ...either(`${summary}-information`, ' img[alt]:not([alt=""]):not([alt="Flag of "])@alt'),
    ...either(`${summary}-information`, ' img[src*="/flags/"]@src'),
    `[class*="SupplementaryInfo"] img[src*="/flags/"]@src`,
  ],
  place: [...either(`${summary}-information`, ' fl-flag + p'), '.SupplementaryInfo fl-flag + p'],
  memberSince: ['.JoinedDate', '[class*="JoinedDate"]'],
  hourlyRate: ['.HourlyRateContainer', '.HourlyRate', '[class*="HourlyRate"]'],
  skills: ['a[]', '.NativeElement[]', '.Tag[]'].flatMap((item) => either(`${summary}-skill-list`, ` ${item}`)),
  rating: [
    ...either(`${summary}-rating`, ' [data-rating]@data-rating'),
    ...either(`${summary}-rating`, ' [aria-label^="Rating"]@aria-label'),
    ...either(`${summary}-body`, ' [data-rating]@data-rating'),
  ],
  reviewCount: [...either(`${summary}-rating`, ' fl-review-count span'), 'fl-review-count span', 'fl-review-count'],
  avatar: [...either(`${summary}-avatar`, ' img@src'), 'app-user-profile-avatar img@src'],
  verified: ['.Username-badges fl-badge[data-type]@data-type[]', 'fl-badge[mattooltip*="Verified"]@mattooltip[]'],
};

const review: FieldTable = {
  rating: [...person.rating, 'fl-rating@aria-label'],
  from: ['.InfoContainer fl-text', '[class*="InfoContainer"] fl-text'],
  text: ['fl-text[class*="omment"]', '[class*="omment"]', 'fl-text:not(:has(a)):not(.InfoContainer fl-text)'],
  at: ['fl-relative-time', 'time@datetime'],
  project: ['fl-text a[href*="/projects/"]@href', 'a[href*="/projects/"]@href'],
};

export const freelancer: Site = {
  id: 'freelancer',
  name: 'Freelancer.com',
  hosts,
  classifyUrl,
  accountAt,
  profileUrl,
  tables: {
    project: {
      title: ['app-project-view-logged-out h1', 'app-project-view-logged-in h1', 'main h1', 'app-root h1', 'h1'],
      text: ['p.Project-description', '[class*="Project-description"]', '.PageProjectViewLogout-detail-paragraph'],
      skills: [
        'a[fltrackinglabel$="-SkillTag"][]',
        'fl-link[fltrackinglabel$="-SkillTag"][]',
        '.PageProjectViewLogout-detail-tags a[]',
      ],
      budget: [
        '[class*="Project-budget" i]',
        '[class*="ProjectViewDetails-budget" i]',
        '.PageProjectViewLogout-projectInfo-byLine',
      ],
      status: ['.PageProjectViewLogout-projectInfo-title ~ div .promotion-tag'],
    },
    profile,
    bids: {
      card: ['app-project-view-logged-out-bid-card', 'app-bid-card', 'app-bid-card-redesign', 'fl-bid-pattern-card'],
      fields: bid,
    },
    reviews: { card: ['fl-review-card', 'app-user-profile-review-card'], fields: review },
    messages: {
      card: ['app-messaging-message-item', 'app-messaging-message-item-redesign'],
      stranger: 'user',
      needsAuthor: true,
      fields: {
        author: ['a[href*="/u/"]@href', 'fl-user-avatar [title]@title'],
        mine: [
          '&[class*="IsMine"]@class',
          '&[class*="IsOwn"]@class',
          '[class*="--own"]@class',
          '[data-own="true"]@data-own',
        ],
        text: ['[class*="Message-bubble-text"]'],
        day: ['[class^="Message-headerText"]'],
        sentAt: either('app-messaging-message-details', ''),
      },
    },
    thread: {
      account: [
        ...['MessagingHeaderDisplayNameLink', 'ChatboxHeaderDisplayName'].map(
          (label) => `fl-link[fltrackinglabel="${label}"] a[href*="/u/"]@href`,
        ),
        'app-messaging-header a[href*="/u/"]@href',
      ],
    },
  },
  labels: {
    jobsCompletedRate: /^jobs completed$/i,
    onBudget: /^on[ -]budget$/i,
    onTime: /^on[ -]time$/i,
    rehireRate: /^repeat hire(?: rate)?$/i,
  },
  projectNumber: projectNumber(
    /^(?:project id|id (?:del proyecto|do projeto|du projet)|projekt-?id|id progetto):?\s*#?(\d{4,12})$/i,
  ),
  counts: {
    bids: {
      places: ['h1', 'h2', 'h3', '[role="tab"]', 'a[href$="/proposals"]', 'div > span:first-child', 'p'],
      pattern: /^(?:([\d.,]{1,9})\s+(?:freelancers?|bids?|proposals?)\b|(?:bids?|proposals?)\s*\(([\d.,]{1,9})\))/i,
      none: /\b(?:no (?:bids|proposals|freelancers)\b|be the first (?:freelancer )?to (?:bid|place|send|submit))/i,
    },
  },
  expects: {
    project: ['project.title', 'bid.text', 'bid.amount', 'bid.days'],
    bids: ['bid.text', 'bid.amount', 'bid.days'],
    search: ['profile.name'],
    messages: ['message.text', 'message.sentAt'],
    profile: [
      'profile.name',
      'profile.country',
      'profile.memberSince',
      'profile.reviewCount',
      'review.text',
      'review.rating',
      'review.at',
    ],
  },
  unproven: ['search', 'messages'],
  inbox: {
    opens: 'a[href*="/messages/thread/"]',
    named: 'p.Name ~ p',
    accountOf: (line) => accountIn(/^@([\w.-]{2,40})$/.exec(textIn(line).trim())?.[1]),
    name: 'p.Name',
  },
  readState,
};

function profileUrl(name: string): string {
  return `${home}/u/${encodeURIComponent(name)}`;
}

function classifyUrl(url: URL): PageAddress | undefined {
  const [first = '', ...rest] = stepsOf(url);
  const account = first.toLowerCase() === 'u' ? accountIn(rest[0]) : undefined;
  if (account) return { page: 'profile', account, canonical: profileUrl(account) };
  if (first === 'freelancers' || (first === 'search' && rest[0] === 'users')) {
    return { page: 'search', canonical: home + url.pathname };
  }
  if (first === 'messages') {
    const thread = rest[0] === 'thread' && /^\d{1,15}$/.test(rest[1] ?? '') ? rest[1] : undefined;
    if (thread) return { page: 'messages', thread, canonical: `${home}/messages/thread/${thread}` };
    return rest.length === 0 ? { page: 'messages', canonical: `${home}/messages` } : undefined;
  }
  if (first.toLowerCase() !== 'projects' || !rest[0]) return undefined;
  const tab = rest.length > 1 ? rest.at(-1)?.toLowerCase() : undefined;
  const path = (
    /^(?:proposals|details|files|payments|reviews|tasks|sharing|management)$/.test(tab ?? '') ? rest.slice(0, -1) : rest
  )
    .map((part) => part.toLowerCase())
    .slice(0, 3);
  const last = (path.at(-1) ?? '').replace(/\.html$/, '');
  // One part without a number is a list of projects, not a project.
  if (path.length === 0 || (path.length === 1 && !/\d{6,12}$/.test(last))) return undefined;
  return {
    page: tab === 'proposals' ? 'bids' : 'project',
    project: /(?:^|-)(\d{6,12})$/.exec(last)?.[1] ?? [...path.slice(0, -1), last].join('/'),
    canonical: `${home}/projects/${[...path.slice(0, -1), last].map(encodeURIComponent).join('/')}`,
  };
}

function accountAt(url: URL): string | undefined {
  const [first = '', name, ...more] = stepsOf(url);
  return first.toLowerCase() === 'u' && more.length <= 1 ? accountIn(name) : undefined;
}

/** The state script of a public project page, if it is of the project that this address shows. */
function readState(document: Document, at: PageAddress): StateReading | undefined {
  if (at.page !== 'project' && at.page !== 'bids') return undefined;
  for (const { holder, key } of findInState(document, 'script#webapp-state', 'rawDocument')) {
    const raw = objectIn(holder, 'rawDocument');
    if (!raw || !(Array.isArray(raw.bids) || 'projectId' in raw)) continue;
    const number = numberIn(raw, 'projectId') ?? numberIn(raw, 'id');
    const id = number !== undefined ? String(number) : /^\d{4,12}$/.test(key) ? key : undefined;
    if (isShown(document, at, raw, id)) return readRaw(raw, id ?? at.project ?? '');
  }
  return undefined;
}

/**
 * After a change of page without a load the script still holds the page before. It is of this page when
 * the browser loaded this very address, or when the address names its project. Else the page must show
 * its title and mostly its bidders; a saved page, which cannot have changed, need only not contradict it.
 */
function isShown(document: Document, at: PageAddress, raw: Record<string, unknown>, id: string | undefined): boolean {
  if (id !== undefined && at.project === id) return true;
  const seoUrl = stringIn(raw, 'seoUrl')
    ?.toLowerCase()
    .replace(/^\/?(?:projects\/)?/, '');
  const path = decodeStep(at.canonical.slice(`${home}/projects/`.length));
  if (seoUrl && (path === seoUrl || (id !== undefined && path === `${seoUrl}-${id}`))) return true;
  const loaded = loadedAddress(document);
  if (loaded && classifyUrl(loaded)?.canonical === at.canonical) return true;
  const title = stringIn(raw, 'title')?.replace(/\s+/g, ' ').trim();
  const headings = [...allIn(document, 'h1')].map((h) => textIn(h)?.replace(/\s+/g, ' ').trim());
  const isTitled = title !== undefined && headings.includes(title);
  if (!isTitled && (loaded || headings.some(Boolean))) return false;
  const named = new Set(objectsIn(raw, 'bids').map((one) => stringIn(one, 'username')?.toLowerCase()));
  const shown = new Set<string>();
  for (const link of allIn(document, 'a[href*="/u/"]')) {
    const url = URL.parse(attributeOf(link, 'href') ?? '', home);
    const name = url && accountAt(url);
    if (name) shown.add(name);
  }
  const known = [...shown].filter((name) => named.has(name)).length;
  return (known > 0 || !loaded) && known * 2 >= shown.size;
}

/** The address this document was loaded from, where there is a browser that knows it. */
function loadedAddress(document: Document): URL | undefined {
  const [navigation] = document.defaultView?.performance?.getEntriesByType?.('navigation') ?? [];
  return (navigation && URL.parse(navigation.name)) ?? undefined;
}

function readRaw(raw: Record<string, unknown>, project: string): StateReading {
  const currency = stringIn(objectIn(raw, 'currencyDetails'), 'code');
  const money = (amount: number | undefined): Value | undefined =>
    amount === undefined ? undefined : currency ? `${amount} ${currency}` : amount;
  const budget = objectIn(raw, 'budget');
  const count = numberIn(objectIn(raw, 'bidStats'), 'bidCount');
  const start = numberIn(raw, 'startTime');
  const skills = [
    ...objectsIn(raw, 'skills').map((skill) => stringIn(skill, 'name') ?? stringIn(skill, 'skill')),
    ...(Array.isArray(raw.skills) ? raw.skills : []).filter((skill) => typeof skill === 'string'),
  ].filter((skill): skill is string => skill !== undefined);
  const sightings: StateSighting[] = [
    {
      kind: 'project',
      ids: { project },
      said: definedFields({
        title: stringIn(raw, 'title'),
        text: stringIn(raw, 'description'),
        budgetMin: money(numberIn(budget, 'min') ?? numberIn(budget, 'minimum')),
        budgetMax: money(numberIn(budget, 'max') ?? numberIn(budget, 'maximum')),
        bidCount: count,
        postedAt: start,
        status: stringIn(raw, 'status'),
        skills: skills.length ? skills : undefined,
      }),
    },
  ];
  const seen = new Set<string>();
  for (const [list, outcome] of [
    ['selectedBids', 'awarded'],
    ['bids', undefined],
  ] as const) {
    for (const one of objectsIn(raw, list)) {
      const name = stringIn(one, 'username')?.trim().toLowerCase();
      if (!name || seen.has(name)) continue;
      seen.add(name);
      const rating = objectIn(one, 'sellerRating');
      const address = objectIn(one, 'address');
      sightings.push(
        {
          kind: 'bid',
          ids: { project, account: name },
          said: definedFields({
            text: stringIn(one, 'description'),
            amount: money(numberIn(one, 'amount')),
            days: numberIn(one, 'period'),
            outcome,
          }),
        },
        {
          kind: 'profile',
          ids: { account: name },
          said: definedFields({
            rating: numberIn(rating, 'average'),
            reviewCount: numberIn(rating, 'reviewCount'),
            city: stringIn(address, 'city'),
            country: stringIn(address, 'countryCode') ?? stringIn(address, 'country'),
            avatar: stringIn(one, 'profileLogoUrl'),
          }),
        },
      );
    }
  }
  return { sightings, ...(count !== undefined && { of: { bids: count } }) };
}
