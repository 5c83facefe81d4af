// What the red flags really say, about an invented marketplace where each finds somebody: every message that
// they use is in their catalogue, and what they give it fills its places, in every language.
import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../lib/i18n/format.ts';
import { languages } from '../../lib/i18n/language.ts';
import { sentence, valueText, wordsOf } from '../../lib/i18n/sentences.ts';
import { sharedMessages } from '../../lib/i18n/shared-sentences.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import { type Finding, type MessageRef, results } from '../../lib/model/finding.ts';
import type { Observation, Profile } from '../../lib/model/observation.ts';
import { redFlags } from '../../lib/red-flags/registry.ts';
import { evidenceOf } from '../evidence-of.ts';
import { longUse, manyNetworks, oddCharges, paid, workdays } from '../log-events.ts';

const seen = { site: 'guru', seenAt: '2026-03-01T10:00:00Z' };
const range = (n: number) => Array.from({ length: n }, (_, i) => i);
const dayOf = (n: number) => new Date(Date.UTC(2025, 0, 1) + n * 86_400_000).toISOString();

function bids(account: string, from: number, lost: number, won: number): Observation[] {
  return range(lost + won).map((i) => ({
    kind: 'bid',
    ...seen,
    account,
    project: `${account}-${from + i}`,
    submittedAt: dayOf(i % 200),
    outcome: i < won ? 'awarded' : 'rejected',
  }));
}
const text = (word: string) =>
  range(70)
    .map((i) => `${word}${i}`)
    .join(' ');
const letter = (account: string, project: string, body: string): Observation => ({
  kind: 'bid',
  ...seen,
  account,
  project,
  text: body,
});
const rating = (from: string, to: string, day: number): Observation => ({
  kind: 'review',
  ...seen,
  from,
  fromRole: 'client',
  to,
  rating: { value: 5, outOf: 5 },
  project: `${from}-${to}-${day}`,
  at: dayOf(day),
  text: `${from} was glad to work with ${to} on day ${day} of that year.`,
});
/** What one profile said, a month between the sightings. */
const said = (account: string, ...sightings: Partial<Profile>[]): Observation[] =>
  sightings.map((fields, i) => ({
    kind: 'profile',
    site: 'guru',
    seenAt: `2026-0${i + 1}-07T10:00:00Z`,
    account,
    role: 'freelancer',
    ...fields,
  }));
const school = (name: string, from: string, to: string) => ({ education: [{ school: name, from, to }] });
const job = (employer: string, from: string, to: string) => ({ employment: [{ employer, from, to }] });
const works = {
  about: 'I draw harbours at low tide for people who love mud. My ink is made of oak galls from my own trees.',
  portfolio: [{ title: 'Map of a mud flat' }],
};

const mail = (value: string) => ({ type: 'email', value });
/** One of each way to be reached or known. */
const contacts: Partial<Profile> = {
  contacts: [
    mail('lind@tidal.example'),
    { type: 'phone', value: '+49 171 3920000' },
    { type: 'Telegram', value: '@lind_works' },
    { type: 'wallet', value: '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa' },
  ],
  links: ['https://github.com/lindworks', 'https://lindworks.example/'],
  avatar: 'https://pictures.example/h/d2293e4c.jpg',
};

const place = (country: string): Partial<Profile> => ({ location: { country } });
/** Two lives that contradict each other in everything. */
const lives = (n: 1 | 2): Partial<Profile> => ({
  education: [
    { school: 'Lake School', from: n === 1 ? '1990' : '2000', to: n === 1 ? '1994' : '2004' },
    { school: n === 1 ? 'Birch Academy' : 'Stone College', from: '2005', to: '2007' },
  ],
  employment: [
    { employer: 'Otter Mills', from: n === 1 ? '2008' : '2013', to: n === 1 ? '2010' : '2016' },
    { employer: n === 1 ? 'Kelp Farm' : 'Dune Radio', from: '2017', to: '2019' },
  ],
});
/** One of each thing that profiles can have in common. */
const life: Partial<Profile> = {
  about: text('life'),
  portfolio: ['Stairs of a lighthouse', 'Forty gulls seen from behind', 'Map of a river mouth'].map((title) => ({
    title,
  })),
  education: [
    { school: 'Moor Institute', from: '1999', to: '2002' },
    { school: 'Cove College', from: '2002', to: '2004' },
  ],
  employment: [{ employer: 'Gull Press', from: '2005-01', to: '2009-01' }],
};

