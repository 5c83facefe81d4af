// The browser's own page on which a package is loaded, as the README's steps name it.
import type { Page } from 'puppeteer-core';
import type { OpenBrowser } from './open-browser.ts';

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
