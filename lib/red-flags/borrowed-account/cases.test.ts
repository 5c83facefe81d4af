// The sentences that were written before the flag stand in scripts/evaluate/sets; these are what they leave out.
import { describe, expect, test } from 'vitest';
import { type Case, expectShares, found, textsOf } from '../../../tests/text-flag-cases.ts';

const innocent: readonly Case[] = [
  'My account was suspended for two days because of too many proposals, now it is active again.',
  'I have one account, in my own name, and work alone.',
  'Beware of people who want you to keep a laptop on for them.',
  'We are a registered agency, each of us has an own account.',
  'For the store I need a user of my own, not your password.',
  'Мой аккаунт на два дня ограничили, уже всё работает.',
  'Tengo una sola cuenta, a mi nombre.',
  'Our app asks for a selfie when a courier signs up, I test that step.',
];
const guilty: readonly Case[] = [
  'Can I rent your Upwork account? I pay 200 monthly.',
  "My account was banned, please send the offer to my brother's profile.",
  'I look for someone in the US who keeps a laptop on for me.',
  'You attend the interviews in my name and we split 70/30.',
  'Please verify an account with your passport, I pay for it.',
  '¿Me alquilas tu cuenta verificada?',
  'Você me aluga sua conta?',
  'Возьму в аренду ваш аккаунт.',
  'Орендую ваш акаунт.',
  'Their selfie step rejects me. Would you do it with your passport?',
  'The phone must stay on at your place, we give a reward for each month.',
  'In the interview you pretend to have my years, I type what to answer.',
];

describe('innocent', () => {
  test('words on the same matter say nothing', async () => {
    expect(await found('borrowed-account', innocent)).toEqual([]);
  });
});

describe('found', () => {
  test('what is looked for, however it is said', async () => {
    expect(await found('borrowed-account', guilty)).toEqual(textsOf(guilty));
  });

  test('most of what others wrote, and little of what is innocent', async () => {
    await expectShares('borrowed-account', 0.85, 0.03);
  });
});
