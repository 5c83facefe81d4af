// All due-diligence records, the last changed first.
import { t } from '../../lib/i18n/language.ts';
import { type DueDiligence, numberOf } from '../../lib/record/record.ts';
import { stepIds } from '../../lib/record/steps.ts';
import { routeTo } from '../dashboard/route.ts';
import { LevelMark } from '../LevelMark.tsx';
import { NothingYet } from '../NothingYet.tsx';
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
        <NothingYet words={t('record.none')} />
      ) : (
        <ul class="records">
          {records.map((record) => (
            <RecordLine key={record.id} record={record} />
          ))}
        </ul>
      )}
    </main>
  );
}

function RecordLine({ record }: { record: DueDiligence }) {
  const { id, account, name, changedAt, closedAt, deletedAt, about, decision, steps, copies } = record;
  if (deletedAt !== undefined) {
    return <li class="note">{t('record.stub', { number: numberOf(record), day: day(deletedAt) })}</li>;
  }
  return (
    <li>
      <a href={`?id=${encodeURIComponent(id)}`}>{name ?? accountWords(account)}</a>
      <LevelMark level={copies.at(-1)?.assessment.level ?? 'not-enough-seen'} />
      <span>{verdictWords(decision.verdict)}</span>
      <span class="note">
        {[name === undefined ? '' : accountWords(account), about?.role, closedAt && t('record.history.closed')]
          .filter(Boolean)
          .map((part) => `${part} · `)}
        {t('record.stepsDone', {
          done: steps.filter(({ outcome }) => outcome !== 'open').length,
          all: stepIds.length,
        })}{' '}
        · {t('record.changed', { day: day(changedAt) })}
      </span>
    </li>
  );
}
