// A browser for tests and measurements: found by its name, with a fresh profile and the built extension, and
// with the means to open pages and the popup and to end the extension's background as a browser does on its own.
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Here } from '../../lib/protocol/page-messages.ts';
import { backgroundRuns, endBackground, inFirefox } from './background.ts';
import type { Certificate } from './certificate.ts';
import { type BrowserKind, findBrowser } from './find-browser.ts';
import type { Answer } from './local-web.ts';
import { type OpenBrowser, openBrowser, patience } from './open-browser.ts';
import { clickInChromium, openExtensionPage, openPopup, tabOf } from './popup.ts';
import { root } from './tool.ts';
import { trustInFirefox } from './trust-in-firefox.ts';

export interface StartedBrowser extends OpenBrowser {
  /** Opens an address in a new tab and waits until the page has loaded. */
  open(url: string): Promise<Page>;
  /**
   * Waits until the extension has read the page and stored what it read, and returns what it then says of the page.
   * The page may be in the background afterwards.
   */
  untilRead(page: Page): Promise<Here>;
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
 * @param options.extension the folder of another built version
 * @param options.pool a team's server on this machine, which it may reach
 */
export async function startBrowser(
  kind: BrowserKind,
  options: {
    answer: Answer;
    profile?: string;
    bare?: boolean;
    extension?: string;
    pool?: { url: string; certificate: Certificate };
  },
): Promise<StartedBrowser> {
  const found = await findBrowser(kind);
  if (!found) throw new Error(`This needs ${kind}, and none is installed. npm test gets it.`);
  const opened = await openBrowser(found, { headless: true, ...options });
  if (kind === 'firefox' && options.pool) await trustInFirefox(opened, options.pool);
  const openOwn = (path: string) => openExtensionPage(opened, opened.extensionUrl(path));
  let asker: Promise<Page> | undefined;
  return {
    ...opened,
    open: async (url) => {
      const page = await opened.browser.newPage();
      await page.goto(url, { waitUntil: 'load' });
      return page;
    },
    untilRead: async (page) => {
      const tab = await tabOf(opened, page);
      // A page of the extension that stays open to ask others.
      asker ??= openOwn('popup.html');
      return untilRead(await asker, tab);
    },
    clickButton: (page) => (kind === 'chromium' ? clickInChromium(opened, page) : clickInFirefox(opened, page)),
    openPopup: (page) => openPopup(opened, page),
    openOwn,
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

/** Asks the script in a tab, as the popup does, until it says what the background answered. */
async function untilRead(asker: Page, tab: number): Promise<Here> {
  const read = async (id: number, forMs: number) => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: MessagesApi } }).chrome;
    const end = Date.now() + forMs;
    while (Date.now() < end) {
      // While a page loads there may be no script in it yet.
      const reply = await tabs.sendMessage(id, { type: 'what-is-here' }).catch(() => undefined);
      if (reply?.here?.page) return reply.here;
      await new Promise((done) => setTimeout(done, 20));
    }
    return undefined;
  };
  const here = await asker.evaluate(read, tab, patience);
  if (!here) throw new Error(`The extension has not read this page after ${patience / 1_000} seconds.`);
  return here;
}

interface MessagesApi {
  sendMessage(tab: number, message: object): Promise<{ here?: Here } | undefined>;
}

/** The click opens the popup as a panel, which is closed again: it would keep the keyboard from the page. */
async function clickInFirefox(opened: OpenBrowser, page: Page): Promise<void> {
  await page.bringToFront();
  await inFirefox(
    opened,
    `async (extension) => {
      const modules = { parent: 'resource://gre/modules/ExtensionParent.sys.mjs', popups: 'resource:///modules/ExtensionPopups.sys.mjs' };
      const { ViewPopup } = ChromeUtils.importESModule(modules.popups);
      const { global } = ChromeUtils.importESModule(modules.parent).ExtensionParent.apiManager;
      await global.browserActionFor(extension).triggerAction(window);
      for (let tries = 0; tries < 500 && !ViewPopup.for(extension, window); tries += 1) {
        await new Promise((done) => window.setTimeout(done, 20));
      }
      ViewPopup.for(extension, window)?.closePopup();
    }`,
  );
}
