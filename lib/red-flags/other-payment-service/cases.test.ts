// The sentences that were written before the flag stand in scripts/evaluate/sets; these are what they leave out.
import { describe, expect, test } from 'vitest';
import { type Case, expectShares, found, textsOf } from '../../../tests/text-flag-cases.ts';

const innocent: readonly Case[] = [
  'I have integrated PayPal and Stripe in many shops.',
  'I withdraw from Upwork to Payoneer, nothing changes for you.',
  'I cannot take a PayPal payment, it is against the rules.',
  { text: 'Yes, I have Wise.', before: 'Do you have Wise or PayPal?' },
  'It would be wise to measure first.',
  'PayPal froze my account last year, it is solved.',
  'No acepto pagos por PayPal, va contra las reglas.',
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
