// What a worker does by itself once it has started and the message that started it is answered: it finishes what an
// earlier one left when it was ended, looks whether the database is whole, and once a day deletes what is old.
import type { StorageArea } from '../../lib/settings/settings.ts';
import { assessAgain } from './account-list.ts';
import { forgetOld } from './tidy.ts';
import { callWitness, noteWitness } from './witness.ts';
import { ready, type Worker } from './worker.ts';

/** @param local the browser's local storage; absent in private windows, whose database begins empty and ends with them */
export async function catchUp(worker: Worker, local: StorageArea | undefined): Promise<void> {
  const [store, { settings }] = await ready(worker);
  if (local) await callWitness(store, local);
  for (const of of await store.begunImports()) await store.import(of, () => true);
  await assessAgain(await store.pending(), store, settings);
  if (!local) return;
  if (await forgetOld(store, settings, local)) await noteWitness(store, local);
}
