// Opens over the page that is in front, asks its script who is on it and the worker for their marks,
// and follows the page for as long as it is open: lists load late and grow.
import { h, render } from 'preact';
import browser from 'webextension-polyfill';
import type { AnyPageProps } from '../../components/AnyPage.tsx';
import { routeTo } from '../../components/dashboard/route.ts';
import { Popup, type PopupState } from '../../components/Popup.tsx';
import { setPageLanguage } from '../../components/page-language.ts';
import { t } from '../../lib/i18n/language.ts';
import { accountKey } from '../../lib/model/account.ts';
import { workerBehind } from '../../lib/protocol/messages.ts';
import { askPage, type Here, type PageMessage } from '../../lib/protocol/page-messages.ts';
import type { Mark } from '../../lib/protocol/shapes.ts';
import { waitsForClick } from '../../lib/settings/settings.ts';
import { settingsNow } from '../../lib/settings/settings-in-browser.ts';
import { siteFor } from '../../lib/sites/registry.ts';
import { pageReportOf } from '../background/page-report-of.ts';
import { showNotices } from '../dashboard/notices.ts';
import { startAnyPage } from './any-page.ts';
import { follow } from './follow.ts';
import { makePause } from './pause.ts';
import { openDashboard, startSearch } from './search.ts';

/** A page that is read now is asked so often, and so many times, whether that is done, ms. */
const LOOK_MS = 100;
const MOST_LOOKS = 20;

const askWorker = workerBehind((message) => browser.runtime.sendMessage(message));

const root = document.getElementById('popup') as HTMLElement;
// Asked before anything is drawn, so that the answers are on their way meanwhile.
const tabAsked = tabInFront();
const firstAnswer = tabAsked.then(hereAfterClick);
await settingsNow();
setPageLanguage();
const show = (state: PopupState) => render(h(Popup, { state }), root);

show({ type: 'loading' });
void showNotices(document.getElementById('notices'), false);
const countAgain = startSearch(document.getElementById('everyone') as HTMLElement);
const tab = await tabAsked;
let isAnswered = false;
const pauseOf = makePause({
  wait: () => show({ type: 'loading' }),
  showAgain: () => page.showAgain(),
  lookAgain: async (clicked) => {
    if (tab !== undefined) await askPage(inTab(tab), 'look-again', { clicked }).catch(() => undefined);
  },
  untilRead: () => untilRead(tab),
});
/** What is shown over a page on which nobody is marked; a later look may have found another page by then. */
let elsewhere: ((anyPage: AnyPageProps) => PopupState) | undefined;
const page = follow({
  ask: () => hereOn(tab),
  show: async (answer, isLatest) => {
    elsewhere = undefined;
    if (answer?.here) return showMarksOf(answer.here, isLatest);
    const site = await siteInFront();
    const pause = site && (await pauseOf(site.id));
    if (!isLatest()) return;
    if (site && !answer) return show({ type: 'reload', onReload: reload });
    if (pause?.paused) return show({ type: 'here', page: undefined, marks: [], pause, onGoTo: goTo });
    elsewhere = (anyPage) => (site ? { type: 'other-page', site, anyPage } : { type: 'elsewhere', anyPage });
    startAnyPage(tab, (anyPage) => elsewhere && show(elsewhere(anyPage)), countAgain);
  },
  first: firstAnswer,
});
await page.shown;
// Counting everyone keeps the database busy, and whoever is on this page comes first.
countAgain();

/** The marketplace whose page is in front, where the browser says which page that is: it does so once the popup was opened there. */
async function siteInFront(): Promise<{ id: string; name: string } | undefined> {
  const { url } = tab === undefined ? {} : await browser.tabs.get(tab);
  return url === undefined ? undefined : siteFor(url);
}

/** The marketplace of this tab's page, if its pages are read only when the user clicks. */
async function waitingSite(tab: number): Promise<string | undefined> {
  const [{ url }, { settings }] = await Promise.all([browser.tabs.get(tab), settingsNow()]);
  const site = siteFor(url ?? '');
  const waits = site && !settings.sitesOff.includes(site.id) && waitsForClick(settings, site.id);
  return waits ? site.id : undefined;
}

/** Who is on the page in a tab. Where it waited for a click, this is the click: it is read now, which takes a moment. */
async function hereAfterClick(tab: number | undefined): Promise<{ here?: Here | undefined } | undefined> {
  const before = await hereOn(tab);
  if (tab === undefined || !before || before.here || !(await waitingSite(tab))) return before;
  await askPage(inTab(tab), 'look-again', { clicked: true }).catch(() => undefined);
  return untilRead(tab);
}

/** Who is on the page in a tab, once it was read; it may turn out to be none that is. */
async function untilRead(tab: number | undefined): Promise<{ here?: Here | undefined }> {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    await new Promise((done) => setTimeout(done, LOOK_MS));
    const now = await hereOn(tab);
    if (now?.here) return now;
  }
  return {};
}

function reload(): void {
  if (tab !== undefined) void browser.tabs.reload(tab).then(close);
}

function goTo(mark: Mark, toDashboard: boolean): void {
  void (async () => {
    const { account } = mark;
    const there =
      toDashboard || tab === undefined
        ? undefined
        : await askPage(inTab(tab), 'go-to', { account }).catch(() => undefined);
    if (there?.found) return close();
    openDashboard(routeTo({ tab: 'developers', key: accountKey(mark.site, account) }));
  })();
}

/** Shows how much of the page was read at once, and who is on it as soon as the worker has said. */
async function showMarksOf({ site, accounts, page }: Here, isLatest: () => boolean): Promise<void> {
  if (!page && accounts.length === 0) return show({ type: 'loading' });
  const pause = await pauseOf(site);
  if (!isLatest()) return;
  // A worker that is busy keeps nobody from seeing that it is paused.
  if (pause.paused) return show({ type: 'here', page, marks: [], pause, onGoTo: goTo });
  const asked = askWorker('mark', { site, accounts });
  const known = { type: 'here', page, pause, copyReport, onGoTo: goTo } as const;
  if (!isAnswered) show({ ...known, marks: undefined });
  const reply = await asked;
  if (!isLatest()) return;
  isAnswered = true;
  show(reply.type === 'mark' ? { ...known, marks: reply.marks } : reply);
  // The database may be back at the next question.
  if (reply.type === 'problem') throw new Error(reply.problem);
}

/** Copies how the page is built; this page may always write to the clipboard. */
async function copyReport(button: HTMLElement): Promise<void> {
  if (tab === undefined) return;
  await navigator.clipboard.writeText(await pageReportOf(tab));
  button.textContent = t('pageNote.copied');
}

/** The tab the popup stands over, or the one named in `?tab=`, when the popup is opened as a page. */
async function tabInFront(): Promise<number | undefined> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named) return Number(named);
  const [front] = await browser.tabs.query({ active: true, currentWindow: true });
  return front?.id;
}

/** What the script in a tab answers; undefined where none of ours runs: it is no marketplace page, or was open before. */
async function hereOn(tab: number | undefined): Promise<{ here?: Here | undefined } | undefined> {
  if (tab === undefined) return undefined;
  try {
    return await askPage(inTab(tab), 'what-is-here', {});
  } catch {
    return undefined;
  }
}

function inTab(tab: number) {
  return (message: PageMessage) => browser.tabs.sendMessage(tab, message);
}
