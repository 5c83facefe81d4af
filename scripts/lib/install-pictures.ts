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

/** Firefox's page of temporary add-ons with Hireflag in it, down to its name: what stands below names this machine's folders. */
export async function pictureOfTemporaryAddOns(
  { browser }: OpenBrowser,
  take: (page: Page, height: number) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage();
  await page.setViewport({ width: 900, height: 600, deviceScaleFactor: 1 });
  await page.goto('about:debugging#/runtime/this-firefox');
  const card = await page.waitForSelector('.debug-target-item, .qa-debug-target-item');
  const bottom = await card?.evaluate((one) => {
    const name = one.querySelector('.debug-target-item__name, .qa-debug-target-item-name') ?? one;
    return name.getBoundingClientRect().bottom;
  });
  await take(page, Math.ceil(bottom ?? 400) + 12);
  await page.close();
}
