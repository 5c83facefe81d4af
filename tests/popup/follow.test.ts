// The popup follows its page for as long as it is open, whatever goes wrong on the way.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { follow } from '../../entrypoints/popup/follow.ts';
import type { Here } from '../../lib/protocol/page-messages.ts';

const here = (...accounts: string[]): Here => ({ site: 'freelancer', accounts });

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('shows what is on the page, and again only what has changed', async () => {
  const answers = [here('ada'), here('ada'), undefined, undefined, here('ada', 'ben')];
  const shown: (Here | undefined)[] = [];
  follow({ ask: async () => answers.shift(), show: async (one) => void shown.push(one) });
  await vi.advanceTimersByTimeAsync(2_800);
  expect(shown).toEqual([here('ada'), undefined, here('ada', 'ben')]);
});

it('goes on after the worker was ended with the question under way', async () => {
  const shown: (Here | undefined)[] = [];
  let failures = 3;
  const { shown: first } = follow({
    ask: async () => here('ada'),
    show: async (one) => {
      if (failures-- > 0) throw new Error('The message port closed before a response was received.');
      shown.push(one);
    },
  });
  await first;
  expect(shown).toEqual([]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(shown).toEqual([here('ada')]);
});

it('goes on after the page could not be asked', async () => {
  const shown: (Here | undefined)[] = [];
  let isFirst = true;
  follow({
    ask: async () => {
      if (!isFirst) return here('ada');
      isFirst = false;
      throw new Error('Could not establish connection.');
    },
    show: async (one) => void shown.push(one),
  });
  await vi.advanceTimersByTimeAsync(700);
  expect(shown).toEqual([here('ada')]);
});

it('shows the same again when it is told to', async () => {
  const show = vi.fn(async () => {});
  const { showAgain } = follow({ ask: async () => here('ada'), show, first: Promise.resolve(here('ada')) });
  await vi.advanceTimersByTimeAsync(1_400);
  expect(show).toHaveBeenCalledTimes(1);
  showAgain();
  await vi.advanceTimersByTimeAsync(1_400);
  expect(show).toHaveBeenCalledTimes(2);
});

it('shows again at once, and nothing of what came late', async () => {
  const drawn: string[] = [];
  let answer: (() => void) | undefined;
  let which = 'before';
  const { showAgain } = follow({
    ask: async () => here('ada'),
    show: async (_, isLatest) => {
      const mine = which;
      // The worker is busy with the first question.
      if (mine === 'before') await new Promise<void>((done) => (answer = done));
      if (isLatest()) drawn.push(mine);
    },
  });
  await vi.advanceTimersByTimeAsync(0);
  which = 'after';
  showAgain();
  await vi.advanceTimersByTimeAsync(0);
  expect(drawn).toEqual(['after']);
  answer?.();
  await vi.advanceTimersByTimeAsync(2_100);
  expect(drawn).toEqual(['after']);
});

it('goes on after something was shown again', async () => {
  const answers = [here('ada'), here('ada'), here('ada', 'ben')];
  const shown: (Here | undefined)[] = [];
  const show = async (one: Here | undefined) => void shown.push(one);
  const { showAgain } = follow({ ask: async () => answers.shift() ?? here('ada', 'ben'), show });
  await vi.advanceTimersByTimeAsync(0);
  showAgain();
  await vi.advanceTimersByTimeAsync(1_400);
  expect(shown).toEqual([here('ada'), here('ada'), here('ada', 'ben')]);
});
