// What was seen of an account that honest people do as often as anybody: told calmly, with what it rests on,
// below whatever asks for attention.
import { t } from '../lib/i18n/language.ts';
import { sentence } from '../lib/i18n/sentences.ts';
import { type Finding, needsAttention } from '../lib/model/finding.ts';
import { EvidenceView } from './FindingView.tsx';

export function AlsoSeen({ findings }: { findings: readonly Finding[] }) {
  const common = findings.filter((finding) => !needsAttention(finding));
  if (common.length === 0) return null;
  return (
    <section class="finding also">
      <h3>{t('alsoSeen.title')}</h3>
      <p>{t('alsoSeen.note')}</p>
      {common.map(({ flag, key, message, data, evidence }) => (
        <details class="aside" key={key}>
          <summary>{sentence(flag, message, data)}</summary>
          {evidence.map((one, i) => (
            <EvidenceView key={i} flag={flag} evidence={one} />
          ))}
        </details>
      ))}
    </section>
  );
}
