// However many red flags are on, at most 1 in 100 ordinary accounts is shown as "look closer" and 5 in 100 as "worth
// a question": tried with flags that find nothing but chance, on 20,000 accounts.
import { describe, expect, it } from 'vitest';
import { assess } from '../../lib/assess/assess.ts';
import { BUDGET, fitted, limitsOf } from '../../lib/assess/budget.ts';
import { MemoryStore } from '../../lib/evidence/memory-evidence.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Finding, Strength } from '../../lib/model/finding.ts';
import type { RedFlag } from '../../lib/red-flags/red-flag.ts';
import { redFlags } from '../../lib/red-flags/registry.ts';
import { random } from '../../scripts/evaluate/random.ts';
import { findingOf } from '../finding-of.ts';

const ACCOUNTS = 20_000;
const accounts = Array.from({ length: ACCOUNTS }, (_, i): AccountKey => `guru:ordinary${i}`);
/** A share of so many accounts lies above what it is on average by more than this once in 1,000 times. */
const above = (share: number) => share + 3.1 * Math.sqrt((share * (1 - share)) / ACCOUNTS);

/** A flag whose findings on ordinary accounts are nothing but chance, as strong as it can say. */
function flagOf(
  id: string,
  chanceOf: (account: number) => number,
  wants = { question: 1, closer: 1 },
  strength: Strength = 'strong',
): RedFlag {
  return {
    id,
    clauses: ['P6'],
    falseAlarms: wants,
    words: { title: id, looksFor: '', innocent: [], limits: [], clearedBy: [], ask: '', messages: {} },
    evaluate: async (asked) => ({
      checks: new Map(),
      findings: asked.map(
        (key, i): Finding => findingOf({ flag: id, account: key.slice('guru:'.length), strength, chance: chanceOf(i) }),
      ),
    }),
  };
}

async function levelsOf(flags: RedFlag[]): Promise<{ closer: number; question: number }> {
  const assessments = await assess(accounts, new MemoryStore().evidence(), flags);
  const closer = assessments.filter(({ level }) => level === 'look-closer').length;
  const question = assessments.filter(({ level }) => level === 'worth-a-question').length;
  return { closer: closer / ACCOUNTS, question: (closer + question) / ACCOUNTS };
}

const independent = (count: number, wants?: RedFlag['falseAlarms'], strength?: Strength) =>
  Array.from({ length: count }, (_, i) => {
    const next = random(31 * i + 7);
    const chances = accounts.map(() => next());
    return flagOf(`null${i}`, (account) => chances[account] as number, wants, strength);
  });

