import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserKinds, soon, startBrowser, type TestBrowser } from './harness.ts';

const page = '<!doctype html><title>Practice</title><h1>A page</h1>';
const answer = (url: URL) =>
  url.hostname === 'www.freelancer.com' && url.pathname === '/projects/copywriting/a-page-1'
    ? { status: 200, type: 'text/html; charset=utf-8', body: page }
    : undefined;

describe.each(browserKinds)('the built extension in %s', (kind) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser(kind, { answer });
  });
  afterAll(() => browser?.close());

  test('a marketplace address is answered on this machine', async () => {
    const opened = await browser.open('https://www.freelancer.com/projects/copywriting/a-page-1');
    expect(await opened.title()).toBe('Practice');
  });

  test.each(['https://example.com/', 'http://example.com/', 'http://localhost:8080/', 'https://www.freelancer.com/no'])(
    'nothing answers at %s',
    async (url) => {
      const opened = await browser.open(url);
      expect(await opened.evaluate(() => document.body.innerText)).toMatch(/^Nothing is here/);
      await opened.close();
    },
  );

  test('its popup opens over a marketplace page', async () => {
    const opened = await browser.open('https://www.freelancer.com/projects/copywriting/a-page-1');
    const popup = await browser.openPopup(opened);
    expect(await popup.title()).toContain('Hireflag');
    expect(await popup.evaluate(() => location.href)).toMatch(/popup\.html\?tab=\d+$/);
  });

  test('its background ends when it is told to, and comes back when it is needed', async () => {
    const opened = await browser.open('https://www.freelancer.com/projects/copywriting/a-page-1');
    await browser.openPopup(opened);
    await expect.poll(() => browser.backgroundRuns(), soon).toBe(true);
    await browser.endBackground();
    expect(await browser.backgroundRuns()).toBe(false);
    const popup = await browser.openPopup(opened);
    await popup.evaluate(() =>
      (globalThis as unknown as ExtensionPage).chrome.runtime.sendMessage('hello').catch(() => {}),
    );
    await expect.poll(() => browser.backgroundRuns(), soon).toBe(true);
  });
});

interface ExtensionPage {
  chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
}
