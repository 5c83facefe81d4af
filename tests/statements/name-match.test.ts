// Which names may be one person's: everything that explains a difference, and what nothing does.
import { describe, expect, it } from 'vitest';
import { isOneName, mayBeOneName } from '../../lib/statements/name-match.ts';
import { isOneOrganisation, mayBeOneOrganisation } from '../../lib/statements/organisations.ts';
import { consonantsOf, foldLetters, slipsBetween } from '../../lib/statements/spelling.ts';

describe('names that may be one person’s', () => {
  it.each([
    ['Olena Kravets', 'Kravets Olena'],
    ['Jürgen Groß', 'Jurgen Gross'],
    ['Mohammed Elnaggar', 'Muhammad El-Naggar'],
    ['Yury Zhukov', 'Iurii Schukow'],
    ['Ana María López', 'Ana Lopez'],
    ['Ana P.', 'Ana Pereira'],
    ['A. Pereira', 'Ana Pereira'],
    ['Nguyễn Thị Lê', 'Le Nguyen'],
    ['李明', 'Ming Li'],
    ['Ana', 'Boris Petrov'],
    ['Ana Pereira', 'Pixel & Sons Ltd'],
    ['Ana Pereira', 'ana_pereira_92'],
    ['Ana Pereira', ''],
  ])('%s, %s', (a, b) => {
    expect([mayBeOneName(a, b), mayBeOneName(b, a)]).toEqual([true, true]);
  });
});

describe('names of two people', () => {
  it.each([
    ['Olena Kravets', 'Adam Nowak'],
    ['Olena K.', 'Adam N.'],
    ['Іван Франко', 'Олена Пчілка'],
    ['Bo Li', 'Wei Ma'],
    ['Maria de la Cruz', 'Jan van den Berg'],
  ])('%s, %s', (a, b) => {
    expect([mayBeOneName(a, b), mayBeOneName(b, a)]).toEqual([false, false]);
  });
});

describe('organisations', () => {
  it.each(['Upwork', 'Freelancer.com', 'self-employed', 'Freelance developer', 'Confidential', 'Autónomo'])(
    'that are none are nobody’s firm: %s',
    (name) => {
      expect(isOneOrganisation(name, name)).toBe(false);
    },
  );

  it('are one only where each names all that tells the other from others', () => {
    const are = (a: string, b: string) => [isOneOrganisation(a, b), isOneOrganisation(b, a)];
    expect(are('Pebble & Pebble Ltd', 'Harbour Pebble')).toEqual([false, false]);
    expect(are('Pebble & Pebble Ltd', 'Pebble')).toEqual([true, true]);
    expect(are('Harbour Pebble GmbH', 'Pebble Harbour')).toEqual([true, true]);
  });

  it.each([
    ['Tidal Works GmbH', 'Tidal Works'],
    ['Київський політехнічний інститут', 'Kyiv Polytechnic Institute'],
    ['London School of Economics', 'LSE'],
    ['Technische Universität Dresden', 'Dresden University of Technology'],
    ['Universität', 'Universität'],
    ['Acme S.A.', 'ACME, S. A.'],
  ])('%s may be %s', (a, b) => {
    expect([mayBeOneOrganisation(a, b), mayBeOneOrganisation(b, a)]).toEqual([true, true]);
  });
  it.each([
    ['Harbour College of Design', 'Hill College of Design'],
    ['University of Porto', 'University of Lagos'],
    ['Tidal Software Ltd', 'Pebble Software Ltd'],
    ['Tidal Travel e.K.', 'Pebble Foods e.K.'],
    ['Tidal XQ', 'Pebble XQ'],
  ])('%s is not %s', (a, b) => {
    expect([mayBeOneOrganisation(a, b), mayBeOneOrganisation(b, a)]).toEqual([false, false]);
  });
});

describe('spellings', () => {
  it('are folded', () => {
    expect(['ÉVA', 'Łódź', 'Straße', 'İzmir', 'Ėjus'].map(foldLetters)).toEqual([
      'eva',
      'lodz',
      'strasse',
      'izmir',
      'ejus',
    ]);
  });
  it('come to their consonants', () => {
    expect(consonantsOf('zhukov')).toBe(consonantsOf('schukow'));
    expect(consonantsOf('mohammed')).toBe(consonantsOf('muhammad'));
  });
  it('are as far apart as fingers slip', () => {
    expect(slipsBetween('leitao', 'letiao', 2)).toBe(1);
    expect(slipsBetween('abcd', 'abxd', 2)).toBe(1);
    expect(slipsBetween('abcd', 'bcde', 2)).toBe(2);
    expect(slipsBetween('abcdefgh', 'hgfedcba', 2)).toBe(3);
    expect(slipsBetween('a'.repeat(1e5), 'b'.repeat(1e5), 2)).toBe(3);
  });
});

describe('surely one name', () => {
  it.each([
    ['Inés Vidal', 'VIDAL Ines'],
    ['Inés Vidal', 'Inés V.'],
    ['Vũ Bùi', 'Vũ B.'],
    ['Júlia Gonçalves', 'Ju G.'],
    ['Minsu Ryu', 'Min-su Ryu'],
    ['Inés Vidal', 'Inés Vidal Okafor'],
    ['Олександр Щербак', 'Oleksandr Shcherbak'],
    ['Дмитро Шевченко', 'Dmytro Shevchenko'],
    ['ديمة صالح', 'Dima Saleh'],
    ['장혜린', 'Hyerin Jang'],
    ['张伟', 'Wei Zhang'],
    ['Ελένη Παπαδοπούλου', 'Eleni Papadopoulou'],
  ])('%s, %s', (a, b) => {
    expect([isOneName(a, b), isOneName(b, a)]).toEqual([true, true]);
  });

  it.each([
    ['Inés Vidal', 'Inés Okafor'],
    ['Inés Vidal', 'Marek Vidal'],
    ['I. V.', 'Inés Vidal'],
    ['Quiet Harbour Studio', 'Quiet Harbour Studio'],
    ['quietharbour88', 'quietharbour88'],
    ['Инна Кравец', 'Grace Otieno'],
    ['张伟', 'Minsu Ryu'],
    ['', ''],
  ])('not: %s, %s', (a, b) => {
    expect([isOneName(a, b), isOneName(b, a)]).toEqual([false, false]);
  });
});
