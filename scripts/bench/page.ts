// What Hireflag costs a marketplace's page: pages of 100 bids with and without it in turn, and a list that grows. On a
// machine that is busy, or another one, everything takes longer, the page without Hireflag as well: so processor time
// is measured, never time that passes, and figures are given as on the machine that was asked of, where the page alone
// took PAGE_ALONE. What takes part in the page's main thread is counted, the browser's own work for us as well.
import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import { random } from '../evaluate/random.ts';
import { type StartedBrowser, startBrowser } from '../lib/start-browser.ts';
import type { Variant } from './variants.ts';

const BIDS = 100;
/** Processor time of the page alone where the figures were asked for, slowed down four times, ms. */
const PAGE_ALONE = 183;
const SLOWED = 4;
/** A task that a user notices, ms. */
const LONG_MS = 50;
/** A list that grows by so many each time, ms, up to so many. */
const GROWTH = { by: 10, each: 300, to: 900 };
const origin = 'https://www.freelancer.com';

interface Load {
  /** Processor time of the page's main thread, ms. */
  tasks: number;
  /** Of each of its tasks, ms. */
  each: number[];
  /** Which part of what the main thread did was script of ours, with what it called: in a load of its own, as looking costs time itself. */
  share: number;
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
 * @param variants the first is the page alone
 * @param rounds loads of each; medians are given, long tasks summed
 * @param withList whether a list that grows is measured as well
 */
export async function measurePages(variants: readonly Variant[], rounds: number, withList: boolean): Promise<string> {
  const [without] = variants;
  if (!without) return '';
  const loads = new Map<Variant, Load[]>(variants.map((one) => [one, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const one of round % 2 ? variants.toReversed() : variants) {
      await inBrowser(one, async (browser) => {
        const seen = await load(browser, round);
        loads.get(one)?.push({ ...seen, share: one.bare ? 0 : await shareOf(browser, round) });
      });
    }
  }
  const middle = (one: Variant, of: (load: Load) => number) => median((loads.get(one) ?? []).map(of));
  const alone = middle(without, ({ tasks }) => tasks);
  const scale = PAGE_ALONE / alone;
  // A machine that is slower at full speed than that one gets as much more time.
  const each = Math.round(GROWTH.each * Math.max(1, SLOWED / scale));
  const grown = new Map<Variant, Growth>();
  for (const one of withList ? variants : []) grown.set(one, await inBrowser(one, (browser) => growth(browser, each)));

  const added = (one: Variant) => middle(one, ({ tasks }) => tasks) - alone;
  const longs = (one: Variant) =>
    (loads.get(one) ?? []).flatMap((seen) => seen.each).filter((ms) => ms * scale > LONG_MS).length;
  const rows: [name: string, least: string, aim: string, of: (one: Variant) => string][] = [
    ['script of ours', '60 ms', '20 ms', (one) => ms(middle(one, ({ share, tasks }) => share * tasks) * scale)],
    ['processor time added in all', '120 ms', '40 ms', (one) => ms(added(one) * scale)],
    [`tasks over ${LONG_MS} ms added in ${rounds} loads`, '0', '0', (one) => String(longs(one) - longs(without))],
    ['layout shift', '0', '0', (one) => middle(one, ({ shift }) => shift).toFixed(4)],
    ['badges', '', '', (one) => String(middle(one, ({ badges }) => badges))],
  ];
  const ofList: typeof rows = [
    [
      `a list growing by ${GROWTH.by} each ${GROWTH.each} ms to ${GROWTH.to}: behind`,
      '20',
      '0',
      (one) => String(grown.get(one)?.behind),
    ],
    [
      'heap of the tab then, added',
      '6 MB',
      '3 MB',
      (one) => `${((grown.get(one)?.heap ?? 0) - (grown.get(without)?.heap ?? 0)).toFixed(1)} MB`,
    ],
  ];
  const shown = variants.filter((one) => one !== without);
  return [
    `A page of ${BIDS} bids, Chromium, ${rounds} loads of each in turn; medians of processor time in the page's main thread.`,
    `The page alone took ${alone.toFixed(0)} ms here and ${PAGE_ALONE} ms, slowed down ${SLOWED} times, where the figures were asked for:`,
    `times are given as there, ${scale.toFixed(2)} times those measured${withList ? `; the list grew each ${each} ms` : ''}.`,
    '',
    `| | at least | aim | ${shown.map(({ name }) => name).join(' | ')} |`,
    `|---|---|---|${shown.map(() => '---').join('|')}|`,
    ...[...rows, ...(withList ? ofList : [])].map(
      ([name, least, aim, of]) => `| ${name} | ${least} | ${aim} | ${shown.map(of).join(' | ')} |`,
    ),
    '',
  ].join('\n');
}

const ms = (time: number) => `${time.toFixed(0)} ms`;

/** Does something in a browser of its own, which has seen a page already. */
async function inBrowser<T>(one: Variant, run: (browser: StartedBrowser) => Promise<T>): Promise<T> {
  const browser = await startBrowser('chromium', {
    answer,
    ...(one.bare && { bare: true }),
    ...(one.extension !== undefined && { extension: one.extension }),
  });
  try {
    const warm = await browser.open(`${origin}/projects/web/bench-1-20`);
    await pause(1_500);
    await warm.close();
    return await run(browser);
  } finally {
    await browser.close();
  }
}

/** Loads the page and gives it time to be read and marked. */
async function load(browser: StartedBrowser, round: number): Promise<Omit<Load, 'share'>> {
  const { page, session } = await newPage(browser);
  await page.tracing.start({ categories: ['blink.user_timing', 'disabled-by-default-devtools.timeline'] });
  await page.goto(`${origin}/projects/web/bench-${9900100 + round}-${BIDS}`, { waitUntil: 'load' });
  await page.evaluate(() => void performance.mark('here'));
  await pause(5_000);
  const tasks = await metric(session, 'TaskDuration');
  const trace = JSON.parse(Buffer.from((await page.tracing.stop()) ?? []).toString()) as { traceEvents: TraceEvent[] };
  const here = trace.traceEvents.find(({ name }) => name === 'here');
  const each = trace.traceEvents.flatMap(({ name, pid, tid, tdur = 0 }) =>
    name === 'RunTask' && pid === here?.pid && tid === here.tid ? tdur / 1_000 : [],
  );
  const seen = await page.evaluate(() => ({
    shift: (window as unknown as Probe).shift,
    badges: document.querySelectorAll('fl-username > span').length,
  }));
  await page.close();
  return { tasks: tasks * 1_000, each, ...seen };
}

/** What Chromium's trace says of one stretch of work: `tdur` on the processor, microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  tdur?: number;
}

/** Which part of what the main thread did in a load of the page was script of the extension, or what that called. */
async function shareOf(browser: StartedBrowser, round: number): Promise<number> {
  const { page, session } = await newPage(browser);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 500 });
  await session.send('Profiler.start');
  await page.goto(`${origin}/projects/web/bench-${9900200 + round}-${BIDS}`, { waitUntil: 'load' });
  await pause(5_000);
  const { profile } = await session.send('Profiler.stop');
  await page.close();
  return ownShare(profile);
}

