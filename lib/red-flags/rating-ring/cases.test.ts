import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { random } from '../../../scripts/evaluate/random.ts';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import { observe } from '../../../tests/reading/pages.ts';
import type { AccountKey } from '../../model/account.ts';
import { findingSchema } from '../../model/finding.ts';
import type { Observation, Profile, Review } from '../../model/observation.ts';
import { dayOrMoment, writeTime } from '../../model/time.ts';
import { ratingRing } from './flag.ts';

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);
const seen = { site: 'guru', seenAt: '2026-03-01T10:00:00Z' };

let number = 0;
function review(from: string, to: string, day: number | undefined, more: Partial<Review> = {}): Review {
  const made: Review = {
    kind: 'review',
    ...seen,
    from,
    fromRole: 'client',
    to,
    rating: { value: 5, outOf: 5 },
    project: `job${number++}`,
    ...more,
  };
  if (day !== undefined) made.at = writeTime(dayOrMoment(Math.round(START + day * DAY)));
  return made;
}

function profile(account: string, more: Partial<Profile>): Profile {
  return { kind: 'profile', ...seen, account, role: 'freelancer', ...more };
}

/** An ordinary marketplace over two years: 200 developers, 400 clients with 1 to 9 hires; nine of ten ratings are five stars. */
const market = (() => {
  const next = random(3);
  return Array.from({ length: 400 }, (_, c) => {
    const hires = 1 + Math.floor(next() ** 2 * 9);
    const start = next() * 500;
    return Array.from({ length: hires }, () => {
      // The square makes some developers busy and leaves many with a few ratings.
      const to = `dev${Math.floor(next() ** 2 * 200)}`;
      return review(`client${c}`, to, start + next() * 200, {
        rating: { value: next() < 0.9 ? 5 : Math.ceil(next() * 4), outOf: 5 },
      });
    });
  }).flat();
})();

const likeness = (skill: string) =>
  `I am a full stack developer with eight years of experience in ${skill} and I deliver clean well tested code on time. I answer within the hour, I keep you informed every day and I stay until everything works as you want it.`;
const names = (what: string, count: number) => Array.from({ length: count }, (_, i) => `${what}${i}`);
const each = (
  clients: string[],
  developers: string[],
  day: (i: number) => number | undefined,
  more: Partial<Review> = {},
) => clients.flatMap((from, i) => developers.map((to, j) => review(from, to, day(i * developers.length + j), more)));
/** Ratings from clients who have nothing to do with each other. */
const independent = (to: string, count: number) =>
  Array.from({ length: count }, (_, i) => review(`visitor${to}${i}`, to, 40 + i * 31));

async function look(observations: Observation[], account: AccountKey) {
  const { findings, checks } = await ratingRing.evaluate([account], evidenceOf([...market, ...observations]));
  for (const finding of findings) findingSchema.parse(finding);
  expect(findings.length).toBeLessThan(2);
  return { finding: findings[0], check: checks.get(account) };
}

test('the ordinary marketplace has no groups in it', async () => {
  const everyone = [...new Set(market.flatMap(({ from, to }) => [from, to]))].map((id): AccountKey => `guru:${id}`);
  const { findings, checks } = await ratingRing.evaluate(everyone, evidenceOf(market));
  expect(findings).toEqual([]);
  expect([...checks.keys()]).toEqual(everyone);
  expect([...checks.values()].filter(({ result }) => result === 'clear').length).toBeGreaterThan(100);
});