/** A bid at an hour of a day. */
const at = (account: string, i: number, day: number, hour: number): Observation => ({
  kind: 'bid',
  ...seen,
  account,
  project: `${account}-${i}`,
  submittedAt: new Date(Date.UTC(2025, 5, 1 + day, hour)).toISOString(),
});

/** A profile on another marketplace, where nearly all tell much and are in time. */
const onQuay = (account: string, fields: Partial<Profile>): Observation => ({
  kind: 'profile',
  site: 'workana',
  seenAt: seen.seenAt,
  account,
  role: 'freelancer',
  memberSince: '2020-03',
  ...fields,
});
const told: Partial<Profile> = {
  headline: 'Timetables',
  education: [{ school: 'Harbour College', from: '2010', to: '2013' }],
  employment: [{ employer: 'Quay Ferries', from: '2014', to: '2019' }],
  skills: ['PHP', 'SQL', 'Vue'],
  languages: ['English'],
  portfolio: [{ title: 'A ferry’s timetable' }],
  links: ['https://quay.example/'],
};

const observations: Observation[] = [
  ...range(400).flatMap((i) => bids(`other${i}`, 0, 19, 1)),
  ...bids('winner', 0, 570, 30),
  ...bids('many', 0, 400, 0),
  ...bids('hardly', 0, 600, 1),
  {
    kind: 'profile',
    ...seen,
    account: 'stated',
    role: 'freelancer',
    stats: { bidsPlaced: 1_400, bidsWon: 1, jobsCompleted: 1 },
  },
  ...range(40).map((i) => letter(`writer${i}`, `p${i % 4}`, text(`w${i}x`))),
  ...['ada', 'ben', 'cleo'].map((account, i) => letter(account, `p${i % 2}`, text('shared'))),
  letter('plain', 'p8', 'I have read your post and would begin with the export of the data.'),
  letter('solo', 'p1', text('own')),
  letter('solo', 'p2', text('own')),
  letter('solo', 'p3', text('own')),
  ...range(300).map((i) => rating(`client${i}`, `dev${(i * 7) % 150}`, (i * 13) % 600)),
  ...range(5).map((i) => rating(`client${i}`, 'often', i * 90)),
  ...range(4).flatMap((c) => range(5).map((d) => rating(`ringer${c}`, `ringed${d}`, 300 + c + d))),
  ...said(
    'changed',
    {
      name: 'Ines Vidal',
      location: { country: 'ES' },
      contacts: [
        { type: 'email', value: 'ines@mail.example' },
        { type: 'phone', value: '1234567' },
      ],
      links: ['https://github.com/ines'],
      ...school('Harbour College', '2001', '2005'),
      ...job('Tidal Works', '2005-01', '2009-01'),
    },
    {
      name: 'Marek Dudek',
      location: { country: 'PL' },
      contacts: [
        { type: 'email', value: 'marek@post.example' },
        { type: 'phone', value: '7654321' },
      ],
      links: ['https://github.com/marek'],
      ...school('Harbour College', '1991', '1995'),
      ...job('Brine Press', '2005-01', '2009-01'),
    },
    school('Hill Academy', '1990', '1994'),
  ),
  ...said('closed', { name: 'Ana Reis', ...works }, { name: 'Ana Reis', closed: true }),
  ...said('opened', {}, {}, { name: 'Jan Nowak', memberSince: '2026-02-20', ...works }),
  ...range(12).flatMap((i) => said(`reached${i}`, { contacts: [mail(`reached${i}@gull.example`)] })),
  ...said('alone', { contacts: [mail('alone@gull.example')] }),
  ...said('shares', { name: 'Rosa Lind', memberSince: '2019-04', ...contacts }),
  ...said('shared', { name: 'Karel Novak', ...contacts }),
  ...['Rui Costa', 'Vera Brandt'].flatMap((name, i) =>
    said(`agency${i}`, { name, contacts: [mail('office@tidal.example')], employment: [{ employer: 'Tidal Works' }] }),
  ),
  ...said('wife', { name: 'Sara Holt', about: 'My husband Ivo is here too.', contacts: [mail('holt@tidal.example')] }),
  ...said('husband', { name: 'Ivo Holt', contacts: [mail('holt@tidal.example')] }),
  ...said('twice', { name: 'Nadia Roth', contacts: [mail('roth@tidal.example')] }),
  ...said('again', { name: 'Roth Nadia', contacts: [mail('roth@tidal.example')] }),
  letter(
    'asker',
    'p7',
    'Please add me on Telegram. I accept only USDT. You can pay me by PayPal. I need 100% upfront before I start. Can I rent your Upwork account? I am the CEO of Northfern Software, our team of 40 developers is at your service. Please ship the laptop to another address. I do not do video calls, chat only. If you need one more developer, my friend is free, hire him. Pay me 3,000 by Friday or I publish your source code. Send me the admin password first, then I tell you the price.',
  ),
  {
    kind: 'message',
    site: 'guru',
    seenAt: '2026-03-01T00:00:00Z',
    thread: 't',
    account: 'asker',
    mine: false,
    text: 'Pay me 3,000 by Friday or I publish your source code.',
  },
  ...range(12).flatMap((i) => said(`worker${i}`, job(`Yard ${i}`, `200${i % 10}`, '2012'))),
  ...said('copy', { name: 'Otto Kern', memberSince: '2015-03', ...life }),
  ...said('copied', {}, { name: 'Lena Moor', memberSince: '2026-01', ...life }),
  ...said('ownLife', { name: 'Ida Noor', employment: [{ employer: 'Own Yard', from: '2001' }] }),
  ...['Rui Costa', 'Vera Brandt'].flatMap((name, i) =>
    said(`colleague${i}`, { name, about: `${text('c')} `, employment: [{ employer: 'Tidal Works' }] }),
  ),
  ...said('spouse', { name: 'Sara Holt', about: `${text('d')} My husband Ivo is here too.` }),
  ...said('spouse2', { name: 'Ivo Holt', about: text('d') }),
  ...said('same', { name: 'Nadia Roth', about: text('e') }),
  ...said('person', { name: 'Ada Kiss', ...place('ES'), ...lives(1) }),
  ...said('person2', { name: 'Bo Lund', ...place('PL'), ...lives(2) }),
  ...said('whole', { name: 'Ada Kiss' }),
  ...said('whole2', { name: 'Ada Kiss' }),
  ...said('same2', { name: 'Roth Nadia', about: text('e') }),
  ...said('steady', { name: 'Mia Frey' }, { name: 'Mia Frey' }),
  ...said('two-tales', {
    headline: 'Illustrator',
    about:
      'My home office is in Manaus. I have been on this site since 2012. I have 12 years of experience. I work alone. ' +
      'I graduated from Quay College in 2011. From 2012 to 2016 I studied at Hill College. ' +
      'I work full time at Tidal Works and have no other employer. See https://oakyard.example.',
    location: { city: 'Vigo', country: 'ES' },
    memberSince: '2023-05',
    education: [{ school: 'Quay College', from: '2012', to: '2019' }],
    employment: [
      { employer: 'Oakyard', title: 'Junior illustrator', from: '2022-01', to: '2023-01' },
      { employer: 'Pebble Press', title: 'Lead illustrator (full time)', from: '2023-02' },
    ],
    contacts: [{ type: 'email', value: 'ines@oakyrad.example' }],
  }),
  letter('two-tales', 'p9', 'I have 3 years of experience. My team of five people has begun.'),
  ...said('no-quarrel', { name: 'Mia Frey', about: 'I live in Bonn. I have 3 years of experience.' }),
  ...said('nightly', { location: { timezone: 'Europe/Madrid' } }),
  ...said('daily', { location: { timezone: 'Europe/Madrid' } }),
  ...said('always', { location: { timezone: 'Europe/Madrid' } }),
  ...range(80).flatMap((i) => [
    at('nightly', i, Math.floor(i / 2), 22 + ((i * 5) % 8)),
    at('daily', i, Math.floor(i / 2), 8 + ((i * 5) % 8)),
  ]),
  ...range(300).map((i) => at('always', i, Math.floor(i / 10), (i * 7) % 24)),
  ...range(200).map((i) => onQuay(`usual${i}`, { ...told, stats: { reviewCount: 20 + i, onTime: 0.95 } })),
  onQuay('thin', { headline: 'Developer with 12 years of experience', stats: { reviewCount: 40, onTime: 0.3 } }),
];
const asked: AccountKey[] = [
  'many',
  'hardly',
  'stated',
  'ada',
  'solo',
  'plain',
  'ringed0',
  'ringer0',
  'writer3',
  'other3',
  'winner',
  'often',
  'nobody',
  'changed',
  'closed',
  'opened',
  'steady',
  'alone',
  'shares',
  'agency0',
  'wife',
  'twice',
  'asker',
  'two-tales',
  'no-quarrel',
  'copy',
  'copied',
  'ownLife',
  'colleague0',
  'spouse',
  'same',
  'person',
  'whole',
  'nightly',
  'daily',
  'always',
].map((id): AccountKey => `guru:${id}`);
asked.push(
  'workana:usual0',
  'workana:thin',
  'okta:wide@quay.example',
  'okta:calm@quay.example',
  'guru:idle',
  'guru:busy',
);

