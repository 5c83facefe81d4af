// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.freelancer.com/" }
// The script of a marketplace's page as the browser runs it: joined to the worker and the popup, also when it
// is injected a second time or outlives the extension.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { messagesReaderOf, peopleReaderOf } from '../../lib/reading/read-page.ts';
import { freelancer } from '../../lib/sites/freelancer.ts';
import { kindOfPage } from '../../lib/sites/registry.ts';
import { addCards, cards, names, ours, projectPage, rootOf } from './marketplace-page.ts';

type Listener = (message: unknown, sender: { url?: string }, reply: (answer: unknown) => void) => void;

/** What the script uses of the browser; a badge says whose it is. */
const listeners = new Set<Listener>();
const sent: string[] = [];
/** Whom it was told of. */
const accounts = new Set<string>();
const view = { look: 'no-flags', words: '', label: '', title: '' } as const;
const runtime = {
  id: 'hireflag' as string | undefined,
  getURL: (path: string) => `chrome-extension://hireflag${path}`,
  sendMessage: async (message: { type: string; url: string; told: { things: string } }) => {
    sent.push(message.type);
    if (message.type === 'warm-up') {
      if (!kindOfPage('freelancer', message.url)) return { type: 'warm-up' };
      // The worker runs the script that reads this marketplace's pages.
      const { putReader } = await import('../../lib/overlay/reader-place.ts');
      const isOfMessages = kindOfPage('freelancer', message.url) === 'messages';
      putReader((isOfMessages ? messagesReaderOf : peopleReaderOf)(freelancer));
      return { type: 'warm-up', styles: { badge: '', frame: '', line: '' } };
    }
    const things: [number, { ids?: { account?: string } }][] = JSON.parse(message.told.things);
    for (const [, { ids }] of things) if (ids?.account) accounts.add(ids.account);
    const badges = [...accounts].map((account) => ({ account, badge: { ...view, words: account } }));
    return { type: 'page-read', badges, page: { page: 'project', read: 'whole', missing: [], found: {}, of: {} } };
  },
  onMessage: {
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
  },
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'requestAnimationFrame'] });
  vi.stubGlobal('chrome', { runtime, dom: { openOrClosedShadowRoot: rootOf } });
  runtime.id = 'hireflag';
  sent.length = 0;
  history.replaceState(null, '', '/projects/php/garden-club-site');
  document.body.innerHTML = projectPage(cards(0, 3));
});
afterEach(() => {
  Reflect.get(globalThis, Symbol.for('hireflag'))?.abort();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  vi.resetModules();
});

/** Runs the script once more, as if its file had been injected. */
async function inject(): Promise<void> {
  vi.resetModules();
  const { startInPage } = await import('../../lib/overlay/in-page.ts');
  startInPage();
  await vi.advanceTimersByTimeAsync(500);
}
const marked = () => ours().map((host) => host.previousElementSibling?.textContent?.slice(1));
/** What each script in the page answers to a message from this address. */
function answersTo(message: unknown, url = 'chrome-extension://hireflag/popup.html'): unknown[] {
  const answers: unknown[] = [];
  for (const listener of listeners) listener(message, { url }, (answer) => answers.push(answer));
  return answers;
}

it('marks the page and answers the popup', async () => {
  await inject();
  expect(marked()).toEqual(names(0, 3));
  expect(answersTo({ type: 'what-is-here' })).toMatchObject([
    { type: 'what-is-here', here: { site: 'freelancer', accounts: names(0, 3), page: { read: 'whole' } } },
  ]);
  expect(answersTo({ type: 'badge-changed', account: 'bidder-1', badge: { ...view, words: 'Checked' } })).toEqual([
    { type: 'badge-changed' },
  ]);
  sent.length = 0;
  expect(answersTo({ type: 'look-again' })).toEqual([{ type: 'look-again' }]);
  await vi.advanceTimersByTimeAsync(500);
  expect(sent).toEqual(['page-read']);
});

