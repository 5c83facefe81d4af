// The sentences that were written before the flag stand in scripts/evaluate/sets; these are what they leave out.
import { describe, expect, test } from 'vitest';
import { type Case, expectShares, found, textsOf } from '../../../tests/text-flag-cases.ts';

const innocent: readonly Case[] = [
  { text: 'Yes, my former colleague does that, judge for yourself.', before: 'Do you know somebody for an audit?' },
  'We are an agency, our team has four developers.',
  'I work alone and do not bring friends.',
  'Three clients have offered to be references.',
  { text: 'I have a group of five annotators.', post: 'Hiring a group of 5 annotators, teams welcome.', stage: 'bid' },
  "My sister's wedding is on Saturday, so I send the page on Monday.",
];
const guilty: readonly Case[] = [
  'If you need one more developer, my friend does the same as me and is free.',
  'Let me bring two more of my people into the contract.',
  'From next week a colleague takes over my part.',
  'Si buscan otro programador, mi amigo está libre, contrátenlo también.',
  'Если нужен ещё разработчик, мой друг свободен, возьмите и его.',
  'My nephew is home from school, use him for the drawings.',
  'Моя соседка дешевле меня, возьмите её на тексты.',
  'Mi sobrina dibuja muy bien, contrátela para la portada.',
];

describe('innocent', () => {
  test('words on the same matter say nothing', async () => {
    expect(await found('introduces-others', innocent)).toEqual([]);
  });
});

describe('found', () => {
  test('what is looked for, however it is said', async () => {
    expect(await found('introduces-others', guilty)).toEqual(textsOf(guilty));
  });

  test('most of what others wrote, and little of what is innocent', async () => {
    await expectShares('introduces-others', 0.75, 0.05);
  });
});
