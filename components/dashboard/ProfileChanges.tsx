// How a profile changed: per field, what went struck through and what came underlined.
import { Fragment } from 'preact';
import { t } from '../../lib/i18n/language.ts';
import { day } from '../words.ts';
import type { ProfileChange } from './profile-changes.ts';

const tags = { same: 'span', gone: 'del', new: 'ins' } as const;

export function ProfileChanges({ changes }: { changes: readonly ProfileChange[] }) {
  return (
    <ol class="changes">
      {changes.map((change) => (
        <li key={change.after}>
          <h3>{t('dashboard.changedAfter', day(change.after))}</h3>
          <dl>
            {change.fields.map(({ field, stretches }) => (
              <div key={field}>
                <dt>{t(`dashboard.field.${field}`)}</dt>
                <dd class="diff" dir="auto">
                  {stretches.map(({ kind, text }, i) => {
                    const Tag = tags[kind];
                    // The space after a word belongs to neither side.
                    const words = text.trimEnd();
                    return (
                      <Fragment key={i}>
                        <Tag>{words}</Tag>
                        {text.slice(words.length)}
                      </Fragment>
                    );
                  })}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}
