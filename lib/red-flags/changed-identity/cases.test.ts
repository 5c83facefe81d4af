import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import { findingSchema } from '../../model/finding.ts';
import type { Observation, Profile } from '../../model/observation.ts';
import { changedIdentity } from './flag.ts';

type Said = Partial<Omit<Profile, 'kind' | 'site' | 'seenAt' | 'account'>>;

/** What one profile said, a month between the sightings. */
function sightings(...said: Said[]): Profile[] {
  return said.map((fields, i) => ({
    kind: 'profile',
    site: 'guru',
    seenAt: `2026-0${i + 2}-03T10:00:00.000Z`,
    account: 'ines',
    role: 'freelancer',
    ...fields,
  }));
}

async function look(observations: Observation[], account: `${string}:${string}` = 'guru:ines') {
  const { findings, checks } = await changedIdentity.evaluate([account], evidenceOf(observations));
  for (const finding of findings) findingSchema.parse(finding);
  return { finding: findings[0], count: findings.length, check: checks.get(account) };
}

const names = (before: string, after: string) => sightings({ name: before }, { name: after });
const school = (school: string, from?: string, to?: string) => ({ school, ...(from && { from }), ...(to && { to }) });
const job = (employer: string, from?: string, to?: string) => ({ employer, ...(from && { from }), ...(to && { to }) });
const mail = (value: string) => ({ type: 'email', value });
const phone = (value: string) => ({ type: 'phone', value });
const twoSchools = [school('Harbour College', '2001', '2005'), school('Quay University', '2005', '2007')];
const twoJobs = [job('Tidal Works', '2008-01', '2012-06'), job('Pebble Press', '2013-01', '2019-06')];

describe('innocent', () => {
  test.each<[string, Observation[]]>([
    ['a new family name', names('Inés Vidal', 'Inés Okafor')],
    ['a double name', names('Inés Vidal', 'Inés Vidal-Okafor')],
    ['a chosen first name', names('Inés Vidal', 'Marek Vidal')],
    ['another alphabet', names('Инна Кравец', 'Inna Kravets')],
    ['another alphabet, and another name in it', names('Инна Кравец', 'Grace Otieno')],
    ['another transliteration', names('Sergei Zhdanov', 'Serhiy Zdanow')],
    ['accents left out', names('Łukasz Gęś', 'Lukasz Ges')],
    ['the family name first', names('Inés Vidal', 'VIDAL Ines')],
    ['a slip of the fingers', names('Inés Corredoira', 'Inés Corerdoira')],
    ['a short form', names('Alexandra Vidal', 'Alex Vidal')],
    ['an initial', names('Inés Vidal', 'I. V.')],
    ['a user name in place of the name', names('Inés Vidal', 'quietharbour88')],
    ['a firm in place of the person', names('Inés Vidal', 'Quiet Harbour Studio')],
    ['an agency with another person at its head', names('Quiet Harbour Agency', 'Marek Dudek')],
    ['a title and signs around the name', names('Inés Vidal', '★ Dr. Inés Vidal | Illustrator ★')],
    ['a move within the country', sightings({ location: { city: 'Vigo' } }, { location: { city: 'Lugo' } })],
    ['a move to another country', sightings({ location: { country: 'ES' } }, { location: { country: 'KE' } })],
    [
      'a new school beside the old one',
      sightings({ education: [school('Harbour College')] }, { education: twoSchools }),
    ],
    [
      'another language for a school',
      sightings({ education: [school('Universidad de Vigo')] }, { education: [school('University of Vigo')] }),
    ],
    [
      'a short form of a school',
      sightings({ education: [school('Massachusetts Institute of Technology')] }, { education: [school('MIT')] }),
    ],
    [
      'a mended year',
      sightings(
        { education: [school('Harbour College', '1995', '2005')] },
        { education: [school('Harbour College', '2001', '2005')] },
      ),
    ],
    [
      'a job that ended and a new one',
      sightings(
        { employment: [job('Tidal Works', '2019-01')] },
        { employment: [job('Pebble Press', '2026-02'), job('Tidal Works', '2019-01', '2026-01')] },
      ),
    ],
    [
      'a legal form left out',
      sightings({ employment: [job('Tidal Works Ltd.')] }, { employment: [job('Tidal Works')] }),
    ],
    [
      'years in place of months',
      sightings(
        { employment: [job('Tidal Works', '2008-01', '2012-06')] },
        { employment: [job('Tidal Works', '2008', '2012')] },
      ),
    ],
    [
      'less shown for a while',
      sightings({ employment: twoJobs }, { employment: twoJobs.slice(1) }, { employment: twoJobs }),
    ],
    ['a new telephone', sightings({ contacts: [phone('+34 600 111 222')] }, { contacts: [phone('+34 600 333 444')] })],
    [
      'one mailbox in two spellings',
      sightings(
        { contacts: [mail('ines.vidal@mail.example'), phone('1234567')] },
        { contacts: [mail('InesVidal+work@mail.example'), phone('7654321')] },
      ),
    ],
    [
      'a renamed code account',
      sightings({ links: ['https://github.com/ines'] }, { links: ['https://github.com/ines-dev'] }),
    ],
    [
      'another picture, text, rate and other skills',
      sightings(
        {
          avatar: 'https://a.example/1.jpg',
          about: 'Ink.',
          hourlyRate: { amount: 9, currency: 'USD' },
          skills: ['Ink'],
        },
        {
          avatar: 'https://a.example/2.jpg',
          about: 'Code.',
          hourlyRate: { amount: 90, currency: 'USD' },
          skills: ['Code'],
        },
      ),
    ],
    ['closed and opened again', sightings({ name: 'Inés Vidal', closed: true }, { name: 'Inés Vidal' })],
  ])('%s', async (_, observations) => {
    const { count, check } = await look(observations);
    expect([count, check?.result]).toEqual([0, 'clear']);
  });

  test('of what one page shows at once nothing came first', async () => {
    const [one, other] = names('Inés Vidal', 'Marek Dudek') as [Profile, Profile];
    expect((await look([one, { ...other, seenAt: one.seenAt }])).count).toBe(0);
  });
});

