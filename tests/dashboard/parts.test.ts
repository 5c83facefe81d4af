import { describe, expect, it } from 'vitest';
import { type AccountGroup, accountGroups, addressOf, groupAt } from '../../components/dashboard/account-groups.ts';
import { everyone, filtered, parseQuery, queryText, sorted } from '../../components/dashboard/list-query.ts';
import { profileChanges } from '../../components/dashboard/profile-changes.ts';
import { parseRoute, routeTo } from '../../components/dashboard/route.ts';
import { templateGroup } from '../../components/dashboard/template-group.ts';
import { stretchesOf, timelineOf, webAddress } from '../../components/dashboard/timeline.ts';
import { hoursOf } from '../../components/dashboard/times.ts';
import { windowOf } from '../../components/dashboard/virtual.ts';
import { type Ring, ringLayout, ringsOf, sizes } from '../../components/evidence/ring-layout.ts';
import type { Assessment, Level } from '../../lib/model/assessment.ts';
import type { EvidenceItem, TemplateUse } from '../../lib/model/finding.ts';
import type { Bid, Observation, Profile } from '../../lib/model/observation.ts';
import { accountRow } from '../../lib/store/accounts.ts';
import { merge } from '../../lib/store/merge.ts';
import type { Row } from '../../lib/store/row.ts';
import type { AccountRow, StoredObservation } from '../../lib/store/rows.ts';
import { findingOf } from '../finding-of.ts';

const coverage = { bids: 1, projects: 1, reviews: 0, profiles: 0, messages: 0 };
const finding = (flag: string, others: string[], evidence: EvidenceItem[] = []) =>
  findingOf({ flag, account: '', with: others.map((other) => `guru:${other}`), evidence });
const assessment = (account: string, findings: Assessment['findings'], level: Level = 'look-closer'): Assessment => ({
  site: 'guru',
  account,
  level,
  coverage,
  checks: [],
  findings,
});
function row(
  account: string,
  more: { level?: Level; name?: string; flag?: string; with?: string[]; last?: string; bids?: number } = {},
): AccountRow {
  const sighting = {
    coverage: { ...coverage, bids: more.bids ?? 1 },
    firstSeenAt: '2026-01-01T00:00:00Z',
    lastSeenAt: more.last ?? '2026-02-01T00:00:00Z',
    ...(more.name && { name: more.name }),
  };
  const findings = more.flag ? [finding(more.flag, more.with ?? [])] : [];
  return accountRow(`guru:${account}`, sighting, assessment(account, findings, more.level ?? 'no-flags'));
}
const names = (rows: readonly AccountRow[]) => rows.map(({ account }) => account);

describe('addresses of views', () => {
  it.each([
    { tab: 'developers' },
    { tab: 'data' },
    { tab: 'developers', key: 'guru:a/b:c#d %' },
    { tab: 'templates', key: 'freelancer:ada' },
    { tab: 'rings', key: 'guru:ben' },
    { tab: 'templates', key: 'guru:ben', other: 'upwork:~01/a' },
  ] as const)('%j comes back as it went', (route) => {
    expect(parseRoute(routeTo(route))).toEqual(route);
  });

  it.each(['', '#', '#/nowhere', '#/developer/', '#/developer/%E0%A4%A', '#/constructor/guru:a', '#/developer/<b>:x'])(
    'what is no address opens the first view: %s',
    (hash) => {
      expect(parseRoute(hash)).toEqual({ tab: 'projects' });
    },
  );
});

describe('what a list is asked for', () => {
  it.each([
    everyone,
    { ...everyone, typed: 'ada & ben?#', level: 'look-closer', note: 'record', sort: 'bids', turned: true },
    { ...everyone, site: 'guru', flag: 'rating-ring', note: 'none' },
  ] as const)('stands in the address and comes back: %j', (query) => {
    const address = routeTo({ tab: 'developers', query: queryText(query) });
    expect(parseQuery(parseRoute(address).query ?? '')).toEqual(query);
  });

  it('is as usual where the address holds anything else', () => {
    expect(parseQuery('level=guilty&sort=name&note=x&turned=yes&nothing')).toEqual(everyone);
    expect(parseRoute('#/project/guru%3A7?q=a')).toEqual({ tab: 'projects', key: 'guru:7', query: 'q=a' });
  });
});

