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
    const page = { kind: 'site-page', site, host, tab: 7 };
    const tab = { id: 7 };
    expect(from({ id: 'hireflag', url, origin: new URL(url).origin, tab })).toEqual(page);
    // A page in a sandbox has no origin, Firefox before 126 does not say it.
    expect(from({ id: 'hireflag', url, origin: 'null', tab })).toEqual(page);
    expect(from({ id: 'hireflag', url, tab })).toEqual(page);
  });

  it('from our frame, which any page of a marketplace may hold, and which is no page of our own', () => {
    const url = `${own.base}panel.html?x#y`;
    const frame = { id: 'hireflag', url, tab: { id: 7 }, frameId: 3 };
    expect(from({ ...frame, documentId: 'AB' })).toEqual({ kind: 'frame', tab: 7, document: 'AB' });
    expect(from(frame)).toEqual({ kind: 'frame', tab: 7, document: '3' });
    expect(from({ id: 'hireflag', url, tab: { id: 7 }, frameId: 0 })).toMatchObject({ kind: 'frame' });
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
    ['a page of our own that stands in another', { id: 'hireflag', url: `${own.base}dashboard.html`, frameId: 3 }],
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