describe('innocent', () => {
  const boost = each(['boss'], names('new', 8), (i) => 300 + i);
  test.each<[string, Observation[], AccountKey]>([
    ['nobody known', [], 'guru:ines'],
    ['one rating', [review('acme', 'ines', 3)], 'guru:ines'],
    [
      'a pair who rate each other',
      [
        review('acme', 'ines', 3),
        review('ines', 'acme', 3, { fromRole: 'freelancer' }),
        review('acme', 'ines', 9),
        review('ines', 'acme', 9, { fromRole: 'freelancer' }),
      ],
      'guru:ines',
    ],
    [
      'twenty ratings from one regular client',
      Array.from({ length: 20 }, (_, i) => review('acme', 'ines', i * 20)),
      'guru:ines',
    ],
    ['a family of three who rate each other', each(['a', 'b', 'c'], ['a', 'b', 'c'], (i) => 300 + i), 'guru:a'],
    ['four newcomers hired by one client at once', each(['acme'], ['ines', 'x', 'y', 'z'], () => 300), 'guru:ines'],
    [
      'nine newcomers whom one client hired for one project',
      each(['acme'], names('new', 9), (i) => 300 + i, { project: 'shop' }),
      'guru:new0',
    ],
    ['that client', each(['acme'], names('new', 9), (i) => 300 + i, { project: 'shop' }), 'guru:acme'],
    [
      'six newcomers with one rating each of one client, for what is not known',
      each(['acme'], names('new', 6), (i) => 300 + i).map(({ project: _, ...rest }) => rest),
      'guru:new0',
    ],
    [
      'developers of whom only a client’s page was seen, which names each once',
      [
        ...each(['acme'], names('old', 9), (i) => 300 + i),
        ...names('old', 9).map((account) => profile(account, { stats: { reviewCount: 25 } })),
      ],
      'guru:old0',
    ],
    ['two who once hired each other', [review('ana', 'ines', 300), review('ines', 'ana', 310)], 'guru:ines'],
    [
      'two who hire each other often and have three times as many ratings from others',
      [
        ...[0, 1, 2].flatMap((i) => [review('ana', 'ines', 300 + i), review('ines', 'ana', 310 + i)]),
        ...independent('ines', 9),
        ...independent('ana', 9),
      ],
      'guru:ines',
    ],
    [
      'a thousand ratings by one client over three years',
      Array.from({ length: 1_000 }, (_, i) => review('acme', `hire${i % 250}`, (i * 780) / 1_000)),
      'guru:hire7',
    ],
    [
      'that client itself',
      Array.from({ length: 1_000 }, (_, i) => review('acme', `hire${i % 250}`, (i * 780) / 1_000)),
      'guru:acme',
    ],
    [
      'forty newcomers hired in a month by one client who hired fifty others over two years',
      [
        ...each(['acme'], names('new', 40), (i) => 300 + i / 2),
        ...Array.from({ length: 50 }, (_, i) => review('acme', `dev${i}`, i * 14)),
      ],
      'guru:new7',
    ],
    [
      'eight newcomers hired in a month by one client who hired fifteen others',
      [
        ...each(['acme'], names('new', 8), (i) => 300 + i),
        ...Array.from({ length: 15 }, (_, i) => review('acme', `dev${i}`, i * 45)),
      ],
      'guru:new7',
    ],
    [
      'six newcomers whom three busy clients share among sixty others of those weeks',
      [
        ...each(names('firm', 3), names('new', 6), (i) => 300 + i),
        ...names('firm', 3).flatMap((firm, f) =>
          names('other', 20).map((other, i) => review(firm, `${other}of${firm}`, 300 + f * 6 + (i % 6))),
        ),
        ...names('firm', 3).flatMap((firm) =>
          names('other', 20).flatMap((other) => independent(`${other}of${firm}`, 6)),
        ),
      ],
      'guru:new0',
    ],
    [
      'eight developers hired at once who have many other clients',
      [...each(['acme'], names('old', 8), () => 300), ...names('old', 8).flatMap((to) => independent(to, 6))],
      'guru:old0',
    ],
    ['one of a boosted group who has ten clients of their own', [...boost, ...independent('new0', 10)], 'guru:new0'],
    [
      'eight developers hired at once whose profiles show many more reviews',
      [...boost, ...names('new', 8).map((account) => profile(account, { stats: { reviewCount: 60 } }))],
      'guru:new0',
    ],
    ['eight hired by one client over three years', each(['acme'], names('slow', 8), (i) => i * 95), 'guru:slow0'],
    [
      'eight hired at once, rated 2 of 5',
      each(['acme'], names('poor', 8), () => 300, { rating: { value: 2, outOf: 5 } }),
      'guru:poor0',
    ],
    [
      'ratings outside the scale',
      each(['boss'], names('odd', 8), () => 300, { rating: { value: 50, outOf: 5 } }),
      'guru:odd0',
    ],
    [
      'ratings below the scale',
      each(['boss'], names('odd', 8), () => 300, { rating: { value: -5, outOf: 5 } }),
      'guru:odd0',
    ],
    [
      'no ratings, only words',
      each(['boss'], names('odd', 8), () => 300).map(({ rating: _, ...rest }) => rest),
      'guru:odd0',
    ],
    ['times in the future', each(['boss'], names('odd', 8), () => 5_000), 'guru:odd0'],
    ['no times at all', each(['boss', 'boss2'], names('odd', 8), () => undefined), 'guru:odd0'],
    [
      'one account that rates itself a hundred times',
      Array.from({ length: 100 }, (_, i) => review('ines', 'ines', i)),
      'guru:ines',
    ],
    [
      'a long cycle, each rates the next',
      Array.from({ length: 500 }, (_, i) => review(`c${i}`, `c${(i + 1) % 500}`, 300)),
      'guru:c0',
    ],
    [
      'ratings by developers only',
      each(names('x', 4), names('y', 8), () => 300, { fromRole: 'freelancer' }),
      'guru:y0',
    ],
    [
      'short usual reviews from unrelated clients',
      names('fan', 8).map((from, i) => review(from, 'ines', i * 9, { text: 'Great work!' })),
      'guru:ines',
    ],
    [
      'long equal reviews from unrelated clients',
      names('fan', 8).map((from, i) =>
        review(from, 'ines', i * 9, {
          text: 'The marketplace made this sentence and everybody sends it along with the stars',
        }),
      ),
      'guru:ines',
    ],
  ])('%s', async (_, observations, account) => {
    expect((await look(observations, account)).finding).toBeUndefined();
  });
});

