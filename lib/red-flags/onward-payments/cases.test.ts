import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import { paid } from '../../../tests/log-events.ts';
import type { AccountKey } from '../../model/account.ts';
import type { LogEvent, Payment } from '../../model/log-event.ts';
import type { Observation } from '../../model/observation.ts';
import { onwardPayments } from './flag.ts';

const seenAt = '2026-11-01T00:00:00.000Z';
const profile: Observation = {
  kind: 'profile',
  site: 'guru',
  seenAt,
  account: 'ines',
  role: 'freelancer',
  name: 'Inés Quay',
};
const person: AccountKey[] = ['guru:ines', 'paypal:ines@quay.example', 'wise:ines@quay.example'];
const look = async (events: LogEvent[], account: AccountKey = 'guru:ines') => {
  const { findings, checks } = await onwardPayments.evaluate([account], evidenceOf([profile], [person], events));
  return { found: findings[0], check: checks.get(account)?.message };
};
/** Monthly pay from the day on, to an account. */
const monthly = (day: number, months: number, payee: string, more: Partial<Payment> = {}) =>
  Array.from({ length: months }, (_, n) => paid(day + n * 30, 2_000, { payee, ...more }));
const back = (day: number, amount: number, payee: string) => paid(day, amount, { direction: 'in', payee });

describe('innocent', () => {
  test.each<[string, LogEvent[]]>([
    ['one account', monthly(0, 6, '1111')],
    ['a new bank', [...monthly(0, 3, '1111'), ...monthly(90, 3, '2222')]],
    ['a new bank twice in years', [...monthly(0, 6, '1111'), ...monthly(180, 6, '2222'), ...monthly(360, 2, '3333')]],
    [
      'a new name and bank after a wedding',
      [...monthly(0, 3, '1111', { name: 'Ines Quay' }), ...monthly(90, 3, '2222', { name: 'Ines Harrow' })],
    ],
    [
      'three accounts side by side',
      [...monthly(0, 4, '1111'), ...monthly(5, 4, '2222'), ...monthly(9, 4, '3333')].toSorted((a, b) =>
        a.at < b.at ? -1 : 1,
      ),
    ],
    [
      'five accounts in turn, one for each currency',
      Array.from({ length: 20 }, (_, n) =>
        paid(n * 5, 500, { payee: `${n % 5}000`, currency: ['USD', 'EUR', 'GBP', 'CHF', 'SEK'][n % 5] as string }),
      ),
    ],
    [
      'a bank, a wallet and another of each',
      [
        ...monthly(0, 2, 'a@quay.example'),
        ...monthly(1, 2, '1111', { site: 'wise' }),
        ...monthly(60, 2, 'b@quay.example'),
        ...monthly(61, 2, '2222', { site: 'wise' }),
      ],
    ],
    [
      'an agency that changes its accounts',
      ['1111', '2222', '3333', '4444', '5555'].flatMap((payee, n) => [
        paid(n * 30, 900, { payee }),
        ...['bo', 'cem', 'dita', 'efe'].map((who) => paid(n * 30, 900, { account: `${who}@x.example`, payee })),
      ]),
    ],
    [
      'a transfer that a bank sent back, paid to another account',
      [1, 60].flatMap((day) => [
        paid(day, 900, { payee: '1111' }),
        back(day + 3, 900, '1111'),
        paid(day + 5, 900, { payee: '2222' }),
      ]),
    ],
    ['one sum that came in and one alike', [back(1, 500, '1111'), paid(9, 480, { payee: '2222' }), paid(40, 480)]],
    [
      'a developer who is a client too',
      [...monthly(0, 3, '1111'), back(5, 300, 'shop@quay.example'), back(50, 310, 'shop@quay.example')],
    ],
  ])('%s', async (_, events) => {
    expect(await look(events)).toMatchObject({ found: undefined, check: 'clear' });
  });
  test('a supplier, of whom nobody says that it is a person', async () => {
    const events = ['1111', '2222', '3333', '4444'].map((payee) => paid(1, 90, { account: 'Harbour Ltd', payee }));
    expect((await look(events, 'paypal:Harbour Ltd')).check).toBe('nobody');
  });
  test('few payments, those that name no account, or none say nothing', async () => {
    expect((await look([])).check).toBe('noLogs');
    expect((await look([paid(1, 20, { payee: '1111' }), paid(2, 20, { payee: '2222' })])).check).toBe('tooFew');
    expect((await look(monthly(0, 5, 'Harbour Devs'))).check).toBe('tooFew');
  });
});

describe('found', () => {
  test('four accounts in half a year, and six more strongly', async () => {
    const six = ['1111', '2222', '3333', '4444', '5555', '6666'].map((payee, n) => paid(n * 20, 900, { payee }));
    expect((await look(six.slice(0, 4))).found).toMatchObject({
      message: 'foundMany',
      strength: 'weak',
      clauses: ['P9'],
      data: { count: 4, first: { time: six[0]?.at }, last: { time: six[3]?.at } },
    });
    expect((await look(six.flatMap((one, n) => (n < 4 ? [one, { ...one, amount: 800 }] : [])))).found).toBeDefined();
    expect((await look(six)).found).toMatchObject({ strength: 'moderate', data: { count: 6 } });
  });
  test('the account changes twice while the contract runs', async () => {
    const { found } = await look([...monthly(0, 2, '1111'), ...monthly(60, 2, '2222'), ...monthly(120, 2, '3333')]);
    expect(found).toMatchObject({ message: 'foundChanged', strength: 'weak' });
  });
  test('what comes from one account of theirs goes on to another, again and again', async () => {
    const events = [1, 40].flatMap((day) => [back(day, 1_000, '1111'), paid(day + 6, 930, { payee: '2222' })]);
    expect((await look(events)).found).toMatchObject({
      message: 'foundPassed',
      strength: 'moderate',
      data: { count: 2 },
      evidence: [{ events: ['paidIn', 'paidOut', 'paidIn', 'paidOut'].map((message) => ({ value: { message } })) }],
    });
  });
});
