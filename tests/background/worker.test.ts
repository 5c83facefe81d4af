// The background worker from the first message on: what it opens, what it answers to whom, and what it leaves
// for later.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerMessage } from '../../entrypoints/background/handle-request.ts';
import { takeReading } from '../../entrypoints/background/take-reading.ts';
import { onceMade, Running } from '../../entrypoints/background/worker.ts';
import { fresh } from '../store/fresh.ts';
import { guruPage, ownPage, userOf, workerOf } from './worker-of.ts';

const reading = (more: object = {}) => ({
  site: 'guru',
  url: 'https://www.guru.com/pro/ProjectQuotes.aspx',
  seenAt: new Date().toISOString(),
  page: 'bids',
  sightings: [
    { kind: 'bid', ids: { project: '1', account: 'ada' }, said: { text: [{ by: 'state', value: 'I would.' }] } },
  ],
  ...more,
});

let errors: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  errors = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => errors.mockRestore());

describe('what is made once', () => {
  it('is kept', async () => {
    const make = vi.fn(async () => ({}));
    const get = onceMade(make);
    expect(await get()).toBe(await get());
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('and could not be made is made anew when it is asked for again', async () => {
    let isBroken = true;
    const get = onceMade(async () => {
      if (isBroken) throw new Error('Internal error opening backing store.');
      return 'open';
    });
    await expect(get()).rejects.toThrow('Internal error');
    await expect(get()).rejects.toThrow('Internal error');
    isBroken = false;
    expect(await get()).toBe('open');
  });

  it('is made once for all who ask meanwhile', async () => {
    const make = vi.fn(async () => ({}));
    const get = onceMade(make);
    const [a, b] = await Promise.all([get(), get()]);
    expect(a).toBe(b);
    expect(make).toHaveBeenCalledTimes(1);
  });
});

describe('work for later', () => {
  it('is done before it is idle, with what it brings along', async () => {
    const afterwards = new Running();
    const done: string[] = [];
    afterwards.add(
      (async () => {
        await null;
        done.push('first');
        afterwards.add(Promise.resolve().then(() => done.push('second')));
      })(),
    );
    await afterwards.idle();
    expect(done).toEqual(['first', 'second']);
  });

  it('that fails is for the console, and the rest goes on', async () => {
    const afterwards = new Running();
    afterwards.add(Promise.reject(new Error('The list could not be written.')));
    afterwards.add(Promise.resolve());
    await afterwards.idle();
    expect(errors).toHaveBeenCalledTimes(1);
  });
});

describe('a message', () => {
  it('is answered when the database opens at the second try, and says so at the first', async () => {
    const { store, db } = await fresh();
    const worker = workerOf(store, userOf(store, db));
    let isBroken = true;
    worker.store = onceMade(async () => {
      if (isBroken) throw new Dexie.OpenFailedError();
      return store;
    });
    const message = { type: 'page-read', reading: reading() };
    expect(await answerMessage(message, guruPage, worker)).toMatchObject({
      type: 'problem',
      problem: expect.stringContaining('cannot open Hireflag’s database just now'),
      temporary: true,
    });
    isBroken = false;
    expect(await answerMessage(message, guruPage, worker)).toMatchObject({
      type: 'page-read',
      badges: [{ account: 'ada' }],
    });
    await worker.afterwards.idle();
    expect(await store.everyone()).toEqual(['guru:ada']);
  });

  it.each<[string, unknown, Parameters<typeof answerMessage>[1]]>([
    ['nobody', { type: 'totals' }, undefined],
    ['a page, for everyone who was seen', { type: 'search', typed: 'ada' }, guruPage],
    ['a page, for an account of another marketplace', { type: 'open-frame', site: 'upwork', account: '~01' }, guruPage],
    ['a page, about another marketplace', { type: 'page-read', reading: reading({ site: 'upwork' }) }, guruPage],
    ['an own page that is of another version', { type: 'wake' }, ownPage],
  ])('from %s, is refused and changes nothing', async (_, message, sender) => {
    const { store, db } = await fresh();
    const answer = await answerMessage(message, sender, workerOf(store, userOf(store, db)));
    expect(answer).toMatchObject({ type: 'problem', temporary: false });
    expect(await db.observations.count()).toBe(0);
  });

  it('about those of a page who are new is answered about them, and about nobody who is not on it', async () => {
    const { store, db } = await fresh();
    const worker = workerOf(store, userOf(store, db));
    const { sightings } = reading();
    const bert = { ...sightings[0], ids: { project: '1', account: 'bert' } };
    const message = {
      type: 'page-read',
      reading: reading({ sightings: [...sightings, bert] }),
      about: ['bert', 'cleo'],
    };
    const reply = await answerMessage(message, guruPage, worker);
    expect(reply).toMatchObject({ type: 'page-read', badges: [{ account: 'bert' }] });
    expect(reply).not.toHaveProperty('line');
    expect(reply).toHaveProperty('badges.length', 1);
    // All of it is stored.
    expect(await db.observations.count()).toBeGreaterThanOrEqual(2);
  });

  it('with a reading that is none is refused for good', async () => {
    const { store, db } = await fresh();
    const message = { type: 'page-read', reading: reading({ page: 'shop' }) };
    expect(await answerMessage(message, guruPage, workerOf(store, userOf(store, db)))).toMatchObject({
      type: 'problem',
      temporary: false,
    });
  });
});

describe('a reading is dated by the worker’s clock', () => {
  const now = Date.parse('2026-10-02T09:30:00.000Z');
  it.each([
    ['now', '2026-10-02T09:30:00.000Z', '2026-10-02T09:30:00.000Z'],
    ['a quarter of an hour ago: it waited for the worker', '2026-10-02T09:15:00.000Z', '2026-10-02T09:15:00.000Z'],
    ['then, in another zone', '2026-10-02T11:15:00.000+02:00', '2026-10-02T09:15:00.000Z'],
    ['in the future', '9999-01-01T00:00:00.000Z', '2026-10-02T09:30:00.000Z'],
    ['long ago', '2020-01-01T00:00:00.000Z', '2026-10-02T09:30:00.000Z'],
  ])('where it says %s', (_, seenAt, at) => {
    expect(takeReading(reading({ seenAt }), now)).toMatchObject({ reading: { seenAt: at } });
  });
});

const guruProfile = 'https://www.guru.com/freelancers/ada-lane';

describe('a page that waits for a click', () => {
  it('is not to be read before, which the toolbar says, and is to be read after it', async () => {
    const { store, db } = await fresh();
    const user = userOf(store, db);
    user.settings = { ...user.settings, readOnClickSites: ['guru'] };
    const worker = workerOf(store, user);
    const shown: unknown[] = [];
    worker.showNumber = (tab, sign) => shown.push(tab, sign);
    const before = await answerMessage({ type: 'warm-up', url: guruProfile, clicked: false }, guruPage, worker);
    expect(before).toMatchObject({ type: 'problem', temporary: false });
    expect(shown).toEqual([1, '…']);
    const after = await answerMessage({ type: 'warm-up', url: guruProfile, clicked: true }, guruPage, worker);
    expect(after).toMatchObject({ type: 'warm-up', styles: { badge: expect.any(String) } });
  });
});

it('a page of a marketplace on which Hireflag is paused is not to be read, whatever was clicked', async () => {
  const { store, db } = await fresh();
  const user = userOf(store, db);
  user.settings = { ...user.settings, sitesOff: ['guru'] };
  const worker = workerOf(store, user);
  const shown: unknown[] = [];
  worker.showNumber = (tab, sign) => shown.push(tab, sign);
  const answer = await answerMessage({ type: 'warm-up', url: guruProfile, clicked: true }, guruPage, worker);
  expect(answer).toMatchObject({ type: 'problem', temporary: false });
  expect(shown).toEqual([1, '‖']);
});

describe('the toolbar', () => {
  it.each([
    [{}, 0],
    [{ sitesOff: ['guru'] }, '‖'],
    [{ toolbarNumber: false }, undefined],
  ] as const)(
    'with %j says of a page how many ask for attention, or that it is paused there',
    async (settings, said) => {
      const { store, db } = await fresh();
      const user = userOf(store, db);
      user.settings = { ...user.settings, ...settings } as typeof user.settings;
      const worker = workerOf(store, user);
      const shown: unknown[] = [];
      worker.showNumber = (tab, number) => shown.push(tab, number);
      await answerMessage({ type: 'page-read', reading: reading() }, guruPage, worker);
      await worker.afterwards.idle();
      expect(shown).toEqual(said === undefined ? [] : [1, said]);
    },
  );
});
