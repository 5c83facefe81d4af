// A captured page reads as the original does, and nothing of anybody on the original is left on it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../lib/model/observation.ts';
import type { Site } from '../../lib/reading/site.ts';
import { freelancer } from '../../lib/sites/freelancer.ts';
import { siteFor } from '../../lib/sites/registry.ts';
import { capture } from '../../scripts/capture/capture.ts';
import { interfaceWordsOf } from '../../scripts/capture/interface-words.ts';
import { Invention } from '../../scripts/capture/invent.ts';
import { differences, readByAllWays } from '../../scripts/capture/likeness.ts';
import { rewritePage } from '../../scripts/capture/page.ts';
import { survivors } from '../../scripts/capture/survivors.ts';
import { bidders, open, page, projectState, projectUrl, seenAt, siteCard } from '../reading/pages.ts';

/** Draws that are the same in every run. */
function lotOf(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

const tokens = (text: string) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The words and ids by which somebody could be known: names, texts, ids and titles, not dates, figures and the like. */
function telling(seen: readonly Observation[], site: Site): Set<string> {
  const words = interfaceWordsOf(site);
  const found = new Set<string>();
  const collect = (value: unknown, key: string): void => {
    if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) collect(one, name);
    if (
      typeof value !== 'string' ||
      /^(?:kind|site|seenAt|url|.*At|at|role|read|page|country|timezone|localTime|currency)$/.test(key)
    )
      return;
    for (const token of tokens(value)) {
      const isLong = /^\d+$/.test(token) ? token.length >= 5 : token.length >= 4;
      if (isLong && !words.isAllowed(token)) found.add(token);
    }
  };
  for (const one of seen) collect(one.kind === 'page' ? {} : one, '');
  return found;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The words that a page says to people and that its state and its addresses hold, without the steps that tell kinds of pages. */
function saidOn(document: Document, routes: ReadonlySet<string>): Set<string> {
  const said = new Set<string>();
  const add = (text: string) => {
    const path = /^(?:https?:)?\/\/|^\//.test(text) ? URL.parse(text, 'https://www.example')?.pathname : undefined;
    for (const token of tokens(path === undefined ? text : decoded(path)))
      if (path === undefined || !routes.has(token)) said.add(token);
  };
  const collect = (value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'number') add(String(value));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  for (const element of document.querySelectorAll('*')) {
    if (element.localName === 'script' && (element.textContent ?? '') !== '{')
      collect(JSON.parse(element.textContent ?? '{}'));
    else for (const node of element.childNodes) if (node.nodeType === 3) add(node.nodeValue ?? '');
    for (const { name, value } of element.attributes) {
      if (/^(?:href|src|title|alt|aria-label|placeholder|content|value|data-original-title)$/.test(name)) add(value);
    }
  }
  return said;
}

/** Names and ids as they are written, where they are long enough not to be part of another word. */
const called = (seen: readonly Observation[], site: Site): string[] => {
  const words = interfaceWordsOf(site);
  const names = seen.flatMap((one) =>
    [
      one.kind === 'review' ? [one.from, one.to] : [],
      one.kind === 'bid' ? [one.account, one.project] : [],
      one.kind === 'profile' ? [one.account, one.name ?? ''] : [],
    ].flat(),
  );
  return names
    .map((name) => name.toLowerCase())
    .filter((name) => name.length >= 6 && !name.startsWith('not-named') && !tokens(name).every(words.isAllowed));
};

const root = 'tests/sites';
const fixtures = readdirSync(root, { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .flatMap(({ name }) => readdirSync(`${root}/${name}`).map((folder) => `${name}/${folder}`))
  .filter((path) => existsSync(`${root}/${path}/page.html`));

/** A page is read by each way, twice, and written twice: before a release all are, else some of each marketplace. */
const isWhole = process.env.HIREFLAG_WHOLE === '1';
const EVERY = 4;
const tried = fixtures.filter((path, n) => isWhole || n % EVERY === 0 || siteOf(path) !== siteOf(fixtures[n - 1]));

function siteOf(path: string | undefined): string | undefined {
  return path?.split('/')[0];
}

describe('test pages, captured', () => {
  it.each(tried)('%s', (path) => {
    const html = readFileSync(`${root}/${path}/page.html`, 'utf8');
    const [line = '', url = '', at = ''] = /^<!-- url: (\S+) seen-at: (\S+) -->\n/.exec(html) ?? [];
    const site = siteFor(url) ?? expect.fail();
    const captured = capture(site, path, html.slice(line.length), url, at, lotOf(7));
    expect(captured.survivors).toEqual([]);
    expect(captured.differences).toEqual([]);

    // The same once more, by other means: what the two folders expect, and which words they have in common.
    const lines = (text: string): Observation[] =>
      text
        .trim()
        .split('\n')
        .map((one) => JSON.parse(one));
    const before = lines(readFileSync(`${root}/${path}/expected.jsonl`, 'utf8'));
    const after = lines(captured.expected);
    const shape = (seen: readonly Observation[]) => seen.map((one) => [one.kind, ...Object.keys(one).sort()].join(' '));
    expect(shape(after)).toEqual(shape(before));
    const amounts = (seen: readonly Observation[]) =>
      seen.flatMap((one) => (one.kind === 'bid' ? [[one.amount, one.days, one.submittedAt]] : []));
    expect(amounts(after)).toEqual(amounts(before));
    expect(after.at(-1)).toEqual({ ...before.at(-1), url: after.at(-1)?.url });
    const real = telling(before, site);
    const left = [...saidOn(open(captured.page, url), captured.rewritten.routes)].filter((one) => real.has(one));
    expect(left).toEqual([]);
    const written = (captured.page + captured.expected).toLowerCase();
    for (const name of called(before, site)) expect(written).not.toContain(name);
  });
});

const folder = new URL('../../../shared/sites/', import.meta.url);
const has = existsSync(folder);
if (!has) console.warn('capture: real pages skipped, there are none beside this repository');

/** Real pages that take seconds each. */
const large: [path: string, url: string, bids: number][] = [
  ['workana/insight_bidders_react_native_2026-06.html', 'https://www.workana.com/job/insight/some-thing', 20],
  ['workana/insight_bidders_fotos_2026-06.html', 'https://www.workana.com/job/insight/some-thing', 4],
  ['upwork/profile_own_view_2021.html', 'https://www.upwork.com/freelancers/~01abcdef0123456789', 0],
  ['upwork/job_info_logged_in_2024-11.html', 'https://www.upwork.com/jobs/~021850898891443283840', 0],
  ['fiverr/seller_profile_tonigdesign_2025-08.html', 'of the seller', 0],
];

describe.skipIf(!has)('real pages, captured in memory', () => {
  it.each([
    ...(isWhole ? large : []),
    ['freelancer/bid_card_logged_out.transcribed-abridged.html', projectUrl, 1],
    ['freelancer/freelancer_profile_page_2026-01.pseudonymised.html', 'https://www.freelancer.com/u/user22', 0],
    ['freelancer/messages_list_2026-01.pseudonymised.html', projectUrl, 0],
    ['workana/insight_bidders_whatsapp_2026-06.html', 'https://www.workana.com/job/insight/some-thing', 2],
    ['freelancehunt/project_bids_2019.pseudonymised.html', 'https://freelancehunt.com/project/some-thing/1234.html', 1],
    ['freelancehunt/mailbox_thread_2019.pseudonymised.html', 'https://freelancehunt.com/mailbox/read/thread/1234', 0],
    ['upwork/job_search_logged_out_fragment.html', 'https://www.upwork.com/nx/search/talent', 0],
  ])('%s', (path, address, bids) => {
    const url = address === 'of the seller' ? `https://www.fiverr.com/${/profile_(\w+?)_/.exec(path)?.[1]}` : address;
    const site = siteFor(url) ?? expect.fail();
    const captured = capture(site, path, readFileSync(new URL(path, folder), 'utf8'), url, seenAt, lotOf(11));
    // Counted, never shown: they are real people's words.
    expect(captured.survivors.length).toBe(0);
    expect(captured.differences.length).toBe(0);
    expect(captured.rewritten.replaced).toBeGreaterThan(50);
    expect(captured.read.observations.filter((one) => one.kind === 'bid').length).toBeGreaterThanOrEqual(bids);
    const original = readByAllWays(site, open(readFileSync(new URL(path, folder), 'utf8'), url), url, seenAt);
    const real = telling(original?.observations ?? [], site);
    const left = [...saidOn(open(captured.page, url), captured.rewritten.routes)].filter((one) => real.has(one));
    expect(left.length).toBe(0);
    const written = (captured.page + captured.expected).toLowerCase();
    const names = called(original?.observations ?? [], site).filter((name) => written.includes(name));
    expect(names.length).toBe(0);
  });
});

const cardsOf = (count: number) => bidders(count).map(siteCard).join('');

describe('a page with everything on it', () => {
  const url = 'https://www.freelancer.com/projects/php/garden-club-39000001?token=abc123def456#top';
  const raw = {
    projectId: 39000001,
    title: 'Garden club site',
    description: 'We would like a site for our garden club with a calendar.',
    bids: [
      {
        username: 'QuistHarbour',
        description: 'Good morning, I am Ada Quist and I build calendars that people like to use.',
        amount: 25000,
        period: 7,
        profileLogoUrl: 'https://cdn.somewhere.org/QuistHarbour/4012345.jpg',
      },
    ],
    currencyDetails: { code: 'INR' },
    bidStats: { bidCount: 2 },
    client: { email: 'ada@quist.org', phone: '+44 20 7946 0018', sessionToken: 'eyJhbGciOi.abc', latitude: 53.349805 },
  };
  const html = page(
    `<!-- made for Ada Quist --><h2>2 freelancers are bidding</h2>
${siteCard({ user: 'QuistHarbour', text: raw.bids[0]?.description ?? '', amount: '₹25,000.00 INR', days: 7 })}
${siteCard({ user: 'reviews', text: 'My telephone is +44 20 7946 0018, or write to ada@quist.org, card 40123456. In March 2019 I worked for Ada Quist.' })}
<form action="/send?csrf=1"><input type="hidden" name="csrf" value="f00dfeedbeef1234"><textarea>Dear Ada</textarea></form>
<p onclick="track('Ada')" data-csrf-token="f00dfeedbeef1234" data-user="{&quot;name&quot;:&quot;Ada Quist&quot;,&quot;id&quot;:40123456}" title="Ada Quist">Ada Quist</p>
<a href="/u/QuistHarbour?ref=40123456#about">Ada Quist</a><p>Chad</p><a href="/u/chad">Chad</a>`,
    `<script>window.me = "Ada Quist"</script><style>.a{background:url(/u/QuistHarbour.png)}</style><noscript><img src="https://track.example/?who=QuistHarbour"></noscript>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"Person","name":"Ada Quist","url":"https://www.freelancer.com/u/QuistHarbour"}</script>${projectState(raw)}`,
  );
  const {
    page: made,
    expected,
    survivors: left,
    differences: unlike,
    rewritten,
  } = capture(freelancer, 'page', html, url, seenAt, lotOf(3));
  const document = open(made, rewritten.url);

  it('has nothing real left and reads alike', () => {
    expect(left).toEqual([]);
    expect(unlike).toEqual([]);
    expect(made).not.toMatch(
      /\bada\b|quist|harbour|7946|0018|40123456|f00dfeed|eyJ|349805|csrf|track[.(]|onclick|<style|<noscript|<!-- made/i,
    );
    expect(rewritten.url).toMatch(/^https:\/\/www\.freelancer\.com\/projects\/[a-z]{3}\/[a-z]{6}-[a-z]{4}-\d{8}$/);
  });

  it('calls one person the same everywhere', () => {
    const [name = ''] = [...document.querySelectorAll('main > p')].map((one) => one.textContent ?? '');
    expect(name).toMatch(/^\p{Lu}\p{Ll}{2} \p{Lu}\p{Ll}{4}$/u);
    expect(document.querySelector('p[title]')?.getAttribute('title')).toBe(name);
    const person = JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '');
    expect(person).toMatchObject({ '@context': 'https://schema.org', '@type': 'Person', name });
    const [login] = [...document.querySelectorAll('app-project-view-logged-out-bid-card a')].map((one) =>
      one.getAttribute('href'),
    );
    expect(login).toMatch(/^\/u\/\p{Lu}\p{Ll}{4}\p{Lu}\p{Ll}{6}$/u);
    expect(person.url).toBe(`https://www.freelancer.com${login}`);
    const state = JSON.parse(document.querySelector('#webapp-state')?.textContent ?? '');
    const [number, { rawDocument }] =
      Object.entries<{ rawDocument: typeof raw }>(state.NGRX_STATE.projectsSeo[0].documents)[0] ?? expect.fail();
    expect(`/u/${rawDocument.bids[0]?.username}`).toBe(login);
    expect(number).toBe(String(rawDocument.projectId));
    expect(rewritten.url).toContain(number);
    expect(document.body.textContent).toContain(`${rawDocument.client.email}, `);
    expect(document.querySelector('.User-bid-text')?.textContent?.trim()).toBe(rawDocument.bids[0]?.description);
  });

  it('keeps amounts, days, dates, and the words of the interface', () => {
    expect(JSON.parse(expected.split('\n')[1] ?? '')).toMatchObject({
      kind: 'bid',
      amount: 25000,
      currency: 'INR',
      days: 7,
    });
    expect(document.body.textContent).toMatch(/2 freelancers .*₹25,000\.00 INR\s+in 7 days.*March 2019/s);
    expect(document.querySelector('nav')?.textContent).toBe('Profile');
  });

  it('takes a name for a name, also one that is a word of the interface or a country', () => {
    const logins = [...document.querySelectorAll('a[href^="/u/"]')].map((one) => one.getAttribute('href'));
    expect(logins).not.toContain('/u/reviews');
    expect(logins).not.toContain('/u/chad');
    expect(document.body.textContent).not.toMatch(/@reviews|Chad/);
  });
});

it('leaves nobody in an address whose id is written with a few letters only, known to the reader or not', () => {
  const url = 'https://www.peopleperhour.com/freelancer/design/ines-c-interfaces-mzvyqz';
  const other = 'https://www.peopleperhour.com/freelancer/design/orla-quist-gardens-nazmqjw';
  const site = siteFor(url) ?? expect.fail();
  const html = `<html><body><header><a href="/hire-freelancers/design">Hire</a></header><div class="member-name"><h1>Ines C.</h1></div>
<script type="application/ld+json">{"@type":"Person","url":"${other}","status":"${other}"}</script><p data-url="${other}" data-more="/freelancer/design/orla-quist-gardens-nazmqjw">Work</p></body></html>`;
  const {
    page: made,
    rewritten,
    survivors: left,
    differences: unlike,
  } = capture(site, 'page', html, url, seenAt, lotOf(9));
  expect([left, unlike]).toEqual([[], []]);
  expect(made).not.toMatch(/ines|orla|quist|gardens|nazmqjw|mzvyqz/i);
  expect(made).toContain('href="/hire-freelancers/');
  const ids = [rewritten.url, ...[...made.matchAll(/https:[^" ]+/g)].map(([one]) => one)].map((one) =>
    site.accountAt(new URL(one)),
  );
  expect(ids).toEqual([ids[0], ids[0], ids[2], ids[2], ids[2]]);
  expect(ids[0]).not.toBe(ids[2]);
  expect(ids[2]).toMatch(/^[nazmqjw]{7}$/);
});

describe('what is refused', () => {
  const url = projectUrl;
  const html = page(cardsOf(4));
  const made = () => {
    const document = open(html, url);
    const rewritten = rewritePage(freelancer, document, url, lotOf(5));
    return { document, rewritten };
  };

  it.each([
    ['word', (document: Document) => document.querySelector('p.User-bid-text')?.append(' gardeners')],
    ['word', (document: Document) => document.querySelector('img')?.setAttribute('alt', 'gardeners')],
    ['name', (document: Document) => document.querySelector('h1')?.append(' bidder-2')],
    ['name', (document: Document) => document.querySelector('h1')?.setAttribute('class', 'of-bidder-2')],
    ['id', (document: Document) => document.querySelector('a')?.setAttribute('href', '/projects/x/a1b2c3')],
    ['number', (document: Document) => document.querySelector('h1')?.setAttribute('data-thing', '40123456')],
    [
      'word',
      (document: Document) =>
        document.body.insertAdjacentHTML('beforeend', '<script type="application/json">{"a":["gardeners"]}</script>'),
    ],
  ] as const)('a %s of the original that is still there', (kind, plant) => {
    const { document, rewritten } = made();
    const original = open(`${html}<p>code a1b2c3, number 40123456</p>`, url);
    expect(survivors(original, document, rewritten)).toEqual([]);
    plant(document);
    const found = survivors(original, document, rewritten);
    expect(found.map((one) => one.kind)).toContain(kind);
    // The place is told, the word is not.
    for (const { place } of found) expect(place).not.toMatch(/gardeners|a1b2c3|40123456|bidder-2/);
  });

  it.each([
    ['a bid less', (document: Document) => document.querySelector('app-project-view-logged-out-bid-card')?.remove()],
    ['a field less', (document: Document) => document.querySelector('strong')?.remove()],
    ['another amount', (document: Document) => document.querySelector('strong')?.replaceChildren('$7 USD')],
    [
      'two people made one',
      (document: Document) => {
        const [, other] = document.querySelectorAll('app-project-view-logged-out-bid-card');
        for (const link of other?.querySelectorAll('a') ?? [])
          link.setAttribute('href', document.querySelector('main a')?.getAttribute('href') ?? '');
      },
    ],
  ] as const)('%s', (_, change) => {
    const { document, rewritten } = made();
    const before = readByAllWays(freelancer, open(html, url), url, seenAt) ?? expect.fail();
    const read = () => readByAllWays(freelancer, document, rewritten.url, seenAt) ?? expect.fail();
    expect(differences(before, read())).toEqual([]);
    change(document);
    expect(differences(before, read()).length).toBeGreaterThan(0);
  });
});

describe('what is invented', () => {
  const invention = (seed = 1) =>
    new Invention((word) => word === 'days', new Set(['1850898891443283840']), lotOf(seed));

  it('is as long and in the same case, the same for the same and another for another', () => {
    const one = invention();
    expect(one.word('Ada')).toMatch(/^\p{Lu}\p{Ll}{2}$/u);
    expect(one.word('ada')).toBe(one.word('Ada').toLowerCase());
    expect(one.word('Олена')).toMatch(/^[А-Я][а-я]{4}$/u);
    expect(one.word('山田')).toMatch(/^\p{Script=Han}{2}$/u);
    expect(one.word('𝗔𝗱𝗮')).toHaveLength('𝗔𝗱𝗮'.length);
    const all = new Set(
      Array.from({ length: 600 }, (_, n) =>
        one.word(`w${String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26))}`),
      ),
    );
    expect(all.size).toBe(600);
  });

  it('is another word after another word in a text, and of a word cut short a part of the same', () => {
    const one = invention();
    expect(one.wordAfter('the', 'garden', false)).not.toBe(one.wordAfter('a', 'garden', false));
    const whole = one.wordAfter('web', 'developer', false);
    expect(one.wordAfter('web', 'develo', true)).toBe(whole.slice(0, 6));
  });

  it('keeps ids ids of their kind, and one that ends with another doing so', () => {
    const one = invention();
    expect(one.mixed('01feedc0de00aa11bb')).toMatch(/^01[a-f]{4}[a-f]\d[a-f]{2}\d{2}[a-f]{2}\d{2}[a-f]{2}$/);
    expect(one.number('021850898891443283840')).toBe(`02${one.number('1850898891443283840')}`);
    expect(one.number('40724221')).toMatch(/^[1-9]\d{7}$/);
    expect(one.number('40724221')).not.toBe('40724221');
  });

  it('is free of doubles also where a page has nearly all figures and letters there are', () => {
    const one = invention();
    const figures = Array.from({ length: 500 }, (_, n) => one.number(String(n)));
    expect(new Set(figures).size).toBe(500);
    expect(figures.every((figure, n) => figure.length === String(n).length)).toBe(true);
    expect(new Set(Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => one.word(letter))).size).toBe(26);
  });

  it('is drawn by lot', () => {
    const text = (one: Invention) => ['garden', 'calendar', 'member'].map((word) => one.word(word)).join(' ');
    expect(text(invention(1))).not.toBe(text(invention(2)));
    const plain = () => new Invention(() => false);
    expect(text(plain())).not.toBe(text(plain()));
  });
});
