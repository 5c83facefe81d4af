// Opens the extension's pages in a tab, as a person could by their address, and shows in the popup
// what it would show over another tab.
import type { Page } from 'puppeteer-core';
import type { OpenBrowser } from './open-browser.ts';

/**
 * Opens a page of the extension in a new tab and waits until it has loaded.
 *
 * @throws an Error when it has not after 30 seconds
 */
export async function openExtensionPage({ browser }: OpenBrowser, url: string): Promise<Page> {
  const page = await browser.newPage();
  // In Firefox neither the navigation's end nor the new address is reported: the page is asked instead.
  page.goto(url).catch(() => {});
  const end = Date.now() + 30_000;
  while (Date.now() < end) {
    const where = await page.evaluate(() => document.readyState === 'complete' && location.href).catch(() => '');
    if (where === url) return page;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`${url} did not load.`);
}

/** Clicks the extension's button in Chromium's toolbar over this page, which lets the extension look at the page. */
export async function clickInChromium({ browser }: OpenBrowser, page: Page): Promise<void> {
  const [extension] = [...(await browser.extensions()).values()];
  if (!extension) throw new Error('The extension is not installed.');
  await page.bringToFront();
  await page.triggerExtensionAction(extension);
}

/** The popup's address for what it would show over this page. */
export async function popupAddress(opened: OpenBrowser, page: Page): Promise<string> {
  await page.bringToFront();
  const popup = await openExtensionPage(opened, opened.extensionUrl('popup.html'));
  // Without the `tabs` permission an extension sees no addresses, but it sees which tab was used last.
  const tab = await popup.evaluate(async () => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: TabsApi } }).chrome;
    const own = await tabs.getCurrent();
    const others = (await tabs.query({})).filter((one) => one.id !== own.id);
    return others.sort((a, b) => b.lastAccessed - a.lastAccessed)[0]?.id;
  });
  await popup.close();
  return opened.extensionUrl(`popup.html?tab=${tab}`);
}

interface TabsApi {
  getCurrent(): Promise<{ id: number }>;
  query(filter: object): Promise<{ id: number; lastAccessed: number }[]>;
}