describe('the list of developers', () => {
  const rows = [
    row('cleo', { last: '2026-03-01T00:00:00Z', bids: 3 }),
    row('ada', { level: 'look-closer', name: 'Ada Okafor', flag: 'rating-ring', with: ['x'], bids: 9 }),
    row('Ben', { level: 'worth-a-question', flag: 'mass-bidding', bids: 1 }),
  ];
  it.each([
    ['attention', ['ada', 'Ben', 'cleo']],
    ['account', ['ada', 'Ben', 'cleo']],
    ['bids', ['ada', 'cleo', 'Ben']],
    ['lastSeen', ['cleo', 'ada', 'Ben']],
  ] as const)('is in order by %s, and the other way round', (sort, order) => {
    expect(names(sorted(rows, sort, false))).toEqual(order);
    expect(names(sorted(rows, sort, true))).toEqual([...order].reverse());
    expect(names(rows)).toEqual(['cleo', 'ada', 'Ben']);
  });

  it.each([
    [{ typed: ' @bE' }, ['Ben']],
    [{ typed: 'kaf' }, ['ada']],
    [{ level: 'no-flags' }, ['cleo']],
    [{ flag: 'rating-ring' }, ['ada']],
    [{ site: 'upwork' }, []],
    [{ flag: 'rating-ring', level: 'no-flags' }, []],
    [{}, ['cleo', 'ada', 'Ben']],
  ] as const)('%j leaves %j', (query, left) => {
    expect(names(filtered(rows, { ...everyone, ...query }))).toEqual(left);
  });

  it.each(['nunez', 'NÚÑEZ', 'uñe', 'ez íñ', '@iñi'])('finds %s inside of a name with accents', (typed) => {
    const named = row('56d728', { name: 'Íñigo Núñez' });
    // As an earlier version listed them.
    const before = { ...row('77', {}), words: ['77', 'íñigo núñez', 'íñigo', 'núñez'] };
    expect(names(filtered([...rows, named, before], { ...everyone, typed }))).toEqual(['56d728', '77']);
  });

  it('filters and sorts 50,000 rows', () => {
    const many = Array.from({ length: 50_000 }, (_, i) =>
      row(`account-${(i * 7_919) % 50_000}`, { name: `Name ${i}` }),
    );
    const found = filtered(sorted(many, 'account', false), { ...everyone, typed: 'account-4999' });
    expect(found).toHaveLength(11);
  });
});

describe('the rows in view', () => {
  it.each([
    ['at the top', [50_000, 0, 800, 50], { first: 0, end: 22 }],
    ['in the middle', [50_000, 50_000, 800, 50], { first: 994, end: 1_022 }],
    ['at the end', [50_000, 2_499_200, 800, 50], { first: 49_978, end: 50_000 }],
    ['of a list that got shorter than where it was scrolled to', [3, 9_000, 800, 50], { first: 0, end: 3 }],
    ['of none', [0, 0, 800, 50], { first: 0, end: 0 }],
  ] as const)('%s', (_, [count, top, height, rowHeight], window) => {
    expect(windowOf(count, top, height, rowHeight)).toEqual(window);
  });
});

describe('groups', () => {
  const flag = 'reused-template';
  const membersOf = (rows: readonly AccountRow[]) =>
    accountGroups(rows, flag).map(({ members }) =>
      members
        .map((key) => key.replace('guru:', ''))
        .sort()
        .join(' '),
    );

  it('do not chain: who matches two that do not match each other is in a group with each', () => {
    const rows = [
      row('a', { flag, with: ['b'] }),
      row('b', { flag, with: ['a', 'c'], level: 'look-closer' }),
      row('c', { flag, with: ['b'] }),
    ];
    expect(membersOf(rows)).toEqual(['a b', 'b c']);
    const groups = accountGroups(rows, flag);
    for (const group of groups) {
      const { key, other } = addressOf(group, groups);
      expect(groupAt(groups, key, other)).toBe(group);
    }
  });

  it('hold all that match each other, whichever of two named the other, with the rows that are listed', () => {
    const rows = [
      row('a', { flag, with: ['b', 'c'] }),
      row('b', { flag, with: ['c'], level: 'look-closer' }),
      row('c', { flag, with: ['a'] }),
      row('alone', { flag }),
      row('other', { flag: 'rating-ring', with: ['a', 'b'] }),
    ];
    expect(membersOf(rows)).toEqual(['a b c', 'alone']);
    const [group] = accountGroups(rows, flag);
    expect(names(group?.rows ?? [])).toEqual(['b', 'a', 'c']);
    expect(addressOf(group as AccountGroup, accountGroups(rows, flag))).toEqual({ key: 'guru:b' });
  });

  it('keep those together who are named together and say nothing themselves', () => {
    expect(membersOf([row('x', { flag, with: ['y', 'z', 'w'] })])).toEqual(['w x y z']);
  });

  it('of nobody are none', () => {
    expect(accountGroups([], flag)).toEqual([]);
    expect(groupAt([], 'guru:a', undefined)).toBeUndefined();
  });
});

