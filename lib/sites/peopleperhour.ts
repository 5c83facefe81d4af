// PeoplePerHour: freelancers' lists, profiles with their reviews, jobs and WorkStreams with the proposals a
// client gets. Profiles are read where a reader of 2025 found them, lists by the parts of their class names
// that a person chose, jobs also from the state that the page's program begins with, as working readers of 2026 have it.
// How a proposal is built is not documented: those are read by the card heuristics
// and the page's headings alone, and never count as read whole. An account's id is the last part of its
// address, which stays when a person changes name or title.
import { accountIn, stepsOf } from '../reading/address.ts';
import { queryAll } from '../reading/dom.ts';
import { definedFields, isObject, numberIn, objectIn, parseJson, stringIn } from '../reading/json.ts';
import type { PageAddress, Site, StateReading } from '../reading/site.ts';
import { textIn } from '../reading/walk.ts';

const home = 'https://www.peopleperhour.com';

export const peopleperhour: Site = {
  id: 'peopleperhour',
  name: 'PeoplePerHour',
  hosts: ['peopleperhour.com'],
  classifyUrl,
  accountAt,
  profileUrl: () => undefined,
  tables: {
    project: {
      title: ['h1'],
      postedAt: ['.job-info time@title', '.job-info time@datetime'],
      text: ['.project-description', '[class*="project-description"]', '[class*="description⤍"]'],
    },
    profile: {
      name: ['.member-name h1', '.member-name'],
      headline: ['p.member-job', '.member-job'],
      place: ['.member-location p', '.member-location'],
      hourlyRate: ['span.member-cost div', '.member-cost'],
      rating: ['.total-rating'],
      reviewCount: ['.total-reviews'],
      about: ['.js-about-full-text', '.about-container'],
      skills: ['.skill-tags a.tag-item[]', '.skill-tags a[]'],
      avatar: ['.member-image img@src', '[class*="member-"] img@src'],
      portfolio: { each: ['#portfolio .portfolio-item-container'], parts: { title: ['h3', 'h4', 'h5', 'h6', 'a'] } },
    },
    reviews: {
      card: ['li.item.participant.feedback', 'li.feedback'],
      fields: {
        from: ['h6.participant-name', '.participant-name'],
        rating: ['.feedback-rating [class*="active"]#', '.feedback-rating@title'],
        text: ['.right-col p', '.right-col'],
        at: ['time@title', 'time@datetime', 'time'],
      },
    },
    people: {
      card: ['li:has(> [class*="card⤍"])', '[class*="freelancer-card"]', '[class*="card⤍"]'],
      fields: {
        name: ['[class*="card__user-name"]', '[class*="card__username"]', '[class*="card__name"]'],
        headline: ['[class*="card__job"]', '[class*="card__title"]'],
        place: ['[class*="card__location"]'],
        hourlyRate: ['[class*="card__price"]'],
        rating: ['[class*="card__freelancer-ratings"]', '[class*="card__rating"]'],
        reviewCount: ['[class*="card__freelancer-reviews"]', '[class*="card__reviews"]'],
        skills: ['[class*="card__skill"] a[]', '[class*="card__skill"][]'],
      },
    },
  },
  labels: { jobsCompleted: { label: /^projects worked on$/i, figure: /^[\d,]{1,7}$/ } },
  counts: {
    bids: {
      places: ['h1', 'h2', 'h3', '[role="tab"]', '.info-value'],
      pattern: /^(?:([\d,]{1,7})\s+proposals?\b|proposals?\s*\(?([\d,]{1,7})\)?$)/i,
      none: /\bno proposals (?:yet|have been)\b/i,
    },
    reviews: {
      places: ['h2', 'h3', '[role="tab"]', '.total-reviews'],
      pattern: /^(?:reviews?\s*)?\(?([\d,]{1,7})\)?(?:\s+reviews?)?$/i,
    },
  },
  expects: {
    project: ['project.title', 'bid.text', 'bid.amount', 'bid.submittedAt'],
    bids: ['bid.text', 'bid.amount', 'bid.days', 'bid.submittedAt'],
    profile: ['profile.name', 'profile.place', 'profile.hourlyRate', 'review.text', 'review.rating', 'review.at'],
    search: ['profile.name', 'profile.headline', 'profile.hourlyRate'],
  },
  dollar: 'USD',
  unproven: ['project', 'bids', 'search'],
  readState,
};

