import { describe, expect, it } from 'vitest';
import { type MessageName, messages, parseReply, parseRequest } from '../../lib/protocol/messages.ts';
import type { Sender } from '../../lib/protocol/senders.ts';

const ownPage: Sender = { kind: 'own-page' };
const freelancerPage: Sender = { kind: 'site-page', site: 'freelancer', host: 'www.freelancer.com', tab: 1 };
const frame: Sender = { kind: 'frame', tab: 1, document: 'a' };

const reading = { site: 'freelancer', url: 'https://www.freelancer.com/projects/1', anything: true };
const ada = { site: 'freelancer', account: 'ada' };

/** One request of each kind, with who may send it: `own`, the page of the marketplace it is about, or our frame over one. */
const requests: { readonly [N in MessageName]: [request: object, from: 'own' | 'page' | 'frame'] } = {
  'warm-up': [{ url: 'https://www.freelancer.com/' }, 'page'],
  'page-read': [{ reading }, 'page'],
  'open-frame': [ada, 'page'],
  frame: [{ token: 'x' }, 'frame'],
  'press-in-frame': [{ token: 'x', action: 'fine', values: { reason: 'We met.' } }, 'frame'],
  report: [{ token: 'x' }, 'frame'],
  act: [{ ...ada, action: 'fine', values: { reason: 'We met.' } }, 'own'],
  'any-page': [{ reading: { ...reading, site: 'web' } }, 'own'],
  'keep-text': [{ text: 'Dear client', url: 'https://mail.example/', whose: { name: 'Ada Okafor' } }, 'own'],
  mark: [{ site: 'freelancer', accounts: ['ada', 'ben'] }, 'own'],
  assess: [{ accounts: ['freelancer:ada'] }, 'own'],
  search: [{ typed: 'ad' }, 'own'],
  totals: [{}, 'own'],
};
const cases = Object.entries(requests).map(([type, [fields, from]]) => ({ type, fields, from }));
const requestOf = (type: MessageName, more: object = {}) => ({ type, ...requests[type][0], ...more });

describe('a request', () => {
  it.each(cases)('$type is understood, from whom it may come', ({ type, fields, from }) => {
    const request = { type, ...fields };
    for (const [sender, may] of [
      [ownPage, from === 'own'],
      [freelancerPage, from === 'page'],
      [frame, from === 'frame'],
      [undefined, false],
    ] as const) {
      if (may) expect(parseRequest(request, sender)).toEqual(request);
      else expect(() => parseRequest(request, sender), JSON.stringify(sender)).toThrow(/Not theirs/);
    }
  });

  const upworkPage: Sender = { kind: 'site-page', site: 'upwork', host: 'www.upwork.com', tab: 2 };
  const readingOf = (more: object) => requestOf('page-read', { reading: { ...reading, ...more } });
  it.each<[string, object, Sender]>([
    ['an account of another marketplace', requestOf('open-frame', { site: 'upwork' }), freelancerPage],
    ['an action', requestOf('act'), freelancerPage],
    ['a reading that says it is of another', readingOf({ site: 'upwork' }), freelancerPage],
    ['a reading of a page of another', readingOf({ url: 'https://www.upwork.com/nx/x' }), freelancerPage],
    ['a reading of no page', readingOf({ url: 'javascript:alert(1)' }), freelancerPage],
    ['another’s reading, claimed', readingOf({}), upworkPage],
    ['a page of no marketplace', readingOf({ site: 'web', url: 'https://bank.example/' }), freelancerPage],
  ])('of a marketplace’s page that is about %s is refused', (_, request, sender) => {
    expect(() => parseRequest(request, sender)).toThrow(/Not theirs/);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'page-read'],
    ['another type', { type: 'delete-everything' }],
    ['a type that every object has', { type: 'constructor' }],
    ['a type that is no text', { type: ['search'], typed: '' }],
    ['a text of nobody', requestOf('keep-text', { whose: {} })],
    ['a text longer than any that is kept', requestOf('keep-text', { text: 'a'.repeat(20_001) })],
    ['an account that is no text', requestOf('act', { account: 7 })],
    ['an action nobody knows', requestOf('act', { action: 'delete' })],
    ['more accounts than a page can have', requestOf('mark', { accounts: Array(5000).fill('a') })],
  ])('that is %s is refused', (_, message) => {
    expect(() => parseRequest(message, ownPage)).toThrow();
  });

  it('carries nothing but what is asked for', () => {
    const request = parseRequest(JSON.parse('{"type":"search","typed":"a","more":1,"__proto__":{"x":1}}'), ownPage);
    expect(Object.entries(request).sort()).toEqual([
      ['type', 'search'],
      ['typed', 'a'],
    ]);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

describe('a reply', () => {
  const coverage = { bids: 1, projects: 1, reviews: 0, profiles: 0, messages: 0 };
  const mark = { site: 'freelancer', account: 'ada', level: 'not-enough-seen', coverage, findings: [] };

  it('is understood by what was asked', () => {
    const reply = { type: 'mark', marks: [mark] };
    expect(parseReply('mark', reply)).toEqual(reply);
    expect(() => parseReply('search', reply)).toThrow();
  });

  it('may be a problem instead, whatever was asked', () => {
    const problem = { type: 'problem', problem: 'The disk is full.', temporary: true };
    for (const name of Object.keys(messages)) expect(parseReply(name as MessageName, problem)).toEqual(problem);
  });

  it.each([
    ['nothing at all', undefined],
    ['a level nobody knows', { type: 'mark', marks: [{ ...mark, level: 'guilty' }] }],
    ['half a mark', { type: 'mark', marks: [{ site: 's', account: 'a' }] }],
    ['a problem without words', { type: 'problem' }],
  ])('that is %s is refused', (_, message) => {
    expect(() => parseReply('mark', message)).toThrow();
  });
});
