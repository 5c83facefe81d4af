// The practice page inside the extension: a marketplace page with invented people, read and marked by the very code that
// runs on real ones. It begins with a post as a client meets it, and leads to one on which every red flag finds somebody.
// It asks the network for nothing.
import { h, render } from 'preact';
import browser from 'webextension-polyfill';
import recordStyles from '../../assets/pages.css?inline';
import { PracticeBar } from '../../components/first-run/PracticeBar.tsx';
import { siteLinks } from '../../components/first-run/site-links.ts';
import { setPageLanguage } from '../../components/page-language.ts';
import { mountRecords } from '../../components/record/mount.ts';
import { withoutDashboard } from '../../components/ToDashboard.tsx';
import { t } from '../../lib/i18n/language.ts';
import { startOverlay } from '../../lib/overlay/overlay.ts';
import type { Sender } from '../../lib/protocol/senders.ts';
import { inertDocument } from '../../lib/reading/inert-document.ts';
import { readerOf } from '../../lib/reading/read-page.ts';
import { pageReport } from '../../lib/reading/report.ts';
import { defaultSettings } from '../../lib/settings/settings.ts';
import { settingsNow } from '../../lib/settings/settings-in-browser.ts';
import { freelancer } from '../../lib/sites/freelancer.ts';
import { templateAccounts } from '../../practice/data/truth.ts';
import { answer as answerPractice, galleryUrl, projectUrl } from '../../practice/marketplace.ts';
import { Frames } from '../background/frames.ts';
import { answerMessage } from '../background/handle-request.ts';
import { Running, type Worker } from '../background/worker.ts';
import { makeWorld, type World } from './world.ts';

withoutDashboard();
await settingsNow();
setPageLanguage();
document.title = t('welcome.practiceTitle');
const root = document.getElementById('page') as HTMLElement;
const paper = document.getElementById('paper') as HTMLElement;
const bar = document.getElementById('practice-bar') as HTMLElement;
/** The two that the bar leads to. */
const places = { first: projectUrl, gallery: galleryUrl };
let address = projectUrl;
/** Ends what draws the record that is shown. */
let recordShown = new AbortController();

/** The worlds that are there or being made. */
const worlds = new Map<string, Promise<World>>();
let world: Promise<World>;
/** Goes into the world that an address is of: whoever is met there is seen with what was seen of them in it. */
function enter(url: string): void {
  const which = url === galleryUrl ? 'year' : 'first-day';
  // A profile is looked at from wherever one was.
  if (!url.includes('/u/')) {
    world = worlds.get(which) ?? makeWorld(which, async (path) => showRecord(path));
    worlds.set(which, world);
  }
  void drawBar(url);
}

/** Draws the bar, and once more when the world is there in which the bidders are marked. */
async function drawBar(url: string): Promise<void> {
  const now = world;
  let isMaking = true;
  const draw = () =>
    render(h(PracticeBar, { sites: siteLinks, places, at: url, isMaking, onGo: goTo, onBids: () => toBids() }), bar);
  draw();
  await now;
  isMaking = false;
  if (now === world && url === address) draw();
}

show(address);
history.replaceState({ url: projectUrl }, '');
addEventListener('popstate', ({ state }: PopStateEvent) => {
  const { url, record } = (state ?? {}) as { url?: string; record?: string };
  render(null, root);
  if (record) void drawRecord(record);
  else show(url ?? projectUrl);
});

// Links lead to other practice pages; none may leave the extension, but those of the bar above.
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
  if (!link || bar.contains(link) || address === '') return;
  event.preventDefault();
  goTo(new URL(link.getAttribute('href') ?? '', address).href);
});
document.addEventListener('submit', (event) => event.preventDefault());

/** What a session of the browser keeps, for as long as this page is open. */
const session: Record<string, unknown> = {};
const shared = {
  settings: async () => defaultSettings,
  afterwards: new Running(),
  local: undefined,
  frames: new Frames({ get: async () => session, set: async (items) => void Object.assign(session, items) }),
  tellBadge: async (_, account, badge) => overlay.changeBadge(account, badge),
  lookAgain: async () => overlay.again(false),
  // Nobody else reads what is invented here.
  lookAgainElsewhere: async () => undefined,
  keptAwake: (work) => work(),
  showNumber: () => undefined,
  bringReader: async () => undefined,
  problems: new Map(),
  reportOf: async () => pageReport(freelancer, document, address),
} satisfies Partial<Worker>;
/** The worker as it is in the world that is entered now. */
async function workerHere(): Promise<Worker> {
  const { store, user, told } = await world;
  return { ...shared, told, store: async () => store, user: async () => user };
}

