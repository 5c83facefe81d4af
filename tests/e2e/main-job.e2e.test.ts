// The main job in real browsers: a client opens a project, and the bidders that send one text from
// several accounts carry a badge that says so and shows why.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projects } from '../../practice/data/projects.ts';
import { plantedAccounts } from '../../practice/data/truth.ts';
import { answer, projectUrl } from '../../practice/marketplace.ts';
import { projectPath } from '../../practice/pages/project-state.ts';
import { badgeOf, badgesIn, countBadges, frameCorner, openPanel, ourFrame } from '../../scripts/lib/badges-in-page.ts';
import { browserKinds, soon, startBrowser, type TestBrowser } from './harness.ts';

const origin = new URL(projectUrl).origin;

/** A page whose own policy allows no inline style and no foreign script, and whose bids are hostile. */
const strictUrl = `${origin}/projects/web/strict-9900777`;
const hostileText = `${'<img src=x onerror="window.hurt=1"><script>window.hurt=2</script> \u202eevil\u202c 🎉\u200b '.repeat(8)}end`;
const strictPage = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:">
<link rel="icon" href="data:,"><title>Strict</title><h1>Strict</h1><p>Project ID: 9900777</p>
${['one', 'two', 'three']
  .map(
    (
      name,
    ) => `<app-project-view-logged-out-bid-card><div><fl-username><a href="/u/strict-${name}">@strict-${name}</a></fl-username>
<p class="User-bid-text">${hostileText.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p><p><strong>€300 EUR</strong> in 5 days</p></div></app-project-view-logged-out-bid-card>`,
  )
  .join('')}`;
const web = (url: URL) =>
  url.href === strictUrl ? { status: 200, type: 'text/html; charset=utf-8', body: strictPage } : answer(url);

const badges = countBadges;

/** How many rows the extension's database holds. */
async function stored(browser: TestBrowser): Promise<number> {
  const own = await browser.openOwn('popup.html');
  const rows = await own.evaluate(
    () =>
      new Promise<number>((done, failed) => {
        const request = indexedDB.open('hireflag');
        request.onerror = () => failed(request.error);
        request.onsuccess = () => {
          const counting = request.result.transaction('observations').objectStore('observations').count();
          counting.onsuccess = () => {
            request.result.close();
            done(counting.result);
          };
        };
      }),
  );
  await own.close();
  return rows;
}

/** What the popup lists, by account. */
async function listed(browser: TestBrowser, page: Page, atLeast: number): Promise<Map<string, string>> {
  const popup = await browser.openPopup(page);
  const rows = () =>
    popup.$$eval('#developers [data-account]', (all) =>
      all.map((row) => [row.getAttribute('data-account') ?? '', row.getAttribute('data-level') ?? ''] as const),
    );
  await expect.poll(async () => (await rows()).length, soon).toBeGreaterThanOrEqual(atLeast);
  const byAccount = new Map(await rows());
  await popup.close();
  return byAccount;
}

describe.each(browserKinds)('in %s', (kind) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser(kind, { answer: web });
  });
  afterAll(() => browser?.close());

  test('every bidder on the page carries one badge that the page cannot look into', async () => {
    const page = await browser.open(projectUrl);
    await expect.poll(() => badges(page), soon).toBe(20);
    const seen = await Promise.all(
      (await badgesIn(page)).map((badge) =>
        badge.evaluate((host) => {
          const { width, height } = host.getBoundingClientRect();
          const beside = host.previousElementSibling?.getAttribute('href');
          return { beside, outside: [host.outerHTML, host.shadowRoot, host.textContent, width, height].join() };
        }),
      ),
    );
    expect(new Set(seen.map(({ beside }) => beside)).size).toBe(20);
    // Whatever it says, a badge looks to the page like any other.
    const [outside, another] = new Set(seen.map(({ outside }) => outside));
    expect([outside, another]).toEqual([expect.stringMatching(/^<span><\/span>,,,\d+,20$/), undefined]);
    await page.close();
  });

  test('the popup lists all bidders, those who share a text first, and nobody honest among them', async () => {
    const page = await browser.open(projectUrl);
    const levels = await listed(browser, page, 60);
    expect(levels.size).toBe(60);
    const flagged = [...levels].filter(([, level]) => level === 'look-closer' || level === 'worth-a-question');
    expect(flagged.filter(([account]) => !plantedAccounts.has(account))).toEqual([]);
    expect(flagged.length).toBeGreaterThanOrEqual(11);
    expect([...levels.keys()].slice(0, flagged.length).every((account) => plantedAccounts.has(account))).toBe(true);
    await page.close();
  });

  test('the panel opens and closes by keyboard, and gives the focus back', async () => {
    const page = await browser.open(projectUrl);
    await expect.poll(() => badges(page), soon).toBe(20);
    const badge = await badgeOf(page, 'blue-lantern');
    const isFocused = () => badge.evaluate((one) => document.activeElement === one);
    // The link before a planted bidder's badge: the next stop of the Tab key is the badge.
    await page.focus('app-project-view-logged-out-bid-card fl-username a[href="/u/blue-lantern"]');
    await page.keyboard.press('Tab');
    expect(await isFocused()).toBe(true);
    expect(await frameCorner(page)).toBeUndefined();
    await page.keyboard.press('Enter');
    const frame = await ourFrame(page, 'h2');
    await expect.poll(() => frame.evaluate(() => document.activeElement?.textContent), soon).toBe('@blue-lantern');
    expect(await isFocused()).toBe(false);
    expect(await frameCorner(page)).toBeDefined();
    await browser.screenshot(page, 'panel');
    await page.keyboard.press('Escape');
    await expect.poll(() => frameCorner(page), soon).toBeUndefined();
    expect(await isFocused()).toBe(true);
    await page.close();
  });

  test('a second visit adds nothing twice, and an ended background loses nothing', async () => {
    const first = await browser.open(projectUrl);
    await listed(browser, first, 60);
    const before = await stored(browser);
    expect(before).toBeGreaterThan(60);
    await first.close();
    await browser.endBackground();
    expect(await browser.backgroundRuns()).toBe(false);
    const second = await browser.open(projectUrl);
    await expect.poll(() => badges(second), soon).toBe(20);
    expect((await listed(browser, second, 60)).get('blue-lantern')).toBe('look-closer');
    expect(await stored(browser)).toBe(before);
    await second.close();
  });

  test('the next project in the same document is read anew', async () => {
    const page = await browser.open(projectUrl);
    await expect.poll(() => badges(page), soon).toBe(20);
    const project = projects[1] ?? expect.fail();
    await page.evaluate((path) => {
      const link = document.createElement('a');
      link.href = path;
      document.querySelector('app-root')?.append(link);
      link.click();
    }, projectPath(project));
    await page.waitForFunction((path) => location.pathname === path, {}, projectPath(project));
    // The state script is still that of the first project: only the twenty cards that are shown can be read.
    const shown = project.bids.slice(0, 20).map(({ by }) => by);
    await expect.poll(async () => (await browser.untilRead(page)).accounts.toSorted(), soon).toEqual(shown.toSorted());
    await expect.poll(() => badges(page), soon).toBe(shown.length);
    await page.close();
  });

  test('a page with a strict policy and hostile bids gets styled badges and is not hurt', async () => {
    const errors: unknown[] = [];
    const page = await browser.open(strictUrl);
    page.on('pageerror', (error) => errors.push(error));
    await expect.poll(() => badges(page), soon).toBe(3);
    const frame = await openPanel(page, 'strict-one');
    expect(await frame.$eval('h2', (title) => title.textContent)).toBe('@strict-one');
    await browser.screenshot(page, 'strict');
    expect(await page.evaluate(() => (window as { hurt?: number }).hurt)).toBeUndefined();
    expect(errors).toEqual([]);
    await page.close();
  });
});
