// What every test in a browser needs: a browser by name with a fresh profile and the built extension,
// pages, the popup, and the means to end the extension's background as a browser does on its own.
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { backgroundRuns, endBackground, inFirefox } from '../../scripts/lib/background.ts';
import { type BrowserKind, findBrowser } from '../../scripts/lib/find-browser.ts';
import type { Answer } from '../../scripts/lib/local-web.ts';
import { type OpenBrowser, openBrowser } from '../../scripts/lib/open-browser.ts';
import { clickInChromium, openExtensionPage, popupAddress } from '../../scripts/lib/popup.ts';
import { root } from '../../scripts/lib/tool.ts';

export const browserKinds: readonly BrowserKind[] = ['chromium', 'firefox'];

export interface TestBrowser extends OpenBrowser {
  /** Opens an address in a new tab and waits until the page has loaded. */
  open(url: string): Promise<Page>;
  /** Clicks Hireflag's button in the toolbar over this page for real, which lets the extension look at the page. */
  clickButton(page: Page): Promise<void>;
  /** Opens the popup as a tab of its own, showing what it would show over `page`. */
  openPopup(page: Page): Promise<Page>;
  /** Opens another page of the extension in a new tab: `openOwn('dashboard.html')`. */
  openOwn(path: string): Promise<Page>;
  /** Ends the background (service worker, event page) now, and returns when it is gone. */
  endBackground(): Promise<void>;
  /** Whether the background is running. */
  backgroundRuns(): Promise<boolean>;
  /** Saves a picture of the page under .output/screenshots and returns its path. */
  screenshot(page: Page, name: string): Promise<string>;
}

/**
 * Starts a browser. The caller closes it.
 *
 * @param options.answer the pages there are
 * @param options.profile a folder that keeps the profile over a restart
 * @param options.bare without the extension, to compare with
 */
export async function startBrowser(
  kind: BrowserKind,
  options: { answer: Answer; profile?: string; bare?: boolean },
): Promise<TestBrowser> {
  const found = await findBrowser(kind);
  if (!found) throw new Error(`These tests need ${kind}, and none is installed. npm test gets it.`);
  const opened = await openBrowser(found, { headless: true, ...options });
  return {
    ...opened,
    open: async (url) => {
      const page = await opened.browser.newPage();
      await page.goto(url, { waitUntil: 'load' });
      return page;
    },
    clickButton: (page) => (kind === 'chromium' ? clickInChromium(opened, page) : clickInFirefox(opened, page)),
    openPopup: async (page) => openExtensionPage(opened, await popupAddress(opened, page)),
    openOwn: (path) => openExtensionPage(opened, opened.extensionUrl(path)),
    endBackground: () => endBackground(opened),
    backgroundRuns: () => backgroundRuns(opened),
    screenshot: async (page, name) => {
      const path = join(root, '.output', 'screenshots', `${name}-${kind}.png`) as `${string}.png`;
      await mkdir(dirname(path), { recursive: true });
      await page.screenshot({ path });
      return path;
    },
  };
}

async function clickInFirefox(opened: OpenBrowser, page: Page): Promise<void> {
  await page.bringToFront();
  await inFirefox(
    opened,
    `(extension) => {
      const modules = { parent: 'resource://gre/modules/ExtensionParent.sys.mjs', popups: 'resource:///modules/ExtensionPopups.sys.mjs' };
      // A second click on the button would only close the popup that the first one opened.
      ChromeUtils.importESModule(modules.popups).ViewPopup.for(extension, window)?.closePopup();
      const { global } = ChromeUtils.importESModule(modules.parent).ExtensionParent.apiManager;
      return global.browserActionFor(extension).triggerAction(window);
    }`,
  );
}
