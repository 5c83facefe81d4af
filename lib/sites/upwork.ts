// Upwork: the proposals a client gets with the opened proposal beside them, freelancers' profiles with
// their work history, talent lists, message rooms and job pages.
// The site renames its classes and test attributes within a year, so labels and roles come first and every
// field has several places. Seen in working readers and saved pages of 2021 to 2026; no client's page of
// 2026 was there to check against.

import { collapseSpaces } from '../model/beginning.ts';
import { stepsOf } from '../reading/address.ts';
import { type Block, blocksOf, queryAll } from '../reading/dom.ts';
import { definedFields, isObject, type Json, numberIn, parseJson, stringIn } from '../reading/json.ts';
import type { PageKind, Value } from '../reading/reading.ts';
import type { Boilerplate, FieldTable, PageAddress, Site, StateReading } from '../reading/site.ts';
import { attributeOf, childrenOf, firstIn, matches, tagOf, textIn } from '../reading/walk.ts';

const home = 'https://www.upwork.com';
/** Where an opened proposal or profile stands: a panel over the list. */
const panel = '.air3-slider-body';
const marked = '[data-ev-contractor_uid]';
const viewer = 'data-qa-profile-viewer-uid';

const bid: FieldTable = {
  name: [
    '[itemprop="name"]',
    'img.air3-avatar[alt]:not([alt=""])@alt',
    'img[alt][height="60"]:not([alt=""])@alt',
    'span.h6',
    'span.text-base-sm.pr-2x',
  ],
  headline: ['h2.mb-0.h4', '.air3-line-clamp:not(.is-clamped)', 'td > .air3-line-clamp'],
  text: [
    '{cover letter} .text-pre-line',
    '{cover letter} .air3-line-clamp',
    '{cover letter} p',
    '.air3-line-clamp.is-clamped',
  ],
  country: ['[itemprop="country-name"]', '.text-base-sm.text-light-on-inverse', '.font-weight-base'],
  city: ['[itemprop="locality"]'],
  skills: ['li.air3-token > span[]', '.air3-token[]'],
  avatar: ['img.air3-avatar@src'],
};

/** What lists and opened proposals say of a person, in words that have outlived every class name. */
const lines = {
  jobSuccess: /(\d{1,3}%)\s+job success/i,
  earnings: /(\$[\d.,]{1,12}[km]?)\+?\s+(?:total )?earned/i,
  jobsCompleted: /([\d,]{1,9})\s+(?:completed|total) jobs/i,
};

const profile: FieldTable = {
  name: ['[itemprop="name"]'],
  headline: [
    'h2.mb-0.h4',
    '.title-vertical',
    'h2.mb-0.font-weight-black',
    '.air3-card-section h2:not([itemprop="name"])',
  ],
  about: ['.text-pre-line.break', '#hor-anc-id-about [data-test="truncation-text-by-chars"]', '.text-pre-line'],
  city: ['[itemprop="locality"]'],
  country: ['[itemprop="country-name"]'],
  localTime: ['#location-time-vertical .flex-shrink-0 span', '#location-time-horizontal .time span'],
  rating: ['[data-test="rating-avg"] .text-base-sm', '[data-test="rating-avg"] .sr-only'],
  reviewCount: ['[data-test="rating-avg"] .text-body-sm'],
  jobSuccess: ['.cfe-ui-profile-job-success', '[class*="profile-job-success"]'],
  skills: ['.skill-name[]', '.skills .air3-token[]', '.up-skill-badge[]'],
  languages: ['{languages} li[]'],
  education: {
    each: ['[data-qa="education"] li', '.education-section li', '{education} li'],
    parts: { school: ['h5', 'h4'], degree: ['h5 + div', 'h4 + div'], period: ['.text-muted'] },
  },
  employment: {
    each: ['{employment history} .air3-card-section', '{employment history} li'],
    parts: { position: ['h4', 'h5'], period: ['.text-muted', 'h4 + div', 'h5 + div'] },
  },
  contacts: {
    each: ['[data-qa="linked-accounts"] > div', '[data-qa="linked-accounts"] li'],
    parts: { type: ['.title'], value: ['.username'] },
  },
  verified: ['#id-badge-popover .is-verified .sr-only[]', '{verifications} strong[]'],
  avatar: ['[itemtype$="schema.org/Person"] img@src'],
};

