// The first run: three screens, opened once when Hireflag is installed.
import { h, render } from 'preact';
import { Welcome } from '../../components/first-run/Welcome.tsx';
import { language, t } from '../../lib/i18n/language.ts';
import { settingsNow } from '../../lib/settings/settings-in-browser.ts';

await settingsNow();
document.documentElement.lang = language();
document.title = t('welcome.title');
const root = document.getElementById('page') as HTMLElement;
const show = (screen: number) => render(h(Welcome, { screen, go }), root);
function go(screen: number): void {
  show(screen);
  document.getElementById('screen')?.focus();
}
show(0);
