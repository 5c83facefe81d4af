// What stands above the practice page: that everybody on it is invented, the two posts there are, the three things to
// try, and what comes next.
import { t } from '../../lib/i18n/language.ts';

export interface PracticeBarProps {
  /** The marketplaces, by name and address. */
  sites: readonly { name: string; href: string }[];
  /** The addresses of the post as a client meets one, and of the one that shows every red flag. */
  places: { first: string; gallery: string };
  /** The address that is shown. */
  at: string;
  /** Nobody is marked yet. */
  isMaking: boolean;
  onGo: (url: string) => void;
  onBids: () => void;
}

export function PracticeBar({ sites, places, at, isMaking, onGo, onBids }: PracticeBarProps) {
  const isGallery = at === places.gallery;
  return (
    <>
      <p class="invented">{t('welcome.practiceBar')}</p>
      <nav aria-label={t('practice.posts')}>
        {(['first', 'gallery'] as const).map((place) => (
          <button
            key={place}
            type="button"
            class="plain"
            data-place={place}
            aria-current={places[place] === at ? 'page' : undefined}
            onClick={() => places[place] !== at && onGo(places[place])}
          >
            {t(`practice.${place}`)}
          </button>
        ))}
      </nav>
      {isGallery && <p>{t('practice.galleryNote')}</p>}
      <ol>
        <li>
          {t('practice.mark')}{' '}
          <button type="button" class="plain" id="to-bids" disabled={isMaking} onClick={onBids}>
            {t('practice.toBids')}
          </button>{' '}
          <span role="status">{isMaking && t(isGallery ? 'practice.making' : 'practice.opening')}</span>
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
