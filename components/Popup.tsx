// The popup: the developers on the page that is open, those that ask for attention first, and how
// much of the page was read.
import { t } from '../lib/i18n/language.ts';
import { accountKey } from '../lib/model/account.ts';
import { levels } from '../lib/model/assessment.ts';
import { handle } from '../lib/model/web-account.ts';
import type { Mark, PageSummary } from '../lib/protocol/shapes.ts';
import { AnyPage, type AnyPageProps } from './AnyPage.tsx';
import { CheckedMark, LevelMark } from './LevelMark.tsx';
import { PageReadLine } from './PageReadLine.tsx';
import { coverageLine, day } from './words.ts';

export type PopupState =
  | { type: 'loading' }
  | { type: 'elsewhere'; anyPage: AnyPageProps }
  | { type: 'problem'; problem: string }
  /** Marks are undefined until the worker has said. */
  | {
      type: 'here';
      page: PageSummary | undefined;
      marks: readonly Mark[] | undefined;
      pause?: Pause;
      copyReport?: CopyReport;
    };

/** Copies how the page is built, and says so on the button. */
export type CopyReport = (button: HTMLElement) => void;

/** Whether Hireflag is paused on the marketplace of the page, and how to change that. */
export interface Pause {
  /** The marketplace's name. */
  site: string;
  paused: boolean;
  /** True when a policy says so and the user cannot. */
  byPolicy: boolean;
  toggle: () => void;
}

export function Popup({ state }: { state: PopupState }) {
  return (
    <>
      <div class="top">
        <h1>{state.type === 'elsewhere' ? 'Hireflag' : t('popup.title')}</h1>
        {state.type === 'here' && state.page && !state.pause?.paused && <PageReadLine page={state.page} />}
        {state.type === 'here' && state.pause && <PauseLine pause={state.pause} />}
        {state.type === 'here' && state.page?.read === 'not' && state.copyReport && (
          <CopyReportButton copy={state.copyReport} />
        )}
      </div>
      <Body state={state} />
    </>
  );
}

function PauseLine({ pause: { site, paused, byPolicy, toggle } }: { pause: Pause }) {
  return (
    <>
      {paused && <p class="read">{t(byPolicy ? 'popup.pausedByPolicy' : 'popup.paused', { site })}</p>}
      {!byPolicy && (
        <button type="button" class="plain" id="pause" aria-pressed={paused} onClick={toggle}>
          {t(paused ? 'popup.resume' : 'popup.pause', { site })}
        </button>
      )}
    </>
  );
}

function CopyReportButton({ copy }: { copy: CopyReport }) {
  return (
    <button type="button" class="plain" id="copy-report" onClick={({ currentTarget }) => copy(currentTarget)}>
      {t('pageNote.copy')}
    </button>
  );
}

function Body({ state }: { state: PopupState }) {
  switch (state.type) {
    case 'loading':
      return <p class="empty">{t('popup.loading')}</p>;
    case 'elsewhere':
      return <AnyPage {...state.anyPage} />;
    case 'problem':
      return (
        <p class="empty" role="alert">
          {state.problem}
        </p>
      );
    case 'here':
      if (state.pause?.paused) return null;
      if (!state.marks) return <p class="empty">{t('popup.loading')}</p>;
      return state.marks.length === 0 ? (
        <p class="empty">{t('popup.nobody')}</p>
      ) : (
        // What scrolls can be reached by keyboard.
        <section class="scroll" tabindex={0} aria-label={t('popup.title')}>
          <ul id="developers" class="rows">
            {[...state.marks].sort(worstFirst).map((mark) => (
              <Developer key={mark.account} mark={mark} />
            ))}
          </ul>
        </section>
      );
  }
}

function Developer({ mark }: { mark: Mark }) {
  const key = accountKey(mark.site, mark.account);
  const first = mark.checked ? undefined : mark.findings[0];
  return (
    <li data-account={mark.account} data-level={mark.level}>
      <span class="name" title={handle(key)}>
        {handle(key)}
      </span>
      {mark.checked ? <CheckedMark /> : <LevelMark level={mark.level} />}
      {first && <p class="reason">{first.says}</p>}
      {mark.checked && <p class="reason">{t('decision.fine', { day: day(mark.checked) })}</p>}
      <p class="coverage">{coverageLine(mark.coverage)}</p>
    </li>
  );
}

/** Those that ask for attention first; among equals those with more findings, then in page order. */
function worstFirst(a: Mark, b: Mark): number {
  return levels.indexOf(b.level) - levels.indexOf(a.level) || b.findings.length - a.findings.length;
}
