// Reads and writes the user's own list in the browser's storage, for its part of the data view.
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { OwnList } from '../../components/dashboard/OwnList.tsx';
import { t } from '../../lib/i18n/language.ts';
import { OWN_LIST_KEY } from '../../lib/settings/settings.ts';
import { parseOwnList, storedList } from '../../lib/statements/own-list.ts';

export function OwnListPart() {
  const [entries, setEntries] = useState<number>();
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    const count = (stored: unknown) => setEntries(storedList(stored).size);
    void browser.storage.local.get(OWN_LIST_KEY).then((stored) => count(stored[OWN_LIST_KEY]));
    // Whoever has everything deleted has the list deleted too.
    const changed = (changes: Record<string, { newValue?: unknown }>) => {
      if (OWN_LIST_KEY in changes) count(changes[OWN_LIST_KEY]?.newValue);
    };
    browser.storage.onChanged.addListener(changed);
    return () => browser.storage.onChanged.removeListener(changed);
  }, []);
  const read = async (file: File) => {
    const { entries: found, refused } = parseOwnList(await file.text());
    if (found.size > 0) {
      await browser.storage.local.set({ [OWN_LIST_KEY]: [...found] });
      setEntries(found.size);
    }
    setSaid(t('ownList.read', { entries: found.size, refused: refused.length }));
  };
  const remove = async () => {
    await browser.storage.local.remove(OWN_LIST_KEY);
    setEntries(0);
    setSaid(undefined);
  };
  return <OwnList entries={entries} said={said} onFile={(file) => void read(file)} onDelete={() => void remove()} />;
}
