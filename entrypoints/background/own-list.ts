// The user's own list as it is stored, read when first asked for and again after a change.
import browser from 'webextension-polyfill';
import { OWN_LIST_KEY } from '../../lib/settings/settings.ts';
import { type OwnList, storedList } from '../../lib/statements/own-list.ts';

let inForce: Promise<OwnList> | undefined;
let isListening = false;

/** The list as it is now. */
export function ownListNow(): Promise<OwnList> {
  if (!isListening) {
    isListening = true;
    browser.storage.onChanged.addListener((changes) => {
      if (OWN_LIST_KEY in changes) inForce = undefined;
    });
  }
  inForce ??= browser.storage.local.get(OWN_LIST_KEY).then((stored) => storedList(stored[OWN_LIST_KEY]));
  return inForce;
}
