// The sentences that were written before the flag stand in scripts/evaluate/sets; these are what they leave out.
import { describe, expect, test } from 'vitest';
import { type Case, expectShares, found, textsOf } from '../../../tests/text-flag-cases.ts';

const innocent: readonly Case[] = [
  'Please fund the milestone, you release it when you have checked the work.',
  'All files are uploaded, please release the milestone if you are satisfied.',
  'I ask for 30% in advance and the rest at delivery.',
  'You pay nothing before you have seen the work.',
  { text: 'Half in advance as you suggested is fine.', before: 'I would pay half in advance, is that ok?' },
  'Never release a milestone before you have tested it.',
  'No pido nada por adelantado.',
  'Предоплату не беру, оплата после проверки.',
  'Your landing page says the starter kit costs 45 dollars, shall I change it to 39?',
];
const guilty: readonly Case[] = [
  'Release the milestone first and then I send the files.',
  'I need 100% upfront before I start.',
  "I don't work with milestones, pay first.",
  'Please pay my project fee so that I can accept.',
  'Libera el hito hoy y mañana te envío los archivos.',
  'Оплата 100% вперёд.',
  'Закройте этап сейчас, а файлы пришлю завтра.',
  'Erst zahlen, dann fange ich an.',
  'All new hires buy the starter kit for 45 dollars, refunded with the first wage.',
  'Vor Beginn fällt eine Bearbeitungsgebühr an, sie wird nach dem ersten Monat erstattet.',
  'За стартовый комплект вносят 900 рублей, деньги вернем через месяц.',
];

describe('innocent', () => {
  test('words on the same matter say nothing', async () => {
    expect(await found('paid-before-work', innocent)).toEqual([]);
  });
});

describe('found', () => {
  test('what is looked for, however it is said', async () => {
    expect(await found('paid-before-work', guilty)).toEqual(textsOf(guilty));
  });

  test('most of what others wrote, and little of what is innocent', async () => {
    await expectShares('paid-before-work', 0.85, 0.03);
  });
});
