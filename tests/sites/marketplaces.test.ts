// Addresses and traps of the marketplaces and public profiles beside Freelancer.com, and how much the card
// heuristics alone read on their lists.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Bid, Message, Observation, Profile } from '../../lib/model/observation.ts';
import { DAY_MS, gapBetween } from '../../lib/model/time.ts';
import { allThings } from '../../lib/reading/json-ld.ts';
import { siteFor } from '../../lib/sites/registry.ts';
import { bidsOf, observe, open, pageOf } from '../reading/pages.ts';

const where = (url: string) => siteFor(url)?.classifyUrl(new URL(url));
const account = (url: string) => siteFor(url)?.accountAt(new URL(url));
const peopleOf = (seen: readonly Observation[]) => seen.filter((one): one is Profile => one.kind === 'profile');

describe('addresses', () => {
  it.each([
    ['https://www.guru.com/d/freelancers/skill/php/pg/2/', 'search', {}],
    ['https://www.guru.com/freelancers/Larkspur-Studio?x=1', 'profile', { account: 'larkspur-studio' }],
    ['https://www.guru.com/freelancers/larkspur-studio/feedback', 'reviews', { account: 'larkspur-studio' }],
    ['https://www.guru.com/jobs/rowing-club/2104417&SearchUrl=search', 'project', { project: '2104417' }],
    ['https://www.guru.com/jobs/rowing-club/2104417', 'project', { project: '2104417' }],
    ['https://www.guru.com/employer/jobs/2104417/quotes', 'bids', { project: '2104417' }],
    ['https://www.peopleperhour.com/hire-freelancers?location=', 'search', {}],
    ['https://www.peopleperhour.com/freelancer/design/ines-c-interfaces-nazmqjw', 'profile', { account: 'nazmqjw' }],
    ['https://www.peopleperhour.com/freelancer/ines-c-interfaces-nazmqjw', 'profile', { account: 'nazmqjw' }],
    ['https://www.peopleperhour.com/freelance-jobs/a/b/rowing-club-4517903', 'project', { project: '4517903' }],
    ['https://www.peopleperhour.com/stream/view?id=881', 'bids', { project: 'stream/881' }],
    ['https://freelancehunt.com/project/rowing-club/500431.html', 'project', { project: '500431' }],
    ['https://freelancehunt.com/ua/project/rowing-club/500431.html#bid-7', 'project', { project: '500431' }],
    ['https://freelancehunt.com/en/freelancer/Quill.Works.html', 'profile', { account: 'Quill.Works' }],
    ['https://freelancehunt.com/mailbox/read/thread/900431', 'messages', { thread: '900431' }],
    ['https://freelancehunt.com/freelancers', 'search', {}],
    ['https://www.truelancer.com/freelancers?page=2', 'search', {}],
    ['https://www.truelancer.com/freelancer/Fjordbyte', 'profile', { account: 'fjordbyte' }],
    ['https://www.truelancer.com/freelance-project/rowing-club-610042', 'project', { project: '610042' }],
    ['https://github.com/Ines-Caldeira?tab=repositories', 'profile', { account: 'ines-caldeira' }],
    ['https://stackoverflow.com/users/4410042/tobias?tab=profile', 'profile', { account: '4410042' }],
    ['https://no.linkedin.com/in/Sindre-Haug/', 'profile', { account: 'sindre-haug' }],
    ['https://www.linkedin.com/in/sindre-haug/de', 'profile', { account: 'sindre-haug' }],
  ])('%s is a page of kind %s', (url, page, ids) => {
    expect(where(url)).toMatchObject({ page, ...ids });
  });

  it.each([
    'https://www.guru.com/',
    'https://www.guru.com/d/jobs/',
    'https://www.guru.com/login.aspx',
    'https://www.peopleperhour.com/freelancer/design',
    'https://www.peopleperhour.com/freelance-jobs/technology-programming',
    'https://www.peopleperhour.com/stream/view',
    'https://www.peopleperhour.com/stream/view?id=x',
    'https://freelancehunt.com/projects',
    'https://freelancehunt.com/employer/rowing_club.html',
    'https://freelancehunt.com/freelancer/x',
    'https://www.truelancer.com/freelance-jobs',
    'https://github.com/',
    'https://github.com/settings',
    'https://github.com/ines-caldeira/ferry-timetable',
    'https://gist.github.com/ines-caldeira',
    'https://stackoverflow.com/users',
    'https://stackoverflow.com/questions/1/x',
    'https://ru.stackoverflow.com/users/4410042/tobias',
    'https://www.linkedin.com/company/fjordbyte',
    'https://www.linkedin.com/feed/',
  ])('%s is not read', (url) => {
    expect(where(url)).toBeUndefined();
  });

  it.each([
    ['https://www.peopleperhour.com/freelancer/x/ines-c-other-title-NAZMQJW?ref=member', 'nazmqjw'],
    ['https://www.peopleperhour.com/freelancer/x/somebody-with-a-hyphen', undefined],
    [`https://www.truelancer.com/freelancer/${'a'.repeat(101)}`, undefined],
    ['https://www.truelancer.com/freelancer/100%', '100%'],
    ['https://freelancehunt.com/freelancer/DubrovaCode.html#portfolio', 'DubrovaCode'],
    ['https://github.com/-not-a-name', undefined],
  ])('%s leads to %s', (url, id) => {
    expect(account(url)).toBe(id);
  });
});

