// Asks the worker for the totals and for the accounts that have what is typed in their name, and opens the dashboard.
import { h, render } from 'preact';
import browser from 'webextension-polyfill';
import { PopupSearch, type PopupSearchProps } from '../../components/PopupSearch.tsx';
import { workerBehind } from '../../lib/protocol/messages.ts';

/**
 * Draws the search into this element, and keeps it up to date with what is typed.
 *
 * @returns asks for the totals: nothing else is asked for, or something was stored
 */
export function startSearch(root: HTMLElement): () => void {
  let state: Pick<PopupSearchProps, 'typed' | 'found' | 'totals'> = { typed: '', found: undefined, totals: undefined };
  const { version } = browser.runtime.getManifest();
  const show = (change: Partial<typeof state>) => {
    state = { ...state, ...change };
    render(
      h(PopupSearch, { ...state, version, onType: (typed) => void search(typed), onFocus, onOpen: openDashboard }),
      root,
    );
  };
  // For nothing yet: the worker makes the search ready meanwhile.
  const onFocus = () => void ask('search', { typed: '' });
  const search = async (typed: string) => {
    if (typed.trim() === '') return show({ typed, found: undefined });
    show({ typed });
    const reply = await ask('search', { typed: typed.slice(0, 300) });
    // Answers may pass each other; only the one to what stands there counts.
    if (reply.type === 'search' && state.typed === typed) show({ found: reply.marks });
  };
  const count = async () => {
    const totals = await ask('totals', {});
    if (totals.type === 'totals') show({ totals });
  };
  show({});
  return () => void count();
}

const ask = workerBehind((message) => browser.runtime.sendMessage(message));

/** Opens a page of the dashboard, `#/developers`, in a new tab. */
export function openDashboard(route: string): void {
  void browser.tabs.create({ url: browser.runtime.getURL(`/dashboard.html${route}`) }).then(close);
}
