// What was just read goes out while the page that it is from is assessed and listed.
import 'fake-indexeddb/auto';
import { expect, it, onTestFinished, vi } from 'vitest';
import { newSeed, newTeamKey, publicKeyOf } from '../../lib/team/keys.ts';
import { TeamStore } from '../../lib/team/store.ts';

const bid = {
  kind: 'bid',
  site: 'freelancer',
  seenAt: '2026-11-01T10:00:00.000Z',
  project: '1',
  account: 'ada',
  text: 'I have read your post.',
} as const;

it('what waits to be sent does not wait for a write that has its turn', async () => {
  const store = await TeamStore.open({ name: 'sending' });
  onTestFinished(() => store.close());
  const membership = { team: 'Quay', server: 'wss://quay.example', teamKey: newTeamKey(), seed: newSeed() };
  await store.join({ ...membership, administrator: publicKeyOf(newSeed()) }, false);
  await store.remember([bid]);
  const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
  onTestFinished(() => transactions.mockRestore());
  const seenEnd = vi.fn();
  let end = () => {};
  const turn = new Promise<void>((done) => {
    end = () => {
      seenEnd();
      done();
    };
  });
  const { queue } = store as unknown as { queue(work: () => Promise<void>): Promise<void> };
  const writing = queue.call(store, () => turn);
  const asked = vi.fn();
  const asking = store.outgoing.putBacklogOut().then(asked);
  // The database answers in the order in which it was asked.
  for (let i = 0; i < 20; i++) await store.status();
  if (asked.mock.calls.length === 0) end();
  await asking;
  expect(asked, 'before the turn was over').toHaveBeenCalledWith(false);
  expect(seenEnd).not.toHaveBeenCalled();
  expect(await store.outgoing.first(10)).toHaveLength(1);
  expect(transactions.mock.calls.filter(([, mode]) => mode === 'readwrite')).toEqual([]);
  // Whatever is read once more waits for its turn, since what is answered then must know of what was written.
  const seen = vi.fn();
  const again = store.remember([]).then(seen);
  await store.status();
  expect(seen).not.toHaveBeenCalled();
  end();
  await Promise.all([writing, again]);
  expect(seen).toHaveBeenCalledWith({ added: 0, seenAgain: 0 });
  expect(
    transactions.mock.calls.filter(([, mode]) => mode === 'readwrite'),
    'nothing new is written',
  ).toEqual([]);
});

it('what was stored before somebody joined goes out a part at a time, in its turn', async () => {
  const store = await TeamStore.open({ name: 'backlog' });
  onTestFinished(() => store.close());
  await store.remember([bid, { ...bid, account: 'bo' }]);
  const membership = { team: 'Quay', server: 'wss://quay.example', teamKey: newTeamKey(), seed: newSeed() };
  await store.join({ ...membership, administrator: publicKeyOf(newSeed()) }, true);
  expect(await store.outgoing.waiting()).toBe(0);
  expect(await store.outgoing.putBacklogOut()).toBe(false);
  expect(await store.outgoing.waiting()).toBeGreaterThan(0);
});
