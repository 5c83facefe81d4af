// Whom an account outside the marketplaces stands for: never anybody of another host.
import { describe, expect, it } from 'vitest';
import { parseObservation } from '../../lib/model/observation.ts';
import { handle, namedAccount, namedAt, standsAt, unnamedAt, webAccount } from '../../lib/model/web-account.ts';

const page = new URL('https://www.atelier.example/team/?tab=people#top');
const long = 'x'.repeat(5_000);

describe('an account on a page', () => {
  it.each([
    ['their own address', ['https://atelier.example/team/ada'], 'atelier.example/team/ada'],
    ['a relative one', ['/team/ada/'], 'atelier.example/team/ada'],
    ['an id in a fragment', ['https://atelier.example/#/schema/person/7'], 'atelier.example#/schema/person/7'],
    ['a fragment of the page', ['#ada'], 'atelier.example/team#ada'],
    ['a query, without what only tracks', ['/p?utm_source=x&id=7'], 'atelier.example/p?id=7'],
    ['no address', [], 'atelier.example/team#ada okafor'],
    ['the start page, which is nobody’s', ['https://www.atelier.example/'], 'atelier.example/team#ada okafor'],
    ['an address of another host', ['https://elsewhere.example/ada'], 'atelier.example/team#ada okafor'],
    ['an address of a marketplace', ['https://www.upwork.com/freelancers/~01'], 'atelier.example/team#ada okafor'],
    ['a host that ends alike', ['https://evil-atelier.example/ada'], 'atelier.example/team#ada okafor'],
    ['a blank node', ['_:b0'], 'atelier.example/team#ada okafor'],
    ['what runs', ['javascript:alert(1)'], 'atelier.example/team#ada okafor'],
    ['the second address, where the first is of another host', ['https://x.example/a', '/ada'], 'atelier.example/ada'],
  ])('with %s', (_, said, account) => {
    expect(webAccount(page, said, 'Ada  Okafor\n')).toBe(account);
  });

  it('is an id that may be stored, whatever the page says', () => {
    const accounts = [
      webAccount(page, [`/${long}`]),
      webAccount(page, [], long),
      webAccount(page, [], '\ud83d\u0000\u202e Ada'),
      webAccount(new URL(`https://${'a.'.repeat(120)}example/${long}`), [], 'Ada'),
      unnamedAt(page, long),
      namedAt('atelier.example/team/ada', long),
    ];
    for (const account of accounts) {
      const profile = { kind: 'profile', site: 'web', seenAt: '2026-10-02T09:30:00.000Z', account, role: 'freelancer' };
      expect(parseObservation(profile), account).toHaveProperty('observation');
    }
  });

  it('that is cut stays another than one that begins alike', () => {
    expect(webAccount(page, [`/${long}a`])).not.toBe(webAccount(page, [`/${long}b`]));
  });
});

describe('a name that the user typed', () => {
  it('is an account that no page can give anybody', () => {
    expect(namedAccount(' Ada\tOkafor ')).toBe('#ada okafor');
    expect(webAccount(new URL('https://x.example/'), ['#ada okafor'], 'Ada Okafor')).not.toBe('#ada okafor');
  });
});

describe('a page', () => {
  it.each([
    ['atelier.example/team', true],
    ['atelier.example/team#ada okafor', true],
    ['atelier.example/team?id=7', true],
    ['atelier.example/team/ada', false],
    ['atelier.example', false],
    ['#ada okafor', false],
  ])('of %s is known by its address: %s', (account, is) => {
    expect(standsAt(account, 'https://www.atelier.example/team/')).toBe(is);
  });
});

it.each([
  ['guru:ada', '@ada'],
  ['okta:ada@quay.example', 'ada@quay.example'],
  ['web:quay.example/about', 'quay.example/about'],
])('%s is written %s', (key, words) => {
  expect(handle(key)).toBe(words);
});
