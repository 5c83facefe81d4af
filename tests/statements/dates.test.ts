import { describe, expect, it } from 'vitest';
import { parseDay, parseTime } from '../../lib/statements/dates.ts';

const now = '2026-10-02T09:30:00.000Z';

describe('moments', () => {
  it.each([
    ['2026-09-08T07:47:41+02:00', '2026-09-08T05:47:41.000Z'],
    [1789996486000, '2026-09-21T13:14:46.000Z'],
    [1632127688, '2021-09-20T08:48:08.000Z'],
    ['23 minutes ago', '2026-10-02T09:07:00.000Z'],
    ['3 hours ago', '2026-10-02T06:30:00.000Z'],
    ['yesterday', '2026-10-01T00:00:00.000Z'],
    ['Posted 2 days ago', '2026-09-30T00:00:00.000Z'],
    ['September 3, 2022', '2022-09-03T00:00:00.000Z'],
    ['Sep 3, 2022', '2022-09-03T00:00:00.000Z'],
    ['hace 3 horas', '2026-10-02T06:30:00.000Z'],
    ['há 2 dias', '2026-09-30T00:00:00.000Z'],
    ['il y a 3 heures', '2026-10-02T06:30:00.000Z'],
    ['vor 3 Stunden', '2026-10-02T06:30:00.000Z'],
    ['3 de setembro de 2022', '2022-09-03T00:00:00.000Z'],
    ['3. Oktober 2022', '2022-10-03T00:00:00.000Z'],
    ['3 septembre 2022', '2022-09-03T00:00:00.000Z'],
    ['8 сентября в 07:47', '2026-09-08T07:47:00.000Z'],
    ['17 часов назад', '2026-10-01T16:30:00.000Z'],
    ['8 вересня о 07:47', '2026-09-08T07:47:00.000Z'],
    ['2 години тому', '2026-10-02T07:30:00.000Z'],
  ])('%j', (said, time) => {
    expect(parseTime(said, now)?.slice(0, 16)).toBe(time.slice(0, 16));
  });

  it.each(['', 'soon', 'in 7 days', '2031-01-01T00:00:00Z', '9999999-99-99T99', 'x'.repeat(100_000)])(
    '%.20j is none',
    (said) => {
      expect(parseTime(said, now)).toBeUndefined();
    },
  );

  it('does not break on a reference that is none', () => {
    expect(parseTime('3 hours ago', 'whenever')).toBeUndefined();
  });
});

describe('days', () => {
  it.each([
    ['Joined on December 23, 2025', '2025-12-23'],
    ['Joined May 18, 2014', '2014-05-18'],
    ['Member since Apr 2021', '2021-04'],
    ['Member since 2019', '2019'],
    ['Miembro desde abril de 2021', '2021-04'],
  ])('%j is %s', (said, day) => {
    expect(parseDay(said, now)).toBe(day);
  });

  it.each(['', 'Joined', 'Joined on Maytober 99'])('%j is none', (said) => {
    expect(parseDay(said, now)).toBeUndefined();
  });
});
