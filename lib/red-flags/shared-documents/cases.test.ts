import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import type { AccountKey } from '../../model/account.ts';
import { findingSchema } from '../../model/finding.ts';
import { type Observation, type Profile, parseObservation } from '../../model/observation.ts';
import { sharedDocuments } from './flag.ts';

type Said = Partial<Omit<Profile, 'kind' | 'account' | 'role'>>;

function profile(account: string, said: Said): Observation {
  return { kind: 'profile', site: 'guru', seenAt: '2026-03-01T10:00:00Z', account, role: 'freelancer', ...said };
}
const ines = (said: Said) => profile('ines', { name: 'Inés Vidal', ...said });
const marek = (said: Said) => profile('marek', { name: 'Marek Dudek', ...said });

const about =
  'I draw harbours at low tide for people who love mud. My ink is made of oak galls from my own trees, and each map takes ' +
  'me four weeks. Lighthouse keepers hang them in their stairs. Ask for the one of the estuary, it smells of smoke. I ' +
  'never draw a gull that I have not met.';
const short = 'I draw harbours at low tide for people who love mud, and never a gull that I have not met.';
const work = (title: string, text?: string) => ({ title, ...(text && { text }) });
const works = [work('Map of a mud flat'), work('Forty gulls, from the front'), work('Stairs of a lighthouse')];
const school = (name: string, from = '2001', to = '2005') => ({ school: name, from, to });
const job = (employer: string, from: string, to?: string) => ({ employer, from, ...(to && { to }) });
const past = {
  education: [school('Harbour College'), school('Quay University', '2005', '2007')],
  employment: [job('Tidal Works', '2008-01', '2012-06'), job('Pebble Press', '2013-01', '2019-06')],
};

const trades = 'bread cheese clocks boats bells kites lamps stoves tents saddles violins ropes'.split(' ');
const others = trades.map((trade, i) =>
  profile(`other${i}`, {
    about: `Since 200${i % 10} I have mended ${trade} by hand, ${trade} of all sizes, in a shed with a view of ${trade}.`,
  }),
);

async function look(observations: readonly Observation[], account: AccountKey = 'guru:ines') {
  const parsed = [...others, ...observations].map((one) => {
    const result = parseObservation(one);
    if ('problem' in result) throw new Error(result.problem);
    return result.observation;
  });
  const { findings, checks } = await sharedDocuments.evaluate([account], evidenceOf(parsed));
  for (const finding of findings) findingSchema.parse(finding);
  expect(findings.length).toBeLessThan(2);
  const [finding] = findings;
  return { finding, asks: finding !== undefined && !finding.commonPractice, check: checks.get(account) };
}

describe('innocent', () => {
  test.each<[string, Observation[]]>([
    [
      'words of their own',
      [ines({ about }), marek({ about: `${about.split('. ').reverse()[0]} I bake bread in Lugo.` })],
    ],
    ['a short text that many write', [ines({ about: short.slice(0, 60) }), marek({ about: short.slice(0, 60) })]],
    [
      'phrases of the trade',
      ['ines', 'marek'].map((account, i) =>
        profile(account, {
          about: `I am a full stack developer with more than 5 years of experience in web development. I pay attention to detail and I always deliver on time with regular updates and clear communication. ${i === 0 ? 'I like ink.' : 'I like tea.'}`,
        }),
      ),
    ],
    [
      'words of the site that everybody has',
      Array.from({ length: 12 }, (_, i) => profile(i === 0 ? 'ines' : `same${i}`, { about })),
    ],
    [
      'one work made together',
      [
        ines({ portfolio: [...works.slice(0, 1), work('Own map of a bay')] }),
        marek({ portfolio: [...works.slice(0, 1), work('Own bust of a king')] }),
      ],
    ],
    [
      'works with names that all have',
      [
        ines({ portfolio: ['Logo', 'Website', 'Flyer'].map((t) => work(t)) }),
        marek({ portfolio: ['Logo', 'Website', 'Flyer'].map((t) => work(t)) }),
      ],
    ],
    ['classmates', [ines({ education: past.education }), marek({ education: past.education })]],
    ['colleagues', [ines({ employment: past.employment }), marek({ employment: past.employment })]],
    [
      'the same schools and firms in other years',
      [
        ines(past),
        marek({
          education: [school('Harbour College', '1991', '1995'), school('Quay University', '1995', '1997')],
          employment: [job('Tidal Works', '1998-01', '2002-06'), job('Pebble Press', '2003-01')],
        }),
      ],
    ],
    ['one profile at two times', [ines({ about }), ines({ about, seenAt: '2026-04-01T10:00:00Z' })]],
  ])('%s', async (_, observations) => {
    expect((await look(observations)).finding).toBeUndefined();
  });

  test.each<[string, string, Observation[]]>([
    [
      'an agency',
      'organisation',
      [
        ines({ about, employment: [job('Tidal Works', '2020-01')] }),
        marek({ about, employment: [job('Tidal Works Ltd', '2022-01')] }),
      ],
    ],
    ['a couple', 'said', [ines({ about: `${about} My husband Marek draws with me.` }), marek({ about })]],
    [
      'one person on two sites',
      'sameName',
      [ines({ about }), profile('vidal', { site: 'fiverr', name: 'Vidal Inés', about })],
    ],
    [
      'one person under a shortened name',
      'sameName',
      [ines({ about, ...past }), profile('vidal', { site: 'upwork', name: 'Inés V.', about, ...past })],
    ],
  ])('%s is told and asks for nothing', async (_, note, observations) => {
    const { finding, asks } = await look(observations);
    expect([finding?.notes?.[0]?.message, asks]).toEqual([note, false]);
  });
});

