import { describe, expect, test } from 'vitest';
import { random } from '../../../scripts/evaluate/random.ts';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import type { AccountKey } from '../../model/account.ts';
import { findingSchema } from '../../model/finding.ts';
import type { Bid, Observation, Profile } from '../../model/observation.ts';
import { massBidding } from './flag.ts';

const common = { site: 'guru', seenAt: '2026-03-01T10:00:00Z' };
const who = 'guru:ines' as AccountKey;

interface Sent {
  lost?: number;
  won?: number;
  open?: number;
  /** On projects that are known to have gone to someone else. */
  goneToOthers?: number;
  withdrawn?: number;
}

let project = 0;
function bids(account: string, sent: Sent): Bid[] {
  const make = (count: number | undefined, outcome: Bid['outcome'], other = false) =>
    Array.from({ length: count ?? 0 }, () => {
      const own: Bid = { kind: 'bid', ...common, project: `p${project++}`, account };
      if (outcome) own.outcome = outcome;
      return other ? [own, { ...own, account: `winner${project}`, outcome: 'awarded' as const }] : [own];
    }).flat();
  return [
    ...make(sent.lost, 'rejected'),
    ...make(sent.won, 'awarded'),
    ...make(sent.open, undefined),
    ...make(sent.withdrawn, 'withdrawn'),
    ...make(sent.goneToOthers, undefined, true),
  ];
}

function profile(stats: Profile['stats']): Profile {
  return { kind: 'profile', ...common, account: 'ines', role: 'freelancer', stats };
}

/** 400 ordinary bidders: 20 decided bids each, one won. */
const others = Array.from({ length: 400 }, (_, i) => bids(`other${i}`, { lost: 19, won: 1 })).flat();

async function look(observations: Observation[], account: AccountKey = who) {
  const seen = evidenceOf(observations);
  const { findings, checks } = await massBidding.evaluate([account], seen);
  for (const finding of findings) findingSchema.parse(finding);
  return { finding: findings[0], count: findings.length, check: checks.get(account) };
}

describe('innocent', () => {
  test.each<[string, Observation[], boolean]>([
    ['never seen', [], false],
    ['one bid', bids('ines', { lost: 1 }), false],
    ['30 decided bids, none won', bids('ines', { lost: 30 }), true],
    ['60 decided bids, none won', bids('ines', { lost: 60 }), true],
    ['90 bids, none known to be decided', bids('ines', { open: 90 }), false],
    ['90 bids, of which five are known to be decided', bids('ines', { open: 85, lost: 5 }), false],
    ['1,000 bids taken back', bids('ines', { withdrawn: 1_000 }), false],
    ['400 open, 5 decided', bids('ines', { open: 400, lost: 5 }), false],
    ['a busy winner', bids('ines', { lost: 570, won: 30 }), true],
    ['a busy bidder who wins 2 in 100', bids('ines', { lost: 245, won: 5 }), true],
    [
      'many lost here, many jobs finished elsewhere',
      [...bids('ines', { lost: 200 }), profile({ jobsCompleted: 40 })],
      true,
    ],
    ['many lost here, many reviews', [...bids('ines', { lost: 200 }), profile({ reviewCount: 40 })], true],
    ['an accept rate of 0 without any history', [profile({ acceptRate: 0, bidsPlaced: 0, bidsWon: 0 })], false],
    ['an accept rate of 0 and nothing else', [profile({ acceptRate: 0 })], false],
    ['a low accept rate of unknown bids', [profile({ acceptRate: 0.01 })], false],
    ['the site says 40 bids, none won', [profile({ bidsPlaced: 40, bidsWon: 0 })], true],
    ['the site says 500 bids, wins not shown', [profile({ bidsPlaced: 500, acceptRate: 0 })], false],
    ['the site says 500 bids, 30 won', [profile({ bidsPlaced: 500, bidsWon: 30 })], true],
    // Offers that were accepted are no bids: the rate is of no use, high or low.
    ['the site says 500 bids, accept rate 90 %', [profile({ bidsPlaced: 500, acceptRate: 0.9 })], false],
    ['the site says 600 bids, an accept rate of 1 in 300', [profile({ bidsPlaced: 600, acceptRate: 0.0033 })], false],
    [
      'the site says 500 bids and 0 won, yet 60 reviews',
      [profile({ bidsPlaced: 500, bidsWon: 0, reviewCount: 60 })],
      true,
    ],
    [
      'lost all that was seen, but the site knows of 60 wins in 900',
      [...bids('ines', { lost: 200 }), profile({ bidsPlaced: 900, bidsWon: 60 })],
      true,
    ],
  ])('%s', async (_, observations, judged) => {
    const result = await look([...others, ...observations]);
    expect(result.finding).toBeUndefined();
    expect(result.check?.result).toBe(judged ? 'clear' : 'too-little');
  });

  test('where everyone bids on hundreds and next to nobody wins, losing is usual', async () => {
    // 60 bidders, 300 decided bids each, between 0 and 2 of them won: 1 in 300.
    const crowd = Array.from({ length: 60 }, (_, i) => bids(`crowd${i}`, { lost: 300 - (i % 3), won: i % 3 })).flat();
    const result = await look([...crowd, ...bids('ines', { lost: 299, won: 1 })]);
    expect(result.finding?.strength ?? 'none').not.toBe('strong');
  });
});

