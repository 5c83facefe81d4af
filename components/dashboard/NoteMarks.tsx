// What the user decided about an account, in a few words beside its level.
import { t } from '../../lib/i18n/language.ts';
import type { Level } from '../../lib/model/assessment.ts';
import { CheckedMark, LevelMark } from '../LevelMark.tsx';
import type { AccountNote } from './account-notes.ts';

/** The level, or that the user checked the account; beside it what was set aside, and the way to the record. */
export function LevelAndNotes({ level, note }: { level: Level; note: AccountNote | undefined }) {
  return (
    <>
      {note?.checked ? <CheckedMark /> : <LevelMark level={level} />}
      {note && note.muted > 0 && <span class="own-note"> {t('dashboard.note.muted', { count: note.muted })}</span>}
      {note?.record !== undefined && (
        <a class="own-note" href={`/record.html?id=${encodeURIComponent(note.record)}`}>
          {t('dashboard.note.record')}
        </a>
      )}
    </>
  );
}
