// Ends the extension's background at random moments while bids come from three tabs: one that opens page after
// page, one whose list grows, one that goes from project to project in one document without waiting. Whatever
// the moments were, afterwards every bid is stored once, every page that stayed open is marked, and every
// account is listed and assessed.
import type { Page } from 'puppeteer-core';
import { random } from '../evaluate/random.ts';
import { backgroundRuns, endBackground } from '../lib/background.ts';
import { countBadges } from '../lib/badges-in-page.ts';
import { type BrowserKind, findBrowser } from '../lib/find-browser.ts';
import { type OpenBrowser, openBrowser } from '../lib/open-browser.ts';
import { openExtensionPage } from '../lib/popup.ts';
import { answer, bidder, cards, content, ORIGIN, PER_PAGE, pathOf, type SoakPage } from './pages.ts';

export interface EndedOften {
  /** How often the background was ended. */
  ended: number;
  bids: number;
  /** Bids that are not stored, and rows of bids that are there twice. */
  lost: number;
  twice: number;
  /** Pages that stayed open and did not get all their badges. */
  pages: number;
  unmarked: number;
  accounts: number;
  /** Accounts that are in no list, and that no assessment is noted of. */
  unlisted: number;
  unassessed: number;
  seconds: number;
}

export interface EndOptions {
  kind: BrowserKind;
  /** How often the background is ended. */
  ends: number;
  /** How many bids come, a multiple of 30. */
  bids: number;
  seed: number;
  /** Hears how far it is. */
  progress?: (step: number, steps: number, ended: number) => void;
}

/** So long a page, and what is stored at the end, is waited for, ms: after three lost messages 21 seconds pass. */
const PATIENCE_MS = 120_000;
/** Longest time from the beginning of a step to the background's end within it, ms. */
const LATEST_MS = 300;

/** Runs it in a browser with a fresh profile. The extension must be built. */
export async function endWorkerOften({ kind, ends, bids, seed, progress }: EndOptions): Promise<EndedOften> {
  const found = await findBrowser(kind);
  if (!found) throw new Error(`This needs ${kind}, and none is installed.`);
  const start = performance.now();
  const opened = await openBrowser(found, { headless: true, answer });
  try {
    const steps = bids / PER_PAGE / 3;
    const own = await openExtensionPage(opened, opened.extensionUrl('popup.html'));
    const ender = new Ender(opened, own, steps, ends, seed);
    const run = new Run(opened, own, steps, seed, async (step) => {
      await ender.before(step);
      progress?.(step, steps, ender.ended);
    });
    const unmarked = await run.all();
    await ender.rest();
    for (const page of run.open) if (!(await isMarked(page, await expectedOn(page)))) unmarked.push(page.url());
    const stored = await whatIsStored(own, run.expected);
    const bidRows = stored.bids.length;
    const have = new Set(stored.bids);
    const accounts = [...run.expected].map((bid) => `freelancer:${bid.slice(bid.indexOf('/') + 1)}`);
    return {
      ended: ender.ended,
      bids: run.expected.size,
      lost: [...run.expected].filter((bid) => !have.has(bid)).length,
      twice: bidRows - have.size,
      pages: run.pages,
      unmarked: unmarked.length,
      accounts: accounts.length,
      unlisted: accounts.filter((one) => !stored.listed.has(one)).length,
      unassessed: accounts.filter((one) => !stored.assessed.has(one)).length,
      seconds: Math.round((performance.now() - start) / 1000),
    };
  } finally {
    await opened.close();
  }
}

/** Ends the background at moments that a seed chose: each in one of the steps, some time after it has begun. */
class Ender {
  ended = 0;
  private readonly opened: OpenBrowser;
  private readonly own: Page;
  private readonly moments: { step: number; delay: number }[];
  private going: Promise<void> = Promise.resolve();

  constructor(opened: OpenBrowser, own: Page, steps: number, ends: number, seed: number) {
    const next = random(seed);
    this.opened = opened;
    this.own = own;
    this.moments = Array.from({ length: ends }, () => ({
      step: next.int(0, steps - 1),
      delay: next.int(0, LATEST_MS),
    })).sort((a, b) => a.step - b.step);
  }

