import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { contains, DAY_MS, intervalOf } from '../../lib/model/time.ts';
import { parseEnd, parseWhen } from '../../lib/statements/dates.ts';
import { languages } from '../../lib/statements/time-words.ts';
import { expectLinear } from '../expect-linear.ts';

const look = '2026-11-27T10:15:00.000Z';

describe('machines’ times', () => {
  it.each<[string | number, string]>([
    ['2026-09-08T07:47:41+02:00', '2026-09-08T05:47:41Z'],
    ['2026-09-28T16:48:55.000000Z', '2026-09-28T16:48:55Z'],
    ['2014-03-09 18:22:41Z', '2014-03-09T18:22:41Z'],
    [1789996486000, '2026-09-21T13:14:46Z'],
    [1632127688, '2021-09-20T08:48:08Z'],
    ['2018-06-06', '2018-06-06'],
    ['2019-02', '2019-02'],
    // A date where a time is asked for.
    ['2026-07-02T00:00:00Z', '2026-07-02'],
    ['2026-07-02T00:00:00.000+02:00', '2026-07-02'],
    [Date.UTC(2026, 6, 2), '2026-07-02'],
    // Which zone's clock is meant is not said.
    ['2026-09-08T07:47:41', '2026-09-07T17:47:41Z/2026-09-08T19:47:41Z'],
  ])('%j is %s', (said, time) => expect(parseWhen(said, look)).toBe(time));
});

describe('so many units ago', () => {
  it.each([
    ['a few seconds ago', '2026-11-27T10:14:00Z/2026-11-27T10:15:00Z'],
    ['just now', '2026-11-27T10:10:00Z/2026-11-27T10:15:00Z'],
    ['less than a minute ago', '2026-11-27T10:13:00Z/2026-11-27T10:15:00Z'],
    ['a minute ago', '2026-11-27T10:13:00Z/2026-11-27T10:14:30Z'],
    ['23 minutes ago', '2026-11-27T09:51:00Z/2026-11-27T09:52:30Z'],
    ['3 hours ago', '2026-11-27T06:15:00Z/2026-11-27T07:45:00Z'],
    ['2 h 30 min ago', '2026-11-27T07:44:00Z/2026-11-27T07:45:30Z'],
    ['3h ago', '2026-11-27T06:15:00Z/2026-11-27T07:45:00Z'],
    ['1 day ago', '2026-11-25/2026-11-26'],
    ['Posted 2 days ago', '2026-11-24/2026-11-25'],
    ['3 weeks ago', '2026-10-30/2026-11-09'],
    ['1 month ago', '2026-10-01/2026-11-27'],
    ['9 months ago', '2026-02/2026-03'],
    ['a year ago', '2024-11/2026-05'],
    ['over a year ago', '2024-11/2026-05'],
    ['1 year, 2 months ago', '2025-09/2025-10'],
    ['2 years ago', '2023-11/2025-05'],
    ['last week', '2026-11-13/2026-11-26'],
    ['last month', '2026-10-01/2026-11-27'],
    ['last year', '2024-11/2026-05'],
    ['today', '2026-11-27'],
    ['yesterday', '2026-11-26'],
  ])('%s is %s', (said, time) => expect(parseWhen(said, look)).toBe(time));

  it.each(['30+ days ago', '1.5 hours ago', 'hours ago', 'ago', 'long ago', 'in 7 days', '3 days', '1000 years ago'])(
    '%s is none',
    (said) => expect(parseWhen(said, look)).toBeUndefined(),
  );

  it('counts months back from the last day of a short month', () => {
    expect(parseWhen('9 months ago', '2026-11-30T10:00:00Z')).toBe('2026-02/2026-03');
    expect(parseWhen('1 year ago', '2024-02-29T10:00:00Z')).toBe('2022-03/2023-08');
  });
});

describe('in the languages of the marketplaces', () => {
  const hours = '2026-11-27T06:15:00Z/2026-11-27T07:45:00Z';
  const days = '2026-11-24/2026-11-25';
  const months = '2026-09/2026-10';
  const year = '2024-11/2026-05';
  it.each([
    ['hace 3 horas', hours],
    ['hace unos segundos', '2026-11-27T10:14:00Z/2026-11-27T10:15:00Z'],
    ['hace 2 días', days],
    ['hace 2 meses', months],
    ['hace más de un año', year],
    ['Publicado ayer', '2026-11-26'],
    ['há 3 horas', hours],
    ['há 2 dias', days],
    ['2 meses atrás', months],
    ['há cerca de um ano', year],
    ['il y a 3 heures', hours],
    ['il y a 2 jours', days],
    ['il y a environ 2 mois', months],
    ['il y a un an', year],
    ['il y a plus d’un an', year],
    ['aujourd’hui', '2026-11-27'],
    ['vor 3 Stunden', hours],
    ['vor 2 Tagen', days],
    ['vor etwa 2 Monaten', months],
    ['vor einem Jahr', year],
    ['vorgestern', '2026-11-25'],
    ['3 часа назад', hours],
    ['1 час 40 минут назад', '2026-11-27T08:34:00Z/2026-11-27T08:35:30Z'],
    ['2 дня назад', days],
    ['2 месяца назад', months],
    ['год назад', year],
    ['3 години тому', hours],
    ['2 дні тому', days],
    ['2 місяці тому', months],
    ['рік тому', year],
    ['2 dni temu', days],
  ])('%s is %s', (said, time) => expect(parseWhen(said, look)).toBe(time));
});

