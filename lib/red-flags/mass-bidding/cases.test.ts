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
    ['30 decided bids, none won', bids('ines', { lost: 30 }), false],
    ['90 decided bids, none won', bids('ines', { lost: 90 }), false],
    ['90 bids, none known to be decided', bids('ines', { open: 90 }), false],
    ['1,000 bids, none known to be decided', bids('ines', { open: 1_000 }), false],
    ['1,000 bids taken back', bids('ines', { withdrawn: 1_000 }), false],
    ['400 open, 40 decided', bids('ines', { open: 400, lost: 40 }), false],
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
    ['the site says 40 bids, none won', [profile({ bidsPlaced: 40, bidsWon: 0 })], false],
    ['the site says 500 bids, wins not shown', [profile({ bidsPlaced: 500, acceptRate: 0 })], false],
    ['the site says 500 bids, 30 won', [profile({ bidsPlaced: 500, bidsWon: 30 })], true],
    ['the site says 500 bids, accept rate 90 %', [profile({ bidsPlaced: 500, acceptRate: 0.9 })], true],
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

describe('too little', () => {
  test('says how many bids on how many projects were seen, and how many of their outcomes', async () => {
    const { check } = await look([...others, ...bids('ines', { lost: 2, won: 1, open: 11 })]);
    expect(check).toEqual({
      result: 'too-little',
      message: 'tooFew',
      data: { bids: 14, projects: 14, decided: 3, needed: 100 },
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
    [
      'the site says 600 bids, an accept rate of 1 in 300',
      [profile({ bidsPlaced: 600, acceptRate: 0.0033 })],
      'moderate',
    ],
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
      likeThis: { message: 'likeThisAre', data: { like: 0 } },
      busiestDay: 24,
      hours: { message: 'hoursAre', data: { hours: 24, bids: 300 } },
      delay: { message: 'delayIs', data: { delay: { seconds: 45 }, bids: 300 } },
    });
    expect(finding).toMatchObject({ message: 'seen', data: { bids: 300, won: 0, like: 0 } });
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
