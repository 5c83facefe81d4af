// The user's own list of contacts: how long it is, a file to take its place, and the way to delete it.
import { t } from '../../lib/i18n/language.ts';
import { ConfirmButton } from './ConfirmButton.tsx';

export interface OwnListProps {
  /** Entries; undefined until it is read. */
  entries: number | undefined;
  /** What came of the last file. */
  said?: string | undefined;
  onFile: (file: File) => void;
  onDelete: () => void;
}

export function OwnList({ entries = 0, said, onFile, onDelete }: OwnListProps) {
  return (
    <section aria-labelledby="own-list">
      <h2 id="own-list">{t('ownList.title')}</h2>
      <p>{t('ownList.text')}</p>
      <p>{t('ownList.count', { entries })}</p>
      <label>
        {t('ownList.file')}{' '}
        <input
          type="file"
          accept=".csv,.json,text/csv,application/json"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) onFile(file);
            currentTarget.value = '';
          }}
        />
      </label>
      <div role="status">{said}</div>
      {entries > 0 && (
        <ConfirmButton
          id="delete-own-list"
          label={t('ownList.delete')}
          question={t('ownList.deleteQuestion')}
          onConfirm={onDelete}
        />
      )}
    </section>
  );
}
