// Who brings others along and shares a text with others: one matter, said once, with the group named.
import { describe, expect, it } from 'vitest';
import { assess } from '../../lib/assess/assess.ts';
import { introducedTogether } from '../../lib/assess/introduced.ts';
import { levelOf } from '../../lib/assess/level.ts';
import { sentence } from '../../lib/i18n/sentences.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { introducesOthers } from '../../lib/red-flags/introduces-others/flag.ts';
import { reusedTemplate } from '../../lib/red-flags/reused-template/flag.ts';
import { evidenceOf } from '../evidence-of.ts';
import { findingOf } from '../finding-of.ts';

const seen = { site: 'guru', seenAt: '2026-10-05T08:00:00Z' };
const template =
  'My quay kit turns a harbour master’s paper lists into 14 screens that a wet thumb can press, built first for the pilots of Quillport in 2019, ' +
  'with tide tables of 63 piers inside, a fog mode in amber, and a printer that survives salt; I start on Mondays, show each screen on Thursdays ' +
  'and stay for one winter after the last boat is in, whatever the ice does to the cables under the old ferry slip at number 9.';
const bid = (account: string, project: string, text: string): Observation => ({
  kind: 'bid',
  ...seen,
  account,
  project,
  text,
});
const range = (n: number) => Array.from({ length: n }, (_, i) => i);
const others = range(14).map((i) =>
  bid(
    `other${i}`,
    'p1',
    range(60)
      .map((n) => `word${i}x${n}`)
      .join(' '),
  ),
);
const brings: Observation = {
  kind: 'message',
  ...seen,
  thread: 't1',
  account: 'ines',
  mine: false,
  text: 'Let me bring two more of my people into the contract.',
};
const shared = [bid('ines', 'p1', template), bid('ben', 'p2', template)];
const flags = [reusedTemplate, introducesOthers];
const found = async (observations: Observation[]) =>
  (await assess(['guru:ines'], evidenceOf(observations), flags))[0]?.findings ?? [];

describe('people who are introduced and share a text with the introducer', () => {
  it('are one matter: both findings have one topic, and the one names the group', async () => {
    const findings = await found([...others, ...shared, brings]);
    expect(findings.map(({ flag }) => flag).sort()).toEqual(['introduces-others', 'reused-template']);
    expect(new Set(findings.map(({ topic }) => topic)).size).toBe(1);
    const introduces = findings.find(({ flag }) => flag === 'introduces-others');
    expect(introduces?.notes).toEqual([{ message: 'sharesText', data: { others: { accounts: ['guru:ben'] } } }]);
    expect(introduces?.with).toEqual([]);
    for (const language of ['en', 'es']) {
      expect(sentence('introduces-others', 'sharesText', { others: { accounts: ['guru:ben'] } }, language)).toContain(
        'ben',
      );
    }
  });

  it('ask for one question where each finding alone asks for one', () => {
    const two = [
      findingOf({ flag: 'introduces-others', strength: 'moderate' }),
      findingOf({ flag: 'reused-template', strength: 'moderate', with: ['guru:ben'] }),
    ];
    expect(levelOf(two, [])).toBe('look-closer');
    expect(levelOf(introducedTogether(two), [])).toBe('worth-a-question');
  });

  it('a text of one’s own, or nobody brought, changes nothing', async () => {
    for (const observations of [
      [...others, ...shared],
      [...others, brings],
    ]) {
      for (const finding of await found(observations))
        expect(finding.notes ?? []).not.toContainEqual(expect.objectContaining({ message: 'sharesText' }));
    }
    const own = [
      findingOf({ flag: 'introduces-others' }),
      findingOf({ flag: 'reused-template', commonPractice: true, with: [] }),
    ];
    expect(introducedTogether(own)).toEqual(own);
  });
});
