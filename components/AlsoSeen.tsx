// What was seen of an account and asks for no attention, since honest people do it as often as anybody: said calmly,
// with what it rests on.
import { t } from '../lib/i18n/language.ts';
import { sentence } from '../lib/i18n/sentences.ts';
import { type Finding, needsAttention } from '../lib/model/finding.ts';
import { Evidence } from './evidence/Evidence.tsx';

export function AlsoSeen({ findings }: { findings: readonly Finding[] }) {
  const common = findings.filter((finding) => !needsAttention(finding));
  if (common.length === 0) return null;
  return (
    <section class="finding also">
      <h3>{t('alsoSeen.title')}</h3>
      <p>{t('alsoSeen.note')}</p>
      {common.map((finding) => (
        <details class="aside" key={finding.key} data-flag={finding.flag}>
          <summary>{sentence(finding.flag, finding.message, finding.data)}</summary>
          <p>{t(finding.commonPractice ? 'alsoSeen.common' : 'alsoSeen.chance')}</p>
          <Evidence finding={finding} />
        </details>
      ))}
    </section>
  );
}
