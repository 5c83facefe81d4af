// Takes the pictures of every view in every look, measures what does not fit, and lays the pictures side by side on sheets.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { seenBefore } from '../../practice/data/history.ts';
import { answer, galleryUrl, projectUrl } from '../../practice/marketplace.ts';
import { anyPageAnswer } from '../lib/any-page-pictures.ts';
import { untilBadges } from '../lib/badges-in-page.ts';
import { fillDashboard, openView } from '../lib/dashboard-pictures.ts';
import type { BrowserKind } from '../lib/find-browser.ts';
import { getBrowsers } from '../lib/get-browsers.ts';
import { type OpenBrowser, openBrowser } from '../lib/open-browser.ts';
import { ownPages } from '../lib/own-page-pictures.ts';
import { openExtensionPage } from '../lib/popup.ts';
import { say } from '../lib/say.mjs';
import { misfits, wordsOf } from './faults.ts';
import { longAccounts, longData, longLog } from './long-data.ts';
import { longPages } from './long-pages.ts';
import { dress, type Look, looks } from './looks.ts';
import { makeSheets } from './sheets.ts';
import { type OpenView, type View, views } from './views.ts';

/** A picture is cut below so many pixels: what follows is more of the same. */
const MOST_HIGH = 2_600;

interface Taken {
  view: string;
  look: Look;
  faults: readonly string[];
}

/**
 * @param folder where the pictures, the sheets and `faults.txt` go
 * @param only the views that are wanted, by the beginning of their names; all of them where it is empty
 * @param onlyLooks the same of the looks
 * @param kind the browser; Firefox draws no forced colours for whoever drives it, so these looks are left out there
 */
export async function takeEveryLook(
  folder: string,
  only: readonly string[],
  onlyLooks: readonly string[],
  kind: BrowserKind = 'chromium',
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const isWanted = (name: string, among: readonly string[]) =>
    among.length === 0 || among.some((one) => name === one || (one.endsWith('*') && name.startsWith(one.slice(0, -1))));
  const wanted = views.filter(({ name }) => isWanted(name, only));
  const wantedLooks = looks.filter(({ name, forced }) => isWanted(name, onlyLooks) && (kind === 'chromium' || !forced));
  const [found] = await getBrowsers([kind]);
  if (!found) throw new Error(`These pictures are taken with ${kind}, and none was found.`);
  const opened = await openBrowser(found, {
    headless: true,
    answer: (url) => anyPageAnswer(url) ?? longPages(url) ?? answer(url),
  });
  const taken: Taken[] = [];
  const words = new Map<string, Set<string>>();
  try {
    for (const kept of ['nothing', 'much', 'long'] as const) {
      const those = wanted.filter((view) => view.with === kept);
      if (kept === 'much' && wanted.some((view) => view.with !== 'nothing')) await fillMuch(opened);
      if (kept === 'long' && those.length > 0) await fillLong(opened);
      for (const language of ['en', 'es'] as const) {
        const inIt = wantedLooks.filter((look) => look.language === language);
        if (inIt.length === 0) continue;
        await speak(opened, language);
        for (const view of those) {
          try {
            taken.push(...(await takeView(opened, view, inIt, folder, words)));
          } catch (error) {
            say(`${view.name} (${language}): ${error instanceof Error ? error.message : error}`);
          }
        }
      }
      await speak(opened, 'en');
    }
    await makeSheets(
      opened,
      folder,
      taken.map(({ view, look }) => ({ view, look })),
    );
  } finally {
    await opened.close();
  }
  const lines = taken.flatMap(({ view, look, faults }) => faults.map((fault) => `${view} ${look.name}: ${fault}`));
  const same = wanted.flatMap(({ name }) => {
    const [en, es] = [words.get(`${name} en`), words.get(`${name} es`)];
    if (!en || !es) return [];
    return [...es].filter((one) => en.has(one) && /\p{L}{3,}/u.test(one)).map((one) => `${name}: ${one}`);
  });
  await writeFile(join(folder, 'faults.txt'), `${lines.join('\n')}\n`);
  await writeFile(join(folder, 'same-words.txt'), `${same.join('\n')}\n`);
  say(`${taken.length} pictures in ${folder}; ${lines.length} lines in faults.txt.`);
}

