// Opens the extension's pages in a tab, as a person could by their address, and shows in the popup
// what it would show over another tab.
import type { Page } from 'puppeteer-core';
import { type OpenBrowser, patience } from './open-browser.ts';

/**
 * Opens a page of the extension in a new tab and waits until it has loaded.
 *
 * @throws an Error when it has not for as long as `patience`
 */
export async function openExtensionPage({ browser }: OpenBrowser, url: string): Promise<Page> {
  const page = await browser.newPage();
  await goTo(page, url);
  return page;
}

async function goTo(page: Page, url: string): Promise<void> {
  // In Firefox neither the navigation's end nor the new address is reported: the page is asked instead.
  page.goto(url).catch(() => {});
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const address = await page.evaluate(() => document.readyState === 'complete' && location.href).catch(() => '');
    if (address === url) return;
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

/** The tabs of pages, as far as they were asked for: a page keeps its tab. */
const known = new WeakMap<Page, number>();

/** The extension's number of the tab that a page is in. */
export async function tabOf(opened: OpenBrowser, page: Page): Promise<number> {
  const tab = known.get(page);
  if (tab !== undefined) return tab;
  const { popup, tab: found } = await popupFindingTab(opened, page);
  await popup.close();
  return found;
}

/** Opens the popup in a tab of its own, showing what it would show over this page. */
export async function openPopup(opened: OpenBrowser, page: Page): Promise<Page> {
  const address = (tab: number) => opened.extensionUrl(`popup.html?tab=${tab}`);
  const tab = known.get(page);
  if (tab !== undefined) return openExtensionPage(opened, address(tab));
  const { popup, tab: found } = await popupFindingTab(opened, page);
  await goTo(popup, address(found));
  return popup;
}

/** A popup of no page, which has found the tab of this page: the one that was in front before it. */
async function popupFindingTab(opened: OpenBrowser, page: Page): Promise<{ popup: Page; tab: number }> {
  await page.bringToFront();
  const popup = await openExtensionPage(opened, opened.extensionUrl('popup.html'));
  // Without the `tabs` permission an extension sees no addresses, but it sees which tab was used last.
  const tab = await popup.evaluate(async () => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: TabsApi } }).chrome;
    const own = await tabs.getCurrent();
    const others = (await tabs.query({})).filter((one) => one.id !== own.id);
    return others.sort((a, b) => b.lastAccessed - a.lastAccessed)[0]?.id;
  });
  if (tab === undefined) throw new Error('There is no tab but the popup’s.');
  known.set(page, tab);
  return { popup, tab };
}

interface TabsApi {
  getCurrent(): Promise<{ id: number }>;
  query(filter: object): Promise<{ id: number; lastAccessed: number }[]>;
}
