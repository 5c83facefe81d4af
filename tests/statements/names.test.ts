import { expect, it } from 'vitest';
import { parseName } from '../../lib/statements/names.ts';

it.each([
  ['Orla Whelan (She/Her)', 'Orla Whelan'],
  ['Inés Vidal (ella)', 'Inés Vidal'],
  ['Orla (Oak) Whelan', 'Orla (Oak) Whelan'],
  ['Harbour Works (UK)', 'Harbour Works (UK)'],
  ['LinkedIn Member', undefined],
  ['Usuário do LinkedIn', undefined],
  [' ', undefined],
])('of %j the name is %j', (said, name) => {
  expect(parseName(said)).toBe(name);
});