test('with next to nothing else seen, nothing is said of eight newcomers with one client', async () => {
  const group = each(['boss'], names('new', 8), (i) => 300 + i);
  const { findings } = await ratingRing.evaluate(['guru:new0'], evidenceOf([...group, ...market.slice(0, 40)]));
  expect(findings).toEqual([]);
});

describe('found', () => {
  const three = names('firm', 3);
  const six = names('new', 6);
  const ring = each(three, six, (i) => 300 + i);
  test.each<[string, Observation[], AccountKey, string[]]>([
    [
      'one client, eight newcomers, twelve days',
      each(['boss'], names('new', 8), (i) => 300 + i * 1.5),
      'guru:new3',
      ['weak', 'moderate'],
    ],
    ['the client of these', each(['boss'], names('new', 8), (i) => 300 + i * 1.5), 'guru:boss', ['moderate']],
    [
      'one client who rates each of eight three times',
      each(['boss', 'boss', 'boss'], names('new', 8), (i) => 300 + i),
      'guru:new3',
      ['weak', 'moderate'],
    ],
    [
      'one client, forty newcomers and nobody else',
      each(['boss'], names('new', 40), (i) => 300 + i / 2),
      'guru:new3',
      ['weak', 'moderate'],
    ],
    ['three clients, the same six developers', ring, 'guru:new0', ['strong']],
    ['one of these clients', ring, 'guru:firm1', ['strong']],
    [
      'the same with ratings of 4 of 5',
      each(three, six, (i) => 300 + i, { rating: { value: 4, outOf: 5 } }),
      'guru:new0',
      ['strong'],
    ],
    [
      'the same with ratings on a scale of 100',
      each(three, six, (i) => 300 + i, { rating: { value: 97, outOf: 100 } }),
      'guru:new0',
      ['strong'],
    ],
    ['the same over ten weeks', each(three, six, (i) => 300 + i * 4), 'guru:new0', ['strong']],
    [
      'with as many honest ratings mixed in',
      [
        ...ring,
        ...six.flatMap((to) => independent(to, 3)),
        ...three.flatMap((from, i) => names('dev', 6).map((to, j) => review(from, to, 100 + i * 60 + j * 30))),
      ],
      'guru:new0',
      ['moderate', 'strong'],
    ],
    [
      'with poor ratings mixed in',
      [...ring, ...six.map((to, i) => review(`critic${i}`, to, 320, { rating: { value: 1, outOf: 5 } }))],
      'guru:new0',
      ['strong'],
    ],
    [
      'with two thirds of the pairs',
      ring.filter((_, i) => (Math.floor(i / 6) + i) % 3 !== 0),
      'guru:new0',
      ['weak', 'moderate', 'strong'],
    ],
    [
      'with ratings given back',
      [...ring, ...each(six, three, (i) => 300 + i, { fromRole: 'freelancer' })],
      'guru:new0',
      ['strong'],
    ],
    [
      'everyone rates everyone, without roles',
      each(names('m', 7), names('m', 7), (i) => 300 + i / 4),
      'guru:m0',
      ['strong'],
    ],
  ])('%s', async (_, observations, account, strengths) => {
    const { finding, check } = await look(observations, account);
    expect(check).toMatchObject({ result: 'found', message: 'checkFound' });
    expect(finding).toMatchObject({ flag: 'rating-ring', clauses: ['P5', 'P7'] });
    expect(strengths).toContain(finding?.strength);
  });

  test.each<[string, Observation[], AccountKey, object]>([
    [
      'two who hire each other again and again',
      [0, 1, 2].flatMap((i) => [review('ana', 'ines', 300 + i * 9), review('ines', 'ana', 305 + i * 9)]),
      'guru:ines',
      { message: 'circle', data: { clients: 2, developers: 2, inside: 3, total: 3 } },
    ],
    [
      'a circle of five, each of whom hires the next',
      [0, 1].flatMap((i) => names('m', 5).map((from, j) => review(from, `m${(j + 1) % 5}`, 300 + i * 20 + j))),
      'guru:m2',
      { message: 'circle', data: { developers: 5, inside: 2, total: 2 } },
    ],
    [
      'one client, four developers whose profiles are alike',
      [
        ...each(['boss'], names('new', 4), (i) => 300 + i * 5),
        ...names('new', 4).map((account, i) => profile(account, { about: likeness(`skill${i}`) })),
      ],
      'guru:new1',
      { message: 'oneClient', data: { developers: 4 } },
    ],
    [
      'one client, three developers whose profiles are alike, hired on one project',
      [
        ...each(['boss'], names('new', 3), (i) => 300 + i * 5, { project: 'shop' }),
        ...names('new', 3).map((account, i) => profile(account, { about: likeness(`skill${i}`) })),
      ],
      'guru:new1',
      { message: 'oneClient', data: { developers: 3 } },
    ],
    ['three clients, six developers, over half a year', each(three, six, (i) => 300 + i * 10), 'guru:new0', {}],
    [
      'one client, eight newcomers, over half a year',
      each(['boss'], names('new', 8), (i) => 300 + i * 25),
      'guru:new0',
      {},
    ],
    [
      'three clients, six developers of whom the latest three in ten ratings are seen',
      [...ring, ...six.map((account) => profile(account, { stats: { reviewCount: 10 } }))],
      'guru:new0',
      { data: { inside: 3, total: 10 } },
    ],
  ])('%s', async (_, observations, account, expected) => {
    const { finding } = await look(observations, account);
    expect(finding).toMatchObject({ flag: 'rating-ring', ...expected });
  });

  test('four alike profiles are nothing unusual where profiles are alike', async () => {
    const group = [
      ...each(['boss'], names('new', 4), (i) => 300 + i * 5),
      ...names('new', 4).map((account, i) => profile(account, { about: likeness(`skill${i}`) })),
    ];
    const everyone = names('dev', 200).map((account, i) => profile(account, { about: likeness(`trade${i}`) }));
    expect((await look([...group, ...everyone], 'guru:new1')).finding).toBeUndefined();
  });

  test('is a step weaker for who has most ratings elsewhere', async () => {
    const { finding } = await look([...ring, ...independent('new0', 4)], 'guru:new0');
    expect(finding?.strength).toBe('moderate');
  });

  test('is weak for who has two thirds of the ratings elsewhere', async () => {
    const { finding } = await look([...ring, ...independent('new0', 8)], 'guru:new0');
    expect(finding?.strength).toBe('weak');
  });

  test('copied reviews of several clients make it a step stronger', async () => {
    const small = each(['firm0', 'firm1'], names('new', 5), (i) => 300 + i * 4);
    const text = 'He understood at once what our shop needed and delivered the module two days early';
    const plain = await look(
      [...small, ...names('new', 5).map((n) => profile(n, { stats: { reviewCount: 6 } }))],
      'guru:new0',
    );
    const copied = await look(
      [
        ...small.map((one) => ({ ...one, text })),
        ...names('new', 5).map((n) => profile(n, { stats: { reviewCount: 6 } })),
      ],
      'guru:new0',
    );
    // Two of six ratings are inside: a step less than the group itself.
    expect([plain.finding?.strength, copied.finding?.strength]).toEqual(['weak', 'moderate']);
  });

  test('profile texts that are alike make one client a stronger case and are named', async () => {
    const eight = names('new', 8);
    const group = each(['boss'], eight, (i) => 300 + i);
    const counts = eight.map((account) => profile(account, { stats: { reviewCount: 1 } }));
    const plain = await look([...group, ...counts], 'guru:new0');
    const alike = await look(
      [...group, ...counts.map((one, i) => (i < 3 ? { ...one, about: likeness(`skill${i}`) } : one))],
      'guru:new0',
    );
    expect(plain.finding?.strength).toBe('moderate');
    expect(alike.finding?.strength).toBe('strong');
    const evidence = alike.finding?.evidence[0];
    expect(evidence?.kind === 'ring' && evidence.rows.at(-1)).toEqual({
      label: 'alike',
      value: { accounts: ['guru:new0', 'guru:new1', 'guru:new2'] },
    });
  });

  test('names the members, the window, and what is inside and outside', async () => {
    const { finding } = await look([...ring, review('other', 'new0', 100)], 'guru:new0');
    expect([...(finding?.with ?? [])].sort()).toEqual(
      ['firm0', 'firm1', 'firm2', 'new1', 'new2', 'new3', 'new4', 'new5'].map((id) => `guru:${id}`),
    );
    const evidence = finding?.evidence[0];
    if (evidence?.kind !== 'ring') throw new Error('no ring in the evidence');
    expect([...evidence.clients].sort()).toEqual(three.map((id) => `guru:${id}`));
    expect([...evidence.developers].sort()).toEqual(six.map((id) => `guru:${id}`));
    expect(evidence).toMatchObject({ from: '2024-10-27', to: '2024-11-13' });
    expect(evidence.shares.find(({ account }) => account === 'guru:new0')).toEqual({
      account: 'guru:new0',
      inside: 3,
      total: 4,
    });
    expect(evidence.ratings).toHaveLength(18);
    expect(evidence.ratings.slice(0, 3).every(({ to }) => to === 'guru:new0')).toBe(true);
    expect(evidence.ratings[0]).toMatchObject({ value: 5, outOf: 5 });
    const rows = Object.fromEntries(evidence.rows.map(({ label, value }) => [label, value]));
    expect(rows).toMatchObject({
      members: { message: 'membersAre', data: { clients: 3, developers: 6 } },
      period: { time: '2024-10-27/2024-11-13' },
      received: { message: 'inAndOutSeen', data: { inside: 3, outside: 1 } },
      allReceived: { message: 'inAndOut', data: { inside: 18, outside: 1 } },
      allGave: { message: 'inAndOut', data: { inside: 18, outside: 0 } },
    });
    expect(finding).toMatchObject({
      message: 'clients',
      data: { clients: 3, developers: 6, given: 18, possible: 18, days: 18, inside: 3, total: 4, side: 'got' },
    });
  });
});

