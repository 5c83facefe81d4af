// The frame of the dashboard: its views by name, and the one that is open.
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n/language.ts';
import { routeTo, type Tab, tabs } from './route.ts';

export function Shell({ tab, children }: { tab: Tab; children: ComponentChildren }) {
  return (
    <>
      <header class="bar">
        <span class="brand">Hireflag</span>
        <nav aria-label={t('dashboard.views')}>
          {tabs.map((one) => (
            <a key={one} href={routeTo({ tab: one })} aria-current={one === tab ? 'page' : undefined}>
              {t(`dashboard.tab.${one}`)}
            </a>
          ))}
          <a href="/record.html">{t('record.nav')}</a>
          <a href="/settings.html">{t('settings.title')}</a>
        </nav>
      </header>
      <main id="main" tabindex={-1}>
        {children}
      </main>
      <footer class="foot">{t('panel.foot')}</footer>
    </>
  );
}
