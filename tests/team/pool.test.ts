// The pool of a team on a real nats-server, over a WebSocket with TLS, under the rights that members have.
import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../lib/model/observation.ts';
import { patiently, rowsOf, teamOf } from './pool-of.ts';

const SEEN = '2026-11-27T10:00:00.000Z';
const bid = (
  account: string,
  project = '77',
  more: Partial<Extract<Observation, { kind: 'bid' }>> = {},
): Observation => ({
  kind: 'bid',
  site: 'freelancer',
  seenAt: SEEN,
  project,
  account,
  text: `I am ${account} and I have read your post ${project} twice, with care and at leisure.`,
  ...more,
});

describe('two browsers', () => {
  it('know what either read, to the byte, whatever the order', async () => {
    const team = await teamOf(['ana', 'ben']);
    const [ana, ben] = [await team.member('ana'), await team.member('ben')];
    await ana.store.remember([
      bid('quietharbor'),
      { kind: 'project', site: 'freelancer', seenAt: SEEN, project: '77', title: 'A quay', client: 'wharfinger' },
      {
        kind: 'profile',
        site: 'freelancer',
        seenAt: SEEN,
        account: 'quietharbor',
        role: 'freelancer',
        name: 'Q. Harbor',
      },
    ]);
    await ben.store.remember([
      bid('quietharbor', '77', { seenAt: '2026-11-27T12:00:00.000Z', amount: 90, currency: 'EUR' }),
      bid('saltmarsh', '78'),
      {
        kind: 'review',
        site: 'freelancer',
        seenAt: SEEN,
        from: 'wharfinger',
        fromRole: 'client',
        to: 'saltmarsh',
        text: 'Well done.',
      },
    ]);
    expect(await ana.burst()).toMatchObject({ sent: 3, more: false });
    expect(await ben.burst()).toMatchObject({ sent: 3, received: 3, more: false });
    expect(await ana.burst()).toMatchObject({ sent: 0, more: false });
    expect((await rowsOf(ana.store)).length).toBe(5);
    expect(await rowsOf(ana.store)).toEqual(await rowsOf(ben.store));
    expect(await ana.burst()).toEqual({ sent: 0, received: 0, news: 0, more: false });
    expect(await ana.store.status()).toMatchObject({ sent: 3, refused: {} });
    expect((await ana.store.status()).problem).toBeUndefined();
    // What the server keeps names nobody.
    const files = readdirSync(team.server.folder, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    for (const file of files) {
      const text = readFileSync(join(file.parentPath, file.name), 'latin1');
      for (const word of ['quietharbor', 'freelancer', 'read your post'])
        expect(text.includes(word), file.name).toBe(false);
    }
  });

  it('never send what was written to the user, which pages they read, and what is of no marketplace', async () => {
    const team = await teamOf(['ana', 'ben']);
    const [ana, ben] = [await team.member('ana'), await team.member('ben')];
    await ana.store.remember([
      {
        kind: 'message',
        site: 'guru',
        seenAt: SEEN,
        thread: '1',
        account: 'q',
        mine: false,
        text: 'Write to me elsewhere.',
      },
      { kind: 'page', site: 'guru', seenAt: SEEN, page: 'bids', read: 'whole', url: 'https://www.guru.com/x' },
      { kind: 'profile', site: 'web', seenAt: SEEN, account: 'quay.example/q', role: 'freelancer', name: 'Q' },
    ]);
    expect(await ana.store.outgoing.waiting()).toBe(0);
    await ana.burst();
    expect((await ben.burst()).received).toBe(0);
    expect(await ben.store.count()).toBe(0);
  });

  it('send what was stored before only where the user wants it', async () => {
    const team = await teamOf(['ana', 'ben', 'cid']);
    const [ana, ben, cid] = [await team.member('ana'), await team.member('ben'), await team.member('cid')];
    for (const { store } of [ana, ben]) await store.leave();
    const many = Array.from({ length: 1_200 }, (_, i) => bid(`a${i}`, `${i % 40}`));
    await ana.store.remember(many);
    await ben.store.remember([bid('only-bens')]);
    await ana.store.join({ ...team.invitation, seed: ana.seed }, true);
    await ben.store.join({ ...team.invitation, seed: ben.seed }, false);
    expect(await ana.burst()).toMatchObject({ sent: 1_200, more: false });
    expect(await ben.burst()).toMatchObject({ sent: 0, received: 1_200 });
    await cid.burst();
    expect(await cid.store.count()).toBe(1_200);
    expect(await rowsOf(cid.store)).toEqual(await rowsOf(ana.store));
  });

  it('lose nothing when they are ended between sending and noting it, and double nothing', async () => {
    const team = await teamOf(['ana', 'ben']);
    const [ana, ben] = [await team.member('ana'), await team.member('ben')];
    await ana.store.remember(Array.from({ length: 700 }, (_, i) => bid(`a${i}`)));
    // Sent, and the worker was ended before it could note so: the next sends all of it again.
    const sent = ana.store.outgoing.sent.bind(ana.store.outgoing);
    ana.store.outgoing.sent = async () => {
      throw new Error('ended');
    };
    expect((await ana.burst()).problem).toBe('other');
    ana.store.outgoing.sent = sent;
    expect(await ana.burst()).toMatchObject({ sent: 700, more: false });
    await ben.burst();
    expect(await ben.store.count()).toBe(700);
    expect((await ben.store.status()).received).toBe(700);
  });

  it('go on where they were when they are ended again and again while a large pool is read, and read no part twice', async () => {
    const team = await teamOf(['ana', 'ben']);
    const [ana, ben] = [await team.member('ana'), await team.member('ben')];
    // Long enough that a letter holds no more than twenty of them.
    const text = 'I have read your post. '.repeat(125);
    const many = Array.from({ length: 4_300 }, (_, i) => bid(`a${i % 900}`, `${i}`, { text }));
    await ana.store.remember(many);
    expect(await ana.burst()).toMatchObject({ sent: many.length, more: false });
    const begunAt: number[] = [];
    let last = Number.POSITIVE_INFINITY;
    const open: typeof patiently = async (server, seed) => {
      const link = await patiently(server, seed);
      last = link.last;
      const read: typeof link.read = (after, take, of) => {
        if (!of) begunAt.push(after);
        return link.read(after, take, of);
      };
      return { ...link, read };
    };
    let ends = 0;
    for (let more = true; more; ) {
      let ended: Promise<void> | undefined;
      // The part after the one that is done is on its way by then, and its writing begins.
      const progress = () => {
        ended ??= ben.end();
      };
      more = (await ben.burst({ open, progress })).more || ended !== undefined;
      await ended;
      if (ended) ends += 1;
      // The whole was read, and the last part was noted before the end.
      const position = await ben.store.entry('position');
      if ((position?.sequence ?? 0) >= last) more = false;
    }
    expect(ends).toBeGreaterThan(2);
    expect(begunAt).toEqual([...new Set(begunAt)].sort((a, b) => a - b));
    await ben.burst();
    expect((await ben.store.status()).received).toBe(many.length);
    expect(await rowsOf(ben.store)).toEqual(await rowsOf(ana.store));
  });

  it('count one thing that is seen again and again as one, with its first and its last time', async () => {
    const team = await teamOf(['ana', 'ben']);
    const [ana, ben] = [await team.member('ana'), await team.member('ben')];
    for (const hour of ['12', '10', '15', '11', '13']) {
      await ana.store.remember([bid('q', '1', { seenAt: `2026-11-27T${hour}:00:00.000Z` })]);
    }
    expect(await ana.store.outgoing.waiting()).toBe(1);
    expect((await ana.burst()).sent).toBe(2);
    await ben.burst();
    expect(await rowsOf(ben.store)).toEqual(await rowsOf(ana.store));
  });
});

describe('a disk', () => {
  it('that is full is said so, what is read here still goes out, and reading goes on where it was', async () => {
    const team = await teamOf(['ana', 'ben']);
    const [ana, ben] = [await team.member('ana'), await team.member('ben')];
    await ana.store.remember([bid('quietharbor')]);
    await ana.burst();
    const take = ben.store.takeFromPool.bind(ben.store);
    ben.store.takeFromPool = async () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    expect((await ben.burst()).problem).toBe('disk-full');
    expect(await ben.store.status()).toMatchObject({ problem: 'disk-full', received: 0 });
    expect((await ben.store.remember([bid('saltmarsh')])).added).toBe(1);
    ben.store.takeFromPool = take;
    expect(await ben.burst()).toMatchObject({ received: 1, sent: 1 });
    expect((await ben.store.status()).problem).toBeUndefined();
    await ana.burst();
    expect(await rowsOf(ben.store)).toEqual(await rowsOf(ana.store));
  });
});

describe('a server', () => {
  it('that is down, that knows the key no more, or that is full is said so, and what was read stays here', async () => {
    const team = await teamOf(['ana', 'ben'], { maxBytes: 40_000 });
    const ana = await team.member('ana');
    await ana.store.remember([bid('q')]);
    await team.server.kill();
    expect((await ana.burst()).problem).toBe('unreachable');
    const since = (await ana.store.status()).problemSince;
    await ana.burst();
    expect((await ana.store.status()).problemSince).toBe(since);
    await team.server.restart();
    expect(await ana.burst()).toMatchObject({ sent: 1 });
    expect((await ana.store.status()).problem).toBeUndefined();

    const noise = () => Array.from({ length: 8 }, () => crypto.randomUUID()).join(' ');
    await ana.store.remember(Array.from({ length: 400 }, (_, i) => bid(`n${i}`, '1', { text: noise() })));
    expect((await ana.burst()).problem).toBe('full');
    const left = await ana.store.outgoing.waiting();
    expect(left).toBeGreaterThan(50);
    expect((await ana.burst()).problem).toBe('full');
    expect(await ana.store.outgoing.waiting()).toBe(left);

    await team.admit(['ben']);
    expect((await ana.burst()).problem).toBe('refused');
    await ana.store.remember([bid('still-here')]);
    expect(await ana.store.outgoing.waiting()).toBe(left + 1);
    expect(await ana.store.count()).toBe(402);
  });

  it('that lost what it had gets everything again', async () => {
    const team = await teamOf(['ana', 'ben']);
    const [ana, ben] = [await team.member('ana'), await team.member('ben')];
    await ana.store.remember([bid('q'), bid('r')]);
    await ana.burst();
    await ben.burst();
    await team.lose();
    await team.publish(team.roster(['ana', 'ben']));
    await ana.store.remember([bid('s')]);
    expect(await ana.burst()).toMatchObject({ sent: 3, more: false });
    const cid = await team.member('ben');
    await cid.burst();
    expect(await cid.store.count()).toBe(3);
  });
});
