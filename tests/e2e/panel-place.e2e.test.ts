// Where the panel stands over a page: beside the words that it is about, and wherever the user moves it by keyboard, for
// as long as the page is there.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, projectUrl } from '../../practice/marketplace.ts';
import { frameCorner, openPanel, untilBadges } from '../../scripts/lib/badges-in-page.ts';
import { browserKinds, soon, startBrowser, type TestBrowser } from './harness.ts';

/** The right edge of a bidder's own words, px. */
const endOfWords = (page: Page, account: string) =>
  page.evaluate((name) => {
    const card = document.querySelector(`a[href="/u/${name}"]`)?.closest('app-project-view-logged-out-bid-card');
    const ends = [...(card?.querySelectorAll('p') ?? [])].map((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return (one.textContent ?? '').length > 200 ? range.getBoundingClientRect().right : 0;
    });
    return Math.max(0, ...ends);
  }, account);

describe.each(browserKinds)('in %s the panel', (kind) => {
  let browser: TestBrowser;
  let page: Page;
  beforeAll(async () => {
    browser = await startBrowser(kind, { answer });
    page = await browser.open(projectUrl);
    await untilBadges(page, 20);
    await browser.untilRead(page);
    await page.bringToFront();
  });
  afterAll(() => browser?.close());

  const corner = async () => (await frameCorner(page)) ?? { x: 0, y: 0 };

  test('leaves the words of the bid in sight', async () => {
    await openPanel(page, 'blue-lantern');
    const end = await endOfWords(page, 'blue-lantern');
    expect(end).toBeGreaterThan(300);
    await expect.poll(async () => (await corner()).x, soon).toBeGreaterThanOrEqual(end);
  });

  test('is moved by keyboard, and never out of the window', async () => {
    const before = await corner();
    const frame = await openPanel(page, 'quietharbor');
    await frame.focus('[data-move]');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(async () => (await corner()).x, soon).toBe(before.x - 40);
    for (let presses = 0; presses < 30; presses += 1) await page.keyboard.press('ArrowLeft');
    await expect.poll(async () => (await corner()).x, soon).toBe(12);
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await corner()).x, soon).toBe(52);
  });
});
