// A marketplace's page in a DOM without a browser, marked by the overlay, with the real background worker and
// its database at the other end of a line that can lose messages. Time passes only when a test says so.
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { FrameAbout } from '../../entrypoints/background/frames.ts';
import { answerMessage } from '../../entrypoints/background/handle-request.ts';
import type { UserContext } from '../../entrypoints/background/user-context.ts';
import type { Worker } from '../../entrypoints/background/worker.ts';
import type { Connection } from '../../lib/overlay/ask-worker.ts';
import { type Overlay, startOverlay } from '../../lib/overlay/overlay.ts';
import type { Reply, Request } from '../../lib/protocol/messages.ts';
import type { Sender } from '../../lib/protocol/senders.ts';
import { readerOf } from '../../lib/reading/read-page.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { freelancer } from '../../lib/sites/freelancer.ts';
import type { HireflagDatabase } from '../../lib/store/database.ts';
import type { Store } from '../../lib/store/store.ts';
import { userOf, workerOf } from '../background/worker-of.ts';
import { bidders, siteCard } from '../reading/pages.ts';
import { fresh } from '../store/fresh.ts';

const system = new EventTarget();
Object.assign(globalThis, { matchMedia: () => system });

/** The system becomes dark, or light again. */
export const systemChanges = () => system.dispatchEvent(new Event('change'));

/** How the line takes a message: passed on, lost before the worker got it, or lost with the worker's answer. */
export type Fate = 'passed' | 'lost' | 'answer lost';

/** The way to the background worker. */
export class Line implements Connection {
  /** Everything that was sent. */
  readonly sent: Request[] = [];
  /** What becomes of the next messages; what comes after them is passed on. */
  fates: Fate[] = [];
  /** While true every message is lost, but for the one that lets the page be read. */
  isDown = false;
  private mayRead = false;
  /** Whether the extension is gone. */
  gone = false;
  /** Held while set: answers wait for it, but for that one. */
  slow: Promise<void> | undefined;
  private readonly worker: Worker;
  private readonly sender: Sender;
  private readonly running = new Set<Promise<unknown>>();

  constructor(worker: Worker, sender: Sender) {
    this.worker = worker;
    this.sender = sender;
  }

  readonly isGone = () => this.gone;

  readonly send = (request: Request): Promise<unknown> => {
    const answer = this.pass(structuredClone(request));
    const done = answer.catch(() => {}).finally(() => this.running.delete(done));
    if (!this.slow) this.running.add(done);
    return answer;
  };

  /** The readings that were sent, each as the accounts of its bids. */
  get readings(): string[][] {
    return this.readingsWith((sightings) => sightings);
  }

  /** The same, of each reading only those that were sent themselves instead of by a number that was told before. */
  get news(): string[][] {
    return this.readingsWith((_, news) => news);
  }

  /** Characters of what was told in each reading. */
  get toldSizes(): number[] {
    return this.sent.flatMap((one) => (one.type === 'page-read' ? (one.told?.things.length ?? 0) : []));
  }

  private readingsWith(which: (sightings: Seen[], news: Seen[]) => Seen[]): string[][] {
    const known = new Map<number, Seen>();
    return this.sent.flatMap((one) => {
      if (one.type !== 'page-read') return [];
      const news: [number, Seen][] = JSON.parse(one.told?.things ?? '[]');
      for (const [number, thing] of news) known.set(number, thing);
      const { sightings } = one.reading as unknown as { sightings: (number | Seen)[] };
      const all = sightings.flatMap((thing) => (typeof thing === 'number' ? (known.get(thing) ?? []) : thing));
      const chosen = which(
        all,
        news.map(([, thing]) => thing),
      );
      return [chosen.flatMap(({ kind, ids }) => (kind === 'bid' ? (ids.account ?? []) : []))];
    });
  }

