// What the user decides: in the panel by keyboard alone, inside a frame that the page cannot look into, and in the
// popup. The popup tells what came of it.
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, projectUrl } from '../../practice/marketplace.ts';
import { clickInFrame, countBadges, ourFrame, untilCalm } from '../../scripts/lib/badges-in-page.ts';
import { popupRows } from '../../scripts/lib/popup-rows.ts';
import { browserKinds, isChromium, soon, startBrowser, type TestBrowser } from './harness.ts';

const badges = countBadges;

/** Puts the focus on the badge of this bidder and opens its panel, by keyboard. */
async function openByKey(page: Page, account: string): Promise<Frame> {
  await page.bringToFront();
  await page.focus(`app-project-view-logged-out-bid-card fl-username a[href="/u/${account}"]`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const frame = await ourFrame(page, 'h2');
  await expect.poll(() => focusIn(frame), soon).toBe(`@${account}`);
  await untilCalm(frame);
  return frame;
}

/** What has the focus in our frame. */
const focusIn = (frame: Frame) =>
  frame.evaluate(() => (document.hasFocus() ? (document.activeElement as HTMLElement).innerText.trim() : undefined));

/** Presses Tab until this stop has the focus. */
async function tabTo(page: Page, frame: Frame, words: string): Promise<void> {
  for (let stops = 0; stops < 60; stops += 1) {
    if (await frame.evaluate((one) => (document.activeElement as HTMLElement).innerText.trim() === one, words)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No stop of the Tab key says “${words}”.`);
}

/** What the popup says of an account over this page. */
async function popupSays(browser: TestBrowser, page: Page, account: string, wanted: RegExp): Promise<void> {
  const popup = await browser.openPopup(page);
  const text = () =>
    popup.$eval(`#developers [data-account="${account}"]`, (row) => row.textContent ?? '').catch(() => '');
  await expect.poll(text, soon).toMatch(wanted);
  await popup.close();
}

test.runIf(isChromium)(
  'a report on a page that was not understood is copied from its note, and from the popup',
  async () => {
    const browser = await startBrowser('chromium', { answer });
    try {
      const { origin, href } = new URL('/projects/changed/unreadable-page-9900001', projectUrl);
      const [context] = browser.browser.browserContexts();
      await context?.overridePermissions(origin, ['clipboard-read', 'clipboard-sanitized-write']);
      const page = await browser.open(href);
      await page.bringToFront();
      const copied = () => page.evaluate(() => navigator.clipboard.readText()).catch(() => '');
      const note = await ourFrame(page, '.note');
      await clickInFrame(page, note, '[data-do="copy-report"]');
      await expect.poll(() => note.$eval('.note button', (button) => button.textContent), soon).toBe('Copied');
      await expect.poll(copied, soon).toContain('Hireflag page report · freelancer');
      const report = await copied();
      // How the page is built, and no word of it.
      expect(report).not.toMatch(/greenhouse|valves|gardener/i);

      await page.evaluate(() => navigator.clipboard.writeText('something else'));
      const popup = await browser.openPopup(page);
      await popup.bringToFront();
      await popup.waitForSelector('#copy-report');
      await popup.click('#copy-report');
      await expect.poll(() => popup.$eval('#copy-report', (button) => button.textContent), soon).toBe('Copied');
      await popup.close();
      await page.bringToFront();
      await expect.poll(copied, soon).toBe(report);
    } finally {
      await browser.close();
    }
  },
);

describe.each(browserKinds)('in %s', (kind) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser(kind, { answer });
  });
  afterAll(() => browser?.close());

  test('a bidder is checked and found fine with a reason, and that is taken back, all by keyboard', async () => {
    const page = await browser.open(projectUrl);
    await expect.poll(() => badges(page), soon).toBe(20);
    await popupSays(browser, page, 'blue-lantern', /Look closer|Worth a question/);

    const frame = await openByKey(page, 'blue-lantern');
    await tabTo(page, frame, 'Checked and fine …');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('We met on 5 October.');
    await untilCalm(frame);
    await browser.screenshot(page, 'decision-field');
    await page.keyboard.press('Enter');
    await popupSays(browser, page, 'blue-lantern', /Checked by you.*found fine/);
    await page.bringToFront();
    await browser.screenshot(page, 'decision');

    // The decision is stored, whatever becomes of the background.
    await browser.endBackground();
    const again = await browser.open(projectUrl);
    await popupSays(browser, again, 'blue-lantern', /Checked by you.*found fine/);
    await again.close();
    await page.bringToFront();

    // What was done is said, and the focus is on the way back.
    const said = () => frame.$eval('#outcome', (one) => (one as HTMLElement).innerText.replace(/\s+/g, ' ').trim());
    expect(await said()).toBe('Marked as checked by you. Undo');
    expect(await focusIn(frame)).toBe('Undo');
    await untilCalm(frame);
    await page.keyboard.press('Enter');
    await expect.poll(said, soon).toBe('Taken back.');
    await popupSays(browser, page, 'blue-lantern', /Look closer|Worth a question/);
    await page.close();
  });

  test('pausing on a marketplace takes the badges away, and going on brings them back', async () => {
    const page = await browser.open(projectUrl);
    await expect.poll(() => badges(page), soon).toBe(20);
    const popup = await browser.openPopup(page);
    await popup.waitForSelector('#pause');
    // The list that comes moves what stands below it: a press in that moment meets something else.
    await popupRows(popup);
    await popup.click('#pause');
    await expect.poll(() => badges(page), soon).toBe(0);
    await expect.poll(() => popup.$eval('.top', (top) => top.textContent), soon).toContain('Paused on');
    await popup.click('#pause');
    await expect.poll(() => badges(page), soon).toBe(20);
    await popup.close();
    await page.close();
  });
});