describe('a template and its uses', () => {
  const members = ['guru:ada', 'guru:ben', 'guru:cleo'] as const;
  const use = (account: string, topic: string): TemplateUse => ({
    site: 'guru',
    account,
    project: '1',
    parts: [
      { same: true, text: 'I build booking pages for ' },
      { same: false, text: topic },
      { same: true, text: ' and nothing else at all.' },
    ],
  });
  const found = (account: string, uses: TemplateUse[], accountCount = 3): Assessment =>
    assessment(account, [
      finding(
        'reused-template',
        [],
        [
          {
            kind: 'template',
            template: uses[0]?.parts ?? [],
            uses,
            useCount: 7,
            accountCount,
            projectCount: 1,
            sharedWords: 9,
            share: 0.8,
            firstSeen: '',
            lastSeen: '',
            comparedBids: 60,
            comparedAccounts: 60,
          },
        ],
      ),
    ]);

  it('gathers every use that any account carries, each once, its gaps numbered as in the template', () => {
    const group = templateGroup(
      [
        found('ada', [use('ada', 'dentists'), use('ben', 'florists')]),
        found('ben', [use('ben', 'florists'), use('cleo', 'bakers')]),
      ],
      members,
    );
    expect(group?.pieces).toEqual([
      { text: 'I build booking pages for ' },
      { slot: 1 },
      { text: ' and nothing else at all.' },
    ]);
    expect(group?.uses.map((one) => [one.use.account, one.slots])).toEqual([
      ['ada', ['dentists']],
      ['ben', ['florists']],
      ['cleo', ['bakers']],
    ]);
    expect(group?.useCount).toBe(7);
  });

  it('is the group’s own where a member matches others with another text', () => {
    const both = found('ben', [use('ben', 'florists'), use('ada', 'dentists'), use('eve', 'choirs')], 3);
    const group = templateGroup(
      [both, found('ada', [use('ada', 'dentists'), use('ben', 'florists')], 2)],
      ['guru:ada', 'guru:ben'],
    );
    expect(group?.uses.map(({ use: { account } }) => account)).toEqual(['ada', 'ben']);
    expect(group?.accountCount).toBe(2);
  });

  it('leaves out uses of another template of the same accounts, and says when there is none', () => {
    const other: TemplateUse = {
      ...use('ben', 'x'),
      project: '2',
      parts: [{ same: true, text: 'Quite another letter.' }],
    };
    const group = templateGroup([found('ada', [use('ada', 'a'), use('ben', 'b')]), found('ben', [other], 2)], members);
    expect(group?.uses.map((one) => `${one.use.account} ${one.use.project}`)).toEqual(['ada 1', 'ben 1']);
    expect(templateGroup([assessment('ada', [])], members)).toBeUndefined();
  });
});

