import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { DatabaseEvidence } from '../../lib/evidence/database-evidence.ts';
import { ratings } from '../../lib/evidence/projections/ratings.ts';
import { projections } from '../../lib/evidence/projections/registry.ts';
import { texts } from '../../lib/evidence/projections/texts.ts';
import type { Assessment } from '../../lib/model/assessment.ts';
import type { Finding } from '../../lib/model/finding.ts';
import {
  type Bid,
  type Page,
  type Profile,
  type Project,
  parseObservation,
  type Review,
} from '../../lib/model/observation.ts';
import { accountOfPage } from '../../lib/sites/registry.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { dueBefore, nextDay, parseRetention } from '../../lib/store/retention.ts';
import { Store } from '../../lib/store/store.ts';
import { findingOf } from '../finding-of.ts';

const seenAt = '2026-10-05T08:00:00Z';
const site = 'freelancer';
const text = (topic: string) =>
  `The booking screen for ${topic} comes first, because people give up there today. I would draw it on paper, show it to ` +
  'two of your receptionists, and only then write the first line of code, so that nothing has to be thrown away later.';
const bid = (account: string, project = '1', more: Partial<Bid> = {}): Bid => ({
  kind: 'bid',
  site,
  seenAt,
  project,
  account,
  text: text(account),
  ...more,
});
const profile = (account: string, more: Partial<Profile> = {}): Profile => ({
  kind: 'profile',
  site,
  seenAt,
  account,
  role: 'freelancer',
  ...more,
});
const review = (from: string, to: string): Review => ({
  kind: 'review',
  site,
  seenAt,
  from,
  fromRole: 'client',
  to,
  rating: { value: 5, outOf: 5 },
  at: '2026-09-01T00:00:00Z',
});
const profilePage = (account: string): Page => ({
  kind: 'page',
  site,
  seenAt,
  url: `https://www.freelancer.com/u/${account}`,
  page: 'profile',
  read: 'whole',
});
const project: Project = { kind: 'project', site, seenAt, project: '1', client: 'carla', title: 'A booking app' };
const assessment = (account: string, others: string[] = []): Assessment => ({
  site,
  account,
  level: others.length > 0 ? 'look-closer' : 'no-flags',
  coverage: { bids: 1, projects: 1, reviews: 0, profiles: 0, messages: 0 },
  checks: [],
  findings:
    others.length === 0
      ? []
      : [
          findingOf({
            flag: 'reused-template',
            site,
            account,
            with: others.map((other) => `${site}:${other}`),
            data: { words: 'One text.' },
          }),
        ],
});

let name = 0;
let open: { close(): void }[] = [];
async function store(database = `lists-${++name}`): Promise<Store> {
  const opened = await Store.open({ name: database, projections, accountOfPage });
  open.push(opened);
  return opened;
}
function database(called: string): HireflagDatabase {
  const db = new HireflagDatabase(called);
  open.push(db);
  return db;
}
afterEach(() => {
  for (const each of open) each.close();
  open = [];
});
/** How many stored texts share pieces with this one. */
async function similar(to: string, it: Store): Promise<number> {
  const bids = await new DatabaseEvidence(it).bidsOf(await it.everyone());
  const index = await it.projection(texts);
  expect(index.size).toBe([...bids.values()].flat().filter((one) => one.text).length);
  return [...bids.values()].flat().filter((one) => one.text === to).length;
}