function classifyUrl(url: URL): PageAddress | undefined {
  const steps = stepsOf(url).map((step) => step.toLowerCase());
  const [first, second] = steps;
  const canonical = home + url.pathname.replace(/\/$/, '');
  const id = accountAt(url);
  if (id) return { page: 'profile', account: id, canonical };
  if (first === 'hire-freelancers') return { page: 'search', canonical };
  if (first === 'freelance-jobs') {
    const project = /(?:^|-)(\d{4,12})$/.exec(steps.at(-1) ?? '')?.[1];
    return project ? { page: 'project', project, canonical } : undefined;
  }
  const stream = first === 'stream' && second === 'view' ? url.searchParams.get('id') : null;
  if (!stream || !/^\d{1,15}$/.test(stream)) return undefined;
  // A WorkStream does not name its job's number in its address; one stream is one proposal on one job.
  return { page: 'bids', project: `stream/${stream}`, canonical: `${home}/stream/view?id=${stream}` };
}

/** Ids are five to nine letters that make no word, after the name and title: `…-nazmqjw`. */
function accountAt(url: URL): string | undefined {
  const [first = '', ...rest] = stepsOf(url);
  if (first.toLowerCase() !== 'freelancer' || rest.length === 0 || rest.length > 2) return undefined;
  const last = accountIn(rest.at(-1)?.slice(-100)) ?? '';
  return /-([ajmnqvwxyz]{5,9}|(?=\w*[jqvwxz])[^\W\deiou_]{5,9})$/.exec(last)?.[1];
}

const stateName = 'PPHReact.initialState=';
/** Longest state script that is looked into, in UTF-16 code units. */
const MAX_STATE = 2_000_000;

/** The job of this address in the state that the page's program begins with. */
function readState(document: Document, at: PageAddress): StateReading | undefined {
  const project = at.page === 'project' ? at.project : undefined;
  for (const script of project ? queryAll(document, 'script:not([src])') : []) {
    const text = textIn(script);
    const begin = text.length > MAX_STATE ? -1 : text.indexOf(stateName);
    if (begin < 0) continue;
    const state = parseJson(objectAt(text, begin + stateName.length), MAX_STATE);
    const entities = isObject(state) ? objectIn(state, 'entities') : undefined;
    const job = objectIn(objectIn(objectIn(entities, 'projects'), project ?? ''), 'attributes');
    if (!project || !job) return undefined;
    const amount = numberIn(job, 'budget');
    const currency = stringIn(job, 'currency');
    const said = definedFields({
      title: stringIn(job, 'title'),
      text: stringIn(job, 'proj_desc'),
      // In UTC, which it does not say.
      postedAt: stringIn(job, 'posted_dt')?.replace(/^([\d-]{10}) ([\d:]{8})$/, '$1T$2Z'),
      budget: amount && currency ? `${amount} ${currency}` : undefined,
      bidCount: numberIn(job, 'proposalCount'),
    });
    return { sightings: [{ kind: 'project', ids: { project }, said }] };
  }
  return undefined;
}

/** The object that begins at a place of a script, as it is written there: more of the program follows it. */
function objectAt(text: string, begin: number): string {
  const signs = /"(?:[^"\\]|\\.)*"|[{}]/gs;
  signs.lastIndex = begin;
  let depth = 0;
  for (let found = signs.exec(text); found; found = signs.exec(text)) {
    depth += { '{': 1, '}': -1 }[found[0]] ?? 0;
    if (depth === 0) return text.slice(begin, signs.lastIndex);
  }
  return '';
}
