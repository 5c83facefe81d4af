// Pages of marketplaces that are open when Hireflag is installed or updated. Firefox runs the scripts in them by
// itself; Chromium leaves them to the old ones, which are without the extension and retire.
import browser, { type Tabs } from 'webextension-polyfill';
import { MARKER_PATH } from '../../lib/protocol/site-scripts.ts';
import { siteFor } from '../../lib/sites/registry.ts';

/** Runs the scripts of this version in the pages that are open. */
export async function takeOverPages(): Promise<void> {
  const { host_permissions: hosts = [] } = browser.runtime.getManifest() as { host_permissions?: string[] };
  // Where no hosts are named, the browser sees to it.
  if (hosts.length === 0) return;
  const tabs = await browser.tabs.query({ url: hosts });
  await Promise.all(tabs.map((tab) => takeOver(tab)));
}

async function takeOver({ id: tabId, url, discarded }: Tabs.Tab): Promise<void> {
  const isRead = siteFor(url ?? '') !== undefined;
  // A tab that was put to sleep loads its page, and our script, when it is looked at.
  if (tabId === undefined || !isRead || discarded) return;
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [MARKER_PATH] });
  } catch (error) {
    // A page of an error, or one that has gone meanwhile.
    console.debug(error);
  }
}
