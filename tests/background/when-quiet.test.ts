// What nobody waits for begins once nothing is asked any more: never between a page's first message and its bids.
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { WhenQuiet } from '../../entrypoints/background/when-quiet.ts';

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

it('begins once, a while after the last question', async () => {
  const begin = vi.fn();
  const quiet = new WhenQuiet(begin, async () => undefined);
  for (let i = 0; i < 4; i++) {
    await vi.advanceTimersByTimeAsync(1_500);
    quiet.asked();
  }
  expect(begin).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(begin).toHaveBeenCalledTimes(1);
  quiet.asked();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(begin).toHaveBeenCalledTimes(1);
});

it('waits for the answer to what was asked', async () => {
  const begin = vi.fn();
  let answered = () => {};
  const busy = new Promise<void>((done) => {
    answered = done;
  });
  new WhenQuiet(begin, () => busy).asked();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(begin).not.toHaveBeenCalled();
  answered();
  await vi.advanceTimersByTimeAsync(0);
  expect(begin).toHaveBeenCalledTimes(1);
});

it('begins in the end where pages ask all the time', async () => {
  const begin = vi.fn();
  const quiet = new WhenQuiet(begin, async () => undefined);
  for (let i = 0; i < 20; i++) {
    quiet.asked();
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(begin).toHaveBeenCalledTimes(1);
});
