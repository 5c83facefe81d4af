// What the user decided about an account, in a few words beside its level.
import { t } from '../../lib/i18n/language.ts';
import type { Level } from '../../lib/model/assessment.ts';
import { StandingMark } from '../LevelMark.tsx';
import { lookOf } from '../look.ts';
import type { AccountNote } from './account-notes.ts';

/** The level, or what the user decided in its place; beside it what was set aside, and the way to the record. */
export function LevelAndNotes({ level, note }: { level: Level; note: AccountNote | undefined }) {
  const standing = { level, checked: note?.checked, setAside: note?.muted };
  return (
    <>
      <StandingMark {...standing} />
      {note && note.muted > 0 && lookOf(standing) !== 'set-aside' && (
        <span class="own-note"> {t('dashboard.note.muted', { count: note.muted })}</span>
      )}
      {note?.record !== undefined && (
        <a class="own-note" href={`/record.html?id=${encodeURIComponent(note.record)}`}>
          {t('dashboard.note.record')}
        </a>
      )}
    </>
  );
}
