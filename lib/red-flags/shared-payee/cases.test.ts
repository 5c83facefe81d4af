import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import { paid } from '../../../tests/log-events.ts';
import type { AccountKey } from '../../model/account.ts';
import type { LogEvent } from '../../model/log-event.ts';
import type { Observation } from '../../model/observation.ts';
import { sharedPayee } from './flag.ts';

const seenAt = '2026-11-01T00:00:00.000Z';
const profile: Observation = {
  kind: 'profile',
  site: 'guru',
  seenAt,
  account: 'ines',
  role: 'freelancer',
  name: 'Inés Quay',
};
const person: AccountKey[] = ['guru:ines', 'paypal:ines@quay.example'];
const look = async (events: LogEvent[], observations = [profile]) => {
  const { findings, checks } = await sharedPayee.evaluate(['guru:ines'], evidenceOf(observations, [person], events));
  return { found: findings[0], check: checks.get('guru:ines')?.message };
};

describe('innocent', () => {
  test.each<[string, LogEvent[]]>([
    ['an account in their name', [paid(1, 900, { name: 'Ines Quay' })]],
    ['the name in another order and spelling', [paid(1, 900, { name: 'QUAY, INES' })]],
    ['a firm of their own', [paid(1, 900, { name: 'Quayside Software Ltd' })]],
    ['one word', [paid(1, 900, { name: 'Inesita' })]],
    ['a couple’s account', [paid(1, 900, { name: 'Ines Quay' }), paid(9, 900, { name: 'Bo Quay' })]],
    [
      'what was paid too much comes back',
      [paid(1, 900, { name: 'Ines Quay' }), paid(3, 90, { name: 'Ines Quay', direction: 'in' })],
    ],
    [
      'an agency that collects for many',
      [
        paid(1, 900, { name: 'Ines Quay', payee: 'pay@harbour.example' }),
        ...['bo', 'cem', 'dita', 'efe'].map((who) =>
          paid(2, 900, { account: `${who}@x.example`, name: `${who} Lund`, payee: 'pay@harbour.example' }),
        ),
      ],
    ],
    [
      'a firm’s account, as each payment says',
      ['ines', 'bo', 'cem'].map((who) =>
        paid(1, 900, {
          account: `${who}@quay.example`,
          name: `${who} ${who}son`,
          payee: 'FD00LANT0001',
          reference: 'Lantern Studio Ltd invoice 7',
        }),
      ),
    ],
  ])('%s', async (_, events) => {
    expect(await look(events)).toMatchObject({ found: undefined, check: 'clear' });
  });
  test('where no account is named, or nothing imported, nothing is said', async () => {
    expect((await look([])).check).toBe('noLogs');
    expect((await look([paid(1, 900, { payee: 'Harbour Devs' })])).check).toBe('noPayee');
  });
});

describe('found', () => {
  test('a client pays from the account that the developer is paid to', async () => {
    const { found } = await look([
      paid(1, 900, { name: 'Ines Quay' }),
      paid(9, 950, { name: 'Brook Harrow', direction: 'in' }),
    ]);
    expect(found).toMatchObject({
      message: 'foundClient',
      strength: 'moderate',
      clauses: ['P5', 'C3'],
      data: { name: 'Brook Harrow' },
    });
  });
  test('another developer is paid to it', async () => {
    const { found } = await look([
      paid(1, 900, { name: 'Ines Quay', payee: 'purse@pay.example' }),
      paid(2, 900, { account: 'bo@x.example', name: 'Bo Lund', payee: 'PURSE@pay.example' }),
    ]);
    expect(found).toMatchObject({ message: 'foundOthers', strength: 'moderate', with: ['paypal:bo@x.example'] });
  });
  test('it is in a name that cannot be theirs', async () => {
    const { found } = await look([paid(1, 900, { name: 'Corin Vale' })]);
    expect(found).toMatchObject({ message: 'foundName', strength: 'weak', data: { name: 'Corin Vale', payments: 1 } });
  });
});
