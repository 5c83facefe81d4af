import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import { longUse, signIn, workdays } from '../../../tests/log-events.ts';
import type { LogEvent } from '../../model/log-event.ts';
import { longSessions } from './flag.ts';

const account = 'okta:ines@quay.example';
const look = async (events: LogEvent[]) => {
  const { findings, checks } = await longSessions.evaluate([account], evidenceOf([], [], events));
  const [found] = findings;
  return { asks: found && !found.commonPractice && found.strength, check: checks.get(account)?.message, found };
};
describe('innocent', () => {
  test.each<[string, LogEvent[]]>([
    ['days of work', workdays(20)],
    ['shifts of twelve hours', Array.from({ length: 8 }, (_, n) => longUse(n * 24, 12)).flat()],
    [
      'a session that was left open over the weekend',
      [
        ...workdays(10),
        signIn(260, { session: 'S', event: 'user.session.start' }),
        signIn(324, { session: 'S', event: 'user.session.end' }),
      ],
    ],
    [
      'a mail program that lets itself in every hour, for weeks',
      [...workdays(10), ...Array.from({ length: 400 }, (_, n) => signIn(n, { client: 'MailSync', device: 'phone' }))],
    ],
    ['a long evening', [...workdays(10), ...longUse(260, 20)]],
  ])('%s', async (_, events) => {
    expect(await look(events)).toMatchObject({ asks: undefined, check: 'clear' });
  });
  test('one night of an incident only informs', async () => {
    const { asks, check, found } = await look([...workdays(10), ...longUse(260, 28)]);
    expect([asks, check, found?.commonPractice]).toEqual([false, 'checkFound', true]);
  });
  test('so does a day and a half of little, with time for naps', async () => {
    const { asks, found } = await look([...workdays(10), ...longUse(260, 34)]);
    expect([asks, found?.commonPractice]).toEqual([false, true]);
  });
  test('without a log, or with little of one, nothing is said', async () => {
    expect((await look([])).check).toBe('noLogs');
    expect((await look(workdays(2))).check).toBe('tooFew');
  });
});

describe('found', () => {
  test('two days without a pause', async () => {
    const { asks, found } = await look([...workdays(10), ...longUse(260, 48)]);
    expect(asks).toBe('weak');
    expect(found?.data).toMatchObject({ times: 1, hours: 47 });
  });
  test('a day and a quarter without time for a nap', async () => {
    const awake = [0, 0.9, 1.6].flatMap((later) => longUse(260 + later, 31));
    expect((await look([...workdays(10), ...awake])).asks).toBe('weak');
  });
  test('again and again, more strongly', async () => {
    expect((await look([...workdays(10), ...longUse(260, 30), ...longUse(400, 30)])).asks).toBe('moderate');
  });
  test('beside a program that lets itself in', async () => {
    const program = Array.from({ length: 400 }, (_, n) => signIn(n, { client: 'MailSync', device: 'phone' }));
    expect((await look([...program, ...longUse(260, 30), ...longUse(400, 30)])).asks).toBe('moderate');
  });
  test('sessions that a row says lasted so long; one of a week was left open', async () => {
    const said = (hours: number) =>
      [100, 300].map((at) =>
        signIn(at, { endedAt: new Date(Date.UTC(2026, 8, 7) + (at + hours) * 3_600_000).toISOString() }),
      );
    expect((await look([...workdays(5), ...said(40)])).asks).toBe('moderate');
    expect((await look([...workdays(5), ...said(168)])).asks).toBeUndefined();
  });
});
