import { describe, expect, test, vi } from 'vitest';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import { HolderIndex } from '../../graph/holder-index.ts';
import type { AccountKey } from '../../model/account.ts';
import { findingSchema } from '../../model/finding.ts';
import { type Observation, type Profile, parseObservation } from '../../model/observation.ts';
import { sharedContact } from './flag.ts';

type Said = Partial<Omit<Profile, 'kind' | 'seenAt' | 'account' | 'role'>>;
const seen = { seenAt: '2026-03-01T10:00:00Z' };

function profile(account: string, said: Said): Observation {
  return { kind: 'profile', site: 'guru', ...seen, account, role: 'freelancer', ...said };
}
const ines = (said: Said) => profile('ines', { name: 'Inés Vidal', ...said });
const marek = (said: Said) => profile('marek', { name: 'Marek Dudek', ...said });
const bid = (account: string, text: string, project = 'p'): Observation => {
  return { kind: 'bid', site: 'guru', ...seen, project, account, text };
};
const message = (account: string, text: string, mine = false): Observation => {
  return { kind: 'message', site: 'guru', ...seen, thread: account, account, mine, text };
};
const mail = (value: string) => ({ type: 'email', value });
const phone = (value: string) => ({ type: 'phone', value });
const work = (url: string) => ({ title: `Work at ${url}`, url });
const job = (employer: string, to?: string) => ({ employer, from: '2020-01', ...(to && { to }) });

/** Twelve others, each with a contact of their own. */
const others = Array.from({ length: 12 }, (_, i) => profile(`other${i}`, { contacts: [mail(`o${i}@gull.example`)] }));

async function look(observations: readonly Observation[], account: AccountKey = 'guru:ines') {
  const parsed = [...others, ...observations].map((one) => {
    const result = parseObservation(one);
    if ('problem' in result) throw new Error(result.problem);
    return result.observation;
  });
  const { findings, checks } = await sharedContact.evaluate([account], evidenceOf(parsed));
  for (const finding of findings) findingSchema.parse(finding);
  expect(findings.length).toBeLessThan(2);
  const [finding] = findings;
  return { finding, asks: finding !== undefined && !finding.commonPractice, check: checks.get(account) };
}