async function takeView(
  opened: OpenBrowser,
  view: View,
  inIt: readonly Look[],
  folder: string,
  words: Map<string, Set<string>>,
): Promise<Taken[]> {
  const taken: Taken[] = [];
  const open = await view.open(opened);
  try {
    await settled();
    words.set(`${view.name} ${inIt[0]?.language}`, new Set(await (open.frame ?? open.page).evaluate(wordsOf)));
    for (const look of inIt) {
      const width = view.width === undefined ? look.width : Math.min(view.width, look.width);
      await dress(opened, open.page, look, width, open.frame);
      await mirror(open, look.mirrored ? 'rtl' : 'ltr');
      await open.page.bringToFront();
      await settled();
      const faults = await (open.frame ?? open.page).evaluate(misfits);
      taken.push({ view: view.name, look, faults });
      await takePicture(open.page, join(folder, `${view.name}-${look.name}.png`), width, open.frame !== undefined);
    }
  } finally {
    await open.close();
  }
  say(`${view.name}: ${inIt.length}`);
  return taken;
}

async function mirror({ page, frame }: OpenView, direction: 'ltr' | 'rtl'): Promise<void> {
  for (const one of [page, frame]) {
    await one?.evaluate((to) => {
      document.documentElement.dir = to;
    }, direction);
  }
}

async function takePicture(page: Page, path: string, width: number, isWindow: boolean): Promise<void> {
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const least = await page.evaluate(() => innerHeight);
  const height = isWindow ? least : Math.max(Math.min(whole, MOST_HIGH), 200);
  await page.screenshot({
    path: path as `${string}.png`,
    ...(isWindow ? {} : { clip: { x: 0, y: 0, width, height }, captureBeyondViewport: true }),
  });
}

async function speak(opened: OpenBrowser, language: 'en' | 'es'): Promise<void> {
  const page = await openExtensionPage(opened, opened.extensionUrl('settings.html'));
  await page.waitForSelector('[name="language"]');
  await page.select('[name="language"]', language);
  await settled();
  await page.close();
}

/** Stores what the practice marketplace shows, a year before it, and the file of people. */
async function fillMuch(opened: OpenBrowser): Promise<void> {
  for (const url of [projectUrl, galleryUrl]) {
    const page = await opened.browser.newPage();
    await page.goto(url, { waitUntil: 'load' });
    await untilBadges(page);
    await page.close();
  }
  const page = await openExtensionPage(opened, opened.extensionUrl('dashboard.html#/developers'));
  await fillDashboard(page);
  await importLines(page, seenBefore());
  await page.close();
  await ownPages(opened);
}

async function fillLong(opened: OpenBrowser): Promise<void> {
  const page = await openExtensionPage(opened, opened.extensionUrl('dashboard.html#/data'));
  await importLines(page, longData());
  await page.evaluate((account) => {
    const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): unknown } } }).chrome;
    return runtime.sendMessage({ type: 'act', site: 'guru', account, action: 'record', values: {} });
  }, longAccounts[0]);
  await withFile('payments.csv', longLog, async (file) => {
    await ((await page.$('#import-logs')) as ElementHandle<HTMLInputElement>).uploadFile(file);
    await page.waitForSelector('tr[data-log="read"]');
  });
  await page.close();
}

async function importLines(page: Page, all: readonly object[]): Promise<void> {
  await openView(page, '#/projects', 'main > *');
  await openView(page, '#/data', '#import-file');
  await withFile('more.jsonl', all.map((one) => `${JSON.stringify(one)}\n`).join(''), async (file) => {
    await ((await page.$('#import-file')) as ElementHandle<HTMLInputElement>).uploadFile(file);
    await page.waitForSelector('section[aria-labelledby="import"] .outcome[data-outcome]');
  });
}

async function withFile(name: string, words: string, use: (path: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hireflag-looks-'));
  try {
    await writeFile(join(folder, name), words);
    await use(join(folder, name));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function settled(): Promise<unknown> {
  return new Promise((done) => setTimeout(done, 250));
}
