// A page whose forms have fields with the names of what elements are asked for: in a browser a form answers with the
// field, so that a walk outwards by `parentElement` never ends. Every bidder is read all the same, and the page lives.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { badgesIn, untilBadges } from '../../scripts/lib/badges-in-page.ts';
import { browserKinds, startBrowser, type TestBrowser } from './harness.ts';

const names = [
  ...['parentElement', 'parentNode', 'nextSibling', 'firstChild', 'children', 'childNodes', 'childElementCount'],
  ...['querySelectorAll', 'querySelector', 'closest', 'matches', 'contains', 'getAttribute', 'hasAttribute'],
  ...[
    'localName',
    'nodeType',
    'nodeValue',
    'textContent',
    'className',
    'compareDocumentPosition',
    'nextElementSibling',
  ],
  ...['after', 'getRootNode', 'ownerDocument', 'checkVisibility', 'cellIndex', 'rows', 'id', 'name', 'style', 'title'],
  ...['body', 'documentElement', 'createElement', 'readyState', 'addEventListener', 'activeElement'],
];
const card = (name: string) =>
  `<app-project-view-logged-out-bid-card><div><fl-username><a href="/u/${name}">@${name}</a></fl-username><p class="User-bid-text">${name} would write the garden club's calendar anew.</p><p><strong>€300 EUR</strong> in 5 days</p></div></app-project-view-logged-out-bid-card>`;
const field = (name: string) => `<input name="${name}">`;
const origin = 'https://www.freelancer.com';
const lists: Record<string, string> = {
  'one form around all cards': `<form>${names.map(field).join('')}${names.map(card).join('')}</form>`,
  'a form around each card': names.map((name) => `<form>${field(name)}${card(name)}</form>`).join(''),
  'fields in the cards, which are forms': names
    .map(
      (name) =>
        `<form class="bid">${field(name)}<a href="/u/${name}">@${name}</a><p>${name} asks $300 USD in 5 days.</p></form>`,
    )
    .join(''),
  'things of the document': names.map((name) => `<form name="${name}"></form>${card(name)}`).join(''),
};
const pathOf = (n: number) => `/projects/web/fields-99003${n}0`;

describe.each(browserKinds)('fields with the names of what elements answer to, in %s', (kind) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser(kind, {
      answer: ({ pathname }) => {
        const n = Object.keys(lists).findIndex((_, at) => pathOf(at) === pathname);
        if (n < 0) return undefined;
        const body = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><h1>Calendar</h1><p>Project ID: 99003${n}0</p><div>${Object.values(lists)[n]}</div>`;
        return { status: 200, type: 'text/html; charset=utf-8', body };
      },
    });
  });
  afterAll(() => browser?.close());

  test.each(Object.keys(lists).map((name, n) => ({ name, n })))('$name: everybody is marked', async ({ n }) => {
    const page = await browser.open(origin + pathOf(n));
    await page.bringToFront();
    await untilBadges(page, names.length);
    expect(await badgesIn(page)).toHaveLength(names.length);
    await page.close();
  });
});
