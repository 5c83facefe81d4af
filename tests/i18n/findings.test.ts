// What the red flags really say, about an invented marketplace where each finds somebody: every sentence,
// every label and every value of the evidence can be said in Spanish.
import { afterEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../../lib/i18n/language.ts';
import { said } from '../../lib/i18n/red-flag-words.ts';
import type { Finding } from '../../lib/model/finding.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { redFlags } from '../../lib/red-flags/registry.ts';
import { seenOf } from '../red-flags/seen-of.ts';

const seen = { site: 'guru', seenAt: '2026-03-01T10:00:00Z' };
const range = (n: number) => Array.from({ length: n }, (_, i) => i);
const dayOf = (n: number) => new Date(Date.UTC(2025, 0, 1) + n * 86_400_000).toISOString();

function bids(account: string, from: number, lost: number, won: number): Observation[] {
  return range(lost + won).map((i) => ({
    kind: 'bid',
    ...seen,
    account,
    project: `${account}-${from + i}`,
    submittedAt: dayOf(i % 200),
    outcome: i < won ? 'awarded' : 'rejected',
  }));
}
const text = (word: string) =>
  range(70)
    .map((i) => `${word}${i}`)
    .join(' ');
const letter = (account: string, project: string, body: string): Observation => ({
  kind: 'bid',
  ...seen,
  account,
  project,
  text: body,
});
const rating = (from: string, to: string, day: number): Observation => ({
  kind: 'review',
  ...seen,
  from,
  fromRole: 'client',
  to,
  rating: { value: 5, outOf: 5 },
  project: `${from}-${to}-${day}`,
  at: dayOf(day),
  text: `${from} was glad to work with ${to} on day ${day} of that year.`,
});

const observations: Observation[] = [
  ...range(400).flatMap((i) => bids(`other${i}`, 0, 19, 1)),
  ...bids('many', 0, 400, 0),
  ...bids('hardly', 0, 600, 1),
  {
    kind: 'profile',
    ...seen,
    account: 'stated',
    role: 'freelancer',
    stats: { bidsPlaced: 1_400, bidsWon: 1, jobsCompleted: 1 },
  },
  ...range(40).map((i) => letter(`writer${i}`, `p${i % 4}`, text(`w${i}x`))),
  ...['ada', 'ben', 'cleo'].map((account, i) => letter(account, `p${i % 2}`, text('shared'))),
  letter('solo', 'p1', text('own')),
  letter('solo', 'p2', text('own')),
  letter('solo', 'p3', text('own')),
  ...range(300).map((i) => rating(`client${i}`, `dev${(i * 7) % 150}`, (i * 13) % 600)),
  ...range(4).flatMap((c) => range(5).map((d) => rating(`ringer${c}`, `ringed${d}`, 300 + c + d))),
];
const asked = ['many', 'hardly', 'stated', 'ada', 'solo', 'ringed0', 'ringer0'].map((id) => `guru:${id}` as const);

afterEach(() => setLanguage('en'));

describe('what red flags say', async () => {
  const findings: Finding[] = [];
  for (const flag of redFlags) findings.push(...(await flag.find(asked, seenOf(observations))).findings);

  it('was said by every red flag, about both sides', () => {
    const by = (flag: string) => findings.filter((finding) => finding.flag === flag).map(({ account }) => account);
    expect(by('reused-template').sort()).toEqual(['ada', 'solo']);
    expect(by('mass-bidding').sort()).toEqual(['hardly', 'many', 'stated']);
    expect(by('rating-ring').sort()).toEqual(['ringed0', 'ringer0']);
  });

  it.each(findings.map((finding) => [`${finding.flag} about ${finding.account}`, finding] as const))(
    'can be said in Spanish: %s',
    (_, { flag, says, evidence }) => {
      setLanguage('es');
      expect(said(flag, says)).not.toBe(says);
      expect(said(flag, says)).not.toMatch(/\b(the|this|account|bids|ratings)\b/);
      for (const one of evidence) {
        if (one.kind === 'template') continue;
        for (const { label, value } of one.rows) {
          expect(said(flag, label), label).not.toBe(label);
          // A number or a list of names is the same in every language.
          if (/[a-z]{2}/.test(value)) expect(said(flag, value), value).not.toBe(value);
        }
      }
    },
  );
});
