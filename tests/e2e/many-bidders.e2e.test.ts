// A page with 500 bidders stays responsive: while all of them are read and marked, and when one more
// comes, no task in the page takes long. What is long is measured against what the browser itself takes
// to lay the same cards out, in processor time, so that it is the same on every machine, busy or not.
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { countBadges } from '../../scripts/lib/badges-in-page.ts';
import { isChromium, soon, startBrowser } from './harness.ts';

const url = 'https://www.freelancer.com/projects/web/five-hundred-bidders-9900888';
const BIDDERS = 500;

/** The cards are put in by a call, so that the page's own work on them can be told from what follows. */
const body = `<!doctype html><title>Many</title><h1>A site for five hundred bidders</h1><p>Project ID: 9900888</p><div id="list"></div>
<script>
const words = 'boat harbour timber paint sail rope anchor engine deck cabin lamp map wind tide pier crane light cargo net crew'.split(' ');
const card = (n) => '<app-project-view-logged-out-bid-card><div><fl-username><a href="/u/many-' + n + '">@many-' + n + '</a></fl-username>' +
  '<fl-rating><div class="LayerGroup" data-rating="4.' + n % 10 + '" aria-label="Rating: 4.' + n % 10 + ' out of 5"></div></fl-rating><div class="ReviewCount">(' + n + ' reviews)</div>' +
  '<p class="User-bid-text">' + Array.from({ length: 120 }, (_, i) => words[(n * 7 + i * (n % 11 + 3)) % 20]).join(' ') + '</p>' +
  '<p><strong class="text-foreground">€' + (100 + n) + ' EUR</strong> in ' + (n % 30 + 1) + ' days</p></div></app-project-view-logged-out-bid-card>';
window.fill = (from, to) =>
  document.querySelector('#list').insertAdjacentHTML('beforeend', Array.from({ length: to - from }, (_, n) => card(from + n)).join(''));
</script>`;
const answer = (asked: URL) =>
  asked.href === url ? { status: 200, type: 'text/html; charset=utf-8', body } : undefined;

/** Puts cards in, and returns once the browser has shown them. */
const fill = (page: Page, from: number, to: number) =>
  page.evaluate(
    (a, b) =>
      new Promise<void>((done) => {
        (window as unknown as { fill(from: number, to: number): void }).fill(a, b);
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
      }),
    from,
    to,
  );

/** Once that many people are marked and the page has nothing more to do. */
async function allMarked(page: Page, people: number): Promise<void> {
  await expect.poll(() => countBadges(page), soon).toBe(people);
  await page.evaluate(() => new Promise<void>((done) => requestIdleCallback(() => done())));
}

/**
 * Processor time, ms, of the longest task in the page's main thread during each of these steps.
 *
 * @param steps run one after another; the first begins with a page that is at rest
 */
async function longestTasks(page: Page, steps: (() => Promise<unknown>)[]): Promise<number[]> {
  const mark = (name: string) => page.evaluate((one) => void performance.mark(one), name);
  await page.tracing.start({ categories: ['blink.user_timing', 'disabled-by-default-devtools.timeline'] });
  for (const [n, step] of steps.entries()) {
    await mark(`hireflag-test-${n}`);
    await step();
  }
  await mark(`hireflag-test-${steps.length}`);
  const trace = JSON.parse(Buffer.from((await page.tracing.stop()) ?? []).toString()) as { traceEvents: TraceEvent[] };
  const marks = trace.traceEvents
    .filter(({ name, cat }) => cat === 'blink.user_timing' && name.startsWith('hireflag-test-'))
    .sort((a, b) => a.ts - b.ts);
  const tasks = trace.traceEvents.filter(
    ({ name, pid, tid }) => name === 'RunTask' && pid === marks[0]?.pid && tid === marks[0].tid,
  );
  return steps.map((_, n) => {
    const [from, to] = [marks[n]?.ts ?? Number.NaN, marks[n + 1]?.ts ?? Number.NaN];
    return Math.max(...tasks.flatMap(({ ts, tdur = 0 }) => (ts >= from && ts < to ? [tdur / 1000] : [])));
  });
}

/** What Chromium's trace says of one stretch of work: times in microseconds, `tdur` on the processor. */
interface TraceEvent {
  name: string;
  cat: string;
  pid: number;
  tid: number;
  ts: number;
  tdur?: number;
}

describe.runIf(isChromium)('500 bidders', () => {
  test('are read and marked, and so is one more, in tasks far shorter than showing them', async () => {
    const browser = await startBrowser('chromium', { answer });
    try {
      // Now and then a task has the browser's own cleaning up in it: the best of three counts.
      const ratios: number[] = [];
      while (ratios.length < 3 && !ratios.some((ratio) => ratio < 0.6)) {
        const page = await browser.open(url);
        const [shown = 0, marked = 0, one = 0] = await longestTasks(page, [
          () => fill(page, 0, BIDDERS),
          () => allMarked(page, BIDDERS),
          async () => {
            await fill(page, BIDDERS, BIDDERS + 1);
            await allMarked(page, BIDDERS + 1);
          },
        ]);
        console.info(`longest task, ms on the processor: the page ${shown}, marking all ${marked}, one more ${one}`);
        expect(shown).toBeGreaterThan(0);
        ratios.push(Math.max(marked, one) / shown);
        await page.close();
      }
      expect(Math.min(...ratios)).toBeLessThan(0.6);
    } finally {
      await browser.close();
    }
  });

  test('and a long task would be noticed', async () => {
    const browser = await startBrowser('chromium', { answer, bare: true });
    try {
      const page = await browser.open(url);
      const [shown = 0, busy] = await longestTasks(page, [
        () => fill(page, 0, BIDDERS),
        () =>
          page.evaluate(
            (people) =>
              new Promise<void>((done) => {
                setTimeout(() => {
                  // What laying everything out anew for each of a few badges would be.
                  const list = document.querySelector<HTMLElement>('#list');
                  for (let n = 0; n < 8 && list; n += 1) {
                    list.style.width = `${people + n}px`;
                    list.getBoundingClientRect();
                  }
                  done();
                });
              }),
            BIDDERS,
          ),
      ]);
      expect(busy).toBeGreaterThan(0.6 * shown);
    } finally {
      await browser.close();
    }
  });
});
