// Below the page's developers in the popup: search among everyone seen, how much was seen, and the way to
// the dashboard.
import { t } from '../lib/i18n/language.ts';
import { accountKey } from '../lib/model/account.ts';
import { handle } from '../lib/model/web-account.ts';
import type { Mark } from '../lib/protocol/shapes.ts';
import { AboutLinks } from './AboutLinks.tsx';
import { routeTo } from './dashboard/route.ts';
import { StandingMark } from './LevelMark.tsx';

export interface PopupSearchProps {
  version: string;
  typed: string;
  /** Undefined while nothing was searched for. */
  found: readonly Mark[] | undefined;
  totals: { accounts: number } | undefined;
  onType: (typed: string) => void;
  /** Called when somebody is about to type. */
  onFocus?: () => void;
  /** Opens a page of the dashboard: `#/developers`. */
  onOpen: (route: string) => void;
}

export function PopupSearch({ version, typed, found, totals, onType, onFocus, onOpen }: PopupSearchProps) {
  return (
    <section class="everyone" aria-label={t('dashboard.popup.search')}>
      <label>
        {t('dashboard.popup.search')}
        <input
          type="search"
          id="search"
          autocomplete="off"
          spellcheck={false}
          value={typed}
          onFocus={onFocus}
          onInput={(event) => onType(event.currentTarget.value)}
        />
      </label>
      {found && (
        <ul id="found" aria-label={t('dashboard.popup.results')}>
          {found.map((mark) => (
            <li key={`${mark.site}:${mark.account}`} data-account={mark.account}>
              <button
                type="button"
                class="name"
                title={handle(accountKey(mark.site, mark.account))}
                onClick={() => onOpen(routeTo({ tab: 'developers', key: accountKey(mark.site, mark.account) }))}
              >
                {mark.name ?? handle(accountKey(mark.site, mark.account))}
              </button>
              <StandingMark {...mark} />
            </li>
          ))}
        </ul>
      )}
      {found?.length === 0 && <p role="status">{t('dashboard.popup.noMatch')}</p>}
      <div class="ways">
        <button type="button" class="plain" id="open-dashboard" onClick={() => onOpen(routeTo({ tab: 'developers' }))}>
          {t('dashboard.popup.open')}
        </button>
        {totals && <span id="totals">{t('dashboard.popup.totals', { count: totals.accounts })}</span>}
      </div>
      <p class="foot">{t('popup.foot')}</p>
      <AboutLinks version={version} withSettings />
    </section>
  );
}