/** What one client sees: 40 projects of four fields over a year and a half, on each 16 of 240 ordinary bidders. */
describe('on one client’s own 40 projects', () => {
  const START = Date.UTC(2025, 0, 6, 8);
  const HOUR = 3_600_000;
  const fields = [
    ['php', 'mysql'],
    ['logo design', 'branding'],
    ['python', 'statistics'],
    ['video editing', 'animation'],
  ];
  interface Seen {
    /** Which projects, by number. */
    on?: (i: number) => boolean;
    /** Hours from posting to bid. */
    after?: (i: number) => number;
    won?: (i: number) => boolean;
    stats?: Profile['stats'];
    memberSince?: string;
  }
  const next = random(77);
  const posted = (i: number) => START + i * 14 * 24 * HOUR;
  const at = (moment: number) => new Date(Math.round(moment)).toISOString();
  /** @param outcomes whether it is seen who got them */
  const client = (ines: Seen, { outcomes = true, sealed = false, field = undefined as number | undefined } = {}) => {
    const seen: Observation[] = [];
    for (let i = 0; i < 40; i++) {
      const project = `own${i}`;
      const kind = field ?? i % 4;
      const post = { kind: 'project' as const, ...common, project, skills: fields[kind] as string[] };
      seen.push({ ...post, postedAt: at(posted(i)) });
      const isOn = ines.on?.(i) ?? true;
      const isWon = isOn && (ines.won?.(i) ?? false);
      for (let j = 0; j < 16 && !(sealed && i % 2); j++) {
        const account = `usual${kind * 60 + next.int(0, 59)}`;
        const bid = { kind: 'bid' as const, ...common, project, account };
        const submittedAt = at(posted(i) + next.logNormal(6, 1) * HOUR);
        seen.push({ ...bid, submittedAt, ...(outcomes && j === 0 && !isWon && { outcome: 'awarded' as const }) });
      }
      if (!isOn) continue;
      const own = { kind: 'bid' as const, ...common, project, account: 'ines' };
      const submittedAt = at(posted(i) + (ines.after?.(i) ?? 0.03) * HOUR);
      seen.push({ ...own, submittedAt, ...(outcomes && isWon && { outcome: 'awarded' as const }) });
    }
    if (ines.stats) {
      const { memberSince = '2019-03', stats } = ines;
      seen.push({ ...profile(stats), seenAt: '2026-10-01T10:00:00Z', memberSince });
    }
    return seen;
  };
  const most = (i: number) => i % 8 !== 0;

  test('35 of 40 within two minutes, none won: found, in counts that can be checked', async () => {
    const { finding, check } = await look(client({ on: most, stats: { reviewCount: 0 } }));
    expect(check).toEqual({ result: 'found', message: 'checkFound', data: { bids: 35, won: 0 } });
    expect(finding).toMatchObject({
      message: 'seen',
      data: {
        projects: 35,
        of: 40,
        quick: 35,
        within: { seconds: 120 },
        decided: 35,
        won: 0,
        work: 'since',
        jobs: 0,
        since: '2019',
      },
    });
    expect(['moderate', 'strong']).toContain(finding?.strength);
    expect(finding?.commonPractice).toBeUndefined();
    expect(finding?.chance).toBeLessThanOrEqual(0.002);
  });

  test('without a profile, and where a client posts in one field only, it is found too', async () => {
    expect((await look(client({ on: most }))).finding).toBeDefined();
    expect((await look(client({ on: most }, { field: 2 }))).finding).toBeDefined();
  });

  test('11 of 12 within minutes, none won, no review since 2019', async () => {
    const twelve = client({ on: (i) => i < 11, stats: { reviewCount: 0 } }).filter(
      (one) => one.kind === 'profile' || ('project' in one && Number(one.project?.slice(3)) < 12),
    );
    const { finding } = await look(twelve);
    expect(finding?.data).toMatchObject({
      projects: 11,
      of: 12,
      quick: 11,
      decided: 11,
      won: 0,
      jobs: 0,
      since: '2019',
    });
  });

  test('with no outcome known it only informs', async () => {
    const { finding, check } = await look(client({ on: most }, { outcomes: false }));
    expect(check).toEqual({ result: 'found', message: 'checkInforms', data: { bids: 35 } });
    expect(finding).toMatchObject({
      message: 'informs',
      commonPractice: true,
      data: { projects: 35, of: 40, quick: 35 },
    });
  });

  test('times that only say the day make nobody quick', async () => {
    const days = client({ on: most, after: () => 0.03 }).map((one) =>
      one.kind === 'bid' && one.submittedAt
        ? { ...one, submittedAt: one.submittedAt.slice(0, 10) }
        : one.kind === 'project' && one.postedAt
          ? { ...one, postedAt: one.postedAt.slice(0, 10) }
          : one,
    );
    const { finding } = await look(days);
    if (finding) expect(finding).toMatchObject({ strength: 'weak', data: { quick: 0 } });
  });

  test.each<[string, Observation[]]>([
    ['a regular who bids on all of them and is good', client({ won: (i) => i % 10 === 3 })],
    [
      'a regular who bids on all of them within minutes, is good elsewhere and was never taken here',
      client({ stats: { reviewCount: 60 } }),
    ],
    ['a busy winner', client({ on: (i) => i % 4 !== 0, after: () => 1, won: (i) => i % 9 === 2 })],
    [
      'an agency that bids on most within hours and has its reviews',
      client({ on: most, after: (i) => 1 + (i % 5), stats: { reviewCount: 44, jobsCompleted: 51 } }),
    ],
    [
      'an agency of which no profile was opened',
      client({ on: most, after: (i) => 4 + (i % 9), won: (i) => i % 19 === 5 }),
    ],
    ['somebody who bids on all of one field, hours later', client({ on: (i) => i % 4 === 1, after: () => 5 })],
    ['somebody who answers each post of one field at once', client({ on: (i) => i % 4 === 1 })],
    [
      'a newcomer’s fifteen bids of the last weeks',
      client({ on: (i) => i >= 25, after: () => 2, stats: { reviewCount: 0 }, memberSince: '2026-01' }),
    ],
    [
      'sealed bids: whose bids are seen only on some',
      client({ on: (i) => i % 4 === 1, after: () => 3 }, { sealed: true }),
    ],
    ['ten bids', client({ on: (i) => i < 10 })],
  ])('nothing is asked of %s', async (_, seen) => {
    expect((await look(seen)).finding).toBeUndefined();
  });

  test('a newcomer’s sixty bids in two weeks are a burst', async () => {
    const burst = bids('ines', { lost: 40, open: 20 }).map((bid, i) => ({
      ...bid,
      submittedAt: at(START + i * 5.5 * HOUR),
    }));
    expect((await look([...client({ on: () => false }), ...burst])).finding?.strength ?? 'none').not.toBe('strong');
  });
});