describe('innocent', () => {
  const one = { contacts: [mail('ines@quay.example')] };
  test.each<[string, Observation[]]>([
    ['contacts of their own', [ines(one), marek({ contacts: [mail('marek@quay.example')] })]],
    [
      'dots where they matter',
      [ines({ contacts: [mail('an.na@quay.example')] }), marek({ contacts: [mail('anna@quay.example')] })],
    ],
    [
      'names one letter apart',
      [
        ines({ contacts: [{ type: 'Telegram', value: '@tidal' }] }),
        marek({ contacts: [{ type: 'Telegram', value: '@tidall' }] }),
      ],
    ],
    [
      'one name in two messengers',
      [
        ines({ contacts: [{ type: 'Telegram', value: '@tidal' }] }),
        marek({ contacts: [{ type: 'Skype', value: 'tidal' }] }),
      ],
    ],
    [
      'one site of many',
      [ines({ links: ['https://dribbble.com/ines'] }), marek({ links: ['https://dribbble.com/marek'] })],
    ],
    [
      'one host for names',
      [ines({ links: ['https://ines.github.io'] }), marek({ links: ['https://marek.github.io'] })],
    ],
    [
      'a library they both like',
      [ines({ links: ['https://github.com/facebook/react'] }), marek({ links: ['https://github.com/facebook/react'] })],
    ],
    [
      'pages everybody names',
      [ines({ links: ['https://wordpress.org/'] }), marek({ links: ['https://wordpress.org/'] })],
    ],
    [
      'a short address',
      [ines({ about: 'My works: https://bit.ly/tidal' }), marek({ about: 'My works: https://bit.ly/tidal' })],
    ],
    [
      'a client’s site that both show',
      [
        ines({ portfolio: [work('https://shop.quay.example/')] }),
        marek({ portfolio: [work('https://shop.quay.example/')] }),
      ],
    ],
    [
      'a client’s site in their bids',
      [bid('ines', 'I made gull.example, see it'), bid('marek', 'I made gull.example too')],
    ],
    [
      'a service desk',
      [message('ines', 'Write to support@gull.example'), message('marek', 'support@gull.example helped me')],
    ],
    [
      'a group of many',
      [
        ines({ about: 'Member of the group https://t.me/tidalworks, come in' }),
        marek({ about: 'Member of the group https://t.me/tidalworks, come in' }),
      ],
    ],
    [
      'what the client named in the post',
      [
        { kind: 'project', site: 'guru', ...seen, project: 'p', text: 'Mail your offer to boss@gull.example' },
        bid('ines', 'I wrote to boss@gull.example'),
        bid('marek', 'As you asked, I wrote to boss@gull.example'),
      ],
    ],
    [
      'what the client wrote to them',
      [
        message('ines', 'Our token is 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed', true),
        message('ines', 'In 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed a check is missing'),
        message('marek', '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed can still mint'),
      ],
    ],
    [
      'the site’s own picture',
      [
        ines({ avatar: 'https://i.gull.example/static/default.png' }),
        marek({ avatar: 'https://i.gull.example/static/default.png' }),
      ],
    ],
    [
      'a picture that many have',
      Array.from({ length: 12 }, (_, i) =>
        profile(i === 0 ? 'ines' : `same${i}`, { avatar: 'https://i.gull.example/a/b1c2.png' }),
      ),
    ],
    [
      'numbers of two countries with the same digits',
      [ines({ contacts: [phone('+380500000003')] }), marek({ contacts: [phone('+48500000003')] })],
    ],
    ['one account at two times', [ines(one), ines({ contacts: [mail('Ines@quay.example')] })]],
    [
      'an address that only a wrong checksum makes alike',
      [message('ines', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb'), message('marek', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb')],
    ],
  ])('%s', async (_, observations) => {
    expect((await look(observations)).finding).toBeUndefined();
  });

  test.each<[string, string, Observation[]]>([
    [
      'an agency’s office',
      'organisation',
      [ines({ ...one, employment: [job('Tidal Works')] }), marek({ ...one, employment: [job('Tidal Works Ltd.')] })],
    ],
    [
      'a studio and who works there',
      'organisation',
      [
        ines({ ...one, employment: [job('Quiet Harbour Studio')] }),
        profile('harbour', { ...one, name: 'Quiet Harbour' }),
      ],
    ],
    ['a couple', 'said', [ines({ ...one, about: 'My husband Marek is also here, we share the mailbox.' }), marek(one)]],
    [
      'a colleague, in Spanish',
      'said',
      [ines({ ...one, about: 'Mi compañero Marek y yo compartimos correo.' }), marek(one)],
    ],
    [
      'brothers, in Russian',
      'said',
      [
        profile('ines', { ...one, name: 'Иван Кравец', about: 'Мой брат Олег тоже здесь.' }),
        profile('oleg', { ...one, name: 'Олег Кравец' }),
      ],
    ],
    [
      'one person on two sites',
      'sameName',
      [ines(one), profile('vidal', { ...one, site: 'fiverr', name: 'VIDAL Ines' })],
    ],
    [
      'one person in two alphabets',
      'sameName',
      [
        profile('ines', { ...one, name: 'Инна Кравец' }),
        profile('inna', { ...one, site: 'fiverr', name: 'Inna Kravets' }),
      ],
    ],
    ['one person, shortened', 'sameName', [ines(one), profile('vidal', { ...one, site: 'upwork', name: 'Inés V.' })]],
  ])('%s is told and asks for nothing', async (_, note, observations) => {
    const { finding, asks } = await look(observations);
    expect([finding?.notes?.[0]?.message, asks]).toEqual([note, false]);
  });
});

