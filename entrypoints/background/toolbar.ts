// What the toolbar's icon says of a tab: how many on its page ask for attention, that it was not understood, that
// Hireflag is paused there, or that it waits for a click. The browser forgets it when the tab goes to another page.
import browser from 'webextension-polyfill';
import { t } from '../../lib/i18n/language.ts';

/** Dark enough for white figures on it in both themes. */
const COLOUR = '#8a3b00';
const QUIET = '#5b6470';

/**
 * How many ask for attention, or why that is not known: `!` the page was not understood, `‖` Hireflag is paused there,
 * `…` it is read when the user clicks.
 */
export type ToolbarSign = number | '!' | '‖' | '…';

export async function showNumber(tab: number, shown: ToolbarSign): Promise<void> {
  const text = shown === 0 ? '' : String(shown);
  await Promise.all([
    browser.action.setBadgeText({ tabId: tab, text }),
    browser.action.setBadgeBackgroundColor({ tabId: tab, color: typeof shown === 'number' ? COLOUR : QUIET }),
    browser.action.setTitle({ tabId: tab, title: titleOf(shown) }),
  ]);
}

function titleOf(shown: ToolbarSign): string {
  if (shown === '!') return t('toolbar.notUnderstood');
  if (shown === '…') return t('toolbar.waits');
  return shown === '‖' ? t('toolbar.paused') : t('toolbar.asking', { count: shown });
}
