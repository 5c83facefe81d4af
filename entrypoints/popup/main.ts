// Opens over the page that is in front, asks its script who is on it and the worker for their marks.
import { h, render } from 'preact';
import { browser } from 'wxt/browser';
import { Popup, type PopupState } from '../../components/Popup.tsx';
import { type Here, parseHere, parseReply, type Request } from '../../lib/messages.ts';

const root = document.getElementById('popup') as HTMLElement;
const show = (state: PopupState) => render(h(Popup, { state }), root);

show({ type: 'loading' });
show(await look());

async function look(): Promise<PopupState> {
  const here = await ask(await tabInFront());
  if (!here) return { type: 'elsewhere' };
  const { site, accounts, page } = here;
  const request: Request = { type: 'mark', site, accounts };
  const reply = parseReply(await browser.runtime.sendMessage(request));
  if (reply.type === 'marks') return { type: 'here', page, marks: reply.marks };
  return { type: 'problem', problem: reply.type === 'problem' ? reply.problem : 'Hireflag gave no answer.' };
}

/** The tab the popup stands over, or the one named in `?tab=`, when the popup is opened as a page. */
async function tabInFront(): Promise<number | undefined> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named) return Number(named);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

async function ask(tab: number | undefined): Promise<Here | undefined> {
  if (tab === undefined) return undefined;
  try {
    return parseHere(await browser.tabs.sendMessage(tab, { type: 'what-is-here' }));
  } catch {
    // No script of ours runs in that tab: it is no marketplace page.
    return undefined;
  }
}