/** Logs that show everything of one person and nothing of another. */
const [wide, calm, idle, busy] = [
  { account: 'wide@quay.example', name: 'Wide Quay' },
  { account: 'calm@quay.example', name: 'Calm Lund' },
  { account: 'idle@quay.example', name: 'Idle Moor' },
  { account: 'busy@quay.example', name: 'Busy Fenn' },
];

/** Words with each of the last two on the first days. */
const talk = ['idle', 'busy'].flatMap((account) =>
  range(6).map((n): Observation => {
    const seenAt = '2026-12-20T10:00:00.000Z';
    const at = `2026-09-${10 + n}T10:00:00Z`;
    return {
      kind: 'message',
      site: 'guru',
      seenAt,
      thread: account,
      account,
      mine: false,
      text: `Word ${n}`,
      sentAt: at,
    };
  }),
);
const events = [
  ...workdays(10, { ...wide, device: 'd' }),
  ...manyNetworks(8, 300, 0.5, wide),
  ...longUse(400, 48, wide),
  ...workdays(4, { ...wide, client: 'AnyDesk/7', device: 'd' }),
  ...oddCharges(20, { ...wide, name: 'Corin Vale' }),
  ...range(6).map((n) => paid(n * 20, 3_000, { ...wide, payee: `${n}000` })),
  ...workdays(5, { account: 'other', name: 'Other Moss', device: 'd', ip: '10.0.0.2' }),
  ...workdays(10, { ...calm, ip: '10.9.9.9', client: 'Quay/2' }),
  ...range(6).map((n) => paid(n * 30, 2_000, calm)),
  // Hours that go on after the last word, and hours that do not.
  ...range(12).map((n) => paid(n * 7, 500, { ...idle, reference: `${n} hours` })),
  ...range(4).map((n) => paid(n * 7, 500, { ...busy, reference: `${n} hours` })),
  paid(3, 700, { ...idle, method: 'Skrill', currency: 'USDT' }),
];

