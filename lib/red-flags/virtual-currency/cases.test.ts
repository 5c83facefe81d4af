// The sentences that were written before the flag stand in scripts/evaluate/sets; these are what they leave out.
import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import { paid } from '../../../tests/log-events.ts';
import { type Case, expectShares, found, textsOf } from '../../../tests/text-flag-cases.ts';
import type { LogEvent } from '../../model/log-event.ts';
import { virtualCurrency } from './flag.ts';

const innocent: readonly Case[] = [
  'I built a checkout that takes Bitcoin and USDT.',
  'No crypto please, only the contract here.',
  { text: 'Yes, USDT is fine for me.', before: 'We pay in USDT, is that ok?' },
  { text: 'I read that you pay in DAI, that is fine.', post: 'Payment in DAI.', stage: 'bid', site: 'freelancer' },
  'Never pay anyone in Bitcoin for work from this site.',
  'The players pay with coins in the shop of the game.',
  'The test fails because of 0x2B8ea39035BB3FC4d959E70D2a36F92a4cfE9422, its checksum is wrong.',
  'No acepto cripto, solo el contrato.',
  'Is the article about bitcoin?',
];
const guilty: readonly Case[] = [
  'Can you pay me in USDT?',
  'I accept only crypto',
  'please send it to bc1q854j4df3zz490zsfnpx3y9ffdygvmp4hsjp3fm',
  'I prefer Bitсоin',
  '¿Me puedes pagar en bitcoin?',
  'Você pode me pagar em usdt?',
  'Можете оплатить в usdt?',
  'Можна оплату в біткоїнах?',
  'Zahlen Sie mir bitte in Bitcoin',
  'Last thing, can it be bitcoin?',
  'Und am Ende des Monats in Ethereum?',
  'А можно в эфире?',
];

describe('innocent', () => {
  test('words on the same matter say nothing', async () => {
    expect(await found('virtual-currency', innocent)).toEqual([]);
  });
});

describe('found', () => {
  test('what is looked for, however it is said', async () => {
    expect(await found('virtual-currency', guilty)).toEqual(textsOf(guilty));
  });

  test('most of what others wrote, and little of what is innocent', async () => {
    await expectShares('virtual-currency', 0.85, 0.03);
  });
});

describe('payments', () => {
  const account = 'paypal:ines@quay.example';
  const look = async (events: LogEvent[]) => {
    const { findings, checks } = await virtualCurrency.evaluate([account], evidenceOf([], [], events));
    return { found: findings[0], check: checks.get(account) };
  };
  const by = (method: string, who = 'ines@quay.example') => paid(1, 900, { method, account: who });

  test('that went so are found, without any text', async () => {
    const { found, check } = await look([by('Bitcoin'), paid(9, 400)]);
    expect(found).toMatchObject({ message: 'foundPaid', strength: 'moderate', data: { payments: 1, what: 'Bitcoin' } });
    expect(check).toMatchObject({ result: 'found', message: 'paidFound' });
  });
  test('that went otherwise are clear', async () => {
    expect(await look([by('Wire')])).toMatchObject({
      found: undefined,
      check: { result: 'clear', message: 'paidClear' },
    });
  });
  test('as several others are paid as well are the user’s own way to pay', async () => {
    const others = ['bo', 'cem', 'dita', 'efe'].map((who) => by('Bitcoin', `${who}@quay.example`));
    expect((await look([by('Bitcoin'), ...others])).found).toBeUndefined();
  });
  test('none known, and no text, say nothing', async () => {
    expect((await look([])).check?.result).toBe('too-little');
  });
});
