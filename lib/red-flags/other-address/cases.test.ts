// The sentences that were written before the flag stand in scripts/evaluate/sets; these are what they leave out.
import { describe, expect, test } from 'vitest';
import { type Case, expectShares, found, textsOf } from '../../../tests/text-flag-cases.ts';

const innocent: readonly Case[] = [
  'Please send the test phone to my office, it is the company address on the invoice.',
  'Same address as in the contract, nothing has changed.',
  'I moved in March, the new lease and my updated ID are in the portal.',
  "The checkout lets customers choose a shipping address that's different from the billing address.",
  'Never ship hardware to forwarding companies.',
  'To which address do I return the laptop?',
];
const guilty: readonly Case[] = [
  "Please ship the laptop to my friend's place in Denver, he will forward it to me.",
  'Send the laptop to another address, not the one on my ID.',
  'I use a parcel forwarding company for the laptop, put the suite number on the label.',
  'Manden la laptop a casa de un amigo, él me la hace llegar.',
  'Ноутбук отправьте другу, он мне передаст.',
];

describe('innocent', () => {
  test('words on the same matter say nothing', async () => {
    expect(await found('other-address', innocent)).toEqual([]);
  });
});

describe('found', () => {
  test('what is looked for, however it is said', async () => {
    expect(await found('other-address', guilty)).toEqual(textsOf(guilty));
  });

  test('most of what others wrote, and little of what is innocent', async () => {
    await expectShares('other-address', 0.8, 0.03);
  });
});
