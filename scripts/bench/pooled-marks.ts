// How long it takes from one member's reading to the other's mark: two browsers of a team, with a real server between them, each
// with a page of a project; somebody who bids on the one's writes what somebody on the other's wrote. As time that passes, from
// the load of the page that is read last, until its own marks stand there and until the other's mark says more.
import type { CDPSession, Page } from 'puppeteer-core';
import { random } from '../evaluate/random.ts';
import { builtForTeams } from '../lib/open-browser.ts';
import { type StartedBrowser, startBrowser } from '../lib/start-browser.ts';
import { joinAll, makeKey } from '../team/join.ts';
import { startLocalTeam } from '../team/local-team.ts';

/** How many bid on a project: of a text that two share little is said before those of ten others are known. */
const BIDDERS = 14;
const ROUNDS = Number(process.env.HIREFLAG_BENCH_ROUNDS ?? 9);
/** What there is to do of the round before is done within so long, ms. */
const REST_MS = 2_500;
/** It is no measure: it only ends what hangs, ms. */
const PATIENCE_MS = 120_000;

const addressOf = (project: number) => `https://www.freelancer.com/projects/web/marks-${project}`;
const accountOf = (project: number, n: number) => `marks-${project}-${n}`;

/** What one round took, ms from the page's load. */
interface Took {
  own: number;
  others: number;
}

/** The package for teams must be built for Chromium. */
export async function pooledMarks(): Promise<{ title: string; markdown: string }> {
  const team = await startLocalTeam([]);
  const browsers: StartedBrowser[] = [];
  try {
    for (const _ of ['Ana', 'Ben']) {
      browsers.push(
        await startBrowser('chromium', { answer: pageAt, extension: builtForTeams.chromium, pool: team.server }),
      );
    }
    const [ana, ben] = browsers as [StartedBrowser, StartedBrowser];
    const newcomers = [await makeKey(ana, 'Ana'), await makeKey(ben, 'Ben')];
    await joinAll(team, newcomers);
    for (const { settings } of newcomers) await settings.close();
    const [anas, bens] = [await newTab(ana), await newTab(ben)];
    const all: Took[] = [];
    // The first round is thrown away.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const took = await oneRound(anas, bens, 2 * round + 1);
      if (round > 0) all.push(took);
      await new Promise((done) => setTimeout(done, REST_MS));
    }
    return { title: 'From one member’s page to the other’s mark', markdown: table(all) };
  } finally {
    for (const browser of browsers) await browser.close();
    await team.stop();
  }
}

/** Ben has the page of a project before him; Ana opens that of the next. */
async function oneRound(anas: Tab, bens: Tab, project: number): Promise<Took> {
  await bens.page.goto(addressOf(project), { waitUntil: 'load' });
  await until(async () => (await marksOn(bens)).length === BIDDERS);
  await new Promise((done) => setTimeout(done, REST_MS));
  const [before] = await marksOn(bens);
  await anas.page.goto(addressOf(project + 1), { waitUntil: 'load' });
  const loaded = await anas.page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return performance.timeOrigin + (navigation?.loadEventEnd ?? 0);
  });
  const [own, others] = await Promise.all([
    until(async () => (await marksOn(anas)).length === BIDDERS),
    until(async () => (await marksOn(bens))[0] !== before),
  ]);
  return { own: own - loaded, others: others - loaded };
}

/** What the marks of a page say, in its order: looked up without the page's knowing, in roots that are closed to it. */
async function marksOn({ session }: Tab): Promise<string[]> {
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as unknown as { root: DomNode };
  const marks: string[] = [];
  const walk = ({ localName, attributes = [], children = [], shadowRoots = [] }: DomNode): void => {
    if (localName === 'button' && attributes.includes('data-look')) marks.push(attributes.join(' '));
    for (const one of [...shadowRoots, ...children]) walk(one);
  };
  walk(root);
  return marks;
}

interface DomNode {
  localName: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

/** A page, and what asks of it from outside. */
interface Tab {
  page: Page;
  session: CDPSession;
}

async function newTab({ browser }: StartedBrowser): Promise<Tab> {
  const page = await browser.newPage();
  await page.bringToFront();
  return { page, session: await page.createCDPSession() };
}

/** @returns when it was so, ms since 1970 */
async function until(isSo: () => Promise<boolean>): Promise<number> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    if (await isSo()) return Date.now();
    if (Date.now() > end) throw new Error('No mark came.');
    await new Promise((done) => setTimeout(done, 10));
  }
}

function table(all: readonly Took[]): string {
  const row = (name: string, of: (took: Took) => number) => {
    const sorted = all.map(of).sort((a, b) => a - b);
    return `| ${name} | ${[sorted[sorted.length >> 1], sorted[0], sorted.at(-1)].map((ms) => `${ms?.toFixed(0)} ms`).join(' | ')} |`;
  };
  return [
    `Two pages of ${BIDDERS} bids in Chromium, ${all.length} rounds; from the load of the page that is read.`,
    '',
    '| until | middle | least | most |',
    '|---|---|---|---|',
    row('its own marks stand there', ({ own }) => own),
    row('the mark on the other’s page says more', ({ others }) => others),
    row('between the two', ({ own, others }) => others - own),
    '',
  ].join('\n');
}

function pageAt(url: URL) {
  const project = Number(/marks-(\d+)$/.exec(url.pathname)?.[1] ?? 0);
  if (!project) return undefined;
  const cards = Array.from({ length: BIDDERS }, (_, n) => {
    const account = accountOf(project, n);
    return `<app-project-view-logged-out-bid-card><div><fl-username><a href="/u/${account}">@${account}</a></fl-username><p class="User-bid-text">${textOf(project, n)}</p><p><strong>€${100 + n} EUR</strong> in ${n + 1} days</p></div></app-project-view-logged-out-bid-card>`;
  }).join('');
  const body = `<!doctype html><link rel="icon" href="data:,"><title>Marks</title><main><h1>Marks ${project}</h1><p>Project ID: ${project}</p>${cards}</main>`;
  return { status: 200, type: 'text/html; charset=utf-8', body };
}

/** Sixty words of one's own; the first on a page writes what the first on the page before it wrote, where that is Ben's. */
function textOf(project: number, n: number): string {
  const shares = n === 0 ? project - ((project + 1) % 2) : project;
  const next = random(shares * 1_000 + n);
  return Array.from({ length: 60 }, () => `${syllable(next)}${syllable(next)}${syllable(next)}`).join(' ');
}

const syllables = ['ba', 'de', 'ki', 'lo', 'mu', 'ra', 'se', 'ti', 'vo', 'nu', 'pe', 'gra', 'stu', 'mel', 'or', 'ix'];
const syllable = (next: () => number) => syllables[Math.floor(next() * syllables.length)];
