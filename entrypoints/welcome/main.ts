// The first run: one page, opened once when Hireflag is installed.
import { h, render } from 'preact';
import browser from 'webextension-polyfill';
import { siteLinks } from '../../components/first-run/site-links.ts';
import { Welcome } from '../../components/first-run/Welcome.tsx';
import { setPageLanguage } from '../../components/page-language.ts';
import { t } from '../../lib/i18n/language.ts';
import { saveSettings, settingsNow } from '../../lib/settings/settings-in-browser.ts';

const root = document.getElementById('page') as HTMLElement;
const commands = await browser.commands.getAll();
const shortcut = commands.find(({ name }) => name === '_execute_action')?.shortcut ?? '';

async function show(): Promise<void> {
  const { settings, byPolicy } = await settingsNow();
  setPageLanguage();
  document.title = t('welcome.title');
  const view = h(Welcome, {
    sites: siteLinks,
    shortcut,
    readOnClick: settings.readOnClick,
    byPolicy: byPolicy.includes('readOnClick'),
    setReadOnClick: (readOnClick) => void saveSettings({ readOnClick }),
  });
  render(view, root);
}

await show();
// Heard after those who keep what holds now.
browser.storage.onChanged.addListener(() => void show());
