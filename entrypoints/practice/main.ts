// The practice page inside the extension: a marketplace page with invented people, read and marked by the
// very code that runs on real ones. It asks the network for nothing, and keeps what it saw in a database
// of its own, which is emptied each time.
import Dexie from 'dexie';
import browser from 'webextension-polyfill';
import { projections } from '../../lib/evidence/projections/registry.ts';
import { language, t } from '../../lib/i18n/language.ts';
import { startOverlay } from '../../lib/overlay/overlay.ts';
import type { Sender } from '../../lib/protocol/senders.ts';
import { pageReport } from '../../lib/reading/report.ts';
import type { DueDiligence } from '../../lib/record/record.ts';
import { defaultSettings } from '../../lib/settings/settings.ts';
import { settingsNow } from '../../lib/settings/settings-in-browser.ts';
import { freelancer } from '../../lib/sites/freelancer.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { Records } from '../../lib/store/records.ts';
import { Store } from '../../lib/store/store.ts';
import { answer as answerPractice, projectUrl } from '../../practice/marketplace.ts';
import { Frames } from '../background/frames.ts';
import { answerMessage } from '../background/handle-request.ts';
import { Running, type Worker } from '../background/worker.ts';

const DATABASE = 'hireflag-practice';

await settingsNow();
document.documentElement.lang = language();
document.title = t('welcome.tryTitle');
(document.getElementById('practice-bar') as HTMLElement).textContent = t('welcome.practiceBar');

await Dexie.delete(DATABASE);
const store = await Store.open({ name: DATABASE, projections });
const user = {
  settings: defaultSettings,
  decisions: store.decisions,
  records: new Records<DueDiligence>(new HireflagDatabase(DATABASE)),
  version: browser.runtime.getManifest().version,
  // Records of invented people are not among the user's own, so there is no page to open.
  openPage: async () => undefined,
};

/** What a session of the browser keeps, for as long as this page is open. */
const session: Record<string, unknown> = {};
const worker: Worker = {
  store: async () => store,
  user: async () => user,
  afterwards: new Running(),
  frames: new Frames({ get: async () => session, set: async (items) => void Object.assign(session, items) }),
  tellBadge: async (_, account, badge) => overlay.changeBadge(account, badge),
  showNumber: () => undefined,
  reportOf: async () => pageReport(freelancer, document, address),
};

let address = projectUrl;
show(address);
/** This page stands in for a tab with a page of the marketplace, so it may ask what such a page may and no more. */
const tab = 0;
const sitePage = (): Sender => ({ kind: 'site-page', site: freelancer.id, host: new URL(address).hostname, tab });
const overlay = startOverlay(
  freelancer,
  { send: (request) => answerMessage(request, sitePage(), worker), isGone: () => false },
  new AbortController().signal,
  browser.runtime.getURL('panel.html'),
  () => address,
);
// Our frame in this page asks here and not the worker, which knows nothing of the invented people.
Object.assign(globalThis, {
  practiceWorker: (message: unknown) => answerMessage(message, { kind: 'frame', tab, document: 'practice' }, worker),
});

/** Shows a page of the practice marketplace, without its scripts and pictures. */
function show(url: string): void {
  address = url;
  const answered = answerPractice(new URL(url));
  const page = new DOMParser().parseFromString(answered?.body ?? '', 'text/html');
  for (const element of page.querySelectorAll(
    'script:not([type="application/json"]), img, link, [data-practice-more]',
  )) {
    element.remove();
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([...page.querySelectorAll('style')].map((style) => style.textContent).join('\n'));
  document.adoptedStyleSheets = [sheet];
  const root = document.getElementById('page') as HTMLElement;
  if (answered?.status === 200) root.replaceChildren(...page.body.childNodes);
  else root.textContent = t('welcome.practiceMissing');
}

// Links lead to other practice pages; none may leave the extension.
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
  if (!link) return;
  event.preventDefault();
  show(new URL(link.getAttribute('href') ?? '', address).href);
  scrollTo(0, 0);
});
document.addEventListener('submit', (event) => event.preventDefault());
