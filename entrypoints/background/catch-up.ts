// What a worker does by itself once it has started and the message that started it is answered: it assesses the
// accounts that an earlier one left when it was ended, and once a day deletes what is kept for long enough.
import { assessAgain } from './account-list.ts';
import { forgetOld } from './tidy.ts';
import { ready, type Worker } from './worker.ts';

/** @param local the browser's local storage, which knows how long things are kept */
export async function catchUp(worker: Worker, local: Parameters<typeof forgetOld>[2]): Promise<void> {
  const [store, { settings }] = await ready(worker);
  await assessAgain(await store.pending(), store, settings);
  await forgetOld(store, settings, local);
}
