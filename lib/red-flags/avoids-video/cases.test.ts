// The sentences that were written before the flag stand in scripts/evaluate/sets; these are what they leave out.
import { describe, expect, test } from 'vitest';
import { type Case, expectShares, found, textsOf } from '../../../tests/text-flag-cases.ts';

const innocent: readonly Case[] = [
  {
    text: 'My camera broke this morning. I can join by phone today or with picture tomorrow.',
    before: 'See you on video at 3?',
  },
  {
    text: "I stutter. I'm glad to be on camera and type in the chat next to it.",
    before: 'Shall we have a video interview?',
  },
  { text: 'Then no call, I can answer in the chat.', before: "We don't do calls, please answer in the chat." },
  "Let's have a video call before you decide.",
  'No video on the home page would be my advice.',
  'Не обязательно по почте, давайте с видео.',
  'The new icons never show on the tablet, and on neither screen is the price.',
  'On neither of the screens do I see the menu, so I will send another build.',
];
const guilty: readonly Case[] = [
  "I don't do video calls, everything by chat please.",
  'No calls, no video, chat only.',
  {
    text: 'Sorry, camera problem again, can we do it in chat?',
    before: 'You agreed to a video call today, this is the third time.',
  },
  { text: 'My manager takes the video call for me.', before: 'We want to see you on video.' },
  'No hago videollamadas, todo por chat.',
  'Não faço chamada de vídeo, só chat.',
  'Видеозвонков не провожу, только чат.',
  'I never show my face, not even for a minute.',
];

describe('innocent', () => {
  test('words on the same matter say nothing', async () => {
    expect(await found('avoids-video', innocent)).toEqual([]);
  });
});

describe('found', () => {
  test('what is looked for, however it is said', async () => {
    expect(await found('avoids-video', guilty)).toEqual(textsOf(guilty));
  });

  test('most of what others wrote, and little of what is innocent', async () => {
    await expectShares('avoids-video', 0.8, 0.05);
  });
});
