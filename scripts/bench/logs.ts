// How long a million sign-ins take to be imported, on the command line and in real Chromium by the dashboard, as time that
// passes and as time at work; how much memory that takes, and whether the page stays smooth meanwhile. And what a look-up
// in the table of networks and in lists of relays costs.
import { once } from 'node:events';
import { createWriteStream, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { ElementHandle, Page } from 'puppeteer-core';
import networks from '../../assets/networks.json' with { type: 'json' };
import { inLists } from '../../lib/logs/address-lists.ts';
import { networksIn } from '../../lib/logs/networks.ts';
import { answer } from '../../practice/marketplace.ts';
import { type Random, random } from '../evaluate/random.ts';
import { startBrowser } from '../lib/start-browser.ts';
import { runOnFile } from './command.ts';
import { memoryOf, processorTimeOf } from './processor-time.ts';

const SIGN_INS = Number(process.env.HIREFLAG_BENCH_SIGN_INS ?? 1_000_000);
const PEOPLE = 500;
const DAYS = 60;

const said = `${SIGN_INS.toLocaleString('en')} sign-ins of ${PEOPLE} people over ${DAYS} days as the portal of Entra ID writes them. At work: all threads and processes together.`;

/** The command line, and look-ups. */
export function logs(): Promise<{ title: string; markdown: string }> {
  return withLog(async (file) => {
    const { passed, seconds, megabytes } = await runOnFile('../import.ts', file);
    const lines = [
      ...[said, '', '| | passed | at work | memory at most |', '|---|---|---|---|'],
      `| on the command line | ${shown(passed)} | ${shown(seconds)} | ${megabytes.toFixed(0)} MB |`,
      ...['', '| a look-up, at work | version 4 | version 6 |', '|---|---|---|', ...lookUps()],
    ];
    return { title: 'Logs', markdown: `${lines.join('\n')}\n` };
  });
}

/** The dashboard of the built extension, in a fresh profile. */
export function logsInBrowser(): Promise<{ title: string; markdown: string }> {
  return withLog(async (file) => {
    const lines = [
      ...[said, '', '| | passed | at work | memory at most | longest task of the page |', '|---|---|---|---|---|'],
      ...(await inBrowser(file)),
    ];
    return { title: 'Logs in the browser', markdown: `${lines.join('\n')}\n` };
  });
}

async function withLog<Said>(measure: (file: string) => Promise<Said>): Promise<Said> {
  const folder = await mkdtemp(join(tmpdir(), 'hireflag-bench-'));
  try {
    const file = join(folder, 'sign-ins.csv');
    await write(file);
    return await measure(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes the log, the latest first as portals do. */
async function write(file: string): Promise<void> {
  const next = random(7);
  const out = createWriteStream(file);
  out.write(
    'Date (UTC),Request ID,User agent,Correlation ID,User ID,User,Username,Application,IP address,Location,Status,Sign-in error code,Device ID,Session ID,Autonomous system  number\n',
  );
  const homes = Array.from({ length: PEOPLE }, () => [address(next), address(next), address(next)]);
  const began = Date.UTC(2026, 8, 1);
  for (let n = 0; n < SIGN_INS; n++) {
    const at = new Date(began + (1 - n / SIGN_INS) * DAYS * 86_400_000).toISOString().slice(0, 19);
    const who = next.int(0, PEOPLE - 1);
    const ip = next.pick(homes[who] as string[]);
    const place = next() < 0.5 ? `"Town ${who % 40}, Land, FD"` : '';
    const row = `${at}Z,r${n},Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/148.0,c${n},u${who},Person ${who},person.${who}@quay.example,Mail,${ip},${place},Success,0,pc-${who},s${who}-${n >> 12},${64_500 + (who % 9)}\n`;
    if (!out.write(row)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
}

const address = (next: Random) => [next.int(1, 223), next.int(0, 255), next.int(0, 255), next.int(1, 254)].join('.');

/** The rows of the table: reading the file, and assessing everybody after it. */
async function inBrowser(file: string): Promise<string[]> {
  const browser = await startBrowser('chromium', { answer });
  try {
    const { pid } = browser.browser.process() ?? {};
    const [worked, held] = [processorTimeOf(pid), memoryOf(pid)];
    const page = await browser.openOwn('dashboard.html#/data');
    const input = (await page.waitForSelector('#import-logs')) as ElementHandle<HTMLInputElement>;
    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(window, { tasks });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      }).observe({ type: 'longtask' });
    });
    const held0 = held();
    const stretch = async (name: string, until: () => Promise<boolean>) => {
      const [began, before] = [Date.now(), worked()];
      let most = held();
      do {
        await new Promise((done) => setTimeout(done, 500));
        most = Math.max(most, held());
      } while (!(await until()));
      const longest = await page.evaluate(() =>
        Math.max(0, ...(window as unknown as { tasks: number[] }).tasks.splice(0)),
      );
      const task = longest === 0 ? 'none over 50 ms' : `${longest.toFixed(0)} ms`;
      const row = `| ${name} | ${shown((Date.now() - began) / 1000)} | ${shown((worked() - before) / 1000)} | ${(most - held0).toFixed(0)} MB more | ${task} |`;
      console.error(row);
      return row;
    };
    await input.uploadFile(file);
    // While it is read its size is what there is to do; then whoever is assessed.
    const { size } = statSync(file);
    const isRead = () => page.$$eval('.progress progress', (all, of) => all.every(({ max }) => max !== of), size);
    await page.waitForSelector('.progress progress');
    const reading = await stretch('in the browser, until they are stored', isRead);
    const assessing = await stretch('and until everybody is assessed', () => isThere(page, 'tr[data-log]'));
    const end = await page.$eval('tr[data-log]', (row) => row.textContent ?? '');
    if (!end.includes(SIGN_INS.toLocaleString('en'))) throw new Error(`The import ended as “${end}”.`);
    return [reading, assessing];
  } finally {
    await browser.close();
  }
}

async function isThere(page: Page, selector: string): Promise<boolean> {
  return (await page.$(selector)) !== null;
}

/** What an address costs that was not looked up before: lists and tables remember those that were. */
function lookUps(): string[] {
  const next = random(11);
  const four = Array.from({ length: 100_000 }, () => address(next));
  const group = () => next.int(0, 0xffff).toString(16);
  const six = Array.from({ length: 100_000 }, () => {
    const first = next.pick(['2001', '2400', '2600', '2804', '2a00', '2a02', '2c0f']);
    return [first, ...Array.from({ length: 7 }, group)].join(':');
  });
  const ranges = Array.from({ length: 17_000 }, (_, n) =>
    n % 3 ? `${address(next)}/28` : `2a02:26f7:${n.toString(16)}::/64`,
  );
  const ways = [
    [`where a network is registered (table of ${networks.at})`, networksIn(networks)],
    ['a list of relays, 17,000 ranges', inLists([{ name: 'relays', ranges }])],
  ] as const;
  return ways.map(([name, of]) => `| ${name} | ${cost(of, four)} | ${cost(of, six)} |`);
}

/** The least of some rounds. */
function cost(of: (ip: string) => unknown, addresses: readonly string[]): string {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 9; round++) {
    const before = process.cpuUsage();
    for (const ip of addresses) of(ip);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / addresses.length);
  }
  return `${least.toFixed(2)} µs`;
}

const shown = (passed: number) => `${passed.toFixed(1)} s`;