describe('found', () => {
  test.each<[string, string, Observation[]]>([
    ['the whole text', 'moderate', [ines({ about }), marek({ about })]],
    [
      'the text with another name and city in it',
      'moderate',
      [
        ines({ about: `Inés here, from Vigo. ${about} Vigo is wet.`, location: { city: 'Vigo' } }),
        marek({ about: `Marek here, from Gdańsk. ${about} Gdańsk is wet.`, location: { city: 'Gdańsk' } }),
      ],
    ],
    [
      'the text in another order',
      'weak',
      [
        ines({ about }),
        marek({
          about: about
            .split(/(?<=\.) /)
            .reverse()
            .join(' '),
        }),
      ],
    ],
    [
      'the text with words exchanged',
      'weak',
      [
        ines({ about }),
        marek({ about: about.replace('four weeks', 'a month').replace('stairs', 'attic').replace('mud', 'sand') }),
      ],
    ],
    ['a part of the text', 'moderate', [ines({ about }), marek({ about: `${about.slice(0, 260)}…` })]],
    ['works', 'moderate', [ines({ portfolio: works }), marek({ portfolio: [...works, work('A map of my own')] })]],
    ['schools and jobs', 'moderate', [ines(past), marek(past)]],
    [
      'a life with the present job in it',
      'moderate',
      [
        ines({ ...past, employment: [...past.employment, job('Brine Press', '2020-01')] }),
        marek({ ...past, employment: [...past.employment, job('Brine Press', '2020-01')] }),
      ],
    ],
    ['text and works', 'strong', [ines({ about, portfolio: works }), marek({ about, portfolio: works })]],
  ])('%s', async (_, strength, observations) => {
    const { finding, asks, check } = await look(observations);
    expect([finding?.strength, asks, check?.result]).toEqual([strength, true, 'found']);
  });

  test('says who was there first, names no copier, and spares who was clearly first', async () => {
    const both = [
      ines({
        about,
        portfolio: works,
        memberSince: '2015-03',
        seenAt: '2026-01-01T10:00:00Z',
        url: 'https://guru.example/ines',
      }),
      marek({
        about,
        portfolio: works,
        memberSince: '2026-02',
        seenAt: '2026-03-01T10:00:00Z',
        url: 'https://guru.example/marek',
      }),
    ];
    const [first, second] = [await look(both), await look(both, 'guru:marek')];
    expect([first.finding?.strength, second.finding?.strength]).toEqual(['moderate', 'strong']);
    expect([first.finding?.notes?.[0]?.message, second.finding?.notes?.[0]?.message]).toEqual([
      'wasFirst',
      'otherWasFirst',
    ]);
    expect([first.finding?.key, first.finding?.with]).toEqual([second.finding?.key, ['guru:marek']]);
    expect(first.finding?.evidence[0]).toMatchObject({
      rows: [
        { label: 'text' },
        { label: 'works' },
        { label: 'user', value: { data: { since: { time: '2015-03' } } } },
        { label: 'user' },
      ],
      sources: [{ url: 'https://guru.example/marek' }, { url: 'https://guru.example/ines' }],
    });
  });
});

describe('checks', () => {
  test('say what was compared, or what is missing', async () => {
    expect((await look([])).check).toEqual({ result: 'too-little', message: 'noDocuments', data: {} });
    expect((await look([ines({ about, ...past })])).check).toEqual({
      result: 'clear',
      message: 'clear',
      data: { accounts: 12, works: 0, past: 4, needed: 10 },
    });
  });
});

describe('bad input', () => {
  test('long texts, names full of signs and profiles by the hundred come to an end', async () => {
    const long = Array.from({ length: 2_000 }, (_, i) => `word${i}`).join(' ');
    const many = Array.from({ length: 200 }, (_, i) =>
      profile(`m${i}`, { about: long, name: '(.*)+ [a-z] '.repeat(20), portfolio: works }),
    );
    await look([ines({ about: long, name: '\\p{L}|'.repeat(40) }), ...many]);
  });
});
