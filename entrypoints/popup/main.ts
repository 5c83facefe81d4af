// Opens over the page that is in front, asks its script who is on it and the worker for their marks,
// and follows the page for as long as it is open: lists load late and grow.
import { h, render } from 'preact';
import { browser } from 'wxt/browser';
import type { AnyPageProps } from '../../components/AnyPage.tsx';
import { type Pause, Popup, type PopupState } from '../../components/Popup.tsx';
import { siteName } from '../../components/words.ts';
import { t } from '../../lib/i18n/language.ts';
import { type Here, parseHere, parseMarks, type Request } from '../../lib/messages.ts';
import { changeSettings } from '../../lib/settings.ts';
import { settingsNow } from '../../lib/settings-in-browser.ts';
import { startAnyPage } from './any-page.ts';
import { startSearch } from './search.ts';

/** How often the page is asked whether it has changed, ms. */
const FOLLOW = 700;

const root = document.getElementById('popup') as HTMLElement;
await settingsNow();
const show = (state: PopupState) => render(h(Popup, { state }), root);

show({ type: 'loading' });
const countAgain = startSearch(document.getElementById('everyone') as HTMLElement);
const tab = await tabInFront();
let last: string | undefined;
await follow();

async function follow(): Promise<void> {
  const here = await ask(tab);
  const now = JSON.stringify(here) ?? 'elsewhere';
  if (now !== last) {
    last = now;
    if (here) show(await marksOf(here));
    else startAnyPage(tab, showElsewhere, countAgain);
  }
  setTimeout(() => void follow(), FOLLOW);
}

/** Shows what there is to show of a page of no marketplace, unless another page is in front by now. */
function showElsewhere(anyPage: AnyPageProps): void {
  if (last === 'elsewhere') show({ type: 'elsewhere', anyPage });
}

async function marksOf({ site, accounts, page }: Here): Promise<PopupState> {
  if (!page && accounts.length === 0) return { type: 'loading' };
  const request: Request = { type: 'mark', site, accounts };
  const reply = parseMarks(await browser.runtime.sendMessage(request));
  if (reply.type === 'marks') return { type: 'here', page, marks: reply.marks, pause: await pauseOf(site), copyReport };
  return reply;
}

/** Copies how the page is built: the page's script describes it, and this page may always write to the clipboard. */
async function copyReport(button: HTMLElement): Promise<void> {
  if (tab === undefined) return;
  const report: unknown = await browser.tabs.sendMessage(tab, { type: 'how-is-it-built' });
  await navigator.clipboard.writeText(String(report));
  button.textContent = t('pageNote.copied');
}

/** Whether Hireflag is paused on this marketplace; pausing and going on hold from the page's next look. */
async function pauseOf(site: string): Promise<Pause> {
  const { settings, byPolicy } = await settingsNow();
  const paused = settings.sitesOff.includes(site);
  const toggle = async () => {
    const sitesOff = paused ? settings.sitesOff.filter((one) => one !== site) : [...settings.sitesOff, site];
    await changeSettings(browser.storage.local, { sitesOff });
    last = undefined;
    if (tab !== undefined) await browser.tabs.sendMessage(tab, { type: 'look-again' }).catch(() => undefined);
  };
  return {
    site: siteName(site),
    paused,
    byPolicy: byPolicy.includes('sitesOff'),
    toggle: () => void toggle(),
  };
}

/** The tab the popup stands over, or the one named in `?tab=`, when the popup is opened as a page. */
async function tabInFront(): Promise<number | undefined> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named) return Number(named);
  const [front] = await browser.tabs.query({ active: true, currentWindow: true });
  return front?.id;
}

/** What the script in a tab answers; undefined where none of ours runs: it is no marketplace page. */
async function ask(tab: number | undefined): Promise<Here | undefined> {
  if (tab === undefined) return undefined;
  try {
    return parseHere(await browser.tabs.sendMessage(tab, { type: 'what-is-here' }));
  } catch {
    return undefined;
  }
}