describe('dates', () => {
  it.each([
    ['Joined on December 23, 2025', '2025-12-23'],
    ['Registered: March 12, 2019', '2019-03-12'],
    ['Mon, 02 Mar 2026', '2026-03-02'],
    ['21 Nov, 2025', '2025-11-21'],
    ['Posted on September 29, 2026 | 6 Quotes received', '2026-09-29'],
    ['3 de septiembre de 2022', '2022-09-03'],
    ['3 de março de 2022', '2022-03-03'],
    ['1er août 2024', '2024-08-01'],
    ['3. Oktober 2022', '2022-10-03'],
    ['12 сентября 2026 г.', '2026-09-12'],
    ['20 листопада 2024', '2024-11-20'],
    ['Member since Apr 2021', '2021-04'],
    ['$38 / hour Member since Jul 2012', '2012-07'],
    ['Miembro desde abril de 2021', '2021-04'],
    ['Member since 2019', '2019'],
    ['2017', '2017'],
    ['2.3.2026', '2026-03-02'],
    ['2026/03/02', '2026-03-02'],
    ['25/04/2026', '2026-04-25'],
    // Which is the month is not said.
    ['03/04/2026', '2026-03-04/2026-04-03'],
    // Only one of the two can have been seen.
    ['02/12/2026', '2026-02-12'],
    // A day without a year is the last one of its name.
    ['Sep 3', '2026-09-03'],
    ['Dec 28', '2025-12-28'],
  ])('%s is %s', (said, time) => expect(parseWhen(said, look)).toBe(time));

  it.each([
    '',
    'soon',
    'Joined',
    'Joined on Maytober 99',
    'February 30, 2026',
    'Budget 2000',
    '4 out of 5',
    '12 Mar 19',
    '2031-01-01T00:00:00Z',
    'January 1, 2027',
    '1 January 1970',
    '9999999-99-99T99',
    '10:30 AM',
  ])('%j is none', (said) => expect(parseWhen(said, look)).toBeUndefined());
});

describe('times of day', () => {
  it.each([
    ['September 8, 2026 at 7:47 AM', '2026-09-07T17:47:00Z/2026-09-08T19:47:00Z'],
    ['8 сентября в 07:47', '2026-09-07T17:47:00Z/2026-09-08T19:47:00Z'],
    ['8 вересня о 07:47', '2026-09-07T17:47:00Z/2026-09-08T19:47:00Z'],
    ['Yesterday at 12:05 AM', '2026-11-25T10:05:00Z/2026-11-26T12:05:00Z'],
    ['Sep 8, 2026, 7:47 PM UTC', '2026-09-08T19:47:00Z'],
    ['Mon Sep 28 2026 09:02:10 GMT+0200 (CEST)', '2026-09-28T07:02:10Z'],
    ['le 8 septembre 2026 à 14h30 (UTC +02:00)', '2026-09-08T12:30:00Z'],
  ])('%s is %s', (said, time) => expect(parseWhen(said, look)).toBe(time));
});

describe('nothing goes on after the look', () => {
  it.each([
    ['2026', '2026-01-01/2026-11-27'],
    ['Nov 2026', '2026-11-01/2026-11-27'],
    ['November 27, 2026', '2026-11-27'],
    ['November 27, 2026, 11:00', '2026-11-26T21:00:00Z/2026-11-27T10:15:00Z'],
    // The page's calendar is ahead of UTC: its day began at most 14 hours before.
    ['November 28, 2026', '2026-11-27T10:00:00Z/2026-11-27T10:15:00Z'],
    // Two clocks that differ.
    ['2026-11-27T10:20:00Z', '2026-11-27T10:20:00Z'],
  ])('%s is %s', (said, time) => expect(parseWhen(said, look)).toBe(time));

  it('and what has begun on no calendar is no time: whatever is read has its ends in order', () => {
    expect(parseWhen('November 28, 2026', '2026-11-27T09:59:00.000Z')).toBeUndefined();
    const ahead = fc.integer({ min: -2 * DAY_MS, max: 3 * DAY_MS });
    fc.assert(
      fc.property(moment, ahead, (at, by) => {
        const said = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(at + by);
        const read = parseWhen(said, new Date(at).toISOString());
        if (read !== undefined) expect(intervalOf(read).from).toBeLessThanOrEqual(intervalOf(read).to);
      }),
    );
  });

  it('except for what may lie ahead', () => {
    expect(parseEnd('2028', look)).toBe('2028');
    expect(parseEnd('Nov 2026', look)).toBe('2026-11');
    expect(parseEnd('Present', look)).toBeUndefined();
  });

  it('is understood without a look that is a time', () => {
    expect(parseWhen('3 hours ago', 'whenever')).toBeUndefined();
    expect(parseEnd('2028', 'whenever')).toBeUndefined();
  });
});

