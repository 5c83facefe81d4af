// The note in the corner of a page of a known kind that could not be read: "nothing was read" is an
// answer, and silence would look like "no flags".
import { t } from '../lib/i18n/language.ts';

export function PageNote() {
  return (
    <div class="note" role="status">
      <p>
        <strong>Hireflag: {t('pageNote.title')}</strong> {t('pageNote.text')}
      </p>
      <div class="row">
        <button type="button" class="plain" data-do="copy-report" data-done={t('pageNote.copied')}>
          {t('pageNote.copy')}
        </button>
        <button type="button" class="plain" data-do="close">
          {t('common.close')}
        </button>
      </div>
    </div>
  );
}
