// What stands above the practice page: that everybody on it is invented, the three things to try, and what comes next.
import { t } from '../../lib/i18n/language.ts';

export interface PracticeBarProps {
  /** The marketplaces, by name and address. */
  sites: readonly { name: string; href: string }[];
  /** Nobody is marked yet. */
  isMaking: boolean;
  onBids: () => void;
}

export function PracticeBar({ sites, isMaking, onBids }: PracticeBarProps) {
  return (
    <>
      <p class="invented">{t('welcome.practiceBar')}</p>
      <ol>
        <li>
          {t('practice.mark')}{' '}
          <button type="button" class="plain" id="to-bids" disabled={isMaking} onClick={onBids}>
            {t('practice.toBids')}
          </button>{' '}
          <span role="status">{isMaking && t('practice.making')}</span>
        </li>
        <li>{t('practice.evidence')}</li>
        <li>{t('practice.record')}</li>
      </ol>
      <p>
        {t('practice.next')}{' '}
        {sites.map(({ name, href }, i) => (
          <span key={name}>
            {i > 0 && ' · '}
            <a href={href} target="_blank" rel="noopener noreferrer">
              {name}
            </a>
          </span>
        ))}
      </p>
    </>
  );
}
