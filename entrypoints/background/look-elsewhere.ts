// What the user decided about an account changes the marks of every page that is open, and of those it shares something
// with: the pages are read and marked once more, one that is in sight now and any other once it is looked at.
import browser from 'webextension-polyfill';
import { askPage } from '../../lib/protocol/page-messages.ts';

/** @param except the tab whose page was told already */
export async function lookAgainElsewhere(except?: number): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined || id === except) return;
      // Most tabs show no page that is read: nobody answers there.
      await askPage((message) => browser.tabs.sendMessage(id, message), 'look-again', { whenSeen: true }).catch(
        () => undefined,
      );
    }),
  );
}
