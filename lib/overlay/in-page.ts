// What the script in a marketplace page is: the overlay for that page's site, joined to the worker and
// to the popup by the browser's messages. Each site's own script only names the site.
import { browser } from 'wxt/browser';
import type { Site } from '../reading/site.ts';
import { startOverlay } from './overlay.ts';

/** Starts in the page that is being loaded, until `signal` aborts. */
export function startInPage(site: Site, signal: AbortSignal): void {
  const overlay = startOverlay(site, (request) => browser.runtime.sendMessage(request), signal);
  const onMessage = (message: unknown, _sender: unknown, reply: (here: unknown) => void) => {
    const { type } = (message ?? {}) as { type?: unknown };
    if (type === 'what-is-here') reply(overlay.here());
    if (type === 'look-again') overlay.again();
    if (type === 'how-is-it-built') reply(overlay.report());
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage));
}
