// The sentences that were written before the flag stand in scripts/evaluate/sets; these are what they leave out.
import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import { paid } from '../../../tests/log-events.ts';
import { type Case, expectShares, found, textsOf } from '../../../tests/text-flag-cases.ts';
import type { LogEvent } from '../../model/log-event.ts';
import { otherPaymentService } from './flag.ts';

const innocent: readonly Case[] = [
  'I have integrated PayPal and Stripe in many shops.',
  'I withdraw from Upwork to Payoneer, nothing changes for you.',
  'I cannot take a PayPal payment, it is against the rules.',
  { text: 'Yes, I have Wise.', before: 'Do you have Wise or PayPal?' },
  'It would be wise to measure first.',
  'PayPal froze my account last year, it is solved.',
  'No acepto pagos por PayPal, va contra las reglas.',
  "The museum's ticket desk takes cash in coins only, I noted it for your FAQ.",
];
const guilty: readonly Case[] = [
  'Can you pay me by PayPal directly?',
  'send it to my Payoneer please',
  'Please pay the invoice by Zelle',
  '¿Me lo puedes mandar por PayPal?',
  'faz um pix pra mim',
  'Переведите мне на карту',
  'Скиньте мені на картку, будь ласка',
  'Können Sie mir das per PayPal schicken?',
  'I would be glad if you sent me the rest in an envelope, cash in it, to my flat.',
  'Могли бы вы отправить мне остаток на карточку?',
  'Sendet mir den Rest bitte als Verrechnungsscheck.',
];

describe('innocent', () => {
  test('words on the same matter say nothing', async () => {
    expect(await found('other-payment-service', innocent)).toEqual([]);
  });
});

describe('found', () => {
  test('what is looked for, however it is said', async () => {
    expect(await found('other-payment-service', guilty)).toEqual(textsOf(guilty));
  });

  test('most of what others wrote, and little of what is innocent', async () => {
    await expectShares('other-payment-service', 0.85, 0.03);
  });
});

describe('payments', () => {
  const account = 'paypal:ines@quay.example';
  const look = async (events: LogEvent[]) => {
    const { findings, checks } = await otherPaymentService.evaluate([account], evidenceOf([], [], events));
    return { found: findings[0], check: checks.get(account) };
  };
  const by = (method: string, who = 'ines@quay.example') => paid(1, 900, { method, account: who });

  test('that went so are found, without any text', async () => {
    const { found, check } = await look([by('Alipay'), paid(9, 400)]);
    expect(found).toMatchObject({ message: 'foundPaid', strength: 'moderate', data: { payments: 1, what: 'Alipay' } });
    expect(check).toMatchObject({ result: 'found', message: 'paidFound' });
  });
  test('that went otherwise are clear', async () => {
    expect(await look([by('Wire')])).toMatchObject({
      found: undefined,
      check: { result: 'clear', message: 'paidClear' },
    });
  });
  test('as several others are paid as well are the user’s own way to pay', async () => {
    const others = ['bo', 'cem', 'dita', 'efe'].map((who) => by('Alipay', `${who}@quay.example`));
    expect((await look([by('Alipay'), ...others])).found).toBeUndefined();
  });
  test('none known, and no text, say nothing', async () => {
    expect((await look([])).check?.result).toBe('too-little');
  });
});