/** Every message of a finding, with what fills it. */
function messagesOf({ message, data, notes = [], evidence }: Finding): MessageRef[] {
  const rows = evidence.flatMap((one) => ('rows' in one ? one.rows : []));
  const timed = evidence.flatMap((one) => (one.kind === 'times' ? one.events : []));
  const values = [...rows.map(({ value }) => value), ...timed.flatMap(({ lane, value }) => [lane, value])].flatMap(
    (value) => (typeof value === 'object' && 'message' in value ? [value] : []),
  );
  return [{ message, data }, ...notes, ...rows.map((row) => ({ message: row.label, data: row.data })), ...values];
}

describe('what red flags say', async () => {
  const people: AccountKey[][] = [
    ['guru:person', 'guru:person2'],
    ['guru:whole', 'guru:whole2'],
    ['guru:idle', 'paypal:idle@quay.example'],
    ['guru:busy', 'paypal:busy@quay.example'],
    ...[wide, calm].map(({ account }): AccountKey[] => [`okta:${account}`, `paypal:${account}`]),
  ];
  const evidence = evidenceOf([...observations, ...talk], people, events);
  const reports = await Promise.all(
    redFlags.map(async (flag) => ({ flag, report: await flag.evaluate(asked, evidence) })),
  );

  it.each(redFlags.map(({ id }) => id))(
    '%s finds somebody here, clears somebody and knows too little of somebody',
    (id) => {
      const report = reports.find(({ flag }) => flag.id === id)?.report;
      expect(report?.findings.length).toBeGreaterThan(0);
      expect([...(report?.checks.keys() ?? [])].sort()).toEqual([...asked].sort());
      expect(new Set([...(report?.checks.values() ?? [])].map(({ result }) => result))).toEqual(new Set(results));
    },
  );

  it.each(languages)('is in the flag’s catalogue or in the shared one with all that it needs, in %s', (language) => {
    for (const { flag, report } of reports) {
      const said = [...report.checks.values(), ...report.findings.flatMap(messagesOf)];
      for (const { message, data } of said) {
        const shared: Readonly<Record<string, string>> = sharedMessages(language);
        const pattern = wordsOf(flag, language).messages[message] ?? shared[message];
        expect(pattern, `${flag.id}: ${message}`).toBeDefined();
        // sentence() says of what it cannot write that it is gone; here nothing may be missing.
        const values = Object.fromEntries(
          Object.entries(data ?? {}).map(([place, datum]) => [place, typeof datum === 'number' ? datum : 'x']),
        );
        expect(() => formatMessage(language, pattern as string, values), `${flag.id}: ${message}`).not.toThrow();
      }
    }
  });

  it.each([
    ['en', /\b(?:from|to|since|until|between|on|by|of|at) (?:on|in|between) /],
    ['es', /\b(?:de|del|a|al|en) (?:el|en|entre) \d/],
  ] as const)('has no second word for when before a time, which brings its own (%s)', (language, doubled) => {
    const said = reports.flatMap(({ flag, report }) =>
      [...report.checks.values(), ...report.findings.flatMap(messagesOf)]
        .filter(({ data }) => Object.values(data ?? {}).some((one) => typeof one === 'object' && 'time' in one))
        .map(({ message, data }) => `${flag.id}: ${sentence(flag.id, message, data ?? {}, language)}`),
    );
    expect(said.length).toBeGreaterThan(10);
    expect(said.filter((one) => doubled.test(one))).toEqual([]);
  });
});

