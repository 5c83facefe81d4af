import { describe, expect, it } from 'vitest';
import { type Language, Writer } from '../../../scripts/evaluate/letters.ts';
import { random } from '../../../scripts/evaluate/random.ts';
import { MAKES, makeWorld } from '../../../scripts/evaluate/template-sets.ts';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import { assess } from '../../assess/assess.ts';
import { texts } from '../../evidence/projections/texts.ts';
import { sentence, valueText } from '../../i18n/sentences.ts';
import type { AccountKey } from '../../model/account.ts';
import { type Finding, findingSchema, type TemplateEvidence } from '../../model/finding.ts';
import type { Bid, Message, Observation, Project } from '../../model/observation.ts';
import { prepareText } from '../../text/prepared-text.ts';
import { constantWithin } from './evidence.ts';
import { reusedTemplate } from './flag.ts';

const site = 'guru';
const seenAt = '2026-03-01T10:00:00Z';
const bid = (account: string, project: string, text: string, more: Partial<Bid> = {}): Bid => ({
  kind: 'bid',
  site,
  seenAt,
  account,
  project,
  text,
  ...more,
});
const message = (account: string, text: string, more: Partial<Message> = {}): Message => ({
  kind: 'message',
  site,
  seenAt,
  thread: 'mail',
  account,
  mine: false,
  text,
  ...more,
});
const post = (project: string, title: string, text: string): Project => ({
  kind: 'project',
  site,
  seenAt,
  project,
  title,
  text,
});

/** Forty bidders with words of their own, so that there is something to compare with. */
function crowd(language: Language = 'english', size = 40): Bid[] {
  const writer = new Writer(language, random(11));
  return Array.from({ length: size }, (_, i) => bid(`crowd${i}`, `p${i % 5}`, letter(writer, 6)));
}
function letter(writer: Writer, sentences: number): string {
  return writer.join([writer.greeting(), ...Array.from({ length: sentences }, () => writer.own())]);
}

async function look(observations: Observation[], accounts?: string[]) {
  const texts = observations.filter((o) => o.kind === 'bid' || o.kind === 'message');
  const asked = (accounts ?? [...new Set(texts.map(({ account }) => account))]).map((a): AccountKey => `${site}:${a}`);
  const { findings, checks } = await reusedTemplate.evaluate(asked, evidenceOf(observations));
  expect([...checks.keys()].sort()).toEqual([...asked].sort());
  for (const finding of findings) expect(findingSchema.safeParse(finding).success).toBe(true);
  return { findings, checks, of: (account: string) => findings.find((finding) => finding.account === account) };
}
const evidence = (finding: Finding | undefined): TemplateEvidence => finding?.evidence[0] as TemplateEvidence;
const joined = (parts: readonly { text: string }[]): string => parts.map(({ text }) => text).join('');

/** A template of somebody's: `what` is filled in, `own` are sentences of the bidder's. */
const template = (what: string, own = ''): string =>
  `Hello. Before I touch anything I sit down with whoever uses your ${what} most and watch them for a morning. ` +
  `${own}From that morning comes a list of seven annoyances, and we agree which three of them go first. ` +
  'I built the intake desk of a bird hospital in exactly this way, and they still send me photographs of owls. ' +
  `You see every screen of the ${what} on paper before it costs you a cent.`;

const sentences = template('seed catalogue').split(/(?<=\.) /);