describe('times as pages word them', () => {
  const eight = names('newcomer', 8);
  const months = (elapsed: number) => {
    // As date-fns and Intl write it: whole units that have passed.
    const count = Math.floor(elapsed / 30.44);
    if (elapsed < 30.44) return `${Math.floor(elapsed)} days ago`;
    return count < 12 ? `${count} months ago` : `${Math.floor(elapsed / 365.25)} year${elapsed < 730.5 ? '' : 's'} ago`;
  };
  const card = (client: string, words: string, job: number) =>
    `<fl-review-card><div class="Card"><fl-text class="Title"><a href="/projects/php/shop-${client}-${job}">A shop</a></fl-text><fl-rating aria-label="Rating: 5.0 out of 5" data-type="stars"><div class="LayerGroup" aria-label="Rating: 5.0 out of 5" data-rating="5" role="img"></div></fl-rating><fl-text class="Text"><div>Good work, and soon.</div></fl-text><div class="InfoContainer"><fl-text><div>${client}</div></fl-text><fl-link><a href="/u/${client}">@${client}</a></fl-link><fl-relative-time><span>${words}</span></fl-relative-time></div></div></fl-review-card>`;
  const profilePage = (account: string, cards: string) =>
    `<!DOCTYPE html><html><body><app-root><main><app-user-profile-summary-body-redesign><app-user-profile-summary-name-redesign><h3 class="Username-displayName">${account}</h3><h3 class="Username-userId">@${account}</h3></app-user-profile-summary-name-redesign></app-user-profile-summary-body-redesign><app-user-profile-reviews-redesign><h2>Reviews</h2>${cards}</app-user-profile-reviews-redesign></main></app-root></body></html>`;
  const now = '2026-11-27T10:15:12.345Z';
  /** What is read on the eight profiles: one client's rating each, so many days before the look. */
  const pages = (elapsed: (i: number) => number) =>
    eight.flatMap((account, i) =>
      observe(profilePage(account, card('boss', months(elapsed(i)), i)), `https://www.freelancer.com/u/${account}`, {
        seenAt: now,
      }),
    );
  const others = market.map((one) => ({ ...one, site: 'freelancer' }));
  const assess = async (seen: Observation[]) => {
    const accounts = eight.map((account): AccountKey => `freelancer:${account}`);
    return (await ratingRing.evaluate(accounts, evidenceOf([...others, ...seen]))).findings;
  };
  const worded = (seen: Observation[]) => seen.flatMap((one) => (one.kind === 'review' ? [one.at] : []));

  test('eight newcomers over eleven months are no group, though each says "1 year ago"', async () => {
    // From 23 to 12 months back. Version 0.1 took all of them for one second: "within 1 day", 1 in 200,000.
    const seen = pages((i) => 366 + i * 48);
    expect(worded(seen)).toEqual(eight.map(() => '2024-11/2026-05'));
    expect(await assess(seen)).toEqual([]);
  });

  test('nor over the last eleven months', async () => {
    const seen = pages((i) => 20 + i * 48);
    expect(worded(seen).slice(-2)).toEqual(['2026-01/2026-02', '2025-12/2026-01']);
    expect(await assess(seen)).toEqual([]);
  });

  test('within weeks they are one, as near to each other as the words say at most', async () => {
    const findings = await assess(pages((i) => 70 + i * 2));
    expect(findings).toHaveLength(8);
    // "2 months ago": September or October.
    expect(findings[0]).toMatchObject({ message: 'oneClient', data: { developers: 8, days: 61 } });
    const [evidence] = findings[0]?.evidence ?? [];
    expect(evidence).toMatchObject({ kind: 'ring', from: '2026-09', to: '2026-10' });
    expect(evidence?.kind === 'ring' && evidence.ratings[0]?.at).toBe('2026-09/2026-10');
  });

  test('a date that is read more precisely later takes the place of the words', async () => {
    const seen = pages((i) => 70 + i * 2);
    const precise = seen.map((one, i) =>
      one.kind === 'review' ? { ...one, seenAt: '2026-11-28T09:00:00.000Z', at: `2026-09-1${i % 9}` } : one,
    );
    const [finding] = await assess([...seen, ...precise]);
    expect(finding?.data.days).toBeLessThanOrEqual(9);
  });
});