const codes = ['en', 'es', 'pt', 'fr', 'de', 'ru', 'uk', 'pl'];
const moment = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2035, 0, 1) });
const iso = (ms: number) => new Date(ms).toISOString();
/** The times that libraries call by such words, by unit: how many fit before the next unit is used. */
const counted = [
  ['minute', 60_000, 59],
  ['hour', 3_600_000, 23],
  ['day', DAY_MS, 30],
  ['week', 7 * DAY_MS, 8],
  ['month', 30.4375 * DAY_MS, 11],
  ['year', 365.25 * DAY_MS, 20],
] as const;

describe('whatever is counted back from whenever', () => {
  const said = fc.record({
    now: moment,
    code: fc.constantFrom(...codes),
    unit: fc.constantFrom(...counted),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    cutOff: fc.boolean(),
  });
  test('the interval holds the moment, rounded or cut off', () =>
    fc.assert(
      fc.property(said, ({ now, code, unit: [unit, ms, most], share, cutOff }) => {
        const elapsed = ms * (1 + share * (most - 1));
        // Months that are cut off may begin up to half a month before what is said; they are tried rounded only.
        const figure = cutOff && unit !== 'month' ? Math.floor(elapsed / ms) : Math.round(elapsed / ms);
        const words = new Intl.RelativeTimeFormat(code, { numeric: 'always' }).format(-figure, unit);
        const time = parseWhen(words, iso(now));
        expect(time, words).toBeDefined();
        const { from, to } = intervalOf(time as string);
        const then = now - elapsed;
        // A month is no fixed length: the words of a calendar are at most a day and a half off an average one's.
        const slack = unit === 'month' || unit === 'year' ? 1.5 * DAY_MS : 0;
        expect(from - slack <= then && then <= to + slack, `${words}: ${iso(then)} in ${time}`).toBe(true);
        expect(to).toBeLessThan(now + DAY_MS);
      }),
      { numRuns: 2_000 },
    ));
});

describe('whatever the day', () => {
  test('its date in any language is that day', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2035, 0, 1) }),
        fc.constantFrom(...codes),
        fc.constantFrom('full', 'long', 'medium'),
        (day, code, dateStyle) => {
          const words = new Intl.DateTimeFormat(code, { dateStyle, timeZone: 'UTC' }).format(day);
          expect(parseWhen(words, '2036-01-01T00:00:00Z'), words).toBe(iso(day).slice(0, 10));
        },
      ),
      { numRuns: 2_000 },
    ));

  test('with a time of day of any zone, the interval holds the moment', () =>
    fc.assert(
      fc.property(moment, fc.integer({ min: -12, max: 14 }), (then, ahead) => {
        const local = new Date(then + ahead * 3_600_000);
        const words = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
        const time = parseWhen(words.format(local), '2036-01-01T00:00:00Z') ?? expect.fail();
        expect(contains(time, iso(then - (then % 60_000)))).toBe(true);
      }),
    ));
});

test('every language says everything', () => {
  for (const { months, units } of languages) {
    expect(months).toHaveLength(12);
    for (const words of [...months, ...Object.values(units)]) expect(words.length).toBeGreaterThan(0);
  }
});

describe('hostile', () => {
  it('never throws, and says nothing that ends after the look', () => {
    const word = fc.constantFrom(
      'ago',
      'hace',
      'il y a',
      '3',
      '2026',
      '-',
      '/',
      '.',
      ':',
      'Sep',
      'há',
      'назад',
      'year',
      '+',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 30 }).map((all) => all.join(' ')),
        ),
        (said) => {
          const time = parseWhen(said, look);
          if (time) expect(intervalOf(time).from).toBeLessThan(Date.parse(look) + DAY_MS);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['blanks', ' '.repeat(1_000_000)],
    ['blanks between words', `3${' '.repeat(1_000_000)}days ago`],
    ['one word', 'x'.repeat(1_000_000)],
    ['one figure', '9'.repeat(1_000_000)],
    ['marks', '-/.:,'.repeat(200_000)],
    ['units', '3 days '.repeat(150_000)],
    ['what Portuguese months begin with', 'dezembro de '.repeat(80_000)],
    ['accents', 'á'.normalize('NFD').repeat(500_000)],
  ])('a million characters take time in proportion: %s', (_, said) => {
    expect(parseWhen(said, look)).toBeUndefined();
    expectLinear((one) => parseWhen(one, look), said);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 2019, 1e20])('%d is no time', (said) => {
    expect(parseWhen(said, look)).toBeUndefined();
  });

  it('a figure that is cut is none', () => {
    expect(parseWhen(`${'word '.repeat(11)}May 2026`, look)).toBeUndefined();
  });
});
