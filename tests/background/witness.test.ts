// A database that will not open is said and opened again; one that the browser has lost is noticed by what was noted
// outside of it; one that the user emptied is not.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, it, vi } from 'vitest';
import { catchUp } from '../../entrypoints/background/catch-up.ts';
import { answerMessage } from '../../entrypoints/background/handle-request.ts';
import { serveJobs } from '../../entrypoints/background/job-port.ts';
import { noteWitness } from '../../entrypoints/background/witness.ts';
import { onceMade, type Worker } from '../../entrypoints/background/worker.ts';
import { projections } from '../../lib/evidence/projections/registry.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { noticesIn } from '../../lib/settings/notices.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { Store } from '../../lib/store/store.ts';
import { soon } from '../soon.ts';
import { localArea, ownPage, userOf, workerOf } from './worker-of.ts';

const bid: Observation = { kind: 'bid', site: 'guru', seenAt: new Date().toISOString(), project: '1', account: 'ada' };
let number = 0;

/** A worker as the browser starts it, with what it keeps outside of the database. */
async function start(name: string, local: Worker['local']) {
  const store = await Store.open({ name, projections });
  const db = new HireflagDatabase(name);
  const worker: Worker = { ...workerOf(store, userOf(store, db)), local };
  const end = () => {
    store.close();
    db.close();
  };
  return { store, db, worker, end };
}

it('a database that the browser lost is told of, once, with how much was in it', async () => {
  const [name, local] = [`witness-${++number}`, localArea()];
  const one = await start(name, local);
  await one.store.remember([bid]);
  await catchUp(one.worker, local);
  one.end();
  await Dexie.delete(name);
  const two = await start(name, local);
  // The page that started the worker is stored before anything else is looked at.
  await two.store.remember([bid]);
  await catchUp(two.worker, local);
  expect(await noticesIn(local)).toEqual([{ kind: 'lost-data', observations: 1 }]);
  two.end();
  delete local.stored.notices;
  const three = await start(name, local);
  await catchUp(three.worker, local);
  expect(await noticesIn(local)).toEqual([]);
  three.end();
});

it('nothing is lost where an import is noted before the worker has looked whether anything is', async () => {
  const [name, local] = [`witness-${++number}`, localArea()];
  const one = await start(name, local);
  await one.store.remember([bid]);
  await noteWitness(one.store, local);
  await catchUp(one.worker, local);
  expect(await noticesIn(local)).toEqual([]);
  one.end();
  await Dexie.delete(name);
  const two = await start(name, local);
  await two.store.remember([bid]);
  await noteWitness(two.store, local);
  expect(await noticesIn(local)).toEqual([{ kind: 'lost-data', observations: 1 }]);
  two.end();
});

it('one that the user emptied is not, and neither is a new one', async () => {
  const [name, local] = [`witness-${++number}`, localArea()];
  const one = await start(name, local);
  await catchUp(one.worker, local);
  expect(await noticesIn(local)).toEqual([]);
  await one.store.remember([bid]);
  await catchUp(one.worker, local);
  const said: object[] = [];
  let ask: (message: unknown) => void = () => {};
  serveJobs(
    {
      postMessage: (message) => said.push(message),
      onMessage: { addListener: (listener) => (ask = listener) },
      onDisconnect: { addListener: () => {} },
    },
    one.worker,
  );
  ask({ type: 'forget-all' });
  await soon(() => expect(said).toEqual([{ type: 'done' }]));
  one.end();
  const two = await start(name, local);
  await catchUp(two.worker, local);
  expect(await noticesIn(local)).toEqual([]);
  two.end();
});

it('counts what is there once a day of use, not with every start', async () => {
  const [name, local] = [`witness-${++number}`, localArea()];
  for (const counted of [true, false]) {
    const { store, worker, end } = await start(name, local);
    await store.remember([bid]);
    const count = vi.spyOn(store, 'count');
    await catchUp(worker, local);
    expect(count.mock.calls.length > 0).toBe(counted);
    end();
  }
});

it('a private window, whose database begins empty, notes and tells nothing', async () => {
  const local = localArea({ witness: { observations: 7 } });
  const { worker, end } = await start(`witness-${++number}`, undefined);
  await catchUp(worker, worker.local);
  expect(local.stored).toEqual({ witness: { observations: 7 } });
  end();
});

it('a database that an older version holds is said to be, and opens once it is let go', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
  const name = `held-${++number}`;
  const held = await new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open(name, 10);
    request.onupgradeneeded = () =>
      request.result.createObjectStore('observations', { keyPath: 'n', autoIncrement: true });
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const store = onceMade(() => Store.open({ name, projections }));
  const worker = { ...workerOf(undefined as never, undefined as never), store };
  expect(await answerMessage({ type: 'totals' }, ownPage, worker)).toMatchObject({
    type: 'problem',
    problem: expect.stringContaining('older Hireflag keeps the database open'),
    temporary: true,
  });
  held.close();
  expect(await answerMessage({ type: 'totals' }, ownPage, worker)).toEqual({ type: 'totals', accounts: 0 });
  (await store()).close();
  quiet.mockRestore();
});
