// What was read and is not yet known to be stored: sent again until it is, whatever happens to the worker.
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../lib/overlay/ask-worker.ts';
import { keepSteps } from '../../lib/overlay/kept.ts';
import { type Outbox, startOutbox } from '../../lib/overlay/outbox.ts';
import type { Reading } from '../../lib/reading/reading.ts';
import { finish } from '../../lib/reading/steps.ts';

const keep = (reading: Reading) => finish(keepSteps(reading));
const keyOf = ({ key }: { key: string }) => key;

const seenAt = '2026-10-02T09:30:00.000Z';
const readingOf = (accounts: readonly string[], path = 'projects/1', more: Partial<Reading> = {}): Reading => ({
  site: 'freelancer',
  url: `https://www.freelancer.com/${path}`,
  seenAt,
  page: 'bids',
  sightings: accounts.map((account) => ({ kind: 'bid', ids: { project: '1', account }, said: {} })),
  ...more,
});
const accountsOf = ({ sightings }: Reading) => sightings.map(({ ids }) => ids.account ?? '').join('');

/** How the worker takes the next message: stores and answers it, is ended before or after storing it, or says what is wrong. */
type Fate = 'answered' | 'lost' | 'stored but not answered' | 'never answered' | ProblemError;

let outbox: Outbox;
let fates: Fate[];
/** Messages that reached the worker, and readings it stored. */
let sent: string[];
let stored: string[];
/** Everything that is stored, by page: `projects/1 a`. */
let things: Set<string>;
let settled: [string, string | undefined][];
let failed: string[];
let isGone: boolean;
let end: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'debug').mockImplementation(() => {});
  things = new Set();
  [fates, sent, stored, settled, failed, isGone, end] = [[], [], [], [], [], false, new AbortController()];
  outbox = startOutbox<string>({
    deliver: async (reading) => {
      sent.push(accountsOf(reading));
      const fate = fates.shift() ?? 'answered';
      if (fate === 'never answered') return new Promise(() => {});
      if (fate instanceof ProblemError) throw fate;
      if (fate === 'lost') throw new Error('The message port closed before a response was received.');
      stored.push(accountsOf(reading));
      for (const { ids } of reading.sightings) things.add(`${new URL(reading.url).pathname} ${ids.account}`);
      if (fate !== 'answered') throw new Error('The message port closed before a response was received.');
      return `badges of ${accountsOf(reading)}`;
    },
    settled: ({ reading }, answer) => settled.push([accountsOf(reading), answer]),
    failed: ({ reading }) => failed.push(accountsOf(reading)),
    isGone: () => isGone,
    signal: end.signal,
  });
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const add = (accounts: string, path?: string) => outbox.add(keep(readingOf([...accounts], path)));
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
/** How often something was sent after each of these stretches of time, ms. */
async function sentAfter(...stretches: number[]): Promise<number[]> {
  const counts: number[] = [];
  for (const ms of stretches) {
    await pass(ms);
    counts.push(sent.length);
  }
  return counts;
}