describe('the list of everyone', () => {
  it('says who, what was found and when they were seen', async () => {
    const it = await store();
    await it.remember([
      bid('ada', '1'),
      bid('ada', '2', { seenAt: '2026-10-07T08:00:00Z' }),
      profile('ada', { name: 'Ada Okafor' }),
    ]);
    const changed = await it.list([assessment('ada', ['ben']), assessment('nobody')]);
    expect(changed).toEqual(['freelancer:ben']);
    expect(await it.search('ok', 10)).toEqual([
      {
        key: 'freelancer:ada',
        site,
        account: 'ada',
        name: 'Ada Okafor',
        level: 'look-closer',
        rank: 0,
        findings: [
          {
            flag: 'reused-template',
            key: 'reused-template',
            strength: 'strong',
            message: 'verbatim',
            data: { words: 'One text.' },
            with: ['freelancer:ben'],
          },
        ],
        flags: ['reused-template'],
        others: ['freelancer:ben'],
        coverage: { bids: 2, projects: 2, reviews: 0, profiles: 1, messages: 0 },
        firstSeenAt: seenAt,
        lastSeenAt: '2026-10-07T08:00:00Z',
        assessedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        words: ['ada', 'ada okafor', 'okafor'],
      },
    ]);
    expect(await it.accountsSeen()).toBe(1);
  });

  it('leaves out what honest people do as often', async () => {
    const it = await store();
    await it.remember([bid('ada')]);
    const [strong] = assessment('ada', ['ben']).findings as [Finding];
    const own: Finding = { ...strong, strength: 'weak', commonPractice: true, with: [] };
    await it.list([{ ...assessment('ada'), findings: [own] }]);
    expect(await it.search('ada', 10)).toMatchObject([{ level: 'no-flags', findings: [], flags: [] }]);
  });

  it('names the others of a finding when it is new, when it goes, and not while it stays', async () => {
    const it = await store();
    await it.remember([bid('ada')]);
    expect(await it.list([assessment('ada', ['ben'])])).toEqual(['freelancer:ben']);
    expect(await it.list([assessment('ada', ['ben'])])).toEqual([]);
    expect(await it.list([assessment('ada')])).toEqual(['freelancer:ben']);
  });

  it('is searched in any case, with or without the @, first by beginnings, those that ask for attention first', async () => {
    const it = await store();
    await it.remember([bid('ada'), bid('Adam'), bid('ben'), profile('ben', { name: 'Benno Adair' })]);
    await it.list([assessment('ada'), assessment('Adam'), assessment('ben', ['ada'])]);
    expect((await it.search('@AD', 10)).map(({ account }) => account)).toEqual(['ben', 'ada', 'Adam']);
    expect((await it.search('AD', 1)).map(({ account }) => account)).toEqual(['ben']);
    expect(await it.search('  ', 10)).toEqual([]);
    expect((await it.search('dam', 10)).map(({ account }) => account)).toEqual(['Adam']);
    // What begins so comes before what has it inside, whoever asks for attention.
    expect((await it.search('da', 10)).map(({ account }) => account)).toEqual(['ben', 'ada', 'Adam']);
    await it.remember([bid('dana')]);
    await it.list([assessment('dana')]);
    expect((await it.search('da', 10)).map(({ account }) => account)).toEqual(['dana', 'ben', 'ada', 'Adam']);
    // One letter is inside of nearly everybody.
    expect(await it.search('m', 10)).toEqual([]);
  });

  it('is searched inside of names in any alphabet, with and without their accents, in any order of words', async () => {
    const it = await store();
    const names: [string, string][] = [
      ['56d728b6', 'Marta Ortíz Núñez'],
      ['1512046', 'Łukasz Wiśniewski'],
      ['77', 'Олена Ковальчук'],
      ['78', '小王'],
      ['79', 'Straßer & Söhne'],
    ];
    await it.remember(names.map(([account, called]) => profile(account, { name: called })));
    await it.list(names.map(([account]) => assessment(account)));
    const found = async (typed: string) => (await it.search(typed, 10)).map(({ account }) => account);
    for (const typed of ['ortiz', 'ORTÍZ', 'rtiz', 'nunez', 'uñe', 'núñez marta', 'tiz mar', 'd728']) {
      expect(await found(typed), typed).toEqual(['56d728b6']);
    }
    for (const typed of ['lukasz', 'Łuk', 'sniew']) expect(await found(typed), typed).toEqual(['1512046']);
    expect(await found('вальч')).toEqual(['77']);
    expect(await found('王')).toEqual(['78']);
    expect(await found('strasser sohn')).toEqual(['79']);
    expect(await found('ortiz lukasz')).toEqual([]);
  });

  it('finds inside of names who was listed after the first search, and nobody who was deleted', async () => {
    const it = await store();
    await it.remember([profile('a1', { name: 'Rosa Almeida' })]);
    await it.list([assessment('a1')]);
    expect(await it.search('meid', 10)).toHaveLength(1);
    await it.remember([profile('a2', { name: 'Ana Meidinger' }), profile('a3', { name: 'Jo Schmeiding' })]);
    await it.list([assessment('a2'), assessment('a3')]);
    expect((await it.search('meid', 10)).map(({ account }) => account)).toEqual(['a2', 'a1', 'a3']);
    await it.forget(['freelancer:a1']);
    expect((await it.search('meid', 10)).map(({ account }) => account)).toEqual(['a2', 'a3']);
    await it.forgetAll();
    expect(await it.search('meid', 10)).toEqual([]);
  });

  it('finds whom an earlier version listed with accents in the words', async () => {
    const called = `accents-${++name}`;
    const it = await store(called);
    await it.remember([profile('n1', { name: 'Íñigo Núñez' })]);
    await it.list([assessment('n1')]);
    await database(called).accounts.update('freelancer:n1', { words: ['n1', 'íñigo núñez', 'íñigo', 'núñez'] });
    expect(await it.search('nunez', 10)).toHaveLength(1);
    expect(await it.search('ñigo', 10)).toHaveLength(1);
  });

  it('takes names of any length and any characters', async () => {
    const it = await store();
    const long = `<b>x</b>\u202e ${'y'.repeat(280)}`;
    await it.remember([profile('ada', { name: long })]);
    await it.list([assessment('ada')]);
    expect((await it.search('<b>', 10))[0]?.name).toBe(long);
  });
});

