// After news of the pool the pages in sight come first: who else is to be assessed waits until they had their turn.
import { afterEach, expect, it, vi } from 'vitest';
import { lookAgainAfterPool } from '../../entrypoints/background/team/look-again.ts';
import type { Worker } from '../../entrypoints/background/worker.ts';

afterEach(() => void vi.useRealTimers());

function worker() {
  const lookAgainElsewhere = vi.fn(async () => undefined);
  const pending = vi.fn(async () => []);
  const all = { lookAgainElsewhere, store: async () => ({ pending }), user: async () => ({ settings: {} }) };
  return { lookAgainElsewhere, pending, all: all as unknown as Worker };
}

it('has open pages looked at again at once, and assesses the others later', async () => {
  vi.useFakeTimers();
  const { lookAgainElsewhere, pending, all } = worker();
  const going = lookAgainAfterPool(all, false);
  await vi.advanceTimersByTimeAsync(900);
  expect(lookAgainElsewhere).toHaveBeenCalledTimes(1);
  expect(pending).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  await going;
  expect(pending).toHaveBeenCalledTimes(1);
});

it('assesses nobody while a large pool is being read', async () => {
  const { lookAgainElsewhere, pending, all } = worker();
  await lookAgainAfterPool(all, true);
  expect(lookAgainElsewhere).toHaveBeenCalledTimes(1);
  expect(pending).not.toHaveBeenCalled();
});
