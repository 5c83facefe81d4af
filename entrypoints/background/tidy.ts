// Once a day, when the worker starts: what was not seen again for as long as the user keeps things goes,
// and so does what a broken import left behind.
import type { Settings, StorageArea } from '../../lib/settings/settings.ts';
import { dueBefore, parseRetention, RETENTION_KEY } from '../../lib/store/retention.ts';
import type { Store } from '../../lib/store/store.ts';
import { assessAgain } from './account-list.ts';

/** What is left of an import is left alone for so long, ms: it may still be running. */
const IMPORT_TIME = 86_400_000;

export async function forgetOld(
  store: Store,
  settings: Settings,
  local: Pick<StorageArea, 'set'> & { get(key: string): Promise<Record<string, unknown>> },
  now = Date.now(),
): Promise<void> {
  const retention = parseRetention((await local.get(RETENTION_KEY))[RETENTION_KEY]);
  const before = dueBefore(retention, now);
  if (before === undefined) return;
  const { touched } = await store.expire(before);
  await store.clearWaiting(new Date(now - IMPORT_TIME).toISOString());
  await local.set({ [RETENTION_KEY]: { ...retention, lastRun: new Date(now).toISOString() } });
  await assessAgain(touched, store, settings);
}
