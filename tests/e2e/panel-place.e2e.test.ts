// Where the panel stands over a page: beside the words that it is about, and wherever the user moves it, by keyboard or
// with the pointer, for as long as the page is there.
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, projectUrl } from '../../practice/marketplace.ts';
import { frameCorner, openPanel, placeInFrame, untilBadges, untilCalm } from '../../scripts/lib/badges-in-page.ts';
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
  let frame: Frame;
  beforeAll(async () => {
    browser = await startBrowser(kind, { answer });
    page = await browser.open(projectUrl);
    await untilBadges(page, 20);
    await browser.untilRead(page);
    await page.bringToFront();
    frame = await openPanel(page, 'quietharbor');
  });
  afterAll(() => browser?.close());

  const corner = async () => (await frameCorner(page)) ?? { x: 0, y: 0 };

  test('leaves the words of the bid in sight', async () => {
    const end = await endOfWords(page, 'quietharbor');
    expect(end).toBeGreaterThan(300);
    await expect.poll(async () => (await corner()).x, soon).toBeGreaterThanOrEqual(end);
  });

  test('is dragged by its handle', async () => {
    await untilCalm(frame);
    const before = await corner();
    const { x, y } = await placeInFrame(page, frame, '[data-move]');
    await page.mouse.move(x, y);
    await page.mouse.down();
    let shake = 0;
    const drawn = async () => {
      // Where a made event is on the screen is worked out from where the browser last knew the frame to be: the next puts it right.
      shake = 1 - shake;
      await page.mouse.move(x - 120, y + shake);
      return (await corner()).x;
    };
    await expect.poll(drawn, soon).toBe(before.x - 120);
    await page.mouse.up();
    // Let go of, it stays.
    await page.mouse.move(x, y, { steps: 3 });
    expect((await corner()).x).toBe(before.x - 120);
  });

  test('is moved by keyboard, and never out of the window', async () => {
    const before = await corner();
    await frame.focus('[data-move]');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(async () => (await corner()).x, soon).toBe(before.x - 40);
    for (let presses = 0; presses < 30; presses += 1) await page.keyboard.press('ArrowLeft');
    await expect.poll(async () => (await corner()).x, soon).toBe(12);
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await corner()).x, soon).toBe(52);
  });

  test('and opens there again', async () => {
    for (let presses = 0; presses < 30; presses += 1) await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await corner()).x, soon).toBeGreaterThan(400);
    const put = await corner();
    await page.keyboard.press('Escape');
    await expect.poll(() => frameCorner(page), soon).toBeUndefined();
    await openPanel(page, 'blue-lantern');
    expect(await corner()).toEqual(put);
  });
});
