// The background worker as the browser starts it: who may speak to it is told from the sender that the browser
// names, and everything that an event needs listens at once.
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { soon } from '../soon.ts';

type Listener = (...args: unknown[]) => unknown;
const listeners = new Map<string, Listener>();
const event = (name: string) => ({
  addListener: (listener: Listener) => {
    const before = listeners.get(name);
    listeners.set(name, (...args) => [before?.(...args), listener(...args)].at(-1));
  },
});
const stored: Record<string, unknown> = {};
const area = {
  get: async () => ({ ...stored }),
  set: async (items: Record<string, unknown>) => void Object.assign(stored, items),
  remove: async (keys: string[]) => {
    for (const key of keys) delete stored[key];
  },
};
/** What the browser gives of the manifest: Chromium's names hosts. */
const manifest: { version: string; host_permissions?: string[] } = { version: '1.2.3' };
const browser = {
  runtime: {
    id: 'hireflag',
    getURL: (path: string) => `chrome-extension://hireflag/${path}`,
    getManifest: () => manifest,
    onMessage: event('message'),
    onConnect: event('connect'),
    onInstalled: event('installed'),
  },
  extension: { inIncognitoContext: false },
  storage: { local: area, managed: area, session: area, onChanged: event('storage') },
  tabs: {
    create: vi.fn(async () => ({})),
    sendMessage: vi.fn(async () => ({})),
    query: vi.fn(async (): Promise<object[]> => []),
  },
  scripting: { executeScript: vi.fn(async () => []) },
  action: { openPopup: vi.fn(async () => {}) },
  contextMenus: { onClicked: event('menu'), removeAll: vi.fn(async () => {}), create: vi.fn() },
};

beforeEach(async () => {
  for (const name of ['browser', 'chrome']) vi.stubGlobal(name, browser);
  vi.stubGlobal('navigator', { languages: ['en'] });
  listeners.clear();
  vi.clearAllMocks();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.resetModules();
  const { default: background } = await import('../../entrypoints/background/index.ts');
  background.main();
});

const own = { id: 'hireflag', url: 'chrome-extension://hireflag/popup.html' };
const page = { id: 'hireflag', url: 'https://www.guru.com/d/jobs/', origin: 'https://www.guru.com' };
const send = (message: unknown, sender: object) => listeners.get('message')?.(message, sender);

it('listens before anything else can happen', () => {
  expect([...listeners.keys()]).toEqual(expect.arrayContaining(['message', 'connect', 'installed']));
});

it('answers its own pages and the pages of marketplaces, each what it may ask', async () => {
  expect(await send({ type: 'totals' }, own)).toEqual({ type: 'totals', accounts: 0 });
  expect(await send({ type: 'warm-up', url: page.url }, page)).toEqual({ type: 'warm-up' });
  expect(await send({ type: 'totals' }, page)).toMatchObject({ type: 'problem' });
  expect(await send({ type: 'totals' }, { ...own, id: 'another' })).toMatchObject({ type: 'problem' });
  const evil = 'https://evil.example/';
  expect(await send({ type: 'warm-up', url: evil }, { id: 'hireflag', url: evil })).toMatchObject({
    type: 'problem',
  });
});

it('does jobs for its own pages, and closes the port to everybody else', async () => {
  const port = (sender: object, name = 'job') => {
    const said: unknown[] = [];
    const ears = new Map<string, Listener>();
    const one = {
      name,
      sender,
      said,
      ask: (message: unknown) => ears.get('message')?.(message),
      disconnect: vi.fn(),
      postMessage: (message: unknown) => said.push(message),
      onMessage: { addListener: (listener: Listener) => ears.set('message', listener) },
      onDisconnect: { addListener: () => {} },
    };
    listeners.get('connect')?.(one);
    return one;
  };
  for (const refused of [port(page), port(own, 'another'), port({})]) {
    expect(refused.disconnect).toHaveBeenCalled();
    expect(refused.ask({ type: 'forget-all' })).toBeUndefined();
    expect(refused.said).toEqual([]);
  }
  const taken = port(own);
  taken.ask({ type: 'forget-all' });
  await soon(() => expect(taken.said).toEqual([{ type: 'done' }]));
});

it('reads the settings anew when they could not be read', async () => {
  const { settingsNow } = await import('../../lib/settings/settings-in-browser.ts');
  await settingsNow();
  // A change makes the next question read them again.
  listeners.get('storage')?.({});
  const get = vi.spyOn(area, 'get').mockRejectedValueOnce(new Error('The profile is locked.'));
  await expect(settingsNow()).rejects.toThrow('locked');
  expect((await settingsNow()).settings.language).toBe('auto');
  get.mockRestore();
});

it('assesses whoever an earlier worker has stored and not assessed', async () => {
  const { HireflagDatabase } = await import('../../lib/store/database.ts');
  const { Store } = await import('../../lib/store/store.ts');
  const earlier = await Store.open();
  const db = new HireflagDatabase();
  const seenAt = '2026-10-05T08:00:00Z';
  await earlier.remember([{ kind: 'bid', site: 'guru', seenAt, project: '1', account: 'ada', text: 'I would.' }]);
  earlier.close();
  expect(await db.accounts.count()).toBe(0);
  const { default: background } = await import('../../entrypoints/background/index.ts');
  background.main();
  await soon(async () => expect((await db.accounts.get('guru:ada'))?.assessedAt).toBeDefined());
  await soon(async () => expect(await db.pending.count()).toBe(0));
  db.close();
});