describe('found', () => {
  it('links accounts whose bids are one text with gaps filled in, and shows the template, its slots and its uses', async () => {
    const bids = [
      bid('ada', 'p1', template('tide table'), { seenAt: '2026-03-04T10:00:00Z' }),
      bid('ben', 'p2', template('choir archive and its search'), { seenAt: '2026-03-02T10:00:00Z' }),
      bid('cleo', 'p3', template('bakery till')),
    ];
    const { of, findings } = await look([...crowd(), post('p2', 'An archive', 'For our choir.'), ...bids]);
    expect(findings.map(({ account }) => account).sort()).toEqual(['ada', 'ben', 'cleo']);
    const ada = of('ada');
    expect(ada).toMatchObject({ flag: 'reused-template', clauses: ['P6'], strength: 'strong' });
    expect(ada?.with.toSorted()).toEqual(['guru:ben', 'guru:cleo']);
    expect(ada).toMatchObject({ message: 'acrossBids', data: { others: 2, projects: 3 } });
    const shown = evidence(ada);
    expect(shown).toMatchObject({
      useCount: 3,
      accountCount: 3,
      projectCount: 3,
      firstSeen: seenAt,
      lastSeen: '2026-03-04T10:00:00Z',
      comparedBids: 42,
      comparedAccounts: 42,
    });
    expect(shown.share).toBeGreaterThan(0.9);
    expect(joined(shown.template)).toBe(bids[0]?.text);
    const slots = shown.template.filter(({ same }) => !same).map(({ text }) => text.trim());
    expect(slots).toEqual(['tide table', 'tide table']);
    expect(shown.uses.map(({ account }) => account)).toEqual(['ada', 'ben', 'cleo']);
    const ben = shown.uses[1];
    expect(joined(ben?.parts ?? [])).toBe(bids[1]?.text);
    expect(ben?.projectTitle).toBe('An archive');
    expect(ben?.parts.filter(({ same }) => !same).map(({ text }) => text.trim())).toEqual([
      'choir archive and its search',
      'choir archive and its search',
    ]);
  });

  it('calls two accounts with as many words of their own as shared ones moderate', async () => {
    const writer = new Writer('english', random(5));
    const own = (): string => `${writer.join(Array.from({ length: 4 }, () => writer.own()))} `;
    const { of } = await look([
      ...crowd(),
      bid('ada', 'p1', template('till', own())),
      bid('ben', 'p2', template('map', own())),
    ]);
    expect(of('ada')).toMatchObject({ strength: 'moderate', with: ['guru:ben'] });
    expect(of('ben')).toMatchObject({ strength: 'moderate', with: ['guru:ada'] });
  });

  it('calls two accounts that share five whole sentences strong, however much else they say', async () => {
    const writer = new Writer('english', random(5));
    const own = (): string => `${writer.join(Array.from({ length: 7 }, () => writer.own()))} `;
    const fifth = 'Until the owls came nobody had noticed that the desk was in the draught of two doors.';
    const { of } = await look([
      ...crowd(),
      bid('ada', 'p1', `${template('till', own())} ${fifth}`),
      bid('ben', 'p2', `${template('map', own())} ${fifth}`),
    ]);
    expect([of('ada')?.strength, of('ben')?.strength]).toEqual(['strong', 'strong']);
  });

  it('links a message whose words are kept with a bid, and counts no project for it', async () => {
    const { of } = await look([
      ...crowd(),
      bid('ada', 'p1', template('tide table')),
      message('dora', template('choir archive')),
    ]);
    for (const [account, other] of [
      ['ada', 'dora'],
      ['dora', 'ada'],
    ] as const) {
      expect(of(account)).toMatchObject({
        with: [`guru:${other}`],
        message: 'acrossTexts',
        data: { others: 1 },
        evidence: [{ useCount: 2, accountCount: 2, projectCount: 1 }, { kind: 'counts' }],
      });
    }
    expect(evidence(of('dora')).uses.map(({ project }) => project)).toEqual(['', 'p1']);
  });

  it('links two messages that are next to the same', async () => {
    const { of } = await look([
      ...crowd(),
      message('dora', template('tide table')),
      message('emil', template('choir archive')),
    ]);
    expect(of('dora')).toMatchObject({ with: ['guru:emil'], evidence: [{ projectCount: 0 }, { kind: 'counts' }] });
  });

  it('finds a text with sentences dropped, moved and reworded', async () => {
    const other = [sentences[4], sentences[1], sentences[3]?.replace('exactly this way', 'just that way')].join(' ');
    const { of } = await look([...crowd(), bid('ada', 'p1', sentences.join(' ')), bid('ben', 'p2', other)]);
    expect(of('ben')?.with).toEqual(['guru:ada']);
  });

  it('finds texts put together from a stock of alternative sentences', async () => {
    const writer = new Writer('english', random(6));
    const slots = Array.from({ length: 8 }, () => [writer.own(), writer.own()]);
    const next = random(7);
    const spun = ['ada', 'ben', 'cleo', 'dan', 'eva'].map((who, i) =>
      bid(who, `p${i}`, writer.join(slots.map((either) => next.pick(either)))),
    );
    const { findings } = await look([...crowd(), ...spun]);
    expect(findings.map(({ account }) => account).sort()).toEqual(['ada', 'ben', 'cleo', 'dan', 'eva']);
  });

  it('finds copies hidden by invisible characters, look-alike letters and capitals', async () => {
    const hidden = template('till')
      .replaceAll('o', '\u043e')
      .replaceAll('th', 't\u200bh')
      .replaceAll('morning', 'MORNING');
    const { of } = await look([...crowd(), bid('ada', 'p1', template('map')), bid('ben', 'p2', hidden)]);
    expect(of('ben')?.with).toEqual(['guru:ada']);
  });

  it.each<Language>(['spanish', 'russian', 'arabic', 'chinese'])('finds a template in %s', async (language) => {
    const writer = new Writer(language, random(8));
    const fixed = Array.from({ length: 5 }, () => writer.own());
    const of = (): string => writer.join([writer.greeting(), ...fixed.slice(0, 3), writer.own(), ...fixed.slice(3)]);
    const found = await look([...crowd(language), bid('ada', 'p1', of()), bid('ben', 'p2', of())]);
    expect(found.findings.map(({ account }) => account)).toEqual(['ada', 'ben']);
  });

  it('finds the whole of a text that 300 accounts use, and one page of it as well as all', async () => {
    const many = Array.from({ length: 300 }, (_, i) => bid(`many${i}`, `q${i}`, template(`thing number ${i}`)));
    const seen = [...crowd('english', 600), ...many];
    const all = await look(seen);
    expect(all.findings).toHaveLength(300);
    const page = await look(seen, ['many7', 'crowd3']);
    expect(page.findings.map(({ account }) => account)).toEqual(['many7']);
    expect(page.of('many7')).toEqual(all.of('many7'));
  });

  it('finds copies that were cut and reworded anew, each too little by itself, by their family', async () => {
    const writer = new Writer('english', random(21));
    const words = ['day', 'noon', 'week', 'hour'];
    const cut = [3, 0, 1, 2].map((left, i) => {
      const [first, ...rest] = sentences.slice(1, 5).filter((_, sentence) => sentence !== left);
      const text = `${letter(writer, 2)} ${first} ${letter(writer, 1)} ${rest.reverse().join(' ')}`;
      return bid(`cut${i}`, 'p1', text.replace(/morning|annoyances/g, words[i] ?? ''));
    });
    const seen = [...crowd('english', 200), post('p1', 'Desk', 'A desk.')];
    // Two of them have no more than one sentence in common word for word, and that is all that is said.
    expect((await look([...seen, ...cut.slice(0, 2)])).findings).toMatchObject([
      { message: 'oneSentence', strength: 'weak' },
      { message: 'oneSentence', strength: 'weak' },
    ]);
    const all = await look([...seen, ...cut]);
    expect(all.findings.map(({ account, message }) => [account, message])).toEqual(
      cut.map(({ account }) => [account, 'acrossBids']),
    );
  });

  it('finds near-whole copies on one project whose post is not known', async () => {
    const { of } = await look([...crowd(), bid('ada', 'p9', template('till')), bid('ben', 'p9', template('till'))]);
    expect(of('ada')).toMatchObject({ message: 'acrossBids', data: { others: 1, projects: 1 } });
  });

  it('notes one account’s own text on three projects as the common practice it is', async () => {
    const own = ['p1', 'p2', 'p3'].map((project, i) =>
      bid('ada', project, template(['till', 'map', 'choir'][i] ?? '')),
    );
    const { findings, of } = await look([...crowd(), ...own]);
    expect(findings).toHaveLength(1);
    expect(of('ada')).toMatchObject({ strength: 'weak', commonPractice: true, with: [] });
    expect(of('ada')).toMatchObject({ message: 'withinAccount', data: { projects: 3 } });
    expect(evidence(of('ada'))).toMatchObject({ useCount: 3, accountCount: 1, projectCount: 3 });
  });
});