test('a thousand bids with no known outcome inform and leave the level; a thousand taken back do not even that', async () => {
  const { finding, check } = await look([...others, ...bids('ines', { open: 1_000 })]);
  expect(check).toEqual({ result: 'found', message: 'checkInforms', data: { bids: 1_000 } });
  expect(finding).toMatchObject({ message: 'informs', commonPractice: true });
});

describe('too little', () => {
  test('says how many bids on how many projects were seen, and how many of their outcomes', async () => {
    const { check } = await look([...others, ...bids('ines', { lost: 2, won: 1, open: 11 })]);
    expect(check).toEqual({
      result: 'too-little',
      message: 'tooFew',
      data: { bids: 14, projects: 14, decided: 3, needed: 10 },
    });
  });

  test('says that there were no bids', async () => {
    expect((await look(others)).check).toEqual({ result: 'too-little', message: 'noBids', data: {} });
  });
});

describe('the marketplace’s own figures', () => {
  /** Accounts of whom nothing but figures is known; their win rates are spread as Beta(a, b). */
  function stated(a: number, b: number, count: number, seed: number): Profile[] {
    const next = random(seed);
    return Array.from({ length: count }, (_, i) => {
      const bidsPlaced = Math.max(100, Math.min(3_000, Math.round(next.logNormal(250, 1))));
      const bidsWon = next.binomial(bidsPlaced, next.beta(a, b));
      return { ...profile({ bidsPlaced, bidsWon }), account: `stated${i}` };
    });
  }

  test.each([
    [6, 114],
    [1, 19],
  ])('find at most 3 in 1,000 ordinary accounts whose rates are spread as Beta(%i, %i)', async (a, b) => {
    let [found, of] = [0, 0];
    for (let seed = 1; seed <= 12; seed++) {
      const profiles = stated(a, b, 500, seed);
      const accounts = profiles.map(({ account }): AccountKey => `guru:${account}`);
      const { findings, checks } = await massBidding.evaluate(accounts, evidenceOf([...others, ...profiles]));
      expect(checks.size).toBe(500);
      found += findings.length;
      of += accounts.length;
    }
    // With luck as it comes: 3 standard deviations.
    expect(found / of).toBeLessThan(0.003 + 3 * Math.sqrt(0.003 / of));
  });

  test('of a lifetime are not extensive beside the few bids of each that were seen', async () => {
    // The middle bidder has 20 bids in view; by the marketplace's figures everyone placed 140.
    const everyone = Array.from({ length: 60 }, (_, i) => ({
      ...profile({ bidsPlaced: 140, bidsWon: 14 }),
      account: `stated${i}`,
    }));
    const { check, finding } = await look([...others, ...everyone, profile({ bidsPlaced: 140, bidsWon: 0 })]);
    expect(finding).toBeUndefined();
    expect(check).toEqual({ result: 'clear', message: 'clearBySite', data: { bids: 140, won: 0 } });
  });

  test('say how often an ordinary account shows as much', async () => {
    const { finding } = await look([...others, ...stated(6, 114, 300, 7), profile({ bidsPlaced: 1_500, bidsWon: 0 })]);
    expect(finding?.chance).toBeGreaterThan(0);
    expect(finding?.chance).toBeLessThanOrEqual(0.003);
  });
});

