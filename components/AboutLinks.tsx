// Which version this is and where to read about it: the line at the foot of the popup and of the settings.
import { t } from '../lib/i18n/language.ts';

export interface AboutLinksProps {
  version: string;
  /** Whether the settings are another page than this one. */
  withSettings?: boolean;
}

export function AboutLinks({ version, withSettings = false }: AboutLinksProps) {
  return (
    <nav class="about" aria-label={t('about.title')}>
      {withSettings && (
        <a href="/settings.html" target="_blank" rel="noopener">
          {t('settings.title')}
        </a>
      )}
      <a href="/welcome.html" target="_blank" rel="noopener">
        {t('about.help')}
      </a>
      <a href="/practice.html" target="_blank" rel="noopener">
        {t('about.practice')}
      </a>
      <a href="/news.html" target="_blank" rel="noopener">
        {t('about.version', { version })}
      </a>
    </nav>
  );
}