describe('too little', () => {
  test('without a profile, and with one that was seen on one day', async () => {
    expect((await look([])).check).toMatchObject({ result: 'too-little', message: 'noProfile' });
    const [one] = names('Inés Vidal', '');
    expect((await look([one as Profile])).check).toMatchObject({ result: 'too-little', message: 'seenOnce' });
  });
});

describe('found', () => {
  test.each<[string, string, Observation[]]>([
    ['another person’s name', 'moderate', names('Inés Vidal', 'Marek Dudek')],
    ['another person’s name, both shortened', 'moderate', names('Inés V.', 'Marek D.')],
    [
      'another name and country',
      'strong',
      sightings(
        { name: 'Inés Vidal', location: { country: 'ES' } },
        { name: 'Marek Dudek', location: { country: 'PL' } },
      ),
    ],
    [
      'other schools',
      'moderate',
      sightings(
        { education: twoSchools },
        { education: [school('Hill Academy', '1999', '2003'), school('Moor Institute', '2003', '2005')] },
      ),
    ],
    [
      'one other school',
      'weak',
      sightings({ education: [school('Harbour College')] }, { education: [school('Hill Academy')] }),
    ],
    [
      'other jobs in the same years',
      'moderate',
      sightings(
        { employment: twoJobs },
        { employment: [job('Brine Software', '2008-01', '2012-06'), job('Gull Software', '2013-01', '2019-06')] },
      ),
    ],
    [
      'the same schools and jobs ten years earlier',
      'moderate',
      sightings(
        { education: twoSchools },
        { education: [school('Harbour College', '1991', '1995'), school('Quay University', '1995', '1997')] },
      ),
    ],
    [
      'other schools and jobs',
      'strong',
      sightings(
        { education: twoSchools, employment: twoJobs },
        {
          education: [school('Hill Academy'), school('Moor Institute')],
          employment: [job('Brine Software'), job('Gull Software')],
        },
      ),
    ],
    [
      'mail and telephone at once',
      'weak',
      sightings(
        { contacts: [mail('a@x.example'), phone('1234567')] },
        { contacts: [mail('b@y.example'), phone('7654321')] },
      ),
    ],
    [
      'mail and telephone, twice',
      'moderate',
      sightings(
        { contacts: [mail('a@x.example'), phone('1234567')] },
        { contacts: [mail('b@y.example'), phone('7654321')] },
        { contacts: [mail('c@z.example'), phone('1112223')] },
      ),
    ],
    [
      'mail and code account',
      'moderate',
      sightings(
        { links: ['https://github.com/ines'], contacts: [mail('a@x.example')] },
        { links: ['https://github.com/marek'], contacts: [mail('b@y.example')] },
      ),
    ],
  ])('%s', async (_, strength, observations) => {
    const { finding, count, check } = await look(observations);
    expect([count, check?.result, finding?.strength]).toEqual([1, 'found', strength]);
  });

  test('quotes both statements with when each was seen', async () => {
    const { finding } = await look(names('Inés Vidal', 'Marek Dudek'));
    expect(finding?.evidence[0]).toMatchObject({
      rows: [
        {
          label: 'rowName',
          value: {
            message: 'beforeAndAfter',
            data: {
              before: 'Inés Vidal',
              seen: { time: '2026-02-03' },
              after: 'Marek Dudek',
              later: { time: '2026-03-03' },
            },
          },
        },
      ],
    });
  });

  test('another change is another matter', async () => {
    const [one, other] = [
      await look(names('Inés Vidal', 'Marek Dudek')),
      await look(names('Inés Vidal', 'Wanjiku Otieno')),
    ];
    expect(one.finding?.key).not.toBe(other.finding?.key);
  });

  describe('closed, then the same documents on a new account', () => {
    const documents: Said = {
      about: 'I draw harbours at low tide for people who love mud. My ink is made of oak galls from my own trees.',
      portfolio: [{ title: 'Map of a mud flat' }, { title: 'Forty gulls, from the front' }],
      education: twoSchools,
    };
    const old = sightings(
      { name: 'Inés Vidal', memberSince: '2021-04', ...documents },
      { name: 'Inés Vidal', closed: true },
    );
    const next = (name: string, memberSince: string, more: Said = {}): Profile => ({
      ...(sightings({ name, memberSince, ...documents, ...more })[0] as Profile),
      account: 'second',
      seenAt: '2026-04-20T10:00:00.000Z',
    });

    test('under another name asks on both accounts, each naming the other', async () => {
      const seen = [...old, next('Marek Dudek', '2026-03-20')];
      expect((await look(seen)).finding).toMatchObject({
        message: 'openedElsewhere',
        strength: 'moderate',
        with: ['guru:second'],
      });
      const there = (await look(seen, 'guru:second')).finding;
      expect(there).toMatchObject({ message: 'openedAfter', strength: 'moderate', with: ['guru:ines'] });
      expect(there?.key).toBe((await look(seen)).finding?.key);
    });

    test('under the same name only informs', async () => {
      const { finding } = await look([...old, next('Inés Vidal', '2026-03-20')]);
      expect(finding).toMatchObject({ commonPractice: true, data: { who: 'same' } });
    });

    test.each<[string, Profile[]]>([
      ['a second account that is older', [...old, next('Marek Dudek', '2020-01')]],
      ['a second account from long before the closing', [...old, next('Marek Dudek', '2023-01')]],
      [
        'an account of which it is not known since when it exists',
        [...old, { ...next('Marek Dudek', '2026-03'), memberSince: undefined }],
      ],
      ['an account that was never closed', [old[0] as Profile, next('Marek Dudek', '2026-03-20')]],
      [
        'one work in common',
        [
          ...old,
          next('Marek Dudek', '2026-03-20', {
            about: 'I bake.',
            education: [],
            portfolio: [{ title: 'Map of a mud flat' }],
          }),
        ],
      ],
    ])('%s is none', async (_, observations) => {
      expect((await look(observations)).count).toBe(0);
    });
  });
});

describe('bad input', () => {
  test('a history of long lists and names is taken to its end', async () => {
    const many = (n: number) =>
      Array.from({ length: 200 }, (_, i) => job(`Firm ${n} ${i} ${'x'.repeat(280)}`, '2001', '2002'));
    const observations = Array.from({ length: 8 }, (_, n) => ({
      ...(sightings({ name: `${'é'.repeat(150)} ${'a '.repeat(70)}${n}`, employment: many(n) })[0] as Profile),
      seenAt: `2026-01-0${n + 1}T00:00:00.000Z`,
    }));
    await look(observations);
  });
});
