// Runs in the pages of the supported marketplaces.
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startOverlay } from '../lib/overlay/overlay.ts';
import { matchPatterns } from '../lib/sites/registry.ts';

export default defineContentScript({
  matches: matchPatterns(),
  runAt: 'document_start',
  main(ctx) {
    const overlay = startOverlay((request) => browser.runtime.sendMessage(request), ctx.signal);
    browser.runtime.onMessage.addListener((message: unknown, _sender: unknown, reply: (here: unknown) => void) => {
      if ((message as { type?: unknown } | undefined)?.type === 'what-is-here') reply(overlay.here());
    });
  },
});
