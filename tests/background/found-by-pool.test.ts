// What the team's analyst found stands among what this browser finds, marked, and settings and decisions hold for it alike.
import { expect, it } from 'vitest';
import { withPool } from '../../entrypoints/background/team/assess.ts';
import { decided } from '../../lib/assess/apply-decisions.ts';
import type { Assessment } from '../../lib/model/assessment.ts';
import type { Finding, Strength } from '../../lib/model/finding.ts';
import type { Found } from '../../lib/team/found.ts';

const AT = '2026-11-27T10:00:00.000Z';
const finding = (key: string, strength: Strength): Finding => ({
  flag: 'reused-template',
  key,
  topic: key,
  site: 'guru',
  account: 'kelp',
  clauses: ['P6'],
  strength,
  chance: 0.01,
  with: ['guru:salt'],
  message: 'found',
  data: {},
  notes: [{ message: 'first' }],
  evidence: [],
});
const assessment = (findings: Finding[]): Assessment => ({
  site: 'guru',
  account: 'kelp',
  level: findings.length > 0 ? 'worth-a-question' : 'no-flags',
  coverage: { bids: 1, projects: 1, reviews: 0, profiles: 0, messages: 0 },
  checks: [{ flag: 'reused-template', result: 'clear', message: 'clear', data: {} }],
  findings,
});
const found = (...findings: Finding[]): Found => ({
  says: 'found',
  site: 'guru',
  account: 'kelp',
  at: AT,
  level: 'look-closer',
  findings,
});
const mark = { message: 'foundByPool', data: { day: { time: '2026-11-27' } } };
const all = () => true;

it('adds what this browser has not found, says whose it is, and raises the level as its own would', () => {
  const own = assessment([]);
  const told = withPool(own, [found(finding('a', 'strong'))], all);
  expect(told.level).toBe('look-closer');
  expect(told.findings).toEqual([{ ...finding('a', 'strong'), notes: [mark, { message: 'first' }] }]);
  expect(own.findings).toEqual([]);
});

it('leaves its own as they are, but for a matter that the analyst saw more strongly', () => {
  const own = assessment([finding('a', 'moderate')]);
  expect(withPool(own, [found(finding('a', 'moderate'))], all)).toBe(own);
  expect(withPool(own, [found(finding('a', 'weak'))], all)).toBe(own);
  const [only, ...more] = withPool(own, [found(finding('a', 'strong'))], all).findings;
  expect([only?.strength, only?.notes?.[0], more]).toEqual(['strong', mark, []]);
  // Of two analysts the one that saw more.
  const both = withPool(assessment([]), [found(finding('a', 'strong')), found(finding('a', 'weak'))], all);
  expect(both.findings.map(({ strength }) => strength)).toEqual(['strong']);
});

it('counts only what the settings let count', () => {
  const own = assessment([]);
  expect(withPool(own, [found(finding('a', 'weak'))], ({ strength }) => strength !== 'weak')).toBe(own);
});

it('is set aside by the user’s decisions like any other', () => {
  const told = withPool(assessment([]), [found(finding('a', 'strong'))], all);
  const alarm = {
    id: 1,
    kind: 'false-alarm',
    account: 'guru:kelp',
    at: AT,
    flag: 'reused-template',
    key: 'a',
  } as const;
  expect(decided(told, [alarm])).toMatchObject({
    level: 'no-flags',
    findings: [],
    setAside: [{ finding: { key: 'a' } }],
  });
});
