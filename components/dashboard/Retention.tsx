// How long what was seen is kept. A choice is stored only when the user says so, after reading what it deletes.
import { t } from '../../lib/i18n/language.ts';
import { keepChoices } from '../../lib/store/retention.ts';
import { count, day } from '../words.ts';

/** A choice that is not stored yet. */
export interface RetentionDraft {
  days: number | null;
  /** What was last seen before this would be deleted, ISO 8601; absent where everything would be kept. */
  before?: string | undefined;
  /** How many observations that are; undefined while they are counted. */
  old: number | undefined;
}

export interface RetentionProps {
  /** Days that things are kept now; null for no limit. */
  kept: number | null;
  draft: RetentionDraft | undefined;
  disabled: boolean;
  /** True when a policy says so and the user cannot. */
  byPolicy?: boolean;
  /** The user looks at a choice; nothing is stored or deleted yet. */
  onChoose: (days: number | null) => void;
  /** Stores the draft and deletes what it says. */
  onKeep: () => void;
}

export function Retention({ kept, draft, disabled, byPolicy = false, onChoose, onKeep }: RetentionProps) {
  const chosen = draft ? draft.days : kept;
  return (
    <>
      <label>
        {t('dashboard.data.keepFor')}{' '}
        <select
          id="keep-days"
          disabled={disabled || byPolicy}
          value={String(chosen)}
          onChange={({ currentTarget: { value } }) => onChoose(value === 'null' ? null : Number(value))}
        >
          {[...new Set([...keepChoices, kept])].map((days) => (
            <option key={days} value={String(days)} selected={days === chosen}>
              {days === null ? t('dashboard.data.keepAll') : count(days, 'day')}
            </option>
          ))}
        </select>
      </label>
      {byPolicy && <p class="policy">{t('settings.byPolicy')}</p>}
      {draft && (
        <div id="keep-question">
          <p role="status">{questionWords(draft)}</p>
          <p class="row">
            <button
              type="button"
              class="plain"
              id="keep-save"
              disabled={disabled || draft.old === undefined}
              onClick={onKeep}
            >
              {draft.old ? t('dashboard.data.keepAndDelete', { count: draft.old }) : t('dashboard.data.keepSave')}
            </button>
            <button type="button" class="plain" id="keep-cancel" disabled={disabled} onClick={() => onChoose(kept)}>
              {t('common.cancel')}
            </button>
          </p>
        </div>
      )}
    </>
  );
}

function questionWords({ before, old }: RetentionDraft): string {
  if (old === undefined) return t('dashboard.data.keepCounting');
  if (old === 0 || before === undefined) return t('dashboard.data.keepDeletesNothing');
  return t('dashboard.data.keepDeletes', { count: old, day: day(before) });
}
