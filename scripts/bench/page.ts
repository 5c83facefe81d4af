// What Hireflag costs a marketplace's page: pages of 100 bids at a quarter of the processor's speed, with and without
// it in turn, and a list that grows. Processor time, not time that passes, so that a busy machine says the same.
import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import { random } from '../evaluate/random.ts';
import { type StartedBrowser, startBrowser } from '../lib/start-browser.ts';

const BIDS = 100;
const THROTTLE = 4;
/** A list that grows by so many each time, ms, up to so many. */
const GROWTH = { by: 10, each: 300, to: 900 };
const origin = 'https://www.freelancer.com';

/** What is compared: no extension, this one, or another that was built. */
export interface Variant {
  name: string;
  /** The folder of the built extension; none without it. */
  extension?: string | undefined;
  bare?: boolean;
}

interface Load {
  /** Processor time of the page's main thread, ms. */
  tasks: number;
  /** Of it script of ours, ms: in a load of its own, as looking costs time itself. */
  script: number;
  /** Tasks of more than 50 ms. */
  long: number;
  shift: number;
  badges: number;
}

interface Growth {
  /** The most bids that stood there without a badge at once, after the time between two additions. */
  behind: number;
  /** Used by scripts when all is there, MB. */
  heap: number;
}

/**
 * Measures the variants in turn.
 *
 * @param rounds loads of each; medians are given, long tasks summed
 */
export async function measurePages(variants: readonly Variant[], rounds: number): Promise<string> {
  const loads = new Map<Variant, Load[]>(variants.map((one) => [one, []]));
  const grown = new Map<Variant, Growth>();
  for (let round = 0; round < rounds; round += 1) {
    for (const one of round % 2 ? variants.toReversed() : variants) {
      const browser = await startBrowser('chromium', {
        answer,
        ...(one.bare && { bare: true }),
        ...(one.extension !== undefined && { extension: one.extension }),
      });
      try {
        const warm = await browser.open(`${origin}/projects/web/bench-1-20`);
        await pause(1_500);
        await warm.close();
        loads
          .get(one)
          ?.push({ ...(await load(browser, round)), script: one.bare ? 0 : await scriptOf(browser, round) });
        if (round === 0) grown.set(one, await growth(browser));
      } finally {
        await browser.close();
      }
    }
  }
  const middle = (one: Variant, of: (load: Load) => number) => median((loads.get(one) ?? []).map(of));
  const [without] = variants;
  if (!without) return '';
  const lines = [
    `A page of ${BIDS} bids, Chromium, ${THROTTLE} times slower, ${rounds} loads of each in turn; medians. What is added by Hireflag.`,
    '',
    `| | ${variants.map(({ name }) => name).join(' | ')} |`,
    `|---|${variants.map(() => '---').join('|')}|`,
  ];
  const row = (name: string, of: (one: Variant) => string) =>
    lines.push(`| ${name} | ${variants.map(of).join(' | ')} |`);
  row('script of ours', (one) => `${middle(one, ({ script }) => script).toFixed(0)} ms`);
  row(
    'processor time added in all',
    (one) => `${(middle(one, ({ tasks }) => tasks) - middle(without, ({ tasks }) => tasks)).toFixed(0)} ms`,
  );
  const longs = (one: Variant) => (loads.get(one) ?? []).reduce((sum, { long }) => sum + long, 0);
  row(`tasks over 50 ms in ${rounds} loads`, (one) => String(longs(one)));
  row('layout shift', (one) => middle(one, ({ shift }) => shift).toFixed(4));
  row('badges', (one) => String(middle(one, ({ badges }) => badges)));
  row(`a list growing by ${GROWTH.by} each ${GROWTH.each} ms to ${GROWTH.to}: behind`, (one) =>
    one.bare ? '' : String(grown.get(one)?.behind),
  );
  row(
    'heap of the tab then, added',
    (one) => `${((grown.get(one)?.heap ?? 0) - (grown.get(without)?.heap ?? 0)).toFixed(1)} MB`,
  );
  return `${lines.join('\n')}\n`;
}

/** Loads the page and gives it time to be read and marked. */
async function load(browser: StartedBrowser, round: number): Promise<Omit<Load, 'script'>> {
  const { page, session } = await throttled(browser);
  await page.goto(`${origin}/projects/web/bench-${9900100 + round}-${BIDS}`, { waitUntil: 'load' });
  await pause(5_000);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const tasks = await metric(session, 'TaskDuration');
  const seen = await page.evaluate(() => ({
    long: (window as unknown as Probe).longs.length,
    shift: (window as unknown as Probe).shift,
    badges: document.querySelectorAll('fl-username > span').length,
  }));
  await page.close();
  return { tasks: tasks * 1_000, ...seen };
}

