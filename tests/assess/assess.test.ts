import { describe, expect, it, vi } from 'vitest';
import { assess } from '../../lib/assess/assess.ts';
import { MemoryStore } from '../../lib/evidence/memory-evidence.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Finding, Strength } from '../../lib/model/finding.ts';
import type { Observation } from '../../lib/model/observation.ts';
import type { RedFlag } from '../../lib/red-flags/red-flag.ts';
import { evidenceOf } from '../evidence-of.ts';
import { findingOf } from '../finding-of.ts';

const ada: AccountKey = 'freelancer:ada';
const ben: AccountKey = 'freelancer:ben';

/** What the store holds: `bids` bids of ada, none of ben. */
function storeWith(bids: number) {
  const store = new MemoryStore();
  for (let i = 0; i < bids; i++) {
    store.remember({
      kind: 'bid',
      site: 'freelancer',
      seenAt: '2026-10-05T08:00:00Z',
      project: `${i}`,
      account: 'ada',
    });
  }
  return store.evidence();
}

/** A red flag that finds what it is told to on ada and has judged the accounts it is told to. */
function flag(id: string, strengths: Strength[], judged: AccountKey[] = [ada], common = false): RedFlag {
  const findings = strengths.map(
    (strength): Finding =>
      findingOf({ flag: id, site: 'freelancer', strength, ...(common && { commonPractice: true }) }),
  );
  return {
    id,
    clauses: ['P6'],
    falseAlarms: { question: 1, closer: 1 },
    words: { title: id, looksFor: '', innocent: [], limits: [], clearedBy: [], ask: '', messages: {} },
    evaluate: async (accounts) => ({
      checks: new Map(
        accounts.map((account) => [account, { result: resultOf(account), message: 'verbatim', data: { words: id } }]),
      ),
      findings,
    }),
  };
  function resultOf(account: AccountKey) {
    if (findings.length > 0 && account === ada) return 'found';
    return judged.includes(account) ? 'clear' : 'too-little';
  }
}

const level = async (bids: number, ...flags: RedFlag[]) => (await assess([ada], storeWith(bids), flags))[0]?.level;

describe('level', () => {
  it('is not-enough-seen where no flag could say anything, however much was seen', async () => {
    expect(await level(9, flag('a', [], [ben]))).toBe('not-enough-seen');
    expect(await level(9)).toBe('not-enough-seen');
  });
  it('is no-flags where at least one flag could have found something and did not', async () => {
    expect(await level(1, flag('a', []))).toBe('no-flags');
    expect(await level(14, flag('a', [], [ben]), flag('b', []))).toBe('no-flags');
  });
  it.each<[Strength[], string]>([
    [['weak'], 'worth-a-question'],
    [['weak', 'weak'], 'worth-a-question'],
    [['moderate'], 'worth-a-question'],
    [['strong'], 'look-closer'],
    [['weak', 'strong'], 'look-closer'],
  ])('of findings %j of one flag is %s', async (strengths, expected) => {
    expect(await level(1, flag('a', strengths))).toBe(expected);
  });
  it('is what it would be without a finding that honest people have as often, which is told all the same', async () => {
    const own = flag('own', ['weak'], [ada], true);
    expect(await level(3, own)).toBe('no-flags');
    expect(await level(3, own, flag('a', ['weak']))).toBe('worth-a-question');
    expect(await level(3, own, flag('a', ['moderate']))).toBe('worth-a-question');
    const [assessment] = await assess([ada], storeWith(3), [own]);
    expect(assessment?.findings.map(({ flag: id }) => id)).toEqual(['own']);
  });
  it('is look-closer when two flags are moderate, not when one flag is so twice', async () => {
    expect(await level(1, flag('a', ['moderate']), flag('b', ['moderate']))).toBe('look-closer');
    expect(await level(1, flag('a', ['moderate', 'moderate']))).toBe('worth-a-question');
  });
});