describe('a reading', () => {
  it('that is answered is sent once', async () => {
    add('a');
    expect(await sentAfter(0, 600_000)).toEqual([1, 1]);
    expect(settled).toEqual([['a', 'badges of a']]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that is lost is sent again after 1, 4 and 16 seconds, and each minute from then on', async () => {
    fates = Array(6).fill('lost');
    add('a');
    expect(await sentAfter(0, 999, 1)).toEqual([1, 1, 2]);
    expect(await sentAfter(3_999, 1)).toEqual([2, 3]);
    expect(await sentAfter(15_999, 1)).toEqual([3, 4]);
    expect(await sentAfter(59_999, 1, 60_000)).toEqual([4, 5, 6]);
    expect(stored).toEqual([]);
    await pass(60_000);
    expect([stored, settled]).toEqual([['a'], [['a', 'badges of a']]]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that is lost is sent again at the next change, and the waiting begins anew', async () => {
    fates = ['lost', 'lost', 'lost', 'lost'];
    add('a');
    await pass(1_000);
    add('b', 'projects/2');
    await pass(0);
    expect(sent).toEqual(['a', 'a', 'a', 'b']);
    expect(await sentAfter(999)).toEqual([4]);
    await pass(1);
    expect(sent.slice(4)).toEqual(['a', 'b']);
    expect(stored).toEqual(['a', 'b']);
  });

  it('that was stored but not answered is sent again, for the badges', async () => {
    fates = ['stored but not answered'];
    add('a');
    await pass(1_000);
    expect([stored, settled]).toEqual([['a', 'a'], [['a', 'badges of a']]]);
  });

  it('that is never answered holds up no other for longer than half a minute, and is sent again', async () => {
    fates = ['never answered'];
    add('a');
    add('b', 'projects/2');
    expect(await sentAfter(29_999)).toEqual([1]);
    await pass(1);
    expect(sent).toEqual(['a', 'b']);
    await pass(1_000);
    expect(sent).toEqual(['a', 'b', 'a']);
    expect(stored).toEqual(['b', 'a']);
  });

  it('that the worker refuses is not sent again', async () => {
    fates = [new ProblemError('The page’s reading was refused.', false)];
    add('a');
    await pass(600_000);
    expect([sent, settled]).toEqual([['a'], [['a', undefined]]]);
  });

  it('that cannot be stored for the moment is sent again until it can, and holds up no other', async () => {
    fates = Array(9).fill(new ProblemError('Hireflag could not use its database.', true));
    add('a');
    add('b', 'projects/2');
    await pass(0);
    expect([sent, failed]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    await pass(600_000);
    expect(stored).toEqual(['b', 'a']);
  });

  it('is not sent again to an extension that is gone', async () => {
    fates = ['lost'];
    add('a');
    isGone = true;
    expect(await sentAfter(600_000)).toEqual([1]);
    expect(console.debug).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is not sent again after the end', async () => {
    fates = ['lost'];
    add('a');
    await pass(500);
    end.abort();
    expect(await sentAfter(600_000)).toEqual([1]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a page that grows', () => {
  it('sends one reading at a time, and for all that came meanwhile the last', async () => {
    for (const accounts of ['a', 'ab', 'abc', 'abcd']) add(accounts);
    await pass(0);
    expect(sent).toEqual(['a', 'abcd']);
  });

  it('keeps of what could not be sent what says the most', async () => {
    fates = ['lost'];
    for (const accounts of ['a', 'ab', 'abc']) add(accounts);
    await pass(0);
    expect(sent).toEqual(['a', 'abc']);
    await pass(600_000);
    expect(sent).toEqual(['a', 'abc']);
  });

  it('and drops its beginning loses nothing', async () => {
    fates = Array(3).fill('lost');
    for (const accounts of ['abc', 'bcd', 'cde']) add(accounts);
    await pass(1_000);
    expect(stored).toEqual(['abc', 'bcd', 'cde']);
  });

  it('and has other words for something now loses nothing', async () => {
    fates = ['lost', 'lost'];
    const reading = (text: string) => {
      const of = readingOf(['a']);
      return keep({
        ...of,
        sightings: of.sightings.map((one) => ({ ...one, said: { text: [{ by: 'cards', value: text }] } })),
      });
    };
    outbox.add(reading('one'));
    outbox.add(reading('two'));
    await pass(1_000);
    expect(sent).toHaveLength(4);
  });

  it('replaces nothing of another page', async () => {
    fates = ['lost', 'lost'];
    add('a');
    add('ab', 'projects/2');
    await pass(1_000);
    expect(stored).toEqual(['a', 'ab']);
  });
});

it('keeps no more than thirty readings, and five million letters of them', async () => {
  fates = Array(100).fill('lost');
  for (let n = 0; n < 40; n += 1) add('a', `projects/${n}`);
  await pass(0);
  sent.length = 0;
  outbox.send();
  await pass(0);
  expect(sent).toHaveLength(30);
  const long = keep(readingOf(['x'.repeat(3_000_000)], 'projects/long'));
  outbox.add(long);
  outbox.add(keep(readingOf(['y'.repeat(3_000_000)], 'projects/longer')));
  expect(outbox.holds(long)).toBe(false);
});

it('sends everything at once when the page goes away', () => {
  fates = ['never answered'];
  add('a');
  add('b', 'projects/2');
  expect(sent).toEqual(['a']);
  outbox.sendAll();
  expect(sent).toEqual(['a', 'a', 'b']);
});

it('knows a reading that says the same, whenever it was made', () => {
  const key = keyOf(keep(readingOf(['a', 'b'])));
  expect(keyOf(keep(readingOf(['a', 'b'], undefined, { seenAt: '2027-01-01T00:00:00.000Z' })))).toBe(key);
  const of = readingOf(['a', 'b'], undefined, { of: { bids: 3 } });
  for (const other of [readingOf(['a']), readingOf(['b', 'a']), readingOf(['a', 'b'], 'projects/2'), of]) {
    expect(keyOf(keep(other))).not.toBe(key);
  }
});

it('loses nothing, whatever is read and whenever the worker is ended', async () => {
  const fate = fc.constantFrom<Fate>('answered', 'lost', 'stored but not answered', 'never answered');
  const step = fc.record({
    path: fc.constantFrom('p1', 'p2', 'p3'),
    accounts: fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 1, maxLength: 5 }),
    ms: fc.constantFrom(0, 80, 900, 5_000),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.array(fate, { maxLength: 20 }), async (steps, given) => {
      [fates, things] = [[...given], new Set()];
      const wanted = new Set<string>();
      for (const { path, accounts, ms } of steps) {
        for (const account of accounts) wanted.add(`/${path} ${account}`);
        add([...new Set(accounts)].join(''), path);
        await pass(ms);
      }
      await pass(30 * 90_000);
      expect(things).toEqual(wanted);
      expect(vi.getTimerCount()).toBe(0);
    }),
    { numRuns: 200, seed: 8 },
  );
});
