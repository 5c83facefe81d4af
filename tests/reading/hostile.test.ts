// Input that was never meant to be read: nothing may throw, and what is readable is still read.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MAX_TEXT } from '../../lib/model/limits.ts';
import { parseReading } from '../../lib/reading/reading-schema.ts';
import { readPage } from '../../lib/sites/registry.ts';
import {
  bidders,
  bidsOf,
  observe,
  open,
  page,
  pageOf,
  plainCard,
  projectState,
  projectUrl,
  siteCard,
  stateScript,
} from './pages.ts';

const people = bidders(5);
const cards = people.map(siteCard).join('\n');
const bid = (user: string) => ({ username: user, description: `The text of ${user}.`, amount: 10, period: 2 });

describe('addresses', () => {
  it.each([
    'https://example.com/projects/php/x-1',
    'https://www.freelancer.com/',
    'https://www.freelancer.com/projects/php',
    'https://freelancer.com.evil.example/u/ada',
    'https://notfreelancer.com/u/ada',
    'javascript:alert(1)',
    'not an address',
    '',
  ])('reads nothing at %s', (url) => {
    expect(readPage(open(page(cards)), url)).toBeUndefined();
  });
});

describe('pages', () => {
  it('that are empty or something else are not understood, and say so', () => {
    for (const html of ['', '<', '<!DOCTYPE html>', '<svg></svg>', '{"json": true}', page('<p>We are down.</p>')]) {
      expect(pageOf(observe(html))).toMatchObject({ page: 'project', read: 'not', found: { bids: 0 } });
    }
  });

  it.each([
    'https://www.freelancer.com/u/ada',
    'https://www.upwork.com/freelancers/~01a4b8c2d6e0f19273',
    'https://www.fiverr.com/ada_draws',
    'https://www.workana.com/freelancer/0123456789abcdef0123456789abcdef',
    'https://www.guru.com/freelancers/ada',
    'https://www.peopleperhour.com/freelancer/design/ada-draws-nazmqjw',
    'https://freelancehunt.com/freelancer/ada.html',
    'https://www.truelancer.com/freelancer/ada',
    'https://github.com/ada',
    'https://stackoverflow.com/users/4410042/ada',
    'https://www.linkedin.com/in/ada',
  ])('that say something went wrong are nobody: %s', (url) => {
    const html =
      '<body><main><h1>Verifying you are human</h1><p>This may take a few seconds, and then you go on to the page you wanted.</p></main></body>';
    expect(observe(html, url)).toMatchObject([{ kind: 'page', read: 'not' }]);
  });

  it('cut off anywhere are read as far as they go', () => {
    const html = page(
      cards,
      projectState({ bids: people.map((one) => bid(one.user)), seoUrl: 'php/garden-club-site' }),
    );
    let most = 0;
    for (let length = 0; length < html.length; length += 487) {
      const bids = bidsOf(observe(html.slice(0, length))).length;
      expect(bids).toBeGreaterThanOrEqual(Math.max(0, most - 1));
      most = Math.max(most, bids);
    }
    expect(most).toBe(5);
  });

  it('of 5 MB are read', () => {
    const filler = `<div><p>${'Nothing that matters here. '.repeat(40)}</p><a href="/jobs/php">PHP</a></div>`.repeat(
      4_600,
    );
    const html = page(cards + filler);
    expect(html.length).toBeGreaterThan(5_000_000);
    expect(bidsOf(observe(html))).toHaveLength(5);
  });

  it('with a bid of 100,000 characters keep the others whole', () => {
    const long = 'All work and no play. '.repeat(4_600);
    const bids = bidsOf(observe(page(siteCard({ user: 'the-writer', text: long }) + cards)));
    expect(bids).toHaveLength(6);
    expect(bids[0]?.text).toBe(long.slice(0, MAX_TEXT).trim());
    expect(bids[5]?.text).toBe(people[4]?.text);
  });

  it.each([
    ['right-to-left', 'أستطيع بناء الموقع خلال خمسة أيام مع خريطة للحدائق'],
    ['emoji', '🌱🌻 seeds 👩🏽‍🌾 and more seeds 🐝🐝🐝 in every colour'],
    ['zero-width', 'zero\u200bwidth \u2060joiners\ufeff and\u00ad soft hyphens stay as they are'],
    ['bidirectional overrides', 'this \u202eturns\u202c around and back again, twice over'],
  ])('keep %s text exactly', (_, text) => {
    for (const card of [siteCard, plainCard]) {
      const bids = bidsOf(observe(page([{ user: 'the-writer', text }, ...people].map(card).join(''))));
      expect(bids[0]?.text).toBe(text);
    }
  });

  it('keep text that looks like markup as text', () => {
    const escaped =
      '&lt;img src=x onerror=alert(1)&gt; &lt;/p&gt;&lt;a href="/u/rival"&gt;rival&lt;/a&gt; is what I wrote';
    const bids = bidsOf(observe(page(siteCard({ user: 'the-writer', text: escaped }) + cards)));
    expect(bids[0]?.text).toBe('<img src=x onerror=alert(1)> </p><a href="/u/rival">rival</a> is what I wrote');
    expect(bids).toHaveLength(6);
  });

  it('are not changed by being read', () => {
    const document = open(page(cards + people.map(plainCard).join(''), projectState({ bids: [bid('x')] })));
    const before = document.documentElement.outerHTML;
    readPage(document, projectUrl);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

describe('state scripts', () => {
  const withState = (script: string) => observe(page('', script), undefined, { by: 'state' });

  it.each(['', 'null', '[]', '"text"', '{', '{"NGRX_STATE":{"rawDocument":7}}', '[[[[{"rawDocument":{"bids":{}}}]]]]'])(
    'that say %s are passed over',
    (text) => {
      expect(pageOf(withState(stateScript(text)))).toMatchObject({ read: 'not' });
      expect(bidsOf(observe(page(cards, stateScript(text))))).toHaveLength(5);
    },
  );

  it.each([1e308, -1, 2.5, '99999999999999999'])('that count %s bids lose the count, not the page', (bidCount) => {
    const raw = { seoUrl: 'php/garden-club-site', bids: [bid('bea')], bidStats: { bidCount } };
    expect(bidsOf(withState(projectState(raw)))).toHaveLength(1);
  });

  it('with fields of a wrong type lose the field, not the bid', () => {
    const wrong = {
      ...bid('Ada-L'),
      amount: { value: 10 },
      period: 'soon',
      sellerRating: [5],
      address: 'Rome',
      description: ['a', 'b'],
    };
    const raw = {
      seoUrl: 'php/garden-club-site',
      bids: [wrong, null, 7, 'x', { username: 9 }, bid('bea')],
      title: {},
      skills: 3,
    };
    const seen = withState(projectState({ ...raw, currencyDetails: { code: 'EUR' } }));
    expect(bidsOf(seen).map(({ account, text, amount, days }) => ({ account, text, amount, days }))).toEqual([
      { account: 'ada-l', text: undefined, amount: undefined, days: undefined },
      { account: 'bea', text: 'The text of bea.', amount: 10, days: 2 },
    ]);
  });

  it('nested without end are searched only so far', () => {
    const deep = `${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`;
    const wide = JSON.stringify(Array.from({ length: 200_000 }, (_, n) => ({ n })));
    for (const text of [deep, wide]) expect(pageOf(withState(stateScript(text))).read).toBe('not');
  });
});

describe('messages from a page', () => {
  it.each([
    undefined,
    null,
    7,
    [],
    {},
    { site: 'freelancer' },
    { site: '../x', url: 'u', seenAt: 'now', page: 'bids', sightings: [] },
    { site: 'freelancer', url: 'u', seenAt: '2026-10-02T09:30:00.000Z', page: 'everything', sightings: [] },
    { site: 'freelancer', url: 'u', seenAt: '2026-10-02T09:30:00.000Z', page: 'bids', sightings: [{ kind: 'bid' }] },
    {
      site: 'freelancer',
      url: 'u',
      seenAt: '2026-10-02T09:30:00.000Z',
      page: 'bids',
      sightings: [{ kind: 'bid', ids: { account: '' }, said: {} }],
    },
  ])('that are no reading are refused in words: %j', (value) => {
    const parsed = parseReading(value);
    expect('problem' in parsed && parsed.problem.length > 0).toBe(true);
  });
});

it('asks no element in a way that a field of a form takes the place of', () => {
  // What a browser does then is tried in tests/e2e/named-fields.e2e.test.ts; the DOM of these tests lets no field do so.
  const names =
    /\.(parent(Element|Node)|(next|first|last|previous)(Element)?(Sibling|Child)|children|childNodes|childElementCount|querySelector(All)?|closest|matches|(get|has)Attribute|localName|nodeType|textContent|className|compareDocumentPosition)\b/;
  for (const folder of ['lib/reading', 'lib/sites']) {
    for (const name of readdirSync(folder)) {
      if (name === 'walk.ts') continue;
      const code = readFileSync(`${folder}/${name}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
      expect(names.exec(code)?.[0], `${folder}/${name}`).toBeUndefined();
    }
  }
});
