// The panel that opens from a badge: who it is about and what to do, in sight all the time; then everything found on the
// account, what was checked, and what the user decided about it.
import { countSetAside, type Decided } from '../lib/assess/apply-decisions.ts';
import { directionOf, language, t } from '../lib/i18n/language.ts';
import { calledBy, smallPrint } from '../lib/i18n/people.ts';
import { wordsOf } from '../lib/i18n/sentences.ts';
import { accountKey } from '../lib/model/account.ts';
import { needsAttention } from '../lib/model/finding.ts';
import { toldFlags } from '../lib/red-flags/told.ts';
import { Checks } from './Checks.tsx';
import { CheckForm, Decisions, PersonForm, RecordButtons } from './Decisions.tsx';
import { Findings } from './Findings.tsx';
import { StandingMark } from './LevelMark.tsx';
import { ToDashboard } from './ToDashboard.tsx';
import { coverageLine, siteName } from './words.ts';

export interface PanelView {
  assessment: Decided;
  /** When the account's record was last changed, ISO 8601, if it has one. */
  recordChanged?: string | undefined;
}

export function Panel({ assessment, recordChanged }: PanelView) {
  const { site, account, level, coverage, decisions, checked, newSince } = assessment;
  const key = accountKey(site, account);
  const id = smallPrint(key);
  const asksFor = checked === undefined && (level === 'look-closer' || level === 'worth-a-question');
  return (
    <article lang={language()} dir={directionOf(language())} aria-labelledby="title">
      <header>
        <div class="title">
          <div>
            <h2 id="title" tabindex={-1}>
              <bdi>{calledBy(key)}</bdi>
            </h2>
            <StandingMark level={level} checked={checked} setAside={countSetAside(decisions)} />{' '}
            <span class="coverage">
              {id && (
                <>
                  <bdi>{id}</bdi> ·{' '}
                </>
              )}
              {siteName(site)}
            </span>
          </div>
          <button type="button" class="plain" data-move title={t('panel.move')} />
          <button type="button" class="plain" data-do="close">
            {t('common.close')}
          </button>
        </div>
        <Acts assessment={assessment} recordChanged={recordChanged} />
      </header>
      <p class="lead">
        {asksFor && t(`panel.lead.${level}`)} {coverageLine(coverage)}
      </p>
      <Findings assessment={assessment} />
      <Checks checks={assessment.checks} />
      <Decisions
        account={key}
        decisions={decisions}
        newSince={newSince}
        proposals={assessment.proposals}
        recordChanged={recordChanged}
        withForms={false}
      />
      <footer>{t('panel.foot')}</footer>
    </article>
  );
}

/** What can be done about the account, whatever part of the panel is in sight. */
function Acts({ assessment, recordChanged }: PanelView) {
  const { site, account, findings } = assessment;
  const asking = new Set(findings.filter(needsAttention).map(({ flag }) => flag));
  const questions = toldFlags.filter(({ id }) => asking.has(id)).map((flag) => wordsOf(flag).ask);
  return (
    <div class="acts">
      {questions.length > 0 && (
        <button type="button" class="plain" data-do="copy" data-text={questions.join('\n\n')}>
          {t(questions.length === 1 ? 'decision.copy' : 'decision.copyAll')}
        </button>
      )}
      <RecordButtons recordChanged={recordChanged} />
      <details name="acts" class="form">
        <summary class="plain">{t('decision.checkSummary')}</summary>
        <CheckForm />
      </details>
      <details name="acts" class="form">
        <summary class="plain">{t('panel.more')}</summary>
        <p>
          <ToDashboard route={{ tab: 'developers', key: accountKey(site, account) }}>
            {t('panel.everything')}
          </ToDashboard>
        </p>
        <h3>{t('decision.personSummary')}</h3>
        <PersonForm />
      </details>
    </div>
  );
}
