// How long a client waits for the badges: a page of 50 bids is read in real Chromium with 20,000 bids stored, in a worker
// that runs and in one that the browser has just ended. As time that passes and as time that all of the browser's
// processes were at work, which a busy machine does not lengthen; where another built version stands beside, both are
// visited in turn.
import type { Page } from 'puppeteer-core';
import { random } from '../evaluate/random.ts';
import { type StartedBrowser, startBrowser } from '../lib/start-browser.ts';
import { processorTimeOf } from './processor-time.ts';
import { type Variant, variantsBeside } from './variants.ts';

const STORED = Number(process.env.HIREFLAG_BENCH_BIDS ?? 20_000);
const ON_A_PAGE = 50;
const ROUNDS = 9;
/** What is asked of this version beside 0.1.0, as a part of what that takes. */
const asked = { runs: '.8, aim .5', 'has just been ended': '.7, aim .4' } as const;
type State = keyof typeof asked;
const states = Object.keys(asked) as State[];

const address = (project: number) => `https://www.freelancer.com/projects/web/bench-${project}`;

/** What one visit took, ms. */
interface Took {
  /** From the page's load event to the last badge. */
  passed: number;
  /** Of all of the browser's processes, from the page's address on. */
  worked: number;
}

/** A version in its browser. */
interface Visitor {
  name: string;
  browser: StartedBrowser;
  page: Page;
  took: Map<State, Took[]>;
}

/**
 * Measures in browsers with fresh profiles; takes some minutes. The extension must be built.
 *
 * @param beside the folder of another built version, which is measured in the same run
 */
export async function badges(beside?: string): Promise<{ title: string; markdown: string }> {
  const all: Visitor[] = [];
  try {
    for (const variant of variantsBeside(beside)) all.push(await begin(variant));
    for (let project = 1; project <= STORED / ON_A_PAGE; project++) {
      for (const one of all) await visit(one, project);
    }
    let project = 500_000;
    // The first round is thrown away.
    for (let round = 0; round <= ROUNDS; round++) {
      for (const state of states) {
        project += 1;
        for (const one of round % 2 ? all.toReversed() : all) {
          await settled(one);
          if (state === 'has just been ended') await one.browser.endBackground();
          const took = await visit(one, project);
          if (round > 0) one.took.set(state, [...(one.took.get(state) ?? []), took]);
        }
      }
    }
    return { title: 'Badges', markdown: table(all) };
  } finally {
    for (const { browser } of all) await browser.close();
  }
}

async function begin({ name, extension }: Variant): Promise<Visitor> {
  const browser = await startBrowser('chromium', { answer: pageAt, ...(extension !== undefined && { extension }) });
  return { name, browser, page: await browser.open('https://www.freelancer.com/'), took: new Map() };
}

function table(all: readonly Visitor[]): string {
  const now = all.at(-1);
  const names = all.flatMap(({ name }) => [name, `${name}, at work`]);
  const middle = (one: Visitor | undefined, state: State, what: keyof Took) =>
    median((one?.took.get(state) ?? []).map((took) => took[what]));
  const share = (state: State, what: keyof Took) =>
    (middle(now, state, what) / middle(all[0], state, what)).toFixed(2).replace(/^0/, '');
  const [shares, wanted] = all.length > 1 ? [['of it', 'of it, at work'], ['asked']] : [[], []];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `A page of ${ON_A_PAGE} bids in Chromium with ${STORED.toLocaleString('en')} bids stored; medians of ${ROUNDS}. Time that passes from`,
    'the page’s load event to the last badge, and time that the browser was at work from the page’s address on.',
    '',
    row(['the worker', ...names, ...shares, ...wanted]),
    row(['worker', ...names, ...shares, ...wanted].map(() => '---')),
    ...states.map((state) =>
      row([
        state,
        ...all.flatMap((one) => [ms(middle(one, state, 'passed')), ms(middle(one, state, 'worked'))]),
        ...(all.length > 1 ? [share(state, 'passed'), share(state, 'worked'), asked[state]] : []),
      ]),
    ),
    '',
  ].join('\n');
}

const ms = (time: number) => `${time.toFixed(0)} ms`;

/** Opens the page of a project and waits for its last badge: the page's own script notes when that is there. */
async function visit({ browser, page }: Visitor, project: number): Promise<Took> {
  const worked = processorTimeOf(browser.browser.process()?.pid);
  await page.bringToFront();
  const before = worked();
  await page.goto(address(project), { waitUntil: 'load' });
  await page.waitForFunction(() => 'badgesAt' in window, { polling: 10, timeout: 120_000 });
  const after = worked();
  const passed = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return (window as unknown as { badgesAt: number }).badgesAt - (navigation?.loadEventEnd ?? 0);
  });
  return { passed, worked: after - before };
}

/** So long nothing may be at work before a visit, ms. */
const QUIET_MS = 300;

/** Waits until the worker has done what no badge waits for. */
async function settled({ browser }: Visitor): Promise<void> {
  const worked = processorTimeOf(browser.browser.process()?.pid);
  for (let tries = 0; tries < 100; tries++) {
    const before = worked();
    await new Promise((done) => setTimeout(done, QUIET_MS));
    if (!(worked() - before > 0.1 * QUIET_MS)) return;
  }
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
