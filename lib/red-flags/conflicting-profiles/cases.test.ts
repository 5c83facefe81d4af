import { describe, expect, test } from 'vitest';
import { MemoryStore } from '../../evidence/memory-evidence.ts';
import { findingSchema } from '../../model/finding.ts';
import { type Profile, parseObservation } from '../../model/observation.ts';
import { conflictingProfiles } from './flag.ts';

type Said = Partial<Omit<Profile, 'kind' | 'role'>>;
const school = (name: string, from?: string, to?: string) => ({
  school: name,
  ...(from && { from }),
  ...(to && { to }),
});
const job = (employer: string, from?: string, to?: string) => ({ employer, ...(from && { from }), ...(to && { to }) });
const schools = [school('Harbour College', '2001', '2005'), school('Quay University', '2005', '2007')];
const jobs = [job('Tidal Works', '2008-01', '2012-06'), job('Pebble Press', '2013-01', '2019-06')];

/** Looks at one account beside another that the user said is the same person's. */
async function look(here: Said, there: Said, isSame = true) {
  const store = new MemoryStore();
  for (const [site, said] of [
    ['guru', here],
    ['fiverr', there],
  ] as const) {
    const parsed = parseObservation({
      kind: 'profile',
      site,
      seenAt: '2026-03-01T10:00:00Z',
      account: 'ines',
      role: 'freelancer',
      ...said,
    });
    if ('problem' in parsed) throw new Error(parsed.problem);
    store.remember(parsed.observation);
  }
  if (isSame) store.samePeople('guru:ines', 'fiverr:ines');
  const { findings, checks } = await conflictingProfiles.evaluate(['guru:ines'], store.evidence());
  for (const finding of findings) findingSchema.parse(finding);
  return { finding: findings[0], check: checks.get('guru:ines') };
}

describe('innocent', () => {
  test.each<[string, Said, Said]>([
    [
      'the same life',
      { name: 'Inés Vidal', education: schools, employment: jobs },
      { name: 'Inés Vidal', education: schools, employment: jobs },
    ],
    ['less told', { education: schools, employment: jobs }, { employment: jobs.slice(1) }],
    ['each tells another school', { education: schools.slice(0, 1) }, { education: schools.slice(1) }],
    ['a married name', { name: 'Inés Vidal' }, { name: 'Inés Okafor' }],
    ['another alphabet', { name: 'Инна Кравец' }, { name: 'Inna Kravets' }],
    ['another spelling and order', { name: 'Sergei Zhdanov' }, { name: 'ZDANOW Serhiy' }],
    ['an initial', { name: 'Inés Vidal' }, { name: 'Inés V.' }],
    [
      'years in place of months',
      { employment: jobs },
      { employment: [job('Tidal Works', '2008', '2012'), job('Pebble Press', '2013', '2019')] },
    ],
    [
      'a month off',
      { employment: jobs },
      { employment: [job('Tidal Works', '2008-02', '2012-07'), job('Pebble Press', '2013-02', '2019-07')] },
    ],
    [
      'a legal form left out',
      { employment: [job('Tidal Works Ltd.', '2008-01', '2012-06')] },
      { employment: jobs.slice(0, 1) },
    ],
    [
      'a firm that was renamed',
      { employment: [job('Brine Press (formerly Tidal Works)', '2008-01', '2012-06')] },
      { employment: jobs.slice(0, 1) },
    ],
    [
      'a school in another language',
      { education: [school('Universidad de Vigo', '2001', '2005')] },
      { education: [school('University of Vigo', '2001', '2005')] },
    ],
    [
      'a second job at the same time',
      { employment: jobs },
      { employment: [...jobs, job('Evening School', '2008-01', '2012-06')] },
    ],
    [
      'a job that ended since',
      { employment: [job('Tidal Works', '2020-01')] },
      { employment: [job('Tidal Works', '2020-01', '2026-02')] },
    ],
    [
      'a city in another spelling',
      { location: { city: 'Vigo', country: 'ES' } },
      { location: { city: 'Vigo near Porto', country: 'ES' } },
    ],
    ['a country alone', { location: { city: 'Vigo', country: 'ES' } }, { location: { country: 'ES' } }],
    [
      'a move that is told',
      { location: { city: 'Vigo', country: 'ES' } },
      { about: 'Since May in Kisumu; elsewhere it still says Vigo.', location: { city: 'Kisumu', country: 'KE' } },
    ],
    [
      'a move between two looks',
      { location: { country: 'ES' } },
      { location: { country: 'KE' }, seenAt: '2025-09-01T10:00:00Z' },
    ],
  ])('%s', async (_, here, there) => {
    const { finding, check } = await look(here, there);
    expect([finding, check?.result]).toEqual([undefined, 'clear']);
  });

  test('of accounts that nobody said are one person’s nothing is compared', async () => {
    const { finding, check } = await look({ name: 'Inés Vidal' }, { name: 'Marek Dudek' }, false);
    expect([finding, check]).toEqual([undefined, { result: 'too-little', message: 'nobodyElse', data: {} }]);
  });
});

describe('found', () => {
  test.each<[string, string, Said, Said]>([
    ['another person’s name', 'moderate', { name: 'Inés Vidal' }, { name: 'Marek Dudek' }],
    [
      'another school for the same years',
      'weak',
      { education: schools.slice(0, 1) },
      { education: [school('Hill Academy', '2001', '2005')] },
    ],
    [
      'other firms for the same years',
      'moderate',
      { employment: jobs },
      { employment: [job('Brine Ltd', '2008-01', '2012-06'), job('Gull Foods', '2013-01', '2019-06')] },
    ],
    [
      'the same schools years earlier',
      'moderate',
      { education: schools },
      { education: [school('Harbour College', '1991', '1995'), school('Quay University', '1995', '1997')] },
    ],
    [
      'the same firm in other years',
      'weak',
      { employment: jobs },
      { employment: [job('Tidal Works', '2002-01', '2006-03'), ...jobs.slice(1)] },
    ],
    [
      'another country at the same time',
      'weak',
      { location: { city: 'Vigo', country: 'ES' } },
      { location: { city: 'Kisumu', country: 'KE' } },
    ],
    [
      'name and school',
      'strong',
      { name: 'Inés Vidal', education: schools.slice(0, 1) },
      { name: 'Marek Dudek', education: [school('Hill Academy', '2001', '2005')] },
    ],
  ])('%s', async (_, strength, here, there) => {
    const { finding, check } = await look(here, there);
    expect([finding?.strength, check?.result]).toEqual([strength, 'found']);
  });

  test('stands side by side, with where each was seen', async () => {
    const { finding } = await look(
      { name: 'Inés Vidal', url: 'https://guru.example/ines' },
      { name: 'Marek Dudek', url: 'https://fiverr.example/ines' },
    );
    expect(finding).toMatchObject({
      with: ['fiverr:ines'],
      evidence: [
        {
          rows: [
            { label: 'name', value: { message: 'sideBySide', data: { here: 'Inés Vidal', there: 'Marek Dudek' } } },
          ],
          sources: [{ url: 'https://fiverr.example/ines' }, { url: 'https://guru.example/ines' }],
        },
      ],
    });
  });
});

describe('bad input', () => {
  test('long lists come to an end', async () => {
    const many = (n: number) =>
      Array.from({ length: 200 }, (_, i) => job(`Firm ${n} ${i} ${'x'.repeat(200)}`, '2001-01', '2002-02'));
    await look({ employment: many(1) }, { employment: many(2) });
  });
});
