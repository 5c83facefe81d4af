// All due-diligence records, the last changed first.
import { t } from '../../lib/i18n/language.ts';
import { type DueDiligence, measures } from '../../lib/record/record.ts';
import { routeTo } from '../dashboard/route.ts';
import { LevelMark } from '../LevelMark.tsx';
import { accountWords, day } from '../words.ts';
import { verdictWords } from './words.ts';

export function RecordList({ records }: { records: readonly DueDiligence[] }) {
  return (
    <main>
      <h1>{t('record.title')}</h1>
      <p class="note">
        {t('record.importText')} <a href={`/dashboard.html${routeTo({ tab: 'data' })}`}>{t('record.importLink')}</a>
      </p>
      {records.length === 0 ? (
        <p>{t('record.none')}</p>
      ) : (
        <ul class="records">
          {records.map(({ id, account, changedAt, decision, steps, copies }) => (
            <li key={id}>
              <a href={`?id=${encodeURIComponent(id)}`}>{accountWords(account)}</a>
              <LevelMark level={copies.at(-1)?.assessment.level ?? 'not-enough-seen'} />
              <span>{verdictWords(decision.verdict)}</span>
              <span class="note">
                {t('record.stepsDone', {
                  done: steps.filter(({ outcome }) => outcome !== 'open').length,
                  all: measures.length,
                })}{' '}
                · {t('record.changed', { day: day(changedAt) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}
