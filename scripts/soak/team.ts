// A team at work for long: three browsers read page after page, each its own, while backgrounds are ended and the server is killed
// at moments that a seed chose, and one of the three is without a network for half of the time. Whatever the moments were,
// afterwards all stores hold every bid once and are equal to the byte, nothing waits to be sent, and no browser has grown by
// more than what it stores asks for.
import type { Page } from 'puppeteer-core';
import { memoryOf } from '../bench/processor-time.ts';
import { random } from '../evaluate/random.ts';
import { countBadges } from '../lib/badges-in-page.ts';
import type { BrowserKind } from '../lib/find-browser.ts';
import type { Answer } from '../lib/local-web.ts';
import { builtForTeams } from '../lib/open-browser.ts';
import { type StartedBrowser, startBrowser } from '../lib/start-browser.ts';
import { joinAll, makeKey } from '../team/join.ts';
import { startLocalTeam } from '../team/local-team.ts';
import { bidder, cards, content, ORIGIN } from './pages.ts';

export interface TeamSoakOptions {
  kind: BrowserKind;
  /** How many bids the browsers read together. */
  bids: number;
  /** How many of them stand on a page. */
  perPage: number;
  /** How often a background is ended. */
  ends: number;
  /** How often the server is killed and started again. */
  kills: number;
  seed: number;
  /** Hears how far it is. */
  progress?: (step: number, steps: number, memory: number) => void;
}

export interface TeamSoaked {
  bids: number;
  ended: number;
  killed: number;
  /** Bids that a browser does not store, of all. */
  lost: number;
  /** Rows of bids that are there twice, of all. */
  twice: number;
  /** Whether all store the same, to the byte, whatever the numbers of the rows. */
  equal: boolean;
  /** What waited to be sent in the browser that was without a network, when it had one again. */
  keptBack: number;
  /** What still waits to be sent, of all. */
  waiting: number;
  seconds: number;
  /** Memory of a browser's processes, MB, the largest of all: after a tenth of the pages, and at the end. */
  memory: { early: number; late: number };
}

/** It is no measure: it only ends what hangs, ms. */
const PATIENCE_MS = 300_000;
/** Longest time from a page's address to what is done to the background or the server, ms. */
const LATEST_MS = 400;
const FIRST_PROJECT = 4_000_000;
const MEMBERS = ['Ana', 'Ben', 'Caro'];

const addressOf = (project: number) => `${ORIGIN}/projects/web/pool-${project}`;

/** Runs it with fresh profiles and a server of its own. The package for teams must be built. */
export async function soakTeam(options: TeamSoakOptions): Promise<TeamSoaked> {
  const { kind, bids, perPage, ends, kills, seed, progress } = options;
  const began = performance.now();
  const answer: Answer = (url) => {
    const [, number] = /^\/projects\/web\/pool-(\d+)$/.exec(url.pathname) ?? [];
    if (!number) return undefined;
    const main = content(Number(number), cards(Number(number), 0, perPage));
    const body = `<!doctype html><link rel="icon" href="data:,"><title>Pool</title><main>${main}</main>`;
    return { status: 200, type: 'text/html; charset=utf-8', body };
  };
  const team = await startLocalTeam([], { perday: '1000000' });
  const members: Member[] = [];
  try {
    for (const name of MEMBERS) {
      members.push(
        new Member(name, await startBrowser(kind, { answer, extension: builtForTeams[kind], pool: team.server })),
      );
    }
    const newcomers = [];
    for (const { browser, name } of members) newcomers.push(await makeKey(browser, name));
    await joinAll(team, newcomers);
    // Open, they would keep the background at work.
    for (const { settings } of newcomers) await settings.close();
    const steps = Math.ceil(bids / perPage / members.length);
    const next = random(seed);
    const stepsOf = (count: number) =>
      Array.from({ length: count }, () => next.int(0, steps - 1)).sort((a, b) => a - b);
    const [endsAt, killsAt] = [stepsOf(ends), stepsOf(kills)];
    const [early, late] = [{ memory: 0 }, { memory: 0 }];
    const expected = new Set<string>();
    const away = members.at(-1) as Member;
    const [leaves, returns] = [Math.floor(steps / 4), Math.floor((3 * steps) / 4)];
    let keptBack = 0;
    for (let step = 0; step < steps; step += 1) {
      if (step === leaves) away.browser.reach(false);
      if (step === returns) {
        keptBack = await away.waiting();
        away.browser.reach(true);
      }
      const disturbed: Promise<unknown>[] = [];
      for (const _ of endsAt.filter((at) => at === step)) {
        const one = members[next.int(0, members.length - 1)] as Member;
        disturbed.push(after(next.int(0, LATEST_MS), () => one.endBackground()));
      }
      // Killed twice in one step it would be killed while it starts.
      if (killsAt.includes(step)) disturbed.push(after(next.int(0, LATEST_MS), () => team.server.restart()));
      await Promise.all([
        ...members.map((member, i) => {
          const project = FIRST_PROJECT + step * members.length + i;
          for (let n = 0; n < perPage; n += 1) expected.add(`${project}/${bidder(project, n)}`);
          return member.read(addressOf(project), perPage);
        }),
        ...disturbed,
      ]);
      const memory = Math.max(...members.map((one) => one.memory()));
      if (step < Math.max(1, steps / 10)) early.memory = Math.max(early.memory, memory);
      late.memory = memory;
      progress?.(step + 1, steps, memory);
    }
    const stored = await settled(members, expected.size);
    return {
      bids: expected.size,
      ended: endsAt.length,
      killed: new Set(killsAt).size,
      lost: stored.reduce((sum, one) => sum + [...expected].filter((bid) => !one.bids.has(bid)).length, 0),
      twice: stored.reduce((sum, one) => sum + one.rows - one.bids.size, 0),
      equal: new Set(stored.map(({ digest }) => digest)).size === 1,
      keptBack,
      waiting: stored.reduce((sum, one) => sum + one.waiting, 0),
      seconds: Math.round((performance.now() - began) / 1_000),
      memory: { early: Math.round(early.memory), late: Math.round(late.memory) },
    };
  } finally {
    for (const { browser } of members) await browser.close();
    await team.stop();
  }
}

