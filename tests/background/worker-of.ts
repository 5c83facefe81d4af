import { Frames } from '../../entrypoints/background/frames.ts';
import { ToldPages } from '../../entrypoints/background/told-pages.ts';
import type { UserContext } from '../../entrypoints/background/user-context.ts';
import { Running, type Worker } from '../../entrypoints/background/worker.ts';
import type { Sender } from '../../lib/protocol/senders.ts';
import type { DueDiligence } from '../../lib/record/record.ts';
import { defaultSettings, type Removing, type StorageArea } from '../../lib/settings/settings.ts';
import type { HireflagDatabase } from '../../lib/store/database.ts';
import { Records } from '../../lib/store/records.ts';
import type { Store } from '../../lib/store/store.ts';

/** A user with nothing changed in the settings; pages that are opened go to `openPage`. */
export function userOf(
  store: Store,
  db: HireflagDatabase,
  openPage: UserContext['openPage'] = async () => undefined,
): UserContext {
  return {
    settings: defaultSettings,
    decisions: store.decisions,
    records: new Records<DueDiligence>(db),
    version: '1.2.3',
    openPage,
  };
}

/** The background worker of this user. */
export function workerOf(store: Store, user: UserContext): Worker {
  const session: Record<string, unknown> = {};
  return {
    store: async () => store,
    settings: async () => user.settings,
    user: async () => user,
    afterwards: new Running(),
    keptAwake: (work) => work(),
    local: localArea(),
    frames: new Frames({ get: async () => session, set: async (items) => void Object.assign(session, items) }),
    tellBadge: async () => undefined,
    lookAgain: async () => undefined,
    lookAgainElsewhere: async () => undefined,
    showNumber: () => undefined,
    bringReader: async () => undefined,
    problems: new Map(),
    told: new ToldPages(),
    reportOf: async (tab) => `How the page in tab ${tab} is built.`,
  };
}

export const ownPage: Sender = { kind: 'own-page' };
/** The script in a page of Guru. */
export const guruPage: Sender = { kind: 'site-page', site: 'guru', host: 'www.guru.com', tab: 1 };
/** Our frame over that page. */
export const guruFrame: Sender = { kind: 'frame', tab: 1, document: 'a' };

/** The browser's local storage, empty or with this in it. */
export function localArea(
  stored: Record<string, unknown> = {},
): StorageArea & Removing & { stored: Record<string, unknown> } {
  return {
    stored,
    get: async () => stored,
    set: async (items) => void Object.assign(stored, items),
    remove: async (keys) => {
      for (const key of keys) delete stored[key];
    },
  };
}