describe('found', () => {
  test.each<[string, Observation[], string]>([
    ['200 decided bids, none won', bids('ines', { lost: 200 }), 'moderate'],
    ['200 bids on projects that others got', bids('ines', { goneToOthers: 200 }), 'moderate'],
    ['500 decided bids, one won, more open', bids('ines', { lost: 499, won: 1, open: 90 }), 'strong'],
    [
      'an unusual many without history on the profile',
      [...bids('ines', { lost: 500 }), profile({ acceptRate: 0 })],
      'strong',
    ],
    ['the site says 600 bids, 1 won', [profile({ bidsPlaced: 600, bidsWon: 1 })], 'moderate'],
  ])('%s', async (_, observations, strength) => {
    const result = await look([...others, ...observations]);
    expect(result.check?.result).toBe('found');
    expect(result.count).toBe(1);
    expect(result.finding).toMatchObject({ flag: 'mass-bidding', account: 'ines', clauses: ['P8'], with: [] });
    expect(['moderate', 'strong'].indexOf(result.finding?.strength ?? '')).toBeGreaterThanOrEqual(
      ['moderate', 'strong'].indexOf(strength),
    );
  });

  test('160 decided bids without a win, when ordinary bidders win 5 in 100', async () => {
    const result = await look([...others, ...bids('ines', { lost: 160 })]);
    expect(result.finding).toBeDefined();
  });

  test('says what it counted, when and at what pace', async () => {
    const sent = bids('ines', { lost: 300 }).map((bid, i) => ({
      ...bid,
      submittedAt: new Date(Date.UTC(2026, 0, 1) + i * 3_600_000).toISOString(),
    }));
    const posts = sent.map((bid) => ({
      kind: 'project' as const,
      ...common,
      project: bid.project,
      postedAt: new Date(Date.parse(bid.submittedAt) - 45_000).toISOString(),
    }));
    const { finding } = await look([...others, ...sent, ...posts, ...bids('ines', { open: 3 })]);
    const evidence = finding?.evidence[0];
    const rows = Object.fromEntries(
      (evidence?.kind === 'counts' ? evidence.rows : []).map(({ label, value }) => [label, value]),
    );
    expect(rows).toMatchObject({
      bids: {
        message: 'bidsSomeWhen',
        // Three of them without a time.
        data: { bids: 303, timed: 300, period: { time: '2026-01-01T00:00:00Z/2026-01-13T11:00:00Z' } },
      },
      outcomes: { message: 'outcomesAre', data: { won: 0, lost: 300, unknown: 3, withdrawn: 0 } },
      middle: 20,
      likeThis: { message: 'likeThisAre', data: { one: expect.any(Number) } },
      busiestDay: 24,
      hours: { message: 'hoursAre', data: { hours: 24, bids: 300 } },
      delay: { message: 'delayIs', data: { delay: { seconds: 45 }, bids: 300 } },
    });
    expect(finding).toMatchObject({
      message: 'seen',
      data: { of: 8_303, projects: 303, quick: 300, within: { seconds: 60 }, decided: 300, won: 0, work: 'none' },
    });
  });

  test('says nothing of hours that it does not know', async () => {
    // As pages word it: a day for each bid, a day for each project.
    const sent = bids('ines', { lost: 300 }).map((bid, i) => ({
      ...bid,
      submittedAt: `2026-02-${String(1 + (i % 28)).padStart(2, '0')}`,
    }));
    const posts = sent.map(({ project, submittedAt }) => ({
      kind: 'project' as const,
      ...common,
      project,
      postedAt: submittedAt,
    }));
    const { finding } = await look([...others, ...sent, ...posts]);
    const evidence = finding?.evidence[0];
    const rows = new Map((evidence?.kind === 'counts' ? evidence.rows : []).map(({ label, value }) => [label, value]));
    expect(rows.get('bids')).toEqual({ message: 'bidsWhen', data: { bids: 300, period: { time: '2026-02' } } });
    expect(rows.get('busiestDay')).toBe(11);
    expect(rows.has('hours')).toBe(false);
    // Posted and sent on one day: at once, or a day later.
    expect(rows.get('delay')).toEqual({
      message: 'delayAtMost',
      data: { most: { seconds: expect.closeTo(86_400, 0) }, bids: 300 },
    });
  });

  test('keeps where the latest of the bids were seen', async () => {
    const sent = bids('ines', { lost: 200 }).map((bid, i) => ({
      ...bid,
      url: `https://www.guru.com/jobs/${i % 40}`,
      seenAt: `2026-03-01T10:${String(i % 40).padStart(2, '0')}:00Z`,
    }));
    const { finding } = await look([...others, ...sent]);
    const evidence = finding?.evidence[0];
    const sources = evidence?.kind === 'counts' ? (evidence.sources ?? []) : [];
    expect(sources).toHaveLength(20);
    expect(sources[0]).toEqual({ url: 'https://www.guru.com/jobs/39', seenAt: '2026-03-01T10:39:00Z' });
  });

  test('times that cannot be read do no harm', async () => {
    const sent = bids('ines', { lost: 300 }).map((bid, i) => ({
      ...bid,
      submittedAt: i % 2 ? 'yesterday' : '9999-99-99T00:00:00Z',
    }));
    expect((await look([...others, ...sent])).finding).toBeDefined();
  });
});