describe('two texts of one account', () => {
  const other = (what: string): string =>
    `Two summers ago I repaired the ${what} of a rowing club that had been counting oars on a blackboard since the war. ` +
    'I would begin with the blackboard, photograph it for a fortnight, and only then decide what deserves a table. ' +
    'Whoever unlocks the boathouse in the morning gets one button, and whoever locks it gets the other one. ' +
    `When the ${what} and the blackboard have agreed for a month, you may paint over the blackboard.`;

  it('that are shared with different people are different matters', async () => {
    const { findings, checks } = await look(
      [
        ...crowd(),
        bid('ada', 'p1', template('till')),
        bid('ada', 'p2', other('boat list')),
        bid('ben', 'p3', template('map')),
        bid('cleo', 'p4', other('ferry list')),
      ],
      ['ada', 'ben', 'cleo'],
    );
    const of = (account: string) => findings.filter((finding) => finding.account === account);
    expect(
      of('ada')
        .map((finding) => finding.with)
        .sort(),
    ).toEqual([['guru:ben'], ['guru:cleo']]);
    expect(new Set(of('ada').map(({ key }) => key)).size).toBe(2);
    expect(new Set(of('ada').map(({ topic }) => topic)).size).toBe(2);
    expect(of('ben').map((finding) => finding.with)).toEqual([['guru:ada']]);
    expect(checks.get('guru:ada')).toMatchObject({ result: 'found', data: { others: 2 } });
  });

  it('that are shared with the same people are one, and one more person makes it another', async () => {
    const both = ['ada', 'ben'].flatMap((account) => [
      bid(account, 'p1', template('till')),
      bid(account, 'p2', other('boat list')),
    ]);
    const two = await look([...crowd(), ...both], ['ada']);
    expect(two.findings).toHaveLength(1);
    const three = await look([...crowd(), ...both, bid('cleo', 'p3', template('map'))], ['ada']);
    expect(three.findings).toHaveLength(1);
    expect(three.of('ada')?.key).not.toBe(two.of('ada')?.key);
  });
});

describe('both sides of a pair', () => {
  it.each([
    ['a whole text inside of a longer one', 7, 'strong'],
    ['half of each text', 5, 'moderate'],
  ])('say the same of %s', async (_, seed, strength) => {
    const writer = new Writer('english', random(seed));
    const own = (): string => `${writer.join(Array.from({ length: seed === 5 ? 4 : 12 }, () => writer.own()))} `;
    const mine = seed === 5 ? template('till', own()) : template('till');
    const { of } = await look([...crowd(), bid('ada', 'p1', mine), bid('ben', 'p2', template('till', own()))]);
    expect([of('ada')?.strength, of('ben')?.strength]).toEqual([strength, strength]);
  });

  it('say the same, whoever of a generated marketplace is asked, together or alone', async () => {
    for (const seed of [1, 2, 3]) {
      const plan = {
        projects: 12,
        accounts: 120,
        bidsPerAccount: [1, 3] as [number, number],
        familySize: [2, 4] as [number, number],
      };
      const world = makeWorld({ ...plan, base: 0.3, language: 'english', makes: MAKES }, random(seed));
      const { findings } = await reusedTemplate.evaluate(world.accounts, world.evidence);
      const shared = findings.filter((finding) => finding.with.length > 0);
      expect(shared.length).toBeGreaterThan(10);
      // Who was clearly first is a step weaker by design.
      const isFirst = (one: Finding) => one.notes?.some(({ message }) => message === 'wasFirst') ?? false;
      const strengthOf = (one: Finding) => (isFirst(one) && one.strength === 'moderate' ? 'strong' : one.strength);
      const strengths = new Map(
        shared.flatMap((one) => one.with.map((other) => [`${one.site}:${one.account} ${other}`, strengthOf(one)])),
      );
      const different = [...strengths].filter(
        ([pair, strength]) => strengths.get(pair.split(' ').reverse().join(' ')) !== strength,
      );
      expect(different).toEqual([]);
      for (const one of shared.slice(0, 12)) {
        const account: AccountKey = `${one.site}:${one.account}`;
        const alone = await reusedTemplate.evaluate([account], world.evidence);
        expect(alone.findings).toEqual(findings.filter((finding) => finding.account === one.account));
      }
    }
  });
});