/** Samples are counted, since the time between two of them passes for others as well. */
function ownShare({ nodes, samples = [] }: Protocol.Profiler.Profile): number {
  const own = new Set<number>();
  const idle = new Set<number>();
  // A node stands before those that it called.
  for (const { id, callFrame, children = [] } of nodes) {
    if (callFrame.functionName === '(idle)') idle.add(id);
    if (callFrame.url.startsWith('chrome-extension:')) own.add(id);
    if (own.has(id)) for (const child of children) own.add(child);
  }
  const busy = samples.filter((id) => !idle.has(id));
  return busy.filter((id) => own.has(id)).length / busy.length;
}

async function growth(browser: StartedBrowser, each: number): Promise<Growth> {
  const page = await browser.open(`${origin}/projects/web/bench-9900300-0`);
  await page.bringToFront();
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  await page.evaluate(
    ({ by, each, to }, all) => {
      const grown = { behind: 0, done: false };
      (window as unknown as { grown: typeof grown }).grown = grown;
      const list = document.querySelector('#list');
      let n = 0;
      const timer = setInterval(() => {
        grown.behind = Math.max(grown.behind, n - document.querySelectorAll('fl-username > span').length);
        if (n >= to) {
          clearInterval(timer);
          grown.done = true;
          return;
        }
        list?.insertAdjacentHTML('beforeend', all.slice(n, n + by).join(''));
        n += by;
      }, each);
    },
    { ...GROWTH, each },
    Array.from({ length: GROWTH.to }, (_, n) => card(n)),
  );
  const grown = () => page.evaluate(() => (window as unknown as { grown: Growing }).grown);
  while (!(await grown()).done) await pause(1_000);
  const { behind } = await grown();
  await pause(3_000);
  await session.send('HeapProfiler.collectGarbage');
  const heap = (await metric(session, 'JSHeapUsedSize')) / 1_000_000;
  await page.close();
  return { behind, heap };
}

async function newPage(browser: StartedBrowser): Promise<{ page: Page; session: CDPSession }> {
  const page = await browser.browser.newPage();
  await page.bringToFront();
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, session };
}

async function metric(session: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
}

interface Growing {
  behind: number;
  done: boolean;
}
interface Probe {
  shift: number;
}
const probe = `<script>window.shift=0;
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