it('opens the welcome page when it is installed, and not when it is updated', () => {
  listeners.get('installed')?.({ reason: 'update', previousVersion: '1.2.2' });
  expect(browser.tabs.create).not.toHaveBeenCalled();
  listeners.get('installed')?.({ reason: 'install' });
  expect(browser.tabs.create).toHaveBeenCalledWith({ url: 'chrome-extension://hireflag/welcome.html' });
});

it('notes for the popup that it was updated, and nothing when the same version is loaded again', async () => {
  delete stored.notices;
  listeners.get('installed')?.({ reason: 'update', previousVersion: '1.2.3' });
  await new Promise((done) => setTimeout(done));
  expect(stored.notices ?? {}).not.toHaveProperty('updated');
  listeners.get('installed')?.({ reason: 'update', previousVersion: '1.2.2' });
  await soon(() => expect(stored.notices).toMatchObject({ updated: { version: '1.2.3' } }));
});

it('puts its entries into the menu of a right click, and does what they say', async () => {
  listeners.get('installed')?.({ reason: 'update', previousVersion: '1.2.3' });
  await soon(() => expect(browser.contextMenus.create).toHaveBeenCalledTimes(3));
  const pick = (menuItemId: string, pageUrl: string) => listeners.get('menu')?.({ menuItemId, pageUrl }, { id: 7 });
  pick('dashboard', 'https://example.com/');
  expect(browser.tabs.create).toHaveBeenLastCalledWith({ url: 'chrome-extension://hireflag/dashboard.html' });
  pick('read', 'https://example.com/');
  expect(browser.action.openPopup).toHaveBeenCalled();
  const off = () => (stored.settings as { sitesOff?: string[] } | undefined)?.sitesOff;
  pick('pause', 'https://www.guru.com/d/jobs/');
  await soon(() => expect(off()).toEqual(['guru']));
  expect(browser.tabs.sendMessage).toHaveBeenLastCalledWith(7, { type: 'look-again', clicked: false });
  listeners.get('storage')?.({ settings: {} });
  pick('pause', 'https://www.guru.com/d/jobs/');
  await soon(() => expect(off()).toEqual([]));
  const goesOn = { type: 'look-again', clicked: true };
  await soon(() => expect(browser.tabs.sendMessage).toHaveBeenLastCalledWith(7, goesOn));
});

it('runs its scripts in the pages that are open, where the browser does not do so itself', async () => {
  const { executeScript } = browser.scripting;
  listeners.get('installed')?.({ reason: 'update' });
  await new Promise((done) => setTimeout(done));
  expect(browser.tabs.query).not.toHaveBeenCalled();
  manifest.host_permissions = ['https://*.guru.com/*'];
  browser.tabs.query.mockResolvedValueOnce([
    { id: 1, url: 'https://www.guru.com/d/jobs/' },
    { id: 2, url: 'https://www.upwork.com/nx/x', discarded: true },
    { id: 3, url: 'https://github.com/ada' },
    { id: 4, url: 'https://www.example.com/' },
    { url: 'https://www.guru.com/' },
  ]);
  executeScript.mockRejectedValueOnce(new Error('That tab shows an error.'));
  listeners.get('installed')?.({ reason: 'update' });
  await soon(() => expect(executeScript).toHaveBeenCalledTimes(2));
  expect(browser.tabs.query).toHaveBeenCalledWith({ url: ['https://*.guru.com/*'] });
  expect(executeScript.mock.calls).toEqual([
    [{ target: { tabId: 1 }, files: ['/content-scripts/page.js'] }],
    [{ target: { tabId: 3 }, files: ['/content-scripts/page.js'] }],
  ]);
  delete manifest.host_permissions;
});

it('puts what reads a marketplace’s pages into those that are read, and into no other page', async () => {
  const { executeScript } = browser.scripting;
  const url = 'https://www.guru.com/freelancers/ada-lane';
  const sender = { ...page, url, tab: { id: 4 } };
  expect(await send({ type: 'warm-up', url }, { ...sender, documentId: 'A1' })).toMatchObject({ styles: {} });
  expect(await send({ type: 'warm-up', url }, sender)).toMatchObject({ styles: {} });
  const files = ['/content-scripts/readers/guru.js'];
  expect(executeScript.mock.calls).toEqual([
    [{ target: { tabId: 4, documentIds: ['A1'] }, files, injectImmediately: true }],
    [{ target: { tabId: 4, frameIds: [0] }, files, injectImmediately: true }],
  ]);
  executeScript.mockClear();
  const others = [page.url, 'https://www.upwork.com/freelancers/~0123456789abcdef01', 'no address', ''];
  for (const other of others) {
    expect(await send({ type: 'warm-up', url: other }, sender)).toEqual({ type: 'warm-up' });
  }
  expect(executeScript).not.toHaveBeenCalled();
  executeScript.mockRejectedValueOnce(new Error('No document with this id.'));
  expect(await send({ type: 'warm-up', url }, sender)).toMatchObject({ type: 'problem', temporary: true });
});
