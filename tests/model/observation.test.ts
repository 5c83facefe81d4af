import { describe, expect, it } from 'vitest';
import { MAX_TEXT } from '../../lib/model/limits.ts';
import { parseObservation } from '../../lib/model/observation.ts';

const bid = {
  kind: 'bid',
  site: 'freelancer',
  seenAt: '2026-10-05T08:00:00.000Z',
  project: '77',
  account: 'quietharbor',
};
const parsed = (value: unknown) => {
  const result = parseObservation(value);
  return 'observation' in result ? result.observation : result.problem;
};

describe('the border', () => {
  it('lets a plain observation through as it is', () => {
    expect(parsed({ ...bid, text: 'Hello', amount: 250, currency: 'EUR', days: 7 })).toEqual({
      ...bid,
      text: 'Hello',
      amount: 250,
      currency: 'EUR',
      days: 7,
    });
  });

  it('reads null and empty as not seen', () => {
    expect(parsed({ ...bid, text: '', amount: null })).toEqual(bid);
    expect(
      parsed({ ...bid, kind: 'profile', role: 'freelancer', project: undefined, location: { country: null } }),
    ).toEqual({
      kind: 'profile',
      site: 'freelancer',
      seenAt: bid.seenAt,
      account: 'quietharbor',
      role: 'freelancer',
      location: {},
    });
  });

  it('writes moments alike, so that they are in order as texts', () => {
    const at = (seenAt: string) => parsed({ ...bid, seenAt });
    for (const same of ['2026-10-05T08:00:00Z', '2026-10-05T08:00Z', '2026-10-05T03:00:00-05:00']) {
      expect(at(same)).toEqual(bid);
    }
    expect(at('2026-10-05')).toMatch(/seenAt/);
    expect(at('9999-12-31T23:59:59-14:00')).toMatch(/seenAt/);
  });

  it('keeps a time as precisely as it is known', () => {
    const submitted = (submittedAt: string) => parsed({ ...bid, submittedAt });
    for (const time of ['2026-10-04T08:12:00Z', '2026-10-04', '2026-10', '2026', '2026-02/2026-03']) {
      expect(submitted(time)).toMatchObject({ submittedAt: time });
    }
    expect(submitted('2026-10-04T10:12:00.000+02:00')).toMatchObject({ submittedAt: '2026-10-04T08:12:00Z' });
    expect(submitted('2026-10-04T00:00:00Z')).toMatchObject({ submittedAt: '2026-10-04' });
    expect(submitted('last week')).toMatch(/submittedAt/);
  });

  it('keeps the words of a period that are no time, and leaves out a beginning that is none', () => {
    const profile = { ...bid, kind: 'profile', role: 'freelancer', project: undefined };
    expect(
      parsed({
        ...profile,
        memberSince: '2019-03-01/2019-03-31',
        education: [{ school: 'Harbour Town University', from: '2009', to: 'autumn 2014' }],
      }),
    ).toMatchObject({
      memberSince: '2019-03',
      education: [{ school: 'Harbour Town University', from: '2009', to: 'autumn 2014' }],
    });
    expect(parsed({ ...profile, memberSince: 'for ages' })).not.toHaveProperty('memberSince');
  });

  it('drops fields it does not know', () => {
    expect(parsed({ ...bid, isAdmin: true, __proto__x: 1 })).toEqual(bid);
  });

  it('cuts what is too long and mends what is not well-formed', () => {
    expect(parsed({ ...bid, text: 'x'.repeat(1_000_000) })).toMatchObject({ text: 'x'.repeat(MAX_TEXT) });
    expect(parsed({ ...bid, text: 'half \ud83d of a pair' })).toMatchObject({ text: 'half \ufffd of a pair' });
    expect(parsed({ ...bid, kind: 'profile', role: 'client', skills: Array(5000).fill('PHP') })).toMatchObject({
      skills: Array(200).fill('PHP'),
    });
  });

  it.each([
    ['no object', 42, /./],
    ['null', null, /./],
    ['a list', [bid], /./],
    ['an unknown kind', { ...bid, kind: 'rumour' }, /kind/],
    ['no account', { ...bid, account: undefined }, /account/],
    ['an id with a line break', { ...bid, account: 'a\nb' }, /account/],
    ['an id of 300 characters', { ...bid, account: 'a'.repeat(300) }, /account/],
    ['a time that is none', { ...bid, seenAt: 'yesterday' }, /seenAt: not a moment/],
    ['a time of an offer that is none', { ...bid, submittedAt: 'yesterday' }, /submittedAt: not a time/],
    ['an amount that is no number', { ...bid, amount: '250' }, /amount/],
    ['an amount below zero', { ...bid, amount: -1 }, /amount/],
    ['an endless amount', { ...bid, amount: Number.POSITIVE_INFINITY }, /amount/],
    ['a currency that is none', { ...bid, currency: 'rupees' }, /currency/],
    ['a rate above one', { ...bid, kind: 'profile', role: 'client', stats: { onTime: 96 } }, /stats.onTime/],
    ['a site with a slash', { ...bid, site: 'a/b' }, /site/],
  ])('refuses %s and names the field', (_, value, problem) => {
    const result = parseObservation(value);
    expect('problem' in result && result.problem).toMatch(problem);
  });
});
