// The sentences that were written before the flag stand in scripts/evaluate/sets; these are what they leave out.
import { describe, expect, test } from 'vitest';
import { type Case, expectShares, found, textsOf } from '../../../tests/text-flag-cases.ts';

const innocent: readonly Case[] = [
  'I prefer to keep our chat here on Upwork.',
  'Please do not contact me on WhatsApp, I answer here.',
  { text: 'Sure, my number is +1 415 555 0188.', before: 'Can you give me your phone number for the courier?' },
  { text: 'You can write me in Telegram, @quiet_fern.', site: 'freelancehunt', stage: 'bid' },
  { text: 'I can write your Telegram bot in a week, I made three of them.', stage: 'bid', site: 'freelancer' },
  {
    text: 'I would use Telegram for the alerts as you want.',
    post: 'Alerts must go to Telegram.',
    stage: 'bid',
    site: 'freelancer',
  },
  'Beware of people who ask you to continue on WhatsApp.',
  '“Add me on Skype and I make it cheaper” is what the last bidder wrote.',
  { text: 'Mi experiencia: bots de WhatsApp, tiendas y formularios de contacto.', stage: 'bid', site: 'freelancer' },
  { text: 'Не пишите мне в телеграм, я отвечаю только здесь.', stage: 'bid', site: 'freelancer' },
  { text: 'Write to me on LinkedIn or by mail.', site: 'github', stage: 'profile' },
  'Should the button in the footer open WhatsApp or your form?',
  'Is the chat there already, or shall I write the Telegram bot first?',
];
const guilty: readonly Case[] = [
  'hit me up on telegram @fern_builds',
  "Let's move to WhatsApp, it is quicker there.",
  'Add me on d i s c o r d please',
  'my te1egram is fern_builds',
  'We can talk on Wha​tsApp, write me there.',
  'Пишите в Tелегpам, там быстрее',
  'mándame un wasap y lo vemos',
  'me chama no zap',
  'If we work outside of Upwork we both save the fee.',
  'Schreiben Sie mir auf WhatsApp.',
  'Скиньте ваш телеграм',
  'Напишіть мені у вайбер',
  'The parcel labels look fine. By the way, V i b e r ?',
  'I read it all and it is a lovely shop. Telegram?',
  'Nice brief! Do you have Signal at all?',
  'Hübsche Idee, das Logo. Hast du Telegram?',
  'Красивый магазин у вас. Вайбер?',
];

describe('innocent', () => {
  test('words on the same matter say nothing', async () => {
    expect(await found('off-platform', innocent)).toEqual([]);
  });
});

describe('found', () => {
  test('what is looked for, however it is said', async () => {
    expect(await found('off-platform', guilty)).toEqual(textsOf(guilty));
  });

  test('most of what others wrote, and little of what is innocent', async () => {
    await expectShares('off-platform', 0.85, 0.03);
  });
});
