// A witness of the database outside of it. A browser that finds a database damaged begins a new, empty one without a
// word; so how much there was is noted in the browser's other storage as well, and an empty database that should not be
// empty is told of.
import * as z from 'zod/mini';
import { putNotice } from '../../lib/settings/notices.ts';
import type { StorageArea } from '../../lib/settings/settings.ts';
import type { Store } from '../../lib/store/store.ts';
import { onceMade } from './worker.ts';

/** Where the browser's local storage holds it. */
export const WITNESS_KEY = 'witness';

const witness = z.object({ observations: z.int().check(z.nonnegative()) });

/** By store, the comparison of what was noted with what was there when it was opened: made once, before anything else is noted. */
const comparisons = new WeakMap<Store, () => Promise<number>>();

/**
 * Tells where all is gone that was noted. What is there is noted where nothing of it is yet: counting reads a database
 * through, so that after that it is done once a day and after what writes or deletes much.
 */
export async function callWitness(store: Store, local: StorageArea): Promise<void> {
  const known = await compare(store, local);
  if (store.wasEmpty || known === 0) await noteWitness(store, local);
}

/** Notes how much there is. Where the user deletes everything, this is to be called too. */
export async function noteWitness(store: Store, local: StorageArea): Promise<void> {
  await compare(store, local);
  await local.set({ [WITNESS_KEY]: { observations: await store.count() } });
}

/** How much was noted when it was compared first. */
function compare(store: Store, local: StorageArea): Promise<number> {
  const compareOnce = comparisons.get(store) ?? onceMade(() => tellIfLost(store, local));
  comparisons.set(store, compareOnce);
  return compareOnce();
}

async function tellIfLost(store: Store, local: StorageArea): Promise<number> {
  const stored = z.safeParse(witness, (await local.get(WITNESS_KEY))[WITNESS_KEY]);
  const known = stored.success ? stored.data.observations : 0;
  if (store.wasEmpty && known > 0) await putNotice(local, { kind: 'lost-data', observations: known });
  return known;
}
