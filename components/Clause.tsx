// A clause of the guidance: its own words in English, and beside them, marked as such, what they say in the user's
// language.
import { translatedClause } from '../lib/i18n/clauses.ts';
import { t } from '../lib/i18n/language.ts';
import { type ClauseId, clauses } from '../lib/model/advisory.ts';

export function Clause({ id }: { id: ClauseId }) {
  const translated = translatedClause(id);
  return (
    <>
      <span lang="en">{clauses[id]}</span>
      {translated !== undefined && (
        <span class="translated">
          {' '}
          ({t('finding.translation')} {translated})
        </span>
      )}
    </>
  );
}
