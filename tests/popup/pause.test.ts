// A press on Pause is shown at once: neither the page, nor the worker, nor the browser's notice of the change is waited for.
import { beforeEach, expect, it, vi } from 'vitest';

type Listener = (changes: object, area: string) => void;
const browser = vi.hoisted(() => ({ kept: {} as Record<string, unknown>, listeners: [] as Listener[] }));
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      local: {
        get: async () => structuredClone(browser.kept),
        set: async (some: object) => void Object.assign(browser.kept, structuredClone(some)),
      },
      managed: { get: async () => ({}) },
      onChanged: { addListener: (one: Listener) => browser.listeners.push(one) },
    },
  },
}));
vi.stubGlobal('navigator', { languages: ['en'] });

const { makePause } = await import('../../entrypoints/popup/pause.ts');
const { saveSettings } = await import('../../lib/settings/settings-in-browser.ts');

/** What happened around it, in order; `shown` is what is drawn: whether it is paused. */
function around(untilRead: () => Promise<void> = async () => {}) {
  const happened: string[] = [];
  const pauseOf = makePause({
    wait: () => happened.push('waiting'),
    showAgain: () => void pauseOf('freelancer').then(({ paused }) => happened.push(paused ? 'paused' : 'reading')),
    lookAgain: async (clicked) => void happened.push(clicked ? 'look, clicked' : 'look'),
    untilRead,
  });
  const press = async () => {
    (await pauseOf('freelancer')).toggle();
    await vi.waitFor(() => expect(happened.filter((one) => one.startsWith('look'))).not.toEqual([]));
    await new Promise((done) => setTimeout(done));
  };
  return { happened, pauseOf, press };
}

beforeEach(async () => {
  browser.listeners.splice(1);
  await saveSettings({ sitesOff: [] });
});

it('says that it is paused before the page has been told, though no notice of the change has come', async () => {
  const { happened, press } = around();
  await press();
  expect(happened[0] === 'paused' || happened[1] === 'paused').toBe(true);
  expect(happened).toEqual(expect.arrayContaining(['paused', 'look']));
  expect(happened).not.toContain('reading');
});

it('says that it looks while the page is read again, and then what is there', async () => {
  await saveSettings({ sitesOff: ['freelancer', 'guru'] });
  const { happened, pauseOf, press } = around();
  await press();
  expect(happened).toEqual(['waiting', 'look, clicked', 'reading']);
  expect((await pauseOf('guru')).paused).toBe(true);
});

it('shows what was paused elsewhere, and answers a second press while the first is on its way with nothing', async () => {
  const { happened, pauseOf, press } = around();
  await saveSettings({ sitesOff: ['freelancer'] });
  for (const listener of browser.listeners) listener({ settings: {} }, 'local');
  await vi.waitFor(() => expect(happened).toEqual(['paused']));
  const { toggle } = await pauseOf('freelancer');
  toggle();
  toggle();
  await vi.waitFor(() => expect(happened).toContain('reading'));
  expect(happened.filter((one) => one.startsWith('look'))).toHaveLength(1);
  happened.length = 0;
  await press();
  expect((await pauseOf('freelancer')).paused).toBe(true);
});
