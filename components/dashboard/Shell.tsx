// The frame of the dashboard's views.
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n/language.ts';
import { NavBar } from '../NavBar.tsx';
import type { Tab } from './route.ts';

export function Shell({ tab, children }: { tab: Tab; children: ComponentChildren }) {
  return (
    <>
      <NavBar current={tab} />
      <main id="main" tabindex={-1} aria-label={t(`dashboard.tab.${tab}`)}>
        {children}
      </main>
      <footer class="foot">{t('panel.foot')}</footer>
    </>
  );
}
