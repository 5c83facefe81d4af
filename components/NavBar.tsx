// The bar at the top of Hireflag's own full pages: every view by name, and the one that is open.
import { t } from '../lib/i18n/language.ts';
import { routeTo, type Tab, tabs } from './dashboard/route.ts';

export function NavBar({ current }: { current: Tab | 'records' | 'settings' }) {
  const link = (name: typeof current, href: string, words: string) => (
    <a key={name} href={href} aria-current={name === current ? 'page' : undefined}>
      {words}
    </a>
  );
  return (
    <header class="bar">
      <span class="brand">Hireflag</span>
      <nav aria-label={t('dashboard.views')}>
        {tabs.map((tab) => link(tab, `/dashboard.html${routeTo({ tab })}`, t(`dashboard.tab.${tab}`)))}
        {link('records', '/record.html', t('record.nav'))}
        {link('settings', '/settings.html', t('settings.title'))}
      </nav>
    </header>
  );
}