  /** Done when every message has its answer, and the worker nothing left to do. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
    await this.worker.afterwards.idle();
  }

  private async pass(request: Request): Promise<Reply> {
    this.sent.push(request);
    const isFirst = !this.mayRead && request.type === 'warm-up';
    const isLost = this.gone || (this.isDown && !isFirst);
    const fate = isLost ? 'lost' : (this.fates.shift() ?? 'passed');
    if (fate === 'passed' && isFirst) this.mayRead = true;
    if (fate === 'lost') throw new Error('The message port closed before a response was received.');
    const answer = await answerMessage(request, this.sender, this.worker);
    if (!isFirst) await this.slow;
    if (fate === 'answer lost') throw new Error('The message port closed before a response was received.');
    return structuredClone(answer);
  }
}

interface Seen {
  kind?: string;
  ids: { account?: string };
}

export interface MarketplacePage {
  overlay: Overlay;
  line: Line;
  /** The worker's store, and its database beside it. */
  store: Store;
  db: HireflagDatabase;
  user: UserContext;
  worker: Worker;
  /** Ends the overlay. */
  end: AbortController;
  /** Lets time pass, ms, with all that happens in it. */
  pass(ms: number): Promise<void>;
  /** The page becomes another one without a load. */
  goTo(url: string, html: string): void;
  /** The words of each badge, by the account it stands beside. */
  badges(): Map<string, string>;
  /** The badge beside this account's name: the element in the page, and the button inside. */
  badgeOf(account: string): { host: HTMLElement; button: HTMLButtonElement };
  /** Our frame over the page, with the token in its address; undefined where it is closed. */
  frame(): { host: HTMLElement; frame: HTMLIFrameElement; token: string } | undefined;
  /** What a frame with this token is about. */
  inFrame(token: string): Promise<FrameAbout | undefined>;
  /** Accounts of the bids that are stored. */
  storedBidders(): Promise<string[]>;
}

/** Shadow roots by their hosts: the real ones are closed to everybody else. */
const roots = new WeakMap<Element, ShadowRoot>();
const { attachShadow } = Element.prototype;
Element.prototype.attachShadow = function (init) {
  const root = attachShadow.call(this, init);
  roots.set(this, root);
  return root;
};
const ourHosts = () => [...document.querySelectorAll('span')].filter((one) => roots.has(one));
/** The shadow root of an element, as an extension may look into it. */
export const rootOf = (host: Element) => roots.get(host) ?? null;
const buttonIn = (host: Element) => roots.get(host)?.querySelector('button') as HTMLButtonElement;
/** Everything of ours that is in the page, and takes it out as the page could. */
export const ours = (): HTMLElement[] => ourHosts();

/** The address of the page in our frame, and the tab that all this is in. */
const frameAddress = 'https://frame.example/panel.html';
const TAB = 1;

// This DOM knows no popovers, and nothing has a place in it.
Object.assign(HTMLElement.prototype, { showPopover() {}, hidePopover() {}, scrollIntoView() {} });

export interface PageOptions {
  /** What becomes of the first messages. */
  fates?: Fate[];
  /** Whether every message is lost for now, but for the one that lets the page be read. */
  isDown?: boolean;
  /** What answers wait for. */
  slow?: Promise<void>;
  /** Why the database does not open. */
  broken?: Error;
  /** What the user set. */
  settings?: Partial<Settings>;
}

/**
 * Opens a page and gives it time to be read and marked.
 *
 * @param html what stands in its body
 */