describe('a ring', () => {
  const ring: Ring = {
    kind: 'ring',
    clients: ['guru:c1', 'guru:c2'],
    developers: ['guru:d1', 'guru:d2'],
    shares: [],
    from: '2026-03-01',
    to: '2026-03-11',
    ratings: [
      { from: 'guru:c2', to: 'guru:d2', value: 5, outOf: 5, at: '2026-03-11' },
      { from: 'guru:c1', to: 'guru:d1', value: 5, outOf: 5, at: '2026-03-01' },
    ],
    rows: [],
  };
  it('is one, whoever of it was looked at, with everyone’s ratings in the order of time', () => {
    const more = { ...ring, ratings: [{ from: 'guru:c1', to: 'guru:d2', value: 4, outOf: 5, at: '2026-03-05' }] };
    const turned = { ...more, clients: [...ring.clients].reverse() };
    const rings = ringsOf([
      assessment('d1', [finding('rating-ring', [], [ring])]),
      assessment('d2', [finding('rating-ring', [], [turned, ring])]),
    ]);
    expect(rings.map(({ ratings }) => ratings.map(({ at }) => at))).toEqual([
      ['2026-03-01', '2026-03-05', '2026-03-11'],
    ]);
  });

  it('is drawn inside its frame, clients above developers, earlier ratings to the left', () => {
    const { lanes, ratings, height } = ringLayout({ ...ring, ratings: [...ring.ratings].reverse() });
    expect(lanes.map(({ account }) => account)).toEqual(['guru:c1', 'guru:c2', 'guru:d1', 'guru:d2']);
    expect(lanes.map(({ y }) => y)).toEqual([...lanes.map(({ y }) => y)].sort((a, b) => a - b));
    expect((ratings[0]?.x ?? 0) < (ratings[1]?.x ?? 0)).toBe(true);
    for (const { x, from, to } of ratings) {
      expect(x).toBeLessThanOrEqual(sizes.wide.width);
      expect(from).toBeLessThan(to);
      expect(to).toBeLessThan(height);
    }
  });

  it('draws a stretch where no more is known, and the rating within it', () => {
    const month = { from: 'guru:c1', value: 5, outOf: 5, at: '2026-03' };
    const wide = {
      ...ring,
      from: '2026-03-01',
      to: '2026-03-31',
      ratings: [
        { ...month, to: 'guru:d1' },
        { ...month, to: 'guru:d2' },
        { from: 'guru:c2', to: 'guru:d2', value: 5, outOf: 5, at: '2026-03-04' },
      ],
    };
    const { ratings } = ringLayout(wide);
    const [one, two, day] = ratings.map(({ begin, end }) => end - begin);
    expect(one).toBe(two);
    expect(day).toBeLessThan((one ?? 0) / 20);
    for (const { x, begin, end } of ratings) {
      expect(x).toBeGreaterThanOrEqual(begin);
      expect(x).toBeLessThanOrEqual(end);
    }
    // Nothing is known of the order of the two: they stand apart, and the third where it belongs.
    expect(new Set(ratings.map(({ x }) => Math.round(x))).size).toBe(3);
    expect(ratings[2]?.x).toBeLessThan(ratings[0]?.x ?? 0);
  });

  it('of a single day, of damaged dates and of unknown members is drawn without those', () => {
    const day = { ...ring, to: ring.from };
    expect(ringLayout(day).ratings.every(({ x }) => Number.isFinite(x))).toBe(true);
    const odd = { ...ring, ratings: [{ from: 'guru:no', to: 'guru:d1', value: 5, outOf: 5, at: 'x' }] };
    expect(ringLayout(odd).ratings).toEqual([]);
  });
});

const stored = (o: Observation, n = 1): StoredObservation => ({ ...(merge([], [o])[0] as Row), n });

describe('hours of the day', () => {
  const bid = (submittedAt: string, seenAt = '2026-03-01T10:20:30.500Z'): Bid => ({
    kind: 'bid',
    site: 'guru',
    account: 'ada',
    project: '1',
    seenAt,
    submittedAt,
  });
  const at = (hour: number, n = 8) =>
    Array.from({ length: n }, (_, i) => stored(bid(`2026-01-${10 + i}T${String(hour).padStart(2, '0')}:05:07Z`), i));

  it('are counted in the claimed zone', () => {
    const hours = hoursOf(at(23), 'Asia/Tokyo');
    expect(hours).toMatchObject({ times: 8, of: 8, zone: 'Asia/Tokyo', claimed: true, from: '2026-01-10' });
    expect(hours.counts[8]).toBe(8);
    expect(hours.counts.reduce((a, b) => a + b)).toBe(8);
  });

  it('are in universal time without a claimed zone, or with one that is none', () => {
    for (const zone of [undefined, 'Moon/Crater']) {
      expect(hoursOf(at(23), zone)).toMatchObject({ zone: 'UTC', claimed: false });
      expect(hoursOf(at(23), zone).counts[23]).toBe(8);
    }
  });

  it('do not count times that are no moments, nor what the user wrote', () => {
    const times = [
      '2026-01-12',
      '2026-01',
      // "3 hours ago", and a time of day of any zone.
      '2026-03-01T06:20:30Z/2026-03-01T07:50:31Z',
      '2026-02-27T19:02:00Z/2026-02-28T21:02:00Z',
    ];
    const vague = times.map((time, i) => stored(bid(time), i));
    const mine = Array.from({ length: 9 }, (_, i) =>
      stored(
        {
          kind: 'message',
          site: 'guru',
          seenAt: '2026-03-01T10:20:30Z',
          thread: 't',
          account: 'ada',
          mine: true,
          text: 'x',
          sentAt: `2026-02-1${i}T09:08:07Z`,
        },
        i,
      ),
    );
    expect(hoursOf([...vague, ...mine], 'UTC')).toMatchObject({ times: 0, of: 4, working: 0 });
    expect(hoursOf([...vague, ...at(9)], 'UTC')).toMatchObject({ times: 8, of: 12, working: 8 });
  });
});