export const upwork: Site = {
  id: 'upwork',
  name: 'Upwork',
  hosts: ['upwork.com'],
  classifyUrl,
  accountAt,
  idAttributes: [`${marked}@data-ev-contractor_uid`, `${panel} [${viewer}]@${viewer}`],
  aliases,
  // No profile has a number in its address, only the id of profile links.
  profileUrl: (id) => (id.startsWith('~') ? `${home}/freelancers/${id}` : undefined),
  tables: {
    project: {
      title: ['[class*="job-details"] h4', '[data-test~="JobDetailsUserAir3"] h4', 'main h1', 'h1'],
      text: ['[data-test~="Description"] p', '[data-test~="Description"]', '[data-test~="job-description"]'],
      postedAt: ['[data-test="PostedOn"] span', '[data-test="posted-on"]', '.posted-on-line span'],
      skills: [
        '[data-test~="Skill"] a[]',
        '[data-test~="Skill"][]',
        '.skills-list .air3-badge[]',
        'a[href*="ontology_skill_uid"][]',
      ],
    },
    profile,
    bids: {
      card: [
        '[data-test="ProposalTile"]',
        `[data-ev-position_on_page]${marked}`,
        '[data-test="ProposalRow"]',
        // A panel shows whose proposal it is only over a list with numbers.
        `${panel}:is(body:has(${marked}) *)`,
      ],
      fields: bid,
      postProcess: linesAndAnswers,
    },
    reviews: {
      // A job that ended without feedback is no review.
      card: [
        '.assignments-item:has(.air3-rating-value-text,.air3-rating-background,.feedback .highlighted-truncation)',
      ],
      fields: {
        rating: ['.air3-rating-value-text', '.air3-rating-background .sr-only'],
        text: ['.feedback .highlighted-truncation', '.feedback > span'],
        at: ['.text-base-sm.text-stone'],
        project: ['h5', 'h4'],
      },
    },
    people: {
      card: [
        'article[data-test="FreelancerTile"]',
        'article[id^="talent-tile-"]',
        'article:has(a.profile-link,h4 > a[href*="/freelancers/~"])',
      ],
      fields: {
        name: ['h5.name', '.name', 'a.profile-link', 'h4 > a'],
        headline: ['h4.title', '.title', 'h4:not(:has(a))'],
        about: ['[data-test="UpCLineClamp"]'],
        country: ['p.location', '.location', 'h4 ~ strong'],
        hourlyRate: ['[data-test~="FreelancerTileRate"]', '[data-test="rate-per-hour"]'],
        earnings: ['[data-test="freelancer-tile-earnings"] strong'],
        jobSuccess: ['[data-test="freelancer-tile-job-success"]'],
        skills: ['[data-test="FreelancerTileSkills"] button.air3-token[]'],
        avatar: ['[data-test="FreelancerAvatar"] img@src'],
      },
    },
    messages: {
      card: ['.up-d-story-item'],
      grouped: true,
      stranger: 'user',
      fields: {
        author: ['.story-message-header .user-name', '.user-name', '.up-d-avatar img[alt]@alt'],
        sentAt: ['.story-timestamp[title]@title'],
        day: ['.story-day-header'],
        text: ['[data-test="story-message"]'],
      },
    },
    thread: {
      account: ['.room-header-body [data-user-id]@data-user-id', '.up-d-room-header [data-user-id]@data-user-id'],
      name: ['[data-test="room-title"]', '.room-title'],
    },
  },
  labels: {
    jobsCompleted: { label: /^(?:total )?jobs$/i, figure: /^[\d,]{1,9}$/ },
    earnings: { label: /^(?:total )?earnings$/i, figure: /^\$[\d.,]{1,9}[km]?\+?$/i },
  },
  dollar: 'USD',
  boilerplate: {
    elements: '.air3-popper,[role="tooltip"],.sr-only,.feedback-response',
    words:
      /^(?:best match|new|boosted|shortlist(?:ed)?|archived?|cover letter|\+\d{1,3}|(?:read |show )?(?:more|less))$/i,
    openings: /^cover letter\s*[-–:]\s*/i,
  },
  counts: {
    bids: {
      places: ['[role="tab"]', '.air3-tab-btn-text', 'h2', 'h3'],
      pattern: /\bproposals\s?(?:\(\s?)?([\d.,]{1,9})\)?$/i,
    },
  },
  expects: {
    project: ['project.title', 'project.text'],
    bids: ['bid.text', 'bid.amount'],
    profile: ['profile.name', 'profile.headline', 'profile.about', 'profile.country', 'review.rating', 'review.at'],
    search: ['profile.name', 'profile.headline', 'profile.country'],
    messages: ['message.text', 'message.sentAt'],
  },
  readState,
};

