import type { Desk } from '../../entrypoints/background/desk.ts';
import type { DueDiligence } from '../../lib/record/record.ts';
import { defaultSettings } from '../../lib/settings/settings.ts';
import type { HireflagDatabase } from '../../lib/store/database.ts';
import { Records } from '../../lib/store/records.ts';
import type { Store } from '../../lib/store/store.ts';

/** A user's desk with nothing changed in its settings; pages that are opened go to `openPage`. */
export function deskOf(store: Store, db: HireflagDatabase, openPage: Desk['openPage'] = async () => undefined): Desk {
  return {
    settings: defaultSettings,
    decisions: store.decisions,
    records: new Records<DueDiligence>(db),
    version: '1.2.3',
    openPage,
  };
}
