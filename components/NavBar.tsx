// The bar at the top of Hireflag's own full pages: every view by name, and the one that is open.
import { t } from '../lib/i18n/language.ts';
import { routeTo, type Tab, tabs } from './dashboard/route.ts';

/** Goes past the bar. No link: what stands after the # of the address says which view is open. */
function skip(): void {
  const main = document.querySelector('main');
  if (!main) return;
  main.tabIndex = -1;
  main.focus();
}

export function NavBar({ current }: { current: Tab | 'records' | 'settings' }) {
  const link = (name: typeof current, href: string, words: string) => (
    <a key={name} href={href} aria-current={name === current ? 'page' : undefined}>
      {words}
    </a>
  );
  return (
    <header class="bar">
      <button type="button" class="skip" onClick={skip}>
        {t('dashboard.skip')}
      </button>
      <span class="brand">Hireflag</span>
      <nav aria-label={t('dashboard.views')}>
        {tabs.map((tab) => link(tab, `/dashboard.html${routeTo({ tab })}`, t(`dashboard.tab.${tab}`)))}
        {link('records', '/record.html', t('record.nav'))}
        {link('settings', '/settings.html', t('settings.title'))}
      </nav>
    </header>
  );
}
