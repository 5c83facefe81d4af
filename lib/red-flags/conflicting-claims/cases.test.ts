import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import { findingSchema } from '../../model/finding.ts';
import type { Observation, Profile } from '../../model/observation.ts';
import { conflictingClaims } from './flag.ts';

type Said = Partial<Omit<Profile, 'kind' | 'site' | 'seenAt' | 'account'>>;
const site = 'guru';

/** What one profile said, a month between the sightings. */
function sightings(...said: Said[]): Observation[] {
  return said.map((fields, i) => ({
    kind: 'profile',
    site,
    seenAt: `2026-0${i + 2}-03T10:00:00.000Z`,
    account: 'ines',
    role: 'freelancer',
    ...fields,
  }));
}
let project = 0;
const bid = (text: string, submittedAt = '2026-05-01T10:00:00Z'): Observation => ({
  kind: 'bid',
  site,
  seenAt: '2026-06-01T10:00:00.000Z',
  account: 'ines',
  project: `p${project++}`,
  text,
  submittedAt,
});
const message = (text: string, mine = false): Observation => ({
  kind: 'message',
  site,
  seenAt: '2026-06-01T10:00:00.000Z',
  account: 'ines',
  thread: 't',
  mine,
  text,
  sentAt: '2026-05-02T10:00:00Z',
});

async function look(observations: Observation[]) {
  const { findings, checks } = await conflictingClaims.evaluate(['guru:ines'], evidenceOf(observations));
  for (const finding of findings) findingSchema.parse(finding);
  return { finding: findings[0], count: findings.length, check: checks.get('guru:ines') };
}

const about = (text: string, more: Said = {}) => sightings({ about: text, ...more });
const spain: Said = { location: { city: 'Vigo', country: 'ES' } };
const school = (school: string, from: string, to: string, degree?: string) => ({
  school,
  from,
  to,
  ...(degree && { degree }),
});
const job = (employer: string, title: string, from: string, to?: string) => ({
  employer,
  title,
  from,
  ...(to && { to }),
});
const oak = {
  employment: [job('Oakyard', 'Illustrator', '2022-04')],
  about: 'At present I work for Oakyard (https://oakyard.example).',
};
const mail = (value: string) => ({ contacts: [{ type: 'email', value }] });