function classifyUrl(url: URL): PageAddress | undefined {
  const steps = stepsOf(url);
  const [first = '', second = '', third = '', fourth = ''] = steps;
  const room = steps.find((step) => /^room_\w{1,80}$/.test(step));
  if (second === 'messages' && room) {
    return { page: 'messages', thread: room, canonical: `${home}/ab/messages/rooms/${room}` };
  }
  if (second === 'applicants' && /^\d{5,25}$/.test(third)) {
    const canonical = `${home}/ab/applicants/${third}/${fourth}`;
    if (fourth === 'applicants') return { page: 'bids', project: third, canonical };
    if (fourth === 'hired') return { page: 'bids', project: third, outcome: 'awarded', canonical };
    return fourth === 'suggested' ? { page: 'search', canonical } : undefined;
  }
  const person = accountAt(url);
  if (person !== undefined) return { page: 'profile', account: person, canonical: `${home}/freelancers/${person}` };
  if ((second === 'search' && third === 'talent') || (first === 'search' && second === 'profiles')) {
    return { page: 'search', canonical: `${home}/nx/search/talent` };
  }
  const job = /^(?:jobs|freelance-jobs)$/.test(first) ? steps.map(jobIn).find(Boolean) : undefined;
  return job ? { page: 'project', project: job, canonical: `${home}/jobs/~02${job}`.replace('~02~', '~') } : undefined;
}

/** The lines of a card, and after a bidder's letter what they answered to the client's questions. */
function linesAndAnswers(root: Element, table: Record<string, Value>, boilerplate: Boilerplate): Record<string, Value> {
  const said = { ...table };
  const blocks = blocksOf(root, boilerplate);
  for (const { text, textWithGaps: apart } of blocks) {
    if (text.length > 200 || text === table.text) continue;
    for (const [field, line] of Object.entries(lines)) {
      const value = line.exec(collapseSpaces(apart))?.[1];
      if (value !== undefined) said[field] ??= value;
    }
  }
  // Of a person without a title the first clamped words are the letter.
  if (said.headline !== undefined && said.headline === said.text) delete said.headline;
  if (matches(root, panel)) said.text = [said.text, ...answersIn(blocks)].filter(Boolean).join('\n\n');
  return said;
}

/** What stands under the headings that ask something; what the client asked is not the bidder's writing. */
function answersIn(blocks: readonly Block[]): string[] {
  let isAsked = false;
  return blocks.flatMap(({ element, text }) => {
    const [first] = childrenOf(element);
    const isBold = first && /^(?:b|strong)$/.test(tagOf(first)) && textIn(first).trim() === text;
    const isHeading = /^(?:h[2-6]|dt|label|legend)$/.test(tagOf(element)) || isBold;
    if (isHeading) isAsked = /[?？]$/.test(text);
    return isAsked && !isHeading ? [text] : [];
  });
}

/** A job's number, which since 2024 its id in addresses is made of; of an older job the id itself. */
function jobIn(written: string): string | undefined {
  const [, id = ''] = /(?:^|_)~(0[0-9a-z]{10,40})$/.exec(written) ?? [];
  return /^02\d{15,22}$/.test(id) ? id.slice(2) : id ? `~${id}` : undefined;
}

/** The person of a profile link. A job's page links the client's earlier freelancers, who are no bidders. */
function accountAt(url: URL, page?: PageKind): string | undefined {
  if (page === 'project') return undefined;
  const steps = stepsOf(url);
  const [first = ''] = steps;
  const isProfile = /^(?:freelancers|fl)$/.test(first) || steps.slice(0, 4).join('/') === 'nx/search/talent/details';
  const id = isProfile ? steps.find((step) => step.startsWith('~'))?.toLowerCase() : undefined;
  return id && /^~0[0-9a-z]{10,40}$/.test(id) ? id : undefined;
}

/**
 * People have a number on lists and another id in the address of their profile. A card that shows both, and
 * a profile that names its number, show that they are one. In a panel over a list of proposals only a number
 * or a name of that list counts: one bidder must not become two with the same words.
 */
function aliases(document: Document, { page, account: shown }: PageAddress): ReadonlyMap<string, string | undefined> {
  const known = new Map<string, string | undefined>();
  const numbers = new Map<string, string>();
  for (const card of queryAll(document, marked)) {
    const number = numberOf(card, 'data-ev-contractor_uid');
    if (!number) continue;
    numbers.set(number, collapseSpaces(attributeOf(firstIn(card, 'img[alt]:not([alt=""])'), 'alt') ?? ''));
    for (const id of idsIn(card)) known.set(id, known.has(id) && known.get(id) !== number ? undefined : number);
  }
  if (page === 'profile' && shown) {
    const number = viewedIn(document);
    if (number) known.set(shown, number);
  }
  if (page !== 'bids') return known;
  for (const opened of queryAll(document, panel)) {
    const number = viewedIn(opened);
    const name = collapseSpaces(textIn(firstIn(opened, '[itemprop="name"]')));
    const named = [...numbers].filter(([, other]) => name !== '' && other === name);
    const own = number && numbers.has(number) ? number : named.length === 1 ? named[0]?.[0] : undefined;
    if (number && number !== own) known.set(number, own);
    for (const id of idsIn(opened)) {
      // A list that shows no numbers knows its people by the ids of their links.
      const isListed = numbers.size === 0 && idsIn(document, `:not(${panel} *)`).includes(id);
      if (!isListed && !known.has(id)) known.set(id, own);
    }
  }
  return known;
}

