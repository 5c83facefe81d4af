// What the script in a marketplace page is: the overlay, joined to the worker and to the popup by the browser's
// messages. What reads the pages of this marketplace comes by the worker, where there is something to read.
import { browser } from 'wxt/browser';
import type { PageHandlers, PageMessageName } from '../protocol/page-messages.ts';
import { removeStale } from './host.ts';
import { startOverlay } from './overlay.ts';
import { putReader, readerHere } from './reader-place.ts';

/** What runs in this page already. A page can give an element any name, but not this one. */
const RUNNING = Symbol.for('hireflag');
const world = globalThis as { [RUNNING]?: AbortController };

/** Starts in the page that is being loaded. A script that is injected a second time ends the first. */
export function startInPage(): void {
  world[RUNNING]?.abort();
  world[RUNNING] = new AbortController();
  const { signal } = world[RUNNING];
  removeStale(closedRootOf);
  // One that another version of the extension left here.
  putReader();
  const overlay = startOverlay(
    {
      send: async (request) => browser.runtime.sendMessage(request),
      // A script that outlives the extension that it belongs to is left without an id.
      isGone: () => !browser.runtime?.id,
    },
    signal,
    browser.runtime.getURL('/panel.html'),
    readerHere,
  );
  const again = () => overlay.again(false);
  const handlers: PageHandlers = {
    'what-is-here': () => {
      const here = overlay.here();
      return here ? { here } : {};
    },
    'look-again': ({ clicked = false, whenSeen }) => {
      // However often it is asked for, a page that nobody looks at is read once.
      if (whenSeen && document.hidden) addEventListener('visibilitychange', again, { once: true, signal });
      else overlay.again(clicked);
      return {};
    },
    'go-to': ({ account }) => ({ found: overlay.goTo(account) }),
    'badge-changed': ({ account, badge }) => {
      overlay.changeBadge(account, badge);
      return {};
    },
  };
  const own = browser.runtime.getURL('/' as '/popup.html');
  const onMessage = (message: unknown, { url }: { url?: string | undefined }, reply: (answer: unknown) => void) => {
    const { type } = (message ?? {}) as { type?: PageMessageName };
    if (!type || !Object.hasOwn(handlers, type) || !url?.startsWith(own)) return;
    // Who may send is of our own, so that the fields are those of the name.
    const handler = handlers[type] as (fields: unknown) => object;
    reply({ ...handler(message), type });
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage));
}

/** The shadow root of an element: an extension may look into closed ones. */
function closedRootOf(element: HTMLElement & { openOrClosedShadowRoot?: ShadowRoot }): ShadowRoot | null | undefined {
  const { dom } = browser as { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
  return element.openOrClosedShadowRoot ?? dom?.openOrClosedShadowRoot(element);
}
