import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import { assess } from '../../assess/assess.ts';
import type { Observation, Profile } from '../../model/observation.ts';
import { newAccount } from './flag.ts';

const profile = (said: Partial<Profile> = {}): Observation => ({
  kind: 'profile',
  site: 'guru',
  seenAt: '2026-10-01T10:00:00Z',
  account: 'ines',
  role: 'freelancer',
  ...said,
});
const look = (observations: Observation[]) => newAccount.evaluate(['guru:ines'], evidenceOf(observations));

describe('innocent', () => {
  test.each<[string, Observation[]]>([
    ['never seen', []],
    ['of which it is not said', [profile()]],
    ['a member for years', [profile({ memberSince: '2019-04-03' })]],
    ['a member for four months', [profile({ memberSince: '2026-06-01' })]],
    ['of which the year alone is known', [profile({ memberSince: '2026' })]],
    ['“a year ago”', [profile({ memberSince: '2025-09/2026-10' })]],
    ['a client', [profile({ memberSince: '2026-09-20', role: 'client' })]],
    [
      'seen new, and again a year later',
      [profile({ memberSince: '2025-09-20', seenAt: '2025-10-01T10:00:00Z' }), profile({ memberSince: '2025-09-20' })],
    ],
  ])('%s', async (_, observations) => {
    expect((await look(observations)).findings).toEqual([]);
  });

  test('whatever is found, no level comes of it', async () => {
    for (const memberSince of ['2026-09-20', '2019-04-03']) {
      const [assessment] = await assess(['guru:ines'], evidenceOf([profile({ memberSince })]), [newAccount]);
      expect(assessment?.level).toBe('not-enough-seen');
    }
  });
});

describe('found', () => {
  test.each(['2026-09-20', '2026-09', '2026-07-10', '2026-08/2026-09'])('joined %s', async (memberSince) => {
    const { findings, checks } = await look([profile({ memberSince })]);
    expect(findings).toMatchObject([{ commonPractice: true, data: { since: { time: memberSince } } }]);
    expect(checks.get('guru:ines')?.result).toBe('found');
  });
});
