// Reads and writes the user's lists of relays and VPNs in the browser's storage, for their part of the data view.
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { AddressLists } from '../../components/dashboard/AddressLists.tsx';
import { day } from '../../components/words.ts';
import { t } from '../../lib/i18n/language.ts';
import { type AddressList, MAX_FILE, MAX_LISTS, parseAddressList, storedLists } from '../../lib/logs/address-lists.ts';
import { NETWORKS_AT } from '../../lib/logs/networks.ts';

/** Where the browser's local storage holds them. */
const KEY = 'addressLists';

/** The lists there are. */
export async function addressLists(): Promise<AddressList[]> {
  return storedLists((await browser.storage.local.get(KEY))[KEY]);
}

export function AddressListsPart() {
  const [lists, setLists] = useState<readonly AddressList[]>([]);
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    void addressLists().then(setLists);
  }, []);
  const keep = async (now: readonly AddressList[]) => {
    await browser.storage.local.set({ [KEY]: now });
    setLists(now);
  };
  const read = async (file: File) => {
    const parsed = file.size > MAX_FILE ? undefined : parseAddressList(await file.text(), file.name);
    if (!parsed) return setSaid(t('relays.nothing'));
    const { list, refused } = parsed;
    const others = lists.filter(({ name }) => name !== list.name);
    if (others.length >= MAX_LISTS) return setSaid(t('relays.tooMany', { most: MAX_LISTS }));
    await keep([...others, list]);
    setSaid(t('relays.read', { ranges: list.ranges.length, refused }));
  };
  return (
    <AddressLists
      lists={lists.map(({ name, ranges }) => ({ name, ranges: ranges.length }))}
      networksAt={day(NETWORKS_AT)}
      said={said}
      onFile={(file) => void read(file)}
      onRemove={(name) => {
        setSaid(undefined);
        void keep(lists.filter((one) => one.name !== name));
      }}
    />
  );
}