/** This page stands in for a tab with a page of the marketplace, so it may ask what such a page may and no more. */
const tab = 0;
const sitePage = (): Sender => ({ kind: 'site-page', site: freelancer.id, host: new URL(address).hostname, tab });
const reader = readerOf(freelancer);
const overlay = startOverlay(
  { send: async (request) => answerMessage(request, sitePage(), await workerHere()), isGone: () => false },
  new AbortController().signal,
  browser.runtime.getURL('panel.html'),
  () => reader,
  () => address,
);
// Our frame in this page asks here and not the worker, which knows nothing of the invented people.
Object.assign(globalThis, {
  practiceWorker: async (message: unknown) =>
    answerMessage(message, { kind: 'frame', tab, document: 'practice' }, await workerHere()),
});

/** Brings the first who asks for a look into view. */
function toBids(): void {
  const asking = overlay.here()?.accounts.filter((account) => templateAccounts.has(account));
  const first = asking?.find((account) => overlay.goTo(account));
  if (first === undefined) root.querySelector('app-project-view-logged-out-bid-card')?.scrollIntoView();
}

/** Shows a page of the practice marketplace, whole at once: its own script, which brings the rest later, does not run here. */
function show(url: string): void {
  recordShown.abort();
  address = url;
  enter(url);
  const answered = answerPractice(new URL(url));
  const page = inertDocument(String(answered?.body ?? ''));
  complete(page);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([...page.querySelectorAll('style')].map((style) => style.textContent).join('\n'));
  document.adoptedStyleSheets = [sheet];
  if (answered?.status === 200) root.replaceChildren(...page.body.childNodes);
  else root.textContent = t('welcome.practiceMissing');
}

/** Puts in what the page's own script would ask for, draws its pictures, and takes out what cannot be here. */
function complete(page: Document): void {
  for (;;) {
    const later = page.querySelector('[data-practice-later], [data-practice-more]');
    if (!later) break;
    const path = later.getAttribute('data-practice-later') ?? later.getAttribute('data-practice-more') ?? '';
    const piece = answerPractice(new URL(path, address));
    const parsed = inertDocument(piece?.status === 200 ? String(piece.body) : '');
    later.replaceWith(...parsed.body.childNodes);
  }
  for (const image of page.querySelectorAll('img')) {
    const picture = answerPractice(new URL(image.getAttribute('src') ?? '', address));
    const svg = picture?.type === 'image/svg+xml' && inertDocument(String(picture.body), picture.type).documentElement;
    if (!svg) {
      image.remove();
      continue;
    }
    for (const name of ['class', 'width', 'height', 'alt']) {
      const value = image.getAttribute(name);
      if (value !== null) svg.setAttribute(name === 'alt' ? 'aria-label' : name, value);
    }
    image.replaceWith(page.importNode(svg, true));
  }
  // Our own bar says already that everybody is invented.
  for (const element of page.querySelectorAll('script:not([type="application/json"]), link, .Practice-note')) {
    element.remove();
  }
  // A policy of our pages' own keeps styles out that stand in attributes; set by us they are the same.
  for (const element of page.querySelectorAll<HTMLElement>('[style]')) {
    const style = element.getAttribute('style') ?? '';
    element.removeAttribute('style');
    element.style.cssText = style;
  }
}

const recordSheet = new CSSStyleSheet();
recordSheet.replaceSync(recordStyles);

/** Shows the record of an invented bidder in place of the page. */
async function showRecord(path: string): Promise<void> {
  history.pushState({ record: path }, '');
  await drawRecord(path);
}

async function drawRecord(path: string): Promise<void> {
  recordShown.abort();
  recordShown = new AbortController();
  address = '';
  document.adoptedStyleSheets = [recordSheet];
  root.replaceChildren();
  scrollTo(0, 0);
  const back = h(
    'button',
    { type: 'button', class: 'plain', id: 'back', onClick: () => history.back() },
    t('practice.back'),
  );
  const id = new URL(path, location.href).searchParams.get('id');
  const above = h('p', { class: 'row above' }, back);
  await mountRecords(root, paper, id, { db: (await world).db, above, signal: recordShown.signal });
}

/** Goes to another practice page; Back leads to the one before. */
function goTo(url: string): void {
  history.pushState({ url }, '');
  render(null, root);
  show(url);
  scrollTo(0, 0);
}