describe('Freelancehunt', () => {
  const url = 'https://freelancehunt.com/project/rowing-club/500431.html';
  const item = (login: string, date: string, text = 'Здравствуйте, могу начать сегодня и показать такой календарь.') =>
    `<li id="bid-${login.length}1" data-date="${date}" data-amount="900" data-days="3"><div class="bid-conditions"><span class="label-blue">3 дня</span><span class="label-green">900 ₴</span></div><a href="/freelancer/${login}.html" class="bigger">${login}</a><p class="linkify-marker">${text}</p></li>`;
  const list = (items: string, more = '') =>
    `<body><main><h1>Календарь</h1>${more}<ol class="bids-list">${items}</ol></main></body>`;

  it("reads when a bid was made on the site's own clock, summer and winter", () => {
    const seen = observe(list(item('ada', '2026-07-08 00:47:41') + item('bea', '2026-01-08 00:47:41')), url);
    expect(bidsOf(seen).map((bid) => bid.submittedAt)).toEqual(['2026-07-07T21:47:41Z', '2026-01-07T22:47:41Z']);
  });

  it('takes no time that is none', () => {
    for (const date of ['', '2026-99-08 00:00:00', 'x'.repeat(10_000), '2026-07-08']) {
      expect(bidsOf(observe(list(item('ada', date)), url))).toMatchObject([{ account: 'ada', amount: 900 }]);
    }
  });

  it('never takes the client for a bidder', () => {
    const client =
      '<div class="widget"><a href="/employer/rowing_club.html">Клуб «Весло»</a><p>Оплачено 12 000 ₴ за 4 проекта, ещё один сейчас открыт для ставок.</p></div>';
    for (const items of ['', item('ada', '2026-07-08 00:47:41')]) {
      const bids = bidsOf(observe(list(items, client), url)).map((bid) => bid.account);
      expect(bids).toEqual(items ? ['ada'] : []);
    }
  });

  it('says that a partner in a thread is a client', () => {
    const html =
      '<body><h1>Переписка с <a href="/employer/rowing_club.html">Клуб</a></h1><ul id="chat-box"><li data-message-id="1" class="arrow-box-left"><p class="linkify-marker">Добрый день</p></li></ul></body>';
    const seen = observe(html, 'https://freelancehunt.com/mailbox/read/thread/9');
    expect(peopleOf(seen)).toMatchObject([{ account: 'rowing_club', role: 'client', name: 'Клуб' }]);
    expect(seen.filter((one): one is Message => one.kind === 'message')).toMatchObject([
      { account: 'rowing_club', mine: false, text: 'Добрый день' },
    ]);
  });
});

const real = new URL('../../../shared/sites/', import.meta.url);
const hasReal = existsSync(real);
if (!hasReal) console.warn('marketplaces: real pages skipped, there are none beside this repository');