describe('the budget', () => {
  it.each([1, 3, 30])('holds for %i flags that know only chance', async (count) => {
    const { closer, question } = await levelsOf(independent(count));
    expect(closer).toBeLessThanOrEqual(above(BUDGET.closer));
    expect(question).toBeLessThanOrEqual(above(BUDGET.question));
    // It is spent, not saved: a flag that finds something has room to say so.
    expect(question).toBeGreaterThan(0.03);
    expect(closer).toBeGreaterThan(0.003);
  });

  it('holds for 30 flags that are moderate at most', async () => {
    const { closer, question } = await levelsOf(independent(30, undefined, 'moderate'));
    expect(closer).toBeLessThanOrEqual(above(BUDGET.closer));
    expect(question).toBeLessThanOrEqual(above(BUDGET.question));
  });

  it('holds where all flags see the same chance', async () => {
    const next = random(5);
    const chances = accounts.map(() => next());
    const same = Array.from({ length: 30 }, (_, i) => flagOf(`null${i}`, (account) => chances[account] as number));
    const { closer, question } = await levelsOf(same);
    expect(closer).toBeLessThanOrEqual(above(BUDGET.closer));
    expect(question).toBeLessThanOrEqual(above(BUDGET.question));
  });

  it('holds where two flags at a time see the same: the worst for two moderate findings', async () => {
    const next = random(6);
    const chances = Array.from({ length: 15 }, () => accounts.map(() => next()));
    const pairs = Array.from({ length: 30 }, (_, i) =>
      flagOf(`null${i}`, (account) => chances[i >> 1]?.[account] as number, undefined, 'moderate'),
    );
    expect((await levelsOf(pairs)).closer).toBeLessThanOrEqual(above(BUDGET.closer));
  });

  it('leaves what a frugal flag does not need to those that need more', () => {
    const limits = limitsOf([
      { falseAlarms: { question: 0.001, closer: 0.0001 } },
      { falseAlarms: { question: 0.03, closer: 0.0001 } },
      { falseAlarms: { question: 1, closer: 1 } },
    ]);
    expect(limits.map(({ weak }) => weak)).toEqual([0.001, 0.0245, 0.0245]);
    expect(limits.map(({ strong }) => strong)).toEqual([0.0001, 0.0001, 0.0048]);
    const sum = (strength: Strength) => limits.reduce((all, one) => all + one[strength], 0);
    expect(sum('weak')).toBeCloseTo(BUDGET.question);
    expect(sum('strong')).toBeCloseTo(BUDGET.closer / 2);
    expect(sum('moderate')).toBeCloseTo(BUDGET.closer);
  });

  it('has room for what every flag that there is finds, so that none counts for less than it says', () => {
    const limits = limitsOf(redFlags);
    for (const [i, { id, falseAlarms }] of redFlags.entries()) {
      expect(limits[i]?.weak, id).toBe(falseAlarms.question);
      expect(limits[i]?.strong, id).toBe(falseAlarms.closer);
    }
  });
});

describe('a finding', () => {
  const limits = { weak: 0.01, moderate: 0.002, strong: 0.0001 };
  it.each<[Strength, number, Strength | 'informs']>([
    ['strong', 0.0001, 'strong'],
    ['strong', 0.001, 'moderate'],
    ['strong', 0.01, 'weak'],
    ['strong', 0.02, 'informs'],
    ['moderate', 0.00001, 'moderate'],
    ['moderate', 0.01, 'weak'],
    ['weak', 0.00001, 'weak'],
    ['weak', 0.5, 'informs'],
    ['strong', Number.NaN, 'informs'],
  ])('that is %s with a chance of %d counts as %s, and says why', (strength, chance, counted) => {
    const finding = findingOf({ flag: 'a', strength, chance, notes: [{ message: 'own' }] });
    const now = fitted(finding, limits, 7);
    expect(now.withinChance === true ? 'informs' : now.strength).toBe(counted);
    if (counted === strength) expect(now).toBe(finding);
    else {
      expect(now.notes).toEqual([
        { message: 'own' },
        { message: 'countsForLess', data: { chance: { percent: chance }, flags: 7 } },
      ]);
    }
  });

  it('that is common practice asks for nothing and is left as it is', () => {
    const own = findingOf({ flag: 'a', strength: 'weak', chance: 1, commonPractice: true });
    expect(fitted(own, limits, 3)).toBe(own);
  });
});

describe('what flags declare', () => {
  /** Ordinary accounts of generated worlds on which none of these flags found anything: held-out seeds, and all seeds. */
  const none = { heldOut: 4_258, all: 29_181 };
  const bound = (accounts: number) => -Math.log(0.05) / accounts;

  it.each([
    'changed-identity',
    'shared-contact',
    'conflicting-profiles',
    'shared-documents',
    'hours-mismatch',
    'conflicting-claims',
  ])('%s is no less than what was measured can bound', (id) => {
    const { falseAlarms } = redFlags.find((flag) => flag.id === id) ?? expect.fail(id);
    expect(falseAlarms.question).toBeGreaterThanOrEqual(bound(none.heldOut));
    if (falseAlarms.closer > 0) expect(falseAlarms.closer).toBeGreaterThanOrEqual(bound(none.all));
  });
});
