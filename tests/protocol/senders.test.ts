import { describe, expect, it } from 'vitest';
import { senderOf } from '../../lib/protocol/senders.ts';
import { siteFor } from '../../lib/sites/registry.ts';

const own = { id: 'hireflag', base: 'chrome-extension://hireflag/', isPrivate: false };
const from = (sender: object) => senderOf(sender, own, (url) => siteFor(url)?.id);

describe('a message comes', () => {
  it.each(['popup.html', 'popup.html?tab=3', 'dashboard.html#/developers', 'practice.html'])(
    'from Hireflag’s own page %s',
    (page) => {
      expect(from({ id: 'hireflag', url: own.base + page, origin: 'chrome-extension://hireflag' })).toEqual({
        kind: 'own-page',
      });
    },
  );

  it.each([
    ['https://www.freelancer.com/projects/1?x=2#y', 'freelancer', 'www.freelancer.com'],
    ['https://www.freelancer.in/u/ada', 'freelancer', 'www.freelancer.in'],
    ['https://github.com/ada', 'github', 'github.com'],
  ])('from the script in a page of a marketplace: %s', (url, site, host) => {
    expect(from({ id: 'hireflag', url, origin: new URL(url).origin })).toEqual({ kind: 'site-page', site, host });
    // A page in a sandbox has no origin, Firefox before 126 does not say it.
    expect(from({ id: 'hireflag', url, origin: 'null' })).toEqual({ kind: 'site-page', site, host });
    expect(from({ id: 'hireflag', url })).toEqual({ kind: 'site-page', site, host });
  });

  it.each([
    ['another extension', { id: 'other', url: 'https://www.freelancer.com/' }],
    ['another extension’s page', { id: 'hireflag', url: 'chrome-extension://hireflagged/popup.html' }],
    ['an address that only begins alike', { id: 'hireflag', url: 'https://x.example/chrome-extension://hireflag/' }],
    ['a page of no marketplace', { id: 'hireflag', url: 'https://freelancer.com.evil.example/' }],
    ['a file', { id: 'hireflag', url: 'file:///home/ada/www.freelancer.com' }],
    [
      'a page whose origin is another',
      { id: 'hireflag', url: 'https://www.upwork.com/', origin: 'https://evil.example' },
    ],
    ['a private window', { id: 'hireflag', url: 'https://www.upwork.com/', tab: { incognito: true } }],
    ['no address', { id: 'hireflag' }],
    ['nobody', {}],
  ])('from %s: it is not answered', (_, sender) => {
    expect(from(sender)).toBeUndefined();
  });

  it('from a private window: the background of private windows answers it', () => {
    const sender = { id: 'hireflag', url: 'https://www.upwork.com/', tab: { incognito: true } };
    const answered = senderOf(sender, { ...own, isPrivate: true }, (url) => siteFor(url)?.id);
    expect(answered).toMatchObject({ kind: 'site-page', site: 'upwork' });
  });
});
