// The extension is updated while a page is open: the old script retires with all that it put there, the new one
// takes over, and the page hears nothing of it.
import { expect, test } from 'vitest';
import { badgesIn, countBadges, frameCorner, openPanel, untilBadges } from '../../scripts/lib/badges-in-page.ts';
import { builtExtension } from '../../scripts/lib/open-browser.ts';
import { browserKinds, soon, startBrowser } from './harness.ts';

const url = 'https://www.freelancer.com/projects/web/updated-9900002';
const card = (name: string, n: number) =>
  `<app-project-view-logged-out-bid-card><div><fl-username><a href="/u/${name}">@${name}</a></fl-username>
<p class="User-bid-text">${Array.from({ length: 30 }, (_, w) => `word${n}x${w}`).join(' ')}</p><p><strong>€300 EUR</strong> in 5 days</p></div></app-project-view-logged-out-bid-card>`;
const cards = Array.from({ length: 20 }, (_, n) => card(`bidder-${n}`, n)).join('');
const body = `<!doctype html><link rel="icon" href="data:,"><title>Updated</title><h1>Updated</h1><p>Project ID: 9900002</p><div id="list">${cards}</div>`;
const answer = (at: URL) => (at.href === url ? { status: 200, type: 'text/html; charset=utf-8', body } : undefined);

test.each(browserKinds)('an open page goes on with the new version in %s', async (kind) => {
  const browser = await startBrowser(kind, { answer });
  try {
    const page = await browser.open(url);
    await untilBadges(page, 20);
    const old = await badgesIn(page);
    if (kind === 'chromium') await browser.browser.installExtension(builtExtension.chromium);
    else {
      const own = await browser.openOwn('settings.html');
      own.evaluate(() => (globalThis as unknown as Extension).browser.runtime.reload()).catch(() => {});
    }
    const areGone = async () =>
      !(await Promise.all(old.map((one) => one.evaluate((host) => host.isConnected)))).includes(true);
    await expect.poll(areGone, soon).toBe(true);
    await expect.poll(() => countBadges(page), soon).toBe(20);
    // One reader, which marks those who come and answers who presses.
    await page.bringToFront();
    await page.$eval('#list', (list, late) => list.insertAdjacentHTML('beforeend', late), card('late-comer', 99));
    await expect.poll(() => countBadges(page), soon).toBe(21);
    const frame = await openPanel(page, 'late-comer');
    expect(await frame.$eval('h2', (title) => title.textContent)).toBe('@late-comer');
    await page.keyboard.press('Escape');
    await expect.poll(() => frameCorner(page), soon).toBeUndefined();
  } finally {
    await browser.close();
  }
});

interface Extension {
  browser: { runtime: { reload(): void } };
}