/** Time of scripts of the extension in a load of the page, ms. */
async function scriptOf(browser: StartedBrowser, round: number): Promise<number> {
  const { page, session } = await throttled(browser);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 500 });
  await session.send('Profiler.start');
  await page.goto(`${origin}/projects/web/bench-${9900200 + round}-${BIDS}`, { waitUntil: 'load' });
  await pause(5_000);
  const { profile } = await session.send('Profiler.stop');
  await page.close();
  return ownTime(profile);
}

function ownTime({ nodes, samples = [], timeDeltas = [] }: Protocol.Profiler.Profile): number {
  const own = new Set(
    nodes.filter(({ callFrame }) => callFrame.url.startsWith('chrome-extension:')).map(({ id }) => id),
  );
  return samples.reduce((sum, id, n) => sum + (own.has(id) ? (timeDeltas[n] ?? 0) / 1_000 : 0), 0);
}

async function growth(browser: StartedBrowser): Promise<Growth> {
  const page = await browser.open(`${origin}/projects/web/bench-9900300-0`);
  await page.bringToFront();
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  const behind = await page.evaluate(
    ({ by, each, to }, all) =>
      new Promise<number>((done) => {
        let most = 0;
        let n = 0;
        const list = document.querySelector('#list');
        const timer = setInterval(() => {
          most = Math.max(most, n - document.querySelectorAll('fl-username > span').length);
          if (n >= to) {
            clearInterval(timer);
            done(most);
            return;
          }
          list?.insertAdjacentHTML('beforeend', all.slice(n, n + by).join(''));
          n += by;
        }, each);
      }),
    GROWTH,
    Array.from({ length: GROWTH.to }, (_, n) => card(n)),
  );
  await pause(3_000);
  await session.send('HeapProfiler.collectGarbage');
  const heap = (await metric(session, 'JSHeapUsedSize')) / 1_000_000;
  await page.close();
  return { behind, heap };
}

async function throttled(browser: StartedBrowser): Promise<{ page: Page; session: CDPSession }> {
  const page = await browser.browser.newPage();
  await page.bringToFront();
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  return { page, session };
}

async function metric(session: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
}

interface Probe {
  longs: number[];
  shift: number;
}
const probe = `<script>window.longs=[];window.shift=0;
new PerformanceObserver((list)=>{for(const e of list.getEntries())longs.push(e.duration)}).observe({type:'longtask',buffered:true});
new PerformanceObserver((list)=>{for(const e of list.getEntries())shift+=e.value}).observe({type:'layout-shift',buffered:true});</script>`;
/** Cards with a box and a header row, the name beside other things. */
const style =
  '<style>body{font:16px/1.5 sans-serif;margin:0 auto;max-width:900px}app-project-view-logged-out-bid-card{display:block;border:1px solid #ccc;margin:12px 0;padding:16px}fl-username{display:inline-flex}</style>';
const words =
  'boat harbour timber paint sail rope anchor engine deck cabin lamp map wind tide pier crane light cargo'.split(' ');
function card(n: number): string {
  const next = random(n + 1);
  const text = Array.from(
    { length: 120 },
    () => `${words[Math.floor(next() * words.length)]}${Math.floor(next() * 90)}`,
  ).join(' ');
  return `<app-project-view-logged-out-bid-card><div><fl-username><a href="/u/bench-${n}">@bench-${n}</a></fl-username><fl-rating><div class="LayerGroup" data-rating="4.${n % 10}" aria-label="Rating: 4.${n % 10} out of 5"></div></fl-rating><div class="ReviewCount">(${n} reviews)</div><p class="User-bid-text">${text}</p><p><strong class="text-foreground">€${100 + n} EUR</strong> in ${(n % 30) + 1} days</p></div></app-project-view-logged-out-bid-card>`;
}
function answer(url: URL) {
  const [, id, bids] = /^\/projects\/web\/bench-(\d+)-(\d+)$/.exec(url.pathname) ?? [];
  if (id === undefined) return undefined;
  const list = Array.from({ length: Number(bids) }, (_, n) => card(n)).join('');
  const body = `<!doctype html><meta charset="utf-8">${probe}${style}<link rel="icon" href="data:,"><title>Bench</title><h1>A project with many bids</h1><p>Project ID: ${id}</p><div id="list">${list}</div>`;
  return { status: 200, type: 'text/html; charset=utf-8', body };
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

function median(all: number[]): number {
  return all.sort((a, b) => a - b)[all.length >> 1] ?? Number.NaN;
}