  /** Waits until what was chosen for earlier steps is done, and begins with what was chosen for this one. */
  async before(step: number): Promise<void> {
    await this.going;
    const now = this.moments.filter((one) => one.step <= step);
    this.moments.splice(0, now.length);
    this.going = this.endAll(now.map(({ delay }) => delay));
  }

  async rest(): Promise<void> {
    await this.before(Number.POSITIVE_INFINITY);
    await this.going;
  }

  private runsWithin(ms: number): Promise<boolean> {
    return within(ms, () => backgroundRuns(this.opened));
  }

  private async endAll(delays: readonly number[]): Promise<void> {
    for (const delay of delays) {
      await new Promise((done) => setTimeout(done, delay));
      // A page that waits to send its reading again starts it in a second; when none waits, a message does.
      if (!(await this.runsWithin(1_500))) {
        wake(this.own).catch(() => undefined);
        if (!(await this.runsWithin(PATIENCE_MS))) throw new Error('The background does not start any more.');
      }
      await endBackground(this.opened);
      this.ended += 1;
    }
  }
}

/** Has the background started, if it does not run, by a message from one of the extension's own pages. */
function wake(own: Page): Promise<unknown> {
  return own.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } };
    return chrome.runtime.sendMessage({ type: 'totals' });
  });
}

/** Three tabs in which bids come, step by step. */
class Run {
  /** Every bid, as `project/account`. */
  readonly expected = new Set<string>();
  /** Tabs whose page stays as it is. */
  readonly open: Page[] = [];
  /** Pages that were looked at until they were marked. */
  pages = 0;
  private readonly opened: OpenBrowser;
  private readonly own: Page;
  private readonly steps: number;
  private readonly next: ReturnType<typeof random>;
  private readonly before: (step: number) => Promise<void>;

  /** @param own one of the extension's own pages */
  constructor(opened: OpenBrowser, own: Page, steps: number, seed: number, before: (step: number) => Promise<void>) {
    this.opened = opened;
    this.own = own;
    this.steps = steps;
    this.next = random(seed + 1);
    this.before = before;
  }

  /** Runs all steps. @returns the pages that did not get their badges */
  async all(): Promise<string[]> {
    const { browser } = this.opened;
    const [walking, growing] = [await browser.newPage(), await browser.newPage()];
    const before = await tabIds(this.own);
    const hopping = await browser.newPage();
    const [tab = 0] = (await tabIds(this.own)).filter((id) => !before.includes(id));
    this.open.push(walking, growing, hopping);
    await growing.goto(ORIGIN + pathOf(GROWING, 'empty'));
    await hopping.goto(ORIGIN + pathOf(HOPPING, 'empty'));
    this.pages = this.steps + 2;
    const unmarked: string[] = [];
    for (let step = 0; step < this.steps; step += 1) {
      await this.before(step);
      const [isMarkedNow] = await Promise.all([
        this.walk(walking, WALKING + step),
        this.grow(growing, step * PER_PAGE),
        this.hop(hopping, tab, HOPPING + 1 + step),
      ]);
      // The last is looked at with the other tabs when all is over.
      if (!isMarkedNow && step < this.steps - 1) unmarked.push(walking.url());
    }
    return unmarked;
  }

  /** Opens a page, and leaves it once it is marked. */
  private async walk(page: Page, project: number): Promise<boolean> {
    this.expect(project, 0, PER_PAGE);
    await page.goto(ORIGIN + pathOf(project, 'whole'), { waitUntil: 'load' });
    return isMarked(page, PER_PAGE);
  }

  /** More of the list comes, as when it is scrolled. */
  private async grow(page: Page, from: number): Promise<void> {
    this.expect(GROWING, from, from + PER_PAGE);
    for (let n = from; n < from + PER_PAGE; n += PER_PAGE / 2) {
      await page.evaluate((more) => (window as unknown as SoakPage).grow(more), cards(GROWING, n, n + PER_PAGE / 2));
      await new Promise((done) => setTimeout(done, this.next.int(0, 200)));
    }
  }

