// The user's own list of contacts: how long it is, a file to take its place, and the way to delete it.
import { t } from '../../lib/i18n/language.ts';
import { ChooseFile } from '../ChooseFile.tsx';
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
      <ChooseFile
        label={t('ownList.file')}
        accept=".csv,.json,text/csv,application/json"
        onFiles={([file]) => onFile(file)}
      />
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
