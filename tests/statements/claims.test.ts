// What people claim of themselves, in seven languages, and what only looks like a claim of theirs.
import { describe, expect, it } from 'vitest';
import { countriesOfCity } from '../../lib/statements/cities.ts';
import { type Claim, claimLanguages, claimsIn } from '../../lib/statements/claims.ts';
import { lettersAlike } from '../../lib/statements/letters-alike.ts';
import { expectLinear } from '../expect-linear.ts';

/** Claims without the sentence, which is the text in all of these. */
const said = (text: string) =>
  claimsIn(text).map(({ sentence, ...claim }) => {
    expect(text).toContain(sentence);
    return claim;
  });
const years = (least: number, below?: number, subject = '') => ({
  kind: 'experience',
  years: { least, ...(below !== undefined && { below }) },
  subject,
});

describe('years of experience', () => {
  it.each<[string, object]>([
    ['I have 8 years of experience.', years(8, 9)],
    ['I have eight years of hands-on experience with Linux and love it.', years(8, 9, 'linux')],
    ['5+ years of experience as a copywriter', years(5, undefined, 'copywriter')],
    ['More than ten years of experience.', years(10)],
    ['I have almost 10 years of experience', years(8, 10.5)],
    ['About 6 years of experience in editing.', years(4, 9, 'editing')],
    ['As you asked: I do this since 6 years.', years(6, 7)],
    ['A decade in this trade.', years(8, 13)],
    ['I have been working with Rust for 4 years.', years(4, 5, 'rust')],
    ['I started as an illustrator 12 years ago.', years(12, 13, 'illustrator')],
    ['In this trade since 2011.', { kind: 'experience-since', year: 2011, subject: '' }],
    ['Tengo más de 7 años de experiencia con Linux.', years(7, undefined, 'linux')],
    ['Trabajo con Figma desde hace tres años.', years(3, 4, 'figma')],
    ['Tenho 6 anos de experiência como tradutor.', years(6, 7, 'tradutor')],
    ['Trabalho com Figma há cinco anos.', years(5, 6, 'figma')],
    ['Опыт работы 8 лет.', years(8, 9)],
    ['У меня более 8 лет опыта.', years(8)],
    ['Занимаюсь переводами уже пять лет.', years(5, 6, 'переводами')],
    ['Маю досвід роботи 7 років.', years(7, 8)],
    ['Понад 5 років досвіду.', years(5)],
    ['Ich habe über zehn Jahre Berufserfahrung.', years(10)],
    ['Ich arbeite seit 4 Jahren mit Figma.', years(4, 5, 'figma')],
    ["J'ai plus de 8 ans d'expérience.", years(8)],
    ['Je travaille avec Figma depuis trois ans.', years(3, 4, 'figma')],
  ])('%s', (text, claim) => {
    expect(said(text)).toEqual([claim]);
  });

  it.each([
    'You ask for 5 years of experience with databases, that I have.',
    'Together the four of us have 40 years of experience.',
    'You wrote "2 years of experience are enough", so I hope ten are too.',
    'I do not have 5 years of experience.',
    'I am 34 years old.',
    'My daughter is 5 years old today.',
    'My longest project took 3 years.',
    'We had a two-year contract with the city.',
    'The warranty is 2 years.',
    'For four years I worked remotely for a company in Porto.',
    'Pide usted 5 años de experiencia con bases de datos.',
    'Juntos tenemos 30 años de experiencia.',
    'Для сыроварни работаю два года.',
    'Вы просите 5 лет опыта.',
    'Ви просите 5 років досвіду.',
    'Sie suchen 5 Jahre Erfahrung.',
    "Vous demandez 5 ans d'expérience.",
    'Você pede 5 anos de experiência.',
  ])('%s: none', (text) => {
    expect(said(text).filter(({ kind }) => kind === 'experience')).toEqual([]);
  });
});

describe('where somebody lives', () => {
  it.each([
    ['I live in Isfahan and am available in person there.', 'IR'],
    ['My home office is in Belém.', 'BR'],
    ['Based in Ho Chi Minh City, Vietnam.', 'VN'],
    ['Vivo en Sevilla.', 'ES'],
    ['Moro em São Paulo.', 'BR'],
    ['Живу в Полтаве.', 'UA'],
    ['Мешкаю у Львові.', 'UA'],
    ['Ich wohne in Köln und arbeite gern.', 'DE'],
    ["J'habite à Lyon.", 'FR'],
  ])('%s', (text, country) => {
    const claim = said(text).find((one): one is Extract<Claim, { kind: 'lives' }> => one.kind === 'lives');
    expect([...countriesOfCity(claim?.place ?? '')]).toEqual([country]);
  });

  it.each([
    'Born in Peshawar, at home in Manaus.',
    'I lived in Xiamen until last year.',
    'Next spring I will move to Nakuru.',
    'For four years I worked for a company in Hanoi.',
    'I live in Lisbon until March.',
    'Nací en Sevilla.',
    'Я родился в Полтаве.',
    'Скоро перееду, живу в Киеве.',
    'Ich bin in Köln geboren.',
    'Je vais déménager à Lyon.',
  ])('%s: no home', (text) => {
    expect(said(text).filter(({ kind }) => kind === 'lives')).toEqual([]);
  });

  it('is known by every name of a town', () => {
    const same = [
      ['Kyiv', 'Kiev', 'Київ', 'Киеве'],
      ['Warszawa', 'Warsaw', 'Warschau'],
      ['Cochin', 'Kochi'],
      ['Pusan', 'BUSAN'],
      ['Đà Nẵng', 'Da Nang'],
    ];
    for (const names of same) {
      const countries = names.map((name) => [...countriesOfCity(name)].join());
      expect(new Set(countries).size, names.join()).toBe(1);
      expect(countries[0]).not.toBe('');
    }
    expect([...countriesOfCity('Toledo')].sort()).toEqual(['ES', 'US']);
    expect(countriesOfCity('Nowhere at all').size).toBe(0);
  });
});

