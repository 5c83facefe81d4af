// The user's lists of relays and VPNs: which there are, a file that adds one, and the way to take one away.
import { t } from '../../lib/i18n/language.ts';
import { ChooseFile } from '../ChooseFile.tsx';

export interface AddressListsProps {
  lists: readonly { name: string; ranges: number }[];
  /** The day of the table of networks, as it is shown. */
  networksAt: string;
  /** What came of the last file. */
  said?: string | undefined;
  onFile: (file: File) => void;
  onRemove: (name: string) => void;
}

export function AddressLists({ lists, networksAt, said, onFile, onRemove }: AddressListsProps) {
  return (
    <section aria-labelledby="relays">
      <h2 id="relays">{t('relays.title')}</h2>
      <p>{t('relays.text')}</p>
      <p>{t('relays.networks', { at: networksAt })}</p>
      {lists.length === 0 ? (
        <p>{t('relays.none')}</p>
      ) : (
        <ul class="lists">
          {lists.map(({ name, ranges }) => (
            <li key={name}>
              <bdi>{name}</bdi> · {t('relays.ranges', { count: ranges })}{' '}
              <button
                type="button"
                class="plain"
                aria-label={t('relays.removeOf', { name })}
                onClick={() => onRemove(name)}
              >
                {t('relays.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <ChooseFile
        label={t('relays.file')}
        id="relay-list"
        accept=".json,.txt,.csv,.list,.netset"
        onFiles={([file]) => onFile(file)}
      />
      <div role="status">{said}</div>
    </section>
  );
}