describe('who was first', () => {
  const told = (finding: Finding | undefined) => finding?.notes?.map(({ message, data }) => [message, data?.by]) ?? [];
  const profile = (account: string, memberSince: string): Observation => ({
    kind: 'profile',
    site,
    seenAt,
    account,
    role: 'freelancer',
    memberSince,
  });
  const both = (ada: Partial<Bid>, ben: Partial<Bid>) => [
    bid('ada', 'p1', template('tide table'), ada),
    bid('ben', 'p2', template('tide table'), ben),
  ];

  it.each<[string, Observation[]]>([
    ['seen three weeks before the other', both({ seenAt: '2026-02-01T10:00:00Z' }, { seenAt: '2026-02-22T10:00:00Z' })],
    ['sent weeks before, though seen on one day', both({ submittedAt: '2026-01' }, { submittedAt: '2026-02-22' })],
    [
      'sent weeks before the other’s project was posted',
      [
        ...both({ submittedAt: '2026-01-02' }, {}),
        { ...post('p2', 'A chart', 'For our harbour.'), postedAt: '2026-02-20' },
      ],
    ],
  ])('%s: it asks for no closer look at that one, and says why', async (_, texts) => {
    const { of } = await look([...crowd(), ...texts]);
    expect(of('ada')).toMatchObject({ strength: 'moderate', with: ['guru:ben'] });
    expect(told(of('ada'))).toEqual([['wasFirst', 'text']]);
    expect(of('ben')).toMatchObject({ strength: 'strong', with: ['guru:ada'] });
    expect(told(of('ben'))).toEqual([['otherWasFirst', 'text']]);
    expect(of('ben')?.notes?.[0]?.data?.who).toEqual({ accounts: ['guru:ada'] });
  });

  it('a member for years beside a new account asks for no closer look', async () => {
    const members = [profile('ada', '2019-05'), profile('ben', '2026-01')];
    const { of } = await look([...crowd(), ...both({}, {}), ...members]);
    expect([of('ada')?.strength, of('ben')?.strength]).toEqual(['moderate', 'strong']);
    expect([told(of('ada')), told(of('ben'))]).toEqual([
      [['wasFirst', 'membership']],
      [['otherWasFirst', 'membership']],
    ]);
    const [seen] = await assess(['guru:ada'], evidenceOf([...crowd(), ...both({}, {}), ...members]));
    expect(seen?.level).toBe('worth-a-question');
  });

  it.each<[string, Observation[]]>([
    ['seen on one day', both({}, {})],
    ['seen less than three weeks apart', both({ seenAt: '2026-02-09T10:00:00Z' }, {})],
    [
      'seen before, but the other had sent it before that',
      both({ seenAt: '2026-01-05T10:00:00Z' }, { submittedAt: '2026-01-02' }),
    ],
    ['sent in a month that may be the other’s', both({ submittedAt: '2026-01' }, { submittedAt: '2026-01/2026-02' })],
    ['a member for years, and since when the other is one is not known', [...both({}, {}), profile('ada', '2015')]],
    ['both members for years', [...both({}, {}), profile('ada', '2015'), profile('ben', '2016-12')]],
    [
      'seen first, but the other is the one who is a member for years',
      [...both({ seenAt: '2026-01-05T10:00:00Z' }, {}), profile('ada', '2026-01'), profile('ben', '2015')],
    ],
  ])('is not said where it is not clear: %s', async (_, texts) => {
    const { of } = await look([...crowd(), ...texts]);
    expect([of('ada')?.strength, of('ben')?.strength]).toEqual(['strong', 'strong']);
    expect([told(of('ada')), told(of('ben'))]).toEqual([[], []]);
  });

  it('protects nobody where a third was as early', async () => {
    const texts = [
      ...both({ seenAt: '2026-01-05T10:00:00Z' }, {}),
      bid('cleo', 'p3', template('tide table'), { seenAt: '2026-01-15T10:00:00Z' }),
    ];
    const { findings } = await look([...crowd(), ...texts]);
    expect(findings.map(({ strength }) => strength)).toEqual(['strong', 'strong', 'strong']);
  });

  it('says of each when its text was sent or seen, and since when it is a member, no more precisely than is known', async () => {
    const texts = both({ submittedAt: '2026-01/2026-02' }, { seenAt: '2026-03-03T08:00:00Z' });
    const { of } = await look([...crowd(), ...texts, profile('ben', '2025-11')]);
    const rows = of('ada')?.evidence.flatMap((one) => (one.kind === 'counts' ? one.rows : []));
    expect(rows?.map((row) => sentence('reused-template', row.label, row.data, 'en'))).toEqual(['@ada', '@ben']);
    expect(rows?.map((row) => valueText('reused-template', row.value, 'en'))).toEqual([
      'sent between January and February 2026; when it joined is not known',
      'first seen on 3 March 2026; joined in November 2025',
    ]);
  });
});

