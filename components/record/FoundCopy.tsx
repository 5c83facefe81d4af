// One copy of what was found on the candidate, as it was on the day it was copied: for the form and for paper.
import { t } from '../../lib/i18n/language.ts';
import { sentence, titleOf } from '../../lib/i18n/sentences.ts';
import { needsAttention } from '../../lib/model/finding.ts';
import { type Copy, foundIn } from '../../lib/record/record.ts';
import { Checks } from '../Checks.tsx';
import { Evidence } from '../evidence/Evidence.tsx';
import { coverageLine, levelWords } from '../words.ts';
import { timeWords } from './words.ts';

export function FoundCopy({ copy }: { copy: Copy }) {
  const { takenAt, version, sources } = copy;
  const assessment = foundIn(copy);
  return (
    <section class="copy">
      <h3>
        {t('record.copied', { time: timeWords(takenAt), version })}: {levelWords(assessment.level)}
      </h3>
      <p class="small">{coverageLine(assessment.coverage)}</p>
      {assessment.findings.length === 0 && <p>{t('record.nothingFound')}</p>}
      {assessment.findings.map((finding) => (
        <section class="finding" key={finding.key}>
          <h4>
            {titleOf(finding.flag)} ({needsAttention(finding) ? t(`strength.${finding.strength}`) : t('alsoSeen.short')}
            ; {finding.clauses.join(', ')})
          </h4>
          <p class="says">{sentence(finding.flag, finding.message, finding.data)}</p>
          <Evidence finding={finding} />
        </section>
      ))}
      <Checks checks={assessment.checks} level={4} />
      {sources.length > 0 && (
        <>
          <h4>{t('record.sources')}</h4>
          <ul class="sources">
            {sources.map(({ url, seenAt }) => (
              <li key={url}>{seenAt ? t('record.source', { address: url, time: timeWords(seenAt) }) : url}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
