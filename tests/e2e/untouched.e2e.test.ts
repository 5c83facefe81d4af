// On saved pages of every marketplace, the extension asks the marketplace for nothing, dispatches nothing, and
// leaves nothing in the page but its own hosts, which the page cannot look into. The page itself is the
// witness: it is opened with and without the extension, and says what it sees.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { readPage, siteFor } from '../../lib/sites/registry.ts';
import { untilBadges } from '../../scripts/lib/badges-in-page.ts';
import type { BrowserKind } from '../../scripts/lib/find-browser.ts';
import { open } from '../../scripts/lib/observe.ts';
import { root } from '../../scripts/lib/tool.ts';
import { browserKinds, isChromium, startBrowser } from './harness.ts';

/**
 * Runs in the page before anything else of it: notes every event, whoever made it, but that the window itself has
 * gained or lost the focus, as tabs come and go.
 */
const witness = `<script>
window.__seen = { heard: [], properties: Object.getOwnPropertyNames(window).sort().join() };
for (const type of ${JSON.stringify([
  'click',
  'dblclick',
  'mousedown',
  'mouseup',
  'mouseover',
  'mouseenter',
  'mousemove',
  'pointerdown',
  'pointerup',
  'pointerover',
  'keydown',
  'keyup',
  'keypress',
  'input',
  'change',
  'focus',
  'blur',
  'focusin',
  'focusout',
  'scroll',
  'wheel',
  'submit',
  'reset',
  'copy',
  'paste',
  'message',
  'storage',
  'popstate',
  'hashchange',
  'toggle',
  'resize',
  'wxt:content-script-started',
  'wxt:locationchange',
  'hireflag',
])}) addEventListener(type, ({ type, isTrusted, target }) => {
  const isOfTheTab = isTrusted && (target === window || target === document) && /^(focus|blur)/.test(type);
  if (!isOfTheTab) window.__seen.heard.push(type + (isTrusted ? '' : ' made by a script'));
}, true);
</script>`;

interface Fixture {
  name: string;
  site: string;
  kind: string;
  url: string;
  body: string;
  /** Whether anybody on it carries a badge when the extension has read the page. */
  isBadged: boolean;
}

const folder = join(root, 'tests', 'sites');
const foldersIn = (path: string) => readdirSync(path, { withFileTypes: true }).filter((one) => one.isDirectory());
const all: Fixture[] = foldersIn(folder).flatMap(({ name: site }) =>
  foldersIn(join(folder, site)).flatMap(({ name }) => {
    const html = readFileSync(join(folder, site, name, 'page.html'), 'utf8');
    const [line = '', url = ''] = /^<!-- url: (\S+) .*-->\n/.exec(html) ?? [];
    const address = URL.parse(url);
    const read = address ? readPage(open(html, url), url) : undefined;
    if (!address || !read) return [];
    const rest = html.slice(line.length);
    const [type = ''] = /^<!doctype[^>]*>/i.exec(rest) ?? [];
    const body = type + witness + rest.slice(type.length);
    const isBadged = read.anchors.size > 0;
    return [{ name: `${site}/${name}`, site, kind: read.reading.page, url: address.href, body, isBadged }];
  }),
);

/** Of each marketplace one page of each kind, in Firefox one page; rather one with badges. */
const fixtures = [
  ...Map.groupBy(
    all.toSorted((a, b) => Number(b.isBadged) - Number(a.isBadged)),
    ({ site, kind }) => (isChromium ? `${site} ${kind}` : site),
  ).values(),
].flatMap(([first]) => first ?? []);

/** What the page sees of itself, our elements taken out of the copy that is looked at. */
const seenBy = (page: Page) =>
  page.evaluate(() => {
    if (!('__seen' in window)) return undefined;
    const { heard, properties } = (window as unknown as { __seen: { heard: string[]; properties: string } }).__seen;
    const now = Object.getOwnPropertyNames(window)
      .filter((name) => name !== '__seen')
      .sort()
      .join();
    const isOurs = (one: Element) => {
      const { contain, position, width, height } = getComputedStyle(one);
      const isBadge = contain === 'strict' && height === '20px';
      // The frame, and the line at the foot of the window.
      const isFrame =
        one.parentElement === document.documentElement && position === 'fixed' && ['0px', '340px'].includes(width);
      return one.attributes.length === 0 && (isBadge || isFrame);
    };
    const ours = [...document.querySelectorAll('span:empty')].filter(isOurs);
    const open = ours.filter((host) => host.shadowRoot !== null).length;
    for (const one of ours) one.replaceWith(document.createComment('ours'));
    const html = document.documentElement.outerHTML.replaceAll('<!--ours-->', '');
    return { html, heard, before: properties, now, hosts: ours.length, open };
  });

async function visit(kind: BrowserKind, bare: boolean) {
  const at = new Map<string, string>();
  const asked = (url: string) => url.replace(/#.*$/, '');
  const answer = (url: URL) => {
    const body = at.get(url.href);
    return body === undefined ? undefined : { status: 200, type: 'text/html; charset=utf-8', body };
  };
  const browser = await startBrowser(kind, { answer, bare });
  const seen = new Map<string, NonNullable<Awaited<ReturnType<typeof seenBy>>>>();
  try {
    const page = await browser.browser.newPage();
    for (const { name, url, body, isBadged } of fixtures) {
      at.set(asked(url), body);
      await page.goto(url, { waitUntil: 'load' });
      if (!bare) await browser.untilRead(page);
      if (!bare && isBadged) await untilBadges(page).catch(() => expect.fail(`${name} got no badge`));
      seen.set(name, (await seenBy(page)) ?? expect.fail(`${name} was not opened: ${page.url()}`));
    }
    const requests = browser.asked
      .filter(({ url }) => siteFor(url))
      .map(({ method, url }) => `${method} ${url}`)
      .sort();
    return { seen, requests };
  } finally {
    await browser.close();
  }
}

describe.each(browserKinds)('in %s', (kind) => {
  test(`${fixtures.length} pages of all marketplaces are as they were without the extension`, async () => {
    expect(fixtures.filter(({ isBadged }) => isBadged).length).toBeGreaterThan(fixtures.length / 2);
    const [without, using] = await Promise.all([visit(kind, true), visit(kind, false)]);
    // How often a browser tries a missing picture again is its own affair.
    expect(using.requests.filter((request) => !without.requests.includes(request))).toEqual([]);
    expect(without.requests.length).toBeGreaterThanOrEqual(fixtures.length);
    for (const { name } of fixtures) {
      const page = using.seen.get(name) ?? expect.fail();
      const before = without.seen.get(name) ?? expect.fail();
      expect.soft(page.html, name).toBe(before.html);
      expect.soft(new Set(page.heard), name).toEqual(new Set(before.heard));
      expect.soft(page.now, name).toBe(before.now);
      expect.soft(page.before, name).toBe(before.before);
      expect.soft(page.open, name).toBe(0);
    }
  });
});
