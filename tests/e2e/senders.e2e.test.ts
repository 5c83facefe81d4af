// What a page could say to the background if it had taken over the process that it shares with our script: no
// more than that script itself may. Chromium lets a test speak in the script's place.
import { expect, test } from 'vitest';
import { answer, projectUrl } from '../../practice/marketplace.ts';
import { untilBadges } from '../../scripts/lib/badges-in-page.ts';
import { isChromium, startBrowser } from './harness.ts';

interface Script {
  chrome: {
    runtime: {
      sendMessage(message: unknown): Promise<unknown>;
      connect(info: { name: string }): {
        postMessage(message: unknown): void;
        onMessage: { addListener(listener: (message: unknown) => void): void };
        onDisconnect: { addListener(listener: () => void): void };
      };
    };
  };
}

test.runIf(isChromium)('the script in a page may ask about its own marketplace and nothing else', async () => {
  const browser = await startBrowser('chromium', { answer });
  try {
    const page = await browser.open(projectUrl);
    await untilBadges(page);
    const [script] = page.extensionRealms();
    const send = (message: object) =>
      script?.evaluate((one) => (globalThis as unknown as Script).chrome.runtime.sendMessage(one), message);
    const about = { site: 'freelancer', account: 'blue-lantern' };
    const { token } = (await send({ type: 'open-frame', ...about })) as { token: string };
    expect(token).toMatch(/^[0-9a-f-]{36}$/);
    const other = { site: 'upwork', account: '~01' };
    const reading = { seenAt: new Date().toISOString(), page: 'bids', sightings: [] };
    for (const message of [
      { type: 'totals' },
      { type: 'search', typed: 'blue' },
      { type: 'assess', accounts: ['freelancer:blue-lantern'] },
      { type: 'mark', site: 'freelancer', accounts: ['blue-lantern'] },
      { type: 'open-frame', ...other },
      { type: 'act', ...about, action: 'fine', values: {} },
      { type: 'frame', token },
      { type: 'press-in-frame', token, action: 'fine', values: {} },
      { type: 'report', token },
      { type: 'keep-text', text: 'Words.', url: 'https://x.example/', whose: about },
      { type: 'page-read', reading: { ...reading, site: 'upwork', url: 'https://www.upwork.com/nx/x' } },
      { type: 'page-read', reading: { ...reading, site: 'freelancer', url: 'https://www.upwork.com/nx/x' } },
      { type: 'page-read', reading: { ...reading, site: 'web', url: 'https://bank.example/' } },
    ]) {
      expect(await send(message), JSON.stringify(message)).toMatchObject({ type: 'problem', temporary: false });
    }
    const heard = await script?.evaluate(
      () =>
        new Promise<unknown[]>((done) => {
          const port = (globalThis as unknown as Script).chrome.runtime.connect({ name: 'job' });
          const messages: unknown[] = [];
          port.onMessage.addListener((message) => messages.push(message));
          port.onDisconnect.addListener(() => done(messages));
          port.postMessage({ type: 'forget-all' });
        }),
    );
    expect(heard).toEqual([]);
    expect(await send({ type: 'open-frame', ...about })).toMatchObject({ type: 'open-frame' });
    const own = await browser.openOwn('popup.html');
    const totals = own.evaluate(() => (globalThis as unknown as Script).chrome.runtime.sendMessage({ type: 'totals' }));
    expect(await totals).toMatchObject({ type: 'totals', accounts: 60 });
  } finally {
    await browser.close();
  }
});
