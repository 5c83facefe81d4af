// The browser ends a background that no call has reached for half a minute: long work calls it until it has ended.
import { afterEach, expect, it, vi } from 'vitest';
import { keptAwake } from '../../entrypoints/background/keep-awake.ts';

afterEach(() => vi.useRealTimers());

it('calls the browser in every half minute of long work, whatever it answers, and never again after its end', async () => {
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const full = new Error('The disk is full.');
  for (const ended of [async () => 'done', () => Promise.reject(full)]) {
    const call = vi.fn(async () => {
      throw new Error('The browser is busy.');
    });
    let end = () => {};
    const work = keptAwake(() => new Promise<void>((done) => (end = done)).then(ended), call);
    const outcome = Promise.allSettled([work]);
    for (let minutes = 1; minutes <= 3; minutes++) {
      await vi.advanceTimersByTimeAsync(30_000);
      expect(call.mock.calls.length).toBeGreaterThanOrEqual(minutes);
    }
    end();
    expect(await outcome).toEqual(await Promise.allSettled([ended()]));
    const before = call.mock.calls.length;
    await vi.advanceTimersByTimeAsync(90_000);
    expect(call.mock.calls.length).toBe(before);
  }
});
