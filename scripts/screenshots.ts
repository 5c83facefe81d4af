// Takes a picture of every view, light and dark, and of those that could suffer by it in forced colours and in
// a narrow window, into docs/screenshots: they are looked at before a change of looks is taken, and the README
// shows some of them.
//   npm run screenshots
//   npm run screenshots -- --every-look [--browser firefox] [VIEW…] [LOOK…]   every view in every look, into
//   .output/every-look or .output/every-look-firefox
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { answer, projectUrl } from '../practice/marketplace.ts';
import { looks as looksToTake } from './every-look/looks.ts';
import { takeEveryLook } from './every-look/take.ts';
import { anyPageAnswer, anyPagePictures } from './lib/any-page-pictures.ts';
import { ourFrame, untilBadges } from './lib/badges-in-page.ts';
import { dashboardViews, fillDashboard, openView } from './lib/dashboard-pictures.ts';
import { getBrowsers } from './lib/get-browsers.ts';
import { pictureOfExtensions, pictureOfTemporaryAddOns } from './lib/install-pictures.ts';
import { type OpenBrowser, openBrowser } from './lib/open-browser.ts';
import { ownPages } from './lib/own-page-pictures.ts';
import { panelPictures } from './lib/panel-pictures.ts';
import { openExtensionPage, openPopup } from './lib/popup.ts';
import { say } from './lib/say.mjs';
import { root, runTool } from './lib/tool.ts';

const folder = join(root, 'docs', 'screenshots');
const themes = ['light', 'dark'] as const;
/** How a page is dressed: the name of its pictures, the theme, forced colours or not, and a width in place of the usual. */
const looks = {
  light: { theme: 'light', forced: 'none' },
  dark: { theme: 'dark', forced: 'none' },
  contrast: { theme: 'dark', forced: 'active' },
  narrow: { theme: 'light', forced: 'none', width: 360 },
} as const;
type Look = keyof typeof looks;

await mkdir(folder, { recursive: true });
const isInFirefox = process.argv.includes('--browser') && process.argv.includes('firefox');
const target = isInFirefox ? 'firefox' : 'chrome';
if (!process.argv.includes('--built') && !(await runTool('wxt', ['build', '-b', target], { output: 'on-failure' })))
  process.exit(1);
if (process.argv.includes('--every-look')) {
  const asked = process.argv.slice(2).filter((one) => !one.startsWith('--') && one !== 'firefox');
  const lookNames = new Set(looksToTake.map(({ name }) => name));
  await takeEveryLook(
    join(root, '.output', isInFirefox ? 'every-look-firefox' : 'every-look'),
    asked.filter((one) => !lookNames.has(one)),
    asked.filter((one) => lookNames.has(one)),
    isInFirefox ? 'firefox' : 'chromium',
  );
  process.exit(0);
}
const [found] = await getBrowsers(['chromium']);
if (!found) throw new Error('Pictures are taken with Chromium, and none was found.');
const opened = await openBrowser(found, { headless: true, answer: (url) => anyPageAnswer(url) ?? answer(url) });
try {
  for (const look of ['light', 'dark', 'contrast'] as const) await takeAll(opened, look);
  await pictureOfExtensions(opened, async (page) => {
    await settled();
    await take(page, 'install');
  });
  await takeOwnPages(opened);
  await takePanels(opened);
  await takeDashboard(opened);
} finally {
  await opened.close();
}
await takeInstallInFirefox();

