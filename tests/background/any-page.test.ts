// Reading a page of no marketplace, from the popup's message to what is stored and shown.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerMessage } from '../../entrypoints/background/handle-request.ts';
import type { UserContext } from '../../entrypoints/background/user-context.ts';
import type { Worker } from '../../entrypoints/background/worker.ts';
import { projections } from '../../lib/evidence/projections/registry.ts';
import type { Message } from '../../lib/model/observation.ts';
import { type RequestFields, workerBehind } from '../../lib/protocol/messages.ts';
import type { Reading } from '../../lib/reading/reading.ts';
import { defaultSettings } from '../../lib/settings/settings.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { Store } from '../../lib/store/store.ts';
import { ownPage, userOf, workerOf } from './worker-of.ts';

let db: HireflagDatabase;
let store: Store;
let user: UserContext;
let worker: Worker;

beforeEach(async () => {
  store = await Store.open({ name: 'any-page-test', projections });
  db = new HireflagDatabase('any-page-test');
  user = userOf(store, db);
  worker = workerOf(store, user);
});
afterEach(async () => {
  store.close();
  db.close();
  await Dexie.delete('any-page-test');
});

const ask = workerBehind((message) => answerMessage(message, ownPage, worker));
const read = (more: Partial<Reading> = {}) => ask('any-page', { reading: reading(more) });
const keep = (
  whose: RequestFields<'keep-text'>['whose'],
  text = 'Dear client, I rebuilt a greenhouse.',
  url = 'https://mail.example/inbox/7?s=1',
) => ask('keep-text', { text, url, whose });

const reading = (more: Partial<Reading>): Reading => ({
  site: 'web',
  url: 'https://atelier.example/team/ada',
  seenAt: '2026-10-02T09:30:00.000Z',
  page: 'profile',
  sightings: [
    {
      kind: 'profile',
      ids: { account: 'atelier.example/team/ada' },
      said: {
        name: [{ by: 'state', value: 'Ada Okafor' }],
        about: [{ by: 'state', value: 'I build sites.' }],
        rating: [{ by: 'state', value: '4.5/5' }],
        reviewCount: [{ by: 'state', value: '8' }],
      },
    },
  ],
  ...more,
});
const stored = async () => (await db.observations.toArray()).map(({ body }) => body);

describe('a page', () => {
  it('that describes somebody tells who was read, which fields, and what was not', async () => {
    expect(await read()).toMatchObject({
      type: 'any-page',
      page: { read: 'part', missing: ['profile.headline', 'profile.links', 'reviews'], of: { reviews: 8 } },
      people: [
        { name: 'Ada Okafor', fields: ['name', 'about', 'stats'], mark: { account: 'atelier.example/team/ada' } },
      ],
    });
    expect((await stored()).map(({ kind, site }) => [kind, site])).toEqual([
      ['profile', 'web'],
      ['page', 'web'],
    ]);
    expect(await store.search('okafor', 5)).toHaveLength(1);
  });

  it('that is read again adds nothing twice', async () => {
    await read();
    await read({ seenAt: '2026-10-03T09:30:00.000Z' });
    expect(await stored()).toHaveLength(2);
  });

  it('that describes nobody is an answer too', async () => {
    expect(await read({ sightings: [] })).toMatchObject({ type: 'any-page', people: [], page: { read: 'not' } });
  });

  it('cannot pass for a marketplace’s', async () => {
    const [person] = reading({}).sightings;
    await read({ site: 'upwork', sightings: [{ ...person, ids: { account: '~01' } } as Reading['sightings'][number]] });
    expect((await stored()).map(({ site }) => site)).toEqual(['web', 'web']);
  });

  it('of a marketplace where Hireflag is paused is not remembered', async () => {
    user.settings = { ...defaultSettings, sitesOff: ['github'] };
    expect(await read({ url: 'https://github.com/orgs/quay' })).toMatchObject({ type: 'problem' });
    expect(await stored()).toEqual([]);
  });

  it('whose reading is none is refused in words', async () => {
    expect(await read({ page: 'shop' as never })).toMatchObject({ type: 'problem', temporary: false });
  });

  it('goes with the person when the person is forgotten', async () => {
    await read();
    await store.forget(['web:atelier.example/team/ada']);
    expect(await stored()).toEqual([]);
  });
});

describe('a selected text', () => {
  it('is kept, words and all, as a message by whom the user says', async () => {
    await read();
    const reply = await keep({ site: 'web', account: 'atelier.example/team/ada' });
    expect(reply).toMatchObject({ type: 'keep-text', marks: [{ coverage: { profiles: 1, messages: 1 } }] });
    const message = (await stored()).find((one): one is Message => one.kind === 'message');
    expect(message).toMatchObject({
      site: 'web',
      account: 'atelier.example/team/ada',
      thread: 'mail.example/inbox/7',
      url: 'https://mail.example/inbox/7',
      mine: false,
      text: 'Dear client, I rebuilt a greenhouse.',
    });
  });

  it('is compared with what others sent', async () => {
    const words = (n: number) => Array.from({ length: 40 }, (_, w) => `word${n}x${w}`).join(' ');
    const letter =
      'I rebuilt the ordering desk of the flower wholesaler Halvik with 87 vans, moved four years of invoices across without losing a single line, and taught the night shift to trust the new screens; your greenhouse scheduling sounds like the same knot, so I would begin with the delivery calendar, then walk through the cold rooms with your foreman and note down which doors stick.';
    const texts = [letter, ...Array.from({ length: 20 }, (_, n) => words(n))];
    const seen = { kind: 'bid', site: 'guru', seenAt: '2026-10-05T08:00:00Z' } as const;
    await store.remember(texts.map((text, n) => ({ ...seen, project: `p${n % 3}`, account: `bidder${n}`, text })));
    const reply = await keep({ name: 'Ben Ito' }, letter);
    expect(reply).toMatchObject({ marks: [{ level: 'look-closer', findings: [{ flag: 'reused-template' }] }] });
    // The bidder who sent it before is shown with it at once, and alone again when the text is forgotten.
    expect((await store.search('bidder0', 1))[0]).toMatchObject({ others: ['web:#ben ito'] });
    await store.forget(['web:#ben ito']);
    expect(await ask('mark', { site: 'guru', accounts: ['bidder0'] })).toMatchObject({
      marks: [{ findings: [] }],
    });
  });

  it('makes an account of a new name, which a search finds', async () => {
    expect(await keep({ name: ' Ben  Ito' })).toMatchObject({ marks: [{ site: 'web', account: '#ben ito' }] });
    expect((await store.search('ben', 5)).map(({ key }) => key)).toEqual(['web:#ben ito']);
    await keep({ name: 'Ben Ito' });
    expect(await stored()).toHaveLength(2);
  });

  it.each([
    ['no words', { site: 'upwork', account: '~01' }, ' \n '],
    ['no name', { name: ' ' }, 'Dear client'],
    ['no account', { site: 'upwork', account: '' }, 'Dear client'],
    ['no site', { site: 'No Site', account: 'ada' }, 'Dear client'],
  ])('with %s is refused, and nothing is stored', async (_, whose, text) => {
    expect(await keep(whose, text)).toMatchObject({ type: 'problem' });
    expect(await stored()).toEqual([]);
  });
});