describe('the evidence', () => {
  it('counts a gap that everyone fills alike to the template', async () => {
    const text = (what: string) => template(what, 'Bring two owls. ');
    const { of } = await look([
      ...crowd(),
      bid('ada', 'p1', text('till')),
      bid('ben', 'p2', text('map')),
      bid('cleo', 'p3', text('oar list')),
    ]);
    const slots = evidence(of('ada')).template.filter(({ same }) => !same);
    expect(slots.map(({ text }) => text.trim())).toEqual(['till', 'till']);
  });

  it('marks in every text the same words: what everyone has in all of them, what a few have in none', async () => {
    const text = (tools: string, end: string) =>
      template('till', `I would build it with ${tools} at my own bench. Every Friday you get a drawing ${end}`);
    const { of } = await look([
      ...crowd(),
      bid('ada', 'p1', text('copper wire', 'of rope and a list of what is left. Bring two owls.')),
      bid('ben', 'p2', text('oak boards', 'in blue and a list of what is left. Bring two owls.')),
      bid('cleo', 'p3', text('copper wire', 'unasked and a list of what is left. Bring two owls.')),
      bid('dana', 'p4', text('willow', 'framed and a list of what is left. Bring two owls.')),
      bid('eli', 'p5', text('sand', 'twice and a list of what is left. Bring two owls.')),
    ]);
    for (const account of ['ada', 'ben', 'cleo', 'dana', 'eli']) {
      const { uses } = evidence(of(account));
      const marked = uses.map(({ parts }) => parts.flatMap(({ same, text }) => (same ? [text.trim()] : [])).join(' '));
      expect(uses.length).toBe(5);
      expect(new Set(marked).size, marked.join('\n')).toBe(1);
      expect(marked[0]).toContain('and a list of what is left');
    }
  });

  it('counts what follows a replaced word once for each of the account’s texts', () => {
    const of = (rest: string) => prepareText(`We begin with the ledger of the mill ${rest}.`, undefined);
    const own = of('and never guess');
    const others = ['but never guess', 'for its owls', 'or with rope', 'as you wish'].map(of);
    const words = [...constantWithin(own, others)].map((is, i) =>
      is ? own.text.slice(own.starts[i], own.ends[i]) : '_',
    );
    // "never guess" comes back in one of four, after another word.
    expect(words.join(' ')).toBe('We begin with the ledger of the mill _ _ _');
  });

  it('shows the account’s own use first, also where names hold spaces', async () => {
    const [ada, ben] = ['#ada okafor', '#ben ito'];
    const texts = [bid(ada as string, 'p1', template('till')), bid(ben as string, 'p2', template('map'))];
    const { of } = await look([...crowd(), ...texts], [ada as string, ben as string]);
    expect(evidence(of(ada as string)).uses.map(({ account }) => account)).toEqual([ada, ben]);
    expect(evidence(of(ben as string)).uses.map(({ account }) => account)).toEqual([ben, ada]);
  });
});

describe('a post of which only the beginning is known', () => {
  const quote = `${template('ferry kiosk')} Please say how you would start. Tell us about a bird you like.`.split(
    /(?<=\.) /,
  );
  const beginning = quote.slice(0, 2).join(' ');
  const writer = new Writer('english', random(31));
  const own = () => writer.join([writer.own(), writer.own(), writer.own()]);
  const rest = (from: number, to: number) => `${own()} ${quote.slice(from, to).join(' ')} ${own()}`;

  it.each<[string, Partial<Project>]>([
    ['and is said to be so', { text: beginning, textIs: 'part' }],
    ['as its last sign shows', { text: `${beginning.slice(0, -12)}…` }],
  ])('%s: bidders who quote the rest of it are found with nobody', async (_, known) => {
    const seen = [
      { ...post('p1', 'Ferry kiosk', ''), ...known },
      bid('ada', 'p1', rest(2, 6)),
      bid('ben', 'p1', rest(2, 5)),
    ];
    expect((await look([...crowd(), ...seen])).findings).toEqual([]);
  });

  it('bids that are little more than the whole of it, past what is known, quote it', async () => {
    const whole = (end: string) => `${writer.own()}. ${quote.join(' ')} ${end}`;
    const seen = [
      { ...post('p1', 'Ferry kiosk', beginning), textIs: 'part' as const },
      bid('ada', 'p1', whole(writer.own())),
      bid('ben', 'p1', whole(own())),
      bid('cleo', 'p1', rest(2, 6)),
    ];
    expect((await look([...crowd(), ...seen])).findings).toEqual([]);
  });

  it('hides no text that is shared with a bid on another project', async () => {
    const seen = [
      { ...post('p1', 'Ferry kiosk', 'A kiosk for our ferry…'), textIs: 'part' as const },
      bid('ada', 'p1', template('till')),
      bid('ben', 'p1', rest(2, 4)),
      bid('ben', 'p2', template('map')),
    ];
    expect((await look([...crowd(), ...seen])).of('ada')).toMatchObject({ with: ['guru:ben'], strength: 'strong' });
  });
});