describe('the list and a deletion at once', () => {
  it('does not bring back who was deleted while their assessment was on its way', async () => {
    const it = await store();
    await it.remember([bid('ada'), bid('ben')]);
    const deleted = it.forget(['freelancer:ada']);
    const listed = it.list([assessment('ada', ['ben']), assessment('ben')]);
    await Promise.all([deleted, listed]);
    expect(await it.search('ada', 10)).toEqual([]);
    expect(await it.search('ben', 10)).toHaveLength(1);
  });
});

it('who was deleted while others were assessed is not named in the list again', async () => {
  const called = `named-${++name}`;
  const it = await store(called);
  await it.remember([bid('ada'), bid('ben'), bid('cleo')]);
  const since = it.written;
  const assessed = [assessment('ben', ['ada']), assessment('cleo', ['ben'])];
  await it.forget(['freelancer:ada']);
  await it.list(assessed, { since });
  const db = database(called);
  expect((await db.accounts.toArray()).map(({ key }) => key)).toEqual(['freelancer:cleo']);
  expect(await it.pending()).toContain('freelancer:ben');
});

describe('deleting one person', () => {
  it('takes what they said, what was said of them, their page, and their name on a project', async () => {
    const called = `forget-${++name}`;
    const it = await store(called);
    await it.remember([
      project,
      bid('ada'),
      bid('ben'),
      profile('ada'),
      review('carla', 'ada'),
      review('carla', 'ben'),
      review('ada', 'ben'),
      profilePage('ada'),
      profilePage('adam'),
    ]);
    await it.list([assessment('ada', ['ben']), assessment('ben', ['ada'])]);
    for (const projection of projections) await it.projection(projection);
    expect(await it.forget(['freelancer:ada'])).toEqual({ observations: 5, touched: ['freelancer:ben'] });
    const db = database(called);
    const left = JSON.stringify([await db.observations.toArray(), await db.projections.toArray()]);
    expect(left).not.toMatch(/\bada\b/);
    expect(left).toContain('/u/adam');
    expect(await db.accounts.toCollection().primaryKeys()).toEqual(['freelancer:ben']);
    expect(await similar(text('ada'), it)).toBe(0);
    expect(await similar(text('ben'), it)).toBe(1);
    expect((await it.projection(ratings)).ratings().length).toBe(1);

    expect(await it.forget(['freelancer:carla'])).toMatchObject({ observations: 1, touched: ['freelancer:ben'] });
    expect(JSON.stringify(await db.observations.toArray())).not.toContain('carla');
    expect((await new DatabaseEvidence(it).projects(['freelancer:1'])).get('freelancer:1')).toMatchObject({
      title: 'A booking app',
    });
  });

  it('takes the pages that are theirs and no page whose address only has their name as one of its words', async () => {
    const called = `pages-${++name}`;
    const it = await store(called);
    const page = (url: string, more: Partial<Page> = {}): Page => ({ ...profilePage('x'), url, ...more });
    const theirs = [
      page('https://www.freelancer.com/u/u'),
      page('https://www.freelancer.com/u/U/reviews?tab=1'),
      page('https://www.fiverr.com/inbox/u', { site: 'fiverr', page: 'messages' }),
    ];
    const others = [
      page('https://www.freelancer.com/u/ada'),
      page('https://www.freelancer.com/projects/u/booking-app-1', { page: 'project' }),
      page('https://www.freelancer.com/search/u/php', { page: 'search' }),
    ];
    await it.remember([...theirs, ...others]);
    await it.forget(['freelancer:u', 'fiverr:u']);
    const left = (await database(called).observations.toArray()).map(({ body }) => body.url);
    expect(left.sort()).toEqual(others.map(({ url }) => url).sort());
  });

  it('takes their name also from a project that had it before another', async () => {
    const called = `client-${++name}`;
    const it = await store(called);
    await it.remember([project, { ...project, client: 'carla-renamed', seenAt: '2026-10-07T08:00:00.000Z' }]);
    await it.forget(['freelancer:carla']);
    const [row] = await database(called).observations.toArray();
    expect(row?.body).toMatchObject({ client: 'carla-renamed' });
    expect(JSON.stringify(row)).not.toMatch(/"carla"/);
  });

  it('names those whom their findings named, to be assessed again', async () => {
    const it = await store();
    await it.remember([bid('ada'), bid('ben'), bid('cleo')]);
    await it.list([assessment('ada', ['ben'])]);
    expect(await it.forget(['freelancer:ada'])).toMatchObject({ touched: ['freelancer:ben'] });
  });

  it('deletes many rows at once and still finds the texts that stay', async () => {
    const called = `many-${++name}`;
    const it = await store(called);
    await it.remember(Array.from({ length: 700 }, (_, i) => bid('ada', `${i}`, { text: text(`topic ${i}`) })));
    await it.remember([bid('ben'), bid('cleo')]);
    expect((await it.forget(['freelancer:ada'])).observations).toBe(700);
    expect(await similar(text('ben'), it)).toBe(1);
    const again = await store(called);
    expect((await again.projection(texts)).size).toBe(2);
  });

  it('of everyone leaves nothing, and the store works on', async () => {
    const called = `all-${++name}`;
    const it = await store(called);
    await it.remember([project, bid('ada'), review('carla', 'ada')]);
    await it.list([assessment('ada')]);
    await it.forgetAll();
    const db = database(called);
    for (const table of db.tables) expect([table.name, await table.count()]).toEqual([table.name, 0]);
    expect(await it.everyone()).toEqual([]);
    const later = new Date(Date.now() + 1_000).toISOString();
    expect(await it.remember([bid('ben', '1', { seenAt: later })])).toEqual({ added: 1, seenAgain: 0 });
    expect(await similar(text('ben'), it)).toBe(1);
  });
});

