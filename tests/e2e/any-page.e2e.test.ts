// Pages of no marketplace in real browsers: nothing can be read before the user has clicked Hireflag's button
// over a page, and afterwards only what they ask for.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from './axe.ts';
import { browserKinds, soon, startBrowser, type TestBrowser } from './harness.ts';

const person = {
  '@context': 'https://schema.org',
  '@type': 'ProfilePage',
  mainEntity: {
    '@type': 'Person',
    name: 'Ada Okafor',
    url: 'https://atelier.example/ada',
    jobTitle: 'Front-end developer',
    description: 'I build sites for gardens.',
  },
};
const letter = 'Dear client, I rebuilt the ordering desk of a flower wholesaler and would begin with your calendar.';
const pages: Record<string, { type: string; body: string }> = {
  '/ada': {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><link rel="icon" href="data:,"><title>Ada</title><p>About</p><script type="application/ld+json">${JSON.stringify(person)}</script>`,
  },
  '/letter': {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><link rel="icon" href="data:,"><title>Letter</title><p id="letter">${letter}</p><p>Unsubscribe</p>`,
  },
  '/cv.pdf': { type: 'application/pdf', body: '%PDF-1.1\n%%EOF\n' },
};
const answer = (url: URL) => {
  const page = url.hostname === 'www.atelier.example' ? pages[url.pathname] : undefined;
  return page && { status: 200, ...page };
};
const at = (path: string) => `https://www.atelier.example${path}`;

describe.each(browserKinds)('in %s', (kind) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser(kind, { answer });
  });
  afterAll(() => browser?.close());

  const outcome = (popup: Page) =>
    popup.$eval('#any-page-outcome', (one) => one.getAttribute('data-outcome')).catch(() => undefined);

  /** Opens the popup over a page and has the page read, by keyboard: the button is where Tab goes first. */
  async function read(page: Page): Promise<Page> {
    const popup = await browser.openPopup(page);
    await popup.waitForSelector('#read-page');
    await popup.bringToFront();
    await popup.keyboard.press('Tab');
    await popup.keyboard.press('Enter');
    await expect.poll(() => outcome(popup), soon).not.toMatch(/offered|reading/);
    return popup;
  }

  test('a page is closed until the button over it is clicked, then its person is read and listed', async () => {
    const page = await browser.open(at('/ada'));
    const closed = await read(page);
    expect(await outcome(closed)).toBe('forbidden');
    expect(await closed.$eval('#any-page-outcome', (one) => one.textContent)).toContain('no extension');
    await closed.close();

    const before = await page.evaluate(() => document.documentElement.outerHTML);
    const asked = browser.asked.length;
    await browser.clickButton(page);
    const popup = await read(page);
    expect(await outcome(popup)).toBe('read');
    const row = '#people [data-account="atelier.example/ada"]';
    expect(await popup.$eval(`${row} .name`, (one) => one.textContent)).toBe('Ada Okafor');
    expect(await popup.$eval(`${row} .fields`, (one) => one.textContent)).toBe('Read: Name, Headline, About, Links.');
    await browser.screenshot(popup, 'any-page');
    await popup.close();
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    expect(browser.asked.slice(asked).filter(({ url }) => url.includes('atelier'))).toEqual([]);
    await page.close();

    const dashboard = await browser.openOwn('dashboard.html#/developers');
    await dashboard.waitForSelector('#developers tbody tr[data-account="atelier.example/ada"]');
    await dashboard.close();
  });

  test('a selected text is kept as that of a new name, and found again', async () => {
    const page = await browser.open(at('/letter'));
    await browser.clickButton(page);
    const nothing = await read(page);
    expect(await outcome(nothing)).toBe('nothing');
    await nothing.close();

    await page.evaluate(() => getSelection()?.selectAllChildren(document.getElementById('letter') as Element));
    const popup = await read(page);
    expect(await popup.$eval('.selected blockquote', (one) => one.textContent)).toBe(letter);
    await popup.type('#whose', 'Ben Ito');
    await popup.waitForSelector('.choice:last-child input');
    for (const value of ['light', 'dark']) {
      // Firefox has no way to be asked for a theme from outside.
      if (kind === 'chromium') await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      expect([value, await axeFindings(popup)]).toEqual([value, []]);
    }
    await popup.click('.choice:last-child input');
    await popup.click('#keep-text');
    await popup.waitForSelector('#kept[data-account="#ben ito"]');
    await browser.screenshot(popup, 'any-page-kept');
    await popup.type('#search', 'ben');
    await popup.waitForSelector('#found [data-account="#ben ito"]');
    await popup.close();
    await page.close();
  });

  test('a document that is no web page is said to be one', async () => {
    const page = await browser.browser.newPage();
    // Neither browser reports a document of its own viewer as loaded.
    page.goto(at('/cv.pdf')).catch(() => undefined);
    await expect.poll(() => browser.asked.some(({ url }) => url.endsWith('/cv.pdf')), soon).toBe(true);
    await browser.clickButton(page);
    const popup = await read(page);
    expect(await outcome(popup)).toMatch(/^(?:forbidden|no-page)$/);
    await popup.close();
    await page.close();
  });
});