describe('assessment', () => {
  it('comes one an account in the order asked, findings strongest first', async () => {
    const assessments = await assess([ben, ada], storeWith(4), [flag('a', ['weak', 'strong', 'moderate'])]);
    expect(assessments.map(({ account }) => account)).toEqual(['ben', 'ada']);
    expect(assessments[0]).toEqual({
      site: 'freelancer',
      account: 'ben',
      level: 'not-enough-seen',
      coverage: { bids: 0, projects: 0, reviews: 0, profiles: 0, messages: 0 },
      checks: [{ flag: 'a', result: 'too-little', message: 'verbatim', data: { words: 'a' } }],
      findings: [],
    });
    expect(assessments[1]?.findings.map(({ strength }) => strength)).toEqual(['strong', 'moderate', 'weak']);
    expect(assessments[1]?.coverage).toMatchObject({ bids: 4, projects: 4 });
  });
});

describe('findings on one fact', () => {
  const about = (id: string, topic: string): RedFlag => ({
    ...flag(id, []),
    evaluate: async () => ({
      checks: new Map(),
      findings: [findingOf({ flag: id, site: 'freelancer', strength: 'moderate', topic })],
    }),
  });

  it('count once, whichever flags make them', async () => {
    expect(await level(1, about('a', 'texts:1'), about('b', 'texts:1'))).toBe('worth-a-question');
    expect(await level(1, about('a', 'texts:1'), about('b', 'ratings:1'))).toBe('look-closer');
    expect(await level(1, about('a', 'texts:1'), about('b', 'texts:1'), about('c', 'ratings:1'))).toBe('look-closer');
  });
});

describe('14 bids on 14 projects', () => {
  const words = (seed: number) => Array.from({ length: 40 }, (_, i) => `word${seed}x${i}`).join(' ');
  const bid = (account: string, project: string, seed: number): Observation => ({
    kind: 'bid',
    site: 'freelancer',
    seenAt: '2026-10-05T08:00:00Z',
    project,
    account,
    text: words(seed),
  });
  const own = Array.from({ length: 14 }, (_, i) => bid('ada', `p${i}`, i));

  it('that were compared with others’ show no flags', async () => {
    const others = Array.from({ length: 59 }, (_, i) => bid(`other${i}`, 'p1', 100 + i));
    const [assessment] = await assess([ada], evidenceOf([...own, ...others]));
    expect(assessment).toMatchObject({ level: 'no-flags', findings: [] });
    expect(assessment?.checks).toEqual(
      expect.arrayContaining([
        { flag: 'reused-template', result: 'clear', message: 'clear', data: { texts: 59, accounts: 59 } },
        expect.objectContaining({ flag: 'mass-bidding', result: 'too-little', message: 'tooFew' }),
        expect.objectContaining({ flag: 'rating-ring', result: 'too-little', message: 'tooFew' }),
      ]),
    );
  });

  it('that nothing could be compared with are not enough seen, and each flag says what is missing', async () => {
    const [assessment] = await assess([ada], evidenceOf(own));
    expect(assessment?.level).toBe('not-enough-seen');
    expect(assessment?.checks.map(({ flag: id, message }) => [id, message])).toEqual(
      expect.arrayContaining([
        ['reused-template', 'tooFewOthers'],
        ['mass-bidding', 'tooFew'],
        ['rating-ring', 'tooFew'],
        ['changed-identity', 'noProfile'],
      ]),
    );
  });
});

describe('a red flag that fails', () => {
  it('fails alone: it says so, is named in the log, and the others say what they have to', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const broken: RedFlag = { ...flag('broken', []), evaluate: () => Promise.reject(new Error('a fault')) };
    const [assessment] = await assess([ada], storeWith(3), [broken, flag('a', ['strong'])]);
    expect(assessment?.level).toBe('look-closer');
    expect(assessment?.checks).toEqual([
      { flag: 'broken', result: 'too-little', message: 'failed', data: {} },
      expect.objectContaining({ flag: 'a', result: 'found' }),
    ]);
    expect(log).toHaveBeenCalledWith('red flag broken:', expect.any(Error));
    log.mockRestore();
  });
  it('is not mistaken for a flag that found nothing, and one that throws at once fails alone too', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const broken: RedFlag = {
      ...flag('broken', []),
      evaluate: () => {
        throw new Error('a fault');
      },
    };
    expect(await level(9, broken)).toBe('not-enough-seen');
    log.mockRestore();
  });
});
