// One copy of what was checked and found on the candidate, as it was on the day it was copied: for the form and for
// paper. On paper it says as much for the candidate as the panel does: what else explains it, what it cannot tell.
import { listed, t } from '../../lib/i18n/language.ts';
import { sentence, titleOf, wordsOf } from '../../lib/i18n/sentences.ts';
import { type ClauseId, clauses } from '../../lib/model/advisory.ts';
import { type Finding, needsAttention } from '../../lib/model/finding.ts';
import { type Copy, foundIn } from '../../lib/record/record.ts';
import { presentFlag } from '../../lib/red-flags/renames.ts';
import { toldFlags } from '../../lib/red-flags/told.ts';
import { Checks } from '../Checks.tsx';
import { Clause } from '../Clause.tsx';
import { Evidence } from '../evidence/Evidence.tsx';
import { coverageLine, levelWords } from '../words.ts';
import { timeWords } from './words.ts';

/** @param explained whether what else explains a finding, and the guidance's words, stand beside it */
export function FoundCopy({ copy, explained = false }: { copy: Copy; explained?: boolean }) {
  const { takenAt, version, sources, settings } = copy;
  const assessment = foundIn(copy);
  const off = settings?.flagsOff ?? [];
  const raised = Object.entries(settings?.weakest ?? {});
  return (
    <section class="copy">
      <h3>
        {t('record.copied', { time: timeWords(takenAt), version })}: {levelWords(assessment.level)}
      </h3>
      <p class="small">{coverageLine(assessment.coverage)}</p>
      {off.length > 0 && <p class="small">{t('record.flagsOff', { flags: listed(off.map((id) => titleOf(id))) })}</p>}
      {raised.length > 0 && (
        <p class="small">
          {t('record.weakest', { flags: listed(raised.map(([id, from]) => `${titleOf(id)} (${from})`)) })}
        </p>
      )}
      {assessment.findings.length === 0 && <p>{t('record.nothingFound')}</p>}
      {assessment.findings.map((finding) => (
        <section class="finding" key={finding.key}>
          <h4>
            {titleOf(finding.flag)} ({needsAttention(finding) ? t(`strength.${finding.strength}`) : t('alsoSeen.short')}
            ; {finding.clauses.join(', ')})
          </h4>
          <p class="says">{sentence(finding.flag, finding.message, finding.data)}</p>
          <Evidence finding={finding} />
          {explained && <Explained finding={finding} />}
        </section>
      ))}
      <Checks checks={assessment.checks} level={4} />
      {explained && assessment.findings.length === 0 && <Limits flags={assessment.checks.map(({ flag }) => flag)} />}
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

const flagOf = (id: string) => toldFlags.find((flag) => flag.id === presentFlag(id));

/** What else explains a finding, what would settle it, what it cannot tell, and the guidance's own words. */
function Explained({ finding }: { finding: Finding }) {
  const flag = flagOf(finding.flag);
  if (!flag) return null;
  const words = wordsOf(flag);
  const lists = [
    [t('finding.innocent'), words.innocent],
    [t('finding.clearedBy'), words.clearedBy],
    [t('finding.limits'), words.limits],
  ] as const;
  return (
    <>
      {lists.map(([title, items]) => (
        <section key={title}>
          <h4>{title}</h4>
          <ul>
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      ))}
      {finding.clauses.map((clause) =>
        Object.hasOwn(clauses, clause) ? (
          <p class="small" key={clause}>
            {clause}: <Clause id={clause as ClauseId} />
          </p>
        ) : null,
      )}
    </>
  );
}

/** What the checks that found nothing cannot tell. */
function Limits({ flags }: { flags: readonly string[] }) {
  const known = flags.flatMap((id) => flagOf(id) ?? []);
  if (known.length === 0) return null;
  return (
    <>
      <h4>{t('finding.limits')}</h4>
      <ul>
        {known.map((flag) => (
          <li key={flag.id}>
            {titleOf(flag.id)}: {wordsOf(flag).limits[0]}
          </li>
        ))}
      </ul>
    </>
  );
}