test('what is found does not depend on the order of the lines', async () => {
  const all: Observation[] = [
    ...market,
    ...each(names('firm', 3), names('new', 6), (i) => 300 + i),
    ...each(['boss'], names('twin', 8), () => 400),
    ...names('new', 6).map((account) => profile(account, { stats: { reviewCount: 4 } })),
  ];
  const accounts = [...names('firm', 3), ...names('new', 6), 'boss', ...names('twin', 8)].map(
    (id): AccountKey => `guru:${id}`,
  );
  const expected = (await ratingRing.evaluate(accounts, evidenceOf(all))).findings;
  expect(expected).toHaveLength(accounts.length);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async (lines) => {
      expect((await ratingRing.evaluate(accounts, evidenceOf(lines))).findings).toEqual(expected);
    }),
    { numRuns: 8 },
  );
});

describe('checks', () => {
  test.each<[string, Observation[], object]>([
    ['nothing', [], { result: 'too-little', message: 'tooFew', data: { seen: 0, needed: 3 } }],
    [
      'two ratings of the 71 that the profile shows',
      [review('acme', 'ines', 3), review('best', 'ines', 90), profile('ines', { stats: { reviewCount: 71 } })],
      { result: 'too-little', message: 'tooFewOf', data: { seen: 2, of: 71, needed: 3 } },
    ],
    [
      'ratings of which only the year is known',
      names('fan', 6).map((from) => ({ ...review(from, 'ines', undefined), at: '2024' })),
      { result: 'too-little', message: 'tooFew', data: { seen: 0, needed: 3 } },
    ],
    [
      'four ratings of 71, by clients who have nothing to do with each other',
      [...independent('ines', 4), profile('ines', { stats: { reviewCount: 71 } })],
      { result: 'clear', message: 'clearOf', data: { seen: 4, of: 71, all: market.length + 4 } },
    ],
    [
      'four ratings',
      independent('ines', 4),
      { result: 'clear', message: 'clear', data: { seen: 4, all: market.length + 4 } },
    ],
  ])('of %s say with how much was compared, or what is missing', async (_, observations, expected) => {
    expect((await look(observations, 'guru:ines')).check).toEqual(expected);
  });
});