describe('found', () => {
  test.each<[string, string, Observation[]]>([
    [
      'one mailbox',
      'moderate',
      [ines({ contacts: [mail('ada.brook+a@gmail.com')] }), marek({ contacts: [mail('AdaBrook@googlemail.com')] })],
    ],
    [
      'a mailbox in words',
      'moderate',
      [
        ines({ contacts: [mail('tidal9@outlook.com')] }),
        marek({}),
        message('marek', 'my box is tidal9 at outlook dot com'),
      ],
    ],
    [
      'a number',
      'moderate',
      [ines({ contacts: [phone('+49 171 3920000')] }), marek({ about: 'Call 0049 (171) 392-0000.' })],
    ],
    [
      'a number without its country',
      'moderate',
      [ines({ contacts: [phone('+491713920000')] }), marek({ contacts: [phone('0171 3920000')] })],
    ],
    [
      'a name in a messenger',
      'moderate',
      [ines({ contacts: [{ type: 'Telegram', value: '@tidal_works' }] }), bid('marek', 'write me: t.me/Tidal_Works')],
    ],
    [
      'a wallet',
      'moderate',
      [
        message('ines', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa please'),
        message('marek', 'bonus to 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'),
      ],
    ],
    [
      'a code account',
      'moderate',
      [ines({ links: ['https://github.com/Tidal'] }), marek({ about: 'Code: github.com/tidal' })],
    ],
    [
      'a domain',
      'weak',
      [ines({ links: ['https://tidal.example/'] }), marek({ links: ['http://www.tidal.example/?utm_source=x'] })],
    ],
    [
      'works at one domain',
      'weak',
      [
        ines({ portfolio: [work('https://tidal.example/work/1')] }),
        marek({ portfolio: [work('https://tidal.example/work/2')] }),
      ],
    ],
    [
      'a name on a host of many',
      'weak',
      [
        ines({ portfolio: [work('https://tidal.github.io/a')] }),
        marek({ portfolio: [work('https://tidal.github.io/b')] }),
      ],
    ],
    [
      'the same picture file',
      'weak',
      [
        ines({ avatar: 'https://i.gull.example/h/b1c2d3.jpg' }),
        marek({ avatar: 'https://i.gull.example/h/b1c2d3.jpg?s=80' }),
      ],
    ],
    [
      'two ways at once',
      'strong',
      [
        ines({ contacts: [mail('a@quay.example'), phone('+491713920000')] }),
        marek({ contacts: [mail('a@quay.example'), phone('+491713920000')] }),
      ],
    ],
    [
      'one name twice on one site',
      'weak',
      [
        ines({ contacts: [mail('a@quay.example')] }),
        profile('vidal', { name: 'Ines Vidal', contacts: [mail('a@quay.example')] }),
      ],
    ],
    [
      'an earlier common employer',
      'moderate',
      [
        ines({ contacts: [mail('a@quay.example')], employment: [job('Tidal Works', '2021-01')] }),
        marek({ contacts: [mail('a@quay.example')], employment: [job('Tidal Works', '2021-06')] }),
      ],
    ],
  ])('%s', async (_, strength, observations) => {
    const { finding, asks, check } = await look(observations);
    expect([finding?.strength, asks, check?.result]).toEqual([strength, true, 'found']);
  });

  test('names each contact, who shows it and where it was seen, the same on both sides', async () => {
    const both = [
      ines({ contacts: [mail('a@quay.example')], url: 'https://guru.example/ines', memberSince: '2019-04' }),
      marek({ contacts: [mail('a@quay.example')], url: 'https://guru.example/marek' }),
    ];
    const [one, other] = [await look(both), await look(both, 'guru:marek')];
    expect(one.finding).toMatchObject({
      with: ['guru:marek'],
      key: other.finding?.key,
      topic: other.finding?.topic,
      strength: other.finding?.strength,
    });
    const [evidence] = one.finding?.evidence ?? [];
    expect(evidence).toMatchObject({
      kind: 'counts',
      rows: [
        { label: 'mail', value: { data: { value: 'a@quay.example', who: { accounts: ['guru:ines', 'guru:marek'] } } } },
        { label: 'user', value: { data: { member: 'known', since: { time: '2019-04' } } } },
        { label: 'user', value: { data: { member: 'unknown' } } },
      ],
      sources: [{ url: 'https://guru.example/ines' }, { url: 'https://guru.example/marek' }],
    });
  });

  test('contacts of messages whose words are not kept count as well', async () => {
    const wordless = (account: string): Observation => ({
      ...(message(account, `#${'0'.repeat(24)}`) as Extract<Observation, { kind: 'message' }>),
      contacts: [{ type: 'handle', value: 'telegram:tidal' }],
    });
    expect((await look([wordless('ines'), wordless('marek')])).asks).toBe(true);
  });
});

describe('checks', () => {
  test('say what was compared, or what is missing', async () => {
    expect((await look([])).check).toEqual({ result: 'too-little', message: 'noContacts', data: {} });
    expect((await look([ines({ contacts: [mail('a@quay.example')] })])).check).toEqual({
      result: 'clear',
      message: 'clear',
      data: { contacts: 1, accounts: 12, needed: 10 },
    });
    // Where the profile stands is no way to reach somebody.
    expect((await look([ines({ url: 'https://www.guru.com/freelancers/ines-vidal-quay' })])).check?.message).toBe(
      'noContacts',
    );
  });
});

describe('bad input', () => {
  test('a profile that is all contacts, and a contact of everybody, are bounded', async () => {
    const many = Array.from({ length: 200 }, (_, i) => mail(`m${i}@quay.example`));
    const everybody = Array.from({ length: 300 }, (_, i) => profile(`e${i}`, { contacts: many }));
    expect((await look([ines({ contacts: many, about: '@ '.repeat(9_000) }), ...everybody])).finding).toBeUndefined();
  });

  test('of a contact of everybody it is not listed for each of them who has it', async () => {
    const listed = vi.spyOn(HolderIndex.prototype, 'holders');
    const everybody = Array.from({ length: 30 }, (_, i) => profile(`e${i}`, { contacts: [mail('all@quay.example')] }));
    const { check } = await look([ines({ contacts: [mail('all@quay.example')] }), ...everybody]);
    expect(check?.data.contacts).toBe(1);
    expect(listed).not.toHaveBeenCalled();
  });
});
