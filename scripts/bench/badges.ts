// How long a client waits for the badges: a page of 50 bids is read in real Chromium with 20,000 bids
// stored, in a worker that runs and in one that the browser has just ended.
import type { Page } from 'puppeteer-core';
import { random } from '../evaluate/random.ts';
import { startBrowser } from '../lib/start-browser.ts';

const STORED = 20_000;
const ON_A_PAGE = 50;
const ROUNDS = 9;
const address = (project: number) => `https://www.freelancer.com/projects/web/bench-${project}`;

/** Measures in a browser with a fresh profile; takes about two minutes. The extension must be built. */
export async function badges(): Promise<{ title: string; markdown: string }> {
  const browser = await startBrowser('chromium', { answer: (url) => pageAt(url) });
  try {
    const page = await browser.open('https://www.freelancer.com/');
    for (let project = 1; project <= STORED / ON_A_PAGE; project++) await visit(page, project);
    let project = 500_000;
    const middle = async (cold: boolean) => {
      const visits: number[] = [];
      for (let i = 0; i < ROUNDS; i++) {
        if (cold) await browser.endBackground();
        visits.push(await visit(page, project++));
      }
      return median(visits);
    };
    await middle(false);
    const rows = [['runs', await middle(false)] as const, ['has just been ended', await middle(true)] as const];
    const lines = [
      `A page of ${ON_A_PAGE} bids in Chromium with ${STORED.toLocaleString('en')} bids stored; medians of ${ROUNDS}.`,
      '',
      '| the worker | from the page’s load event to the last badge |',
      '|---|---|',
      ...rows.map(([worker, visit]) => `| ${worker} | ${visit.toFixed(0)} ms |`),
    ];
    return { title: 'Badges', markdown: `${lines.join('\n')}\n` };
  } finally {
    await browser.close();
  }
}

/** From the page's load event to the fiftieth badge, ms: reading, asking and planting. */
async function visit(page: Page, project: number): Promise<number> {
  await page.goto(address(project), { waitUntil: 'load' });
  await page.waitForFunction(() => 'badgesAt' in window, { polling: 50, timeout: 20_000 });
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return (window as unknown as { badgesAt: number }).badgesAt - (navigation?.loadEventEnd ?? 0);
  });
}

function pageAt(url: URL) {
  const project = Number(/bench-(\d+)$/.exec(url.pathname)?.[1] ?? 0);
  const cards = project
    ? bidsOf(project)
        .map(
          ({ account, text }) =>
            `<app-project-view-logged-out-bid-card><div><fl-username><a href="/u/${account}">@${account}</a></fl-username><p class="User-bid-text">${text}</p><p><strong>€300 EUR</strong> in 5 days</p></div></app-project-view-logged-out-bid-card>`,
        )
        .join('')
    : '';
  const watch = `<script>new MutationObserver((_, o) => { if (document.querySelectorAll('fl-username > span').length >= ${ON_A_PAGE}) { window.badgesAt = performance.now(); o.disconnect(); } }).observe(document, { childList: true, subtree: true })</script>`;
  const body = `<!doctype html><title>Bench</title>${watch}<h1>Bench ${project}</h1><p>Project ID: ${project}</p>${cards}`;
  return { status: 200, type: 'text/html; charset=utf-8', body };
}

/** Fifty bids of 110 words; on every third project three accounts share a text. */
function bidsOf(project: number) {
  const next = random(project);
  const shared = random((project % 40) + 7);
  const family = Array.from({ length: 110 }, () => word(shared));
  return Array.from({ length: ON_A_PAGE }, (_, i) => {
    const account = `bidder${Math.floor(next() * 6_000)}x${i}`;
    const shares = project % 3 === 0 && i < 3;
    const text = Array.from({ length: 110 }, (_, w) => (shares && next() < 0.85 ? family[w] : word(next))).join(' ');
    return { account, text };
  });
}

const syllables = ['ba', 'de', 'ki', 'lo', 'mu', 'ra', 'se', 'ti', 'vo', 'nu', 'pe', 'gra', 'stu', 'mel', 'or', 'ix'];
/** Words as frequent as in a language: few of them most of the time. */
function word(next: () => number): string {
  const rank = Math.floor(6_000 * next() ** 2.2) + 1;
  return [rank % 16, (rank >> 4) % 16, (rank >> 8) % 16].map((s) => syllables[s]).join('');
}

function median(all: number[]): number {
  return all.sort((a, b) => a - b)[all.length >> 1] ?? Number.NaN;
}