describe.skipIf(!hasReal)('real pages', () => {
  const text = (path: string) => readFileSync(new URL(path, real), 'utf8');
  const seenAt = '2019-10-02T09:30:00.000Z';
  const bidsPage = 'freelancehunt/project_bids_2019.pseudonymised.html';

  it.each([undefined, 'selectors', 'cards'] as const)(
    "a real project of Freelancehunt's: every bidder, by %s",
    (by) => {
      const url = 'https://freelancehunt.com/project/project-slug/500001.html';
      const seen = observe(text(bidsPage), url, { seenAt, ...(by && { by }) });
      const [bid, ...more] = bidsOf(seen);
      expect(more).toHaveLength(1);
      expect(bid).toMatchObject({ amount: 30000, currency: 'UAH', days: 20 });
      expect(bid?.text?.length).toBeGreaterThan(50);
      if (!by) expect(bid).toMatchObject({ outcome: 'rejected', submittedAt: '2019-09-08T04:47:41Z' });
      expect(peopleOf(seen).map((one) => one.location?.country)).toEqual(['UA', 'UA']);
    },
  );

  it("a real thread of Freelancehunt's: whose messages, and when", () => {
    const url = 'https://freelancehunt.com/mailbox/read/thread/900001';
    const seen = observe(text('freelancehunt/mailbox_thread_2019.pseudonymised.html'), url, { seenAt });
    const messages = seen.filter((one): one is Message => one.kind === 'message');
    expect(messages.map((one) => [one.mine, one.sentAt])).toEqual([
      [false, '2019-09-14T13:13:06Z'],
      [true, '2019-09-14T14:16:48Z'],
    ]);
    expect(pageOf(seen)).toMatchObject({ read: 'part', of: { messages: 32 } });
  });

  it('addresses of real profiles: each an id, and one id where a person has two addresses', () => {
    for (const path of [
      'peopleperhour/freelancers_and_reviews_FR.normalised.json',
      'truelancer/freelancers_PH.normalised.json',
    ]) {
      const urls = new Set(text(path).match(/https:\/\/www\.[a-z]+\.com\/freelancer\/[^"]+/g));
      const ids = new Set([...urls].map(account));
      expect(urls.size).toBeGreaterThan(5);
      expect(ids).not.toContain(undefined);
      // The id stays when a person's title or category changes.
      expect(ids.size).toBeGreaterThanOrEqual(urls.size - 1);
    }
  });
});

it("takes no organisation's page of GitHub for a person's that has changed", () => {
  const html =
    '<body><header itemscope itemtype="http://schema.org/Organization"><h1>Tide Table Press</h1></header></body>';
  expect(() => observe(html, 'https://github.com/tide-table-press')).toThrow('not a page that is read');
});

describe('JSON-LD', () => {
  const url = 'https://www.linkedin.com/in/ada/';
  const page = (...scripts: string[]) =>
    `<body>${scripts.map((text) => `<script type="application/ld+json">${text}</script>`).join('')}<main></main></body>`;
  const person = (more: object = {}) =>
    JSON.stringify({ '@type': 'Person', name: 'Ada L.', url: 'https://uk.linkedin.com/in/Ada', ...more });

  it('is read past a broken script, in a list, and of several types', () => {
    for (const html of [
      page('{', person()),
      page(`[1, null, ${person()}]`),
      page(
        JSON.stringify({ '@type': 'ProfilePage', mainEntity: JSON.parse(person({ '@type': ['Thing', 'Person'] })) }),
      ),
    ]) {
      expect(peopleOf(observe(html, url))).toMatchObject([{ account: 'ada', name: 'Ada L.' }]);
    }
  });

  it('is not believed about whom it is not, nor where it has other types than expected', () => {
    const other = person({ url: 'https://www.linkedin.com/in/bea' });
    const odd = person({ name: 7, worksFor: 'Skerry', alumniOf: [[]], jobTitle: {}, address: 'x', knowsLanguage: 1 });
    expect(peopleOf(observe(page(other), url))).toEqual([]);
    expect(peopleOf(observe(page(odd), url))).toMatchObject([{ employment: [{ employer: 'Skerry' }] }]);
  });

  it('stops at its bounds', () => {
    const deep = `${'{"@graph":['.repeat(5_000)}${']}'.repeat(5_000)}`;
    const many = JSON.stringify({ '@graph': Array.from({ length: 20_000 }, () => ({ '@type': 'Article' })) });
    const html = page(deep, many, ...Array(50).fill(many));
    expect(pageOf(observe(html, url)).read).toBe('not');
    // 20 of the 52 scripts, and of each 500 things and lists: every second one of the first is a list.
    expect(allThings(open(html, url)).length).toBe(250 + 19 * 499);
  });
});

describe('the card heuristics alone', () => {
  const here = new URL('.', import.meta.url);
  const cases = ['freelancehunt', 'guru', 'peopleperhour', 'truelancer'].flatMap((site) =>
    readdirSync(new URL(`${site}/`, here)).map((name) => {
      const html = readFileSync(new URL(`${site}/${name}/page.html`, here), 'utf8');
      const [, url = '', seenAt = ''] = /url: (\S+) seen-at: (\S+)/.exec(html) ?? [];
      const lines = readFileSync(new URL(`${site}/${name}/expected.jsonl`, here), 'utf8')
        .trim()
        .split('\n');
      return {
        name: `${site}/${name}`,
        html,
        url,
        seenAt,
        expected: lines.map((line): Observation => JSON.parse(line)),
      };
    }),
  );

  /** Of those that should have a field, the share whose field comes out like this. */
  const share = <T>(all: readonly T[], has: (one: T) => boolean, is: (one: T) => boolean) => {
    const due = all.filter(has);
    return due.length ? due.filter(is).length / due.length : 1;
  };

  it.each(cases.filter(({ expected }) => bidsOf(expected).length > 0))(
    '$name: 80 % of the dates, durations and ratings of bidders',
    ({ html, url, seenAt, expected }) => {
      const seen = observe(html, url, { by: 'cards', seenAt });
      const bids = new Map(bidsOf(seen).map((bid) => [bid.account, bid]));
      const people = new Map(peopleOf(seen).map((one) => [one.account, one]));
      const isNear = ({ account, submittedAt }: Bid) => {
        const time = bids.get(account)?.submittedAt;
        return time !== undefined && submittedAt !== undefined && gapBetween(time, submittedAt) <= DAY_MS;
      };
      expect(share(bidsOf(expected), (bid) => bid.submittedAt !== undefined, isNear)).toBeGreaterThanOrEqual(0.8);
      const hasDays = (bid: Bid) => bids.get(bid.account)?.days === bid.days;
      expect(share(bidsOf(expected), (bid) => bid.days !== undefined, hasDays)).toBeGreaterThanOrEqual(0.8);
      const isRated = (one: Profile) => people.get(one.account)?.stats?.rating === one.stats?.rating;
      expect(share(peopleOf(expected), (one) => one.stats?.rating !== undefined, isRated)).toBeGreaterThanOrEqual(0.8);
    },
  );

  it.each(cases.filter(({ expected }) => pageOf(expected).page === 'search' && peopleOf(expected).length > 0))(
    '$name: 95 % of the people of a list, 80 % of their texts and rates',
    ({ html, url, seenAt, expected }) => {
      const seen = new Map(peopleOf(observe(html, url, { by: 'cards', seenAt })).map((one) => [one.account, one]));
      const people = peopleOf(expected);
      expect([...seen.keys()].every((id) => people.some((one) => one.account === id))).toBe(true);
      expect(
        share(
          people,
          () => true,
          (one) => seen.has(one.account),
        ),
      ).toBeGreaterThanOrEqual(0.95);
      expect(
        share(
          people,
          () => true,
          (one) => seen.get(one.account)?.name === one.name,
        ),
      ).toBeGreaterThanOrEqual(0.95);
      const hasAbout = (one: Profile) => seen.get(one.account)?.about === one.about;
      expect(share(people, (one) => one.about !== undefined, hasAbout)).toBeGreaterThanOrEqual(0.8);
      const hasRate = (one: Profile) => seen.get(one.account)?.hourlyRate?.amount === one.hourlyRate?.amount;
      expect(share(people, (one) => one.hourlyRate !== undefined, hasRate)).toBeGreaterThanOrEqual(0.8);
    },
  );
});