describe('weighs less, and says why', () => {
  /** As it may stand on a page of advice. */
  const sample = (own: string): string =>
    `What sets me apart from other applicants is the care with which I plan before anything gets built. ${own}. ` +
    'A typical engagement starts with a short questionnaire, followed by an outline and a draft within days. ' +
    'You will always know where things stand, because I send a brief note at the end of each working day. ' +
    'Should this sound like a good match, I would be delighted to arrange a conversation whenever it suits you.';
  const notes = (finding: Finding | undefined) => finding?.notes?.map(({ message }) => message) ?? [];
  const profile = (account: string, employer: string): Observation => ({
    kind: 'profile',
    site,
    seenAt,
    account,
    role: 'freelancer',
    employment: [{ employer }],
  });

  it('a published sample: what several share claims nothing', async () => {
    const writer = new Writer('english', random(32));
    const users = ['ada', 'ben', 'cleo', 'dan'].map((who, i) => bid(who, `p${i}`, sample(writer.own())));
    const { findings } = await look([...crowd(), ...users]);
    expect(findings.map((one) => [one.strength, ...notes(one)])).toEqual(
      users.map(() => ['moderate', 'withoutClaims']),
    );
    const [seen] = await assess(['guru:ada'], evidenceOf([...crowd(), ...users]));
    expect(seen?.level).toBe('worth-a-question');
  });

  it.each([
    ['numbers', 'In 2017 I moved 312 crates of a brewery onto it', 'strong'],
    ['names', 'It began with the looms that Verinor and Ostrava Mills had left us', 'strong'],
    ['a link and something of mine', 'You can see my loom planner at https://looms.example/planner', 'strong'],
    ['a link alone', 'A planner of looms stands at https://looms.example/planner', 'strong'],
    ['a mail address alone', 'A planner of looms is sent to whoever writes to looms@planner.example', 'strong'],
    ['a host alone', 'A planner of looms stands at https://looms.example/', 'moderate'],
    ['one name alone', 'It began with the looms that Verinor had left us', 'moderate'],
    [
      'what anybody counts and calls theirs',
      'I answer 24/7, my portfolio and my experience are 100 % real',
      'moderate',
    ],
    ['tools that anybody names', 'It was built with React, Node and Docker and then moved to Python', 'moderate'],
  ])('unless it makes two claims: %s', async (_, own, strength) => {
    const users = ['ada', 'ben', 'cleo'].map((who, i) => bid(who, `p${i}`, sample(own)));
    const { findings } = await look([...crowd(), ...users]);
    expect(findings.map((one) => one.strength)).toEqual([strength, strength, strength]);
  });

  it('an agency: both profiles name one employer', async () => {
    const both = [bid('ada', 'p1', template('till')), bid('ben', 'p2', template('map'))];
    const { of } = await look([
      ...crowd(),
      ...both,
      profile('ada', 'Birch & Sons Ltd.'),
      profile('ben', 'BIRCH & SONS'),
    ]);
    expect(of('ada')).toMatchObject({ strength: 'moderate' });
    expect(of('ada')?.notes).toMatchObject([
      { message: 'sameEmployer', data: { employer: 'Birch & Sons Ltd.', count: 1 } },
    ]);
    expect(of('ben')).toMatchObject({ strength: 'moderate' });
    expect(sentence('reused-template', 'sameEmployer', of('ada')?.notes?.[0]?.data ?? {}, 'en')).toBe(
      'Birch & Sons Ltd. stands in both profiles: colleagues often share their texts, so this counts for less.',
    );
  });

  it('an agency that the other profile speaks of', async () => {
    const both = [bid('ada', 'p1', template('till')), bid('ben', 'p2', template('map'))];
    const about = 'I draw screens for Birch & Sons, and have done so for years.';
    const ben: Observation = { kind: 'profile', site, seenAt, account: 'ben', role: 'freelancer', about };
    const { of } = await look([...crowd(), ...both, profile('ada', 'Birch & Sons Ltd.'), ben]);
    expect(notes(of('ben'))).toEqual(['sameEmployer']);
  });

  it.each([
    ['name different employers', 'Birch & Sons', 'Loom Works'],
    ['name none', 'Self-employed', 'self employed'],
  ])('not where two profiles %s', async (_, one, other) => {
    const both = [bid('ada', 'p1', template('till')), bid('ben', 'p2', template('map'))];
    const { of } = await look([...crowd(), ...both, profile('ada', one), profile('ben', other)]);
    expect([of('ada')?.strength, notes(of('ada'))]).toEqual(['strong', []]);
  });

  it('not where a third has the text who is no colleague', async () => {
    const bids = ['ada', 'ben', 'cleo'].map((who, i) => bid(who, `p${i}`, template(`till ${i}`)));
    const { of } = await look([...crowd(), ...bids, profile('ada', 'Birch & Sons'), profile('ben', 'Birch & Sons')]);
    expect([of('ada')?.strength, of('cleo')?.strength]).toEqual(['strong', 'strong']);
  });
});

describe('one handle on two sites', () => {
  const both = [bid('ada_dev', 'p1', template('till')), bid('Ada-Dev', 'p2', template('map'), { site: 'upwork' })];

  it('is one person, and the check says so', async () => {
    const { findings, checks } = await look([...crowd(), ...both], ['ada_dev']);
    expect(findings).toEqual([]);
    expect(checks.get('guru:ada_dev')).toEqual({
      result: 'clear',
      message: 'clearButOwn',
      data: { texts: 41, accounts: 41, own: { accounts: ['upwork:Ada-Dev'] } },
    });
  });

  it('is one of those who share a text with somebody else', async () => {
    const { of } = await look([...crowd(), ...both, bid('ben', 'p3', template('kiosk'))], ['ada_dev', 'ben']);
    expect(of('ada_dev')?.with).toEqual(['guru:ben']);
    expect(of('ben')?.with.toSorted()).toEqual(['guru:ada_dev', 'upwork:Ada-Dev']);
  });

  it.each([
    ['ada', 'adam', 'upwork'],
    ['ada_dev', 'ada-dev', site],
    ['12345', '12345', 'upwork'],
  ])('but not %s and %s on %s', async (one, other, where) => {
    const pair = [bid(one, 'p1', template('till')), bid(other, 'p2', template('map'), { site: where })];
    expect((await look([...crowd(), ...pair], [one])).of(one)?.with).toEqual([`${where}:${other}`]);
  });
});

