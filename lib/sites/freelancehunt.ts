// Freelancehunt: projects with their bids, also the rejected ones, profiles with their reviews, lists of
// freelancers and message threads, in Ukrainian, Russian, English and Polish alike. Bids and threads are
// read as real pages of 2019 had them; the site's design has changed since, so the card heuristics check and
// stand in. How profiles, reviews and lists are built is not documented: those are read by their
// headings, JSON-LD and the card heuristics.

import { stepsOf } from '../reading/address.ts';
import { queryAll } from '../reading/dom.ts';
import type { PageKind, Value } from '../reading/reading.ts';
import type { PageAddress, Site, StateReading, StateSighting } from '../reading/site.ts';
import { attributeOf, closestTo, firstIn, textIn } from '../reading/walk.ts';

const home = 'https://freelancehunt.com';

/** A bid writes when it was made as the site's own clock shows it. Made for the first bid: it takes a while. */
let siteClock: Intl.DateTimeFormat | undefined;

const lists: ReadonlySet<PageKind> = new Set(['project', 'bids', 'search']);

export const freelancehunt: Site = {
  id: 'freelancehunt',
  name: 'Freelancehunt',
  hosts: ['freelancehunt.com'],
  classifyUrl,
  accountAt,
  profileUrl: (login) => `${home}/freelancer/${encodeURIComponent(login)}.html`,
  tables: {
    project: {
      title: ['h1'],
      text: ['#project-description', '[itemprop="description"]', '.project-description'],
      skills: ['a[href*="/projects/skill/"][]'],
    },
    profile: {
      name: ['h1 [itemprop="name"]', '[itemprop="name"]', 'h1'],
      country: ['main img.flag@src', 'img.flag@src', 'img[src*="/flags/"]@src'],
      about: ['#profile-description', '[itemprop="description"]', '.linkify-marker'],
      skills: ['a[href*="/freelancers/skill/"][]', 'a[href*="/freelancers/"][href*="skill"][]'],
    },
    bids: {
      card: ['ol.bids-list > li[id^="bid-"]', 'li[id^="bid-"][data-date]', '[id^="bid-"][data-amount]'],
      fields: {
        country: ['.time img.flag@src', 'img.flag@src', 'img[src*="/flags/"]@src', 'img.flag@alt'],
        name: ['a.bigger[href*="/freelancer/"]', 'a[href*="/freelancer/"]:not(:has(img)):not(:has(div))'],
        text: ['.linkify-marker', '[class*="linkify"]'],
        amount: ['.bid-conditions .label-green', '.label-green'],
        days: ['.bid-conditions .label-blue', '&@data-days'],
      },
    },
    messages: {
      card: ['ul#chat-box > li[data-message-id]', 'li[id^="message-"][data-message-id]'],
      fields: {
        author: ['.info a[href*="/freelancer/"]@href', '.info a[href*="/employer/"]@href'],
        text: ['.linkify-marker', '[class*="linkify"]'],
        sentAt: ['time[datetime]@datetime'],
        mine: ['&.arrow-box-right'],
      },
    },
    thread: {
      account: ['h1 a[href*="/freelancer/"]@href', 'h1 a[href*="/employer/"]@href'],
      name: ['h1 a[href*="/freelancer/"]', 'h1 a[href*="/employer/"]'],
    },
  },
  counts: {
    bids: {
      places: ['#bids_count', 'a[href="#tab-bids"]', '[role="tab"]', 'h2', 'h3'],
      pattern:
        /^(?:(?:ставки|ставок|bids?|oferty)\s*)?\(?(\d{1,5})\)?(?:\s*(?:ставк\p{L}|ставок|bids?|ofert\p{L}?))?$/iu,
      none: /ставок (?:пока|ще|поки) не|(?:пока|ще|поки) нема?є? ставок|\bno bids yet\b/iu,
    },
    messages: { places: ['#total-messages-in-thread'], pattern: /^(\d{1,6})$/ },
    reviews: {
      places: ['a[href$="#reviews"]', '[role="tab"]', 'h2', 'h3'],
      pattern: /^(?:отзывы|відгуки|reviews|opinie)\s*\(?(\d{1,6})\)?$/iu,
    },
  },
  expects: {
    project: ['project.title', 'bid.text', 'bid.amount', 'bid.days', 'bid.submittedAt'],
    profile: ['profile.name', 'profile.country', 'review.text', 'review.rating', 'review.at'],
    messages: ['message.text', 'message.sentAt'],
    search: ['profile.name', 'profile.country', 'profile.headline'],
  },
  dollar: 'USD',
  unproven: ['profile', 'search'],
  // The people of an inbox, freelancers or, as the user may work as well, clients.
  inbox: {
    opens: 'a[href*="/mailbox/read/thread/"]',
    named: 'a[href*="/freelancer/"],a[href*="/employer/"]',
    accountOf: (element) => {
      const url = URL.parse(attributeOf(element, 'href') ?? '', home);
      return (url && accountAt(url, 'messages')) ?? undefined;
    },
    isClient: (element) => (attributeOf(element, 'href') ?? '').includes('/employer/'),
  },
  readState,
};

