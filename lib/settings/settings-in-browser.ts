// The settings in force, read from the browser's storage when first asked for and again after a change, in
// the background worker and in Hireflag's own pages alike. It also puts the views into the right language.
import browser from 'webextension-polyfill';
import { setLanguage } from '../i18n/language.ts';
import { changeSettings, languageOf, loadSettings, type Settings, type SettingsInForce } from './settings.ts';

let inForce: Promise<SettingsInForce> | undefined;
let isListening = false;

/** What holds now. */
export function settingsNow(): Promise<SettingsInForce> {
  if (!isListening) {
    isListening = true;
    browser.storage.onChanged.addListener(() => {
      inForce = undefined;
    });
  }
  if (!inForce) {
    const loading = load();
    inForce = loading;
    // What could not be read is read anew when it is asked for again.
    loading.catch(() => {
      if (inForce === loading) inForce = undefined;
    });
  }
  return inForce;
}

/** Keeps a change. Whoever asks here from then on is told of it, however late the browser's own notice comes. */
export async function saveSettings(change: Partial<Settings>): Promise<void> {
  await changeSettings(browser.storage.local, change);
  inForce = undefined;
}

async function load(): Promise<SettingsInForce> {
  const loaded = await loadSettings(browser.storage.local, browser.storage.managed);
  setLanguage(languageOf(loaded.settings, navigator.languages));
  return loaded;
}
