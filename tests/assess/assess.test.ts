import { describe, expect, it } from 'vitest';
import { assess } from '../../lib/assess/assess.ts';
import { MemoryStore } from '../../lib/evidence/memory-evidence.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Finding, Strength } from '../../lib/model/finding.ts';
import type { RedFlag } from '../../lib/red-flags/red-flag.ts';

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
  return store.seen();
}

/** A red flag that finds what it is told to on ada and has judged the accounts it is told to. */
function flag(id: string, strengths: Strength[], judged: AccountKey[] = [ada], common = false): RedFlag {
  const findings = strengths.map(
    (strength): Finding => ({
      flag: id,
      site: 'freelancer',
      account: 'ada',
      clauses: ['P6'],
      strength,
      ...(common && { common }),
      with: [],
      evidence: [],
      says: `${id} ${strength}`,
    }),
  );
  return {
    id,
    title: id,
    looksFor: '',
    clauses: ['P6'],
    innocent: [],
    limits: [],
    clearedBy: [],
    ask: '',
    find: async () => ({ findings, judged: new Set(judged) }),
  };
}

const level = async (bids: number, ...flags: RedFlag[]) => (await assess([ada], storeWith(bids), flags))[0]?.level;

describe('level', () => {
  it('is not-enough-seen where nothing was seen, whatever was judged', async () => {
    expect(await level(0, flag('a', []))).toBe('not-enough-seen');
  });
  it('is not-enough-seen where little was seen', async () => {
    expect(await level(2, flag('a', []))).toBe('not-enough-seen');
  });
  it('is not-enough-seen where much was seen but no flag could judge it', async () => {
    expect(await level(9, flag('a', [], [ben]))).toBe('not-enough-seen');
    expect(await level(9)).toBe('not-enough-seen');
  });
  it('is no-flags only where enough was seen, judged, and nothing found', async () => {
    expect(await level(3, flag('a', []))).toBe('no-flags');
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
    expect(await level(2, own)).toBe('not-enough-seen');
    expect(await level(3, own, flag('a', ['weak']))).toBe('worth-a-question');
    expect(await level(3, own, flag('a', ['moderate']))).toBe('worth-a-question');
    const [assessment] = await assess([ada], storeWith(3), [own]);
    expect(assessment?.findings.map(({ says }) => says)).toEqual(['own weak']);
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
      findings: [],
    });
    expect(assessments[1]?.findings.map(({ strength }) => strength)).toEqual(['strong', 'moderate', 'weak']);
    expect(assessments[1]?.coverage).toMatchObject({ bids: 4, projects: 4 });
  });
});