describe('a sentence', () => {
  const ring = { clients: 3, developers: 4, given: 11, possible: 12, days: 17, inside: 1, total: 12_340 };

  it('is in the language asked for', () => {
    expect(sentence('rating-ring', 'clients', { ...ring, side: 'got' }, 'en')).toBe(
      '3 clients gave high ratings to 4 developers, 11 of the 12 possible, within at most 17 days; 1 of the 12,340 ratings this account has is among them.',
    );
    expect(sentence('rating-ring', 'clients', { ...ring, side: 'gave' }, 'es')).toBe(
      '3 clientes dieron valoraciones altas a 4 desarrolladores, 11 de las 12 posibles, en un máximo de 17 días; 1 de las 12.340 valoraciones que dio esta cuenta está entre ellas.',
    );
    const bids = { of: 12, projects: 11, quick: 9, within: { seconds: 240 }, decided: 1_234, won: 0 };
    expect(sentence('mass-bidding', 'seen', { ...bids, work: 'since', jobs: 0, since: '2019' }, 'en')).toBe(
      'Of the 12 projects on which you have seen bids, this account bid on 11, on 9 of them within 4 minutes of posting. 1,234 outcomes are known: none won; no reviews or finished jobs since 2019.',
    );
    expect(sentence('mass-bidding', 'seen', { ...bids, quick: 0, work: 'none' }, 'es')).toBe(
      'De los 12 proyectos cuyas propuestas usted ha visto, esta cuenta envió propuesta a 11. Se conocen 1234 resultados: ninguna ganada.',
    );
  });

  it.each([
    ['2026-03-03T23:59:00Z', 'on 3 March 2026', 'el 3 de marzo de 2026'],
    ['2026-03-03', 'on 3 March 2026', 'el 3 de marzo de 2026'],
    ['2026-03', 'in March 2026', 'en marzo de 2026'],
    ['2026', 'in 2026', 'en 2026'],
    ['2026-02/2026-03', 'between February and March 2026', 'entre febrero y marzo de 2026'],
    ['2025-12/2026-01', 'between December 2025 and January 2026', 'entre diciembre de 2025 y enero de 2026'],
    ['2026-02-27/2026-03-03', 'between 27 February and 3 March 2026', 'entre el 27 de febrero y el 3 de marzo de 2026'],
    ['2026-03-03T01:00:00Z/2026-03-03T05:00:00Z', 'on 3 March 2026', 'el 3 de marzo de 2026'],
    ['2024/2026', 'between 2024 and 2026', 'entre 2024 y 2026'],
  ])('is no more precise about %s than is known', (time, english, spanish) => {
    expect(sentence('mass-bidding', 'bidsWhen', { bids: 7, period: { time } }, 'en')).toBe(`7, ${english}`);
    expect(sentence('mass-bidding', 'bidsWhen', { bids: 7, period: { time } }, 'es')).toBe(`7, ${spanish}`);
  });

  it('about what no version has any more says so, and never fails', () => {
    const gone = 'Found by a red flag that this version of Hireflag no longer has.';
    expect(sentence('no-such-flag', 'seen', {}, 'en')).toBe(gone);
    expect(sentence('mass-bidding', 'no-such-message', {}, 'en')).toBe(gone);
    expect(sentence('mass-bidding', 'constructor', {}, 'en')).toBe(gone);
    expect(sentence('mass-bidding', 'seen', {}, 'en')).toBe(gone);
    expect(sentence('no-such-flag', 'failed', {}, 'en')).toContain('failed');
  });

  it('puts in what somebody wrote as it is', () => {
    const hostile = "{bids} # '{' <b>$1</b>";
    expect(sentence('no-such-flag', 'verbatim', { words: hostile }, 'es')).toBe(hostile);
  });
});