describe('retention', () => {
  it('deletes what was last seen before, and names who else is touched', async () => {
    const it = await store();
    await it.remember([bid('ada', '1'), bid('ada', '2', { seenAt: '2026-11-01T08:00:00Z' }), bid('ben'), bid('cleo')]);
    await it.remember([bid('cleo', '1', { seenAt: '2026-11-02T08:00:00Z' })]);
    await it.list([assessment('ada'), assessment('ben'), assessment('cleo', ['ben'])]);
    const { observations, touched } = await it.expire('2026-10-20T00:00:00Z');
    expect(observations).toBe(2);
    expect(touched.sort()).toEqual(['freelancer:ada', 'freelancer:cleo']);
    expect(await it.everyone()).toEqual(['freelancer:ada', 'freelancer:cleo']);
    expect(await it.accountsSeen()).toBe(2);
    expect(await it.expire('2026-10-20T00:00:00Z')).toEqual({ observations: 0, touched: [] });
  });

  it('takes what was decided about whoever is gone, and names the others of their findings and ratings', async () => {
    const called = `gone-${++name}`;
    const it = await store(called);
    const recent = { seenAt: '2026-11-02T08:00:00Z' };
    await it.remember([bid('ada'), review('carla', 'dora'), { ...profile('carla'), ...recent }]);
    await it.remember([bid('ben', '1', recent), bid('cleo', '1', recent)]);
    await it.list([assessment('ada', ['ben']), assessment('ben'), assessment('cleo')]);
    for (const account of ['freelancer:ada', 'freelancer:ben']) {
      await it.decisions.add({ kind: 'muted', account, at: recent.seenAt, flag: 'rating-ring' });
    }
    const { touched } = await it.expire('2026-10-20T00:00:00Z');
    expect(touched.sort()).toEqual(['freelancer:ben', 'freelancer:carla']);
    const db = database(called);
    expect((await db.decisions.toArray()).map(({ account }) => account)).toEqual(['freelancer:ben']);
    expect((await it.pending()).sort()).toEqual(['freelancer:ben', 'freelancer:carla']);
  });

  it('goes by the moment, however a file writes it', async () => {
    const it = await store();
    // Nine in the evening of the 19th over there is two in the morning of the 20th in UTC.
    for (const [account, seenAt] of [
      ['ada', '2026-10-19T21:00:00-05:00'],
      ['ben', '2026-10-20T01:00:00+02:00'],
    ] as const) {
      const parsed = parseObservation({ ...bid(account), seenAt });
      if ('observation' in parsed) await it.remember([parsed.observation]);
    }
    await it.expire('2026-10-20T00:00:00.000Z');
    expect(await it.everyone()).toEqual(['freelancer:ada']);
  });

  const now = Date.parse('2026-11-20T12:00:00Z');
  const yesterday = { lastRun: '2026-11-19T11:00:00Z', trusted: '2026-11-19T11:00:00Z' };
  it.each([
    ['the default is 180 days', undefined, '2026-05-24T12:00:00.000Z'],
    ['nonsense is the default', { days: 'x', lastRun: 7, apart: 'y' }, '2026-05-24T12:00:00.000Z'],
    ['a negative number is the default', { days: -1 }, '2026-05-24T12:00:00.000Z'],
    ['the choice counts', { days: 30 }, '2026-10-21T12:00:00.000Z'],
    ['everything is kept when chosen', { days: null }, undefined],
    ['at most once a day', { days: 30, lastRun: '2026-11-20T01:00:00Z' }, undefined],
    ['again the next day', { days: 30, ...yesterday }, '2026-10-21T12:00:00.000Z'],
    ['version 0.1 noted only when it ran', { days: 30, lastRun: yesterday.lastRun }, '2026-10-21T12:00:00.000Z'],
    ['a week at most for one day of use', { days: 30, lastRun: '2026-01-01T00:00:00Z' }, '2025-12-09T00:00:00.000Z'],
    ['nothing while the clock is behind', { days: 30, lastRun: '2027-11-01T00:00:00Z' }, undefined],
    [
      'also after the clock was set back a little',
      { days: 30, lastRun: '2027-01-01T00:00:00Z' },
      '2026-10-21T12:00:00.000Z',
    ],
  ])('%s', (_, stored, before) => {
    const today = nextDay(parseRetention(stored), now);
    expect(today && dueBefore(today)).toBe(before);
  });

  it('believes a clock that is behind after a week of use', () => {
    let retention = parseRetention({ days: 30, lastRun: '2027-11-20T12:00:00Z' });
    for (let days = 0; days < 7; days++) retention = nextDay(retention, now + days * 86_400_000) ?? retention;
    expect(dueBefore(retention)).toBe('2026-10-27T12:00:00.000Z');
  });
});
