// Takes a picture of every view, light and dark, into docs/screenshots: they are looked at before a
// change of looks is taken, and the README shows some of them.
//   npm run screenshots
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { answer, projectUrl } from '../practice/marketplace.ts';
import { dashboardViews, fillDashboard, openView } from './lib/dashboard-pictures.ts';
import { getBrowsers } from './lib/get-browsers.ts';
import { type OpenBrowser, openBrowser } from './lib/open-browser.ts';
import { ownPages } from './lib/own-page-pictures.ts';
import { openExtensionPage, popupAddress } from './lib/popup.ts';
import { say } from './lib/say.mjs';
import { root, runTool } from './lib/tool.ts';

const folder = join(root, 'docs', 'screenshots');
const themes = ['light', 'dark'] as const;

await mkdir(folder, { recursive: true });
if (!(await runTool('wxt', ['build', '-b', 'chrome'], { output: 'on-failure' }))) process.exit(1);
const [found] = await getBrowsers(['chromium']);
if (!found) throw new Error('Pictures are taken with Chromium, and none was found.');
const opened = await openBrowser(found, { headless: true, answer });
try {
  for (const theme of themes) await takeAll(opened, theme);
  await takeOwnPages(opened);
  await takeDashboard(opened);
} finally {
  await opened.close();
}

async function takeAll(opened: OpenBrowser, theme: (typeof themes)[number]): Promise<void> {
  const page = await opened.browser.newPage();
  await dress(page, theme, { width: 1200, height: 900 });
  await page.goto(projectUrl, { waitUntil: 'load' });
  await page.waitForSelector('[data-hireflag="badge"]', { timeout: 20_000 });
  await settled();
  await take(page, `badges-${theme}`);

  const popup = await openExtensionPage(opened, await popupAddress(opened, page));
  await dress(popup, theme, { width: 420, height: 600 });
  await popup.waitForSelector('#developers [data-account]', { timeout: 20_000 });
  await take(popup, `popup-${theme}`);
  await popup.close();

  await page.bringToFront();
  const badge = await badgeThatSays(page, 'Look closer');
  await badge.evaluate((one) => (one as Element).scrollIntoView({ block: 'start' }));
  await page.evaluate(() => window.scrollBy(0, -140));
  await badge.click();
  await settled();
  await take(page, `panel-${theme}`);
  await page.close();

  const unread = await opened.browser.newPage();
  await dress(unread, theme, { width: 1200, height: 500 });
  await unread.goto(new URL('/projects/changed/unreadable-page-9900001', projectUrl).href, { waitUntil: 'load' });
  await unread.waitForSelector('[data-hireflag="page"]', { timeout: 20_000 });
  await settled();
  await take(unread, `unread-page-${theme}`);
  await unread.close();
}

/** The dashboard with what the pages above have shown and a file of people, in both themes. */
async function takeDashboard(opened: OpenBrowser): Promise<void> {
  const page = await openExtensionPage(opened, opened.extensionUrl('dashboard.html'));
  await fillDashboard(page);
  for (const theme of themes) {
    for (const [name, route, ready] of dashboardViews) {
      await dress(page, theme, { width: 1200, height: 900 });
      await openView(page, route, ready);
      await settled();
      await take(page, `${name}-${theme}`);
    }
  }
  await page.close();
}

async function takeOwnPages(opened: OpenBrowser): Promise<void> {
  const views = await ownPages(opened);
  for (const theme of themes) {
    for (const { name, path, ready } of views) {
      const page = await openExtensionPage(opened, opened.extensionUrl(path));
      await dress(page, theme, { width: 1000, height: 860 });
      await page.waitForSelector(ready, { timeout: 20_000 });
      if (name === 'practice') await page.$eval(ready, (badge) => badge.scrollIntoView({ block: 'center' }));
      await settled();
      await take(page, `${name}-${theme}`);
      await page.close();
    }
  }
}

async function badgeThatSays(page: Page, words: string): Promise<ElementHandle<Element>> {
  // Only by their roles can elements inside a closed shadow root be reached.
  for (const button of await page.$$('::-p-aria([role="button"])')) {
    const label = await button.evaluate((one) => one.getAttribute('aria-label'));
    if (label?.startsWith(words)) return button;
  }
  throw new Error(`No badge on the practice page says “${words}”.`);
}

async function dress(page: Page, theme: string, size: { width: number; height: number }): Promise<void> {
  await page.setViewport({ ...size, deviceScaleFactor: 1 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
}

async function take(page: Page, name: string): Promise<void> {
  // A browser draws only the tab in front, and the first run opens one of its own.
  await page.bringToFront();
  await page.screenshot({ path: join(folder, `${name}.png`) as `${string}.png` });
  say(`docs/screenshots/${name}.png`);
}

/** A closed shadow root cannot be asked whether it is done; drawing takes a few frames. */
function settled(): Promise<unknown> {
  return new Promise((done) => setTimeout(done, 600));
}
