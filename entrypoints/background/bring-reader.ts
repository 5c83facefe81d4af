// Puts the script that reads a marketplace's pages into one that asked for it, beside the script that marks pages.
import browser from 'webextension-polyfill';
import type { Sender } from '../../lib/protocol/senders.ts';
import { readerPath } from '../../lib/protocol/site-scripts.ts';
import type { PageKind } from '../../lib/reading/reading.ts';

/** Rejects where the page has gone meanwhile. */
export function bringReader(
  { site, tab, document }: Extract<Sender, { kind: 'site-page' }>,
  page: PageKind,
): Promise<unknown> {
  return browser.scripting.executeScript({
    // Chromium names the document; without a name it is the page that the tab shows.
    target: document === undefined ? { tabId: tab, frameIds: [0] } : { tabId: tab, documentIds: [document] },
    files: [readerPath(site, page)],
    injectImmediately: true,
  } as Parameters<typeof browser.scripting.executeScript>[0]);
}
