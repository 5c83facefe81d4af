// Everything found on one account, for its panel and its page: what asks for attention, else a calm word, then
// what only informs, then what the user set aside.
import type { Decided } from '../lib/assess/apply-decisions.ts';
import { t } from '../lib/i18n/language.ts';
import { titleOf } from '../lib/i18n/sentences.ts';
import { needsAttention } from '../lib/model/finding.ts';
import { AlsoSeen } from './AlsoSeen.tsx';
import { FindingView } from './FindingView.tsx';
import { OnYourList } from './OnYourList.tsx';
import { calmWords } from './words.ts';

export function Findings({ assessment: { level, findings, setAside, checked, listed } }: { assessment: Decided }) {
  const asking = findings.filter(needsAttention);
  const isCalm = asking.length === 0 && !checked && (level === 'no-flags' || level === 'not-enough-seen');
  return (
    <>
      <OnYourList listed={listed} />
      {asking.map((finding) => (
        <FindingView key={finding.key} finding={finding} actions />
      ))}
      {isCalm && <section>{setAside.length > 0 ? t('decision.setAsideAll') : calmWords(level)}</section>}
      <AlsoSeen findings={findings} />
      {setAside.map(({ finding }) => (
        <section key={finding.key}>
          <details class="aside">
            <summary>{t('decision.setAside', { flag: titleOf(finding.flag) })}</summary>
            <FindingView finding={finding} />
          </details>
        </section>
      ))}
    </>
  );
}