describe('one sentence', () => {
  const rare =
    'In 1987 my aunt taught a whole rowing club to count its oars without once looking at the blackboard behind them.';
  const beside = (writer: Writer, which: string) => `${letter(writer, 3)} ${which} ${letter(writer, 3)}`;

  it('that stays word for word where all the rest is rewritten is found, and said to be no more', async () => {
    const writer = new Writer('english', random(33));
    const bids = ['ada', 'ben', 'cleo'].map((who, i) => bid(who, `p${i}`, beside(writer, rare)));
    const { findings } = await look([...crowd(), ...bids]);
    expect(findings.map(({ message, strength }) => [message, strength])).toEqual(
      bids.map(() => ['oneSentence', 'weak']),
    );
    expect(findings[0]).toMatchObject({ data: { others: 2 } });
  });

  it('is found where seven of three hundred have it', async () => {
    const writer = new Writer('english', random(35));
    const bids = Array.from({ length: 7 }, (_, i) => bid(`u${i}`, `p${i}`, beside(writer, rare)));
    const { findings } = await look([...crowd('english', 300), ...bids]);
    expect(findings.map(({ message, strength, data }) => [message, strength, data?.others])).toEqual(
      bids.map(() => ['oneSentence', 'weak', 6]),
    );
  });

  it.each<[string, (writer: Writer) => Bid[]]>([
    ['is short', (writer) => ['ada', 'ben'].map((who, i) => bid(who, `p${i}`, beside(writer, rare.slice(0, 60))))],
    ['is what many say', (writer) => Array.from({ length: 9 }, (_, i) => bid(`u${i}`, `p${i}`, beside(writer, rare)))],
    [
      'claims nothing',
      (writer) =>
        ['ada', 'ben', 'cleo'].map((who, i) =>
          bid(who, `p${i}`, beside(writer, rare.replace('In 1987 my aunt', 'Back then somebody'))),
        ),
    ],
    ['may be the post’s', (writer) => ['ada', 'ben'].map((who) => bid(who, 'p77', beside(writer, rare)))],
    [
      'is not word for word the same',
      (writer) => [
        bid('ada', 'p1', beside(writer, rare)),
        bid('ben', 'p2', beside(writer, rare.replace('whole', 'small'))),
      ],
    ],
  ])('is nothing where it %s', async (_, bids) => {
    const { findings } = await look([...crowd(), ...bids(new Writer('english', random(34)))]);
    expect(findings).toEqual([]);
  });
});

describe('innocent', () => {
  it.each<[string, () => Observation[]]>([
    [
      'one text sent to two projects by one account',
      () => [bid('ada', 'p1', template('till')), bid('ada', 'p2', template('map'))],
    ],
    [
      'one bid seen under two ids of one project and once more',
      () =>
        ['p1', 'p1-again', 'p2'].map((project) =>
          bid('ada', project, template('till'), {
            url: `https://www.guru.com/jobs/${project.startsWith('p1') ? 'till/1' : 'map/2'}?from=${project}`,
          }),
        ),
    ],
    [
      'bidders who quote the post at length',
      () => {
        const text = `${template('ferry kiosk')} Please say how you would start. Tell us about a bird you like.`;
        const quote = text
          .split(/(?<=\.) /)
          .slice(1, 6)
          .join(' ');
        const writer = new Writer('english', random(9));
        const of = (): string =>
          `${writer.join([writer.own(), writer.own()])} ${quote} ${writer.join([writer.own(), writer.own()])}`;
        return [post('p1', 'Ferry kiosk', text), bid('ada', 'p1', of()), bid('ben', 'p1', of())];
      },
    ],
    [
      'bidders who quote long stretches of one post that is not known',
      () => {
        const writer = new Writer('english', random(10));
        const quote = sentences.slice(1).join(' ');
        const of = (): string => `${quote} ${writer.join(Array.from({ length: 4 }, () => writer.own()))}`;
        return [bid('ada', 'p1', of()), bid('ben', 'p1', of())];
      },
    ],
    [
      'messages that quote long stretches of one post that is not known',
      () => {
        const writer = new Writer('english', random(17));
        const quote = sentences.slice(1).join(' ');
        const of = (): string => `${quote} ${writer.join(Array.from({ length: 4 }, () => writer.own()))}`;
        return [message('ada', of()), message('ben', of())];
      },
    ],
    [
      'what the user wrote themself to several people',
      () => ['ada', 'ben'].map((account) => message(account, template('till'), { mine: true })),
    ],
    [
      'messages whose words are not kept',
      () => ['ada', 'ben'].map((account) => message(account, '#00112233445566778899aabb')),
    ],
    [
      'one text in two bids and in a message by one account',
      () => [bid('ada', 'p1', template('till')), bid('ada', 'p2', template('map')), message('ada', template('kiosk'))],
    ],
    [
      'one-line bids, word for word the same',
      () =>
        ['ada', 'ben', 'cleo'].map((a) => bid(a, 'p1', 'Ready to start now, please see my profile and write to me.')),
    ],
    [
      'the same opening and the same ending that many use',
      () => {
        const writer = new Writer('english', random(12));
        const of = (): string =>
          `Having carefully considered your lovely project I believe I can offer a tailored path. ${writer.join(
            Array.from({ length: 5 }, () => writer.own()),
          )} I would be thrilled to explore how my skills could support the vision you described.`;
        return Array.from({ length: 8 }, (_, i) => bid(`assisted${i}`, `p${i}`, of()));
      },
    ],
    [
      'an assistant’s opening that names the project, full stops and all, on a page of few bids',
      () => {
        const writer = new Writer('english', random(16));
        const title = '3. Tide table, v. 2. For anglers.';
        const of = (): string =>
          `Dear client. I was genuinely excited to see your posting about ${title} as it aligns closely with the work I enjoy most. ` +
          `${writer.join(Array.from({ length: 4 }, () => writer.own()))} I would welcome the chance to walk you through how I would approach the first milestone.`;
        return [post('p1', title, 'Anglers need it.'), bid('ada', 'p1', of()), bid('ben', 'p1', of())];
      },
    ],
    [
      'bids of stock phrases only, each of which many use',
      () => {
        const writer = new Writer('english', random(13));
        return Array.from({ length: 30 }, (_, i) =>
          bid(
            `stock${i}`,
            `p${i % 6}`,
            writer.join([writer.greeting(), ...Array.from({ length: 5 }, () => writer.stock())]),
          ),
        );
      },
    ],
    [
      'boilerplate that the marketplace adds to every bid',
      () => {
        const writer = new Writer('english', random(14));
        const line =
          'This proposal expires after thirty days. All amounts exclude the fee of the marketplace. Sent through the project catalogue with the standard terms of work for independent professionals.';
        return Array.from({ length: 40 }, (_, i) => bid(`any${i}`, `p${i % 6}`, `${letter(writer, 4)} ${line}`));
      },
    ],
  ])('%s', async (_, observations) => {
    const { findings } = await look([...crowd(), ...observations()]);
    expect(findings).toEqual([]);
  });

  it('says nothing with too few others to compare with', async () => {
    const few = crowd('english', 7);
    const { findings, checks } = await look([
      ...few,
      bid('ada', 'p1', template('till')),
      bid('ben', 'p2', template('map')),
    ]);
    expect(findings).toEqual([]);
    expect(new Set([...checks.values()].map(({ message }) => message))).toEqual(new Set(['tooFewOthers']));
  });

  it('does not join two families through an account that is in both', async () => {
    const writer = new Writer('english', random(15));
    const a = writer.join(Array.from({ length: 5 }, () => writer.own()));
    const b = writer.join(Array.from({ length: 5 }, () => writer.own()));
    const bids = [bid('ada', 'p1', a), bid('both', 'p2', `${a} ${b}`), bid('ben', 'p3', b)];
    const { findings } = await look([...crowd(), ...bids]);
    const pairs = findings.map(({ account, with: others }) => [account, ...others].join(' '));
    expect(pairs.sort()).toEqual(['ada guru:both', 'ben guru:both', 'both guru:ada', 'both guru:ben']);
  });
});

