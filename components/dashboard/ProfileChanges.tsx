// How a profile changed: per field, what went struck through and what came underlined.
import { t } from '../../lib/i18n/language.ts';
import { day } from '../words.ts';
import type { ProfileChange } from './profile-changes.ts';
import { Stretches } from './Stretches.tsx';

const tags = { same: 'span', gone: 'del', new: 'ins' } as const;

export function ProfileChanges({ changes }: { changes: readonly ProfileChange[] }) {
  return (
    <ol class="changes">
      {changes.map((change) => (
        <li key={change.after}>
          <h3>{t('dashboard.changedAfter', { day: day(change.after) })}</h3>
          <dl>
            {change.fields.map(({ field, stretches }, i) => (
              <div key={i}>
                <dt>{t(`field.${field}`)}</dt>
                <dd class="diff" dir="auto">
                  <Stretches of={stretches} as={tags} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}