it('gets the other reader where the page becomes a conversation, and the first one back', async () => {
  await inject();
  const bubble = '<p class="Message-bubble-text">When can you begin?</p>';
  const item = `<app-messaging-message-item><a href="/u/bidder-7">B</a>${bubble}</app-messaging-message-item>`;
  const goTo = async (path: string, body: string) => {
    sent.length = 0;
    history.replaceState(null, '', path);
    document.body.innerHTML = body;
    await vi.advanceTimersByTimeAsync(1_000);
  };
  await goTo(
    '/messages/thread/900001',
    `<main><app-messaging-header><a href="/u/bidder-7">Bidder 7</a></app-messaging-header>${item}</main>`,
  );
  expect(sent).toEqual(['warm-up', 'page-read']);
  expect(accounts).toContain('bidder-7');
  await goTo('/projects/php/garden-club-site', projectPage(cards(0, 2)));
  expect(sent).toEqual(['warm-up', 'page-read']);
  expect(marked()).toEqual(names(0, 2));
  await goTo('/projects/php/other-garden-site', projectPage(cards(0, 1)));
  expect(sent).toEqual(['page-read']);
});

it('is read once more when it is looked at, however often that was asked for while nobody did', async () => {
  await inject();
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  sent.length = 0;
  for (let n = 0; n < 3; n += 1) answersTo({ type: 'look-again', whenSeen: true });
  await vi.advanceTimersByTimeAsync(500);
  expect(sent).toEqual([]);
  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  await vi.advanceTimersByTimeAsync(500);
  expect(sent).toEqual(['page-read']);
  answersTo({ type: 'look-again', whenSeen: true });
  await vi.advanceTimersByTimeAsync(500);
  expect(sent).toEqual(['page-read', 'page-read']);
  hidden.mockRestore();
});

it('answers nobody else, and nothing that it does not know', async () => {
  await inject();
  expect(answersTo({ type: 'what-is-here' }, 'https://www.freelancer.com/')).toEqual([]);
  expect(answersTo({ type: 'what-is-here' }, 'chrome-extension://other/popup.html')).toEqual([]);
  for (const message of [undefined, null, 'what-is-here', {}, { type: 'constructor' }, { type: 7 }]) {
    expect(answersTo(message)).toEqual([]);
  }
});

it('says that there is nothing on a page that it does not read', async () => {
  history.replaceState(null, '', '/support');
  await inject();
  expect(answersTo({ type: 'what-is-here' })).toEqual([{ type: 'what-is-here' }]);
});

it('injected twice works once', async () => {
  await inject();
  await inject();
  expect(marked()).toEqual(names(0, 3));
  expect(answersTo({ type: 'what-is-here' })).toHaveLength(1);
  sent.length = 0;
  addCards(3, 5);
  await vi.advanceTimersByTimeAsync(500);
  expect(marked()).toEqual(names(0, 5));
  expect(sent).toEqual(['page-read']);
});

it('is not kept from starting by what a page names its elements', async () => {
  document.body.insertAdjacentHTML('beforeend', '<form id="hireflag" name="hireflag"><input name="abort"></form>');
  await inject();
  expect(marked()).toEqual(names(0, 3));
});

it('that outlives its extension leaves the page to the one that comes after it', async () => {
  await inject();
  // Another extension's version, in a world of its own, does not reach the first script.
  Reflect.deleteProperty(globalThis, Symbol.for('hireflag'));
  const first = runtime.id;
  runtime.id = undefined;
  addCards(3, 5);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(marked()).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
  runtime.id = first;
  await inject();
  expect(marked()).toEqual(names(0, 5));
});

it('that comes after another version removes what that left, and nothing of the page’s', async () => {
  await inject();
  const left = ours();
  const anchors = left.map((one) => one.previousElementSibling);
  Reflect.get(globalThis, Symbol.for('hireflag')).abort();
  for (const [n, one] of left.entries()) anchors[n]?.after(one);
  expect(marked()).toEqual(names(0, 3));
  const own = document.createElement('span');
  own.attachShadow({ mode: 'closed' }).innerHTML = '<button>Own</button>';
  document.body.append(own, document.createElement('span'));
  await inject();
  expect(left.filter((one) => one.isConnected)).toEqual([]);
  expect(own.isConnected).toBe(true);
});
