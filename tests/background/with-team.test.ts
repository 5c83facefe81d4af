// The background worker of the package for teams as the browser starts it, again and again.
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';

const alarms = new Map<string, object>();
const create = vi.fn(async (name: string, alarm: object) => void alarms.set(name, alarm));
const event = { addListener: () => undefined };
const area = { get: async () => ({}), set: async () => undefined, remove: async () => undefined };
const browser = {
  runtime: {
    id: 'hireflag',
    getURL: (path: string) => `chrome-extension://hireflag/${path}`,
    getManifest: () => ({ version: '1.2.3' }),
    onMessage: event,
    onConnect: event,
    onInstalled: event,
    onStartup: event,
  },
  extension: { inIncognitoContext: false },
  storage: { local: area, managed: area, session: area, onChanged: event },
  tabs: { query: async () => [] },
  contextMenus: { onClicked: event, removeAll: async () => undefined, create: () => undefined },
  alarms: { onAlarm: event, get: async (name: string) => alarms.get(name), create },
};

beforeEach(() => {
  for (const name of ['browser', 'chrome']) vi.stubGlobal(name, browser);
  vi.stubGlobal('navigator', { languages: ['en'], locks: { request: (_: string, work: () => unknown) => work() } });
});

async function start(): Promise<void> {
  vi.resetModules();
  const { default: background } = await import('../../entrypoints/background/with-team.ts');
  background.main();
}

it('leaves the alarm as it is: set anew with each start, it would never ring where starts are many', async () => {
  await start();
  await vi.waitFor(() => expect(create).toHaveBeenCalledTimes(1));
  const get = vi.spyOn(browser.alarms, 'get');
  await start();
  await vi.waitFor(() => expect(get).toHaveBeenCalled());
  await get.mock.results[0]?.value;
  expect(create).toHaveBeenCalledTimes(1);
});