describe('checks', () => {
  it('say with how much was compared, or why there was too little', async () => {
    const { checks } = await look([
      ...crowd(),
      bid('short', 'p1', 'I can do it.'),
      { kind: 'bid', site, seenAt, account: 'silent', project: 'p1' },
      bid('long', 'p1', template('till')),
    ]);
    const clear = { result: 'clear', message: 'clear', data: { texts: 41, accounts: 41 } };
    expect(checks.get('guru:long')).toEqual(clear);
    expect(checks.get('guru:crowd7')).toEqual(clear);
    expect(checks.get('guru:short')).toMatchObject({ result: 'too-little', message: 'tooShort', data: { texts: 1 } });
    expect(checks.get('guru:silent')).toMatchObject({ result: 'too-little', message: 'noTexts' });
  });

  it('say that there were too few others to compare with', async () => {
    const { checks } = await look([...crowd('english', 4), bid('ada', 'p1', template('till'))], ['ada', 'nobody']);
    expect(checks.get('guru:ada')).toEqual({
      result: 'too-little',
      message: 'tooFewOthers',
      data: { accounts: 4, needed: 10 },
    });
    expect(checks.get('guru:nobody')).toMatchObject({ message: 'noTexts' });
  });

  it('say of what was found with how much it was compared', async () => {
    const both = [bid('ada', 'p1', template('till')), bid('ben', 'p2', template('map'))];
    const { checks } = await look([...crowd(), ...both]);
    expect(checks.get('guru:ada')).toEqual({
      result: 'found',
      message: 'checkFound',
      data: { texts: 41, accounts: 41, others: 1 },
    });
  });
});

describe('hostile', () => {
  it.each([
    ['one word again and again', 'work '.repeat(4_000)],
    ['emoji', '🚀'.repeat(9_000)],
    ['punctuation', '.,;:!?'.repeat(3_000)],
    ['lone surrogates', '\ud800\udc00\ud800 '.repeat(5_000)],
    ['a very long text', Array.from({ length: 3_000 }, (_, i) => `w${(i * i) % 2_999}`).join(' ')],
  ])('the same bid of %s from twenty accounts', async (_, text) => {
    const { findings } = await look([...crowd(), ...Array.from({ length: 20 }, (_, i) => bid(`x${i}`, `p${i}`, text))]);
    for (const finding of findings) {
      for (const { parts } of evidence(finding).uses) expect(joined(parts).length).toBeLessThanOrEqual(3_000);
      expect(evidence(finding).uses.length).toBeLessThanOrEqual(6);
    }
  });

  it('one account’s same bid a thousand times', async () => {
    const same = Array.from({ length: 1_000 }, (_, i) => bid('ada', `q${i}`, template('till')));
    const { of } = await look([...crowd(), ...same, bid('ben', 'p1', template('map'))]);
    expect(of('ben')?.with).toEqual(['guru:ada']);
    expect(of('ada')?.with).toEqual(['guru:ben']);
  });

  it('bids that the store no longer has', async () => {
    const seen = evidenceOf([...crowd(), bid('ada', 'p1', template('till'))]);
    const index = await seen.projection(texts);
    for (let n = 900; n < 905; n++) index.add(n, `${site}:gone${n}`, template('map'));
    const { findings } = await reusedTemplate.evaluate(['guru:ada', 'guru:nobody'], seen);
    expect(findings).toEqual([]);
  });
});
