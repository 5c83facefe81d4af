// The sentences that were written before the flag stand in scripts/evaluate/sets; these are what they leave out.
import { describe, expect, test } from 'vitest';
import { type Case, expectShares, found, textsOf } from '../../../tests/text-flag-cases.ts';

const innocent: readonly Case[] = [
  'The invoice is overdue. If it is not settled by the 15th I open a dispute.',
  'After the project I delete all of your data from my machine.',
  'The staging server will be deleted on Friday as agreed.',
  'I would never hold back your files over money.',
  'I help companies after ransomware: isolate, restore, report.',
  'The server is down since noon, I look at it now.',
];
const guilty: readonly Case[] = [
  'Pay me 3,000 by Friday or I publish your source code.',
  "I will delete your database if you don't pay today.",
  "I have a copy of your customers table, so let's agree about a sum.",
  'Si no me paga hoy, publico su código.',
  'Если не заплатите до пятницы, выложу ваш код.',
  'A bonus by noon, please, and nobody has to learn about the backups.',
  'Zahl mir den Bonus, oder ich lösche den Server.',
  'Give me five stars and the bad review of your shop stays unwritten.',
];

describe('innocent', () => {
  test('words on the same matter say nothing', async () => {
    expect(await found('extortion', innocent)).toEqual([]);
  });
});

describe('found', () => {
  test('what is looked for, however it is said', async () => {
    expect(await found('extortion', guilty)).toEqual(textsOf(guilty));
  });

  test('most of what others wrote, and little of what is innocent', async () => {
    await expectShares('extortion', 0.7, 0.03);
  });
});