async function takeAll(opened: OpenBrowser, theme: Look): Promise<void> {
  const page = await opened.browser.newPage();
  await dress(page, theme, { width: 1200, height: 900 });
  await page.goto(projectUrl, { waitUntil: 'load' });
  await untilBadges(page);
  await settled();
  if (theme !== 'contrast') await take(page, `badges-${theme}`);

  const popup = await openPopup(opened, page);
  await dress(popup, theme, { width: 420, height: 600 });
  await popup.waitForSelector('#developers [data-account]', { timeout: 20_000 });
  await take(popup, `popup-${theme}`);
  await popup.close();

  await page.bringToFront();
  const badge = await badgeThatSays(page, 'Look closer');
  await badge.evaluate((one) => (one as Element).scrollIntoView({ block: 'start' }));
  await page.evaluate(() => window.scrollBy(0, -140));
  await badge.click();
  await ourFrame(page);
  await settled();
  await take(page, `panel-${theme}`);
  await page.close();

  if (theme === 'contrast') return;
  const unread = await opened.browser.newPage();
  await dress(unread, theme, { width: 1200, height: 500 });
  await unread.goto(new URL('/projects/changed/unreadable-page-9900001', projectUrl).href, { waitUntil: 'load' });
  await ourFrame(unread);
  await settled();
  await take(unread, `unread-page-${theme}`);
  await unread.close();

  await anyPagePictures(opened, async (over, name) => {
    const height = await over.$eval('body', (body) => Math.ceil(body.getBoundingClientRect().height));
    await dress(over, theme, { width: 420, height });
    await settled();
    await take(over, `${name}-${theme}`);
  });
}

/** The dashboard with what the pages above have shown and a file of people, in both themes. */
async function takeDashboard(opened: OpenBrowser): Promise<void> {
  const page = await openExtensionPage(opened, opened.extensionUrl('dashboard.html#/developers'));
  await fillDashboard(page);
  for (const [name, route, ready, ...more] of dashboardViews) {
    for (const theme of [...themes, ...more]) {
      await dress(page, theme, { width: 1200, height: 900 });
      await openView(page, route, ready);
      if (name === 'dashboard-same') await page.$eval(ready, (row) => row.scrollIntoView({ block: 'center' }));
      await settled();
      await take(page, `${name}-${theme}`);
    }
  }
  await page.close();
}

async function takeOwnPages(opened: OpenBrowser): Promise<void> {
  const views = await ownPages(opened);
  for (const { name, path, ready, more = [] } of views) {
    for (const theme of [...themes, ...more]) {
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

/** The panel of every red flag: two views of tables and drawings once had none, and nobody saw that they were bare. */
async function takePanels(opened: OpenBrowser): Promise<void> {
  const page = await openExtensionPage(opened, opened.extensionUrl('practice.html'));
  await dress(page, 'light', { width: 700, height: 760 });
  await panelPictures(page, async (name) => {
    await settled();
    await take(page, name);
  });
  await page.close();
}

/** How a package is loaded in Firefox, where that is installed. */
async function takeInstallInFirefox(): Promise<void> {
  const [firefox] = await getBrowsers(['firefox']);
  if (!firefox || !(await runTool('wxt', ['build', '-b', 'firefox'], { output: 'on-failure' }))) return;
  const inFirefox = await openBrowser(firefox, { headless: true, answer });
  try {
    await pictureOfTemporaryAddOns(inFirefox, async (page, height) => {
      const path = join(folder, 'install-firefox.png') as `${string}.png`;
      await page.screenshot({ path, clip: { x: 0, y: 0, width: 900, height } });
      say('docs/screenshots/install-firefox.png');
    });
  } finally {
    await inFirefox.close();
  }
}

async function badgeThatSays(page: Page, words: string): Promise<ElementHandle<Element>> {
  // Only by their roles can elements inside a closed shadow root be reached.
  for (const button of await page.$$('::-p-aria([role="button"])')) {
    const label = await button.evaluate((one) => one.getAttribute('aria-label'));
    if (label?.includes(words)) return button;
  }
  throw new Error(`No badge on the practice page says “${words}”.`);
}

async function dress(page: Page, look: Look, size: { width: number; height: number }): Promise<void> {
  const { theme, forced, ...narrower } = looks[look];
  await page.setViewport({ ...size, ...narrower, deviceScaleFactor: 1 });
  // Puppeteer's own way knows no forced colours.
  await (await page.createCDPSession()).send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: theme },
      { name: 'forced-colors', value: forced },
    ],
  });
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
