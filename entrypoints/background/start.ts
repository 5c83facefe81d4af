// Wires the background worker. The browser may end it at any moment and start it again at the next message;
// everything it knows is in the database.
import browser, { type Runtime } from 'webextension-polyfill';
import { isJobPort } from '../../lib/protocol/jobs.ts';
import { askPage } from '../../lib/protocol/page-messages.ts';
import { type BrowserSender, senderOf } from '../../lib/protocol/senders.ts';
import type { DueDiligence } from '../../lib/record/record.ts';
import { putNotice } from '../../lib/settings/notices.ts';
import { settingsNow } from '../../lib/settings/settings-in-browser.ts';
import { siteFor } from '../../lib/sites/registry.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { Records } from '../../lib/store/records.ts';
import type { Store } from '../../lib/store/store.ts';
import { bringReader } from './bring-reader.ts';
import { catchUp } from './catch-up.ts';
import { Frames, type SessionArea } from './frames.ts';
import type { answerMessage } from './handle-request.ts';
import { serveJobs } from './job-port.ts';
import { keptAwake } from './keep-awake.ts';
import { lookAgainElsewhere } from './look-elsewhere.ts';
import { createMenus, listenToMenus } from './menus.ts';
import { ownListNow } from './own-list.ts';
import { pageReportOf } from './page-report-of.ts';
import { takeOverPages } from './take-over-pages.ts';
import { ToldPages } from './told-pages.ts';
import { showNumber } from './toolbar.ts';
import { WhenQuiet } from './when-quiet.ts';
import { onceMade, Running, type Worker } from './worker.ts';

/**
 * Starts the worker: everything that an event needs listens at once.
 *
 * @param open opens the store
 * @param answer answers a message, whoever sent it
 */
export function startWorker(open: () => Promise<Store>, answer: typeof answerMessage): Worker {
  const own = {
    id: browser.runtime.id,
    base: browser.runtime.getURL(''),
    isPrivate: browser.extension.inIncognitoContext ?? false,
  };
  const from = (sender: BrowserSender = {}) => senderOf(sender, own, (url) => siteFor(url)?.id);
  const records = new Records<DueDiligence>(new HireflagDatabase());
  const store = onceMade(open);
  const worker: Worker = {
    store,
    settings: async () => (await settingsNow()).settings,
    user: async () => ({
      settings: (await settingsNow()).settings,
      ownList: await ownListNow(),
      decisions: (await store()).decisions,
      records,
      version: browser.runtime.getManifest().version,
      openPage,
    }),
    afterwards: new Running(),
    keptAwake: (work) => keptAwake(work, () => browser.runtime.getPlatformInfo()),
    frames: new Frames(browser.storage.session as unknown as SessionArea),
    tellBadge: (tab, account, badge) =>
      askPage((message) => browser.tabs.sendMessage(tab, message), 'badge-changed', { account, badge }),
    lookAgain: (tab) => askPage((message) => browser.tabs.sendMessage(tab, message), 'look-again', {}),
    lookAgainElsewhere,
    showNumber: (tab, shown) => void showNumber(tab, shown).catch(console.error),
    bringReader,
    problems: new Map(),
    told: new ToldPages(),
    reportOf: pageReportOf,
    local: own.isPrivate ? undefined : browser.storage.local,
  };
  const answering = new Running();
  const catchingUp = new WhenQuiet(
    () => worker.afterwards.add(worker.keptAwake(() => catchUp(worker, worker.local))),
    () => answering.idle(),
  );
  // The browser starts a worker for an event, and hands that over only to what listens at once.
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const answered = answer(message, from(sender), worker);
    answering.add(answered);
    catchingUp.asked();
    return answered;
  });
  browser.runtime.onConnect.addListener((port) => {
    if (isJobPort(port.name, from(port.sender))) serveJobs(port, worker);
    else port.disconnect();
  });
  listenToMenus(openPage);
  browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    void createMenus().catch(console.error);
    worker.afterwards.add(takeOverPages());
    if (reason === 'install') void openPage('welcome.html');
    // Quietly: a line in the popup and on the dashboard, and no tab.
    const { version } = browser.runtime.getManifest();
    if (reason === 'update' && previousVersion !== version) {
      void putNotice(browser.storage.local, { kind: 'updated', version }).catch(console.error);
    }
  });
  return worker;
}

/** Opens one of Hireflag's own pages in a new tab. */
function openPage(path: string): Promise<unknown> {
  return browser.tabs.create({ url: browser.runtime.getURL(path) });
}
