import { describe, expect, it } from 'vitest';
import { askWorker, type PageRequestName } from '../../lib/overlay/ask-worker.ts';
import type { Request } from '../../lib/protocol/messages.ts';

const page = { page: 'bids', read: 'whole', missing: [], found: {}, of: {} };
const about = { site: 'freelancer', account: 'ada' };
const fields = {
  'warm-up': { url: 'https://www.freelancer.com/' },
  'page-read': { reading: { site: 'freelancer', url: 'https://www.freelancer.com/' } },
  'open-frame': about,
} as const;
const ask = (name: PageRequestName, reply: unknown) =>
  askWorker({ send: async () => reply, isGone: () => false }, name, fields[name]);

describe('an answer of the worker', () => {
  it.each<[PageRequestName, object]>([
    ['warm-up', { type: 'warm-up', styles: { badge: '', frame: '', line: '' } }],
    ['page-read', { type: 'page-read', badges: [{ account: 'ada', badge: { words: 'Look closer' } }], page }],
    ['open-frame', { type: 'open-frame', token: 'x' }],
  ])('to %s is taken when it is what was asked for', async (name, reply) => {
    let asked: Request | undefined;
    const send = async (request: Request) => {
      asked = request;
      return reply;
    };
    expect(await askWorker({ send, isGone: () => false }, name, fields[name])).toBe(reply);
    expect(asked).toEqual({ type: name, ...fields[name] });
  });

  it('that is a problem says which, and whether asking again may help', async () => {
    const problem = { type: 'problem', problem: 'The database is full.', temporary: true };
    await expect(ask('open-frame', problem)).rejects.toMatchObject({
      message: 'The database is full.',
      temporary: true,
    });
    await expect(ask('open-frame', { ...problem, temporary: false })).rejects.toMatchObject({ temporary: false });
  });

  it.each([
    undefined,
    null,
    'page-read',
    { type: 'open-frame' },
    { type: 'open-frame', token: 'x' },
    { type: 'page-read', badges: [{ account: 'ada', badge: { words: 7 } }], page },
    { type: 'page-read', badges: 'none', page },
    { type: 'page-read', badges: [{ account: 7, badge: [] }], page },
    { type: 'page-read', badges: [] },
  ])('that is %j is refused', async (message) => {
    await expect(ask('page-read', message)).rejects.toThrow(/No reply/);
  });
});
