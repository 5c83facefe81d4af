// The panel that opens from a badge: everything found on one account, with how much was seen, what the
// user decided about it, and what they can do next.
import type { Decided } from '../lib/assess/apply-decisions.ts';
import { language, t } from '../lib/i18n/language.ts';
import { accountKey } from '../lib/model/account.ts';
import { Checks } from './Checks.tsx';
import { Decisions } from './Decisions.tsx';
import { Findings } from './Findings.tsx';
import { CheckedMark, LevelMark } from './LevelMark.tsx';
import { coverageLine } from './words.ts';

export interface PanelView {
  assessment: Decided;
  /** When the account's record was last changed, ISO 8601, if it has one. */
  recordChanged?: string | undefined;
  /** What was wrong with what the user just did. */
  problem?: string | undefined;
}

export function Panel({ assessment, recordChanged, problem }: PanelView) {
  const { site, account, level, coverage, decisions, checked, newSince } = assessment;
  return (
    <article lang={language()}>
      <header>
        <div>
          <h2 id="title" tabindex={-1}>
            @{account}
          </h2>
          {checked ? <CheckedMark /> : <LevelMark level={level} />}
          <p class="coverage">{coverageLine(coverage)}</p>
        </div>
        <button type="button" class="plain" data-do="close">
          {t('common.close')}
        </button>
      </header>
      <Findings assessment={assessment} />
      <Checks checks={assessment.checks} />
      <Decisions
        account={accountKey(site, account)}
        decisions={decisions}
        newSince={newSince}
        proposals={assessment.proposals}
        recordChanged={recordChanged}
        problem={problem}
      />
      <footer>{t('panel.foot')}</footer>
    </article>
  );
}
