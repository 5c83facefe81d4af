// A store of its own for a test, in the stand-in for the browser's database, with that database beside it.
import { onTestFinished } from 'vitest';
import { projections } from '../../lib/evidence/projections/registry.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { Store } from '../../lib/store/store.ts';

let number = 0;

/** Opens both, under a name that no other has; they are closed when the test is done. */
export async function fresh(): Promise<{ store: Store; db: HireflagDatabase }> {
  const name = `fresh-${++number}`;
  const store = await Store.open({ name, projections });
  const db = new HireflagDatabase(name);
  onTestFinished(() => {
    store.close();
    db.close();
  });
  return { store, db };
}