/** A member's browser, with one tab in which they read. */
class Member {
  readonly name: string;
  readonly browser: StartedBrowser;
  /** The memory of the browser's processes now, MB. */
  readonly memory: () => number;
  #tab: Page | undefined;

  constructor(name: string, browser: StartedBrowser) {
    this.name = name;
    this.browser = browser;
    this.memory = memoryOf(browser.browser.process()?.pid);
  }

  /** Reads a page until it is marked. */
  async read(address: string, badges: number): Promise<void> {
    this.#tab ??= await this.browser.browser.newPage();
    await this.#tab.goto(address, { waitUntil: 'load', timeout: PATIENCE_MS });
    const end = performance.now() + PATIENCE_MS;
    while ((await countBadges(this.#tab)) !== badges) {
      if (performance.now() > end) throw new Error(`${address} was not marked in ${this.name}'s browser.`);
      await new Promise((done) => setTimeout(done, 100));
    }
  }

  /** Ends the background, where it runs. */
  async endBackground(): Promise<void> {
    if (await this.browser.backgroundRuns()) await this.browser.endBackground();
  }

  /** What waits to be sent now. */
  async waiting(): Promise<number> {
    const own = await this.browser.openOwn('popup.html');
    const { waiting } = await whatIsStored(own);
    await own.close();
    return waiting;
  }

  /** Nothing is read any more. */
  async rest(): Promise<void> {
    await this.#tab?.close();
    this.#tab = undefined;
  }
}

interface Stored {
  bids: Set<string>;
  rows: number;
  digest: string;
  waiting: number;
}

/** What all store once it is everything and the same, or when patience ends. */
async function settled(members: readonly Member[], bids: number): Promise<Stored[]> {
  for (const member of members) await member.rest();
  const own: Page[] = [];
  for (const { browser } of members) own.push(await browser.openOwn('popup.html'));
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    // What is still to be said is said before what the others said is read.
    for (const page of [...own, ...own]) await burst(page);
    const stored = await Promise.all(own.map(whatIsStored));
    const [first] = stored as [Stored];
    const isAll = stored.every((one) => one.waiting === 0 && one.bids.size >= bids && one.digest === first.digest);
    if (isAll || performance.now() > end) return stored;
  }
}

/** Has the background speak with the pool now, started if it does not run. What fails is tried again. */
function burst(own: Page): Promise<unknown> {
  return own
    .evaluate(() => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } };
      return chrome.runtime.sendMessage({ type: 'team-burst' });
    })
    .catch(() => undefined);
}

async function whatIsStored(own: Page): Promise<Stored> {
  const { bids, ...stored } = await own.evaluate(
    () =>
      new Promise<{ bids: string[]; rows: number; digest: string; waiting: number }>((done, failed) => {
        const request = indexedDB.open('hireflag');
        request.onerror = () => failed(request.error);
        request.onsuccess = () => {
          const tx = request.result.transaction(['observations', 'outbox']);
          const rows = tx.objectStore('observations').getAll();
          const waiting = tx.objectStore('outbox').count();
          tx.onerror = () => failed(tx.error);
          tx.oncomplete = async () => {
            request.result.close();
            const bids = rows.result.filter(({ kind }) => kind === 'bid');
            // Which pages somebody reads is nobody else's.
            const shared = rows.result
              .filter(({ kind }) => kind !== 'page')
              .map(({ n: _, ...row }) => JSON.stringify(row));
            const bytes = new TextEncoder().encode(shared.sort().join('\n'));
            const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
            done({
              bids: bids.map(({ body }) => `${body.project}/${body.account}`),
              rows: bids.length,
              digest: [...hash].join(' '),
              waiting: waiting.result,
            });
          };
        };
      }),
  );
  return { ...stored, bids: new Set(bids) };
}

async function after(ms: number, work: () => Promise<unknown>): Promise<void> {
  await new Promise((done) => setTimeout(done, ms));
  await work();
}
