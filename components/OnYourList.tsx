// What of an account stands on the user's own list, with where they have it from.
import { t } from '../lib/i18n/language.ts';
import { timeText } from '../lib/i18n/times.ts';
import type { Listed } from '../lib/model/assessment.ts';

export function OnYourList({ listed = [] }: { listed?: readonly Listed[] | undefined }) {
  if (listed.length === 0) return null;
  return (
    <section class="finding also">
      <h3>{t('ownList.found')}</h3>
      <ul>
        {listed.map(({ value, source, date }) => (
          <li key={value} dir="auto">
            {date === undefined
              ? t('ownList.entry', { value, source })
              : t('ownList.entrySince', { value, source, date: timeText(date) })}
          </li>
        ))}
      </ul>
      <p>{t('ownList.note')}</p>
    </section>
  );
}
