// The panel that opens from a badge: everything found on one account, with how much was seen, what the
// user decided about it, and what they can do next.
import type { Decided } from '../lib/assess/apply-decisions.ts';
import { language, t } from '../lib/i18n/language.ts';
import { titleOf } from '../lib/i18n/sentences.ts';
import { accountKey } from '../lib/model/account.ts';
import { needsAttention } from '../lib/model/finding.ts';
import type { RedFlag } from '../lib/red-flags/red-flag.ts';
import { AlsoSeen } from './AlsoSeen.tsx';
import { Decisions } from './Decisions.tsx';
import { FindingView } from './FindingView.tsx';
import { CheckedMark, LevelMark } from './LevelMark.tsx';
import { calmWords, coverageLine } from './words.ts';

export interface PanelView {
  assessment: Decided;
  flags: readonly RedFlag[];
  /** When the account's record was last changed, ISO 8601, if it has one. */
  recordChanged?: string | undefined;
  /** What was wrong with what the user just did. */
  problem?: string | undefined;
}

export function Panel({ assessment, flags, recordChanged, problem }: PanelView) {
  const { site, account, level, coverage, findings, setAside, decisions, checked, newSince } = assessment;
  const flagOf = (id: string) => flags.find((flag) => flag.id === id);
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
      {findings.filter(needsAttention).map((finding) => (
        <FindingView key={finding.key} finding={finding} flag={flagOf(finding.flag)} actions />
      ))}
      {!findings.some(needsAttention) && (level === 'no-flags' || level === 'not-enough-seen') && !checked && (
        <section>{calmWords(level)}</section>
      )}
      <AlsoSeen findings={findings} />
      {setAside.map(({ finding }) => (
        <section key={finding.key}>
          <details class="aside">
            <summary>{t('decision.setAside', { flag: titleOf(finding.flag) })}</summary>
            <FindingView finding={finding} flag={flagOf(finding.flag)} />
          </details>
        </section>
      ))}
      <Decisions
        account={accountKey(site, account)}
        decisions={decisions}
        newSince={newSince.map((id) => titleOf(id))}
        titleOf={titleOf}
        recordChanged={recordChanged}
        problem={problem}
      />
      <footer>{t('panel.foot')}</footer>
    </article>
  );
}
