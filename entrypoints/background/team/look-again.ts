// What came out of the pool may change what is found on those whom the user has before them, and the line and the toolbar's
// number with it: open pages are read and marked once more, as after a decision, and then everybody whom it is about is
// assessed again. There is no other way to a mark: told beside a reading that is on its way, it would be undone by its answer.
import { assessAgain } from '../account-list.ts';
import { ready, type Worker } from '../worker.ts';

/** The pages that were asked are read and marked first: so long others wait, ms. */
const PAGES_FIRST_MS = 1_000;
/** So long others are assessed again at a time, ms; who is left stays noted, and is next. */
const BUDGET_MS = 8_000;

/** @param isCatchingUp a large pool is being read: the others are assessed once, when it has been */
export async function lookAgainAfterPool(worker: Worker, isCatchingUp: boolean): Promise<void> {
  await worker.lookAgainElsewhere();
  if (isCatchingUp) return;
  await new Promise((done) => setTimeout(done, PAGES_FIRST_MS));
  const [store, { settings }] = await ready(worker);
  const until = performance.now() + BUDGET_MS;
  await assessAgain(await store.pending(), store, settings, () => performance.now() < until);
}
