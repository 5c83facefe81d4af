import { describe, expect, it } from 'vitest';
import { parseHere, parseMarks, parseRequest } from '../../lib/protocol/messages.ts';

describe('a request', () => {
  it.each([
    { type: 'page-read', reading: { anything: true } },
    { type: 'explain', site: 'freelancer', account: 'ada' },
    { type: 'mark', site: 'freelancer', accounts: ['ada', 'ben'] },
    { type: 'any-page', reading: { anything: true } },
    { type: 'keep-text', text: 'Dear client', url: 'https://mail.example/', whose: { name: 'Ada Okafor' } },
  ])('of type $type is understood', (request) => {
    expect(parseRequest(request)).toEqual(request);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'page-read'],
    ['another type', { type: 'delete-everything' }],
    ['no account', { type: 'explain', site: 'freelancer' }],
    ['an account that is no text', { type: 'explain', site: 'freelancer', account: 7 }],
    ['a text of nobody', { type: 'keep-text', text: 'Dear client', url: 'https://mail.example/', whose: {} }],
    [
      'a text longer than any that is kept',
      { type: 'keep-text', text: 'a'.repeat(20_001), url: '', whose: { name: 'Ada' } },
    ],
    ['more accounts than a page can have', { type: 'mark', site: 'freelancer', accounts: Array(5000).fill('a') }],
  ])('that is %s is refused', (_, message) => {
    expect(() => parseRequest(message)).toThrow();
  });
});

describe('a reply', () => {
  const coverage = { bids: 1, projects: 1, reviews: 0, profiles: 0, messages: 0 };
  it('with marks is understood', () => {
    const mark = { site: 'freelancer', account: 'ada', level: 'not-enough-seen', coverage, findings: [] };
    expect(parseMarks({ type: 'marks', marks: [mark] })).toEqual({ type: 'marks', marks: [mark] });
  });
  it.each([
    ['nothing at all', undefined],
    [
      'a level nobody knows',
      { type: 'marks', marks: [{ site: 's', account: 'a', level: 'guilty', coverage, findings: [] }] },
    ],
    ['half a mark', { type: 'marks', marks: [{ site: 's', account: 'a' }] }],
  ])('that is %s is refused', (_, message) => {
    expect(() => parseMarks(message)).toThrow();
  });
});

describe('the popup and the page', () => {
  it('know each other', () => {
    expect(parseHere({ site: 'freelancer', accounts: ['ada'] })).toEqual({ site: 'freelancer', accounts: ['ada'] });
    expect(() => parseHere(undefined)).toThrow();
  });
});
