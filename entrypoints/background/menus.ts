// The entries of the context menu: on a marketplace's page pausing Hireflag there, on any page reading it and the way to
// the dashboard.
import browser from 'webextension-polyfill';
import { t } from '../../lib/i18n/language.ts';
import { saveSettings, settingsNow } from '../../lib/settings/settings-in-browser.ts';
import { matchPatterns, siteFor } from '../../lib/sites/registry.ts';

const READ = 'read';
const DASHBOARD = 'dashboard';
const PAUSE = 'pause';

/** Listens to the entries. Called whenever the worker starts. */
export function listenToMenus(openPage: (path: string) => Promise<unknown>): void {
  browser.storage.onChanged.addListener((changes) => {
    // The language may be another one now.
    if ('settings' in changes) void createMenus().catch(console.error);
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, pageUrl }, tab) => {
    if (menuItemId === DASHBOARD) void openPage('dashboard.html');
    // The popup over the page offers to read it; the click has opened the page to it.
    if (menuItemId === READ) {
      void browser.action.openPopup().catch(console.error);
      // A marketplace's page that waits for the click is read also where no popup comes.
      if (tab?.id !== undefined) {
        void browser.tabs.sendMessage(tab.id, { type: 'look-again', clicked: true }).catch(() => undefined);
      }
    }
    const site = menuItemId === PAUSE && siteFor(pageUrl ?? '');
    if (site) void pause(site.id, tab?.id).catch(console.error);
  });
}

/** Puts the entries there, in the user's language; the browser keeps them. */
export async function createMenus(): Promise<void> {
  await settingsNow();
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: READ, title: t('menu.read'), contexts: ['page', 'selection'] });
  browser.contextMenus.create({ id: DASHBOARD, title: t('menu.dashboard'), contexts: ['page', 'action'] });
  const onMarketplaces = { contexts: ['page' as const], documentUrlPatterns: [...matchPatterns()] };
  browser.contextMenus.create({ id: PAUSE, title: t('menu.pause'), ...onMarketplaces });
}

/** Pauses Hireflag on a marketplace, or goes on there; the page is looked at anew. */
async function pause(site: string, tab: number | undefined): Promise<void> {
  const { settings, byPolicy } = await settingsNow();
  if (byPolicy.includes('sitesOff')) return;
  const others = settings.sitesOff.filter((one) => one !== site);
  const sitesOff = others.length < settings.sitesOff.length ? others : [...others, site];
  await saveSettings({ sitesOff });
  // Going on is a click as good as any.
  const clicked = !sitesOff.includes(site);
  if (tab !== undefined) await browser.tabs.sendMessage(tab, { type: 'look-again', clicked }).catch(() => undefined);
}