describe('of a group', () => {
  test('says how often an ordinary account is in one, never less than was measured', async () => {
    const ring = each(names('firm', 3), names('new', 6), (i) => 300 + i);
    const several = await look(ring, 'guru:new0');
    expect(several.finding).toMatchObject({ strength: 'strong', chance: 0.0008 });
    const one = await look(
      each(['boss'], names('new', 8), (i) => 300 + i * 1.5),
      'guru:new3',
    );
    expect(one.finding?.chance).toBeGreaterThanOrEqual(0.003);
    expect(one.finding?.chance).toBeLessThanOrEqual(0.01);
  });

  test('keeps where the ratings inside were seen, and no others', async () => {
    const ring = each(names('firm', 3), names('new', 6), (i) => 300 + i).map((one) => ({
      ...one,
      url: `https://www.guru.com/freelancers/${one.to}`,
    }));
    const elsewhere = { ...review('other', 'new0', 100), url: 'https://www.guru.com/freelancers/elsewhere' };
    const { finding } = await look([...ring, elsewhere], 'guru:new0');
    const [evidence] = finding?.evidence ?? [];
    expect(evidence?.kind === 'ring' && evidence.sources).toEqual([
      { url: 'https://www.guru.com/freelancers/new0', seenAt: seen.seenAt },
    ]);
  });

  test('says how many of the ratings that it could have it has', async () => {
    // Six clients, six developers, each client rated three of them: 18 of the 36 pairs.
    const half = names('firm', 6).flatMap((from, i) =>
      names('new', 6).flatMap((to, j) => ((i + j) % 6 < 3 ? [review(from, to, 300 + i + j)] : [])),
    );
    const { finding } = await look(half, 'guru:new0');
    expect(finding?.data).toMatchObject({ clients: 6, developers: 6, given: 18, possible: 36 });
  });
});

describe('hostile', () => {
  test('a client with 20,000 ratings and a developer with 20,000 are nothing special', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => [
      review('hub', `h${i}`, 300 + (i % 20)),
      ...[0, 1, 2].map((k) => review(`h${i}by${k}`, `h${i}`, 100 + k)),
      review(`r${i}`, 'star', 300 + (i % 20)),
    ]).flat();
    const both = ['guru:hub', 'guru:star'] as const;
    const { findings, checks } = await ratingRing.evaluate(both, evidenceOf([...market, ...many]));
    expect(findings).toEqual([]);
    expect([...checks.keys()]).toEqual(both);
  });

  test('what was found is found again when more is seen, and goes when more clears it', async () => {
    const group = each(names('firm', 3), names('new', 6), (i) => 300 + i);
    expect((await look(group, 'guru:new0')).finding).toBeDefined();
    expect((await look([...group, ...independent('new0', 16)], 'guru:new0')).finding).toBeUndefined();
  });
});
