// The sentences that were written before the flag stand in scripts/evaluate/sets; these are what they leave out.
import { describe, expect, test } from 'vitest';
import { type Case, expectShares, found, textsOf } from '../../../tests/text-flag-cases.ts';

const innocent: readonly Case[] = [
  'I was CTO of a small firm until 2022, so I know your problem.',
  'Please ask your CEO to approve the last slide.',
  'I would collect 500 names of CTOs from public sources.',
  {
    text: "I'm the managing partner and would be your contact.",
    before: "We'd like to invite your agency to our project.",
  },
  'I am no CEO and there is no team behind.',
  'The imprint needs the name of the managing director.',
  'The director of the museum likes the second sketch, I start on it tomorrow.',
  'The CEO page of your site needs a new photo.',
];
const guilty: readonly Case[] = [
  'I am the CEO of Northfern Software, our team of 40 developers is at your service.',
  'As CTO of a development company I would like to offer you our services.',
  'Soy el CEO de una empresa de software, le ofrecemos nuestros desarrolladores.',
  'Sou o CEO de uma empresa de software, oferecemos nossos desenvolvedores.',
  'Я генеральный директор компании, предлагаем услуги наших разработчиков.',
  'Я генеральний директор компанії, пропонуємо послуги наших розробників.',
  'Our chairman is in your country next month and suggests lunch about a strategic alliance.',
  "Le président de notre groupe vous propose un déjeuner pour parler d'une alliance durable.",
  'Наш председатель приглашает вас на обед, есть мысли о совместном деле на годы.',
  'Nuestro presidente estará en su país y propone un almuerzo para una alianza estratégica.',
];

describe('innocent', () => {
  test('words on the same matter say nothing', async () => {
    expect(await found('executive-cold-call', innocent)).toEqual([]);
  });
});

describe('found', () => {
  test('what is looked for, however it is said', async () => {
    expect(await found('executive-cold-call', guilty)).toEqual(textsOf(guilty));
  });

  test('most of what others wrote, and little of what is innocent', async () => {
    await expectShares('executive-cold-call', 0.75, 0.04);
  });
});
