import { describe, expect, test } from 'vitest';
import { random } from '../../../scripts/evaluate/random.ts';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import { expectLinear } from '../../../tests/expect-linear.ts';
import { findingSchema } from '../../model/finding.ts';
import type { Observation, Profile } from '../../model/observation.ts';
import { offsetAt, zonesOf } from '../../statements/time-zones.ts';
import { hoursExplained } from '../../statements/working-hours.ts';
import { hoursMismatch } from './flag.ts';

const site = 'guru';
const madrid: Partial<Profile> = { location: { country: 'ES', timezone: 'Europe/Madrid' } };
const profile = (more: Partial<Profile> = madrid): Observation => ({
  kind: 'profile',
  site,
  seenAt: '2026-06-01T10:00:00.000Z',
  account: 'ines',
  role: 'freelancer',
  ...more,
});

/** Work between these hours of a zone's day, so many times a day, on days that follow each other. */
function work(
  from: number,
  to: number,
  more: { zone?: string; days?: number; perDay?: number; kind?: 'bid' | 'message'; first?: string } = {},
): Observation[] {
  const { zone = 'Europe/Madrid', days = 40, perDay = 2, kind = 'bid', first = '2026-03-02' } = more;
  const next = random(from * 100 + to + kind.length);
  return Array.from({ length: days * perDay }, (_, i): Observation => {
    const utc = Date.parse(first) + Math.floor(i / perDay) * 86_400_000 + (from + next() * (to - from)) * 3_600_000;
    const at = new Date(utc - offsetAt(zone, utc)).toISOString();
    const common = { site, seenAt: '2026-06-01T10:00:00.000Z', account: 'ines' };
    return kind === 'bid'
      ? { kind, ...common, project: `p${from}-${i}-${first}`, submittedAt: at }
      : { kind, ...common, thread: 't', mine: false, text: `${i} ${from}`, sentAt: at };
  });
}

async function look(observations: Observation[]) {
  const { findings, checks } = await hoursMismatch.evaluate(['guru:ines'], evidenceOf(observations));
  for (const finding of findings) findingSchema.parse(finding);
  return { finding: findings[0], count: findings.length, check: checks.get('guru:ines') };
}

describe('innocent', () => {
  test.each<[string, Observation[]]>([
    ['office hours', [profile(), ...work(9, 18)]],
    ['early hours', [profile(), ...work(5, 13)]],
    ['evenings only', [profile(), ...work(18, 25)]],
    ['an owl with a late night', [profile(), ...work(12, 26)]],
    ['mornings and nights around children', [profile(), ...work(5, 8), ...work(20, 24)]],
    ['long days', [profile(), ...work(8, 23, { perDay: 5 })]],
    [
      'another zone of a wide country',
      [profile({ location: { country: 'RU' } }), ...work(9, 18, { zone: 'Asia/Vladivostok' })],
    ],
    ['four hours away', [profile(), ...work(9, 18, { zone: 'Asia/Dubai' })]],
    [
      'a move that the profile shows',
      [
        profile(),
        {
          ...(profile({ location: { country: 'US', timezone: 'America/Los_Angeles' } }) as Profile),
          seenAt: '2026-06-10T10:00:00.000Z',
        },
        ...work(9, 18),
        ...work(9, 18, { zone: 'America/Los_Angeles', first: '2026-06-12' }),
      ],
    ],
    ['bids by a program', [profile(), ...work(0, 24, { perDay: 6 }), ...work(9, 18, { kind: 'message' })]],
    ['one week elsewhere', [profile(), ...work(9, 18), ...work(0, 8, { days: 7, first: '2026-05-01' })]],
  ])('%s', async (_, observations) => {
    const { count, check } = await look(observations);
    expect([count, check?.result, check?.message]).toEqual([0, 'clear', 'clear']);
  });

  test.each([
    'I am a night owl: mails at three in the morning are normal with me.',
    'I work US Eastern hours.',
    'Trabajo de noche.',
    'Работаю по ночам.',
    'Працюю вночі.',
    'Ich arbeite nachts.',
    'Je travaille la nuit.',
    'Trabalho de madrugada.',
  ])('who says why is asked nothing: %s', async (about) => {
    const { count, check } = await look([profile({ ...madrid, about }), ...work(21, 30)]);
    expect([count, check?.message]).toEqual([0, 'said']);
  });

  test('nor who was asked by the client', async () => {
    const asked: Observation = {
      kind: 'message',
      site,
      seenAt: '2026-06-01T10:00:00.000Z',
      account: 'ines',
      thread: 't',
      mine: true,
      text: 'Could you work in our hours, nine to five?',
    };
    expect((await look([profile(), asked, ...work(21, 30)])).check?.message).toBe('said');
  });
});

