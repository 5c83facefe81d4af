// The popup over a page of no marketplace: what Hireflag can do there, and, once the user has asked for it,
// who was read, which of their fields, and what was not, or plainly that there was nothing to read.
import { listed, t } from '../lib/i18n/language.ts';
import { accountKey } from '../lib/model/account.ts';
import { handle } from '../lib/model/web-account.ts';
import type { ReplyFields } from '../lib/protocol/messages.ts';
import type { PageSummary } from '../lib/protocol/shapes.ts';
import { sites } from '../lib/sites/registry.ts';
import { routeTo } from './dashboard/route.ts';
import { profileFieldWords } from './field-words.ts';
import { StandingMark } from './LevelMark.tsx';
import { PageReadLine } from './PageReadLine.tsx';
import { SelectedText, type SelectedTextProps } from './SelectedText.tsx';

/** The marketplaces by name: `Freelancer.com, Guru`. */
const siteNames = () => listed(sites.map(({ name }) => name));

/** Somebody who was read on the page. */
export type PersonRead = ReplyFields<'any-page'>['people'][number];

export type AnyPageState =
  | { type: 'offered' }
  | { type: 'reading' }
  /** The browser lets no extension read this page, or it is no page of the web. */
  | { type: 'forbidden' | 'no-page' }
  | { type: 'problem'; problem: string }
  | { type: 'read'; page: PageSummary; people: readonly PersonRead[] };

/** Otherwise there is nothing to do but to go back to the page, which closes the popup. */
const canRead: ReadonlySet<AnyPageState['type']> = new Set(['offered', 'reading', 'problem']);

export interface AnyPageProps {
  state: AnyPageState;
  /** The text that was selected when the page was read. */
  selected?: SelectedTextProps;
  /** Reads the page. */
  onRead: () => void;
  /** Opens a page of the dashboard: `#/developers`. */
  onOpen: (route: string) => void;
  /** The page is a marketplace's, of which others are read by themselves: that was said already. */
  isMarketplace?: boolean;
}

export function AnyPage({ state, selected, onRead, onOpen, isMarketplace = false }: AnyPageProps) {
  const isNothing = state.type === 'read' && state.people.length === 0 && !selected;
  return (
    <section class="any-page" aria-label={t('anyPage.button')}>
      {state.type === 'offered' && (
        <>
          {!isMarketplace && <p>{t('popup.elsewhere', { sites: siteNames() })}</p>}
          <p>{t('anyPage.offer')}</p>
        </>
      )}
      <div role="status" id="any-page-outcome" data-outcome={isNothing ? 'nothing' : state.type}>
        {state.type === 'reading' && <p>{t('popup.loading')}</p>}
        {state.type === 'forbidden' && <p>{t('anyPage.forbidden')}</p>}
        {state.type === 'no-page' && <p>{t('anyPage.noPage')}</p>}
        {state.type === 'problem' && <p>{state.problem}</p>}
        {state.type === 'read' && state.people.length > 0 && <PageReadLine page={state.page} />}
        {state.type === 'read' && state.people.length === 0 && (
          <p>{t(isNothing ? 'anyPage.nothing' : 'anyPage.onlySelected')}</p>
        )}
        {isNothing && <p class="soft">{t('anyPage.selectHint')}</p>}
      </div>
      {state.type === 'read' && state.people.length > 0 && <People people={state.people} onOpen={onOpen} />}
      {selected && <SelectedText {...selected} />}
      {canRead.has(state.type) && (
        <p>
          <button type="button" class="button" id="read-page" disabled={state.type === 'reading'} onClick={onRead}>
            {t('anyPage.button')}
          </button>
        </p>
      )}
    </section>
  );
}

function People({ people, onOpen }: { people: readonly PersonRead[]; onOpen: (route: string) => void }) {
  return (
    // What scrolls can be reached by keyboard.
    <section class="scroll" tabindex={0} aria-label={t('anyPage.people')}>
      <ul id="people" class="rows">
        {people.map(({ mark, name, fields }) => {
          const { site, account } = mark;
          const key = accountKey(site, account);
          return (
            <li key={key} data-account={account}>
              <button
                type="button"
                class="name"
                title={handle(key)}
                dir="auto"
                onClick={() => onOpen(routeTo({ tab: 'developers', key }))}
              >
                {name ?? handle(key)}
              </button>
              <StandingMark {...mark} />
              <p class="coverage">{handle(key)}</p>
              {mark.findings[0] && !mark.checked && <p class="reason">{mark.findings[0].says}</p>}
              <p class="coverage fields">{t('anyPage.fields', { fields: listed(fields.map(profileFieldWords)) })}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
