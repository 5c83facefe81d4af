// On every saved page there is, the extension asks the marketplace for nothing, dispatches nothing, and
// leaves nothing in the page but its own hosts, which the page cannot look into. The page itself is the
// witness: it is opened with and without the extension, and tells what it sees.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { Observation } from '../../lib/model/observation.ts';
import { siteFor } from '../../lib/sites/registry.ts';
import type { BrowserKind } from '../../scripts/lib/find-browser.ts';
import { root } from '../../scripts/lib/tool.ts';
import { browserKinds, startBrowser } from './harness.ts';

/** Runs in the page before anything else of it: notes every event that no user and no browser made, and every message. */
const witness = `<script>
window.__seen = { dispatched: [], properties: Object.getOwnPropertyNames(window).sort().join() };
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
])}) addEventListener(type, (event) => { if (!event.isTrusted || event.type === 'message') window.__seen.dispatched.push(event.type); }, true);
</script>`;

interface Fixture {
  name: string;
  url: string;
  body: string;
  /** People who carry a badge when the extension has read the page. */
  marked: number;
}

const folder = join(root, 'tests', 'sites');
const folders = (at: string) => readdirSync(at, { withFileTypes: true }).filter((one) => one.isDirectory());
const fixtures: Fixture[] = folders(folder).flatMap((site) =>
  folders(join(folder, site.name)).flatMap(({ name }) => {
    const html = readFileSync(join(folder, site.name, name, 'page.html'), 'utf8');
    const [line = '', url = ''] = /^<!-- url: (\S+) .*-->\n/.exec(html) ?? [];
    const expected = readFileSync(join(folder, site.name, name, 'expected.jsonl'), 'utf8')
      .trim()
      .split('\n');
    const people = expected
      .map((one): Observation => JSON.parse(one))
      .flatMap((one) =>
        one.kind === 'bid' || (one.kind === 'profile' && one.role === 'freelancer') ? [one.account] : [],
      );
    const rest = html.slice(line.length);
    const body = /^<!doctype[^>]*>/i.test(rest)
      ? rest.replace(/^<!doctype[^>]*>/i, (type) => type + witness)
      : witness + rest;
    const address = URL.parse(url);
    return address && siteFor(address)
      ? [{ name: `${site.name}/${name}`, url: address.href, body, marked: new Set(people).size }]
      : [];
  }),
);

/** What the page sees of itself, our hosts taken out of the copy that is looked at. */
const seenBy = (page: Page) =>
  page.evaluate(() => {
    if (!('__seen' in window)) return undefined;
    const { dispatched, properties } = (window as unknown as { __seen: { dispatched: string[]; properties: string } })
      .__seen;
    const now = Object.getOwnPropertyNames(window)
      .filter((name) => name !== '__seen')
      .sort()
      .join();
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    const hosts = copy.querySelectorAll('[data-hireflag]');
    const inside = [...hosts].map((host) => host.outerHTML.replace(/data-hireflag="\w+"/, ''));
    for (const host of hosts) host.remove();
    const open = [...document.querySelectorAll('[data-hireflag]')].filter((host) => host.shadowRoot !== null).length;
    return { html: copy.outerHTML, dispatched, before: properties, now, hosts: [...new Set(inside)], open };
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
  const marks = new Map<string, number>();
  try {
    const page = await browser.browser.newPage();
    for (const { name, url, body, marked } of fixtures) {
      at.set(asked(url), body);
      await page.goto(url, { waitUntil: 'load' });
      const count = () => page.$$eval('[data-hireflag="badge"]', (all) => all.length);
      if (!bare && marked > 0) {
        await expect
          .poll(count, { timeout: 4_000, message: name })
          .toBeGreaterThan(0)
          .catch(() => undefined);
      }
      if (!bare) await new Promise((done) => setTimeout(done, 150));
      marks.set(name, await count());
      seen.set(name, (await seenBy(page)) ?? expect.fail(`${name} was not opened: ${page.url()}`));
    }
    const requests = browser.asked
      .filter(({ url }) => siteFor(url))
      .map(({ method, url }) => `${method} ${url}`)
      .sort();
    return { seen, marks, requests };
  } finally {
    await browser.close();
  }
}

describe.each(browserKinds)('in %s', (kind) => {
  test(`${fixtures.length} pages of all marketplaces are as they were without the extension`, {
    timeout: 600_000,
  }, async () => {
    const [without, using] = await Promise.all([visit(kind, true), visit(kind, false)]);
    // How often a browser tries a missing picture again is its own affair.
    expect(using.requests.filter((request) => !without.requests.includes(request))).toEqual([]);
    expect(without.requests.length).toBeGreaterThan(fixtures.length / 2);
    for (const { name } of fixtures) {
      const page = using.seen.get(name) ?? expect.fail();
      const before = without.seen.get(name) ?? expect.fail();
      expect.soft(page.html, name).toBe(before.html);
      expect.soft(page.dispatched, name).toEqual([]);
      expect.soft(page.now, name).toBe(before.now);
      expect.soft(page.before, name).toBe(before.before);
      expect
        .soft(
          page.hosts.filter((host) => host !== '<span ></span>'),
          name,
        )
        .toEqual([]);
      expect.soft(page.open, name).toBe(0);
    }
    // It did read them: nearly all pages with somebody on them carry badges; one without a heading has no place for any.
    const peopled = fixtures.filter(({ marked }) => marked > 0);
    const badged = peopled.filter(({ name }) => (using.marks.get(name) ?? 0) > 0);
    expect(badged.length).toBeGreaterThan(peopled.length * 0.9);
    expect(peopled.length).toBeGreaterThan(10);
  });
});
