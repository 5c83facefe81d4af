import { describe, expect, it } from 'vitest';
import { decided, withKeys } from '../../lib/assess/apply-decisions.ts';
import { presentDecision } from '../../lib/assess/present-decision.ts';
import type { Assessment } from '../../lib/model/assessment.ts';
import type { Finding, Strength } from '../../lib/model/finding.ts';
import type { StoredDecision } from '../../lib/store/rows.ts';
import { findingOf } from '../finding-of.ts';

const finding = (flag: string, strength: Strength, others: string[] = []): Finding =>
  findingOf({ flag, strength, with: others });
const assessment = (...findings: Finding[]): Assessment => ({
  site: 'guru',
  account: 'ada',
  level: findings.length > 0 ? 'look-closer' : 'not-enough-seen',
  coverage: { bids: 5, projects: 5, reviews: 0, profiles: 1, messages: 0 },
  checks: findings.map(({ flag }) => ({ flag, result: 'found', message: 'verbatim', data: { words: '' } })),
  findings,
});
const at = '2026-10-05T08:00:00Z';
const about = { id: 1, account: 'guru:ada', at };

describe('a decision', () => {
  it('leaves everything as it is when there is none', () => {
    const found = assessment(finding('a', 'strong'));
    expect(decided(found)).toEqual({ ...found, setAside: [], decisions: [], newSince: [] });
  });

  it.each(['muted', 'false-alarm'] as const)(
    'that a flag is %s takes that flag out of the level and no other',
    (kind) => {
      const decision: StoredDecision = { ...about, kind, flag: 'a' };
      const both = decided(assessment(finding('a', 'strong'), finding('b', 'weak')), [decision]);
      expect(both.level).toBe('worth-a-question');
      expect(both.findings.map(({ flag }) => flag)).toEqual(['b']);
      expect(both.setAside.map(({ finding: { flag }, by }) => [flag, by.id])).toEqual([['a', 1]]);
      expect(decided(assessment(finding('a', 'strong')), [decision]).level).toBe('no-flags');
    },
  );

  it('that an account is fine holds for the matters that were known, as strong as they were', () => {
    const known = (key: string) => ({ flag: 'a', key, strength: 'moderate' as const });
    const fine: StoredDecision = { ...about, kind: 'fine', reason: 'We met.', known: [known('a:1'), known('a:2')] };
    const about1 = { ...finding('a', 'moderate', ['guru:ben']), key: 'a:1' };
    expect(decided(assessment(about1), [fine])).toMatchObject({ level: 'no-flags', newSince: [] });
    expect(decided(assessment({ ...about1, strength: 'strong' }), [fine]).newSince).toEqual(['a']);
    // The same flag about other people is another matter.
    const about3 = { ...finding('a', 'weak', ['guru:cleo']), key: 'a:3' };
    const both = decided(assessment(about1, about3), [fine]);
    expect(both).toMatchObject({ level: 'look-closer', newSince: ['a'] });
    expect(both.checked).toBeUndefined();
  });

  it('that a flag was wrong about some people leaves what it finds of others', () => {
    const decision: StoredDecision = { ...about, kind: 'false-alarm', flag: 'a', key: 'a:1' };
    const wrong = { ...finding('a', 'strong', ['guru:ben']), key: 'a:1' };
    const other = { ...finding('a', 'weak', ['guru:cleo']), key: 'a:2' };
    const left = decided(assessment(wrong, other), [decision]);
    expect(left.findings).toEqual([other]);
    expect(left.setAside.map(({ finding: { key } }) => key)).toEqual(['a:1']);
    expect(left.level).toBe('worth-a-question');
  });

  it('of version 0.1, without keys, covers what its flags find first, and nothing else after', () => {
    const fine: StoredDecision = {
      ...about,
      kind: 'fine',
      reason: '',
      known: [
        { flag: 'a', strength: 'strong' },
        { flag: 'b', strength: 'weak' },
      ],
    };
    const first = { ...finding('a', 'strong', ['guru:ben']), key: 'a:1' };
    const then = decided(assessment(first), [fine]);
    expect(then.newSince).toEqual([]);
    const kept = withKeys(then);
    expect(kept).toEqual({
      ...fine,
      known: [
        { flag: 'a', key: 'a:1', strength: 'strong' },
        { flag: 'b', strength: 'weak' },
      ],
    });
    const later = decided(assessment({ ...first, key: 'a:2' }), [kept as StoredDecision]);
    expect(later.newSince).toEqual(['a']);
    expect(withKeys(later)).toBeUndefined();
  });

  it('follows a flag to its new id, keys included', () => {
    const renames = { old: 'new', gone: null };
    const fine: StoredDecision = {
      ...about,
      kind: 'fine',
      reason: '',
      known: [
        { flag: 'old', key: 'old:1', strength: 'weak' },
        { flag: 'gone', key: 'gone:1', strength: 'weak' },
        { flag: 'older', key: 'older', strength: 'weak' },
      ],
    };
    expect(presentDecision(fine, renames).known.map(({ flag, key }) => [flag, key])).toEqual([
      ['new', 'new:1'],
      ['gone', 'gone:1'],
      ['older', 'older'],
    ]);
    const wrong: StoredDecision = { ...about, kind: 'false-alarm', flag: 'old', key: 'old:1' };
    expect(presentDecision(wrong, renames)).toEqual({ ...wrong, flag: 'new', key: 'new:1' });
    expect(presentDecision({ ...about, kind: 'muted', flag: 'old' }, renames)).toMatchObject({ flag: 'new' });
  });

  it('that an account is fine holds until a flag is new or stronger', () => {
    const fine: StoredDecision = {
      ...about,
      kind: 'fine',
      reason: 'We met.',
      known: [{ flag: 'a', strength: 'moderate' }],
    };
    const same = decided(assessment(finding('a', 'moderate')), [fine]);
    expect(same).toMatchObject({ level: 'no-flags', checked: { at, reason: 'We met.' }, newSince: [] });
    const stronger = decided(assessment(finding('a', 'strong')), [fine]);
    expect(stronger).toMatchObject({ level: 'look-closer', newSince: ['a'] });
    expect(stronger.checked).toBeUndefined();
    expect(decided(assessment(finding('a', 'weak'), finding('b', 'weak')), [fine]).newSince).toEqual(['b']);
  });

  it('that an account is fine is not undone by what honest people do as often', () => {
    const fine: StoredDecision = { ...about, kind: 'fine', reason: 'We met.', known: [] };
    const common: Finding = { ...finding('own', 'weak'), commonPractice: true };
    expect(decided(assessment(common), [fine])).toMatchObject({ checked: { at }, newSince: [], findings: [common] });
  });

  it('that two accounts are one person settles what only these share', () => {
    const same: StoredDecision = { id: 2, account: 'guru:ben', at, kind: 'same-person', other: 'guru:ada' };
    const shared = decided(assessment(finding('a', 'strong', ['guru:ben'])), [same]);
    expect(shared.level).toBe('no-flags');
    expect(shared.setAside).toHaveLength(1);
    const more = decided(assessment(finding('a', 'strong', ['guru:ben', 'guru:cleo'])), [same]);
    expect(more.level).toBe('look-closer');
    // A finding that names nobody is not about another account.
    expect(decided(assessment(finding('b', 'strong')), [same]).level).toBe('look-closer');
  });

  it('that they are not one person changes nothing that is found', () => {
    const not: StoredDecision = { ...about, kind: 'not-same-person', other: 'guru:ben' };
    expect(decided(assessment(finding('a', 'strong', ['guru:ben'])), [not]).level).toBe('look-closer');
  });
});
