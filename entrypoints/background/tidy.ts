// Once a day of use, when the worker starts: what was not seen again for as long as the user keeps things goes, or is
// asked about, and so does what a broken import left behind.
import { dropNotice, putNotice } from '../../lib/settings/notices.ts';
import type { Settings, StorageArea } from '../../lib/settings/settings.ts';
import { logsDueBefore } from '../../lib/store/logs.ts';
import {
  dueBefore,
  isClockRight,
  isToBeAsked,
  nextDay,
  parseRetention,
  RETENTION_KEY,
  underPolicy,
} from '../../lib/store/retention.ts';
import type { Store } from '../../lib/store/store.ts';
import { assessAgain } from './account-list.ts';

/** What is left of an import is left alone for so long, ms: it may still be running. */
const IMPORT_TIME = 86_400_000;

/** @returns whether a day of use has begun; of the same day it looks at nothing again */
export async function forgetOld(
  store: Store,
  settings: Settings,
  local: StorageArea,
  now = Date.now(),
): Promise<boolean> {
  const today = nextDay(parseRetention((await local.get(RETENTION_KEY))[RETENTION_KEY]), now);
  if (!today) return false;
  // Before anything else, so that a worker that is ended in the middle does not count a day twice.
  await local.set({ [RETENTION_KEY]: today });
  await store.clearWaiting(new Date(now - IMPORT_TIME).toISOString());
  if (isClockRight(today) && store.timeNow(now) !== now) await store.bringBack(now);
  // Logs go by their own time, whatever else is kept.
  if (today.trusted !== undefined && isClockRight(today)) {
    await assessAgain(await store.expireLogs(logsDueBefore(today.trusted)), store, settings);
  }
  const before = dueBefore(underPolicy(today, settings.keepDays));
  const { due, all } = before === undefined ? { due: 0, all: 0 } : await store.countBefore(before);
  if (before === undefined || !isToBeAsked(due, all)) await dropNotice(local, 'old-data');
  if (before === undefined || due === 0) return true;
  if (isToBeAsked(due, all)) {
    if (!today.later || now >= Date.parse(today.later)) {
      await putNotice(local, { kind: 'old-data', count: due, all, before });
    }
    return true;
  }
  const { touched } = await store.expire(before);
  await assessAgain(touched, store, settings);
  return true;
}