describe('innocent', () => {
  test.each<[string, Observation[]]>([
    [
      'years that grow',
      [...sightings({ about: 'I have 8 years of experience.' }, { about: 'I have 9 years of experience.' })],
    ],
    [
      'an old text beside a new bid',
      [...about('I have 8 years of experience.', { memberSince: '2015' }), bid('I have 13 years of experience.')],
    ],
    ['a round number and a plain one', [bid('Almost a decade in this trade.'), bid('I have 9 years of experience.')]],
    ['“5+” and 6', [bid('I have 5+ years of experience.'), bid('I have 6 years of experience.')]],
    [
      'years of a skill and of all',
      [bid('I have 12 years of experience.'), bid('I have worked with Linux for 3 years.')],
    ],
    [
      'years of two skills',
      [bid('I have 8 years of experience with Rust.'), bid('I have 3 years of experience with Go.')],
    ],
    [
      'what the post asks for',
      [bid('I have 9 years of experience.'), bid('You ask for 5 years of experience, that I have.')],
    ],
    ['what the client wrote', [bid('I have 9 years of experience.'), message('I have 2 years of experience.', true)]],
    ['a quotation', [bid('I have 9 years of experience.'), message('You wrote "2 years of experience are enough".')]],
    [
      'a team’s years and one’s own',
      [bid('Together the four of us have 40 years of experience.'), bid('I myself have 11 years of experience.')],
    ],
    [
      'years of a project and an age',
      [bid('I am 34 years old and have 10 years of experience.'), bid('My longest project took 3 years.')],
    ],
    ['a bid of years ago', [bid('I have 3 years of experience.', '2020-05'), bid('I have 9 years of experience.')]],
    [
      'a bid of which it is not known when it was sent',
      [bid('I have 9 years of experience.', '2016/2026'), bid('I have 8 years of experience.')],
    ],
    [
      'work before a late degree',
      about('I have 12 years of experience.', {
        education: [school('Quay College', '2022', '2024')],
        employment: [job('Tidal Works', 'Illustrator', '2014-01')],
      }),
    ],
    [
      'experience before the jobs that are listed',
      about('I have 12 years of experience.', { employment: [job('Tidal Works', 'Illustrator', '2022-01')] }),
    ],
    [
      'a student’s job',
      about('', {
        education: [school('Quay University', '2015', '2019')],
        employment: [job('Tidal Works', 'Working student, lead of the lab', '2016-01', '2019-01')],
      }),
    ],
    [
      'study beside a job',
      about('', {
        education: [school('Quay University', '2014', '2020')],
        employment: [job('Tidal Works', 'Senior illustrator', '2011-01')],
      }),
    ],
    [
      'a shop kept as a pupil',
      about('', {
        education: [school('Quay Secondary School', '2010', '2016')],
        employment: [job('Own shop', 'Illustrator', '2011-01')],
      }),
    ],
    ['a birthplace elsewhere', about('Born in Multan, at home in Vigo.', spain)],
    ['a move that is told', about('I lived in Manaus until last year.', spain)],
    ['a client’s town', about('For four years I worked for a company in Hanoi.', spain)],
    [
      'the same town in another spelling',
      about('I live in Warsaw.', { location: { city: 'Warszawa', country: 'PL' } }),
    ],
    ['a town that two countries have', about('I live in Toledo.', { location: { country: 'US' } })],
    ['a town that is not known', about('I live in Quietharbour.', spain)],
    [
      'an old text of somebody who moved',
      sightings({ about: 'I live in Manaus.', location: { country: 'BR' } }, { location: { country: 'ES' } }),
    ],
    [
      'the same year of graduation',
      about('I graduated from Quay College in 2014.', { education: [school('Quay College', '2010', '2014')] }),
    ],
    [
      'a second degree of the same school',
      about('I graduated from Quay College in 2011.', {
        education: [school('Quay College', '2008', '2011'), school('Quay College', '2015', '2019')],
      }),
    ],
    [
      'a school in a short form',
      about('From 2010 to 2014 I studied at Harbour Tech.', {
        education: [school('Harbour Technical University', '2010', '2014')],
      }),
    ],
    [
      'two schools in other years',
      about('From 2004 to 2008 I studied at Hill College.', { education: [school('Quay College', '2010', '2014')] }),
    ],
    [
      'the trade since long, the site since lately',
      about('In this trade since 2011, on this site since 2022.', { memberSince: '2022-03' }),
    ],
    ['alone now, a team before', [...about('I work alone.'), message('In my last post I led a team of eight.')]],
    ['alone then, a team years later', [bid('I work alone.', '2020-05-01'), bid('My team has begun.', '2026-05-01')]],
    ['a mail at a subdomain', about(oak.about, { ...oak, ...mail('ines@mail.oakyard.example') })],
    ['a private mail', about(oak.about, { ...oak, ...mail('ines.oakyard@gmail.com') })],
    ['an own domain', about(oak.about, { ...oak, ...mail('hi@quietharbour.example') })],
    ['a client’s page', about('I built https://oakyard.example.', mail('hi@oakyards.example'))],
  ])('%s', async (_, observations) => {
    const { count, check } = await look(observations);
    expect([count, check?.result === 'found']).toEqual([0, false]);
  });
});

