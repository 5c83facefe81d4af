// The panel that opens from a badge: everything found on one account, with how much was seen.
import { language, t } from '../lib/i18n/language.ts';
import type { Assessment } from '../lib/model/assessment.ts';
import type { RedFlag } from '../lib/red-flags/red-flag.ts';
import { FindingView } from './FindingView.tsx';
import { LevelMark } from './LevelMark.tsx';
import { calmWords, coverageLine } from './words.ts';

export function Panel({ assessment, flags }: { assessment: Assessment; flags: readonly RedFlag[] }) {
  const { account, level, coverage, findings } = assessment;
  return (
    <article lang={language()}>
      <header>
        <div>
          <h2 id="title" tabindex={-1}>
            @{account}
          </h2>
          <LevelMark level={level} />
          <p class="coverage">{coverageLine(coverage)}</p>
        </div>
        <button type="button" class="plain" data-do="close">
          {t('common.close')}
        </button>
      </header>
      {findings.map((finding) => (
        <FindingView key={finding.flag} finding={finding} flag={flags.find((flag) => flag.id === finding.flag)} />
      ))}
      {(level === 'no-flags' || level === 'not-enough-seen') && <section>{calmWords(level)}</section>}
      <footer>{t('panel.foot')}</footer>
    </article>
  );
}