/** Address steps after the language: `/ua/project/…` is `/project/…`. */
function pathOf(url: URL): string[] {
  const steps = stepsOf(url);
  return /^(?:ua|uk|ru|en|pl)$/.test(steps[0] ?? '') ? steps.slice(1) : steps;
}

function classifyUrl(url: URL): PageAddress | undefined {
  const [first, second, third, fourth] = pathOf(url);
  const login = accountAt(url);
  if (login) return { page: 'profile', account: login, canonical: freelancehunt.profileUrl(login) ?? url.href };
  const number = /^(\d{1,12})(?:\.html)?$/.exec((first === 'project' ? (third ?? second) : fourth) ?? '')?.[1];
  if (first === 'project' && number) {
    return {
      page: 'project',
      project: number,
      canonical: `${home}/project/${encodeURIComponent(second ?? '')}/${number}.html`,
    };
  }
  if (first === 'mailbox' && second === 'read' && third === 'thread' && number) {
    return { page: 'messages', thread: number, canonical: `${home}/mailbox/read/thread/${number}` };
  }
  if (first === 'mailbox' && second === undefined) return { page: 'messages', canonical: `${home}/mailbox` };
  return first === 'freelancers' ? { page: 'search', canonical: home + url.pathname } : undefined;
}

/** A login as the address writes it: freelancers and clients share one name space. Clients never stand in lists. */
function accountAt(url: URL, page?: PageKind): string | undefined {
  const [first, file, ...more] = pathOf(url);
  const isClient = first === 'employer' && page !== undefined && !lists.has(page);
  if ((first !== 'freelancer' && !isClient) || more.length > 0) return undefined;
  const login = /^(.{1,100})\.html$/u.exec(file ?? '')?.[1]?.trim();
  return login || undefined;
}

/** What addresses and data attributes say: of bids, when they were made and which are rejected; of a thread, that it is with a client. */
function readState(document: Document, at: PageAddress): StateReading | undefined {
  if (at.page === 'messages') return at.thread ? clientOf(document) : undefined;
  if (at.page !== 'project' || !at.project) return undefined;
  const sightings: StateSighting[] = [];
  for (const item of queryAll(document, 'li[id^="bid-"][data-date]')) {
    const link = firstIn(item, 'a[href*="/freelancer/"]');
    const url = URL.parse(attributeOf(link, 'href') ?? '', home);
    const login = url && accountAt(url);
    if (!login) continue;
    const said: Record<string, Value> = {};
    const time = utcOf(attributeOf(item, 'data-date') ?? '');
    if (time) said.submittedAt = time;
    if (closestTo(item, '#rejected_bids')) said.outcome = 'rejected';
    sightings.push({ kind: 'bid', ids: { project: at.project, account: login }, said });
  }
  // Open and rejected bids are counted apart.
  const counted = [...queryAll(document, '#bids_count,#rejected_bids_count')].map((one) => textIn(one).trim());
  const isCounted = counted.length > 0 && counted.every((count) => /^\d{1,5}$/.test(count));
  const bids = counted.reduce((sum, count) => sum + Number(count), 0);
  return { sightings, ...(isCounted && { of: { bids } }) };
}

function clientOf(document: Document): StateReading | undefined {
  const [link] = queryAll(document, 'h1 a[href*="/employer/"]');
  const url = URL.parse(attributeOf(link, 'href') ?? '', home);
  const login = url && accountAt(url, 'messages');
  return login ? { sightings: [{ kind: 'profile', ids: { account: login }, said: { role: 'client' } }] } : undefined;
}

/** "2026-09-08 06:31:27" on the site's clock as ISO 8601 in UTC. */
function utcOf(written: string): string | undefined {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(written) ?? [];
  const roughly = new Date(`${day}T${time}Z`);
  if (!day || Number.isNaN(roughly.getTime())) return undefined;
  siteClock ??= new Intl.DateTimeFormat('en-US', { timeZone: 'Europe/Kyiv', timeZoneName: 'longOffset' });
  const zone = siteClock.formatToParts(roughly).find((part) => part.type === 'timeZoneName')?.value;
  const date = new Date(`${day}T${time}${zone?.slice(3) || 'Z'}`);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
