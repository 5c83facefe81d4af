// The sentences that were written before the flag stand in scripts/evaluate/sets; these are what they leave out.
import { describe, expect, test } from 'vitest';
import { type Case, expectShares, found, textsOf } from '../../../tests/text-flag-cases.ts';

const innocent: readonly Case[] = [
  'A read-only user on staging would be enough.',
  'Contract is running, could you invite me to the repository?',
  'Please never send me passwords in the chat.',
  'I read your public repository, the bug is in the parser.',
  { text: 'Yes please, send me the login.', before: 'Shall I give you access before you quote?' },
  "You needn't send me a password for the server, a picture of the page will do for the price.",
];
const guilty: readonly Case[] = [
  'Send me the admin password first, then I tell you the price.',
  'I need your AWS keys to estimate.',
  'Clone my test project and run npm install before the interview.',
  'Instala AnyDesk y dame el número, después te cotizo.',
  'Пришлите пароль от базы, чтобы назвать цену.',
  'I would look at it tonight, so send me root on the server.',
  'Дайте мне рут на сервере, гляну вечером.',
];

describe('innocent', () => {
  test('words on the same matter say nothing', async () => {
    expect(await found('early-access', innocent)).toEqual([]);
  });
});

describe('found', () => {
  test('what is looked for, however it is said', async () => {
    expect(await found('early-access', guilty)).toEqual(textsOf(guilty));
  });

  test('most of what others wrote, and little of what is innocent', async () => {
    await expectShares('early-access', 0.85, 0.05);
  });
});
