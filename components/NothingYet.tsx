// A view that has nothing to show yet: why, and where all of it can be tried.
import { t } from '../lib/i18n/language.ts';

export function NothingYet({ words }: { words: string }) {
  return (
    <p class="empty">
      {words} <a href="/practice.html">{t('dashboard.practice')}</a>
    </p>
  );
}
