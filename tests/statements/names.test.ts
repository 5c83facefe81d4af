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
  ['Ad by Marta Quist', 'Marta Quist'],
  ['by marta_quist', 'marta_quist'],
  ['Anuncio · por Marta Quist', 'Marta Quist'],
  ['By Lindqvist', 'By Lindqvist'],
  ['Adby Quist', 'Adby Quist'],
  ['Ad Quist', 'Ad Quist'],
  ['MQ Marta Quist', 'Marta Quist'],
  ['M marta_quist', 'marta_quist'],
  ['J. Quist', 'J. Quist'],
  ['AB Quist', 'AB Quist'],
  ['M', 'M'],
  ['Marta Quist Vetted Pro', 'Marta Quist'],
  ['Marta Quist · Level 2', 'Marta Quist'],
  ['marta_quist Nivel 2', 'marta_quist'],
  ['Pro Marta', 'Pro Marta'],
])('of %j the name is %j', (said, name) => {
  expect(parseName(said)).toBe(name);
});
