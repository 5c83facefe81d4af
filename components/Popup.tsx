// The popup: the developers on the page that is open, those that ask for attention first, and how
// much of the page was read.
import { type MessageKey, t } from '../lib/i18n/language.ts';
import { accountKey } from '../lib/model/account.ts';
import { handle } from '../lib/model/web-account.ts';
import type { Mark, PageSummary } from '../lib/protocol/shapes.ts';
import { AnyPage, type AnyPageProps } from './AnyPage.tsx';
import { StandingMark } from './LevelMark.tsx';
import { PageReadLine } from './PageReadLine.tsx';
import { groupMarks, type MarkGroup } from './popup-groups.ts';
import { coverageLine, day } from './words.ts';

export type PopupState =
  | { type: 'loading' }
  | { type: 'elsewhere'; anyPage: AnyPageProps }
  /** A marketplace's page, opened before Hireflag was there. */
  | { type: 'reload'; onReload: () => void }
  /** A page of a marketplace that Hireflag reads others of. */
  | { type: 'other-page'; site: { id: string; name: string }; anyPage: AnyPageProps }
  | { type: 'problem'; problem: string }
  /** Marks are undefined until the worker has said. */
  | {
      type: 'here';
      page: PageSummary | undefined;
      marks: readonly Mark[] | undefined;
      onGoTo: GoTo;
      pause?: Pause;
      copyReport?: CopyReport;
    };

/** Leads to a bidder on the page, where the panel opens; or to all that is known of them. */
export type GoTo = (mark: Mark, toDashboard: boolean) => void;

/** Copies how the page is built, and says so on the button. */
export type CopyReport = (button: HTMLElement) => void;

/** Whether Hireflag is paused on the marketplace of the page, and how to change that. */
export interface Pause {
  /** The marketplace's name. */
  site: string;
  paused: boolean;
  /** True where pages are read only when the user clicks. */
  onClick?: boolean;
  /** True when a policy says so and the user cannot. */
  byPolicy: boolean;
  toggle: () => void;
}

export function Popup({ state }: { state: PopupState }) {
  return (
    <>
      <div class="top">
        <h1>{isOfPeople(state) ? t('popup.title') : 'Hireflag'}</h1>
        {state.type === 'here' && state.page && !state.pause?.paused && <PageReadLine page={state.page} />}
        {state.type === 'here' && state.marks && hasMoreBids(state) && (
          <p class="read" id="read-rest">
            {t('popup.readRest')}
          </p>
        )}
        {state.type === 'here' && state.pause && <PauseLine pause={state.pause} />}
        {state.type === 'here' && state.pause?.paused && <PauseButton pause={state.pause} />}
        {state.type === 'here' && state.page?.read === 'not' && state.copyReport && (
          <CopyReportButton copy={state.copyReport} />
        )}
      </div>
      <Body state={state} />
      {state.type === 'here' && state.pause && !state.pause.paused && (
        <p class="pause">
          <PauseButton pause={state.pause} />
        </p>
      )}
    </>
  );
}

/** Whether the page says that there are bids beside those that were read. */
function hasMoreBids({ page, pause }: Extract<PopupState, { type: 'here' }>): boolean {
  const { bids = 0 } = page?.found ?? {};
  return !pause?.paused && bids > 0 && (page?.of.bids ?? 0) > bids;
}

/** Whether it is about who is on the page: while it is paused nobody is. */
function isOfPeople(state: PopupState): boolean {
  return state.type === 'here' && !state.pause?.paused;
}

function PauseLine({ pause: { site, paused, onClick, byPolicy } }: { pause: Pause }) {
  return (
    <>
      {paused && <p class="read">{t(byPolicy ? 'popup.pausedByPolicy' : 'popup.paused', { site })}</p>}
      {!paused && onClick && <p class="read">{t('popup.onClick', { site })}</p>}
    </>
  );
}

/** Below those on the page while it is read: what a popup is opened for comes first. */
function PauseButton({ pause: { site, paused, byPolicy, toggle } }: { pause: Pause }) {
  if (byPolicy) return null;
  return (
    <button type="button" class="plain" id="pause" aria-pressed={paused} onClick={toggle}>
      {t(paused ? 'popup.resume' : 'popup.pause', { site })}
    </button>
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
    case 'reload':
      return (
        <div class="empty">
          <p>{t('popup.reload')}</p>
          <button type="button" class="button" id="reload" onClick={state.onReload}>
            {t('popup.reloadDo')}
          </button>
        </div>
      );
    case 'other-page':
      return (
        <>
          <p class="empty" id="where">
            {t('popup.otherPage', { site: state.site.name })} {bidsWords(state.site.id)}
          </p>
          <AnyPage {...state.anyPage} isMarketplace />
        </>
      );
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
        <People marks={state.marks} onGoTo={state.onGoTo} />
      );
  }
}