/** The number of the person who is looked at. */
const viewedIn = (root: Document | Element) => numberOf(firstIn(root, `[${viewer}]`), viewer);

function numberOf(element: Element | null, attribute: string): string | undefined {
  return /^["']?(\d{5,25})["']?$/.exec(attributeOf(element, attribute)?.trim() ?? '')?.[1];
}

/** The ids of the people linked inside an element, of the first few hundred links. */
function idsIn(root: Document | Element, where = ''): string[] {
  return [...queryAll(root, `a[href*="~0"]${where}`)].slice(0, 500).flatMap((link) => {
    const url = URL.parse((attributeOf(link, 'href') ?? '').slice(0, 500), home);
    return (url && accountAt(url)) ?? [];
  });
}

/** Longest state script that is looked into, in UTF-16 code units. */
const MAX_STATE = 5_000_000;

/** What the state script of a job page says of the job, if it is the one that the address shows. */
function readState(document: Document, at: PageAddress): StateReading | undefined {
  const text = at.page === 'project' ? textIn(firstIn(document, 'script#__NUXT_DATA__')) : '';
  const list = parseJson(text, MAX_STATE);
  const values: unknown[] = Array.isArray(list) ? list : [];
  for (const one of values) {
    if (!isObject(one) || !Object.hasOwn(one, 'clientActivity')) continue;
    const job = fieldsAt(values, one, [
      'info',
      'description',
      'budget',
      'clientActivity',
      'publishTime',
      'postedOn',
      'extendedBudgetInfo',
    ]);
    // Since 2026 the job's title and ids stand beside what is going on with it.
    const about = ['uid', 'id', 'ciphertext', 'title'];
    const info = fieldsAt(values, job.info ?? one, about);
    const id = stringIn(info, 'uid') ?? stringIn(info, 'id') ?? jobIn(stringIn(info, 'ciphertext') ?? '');
    if (!id || id !== at.project) continue;
    const bidCount = numberIn(fieldsAt(values, job.clientActivity, ['totalApplicants']), 'totalApplicants');
    const budget = fieldsAt(values, job.budget, ['amount', 'currencyCode']);
    const amount = numberIn(budget, 'amount');
    const currency = stringIn(budget, 'currencyCode');
    const hourly = fieldsAt(values, job.extendedBudgetInfo, ['hourlyBudgetMin', 'hourlyBudgetMax']);
    // By the hour it names no currency: the site has one.
    const inDollars = (sum: number | undefined) => (sum ? `${sum} USD` : undefined);
    const said = definedFields({
      title: stringIn(info, 'title'),
      text: stringIn(job, 'description'),
      budget: amount && currency ? `${amount} ${currency}` : undefined,
      budgetMin: inDollars(numberIn(hourly, 'hourlyBudgetMin')),
      budgetMax: inDollars(numberIn(hourly, 'hourlyBudgetMax')),
      postedAt: stringIn(job, 'publishTime') ?? stringIn(job, 'postedOn'),
      bidCount,
    });
    return {
      sightings: [{ kind: 'project', ids: { project: id }, said }],
      ...(bidCount !== undefined && { of: { bids: bidCount } }),
    };
  }
  return undefined;
}

/**
 * The fields of one object. Nuxt writes a page's state as one flat list (devalue's form): an object's fields are
 * places in that list. Only the few fields that are asked for are looked up, so that references in circles cost
 * nothing and this script stays small.
 */
function fieldsAt(values: readonly unknown[], holder: unknown, keys: readonly string[]): Json {
  const fields = isObject(holder) ? holder : {};
  return Object.fromEntries(keys.map((key) => [key, valueAt(values, fields[key])]));
}

/**
 * The value at a place of the list, out of the wrappers it may be in: `["ShallowReactive", place]`. A date is the
 * text it is written as; negative places (undefined, NaN, …), sets, maps and big numbers are nothing asked for here.
 */
function valueAt(values: readonly unknown[], place: unknown): unknown {
  let at = place;
  for (let level = 0; level < 4; level++) {
    const value = typeof at === 'number' ? values[at] : undefined;
    if (!Array.isArray(value) || typeof value[0] !== 'string') return value;
    const [wrapper, inner] = value;
    if (wrapper === 'Date') return inner;
    if (!/^(?:Shallow)?(?:Reactive|Ref)$/.test(wrapper)) return undefined;
    at = inner;
  }
  return undefined;
}
