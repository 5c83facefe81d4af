import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import type { Observation, Profile } from '../../model/observation.ts';
import { thinProfile } from './flag.ts';

type Said = Partial<Omit<Profile, 'kind' | 'account'>>;
const profile = (account: string, said: Said = {}): Observation => ({
  kind: 'profile',
  site: 'guru',
  seenAt: '2026-10-01T10:00:00Z',
  account,
  role: 'freelancer',
  memberSince: '2021-03',
  ...said,
});
const rich: Said = {
  headline: 'Booking systems and calendars',
  about:
    'I build booking systems for small hotels and look after them for years. Before that I kept the books of a ferry line.',
  employment: [{ employer: 'Quay Ferries', from: '2014', to: '2019' }],
  education: [{ school: 'Harbour College', from: '2010', to: '2013' }],
  portfolio: [{ title: 'A ferry’s timetable' }],
  links: ['https://ines.example/'],
  skills: ['PHP', 'SQL', 'Vue'],
  languages: ['English'],
};
/** A marketplace on which nearly all tell much: one in four leaves a part out. */
const others = Array.from({ length: 120 }, (_, i) => {
  const { portfolio, links, languages, ...less } = rich;
  return profile(
    `other-${i}`,
    i % 4 === 0 ? ({ ...less, ...(i % 8 === 0 ? { links } : { portfolio, languages }) } as Said) : rich,
  );
});
/** One on which half tell nothing. */
const quiet = Array.from({ length: 120 }, (_, i) =>
  profile(`other-${i}`, i % 2 === 0 ? rich : { headline: 'Developer' }),
);
/** One that shows a headline, a text and skills, and nothing else. */
const sparse = Array.from({ length: 120 }, (_, i) => {
  const { headline, about, skills } = rich;
  return profile(`other-${i}`, { headline, about, skills } as Said);
});
const bid = (text: string): Observation => ({
  kind: 'bid',
  site: 'guru',
  seenAt: '2026-10-01T10:00:00Z',
  project: 'p1',
  account: 'ines',
  text,
});
const claim = 'I have 12 years of experience in mobile development.';

const look = (observations: Observation[]) => thinProfile.evaluate(['guru:ines'], evidenceOf(observations));

describe('innocent', () => {
  test.each<[string, Observation[]]>([
    ['never seen', []],
    [
      'seen in a list alone',
      [...others, profile('ines', { memberSince: undefined, headline: 'Developer' } as Said), bid(claim)],
    ],
    ['tells as much as others', [...others, profile('ines', rich), bid(claim)]],
    [
      'leaves out works and links',
      [...others, profile('ines', { ...rich, portfolio: undefined, links: undefined } as Said), bid(claim)],
    ],
    ['tells little and claims nothing', [...others, profile('ines', { headline: 'Developer' })]],
    [
      'tells little and claims two years',
      [...others, profile('ines', { headline: 'Developer' }), bid('I have 2 years of experience in PHP.')],
    ],
    [
      'speaks of the years of somebody else',
      [...others, profile('ines'), bid('Your company has 12 years of experience in shipping.')],
    ],
    ['a marketplace where half tell nothing', [...quiet, profile('ines', { headline: 'Developer' }), bid(claim)]],
    [
      'a marketplace that shows no more than three parts, all there',
      [...sparse, profile('ines', { headline: 'D', about: rich.about, skills: rich.skills } as Said), bid(claim)],
    ],
    ['among a dozen profiles', [...others.slice(0, 12), profile('ines', { headline: 'Developer' }), bid(claim)]],
    [
      'rich in a script without spaces',
      [
        ...others,
        profile('ines', {
          ...rich,
          about: '私は小さな宿のための予約システムを長年作り、世話をしています。その前は船会社で帳簿をつけていました。',
        }),
        bid(claim),
      ],
    ],
    ['a client', [...others, profile('ines', { role: 'client' }), bid(claim)]],
  ])('%s', async (_, observations) => {
    expect((await look(observations)).findings).toEqual([]);
  });
});

describe('found', () => {
  test.each<[string, Observation[]]>([
    [
      'a headline, and twelve years in a bid',
      [...others, profile('ines', { headline: 'Senior developer' }), bid(claim)],
    ],
    ['nothing, and twelve years in a bid', [...others, profile('ines'), bid(claim)]],
    [
      'twelve years in the headline',
      [...others, profile('ines', { headline: 'Developer with 12 years of experience' })],
    ],
    ['años de experiencia', [...others, profile('ines'), bid('Tengo 12 años de experiencia en desarrollo móvil.')]],
    ['опыт', [...others, profile('ines'), bid('У меня 12 лет опыта в разработке.')]],
  ])('%s', async (_, observations) => {
    const { findings, checks } = await look(observations);
    expect(findings.map(({ strength, data }) => [strength, data.years])).toEqual([['weak', 12]]);
    expect(findings[0]?.chance).toBeLessThanOrEqual(0.003);
    expect(checks.get('guru:ines')?.result).toBe('found');
  });
});
