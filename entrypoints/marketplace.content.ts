// Runs in the pages of the supported marketplaces.
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { isWhatIsHere, parseReply, type Request } from '../lib/messages.ts';
import { startOverlay } from '../lib/overlay/overlay.ts';
import { matchPatterns } from '../lib/sites/registry.ts';

export default defineContentScript({
  matches: matchPatterns(),
  runAt: 'document_idle',
  main(ctx) {
    const overlay = startOverlay(ask, ctx.signal);
    browser.runtime.onMessage.addListener((message: unknown, _sender: unknown, reply: (here: unknown) => void) => {
      if (isWhatIsHere(message)) reply(overlay.here());
    });
  },
});

async function ask(request: Request) {
  return parseReply(await browser.runtime.sendMessage(request));
}