describe('a value by itself', () => {
  it.each([
    [12_340, '12,340', '12.340'],
    ['as it is', 'as it is', 'as it is'],
    [{ time: '2026-02/2026-03' }, 'February – March 2026', 'febrero – marzo de 2026'],
    [{ seconds: 45 }, '45 seconds', '45 segundos'],
    [{ seconds: 5_400 }, '90 minutes', '90 minutos'],
    [{ seconds: 86_400 * 3.2 }, '3 days', '3 días'],
    [{ percent: 0.5 }, '50%', '50 %'],
    [{ percent: 0.0012 }, '0.12%', '0,12 %'],
    [{ accounts: ['guru:ada', 'guru:ben'] }, '@ada and @ben', '@ada y @ben'],
    [{ accounts: ['web:#Ada Okafor'] }, 'Ada Okafor', 'Ada Okafor'],
    [
      { accounts: Array.from({ length: 9 }, (_, i) => `guru:a${i}`) },
      '@a0, @a1, @a2, @a3, @a4 and 4 others',
      '@a0, @a1, @a2, @a3, @a4 y 4 más',
    ],
    [{ accounts: [] }, '', ''],
  ])('%j is written as the language does', (datum, english, spanish) => {
    expect(valueText('mass-bidding', datum, 'en')).toBe(english);
    expect(valueText('mass-bidding', datum, 'es').replace(/\u00a0/g, ' ')).toBe(spanish);
  });
});