describe('school, employer, marketplace', () => {
  it.each<[string, object]>([
    [
      'I graduated from Harbour Technical University in 2011.',
      { kind: 'graduated', school: 'Harbour Technical University', year: 2011 },
    ],
    [
      'My degree from the University of Porto dates from 2011.',
      { kind: 'graduated', school: 'University of Porto', year: 2011 },
    ],
    ['From 2012 to 2016 I studied at Quay College.', { kind: 'studied', school: 'Quay College', from: 2012, to: 2016 }],
    ['Me gradué en la Universidad de Vigo en 2011.', { kind: 'graduated', school: 'Universidad de Vigo', year: 2011 }],
    ['I have been on this site since 2012.', { kind: 'on-site', year: 2012 }],
    ['Estoy en esta plataforma desde 2015.', { kind: 'on-site', year: 2015 }],
    ['На этой бирже с 2016 года.', { kind: 'on-site', year: 2016 }],
    [
      'I work full time at Tidal Works since 2021 and have no other employer.',
      { kind: 'employed', employer: 'Tidal Works' },
    ],
    ['Trabajo a tiempo completo en Tidal Works.', { kind: 'employed', employer: 'Tidal Works' }],
  ])('%s', (text, claim) => {
    expect(said(text)).toContainEqual(claim);
  });

  it.each([
    'I studied at Harbour Tech.',
    'I began at Harbour College in 2011 and took my degree later.',
    'From 2012 to 2016 I studied design.',
    'You need somebody who graduated from Harbour College in 2011.',
    'I built a booking site in 2012.',
    'I am available full time.',
    'I worked full time at Tidal Works until 2020.',
  ])('%s: none', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('alone or with others', () => {
  const kindsIn = (text: string) => said(text).map(({ kind }) => kind);
  it.each([
    ['I work alone, you will always deal with me.', 'alone'],
    ['Trabajo sola.', 'alone'],
    ['Ich arbeite allein.', 'alone'],
    ['My team of twelve developers has begun on your project today.', 'team'],
    ['Mi equipo de cinco personas está listo.', 'team'],
    ['Моя команда из пяти человек уже начала.', 'team'],
    ['Моя команда з п’яти людей вже почала.', 'team'],
  ])('%s', (text, kind) => {
    expect(kindsIn(text)).toContain(kind);
  });
  it.each([
    'In my last post I led a team of eight.',
    'Your team of developers answered at once, thank you.',
    'I was the youngest of my team.',
    'I can work alone on your server or with your people.',
  ])('%s: neither', (text) => {
    expect(kindsIn(text).filter((kind) => kind === 'team')).toEqual([]);
  });
});

describe('every language', () => {
  it('has every kind of sentence and word', () => {
    for (const [language, words] of Object.entries(claimLanguages)) {
      for (const value of Object.values(words)) {
        const size = typeof value === 'string' || Array.isArray(value) ? value.length : Object.keys(value).length;
        expect(size, language).toBeGreaterThan(0);
      }
      expect(Object.keys(words.numbers).length, language).toBeGreaterThan(9);
    }
  });
});

describe('bad input', () => {
  it.each([
    ['one long word', 'a'.repeat(1_000_000)],
    ['beginnings of claims', 'i have been working with '.repeat(40_000)],
    ['years', '5 years of '.repeat(90_000)],
    ['names', 'University Of Of '.repeat(60_000)],
    ['quotes', '"“«'.repeat(300_000)],
    ['halves of letters', '\ud800'.repeat(500_000)],
    ['spaces', ' '.repeat(1_000_000)],
    ['figures', '1990 2012 '.repeat(100_000)],
  ])('%s are read in time in proportion', (_, text) => {
    for (const work of [claimsIn, lettersAlike, countriesOfCity]) expectLinear((one) => work(one), text);
  });
});

describe('letters that look alike', () => {
  it.each([
    ['0akmore', 'oakmore'],
    ['modern', 'modem'],
    ['vvest', 'west'],
    ['оаkуаrd', 'oakyard'],
    ['Oak-Yard', 'oakyard'],
  ])('%s is %s', (a, b) => {
    expect(lettersAlike(a)).toBe(lettersAlike(b));
  });
});
