import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import { oddCharges, paid } from '../../../tests/log-events.ts';
import type { AccountKey } from '../../model/account.ts';
import type { LogEvent } from '../../model/log-event.ts';
import type { Observation } from '../../model/observation.ts';
import { smallCharges } from './flag.ts';

const seenAt = '2026-11-01T00:00:00.000Z';
const profile: Observation = {
  kind: 'profile',
  site: 'guru',
  seenAt,
  account: 'ines',
  role: 'freelancer',
  name: 'Ines Quay',
};
const person: AccountKey[] = ['guru:ines', 'paypal:ines@quay.example'];
const look = async (events: LogEvent[], account: AccountKey = 'guru:ines') => {
  const { findings, checks } = await smallCharges.evaluate([account], evidenceOf([profile], [person], events));
  return { found: findings[0], check: checks.get(account)?.message };
};
/** Days without a rhythm. */
const odd = (n: number) => n * 4 + ((n * 7) % 3);
describe('innocent', () => {
  test.each<[string, LogEvent[]]>([
    ['weekly pay without a reference', Array.from({ length: 26 }, (_, n) => paid(n * 7, 1_500))],
    ['pay twice a week, never the same sum', Array.from({ length: 40 }, (_, n) => paid(n * 3.5, 300 + n))],
    [
      'pay on two days of the week',
      Array.from({ length: 60 }, (_, n) => paid(Math.floor(n / 2) * 7 + (n % 2) * 2, 200 + n)),
    ],
    ['monthly pay', Array.from({ length: 6 }, (_, n) => paid(n * 30, 2_000))],
    ['small tasks that are named', Array.from({ length: 40 }, (_, n) => paid(odd(n), 40, { reference: `Task ${n}` }))],
    ['a few expenses', oddCharges(9)],
    ['large sums', Array.from({ length: 20 }, (_, n) => paid(odd(n), 9_000 + n))],
    ['small sums over years', Array.from({ length: 20 }, (_, n) => paid(n * 61, 300 + n))],
    ['money that comes in', [...oddCharges(5), ...oddCharges(30, { direction: 'in' })]],
  ])('%s', async (_, events) => {
    expect(await look(events)).toMatchObject({ found: undefined, check: 'clear' });
  });
  test('a shop, of whom nobody says that it is a person', async () => {
    expect((await look(oddCharges(30), 'paypal:ines@quay.example')).check).toBe('nobody');
  });
  test('few payments or none say nothing', async () => {
    expect((await look([])).check).toBe('noLogs');
    expect((await look(oddCharges(3))).check).toBe('tooFew');
  });
});

describe('found', () => {
  test('the case that the guidance tells of: USD 50,000 in 30 small instalments over months', async () => {
    const { found } = await look(oddCharges(30));
    expect(found).toMatchObject({ strength: 'moderate', data: { charges: 30, amount: 48_435, currency: 'USD' } });
  });
  test('fifteen, more weakly', async () => {
    expect((await look(oddCharges(15))).found?.strength).toBe('weak');
  });
  test('with one subject on all of them, and beside weekly pay that is named', async () => {
    expect((await look(oddCharges(20, { reference: 'ads' }))).found).toBeDefined();
    const weekly = Array.from({ length: 20 }, (_, n) => paid(n * 7, 1_500, { reference: `Invoice ${n}` }));
    expect((await look([...weekly, ...oddCharges(20)])).found?.data).toMatchObject({ charges: 20 });
  });
});
