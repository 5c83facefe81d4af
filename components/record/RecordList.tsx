// All due-diligence records, the last changed first.
import { t } from '../../lib/i18n/language.ts';
import type { DueDiligence } from '../../lib/record/record.ts';
import { day } from '../words.ts';
import { accountWords, verdictWords } from './words.ts';

export function RecordList({ records }: { records: readonly DueDiligence[] }) {
  return (
    <main>
      <p>
        <a href="dashboard.html">{t('common.dashboard')}</a>
      </p>
      <h1>{t('record.title')}</h1>
      {records.length === 0 ? (
        <p>{t('record.none')}</p>
      ) : (
        <ul class="records">
          {records.map(({ id, account, changedAt, decision }) => (
            <li key={id}>
              <a href={`?id=${encodeURIComponent(id)}`}>{accountWords(account)}</a>
              <span>{verdictWords(decision.verdict)}</span>
              <span class="note">{t('record.changed', day(changedAt))}</span>
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}