export async function openPage(
  html: string,
  url: string,
  { fates = [], isDown = false, slow, broken, settings }: PageOptions = {},
): Promise<MarketplacePage> {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date', 'requestAnimationFrame', 'cancelAnimationFrame'],
    now: Date.parse('2026-10-02T09:30:00Z'),
  });
  const debug = vi.spyOn(console, 'debug').mockImplementation(() => {});

  document.body.innerHTML = html;
  let address = url;
  const { store, db } = await fresh();
  const user = userOf(store, db);
  const worker = workerOf(store, user);
  if (broken) worker.store = () => Promise.reject(broken);
  const line = new Line(worker, { kind: 'site-page', site: freelancer.id, host: new URL(url).hostname, tab: TAB });
  Object.assign(line, { fates, isDown, slow });
  user.settings = { ...user.settings, ...settings };
  const end = new AbortController();
  const reader = readerOf(freelancer);
  const overlay = startOverlay(
    line,
    end.signal,
    frameAddress,
    () => reader,
    () => address,
  );
  onTestFinished(async () => {
    end.abort();
    await line.idle();
    debug.mockRestore();
    vi.useRealTimers();
  });

  const rootsWith = (tag: string) => ourHosts().filter((host) => rootOf(host)?.querySelector(tag));
  const accountBeside = (host: Element) => host.previousElementSibling?.textContent?.trim().replace('@', '') ?? '';
  const page: MarketplacePage = {
    overlay,
    line,
    store,
    db,
    user,
    worker,
    end,
    pass: async (ms) => {
      for (let left = ms; ; left -= 20) {
        await vi.advanceTimersByTimeAsync(Math.min(20, left));
        await line.idle();
        if (left <= 20) return;
      }
    },
    goTo: (to, inner) => {
      address = to;
      document.body.innerHTML = inner;
    },
    badges: () =>
      new Map(rootsWith('button[data-look]').map((host) => [accountBeside(host), buttonIn(host).dataset.words ?? ''])),
    badgeOf: (account) => {
      const host = rootsWith('button[data-look]').find((one) => accountBeside(one) === account);
      if (!host) throw new Error(`${account} has no badge.`);
      return { host, button: buttonIn(host) };
    },
    frame: () => {
      const [host] = rootsWith('iframe');
      const frame = host && rootOf(host)?.querySelector('iframe');
      return frame ? { host, frame, token: new URL(frame.src).hash.slice(1) } : undefined;
    },
    inFrame: (token) => worker.frames.about(token, { kind: 'frame', tab: TAB, document: 'a' }),
    storedBidders: async () => {
      const bids = await db.rowsOfKind('bid').toArray();
      return bids.flatMap(({ body }) => ('account' in body ? body.account : [])).sort();
    },
  };
  await page.pass(200);
  return page;
}

/** A page in tests/sites: what stands in its body, and its address. */
export function savedPage(path: string): { html: string; url: string } {
  const file = readFileSync(join(import.meta.dirname, '..', 'sites', path, 'page.html'), 'utf8');
  const [, url = ''] = /^<!-- url: (\S+) /.exec(file) ?? [];
  return { html: new DOMParser().parseFromString(file, 'text/html').body.innerHTML, url };
}

/** A project's page on Freelancer.com, with so many invented bidders. */
export const gardenUrl = 'https://www.freelancer.com/projects/php/garden-club-site';
export const openGarden = (bids = 20, options?: PageOptions) =>
  openPage(projectPage(cards(0, bids)), gardenUrl, options);
export const projectPage = (list: string, id = 39000001) =>
  `<main><h1>Garden club site</h1><p>Project ID: ${id}</p><div id="list">${list}</div></main>`;
/** The cards of some of the bidders, by their numbers, and their names. */
export const cards = (from: number, to: number) => bidders(to).slice(from).map(siteCard).join('');
export const names = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `bidder-${from + n}`);
export const addCards = (from: number, to: number) =>
  document.querySelector('#list')?.insertAdjacentHTML('beforeend', cards(from, to));

/** Clicks as a person does. */
export function click(target: Element | null | undefined): void {
  for (const type of ['pointerdown', 'click']) act(target, new MouseEvent(type, { bubbles: true, composed: true }));
}

/** Dispatches an event that counts as a user's own; one that a page's script dispatches does not. */
export function act(target: Element | null | undefined, event: Event): void {
  if (!target) throw new Error('There is nothing to act on.');
  const own = implementation(event);
  own.isTrusted = true;
  implementation(target)._dispatch(own);
}

/** The DOM's own end of an object. */
function implementation(wrapper: object): { isTrusted: boolean; _dispatch(event: unknown): void } {
  const [own] = Object.getOwnPropertySymbols(wrapper).filter(({ description }) => description === 'impl');
  return Reflect.get(wrapper, own as symbol);
}