describe('found', () => {
  test.each<[string, string, string, Observation[]]>([
    [
      'fewer years in the next bid',
      'years',
      'weak',
      [bid('I have 6 years of experience.', '2026-03-01T10:00:00Z'), bid('I have 5 years of experience.')],
    ],
    [
      'fewer years in the next text',
      'years',
      'weak',
      sightings(
        { about: 'I have 12 years of experience as a copywriter.' },
        { about: 'I have 11 years of experience as a copywriter.' },
      ),
    ],
    [
      'far fewer years in an answer',
      'years',
      'moderate',
      [...about('I am an illustrator with 11 years of experience.'), message('As you asked: I do this since 6 years.')],
    ],
    [
      'far fewer years of one skill',
      'years',
      'moderate',
      [
        bid('I have 9 years of experience with Linux.', '2026-04-01T10:00:00Z'),
        bid('I have worked with Linux for 3 years.'),
      ],
    ],
    [
      'more years in the next bid than have passed',
      'years',
      'moderate',
      [bid('I have 3 years of experience.', '2026-04-01T10:00:00Z'), bid('I have 9 years of experience.')],
    ],
    [
      'in Spanish',
      'years',
      'weak',
      [bid('Tengo 6 años de experiencia.', '2026-03-01T10:00:00Z'), bid('Tengo cinco años de experiencia.')],
    ],
    [
      'in Ukrainian',
      'years',
      'moderate',
      [bid('Маю досвід роботи 9 років.', '2026-03-01T10:00:00Z'), bid('Досвід роботи 4 роки.')],
    ],
    [
      'years before a beginner’s first job',
      'work',
      'weak',
      about('I have 12 years of professional experience.', {
        employment: [job('Tidal Works', 'Junior illustrator', '2022-09')],
      }),
    ],
    [
      'a senior’s job in the years of secondary school',
      'schoolYears',
      'weak',
      about('', {
        education: [school('Quay Secondary School', '2010', '2016')],
        employment: [job('Tidal Works', 'Senior illustrator', '2011-03', '2017-10')],
      }),
    ],
    ['a home in another country', 'place', 'weak', about('My home office is in Manaus.', spain)],
    [
      'another year of graduation',
      'graduation',
      'weak',
      about('I graduated from Quay College in 2011.', { education: [school('Quay College', '2015', '2019')] }),
    ],
    [
      'another school for the same years',
      'school',
      'weak',
      about('From 2012 to 2016 I studied at Hill College.', { education: [school('Quay College', '2012', '2016')] }),
    ],
    [
      'on the marketplace before the account',
      'member',
      'weak',
      about('I have been on this site since 2012.', { memberSince: '2023-05' }),
    ],
    [
      'alone, and a team at the same time',
      'alone',
      'weak',
      [...about('I work alone, nobody else writes a line.'), message('My team of twelve developers has begun today.')],
    ],
    [
      'two full-time employers',
      'employer',
      'weak',
      about('I work full time at Tidal Works since 2021 and have no other employer.', {
        employment: [job('Pebble Press', 'Illustrator (full time)', '2020-02')],
      }),
    ],
    [
      'a mail that looks like the employer’s',
      'mail',
      'moderate',
      about(oak.about, { ...oak, ...mail('ines@oakyrad.example') }),
    ],
    [
      'a mail at the employer’s name with more behind it',
      'mail',
      'moderate',
      about(oak.about, { ...oak, ...mail('ines@oakyard-careers.example') }),
    ],
    ['letters that look alike', 'mail', 'moderate', about(oak.about, { ...oak, ...mail('ines@0akyard.example') })],
  ])('%s', async (_, topic, strength, observations) => {
    const { finding, count, check } = await look(observations);
    expect([count, check?.result, finding?.data.topic, finding?.strength]).toEqual([1, 'found', topic, strength]);
  });

  test('two matters are more than one', async () => {
    const { finding } = await look(
      about('My home office is in Manaus. I have been on this site since 2012.', { ...spain, memberSince: '2023-05' }),
    );
    expect(finding).toMatchObject({ strength: 'moderate', data: { conflicts: 2 } });
  });

  test('quotes both side by side, with when, and a question', async () => {
    const { finding } = await look([
      bid('Hello. I have 6 years of experience.', '2026-03-01T10:00:00Z'),
      bid('I have 5 years of experience.'),
    ]);
    expect(finding?.evidence[0]).toMatchObject({
      rows: [
        {
          label: 'rowYears',
          value: {
            message: 'said',
            data: { words: 'I have 6 years of experience.', where: 'bid', when: { time: '2026-03-01' } },
          },
        },
        {
          label: 'rowBeside',
          value: { message: 'said', data: { words: 'I have 5 years of experience.', when: { time: '2026-05-01' } } },
        },
        { label: 'rowAsk', value: { message: 'askYears' } },
      ],
    });
  });
});

describe('too little', () => {
  test('with one statement, or none', async () => {
    expect((await look([])).check).toMatchObject({ result: 'too-little', message: 'tooLittle' });
    expect((await look([bid('I have 6 years of experience.')])).check).toMatchObject({ result: 'too-little' });
    expect(
      (await look([bid('I have 6 years of experience.'), bid('I have 6 years of experience.')])).check,
    ).toMatchObject({ result: 'clear' });
  });
});