describe('changes of a profile', () => {
  const version = (seenAt: string, more: Partial<Profile>): Profile => ({
    kind: 'profile',
    site: 'guru',
    account: 'ada',
    role: 'freelancer',
    seenAt,
    ...more,
  });
  const changesOf = (...versions: Profile[]) =>
    profileChanges(merge([], versions)[0] as Row).map(({ after, fields }) => [after, fields.map(({ field }) => field)]);
  const [january, february, march] = ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z'];

  it('are shown field by field, what was seen last first', () => {
    const changes = changesOf(
      version(january, { name: 'Ada', skills: ['PHP', 'Go'], location: { country: 'PT' }, closed: false }),
      version(february, { name: 'Ada', skills: ['PHP', 'Vue'], headline: 'New here' }),
      version(march, { name: 'Grace', skills: ['PHP', 'Vue'], headline: 'New here', closed: true }),
    );
    expect(changes).toEqual([
      [february, ['name']],
      [january, ['skills', 'closed']],
    ]);
  });

  it('are none where a list and the profile itself are seen in turn', () => {
    const whole = { name: 'Ada Lovelace', skills: ['a', 'b', 'c', 'd', 'e'], memberSince: '2025-12-23' };
    const brief = { name: 'Ada L.', skills: ['b', 'a', 'd'], memberSince: '2025-12', location: { country: 'PT' } };
    const versions = Array.from({ length: 20 }, (_, i) => {
      const day = `2026-03-${String(i + 1).padStart(2, '0')}T00:00:00.000Z`;
      return i % 2 === 0 ? version(day, { ...whole, location: { country: 'PT', city: 'Porto' } }) : version(day, brief);
    });
    expect(changesOf(...versions)).toEqual([]);
    const [row] = merge([], versions);
    expect(row?.body).toMatchObject({ ...whole, location: { country: 'PT', city: 'Porto' } });
    // What a list shows is kept for as long as it was seen last.
    expect(row?.others?.length).toBeLessThanOrEqual(4);
  });
});

describe('the timeline', () => {
  it('has times as they are known, and says of others that they are when it was seen', () => {
    const review = (from: string, at?: string): Observation => ({
      kind: 'review',
      site: 'guru',
      from,
      fromRole: 'client',
      to: 'ada',
      seenAt: '2026-03-01T10:00:00.000Z',
      ...(at && { at }),
    });
    const rows = [
      stored(review('a', '2026-01/2026-02'), 1),
      stored(review('b', '2026-02-03'), 2),
      stored(review('c'), 3),
      stored(review('d', '2025'), 4),
      stored(review('e', 'no time'), 5),
    ];
    const all = timelineOf(rows, new Map());
    expect(all.map(({ at, isSeen }) => [at, isSeen])).toEqual([
      ['2026-03-01T10:00:00.000Z', true],
      ['2026-03-01T10:00:00.000Z', true],
      ['2026-02-03', false],
      ['2026-01/2026-02', false],
      ['2025', false],
    ]);
    const stretches = stretchesOf(['2026-01-01', '2026-01-01/2026-01-10', '2026-01-06/2026-01-10']);
    expect(stretches.map(({ begin, length }) => [begin.toFixed(2), length.toFixed(2)])).toEqual([
      ['0.00', '0.10'],
      ['0.00', '1.00'],
      ['0.50', '0.50'],
    ]);
    expect(stretchesOf(['2026-01-01T10:00:00Z'])).toEqual([{ begin: 0, length: 0 }]);
    expect(stretchesOf([])).toEqual([]);
  });

  it('is newest first and links only addresses of the web', () => {
    const bid = (submittedAt: string, url: string): Bid => ({
      kind: 'bid',
      site: 'guru',
      account: 'ada',
      project: '7',
      seenAt: '2026-03-01T00:00:00Z',
      submittedAt,
      url,
      amount: 1_200,
      currency: 'EUR',
    });
    const rows = [
      stored(bid('2026-01-01T00:00:00Z', 'javascript:alert(1)'), 1),
      stored(bid('2026-02-01T00:00:00Z', 'https://www.guru.com/jobs/7'), 2),
    ];
    const projects = new Map([
      ['guru:7', { kind: 'project', site: 'guru', seenAt: '', project: '7', title: 'A shop' } as const],
    ]);
    expect(timelineOf(rows, projects)).toMatchObject([
      { key: 2, at: '2026-02-01T00:00:00Z', project: 'A shop', amount: '€1,200', url: 'https://www.guru.com/jobs/7' },
      { key: 1, project: 'A shop' },
    ]);
    expect(timelineOf(rows, projects)[1]).not.toHaveProperty('url');
    for (const url of ['data:text/html,x', 'http://x.example', 'HTTPS://', '//x.example', ' https://x.example']) {
      expect(webAddress(url)).toBeUndefined();
    }
  });
});
