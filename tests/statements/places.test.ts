import { expect, it } from 'vitest';
import { parseCountry } from '../../lib/statements/places.ts';

it.each([
  ['Flag of INDIA', 'IN'],
  ['https://www.f-cdn.com/assets/main/en/assets/flags/us.png', 'US'],
  ['/assets/flags/4x3/br.svg', 'BR'],
  ['in', 'IN'],
  ['GBR', 'GB'],
  ['United States (2:34 PM)', 'US'],
  ['United States of America', 'US'],
  ['UK', 'GB'],
  ['Viet Nam', 'VN'],
  ['Vietnam', 'VN'],
  ['Korea, Republic of', 'KR'],
  ['South Korea', 'KR'],
  ['Russia', 'RU'],
  ['Estados Unidos', 'US'],
  ['Alemania', 'DE'],
  ['Brasil', 'BR'],
  ['Deutschland', 'DE'],
  ["Côte d'Ivoire", 'CI'],
  ['Turkey', 'TR'],
  ['Bergen op Zoom, Netherlands', 'NL'],
  ['Macedonia', 'MK'],
  ['Georgia', 'GE'],
  ['Украина', 'UA'],
  ['Україна', 'UA'],
  ['Польша', 'PL'],
])('%j is %s', (said, code) => {
  expect(parseCountry(said)).toBe(code);
});

it.each(['', 'Flag of ', 'Atlantis', 'zz', 'https://x.example/flags/unknown.png', '(3:15 PM)', 'x'.repeat(100_000)])(
  '%.20j is none',
  (said) => {
    expect(parseCountry(said)).toBeUndefined();
  },
);

it.each([
  ['Atlanta, Georgia', undefined],
  ['Tbilisi, Georgia', 'GE'],
  ['Georgia', 'GE'],
  ['San Francisco, CA', undefined],
  ['Watlington, GB', 'GB'],
  ['Hong Kong SAR', 'HK'],
  ['Palestinian Territories', 'PS'],
  ['🇮🇳 India', 'IN'],
  ['Lahore, Punjab, Pakistan 10:22 PM', 'PK'],
  ['constructor', undefined],
  ['toString', undefined],
])('of %s the country is %s', (said, country) => {
  expect(parseCountry(said)).toBe(country);
});
