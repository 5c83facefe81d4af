// Accounts that may be one person's: what proposes them, what does not, and that nothing changes before the user says so.
import { describe, expect, it } from 'vitest';
import { decided } from '../../lib/assess/apply-decisions.ts';
import { assess } from '../../lib/assess/assess.ts';
import { proposalsFor } from '../../lib/assess/same-person.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Observation, Profile } from '../../lib/model/observation.ts';
import { evidenceOf } from '../evidence-of.ts';

const seenAt = '2026-03-01T10:00:00Z';
const profile = (key: AccountKey, said: Partial<Profile> = {}): Observation => {
  const [site = '', account = ''] = key.split(':');
  return { kind: 'profile', site, seenAt, account, role: 'freelancer', ...said };
};
const mail = { contacts: [{ type: 'email', value: 'ines@quay.example' }] };
const links = (...urls: string[]) => ({ links: urls });
const proposed = async (...observations: Observation[]) =>
  (await proposalsFor(['guru:ines.vidal'], evidenceOf(observations))).get('guru:ines.vidal');

describe('an account is proposed', () => {
  it.each<[string, string, Observation[]]>([
    ['one mail address', 'mail', [profile('guru:ines.vidal', mail), profile('fiverr:other', mail)]],
    [
      'a link to the other’s page',
      'page',
      [
        profile('guru:ines.vidal', links('https://github.com/inesv')),
        profile('github:inesv', { url: 'https://github.com/inesv' }),
      ],
    ],
    [
      'one code account',
      'page',
      [
        profile('guru:ines.vidal', links('https://github.com/inesv')),
        profile('fiverr:other', links('https://github.com/InesV')),
      ],
    ],
    ['one handle on two sites', 'account', [profile('guru:ines.vidal'), profile('fiverr:Ines.Vidal')]],
  ])('by %s', async (_, because, observations) => {
    expect(await proposed(...observations)).toMatchObject([{ because }]);
  });

  it.each<[string, Observation[]]>([
    [
      'a host of many',
      [
        profile('guru:ines.vidal', links('https://wordpress.org')),
        profile('fiverr:other', links('https://wordpress.org')),
      ],
    ],
    ['a contact that many show', ['a', 'b', 'c', 'd', 'e', 'ines.vidal'].map((id) => profile(`guru:${id}`, mail))],
    ['handles that are no names', [profile('guru:1234567'), profile('fiverr:1234567')]],
    ['nothing', [profile('guru:ines.vidal'), profile('fiverr:other')]],
  ])('not by %s', async (_, observations) => {
    expect(await proposed(...observations)).toBeUndefined();
  });
});

describe('a proposal', () => {
  const both = [
    profile('guru:ines.vidal', { name: 'Inés Vidal', ...mail }),
    profile('fiverr:other', { name: 'Marek Dudek', ...mail }),
  ];
  const assessment = async (people: AccountKey[][] = []) =>
    (await assess(['guru:ines.vidal'], evidenceOf(both, people)))[0] as Awaited<ReturnType<typeof assess>>[0];
  const decision = (kind: 'same-person' | 'not-same-person') => ({
    kind,
    account: 'fiverr:other',
    other: 'guru:ines.vidal',
    at: seenAt,
    id: 1,
  });

  it('stands beside the findings, until it is answered either way, and again when that is undone', async () => {
    const one = await assessment();
    expect(decided(one).proposals).toMatchObject([{ account: 'fiverr:other' }]);
    expect(decided(one, [decision('same-person')]).proposals).toEqual([]);
    expect(decided(one, [decision('not-same-person')]).proposals).toEqual([]);
  });

  it('that is confirmed answers the shared contact, and lets the profiles be compared', async () => {
    const flags = ({ findings }: { findings: readonly { flag: string }[] }) => findings.map(({ flag }) => flag);
    expect(flags(await assessment())).toEqual(['shared-contact']);
    const confirmed = decided(await assessment([['guru:ines.vidal', 'fiverr:other']]), [decision('same-person')]);
    expect(flags(confirmed)).toEqual(['conflicting-profiles']);
    expect(confirmed.setAside.map(({ finding }) => finding.flag)).toEqual(['shared-contact']);
  });
});
