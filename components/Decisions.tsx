// What the user decided about an account, each with a way back, and the ways to decide: it was checked
// and is fine, it is the same person as another account, it belongs in a record.

import { listed, t } from '../lib/i18n/language.ts';
import { calledBy } from '../lib/i18n/people.ts';
import { titleOf } from '../lib/i18n/sentences.ts';
import type { Proposal } from '../lib/model/assessment.ts';
import type { StoredDecision } from '../lib/store/rows.ts';
import { day } from './words.ts';

export interface DecisionsView {
  /** `site:account`. */
  account: string;
  decisions: readonly StoredDecision[];
  /** Ids of the flags found since the account was found fine. */
  newSince: readonly string[];
  /** Day the account's record was last changed, ISO 8601, if it has one. */
  recordChanged?: string | undefined;
  /** Accounts that may be the same person's, and that the user has not spoken of. */
  proposals?: readonly Proposal[] | undefined;
  /** Accounts offered while the user writes whose the other one is, with what each is called. */
  offered?: readonly OfferedAccount[] | undefined;
  /** What was wrong with what the user just did. */
  problem?: string | undefined;
  /** The level of its heading: 3 inside a panel. */
  level?: 2 | 3;
  /** Whether the ways to decide stand here as well; in a panel they stand above all of it. */
  withForms?: boolean;
}

export interface OfferedAccount {
  /** As it is written into the field. */
  value: string;
  name?: string | undefined;
}

export function Decisions(props: DecisionsView) {
  const { account, decisions, newSince, recordChanged, proposals = [], problem, level = 3, withForms = true } = props;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class="decisions">
      <Heading tabindex={-1}>{t('decision.title')}</Heading>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {decisions.length > 0 && (
        <ul>
          {decisions.map((decision) => {
            const words = decisionWords(decision, account);
            return (
              <li key={decision.id}>
                {words}{' '}
                <button
                  type="button"
                  class="plain"
                  data-do="undo"
                  data-decision={decision.id}
                  aria-label={t('decision.undoLabel', { what: words })}
                >
                  {t('decision.undo')}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {newSince.length > 0 && <p>{t('decision.newSince', { flags: listed(newSince.map((id) => titleOf(id))) })}</p>}
      {recordChanged && <p>{t('decision.inRecord', { day: day(recordChanged) })}</p>}
      {decisions.length === 0 && !recordChanged && !withForms && <p class="soft">{t('decision.none')}</p>}
      {withForms && (
        <details class="form">
          <summary>{t('decision.checkSummary')}</summary>
          <CheckForm />
        </details>
      )}
      {proposals.map((proposal) => (
        <Proposed key={proposal.account} proposal={proposal} />
      ))}
      {withForms && (
        <>
          <details class="form">
            <summary>{t('decision.personSummary')}</summary>
            <PersonForm offered={props.offered} />
          </details>
          <p class="row">
            <RecordButtons recordChanged={recordChanged} />
          </p>
        </>
      )}
    </section>
  );
}

/** Says that an account was checked and is fine. */
export function CheckForm() {
  return (
    <div data-form="fine">
      <label>
        {t('decision.reason')}
        <input type="text" name="reason" maxlength={300} autocomplete="off" />
      </label>
      <button type="button" class="plain" data-do="fine">
        {t('decision.check')}
      </button>
    </div>
  );
}

/** Says that another account is the same person's, or is not. */
export function PersonForm({ offered = [] }: { offered?: readonly OfferedAccount[] | undefined }) {
  return (
    <div data-form="person">
      <label>
        {t('decision.otherAccount')}
        <input
          type="text"
          name="other"
          maxlength={200}
          autocomplete="off"
          list={offered.length > 0 ? 'offered-accounts' : undefined}
        />
      </label>
      {offered.length > 0 && (
        <datalist id="offered-accounts">
          {offered.map(({ value, name }) => (
            <option key={value} value={value} label={name} />
          ))}
        </datalist>
      )}
      <button type="button" class="plain" data-do="same-person">
        {t('decision.isSame')}
      </button>
      <button type="button" class="plain" data-do="not-same-person">
        {t('decision.isNotSame')}
      </button>
    </div>
  );
}

/** Adds what is found now to a record, and opens it. */
export function RecordButtons({ recordChanged }: { recordChanged: string | undefined }) {
  return (
    <>
      <button type="button" class="plain" data-do="record">
        {t(recordChanged ? 'decision.toRecordAgain' : 'decision.toRecord')}
      </button>
      {recordChanged && (
        <button type="button" class="plain" data-do="open-record">
          {t('decision.openRecord')}
        </button>
      )}
    </>
  );
}

/** An account that may be the same person's, with what both show: nothing changes until the user answers. */
function Proposed({ proposal: { account, because, value } }: { proposal: Proposal }) {
  return (
    <p>
      {t('decision.proposed', { account: calledBy(account), because, value })}{' '}
      <button type="button" class="plain" data-do="same-person" data-with={account}>
        {t('decision.isSame')}
      </button>{' '}
      <button type="button" class="plain" data-do="not-same-person" data-with={account}>
        {t('decision.isNotSame')}
      </button>
    </p>
  );
}

/** A decision as a sentence, seen from one of its accounts (`site:account`). */
function decisionWords(decision: StoredDecision, account: string): string {
  const when = day(decision.at);
  switch (decision.kind) {
    case 'fine':
      return decision.reason
        ? t('decision.fineWhy', { day: when, reason: decision.reason })
        : t('decision.fine', { day: when });
    case 'muted':
      return t('decision.muted', { flag: titleOf(decision.flag), day: when });
    case 'false-alarm':
      return t('decision.falseAlarm', { flag: titleOf(decision.flag), day: when });
    case 'same-person':
    case 'not-same-person': {
      const other = decision.account === account ? decision.other : decision.account;
      const key = decision.kind === 'same-person' ? 'decision.samePerson' : 'decision.notSamePerson';
      return t(key, { account: calledBy(other), day: when });
    }
  }
}
