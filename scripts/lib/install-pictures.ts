// The browser's own page on which a package is loaded, as the README's steps name it.
import type { Page } from 'puppeteer-core';
import { type OpenBrowser, patience } from './open-browser.ts';
import { openExtensionPage } from './popup.ts';

/** Chromium's list of extensions with “Developer mode” on and Hireflag in it; `take` is given the page once it is there. */
export async function pictureOfExtensions(
  { browser }: OpenBrowser,
  take: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage();
  await page.setViewport({ width: 900, height: 420, deviceScaleFactor: 1 });
  await page.goto('chrome://extensions');
  const toggle = await page.waitForSelector('>>> #devMode');
  if ((await toggle?.evaluate((one) => one.getAttribute('aria-pressed'))) !== 'true') await toggle?.click();
  await page.waitForSelector('>>> #loadUnpacked', { visible: true });
  await take(page);
  await page.close();
}

/**
 * Firefox's page of temporary add-ons with Hireflag in it; `take` is given the page once it is there, and how much of it,
 * px: down to Hireflag's name, because what stands below names this machine's folders.
 */
export async function pictureOfTemporaryAddOns(
  opened: OpenBrowser,
  take: (page: Page, height: number) => Promise<void>,
): Promise<void> {
  const page = await openExtensionPage(opened, 'about:debugging#/runtime/this-firefox');
  await page.setViewport({ width: 900, height: 600, deviceScaleFactor: 1 });
  const name = () =>
    page.evaluate(() => {
      const one = document.querySelector('.debug-target-item__name, .qa-debug-target-item-name');
      return Math.ceil(one?.getBoundingClientRect().bottom ?? 0);
    });
  const end = Date.now() + patience;
  while ((await name()) === 0 && Date.now() < end) await new Promise((done) => setTimeout(done, 100));
  await take(page, (await name()) + 14);
  await page.close();
}
