import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import type { Observation, Profile } from '../../model/observation.ts';
import { slowOrLate } from './flag.ts';

const site = 'guru';
const seenAt = '2026-10-01T10:00:00Z';
type Figures = NonNullable<Profile['stats']>;
const profile = (account: string, stats?: Figures): Observation => ({
  kind: 'profile',
  site,
  seenAt,
  account,
  role: 'freelancer',
  ...(stats && { stats }),
});
/** Fifty others with ordinary figures: late once in twenty, one in six a little later. */
const others = Array.from({ length: 50 }, (_, i) =>
  profile(`other-${i}`, { reviewCount: 8 + i, onTime: i % 6 === 0 ? 0.85 : 0.96, completionRate: 0.95 }),
);
const slowSite = Array.from({ length: 80 }, (_, i) =>
  profile(`other-${i}`, { reviewCount: 20, onTime: 0.35 + (i % 5) * 0.1 }),
);

/** Questions of the user's, one a fortnight, each answered after so many hours. */
function thread(account: string, hours: readonly number[], at: (moment: number) => string = moment): Observation[] {
  return hours.flatMap((wait, i) => {
    const asked = Date.parse('2026-01-05T09:00:00Z') + i * 14 * 86_400_000;
    const message = (time: number, mine: boolean): Observation => ({
      kind: 'message',
      site,
      seenAt,
      thread: `with-${account}`,
      account,
      mine,
      text: mine ? `Where are we on part ${i}?` : `Part ${i} stands as agreed.`,
      sentAt: at(time),
    });
    return [message(asked, true), message(asked + wait * 3_600_000, false)];
  });
}
const moment = (time: number) => new Date(time).toISOString().replace('.000Z', 'Z');
const month = (time: number) => new Date(time).toISOString().slice(0, 7);

const look = (observations: Observation[]) => slowOrLate.evaluate(['guru:ines'], evidenceOf(observations));

describe('innocent', () => {
  test.each<[string, Observation[]]>([
    ['never seen', []],
    [
      'a newcomer without jobs, whose rates are 0',
      [...others, profile('ines', { reviewCount: 0, onTime: 0, completionRate: 0 })],
    ],
    ['rates of 0 beside many reviews: not worked out', [...others, profile('ines', { reviewCount: 230, onTime: 0 })]],
    ['ordinary figures', [...others, profile('ines', { reviewCount: 30, onTime: 0.93, completionRate: 0.97 })]],
    ['one of two jobs late', [...others, profile('ines', { reviewCount: 2, onTime: 0.5 })]],
    ['two of ten late', [...others, profile('ines', { reviewCount: 10, onTime: 0.8 })]],
    ['a bad year among many jobs', [...others, profile('ines', { reviewCount: 200, onTime: 0.82 })]],
    ['a marketplace where most are late', [...slowSite, profile('ines', { reviewCount: 20, onTime: 0.4 })]],
    ['a client', [...others, { ...(profile('ines', { reviewCount: 40, onTime: 0.2 }) as Profile), role: 'client' }]],
    ['answers within the day', thread('ines', [2, 5, 20, 8, 1, 14])],
    ['answers after the weekend', thread('ines', [60, 66, 50, 70, 68, 55, 60, 71])],
    ['one illness of two weeks', thread('ines', [2, 5, 330, 8, 1, 14, 3])],
    ['four late answers and no more', thread('ines', [200, 150, 90, 100])],
    ['times known to the month alone', thread('ines', [100, 120, 150, 90, 200, 110, 100, 300], month)],
    [
      'late like everybody the user writes with',
      [
        ...Array.from({ length: 12 }, (_, i) => thread(`other-${i}`, [90, 2, 120, 80, 100, 8])).flat(),
        ...thread('ines', [100, 90, 150, 4, 80, 100]),
      ],
    ],
  ])('%s', async (_, observations) => {
    expect((await look(observations)).findings).toEqual([]);
  });

  test('what is not known is too little, and not clear', async () => {
    const { checks } = await look([profile('ines', { reviewCount: 0, onTime: 0 })]);
    expect(checks.get('guru:ines')?.result).toBe('too-little');
  });
});

describe('found', () => {
  test.each<[string, string, Observation[]]>([
    ['two of three jobs late', 'late', [...others, profile('ines', { reviewCount: 30, onTime: 0.33 })]],
    [
      'half of the jobs unfinished',
      'unfinished',
      [...others, profile('ines', { jobsCompleted: 40, completionRate: 0.4 })],
    ],
    [
      'known on a marketplace of which nothing else was seen',
      'late',
      [profile('ines', { reviewCount: 60, onTime: 0.2 })],
    ],
    ['days until an answer, time and again', 'slow', thread('ines', [100, 90, 150, 80, 200, 110, 100, 4])],
    [
      'the same, where others answer in hours',
      'slow',
      [
        ...Array.from({ length: 12 }, (_, i) => thread(`other-${i}`, [2, 8, 20, 30, 5])).flat(),
        ...thread('ines', [100, 4, 150, 90, 80, 100]),
      ],
    ],
  ])('%s', async (_, message, observations) => {
    const { findings, checks } = await look(observations);
    expect(findings.map((one) => [one.message, one.strength])).toEqual([[message, 'weak']]);
    expect(findings[0]?.chance).toBeLessThanOrEqual(0.002);
    expect(checks.get('guru:ines')?.result).toBe('found');
  });
});
