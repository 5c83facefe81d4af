// The list of developers does not stutter with 50,000 of them: a frame while it is scrolled costs about as much
// processor time as with 500, and no more rows are in the page.
import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isChromium, soon, startBrowser, type TestBrowser } from './harness.ts';

const FEW = 500;
const MANY = 50_000;
const FRAMES = 100;

let browser: TestBrowser;
let page: Page;
let session: CDPSession;
beforeAll(async () => {
  if (!isChromium) return;
  browser = await startBrowser('chromium', { answer: () => undefined });
  page = await browser.openOwn('dashboard.html#/developers');
  session = await page.createCDPSession();
  // Processor time of the page's main thread, and not the time that passes.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
});
afterAll(() => browser?.close());

/** Lists that many invented people, as the worker would, and shows them. */
async function list(people: number): Promise<void> {
  await page.evaluate(
    (many) =>
      new Promise<void>((done, failed) => {
        const request = indexedDB.open('hireflag');
        request.onerror = () => failed(request.error);
        request.onsuccess = () => {
          const write = request.result.transaction('accounts', 'readwrite');
          for (let i = 0; i < many; i++) {
            const isFlagged = i % 7 === 0;
            const found = { message: 'acrossBids', data: { others: 4, projects: 1 }, with: [] };
            write.objectStore('accounts').put({
              key: `guru:person-${i}`,
              site: 'guru',
              account: `person-${i}`,
              name: `Person Number ${i}`,
              level: isFlagged ? 'look-closer' : 'no-flags',
              rank: isFlagged ? 0 : 2,
              findings: isFlagged ? [{ flag: 'reused-template', key: 'k', strength: 'strong', ...found }] : [],
              flags: isFlagged ? ['reused-template'] : [],
              others: [],
              coverage: { bids: i % 40, projects: i % 30, reviews: i % 9, profiles: 0, messages: 0 },
              firstSeenAt: '2026-01-01T00:00:00Z',
              lastSeenAt: new Date(1.76e12 + i * 60_000).toISOString(),
              assessedAt: '2026-01-01T00:00:00Z',
              words: [`person-${i}`],
            });
          }
          write.onerror = () => failed(write.error);
          write.oncomplete = () => {
            request.result.close();
            done();
          };
        };
      }),
    people,
  );
  await page.reload();
  await page.bringToFront();
  const said = () => page.$eval('.how-many', (one) => one.textContent).catch(() => '');
  const shown = async () =>
    [...((await said()) ?? '').matchAll(/[\d,]+/g)].map(([figure]) => Number(figure.replace(/,/g, '')));
  await expect.poll(shown, soon).toEqual([people, people]);
}

/** Processor time of the page so far, ms. */
async function spent(): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
}

/** Scrolls anywhere in the list with each frame. */
async function scroll(): Promise<{ perFrame: number; rows: number }> {
  const before = await spent();
  const rows = await page.evaluate(
    (frames) =>
      new Promise<number>((done) => {
        const scroller = document.querySelector('.rows') as HTMLElement;
        let most = 0;
        let frame = 0;
        const step = () => {
          most = Math.max(most, document.querySelectorAll('#developers tbody [data-account]').length);
          if (frame === frames) return done(most);
          scroller.scrollTop = (((frame++ * 37) % 101) / 101) * scroller.scrollHeight;
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    FRAMES,
  );
  return { perFrame: ((await spent()) - before) / FRAMES, rows };
}

test.runIf(isChromium)(
  `a frame of scrolling through ${MANY} people costs about what it costs with ${FEW}`,
  async () => {
    // The view makes the database.
    await expect.poll(() => page.$('.empty').catch(() => null), soon).not.toBeNull();
    await list(FEW);
    await scroll();
    const few = await scroll();
    await list(MANY);
    await scroll();
    const many = await scroll();
    console.log(
      `processor time a frame: ${few.perFrame.toFixed(1)} ms with ${FEW}, ${many.perFrame.toFixed(1)} ms with ${MANY}`,
    );
    expect(many.rows).toBe(few.rows);
    expect(many.rows).toBeGreaterThan(10);
    // A table that holds all its rows costs a hundred times as much.
    expect(many.perFrame / few.perFrame).toBeLessThan(3);
  },
);
