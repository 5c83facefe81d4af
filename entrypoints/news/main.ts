// What is new in this version: opened by the user from a line in the popup or on the dashboard, and never by itself.
import { h, render } from 'preact';
import { News } from '../../components/first-run/News.tsx';
import { setPageLanguage } from '../../components/page-language.ts';
import { t } from '../../lib/i18n/language.ts';
import { settingsNow } from '../../lib/settings/settings-in-browser.ts';

await settingsNow();
setPageLanguage();
document.title = `Hireflag: ${t('news.title')}`;
render(h(News, {}), document.getElementById('news') as HTMLElement);