describe('too little', () => {
  test.each<[string, string, Observation[]]>([
    ['never seen', 'noZone', []],
    ['no place', 'noZone', [profile({}), ...work(0, 9)]],
    ['a zone that is none', 'noZone', [profile({ location: { timezone: 'Nowhere/Here' } }), ...work(0, 9)]],
    ['a few events', 'tooFew', [profile(), ...work(0, 8, { days: 10 })]],
    ['many events on few days', 'tooFew', [profile(), ...work(0, 8, { days: 6, perDay: 20 })]],
    [
      'days only',
      'tooFew',
      [profile(), ...work(0, 8).map((one) => ({ ...one, submittedAt: '2026-03-02' }) as Observation)],
    ],
    [
      'times that are half a day wide',
      'tooFew',
      [
        profile(),
        ...work(0, 8).map(
          (one) => ({ ...one, submittedAt: '2026-03-02T00:00:00Z/2026-03-02T12:00:00Z' }) as Observation,
        ),
      ],
    ],
  ])('%s', async (_, message, observations) => {
    expect((await look(observations)).check).toMatchObject({ result: 'too-little', message });
  });
});

describe('found', () => {
  test('nights by day, moderately: a night worker has them, too', async () => {
    const { finding, check } = await look([
      profile(),
      ...work(9, 18, { zone: 'Asia/Tokyo' }),
      ...work(21, 23, { zone: 'Asia/Tokyo', perDay: 1 }),
    ]);
    expect([check?.result, finding?.message, finding?.strength]).toEqual(['found', 'zone', 'moderate']);
  });

  test('nights by day since some weeks', async () => {
    const { finding } = await look([
      profile(),
      ...work(9, 18),
      ...work(9, 18, { zone: 'Asia/Tokyo', first: '2026-04-15' }),
    ]);
    expect(finding?.message).toBe('zone');
  });

  test('who says to sleep at night says no reason', async () => {
    const about = 'I work from nine to six, my own time, and sleep at night.';
    expect((await look([profile({ ...madrid, about }), ...work(21, 30)])).finding?.message).toBe('zone');
  });

  test('round the clock in everything, weakly', async () => {
    const seen = [profile(), ...work(0, 24, { perDay: 5 }), ...work(0, 24, { perDay: 5, kind: 'message' })];
    const { finding } = await look(seen);
    expect([finding?.message, finding?.strength]).toEqual(['shared', 'weak']);
  });

  test('two people’s days one after the other', async () => {
    const seen = [profile(), ...work(6, 24.5, { perDay: 9 }), ...work(6, 24.5, { perDay: 9, kind: 'message' })];
    expect((await look(seen)).finding?.message).toBe('shared');
  });
});

describe('clocks', () => {
  test('know summer time and the zones of a country', () => {
    expect(offsetAt('Europe/Madrid', Date.UTC(2026, 0, 15, 12)) / 3_600_000).toBe(1);
    expect(offsetAt('Europe/Madrid', Date.UTC(2026, 6, 15, 12)) / 3_600_000).toBe(2);
    expect(offsetAt('Asia/Kolkata', Date.UTC(2026, 6, 15, 12)) / 3_600_000).toBe(5.5);
    expect(zonesOf({ country: 'PL' })).toEqual(['Europe/Warsaw']);
    expect(zonesOf({ country: 'US' }).length).toBeGreaterThan(4);
    expect(zonesOf({ country: 'ZZ' })).toEqual([]);
    expect(zonesOf({ timezone: 'x'.repeat(300) })).toEqual([]);
  });

  test('reasons are read in time in proportion to the text', () => {
    for (const text of ['night '.repeat(170_000), 'client hours '.repeat(80_000), 'a'.repeat(1_000_000)])
      expectLinear(hoursExplained, text);
  });
});
