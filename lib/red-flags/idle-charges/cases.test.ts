import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import { paid, signIn } from '../../../tests/log-events.ts';
import type { AccountKey } from '../../model/account.ts';
import type { LogEvent } from '../../model/log-event.ts';
import type { Observation } from '../../model/observation.ts';
import { idleCharges } from './flag.ts';

const DAY = 86_400_000;
const day = (n: number) => new Date(Date.UTC(2026, 8, 7) + n * DAY).toISOString();
const person: AccountKey[] = ['guru:ines', 'upwork-payments:Ines Quay', 'okta:ines@quay.example'];

/** A word every few days up to one, as it stood when the page was last opened. */
function talk(until: number, seenOn = 120, every = 4): Observation[] {
  return Array.from({ length: Math.floor(until / every) + 1 }, (_, n) => ({
    kind: 'message',
    site: 'guru',
    seenAt: day(seenOn),
    thread: 't1',
    account: 'ines',
    mine: n % 2 === 0,
    text: `Word ${n}`,
    sentAt: day(n * every),
  }));
}
/** Hours by the week. */
const weeks = (from: number, to: number, more: object = {}): LogEvent[] =>
  Array.from({ length: Math.floor((to - from) / 7) + 1 }, (_, n) =>
    paid(from + n * 7, 500, {
      site: 'upwork-payments',
      account: 'Ines Quay',
      method: 'Hourly',
      reference: `Invoice for ${10 + n}:00 hrs`,
      ...more,
    }),
  );
const look = async (observations: Observation[], events: LogEvent[]) => {
  const { findings, checks } = await idleCharges.evaluate(['guru:ines'], evidenceOf(observations, [person], events));
  return { found: findings[0], check: checks.get('guru:ines')?.message };
};

describe('innocent', () => {
  test.each<[string, Observation[], LogEvent[]]>([
    ['who talks all along', talk(100), weeks(0, 100)],
    ['who seldom talks', talk(100, 120, 20), weeks(0, 100)],
    ['the last hours, charged late', talk(40), weeks(0, 54)],
    ['charges after the page was last opened', talk(40, 42), weeks(0, 100)],
    [
      'a fixed price long after',
      talk(40),
      [...weeks(0, 42), ...weeks(90, 110, { method: 'Fixed', reference: 'Milestone' })],
    ],
    [
      'who signs in to your systems meanwhile',
      talk(40),
      [...weeks(0, 100), signIn(60 * 24, { account: 'ines@quay.example' })],
    ],
    ['money that comes back', talk(40), [...weeks(0, 42), ...weeks(60, 100, { direction: 'in' })]],
  ])('%s', async (_, observations, events) => {
    expect(await look(observations, events)).toMatchObject({ found: undefined, check: 'clear' });
  });
  test('without payments, hours or messages nothing is said', async () => {
    expect((await look(talk(40), [])).check).toBe('noLogs');
    expect((await look(talk(40), [paid(1, 900, { site: 'upwork-payments', account: 'Ines Quay' })])).check).toBe(
      'noHours',
    );
    expect((await look([], weeks(0, 100))).check).toBe('tooFew');
    expect((await look(talk(8), weeks(0, 100))).check).toBe('tooFew');
  });
});

describe('found', () => {
  test('hours for weeks after the last word', async () => {
    const { found } = await look(talk(40), weeks(0, 110));
    expect(found).toMatchObject({ strength: 'moderate', data: { charges: 8, said: { time: '2026-10-17T00:00:00Z' } } });
  });
  test('three times, more weakly', async () => {
    expect((await look(talk(40), weeks(0, 75))).found).toMatchObject({ strength: 'weak', data: { charges: 3 } });
  });
  test('by the words of a bank’s reference', async () => {
    const events = weeks(0, 110, { method: undefined, reference: '12 horas de la semana' });
    expect((await look(talk(40), events)).found).toBeDefined();
  });
});