function People({ marks, onGoTo }: { marks: readonly Mark[]; onGoTo: GoTo }) {
  const { asking, groups, alone, others } = groupMarks(marks);
  return (
    <>
      <p class="counts" role="status">
        {asking === 0
          ? t('popup.noneAsk', { all: marks.length })
          : t('popup.asking', { asking, all: marks.length, groups: groups.length })}
      </p>
      {/* What scrolls can be reached by keyboard. */}
      <section
        id="developers"
        class="scroll"
        tabindex={0}
        aria-label={t('popup.title')}
        // Once for all names: with each of sixty it would be read out sixty times.
        title={t('popup.rowTitle')}
      >
        {groups.map((group) => (
          <section key={group.key} class="group" data-key={group.key}>
            <h2>{groupTitle(group)}</h2>
            <p class="reason">{group.finding.says}</p>
            <ul class="rows">
              {group.marks.map((mark) => (
                <Row key={mark.account} mark={mark} onGoTo={onGoTo} shared={group.finding.flag} />
              ))}
            </ul>
          </section>
        ))}
        <ul class="rows" aria-label={groups.length > 0 ? t('popup.alone') : undefined}>
          {alone.map((mark) => (
            <Row key={mark.account} mark={mark} onGoTo={onGoTo} />
          ))}
        </ul>
        {others.length > 0 && (
          <details class="others" open={asking === 0}>
            <summary>{t('popup.others', { count: others.length })}</summary>
            <ul class="rows">
              {others.map((mark) => (
                <Row key={mark.account} mark={mark} onGoTo={onGoTo} />
              ))}
            </ul>
          </details>
        )}
      </section>
    </>
  );
}

/** `5 accounts: Reused bid text`; `2 of 3 accounts: …` where the others stand elsewhere. */
function groupTitle({ marks, all, finding: { title } }: MarkGroup): string {
  const count = marks.length;
  return all > count ? t('popup.groupOf', { count, all, title }) : t('popup.group', { count, title });
}

const bidsAt: Readonly<Record<string, MessageKey & `popup.bidsAt.${string}`>> = {
  freelancer: 'popup.bidsAt.freelancer',
  upwork: 'popup.bidsAt.upwork',
  fiverr: 'popup.bidsAt.fiverr',
  workana: 'popup.bidsAt.workana',
  guru: 'popup.bidsAt.guru',
  peopleperhour: 'popup.bidsAt.peopleperhour',
  freelancehunt: 'popup.bidsAt.freelancehunt',
  truelancer: 'popup.bidsAt.truelancer',
};

/** Where a marketplace shows the bids on one's own project, in its own words. */
function bidsWords(site: string): string {
  const key = bidsAt[site];
  return key ? t(key) : '';
}

/** Whether one bid is all that was seen of somebody. */
function coversOneBid({ coverage: { bids, reviews, messages } }: Mark): boolean {
  return bids === 1 && reviews === 0 && messages === 0;
}

/** A row that leads to the bidder: a button, so that the keyboard reaches it. What their group says is not said again. */
function Row({ mark, onGoTo, shared }: { mark: Mark; onGoTo: GoTo; shared?: string }) {
  const key = accountKey(mark.site, mark.account);
  // In a group the bid on this page is what all of them have.
  const isThisBidOnly = shared !== undefined && coversOneBid(mark);
  const reason = mark.checked ? undefined : mark.findings.find((finding) => finding.flag !== shared);
  return (
    <li data-account={mark.account} data-level={mark.level}>
      <button
        type="button"
        class="name"
        dir="auto"
        onClick={({ ctrlKey, metaKey }) => onGoTo(mark, ctrlKey || metaKey)}
      >
        {mark.name ?? handle(key)}
      </button>
      <StandingMark {...mark} />
      {reason && <p class="reason">{reason.says}</p>}
      {mark.checked && <p class="reason">{t('decision.fine', { day: day(mark.checked) })}</p>}
      {(mark.name !== undefined || !isThisBidOnly) && (
        <p class="coverage">
          {mark.name !== undefined && <span class="id">{handle(key)}</span>}
          {mark.name !== undefined && !isThisBidOnly && ' · '}
          {!isThisBidOnly && coverageLine(mark.coverage)}
        </p>
      )}
    </li>
  );
}