  /** Another project in the same document, left as soon as it was looked at, whether it is stored by then or not. */
  private async hop(page: Page, tab: number, project: number): Promise<void> {
    this.expect(project, 0, PER_PAGE);
    await page.evaluate(
      (path, inner) => (window as unknown as SoakPage).goTo(path, inner),
      pathOf(project, 'whole'),
      content(project, cards(project, 0, PER_PAGE)),
    );
    const last = bidder(project, PER_PAGE - 1);
    if (!(await within(PATIENCE_MS, async () => (await accountsIn(this.own, tab)).includes(last)))) {
      throw new Error(`The page of project ${project} was not looked at.`);
    }
  }

  private expect(project: number, from: number, to: number): void {
    for (let n = from; n < to; n += 1) this.expected.add(`${project}/${bidder(project, n)}`);
  }
}

/** Numbers of the projects in the three tabs. */
const WALKING = 1_000_000;
const GROWING = 2_000_000;
const HOPPING = 3_000_000;

const expectedOn = (page: Page) => page.$$eval('app-project-view-logged-out-bid-card', (all) => all.length);

/** The tabs there are. */
function tabIds(own: Page): Promise<number[]> {
  return own.evaluate(async () => {
    const { tabs } = (
      globalThis as unknown as { chrome: { tabs: { query(filter: object): Promise<{ id: number }[]> } } }
    ).chrome;
    return (await tabs.query({})).map(({ id }) => id);
  });
}

/** Whom the extension's script in a tab has seen there, as it says to the popup. */
function accountsIn(own: Page, tab: number): Promise<string[]> {
  return own.evaluate(async (id) => {
    const { tabs } = (
      globalThis as unknown as { chrome: { tabs: { sendMessage(id: number, m: object): Promise<unknown> } } }
    ).chrome;
    const answer = await tabs.sendMessage(id, { type: 'what-is-here' }).catch(() => undefined);
    return (answer as { here?: { accounts: string[] } } | undefined)?.here?.accounts ?? [];
  }, tab);
}

/** Whether a page gets so many badges before patience ends. */
function isMarked(page: Page, badges: number): Promise<boolean> {
  return within(PATIENCE_MS, async () => (await countBadges(page)) === badges);
}

interface Stored {
  /** Every bid that is stored, as `project/account`; twice when it is there twice. */
  bids: string[];
  listed: Set<string>;
  assessed: Set<string>;
}

/** What the database holds, once it holds everything that is expected, or when patience ends. */
async function whatIsStored(own: Page, expected: ReadonlySet<string>): Promise<Stored> {
  let stored: Stored | undefined;
  await within(PATIENCE_MS, async () => {
    // What a worker that was ended has left undone, the next begins with when something starts it.
    await wake(own).catch(() => undefined);
    stored = await read(own);
    return stored.bids.length >= expected.size && stored.assessed.size >= expected.size;
  });
  return stored ?? read(own);
}

async function read(own: Page): Promise<Stored> {
  const { bids, accounts } = await own.evaluate(
    () =>
      new Promise<{ bids: string[]; accounts: [key: string, isAssessed: boolean][] }>((done, failed) => {
        const request = indexedDB.open('hireflag');
        request.onerror = () => failed(request.error);
        request.onsuccess = () => {
          const tx = request.result.transaction(['observations', 'accounts']);
          const rows = tx.objectStore('observations').getAll();
          const listed = tx.objectStore('accounts').getAll();
          tx.onerror = () => failed(tx.error);
          tx.oncomplete = () => {
            request.result.close();
            done({
              bids: rows.result.flatMap(({ kind, body }) =>
                kind === 'bid' ? [`${body.project}/${body.account}`] : [],
              ),
              accounts: listed.result.map(({ key, assessedAt }) => [key, assessedAt !== undefined]),
            });
          };
        };
      }),
  );
  return {
    bids,
    listed: new Set(accounts.map(([key]) => key)),
    assessed: new Set(accounts.flatMap(([key, isAssessed]) => (isAssessed ? key : []))),
  };
}

/** Whether something becomes true before so long has passed, ms. */
async function within(ms: number, holds: () => Promise<boolean>): Promise<boolean> {
  const end = performance.now() + ms;
  for (;;) {
    if (await holds()) return true;
    if (performance.now() > end) return false;
    await new Promise((done) => setTimeout(done, 20));
  }
}
