// Shows the settings in an element of one of Hireflag's own pages and stores each change at once.

import { Fragment, h, render } from 'preact';
import browser from 'webextension-polyfill';
import { t } from '../../lib/i18n/language.ts';
import { toldFlags } from '../../lib/red-flags/told.ts';
import { resetSettings, type Settings } from '../../lib/settings/settings.ts';
import { saveSettings, settingsNow } from '../../lib/settings/settings-in-browser.ts';
import { sites } from '../../lib/sites/registry.ts';
import { NavBar } from '../NavBar.tsx';
import { setPageLanguage } from '../page-language.ts';
import { SettingsView } from './SettingsView.tsx';

/** Shows the settings in `root`, until it is emptied. */
export async function mountSettings(root: Element): Promise<void> {
  let saved = false;
  const { version } = browser.runtime.getManifest();
  const commands = await browser.commands.getAll();
  const shortcut = commands.find(({ name }) => name === '_execute_action')?.shortcut ?? '';
  const show = async () => {
    const inForce = await settingsNow();
    setPageLanguage();
    document.title = `Hireflag: ${t('settings.title')}`;
    const view = h(SettingsView, { inForce, flags: toldFlags, sites, saved, version, change, shortcut, reset });
    render(h(Fragment, {}, h(NavBar, { current: 'settings' }), view), root);
  };
  const change = async (wanted: Partial<Settings>) => {
    await saveSettings(wanted);
    saved = true;
    await show();
  };
  const reset = async () => {
    await resetSettings(browser.storage.local);
    saved = true;
    await show();
  };
  await show();
  // Another page may change them too, and a policy may at any time. Heard after those who keep what holds now.
  browser.storage.onChanged.addListener(() => void show());
}
