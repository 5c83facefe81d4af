// Keeps the list of everyone up to date: the accounts of a page when it was read, those that its
// findings name, and all of them when they are assessed again.

import { DatabaseEvidence } from '../../lib/evidence/database-evidence.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Assessment } from '../../lib/model/assessment.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { Store } from '../../lib/store/store.ts';
import { assessForUser } from './user-context.ts';

/** Accounts named in new findings that are assessed again at once; the others at the next start. */
const MAX_NAMED = 200;
/** Accounts assessed together: few enough to hear of progress often. */
const BATCH = 100;

/**
 * Lists these accounts as they were assessed, and assesses those that new or changed findings name.
 *
 * @param since what `store.written` was when they were assessed
 */
export async function updateAccountList(
  assessments: readonly Assessment[],
  since: number,
  store: Store,
  settings: Settings,
): Promise<void> {
  const named = await store.list(assessments, { since, withNamed: true });
  await assessAgain(named.slice(0, MAX_NAMED), store, settings);
}

/**
 * Assesses accounts and lists them. What is done when it is stopped stays done.
 *
 * @param progress is told how many are done; returns false to stop
 */
export async function assessAgain(
  accounts: readonly AccountKey[],
  store: Store,
  settings: Settings,
  progress: (done: number) => boolean = () => true,
): Promise<void> {
  for (let i = 0; i < accounts.length; i += BATCH) {
    const since = store.written;
    const evidence = new DatabaseEvidence(store);
    const batch = accounts.slice(i, i + BATCH);
    await store.list(await assessForUser({ settings, decisions: store.decisions }, batch, evidence), { since });
    if (!progress(Math.min(i + BATCH, accounts.length))) return;
  }
}
