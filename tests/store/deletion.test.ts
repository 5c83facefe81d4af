// Deleting deletes: afterwards nobody finds the id, the name or the words of who was deleted in any table, and nothing
// that was under way brings them back.
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { assessAgain } from '../../entrypoints/background/account-list.ts';
import { projections } from '../../lib/evidence/projections/registry.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { defaultSettings } from '../../lib/settings/settings.ts';
import type { HireflagDatabase } from '../../lib/store/database.ts';
import { beginStaging, stageImport } from '../../lib/store/import-staging.ts';
import type { Store } from '../../lib/store/store.ts';
import { random as randomFrom } from '../../scripts/evaluate/random.ts';
import { fresh } from './fresh.ts';

const site = 'guru';
const gone = 'quillfeather-zz9';
const key: AccountKey = `${site}:${gone}`;
const name = 'Quillfeather Zedekiah';
const ownWords = 'violoncello marmalade trestle';
const at = (minute: number) => new Date(Date.UTC(2026, 9, 5, 8, minute)).toISOString();
const shared =
  'I rebuilt the ordering desk of the flower wholesaler Halvik with 87 vans, moved four years of invoices across without losing a single line, and taught the night shift to trust the new screens; your greenhouse scheduling sounds like the same knot, so I would begin with the delivery calendar, then walk through the cold rooms with your foreman.';

/** Everything that one person leaves: bids like another's, a profile, reviews both ways, messages, projects, pages. */
const ofOne: Observation[] = [
  { kind: 'profile', site, seenAt: at(1), account: gone, role: 'freelancer', name, about: `${ownWords} and more` },
  { kind: 'bid', site, seenAt: at(1), project: 'p1', account: gone, text: `${shared} ${ownWords}` },
  {
    kind: 'review',
    site,
    seenAt: at(1),
    from: gone,
    fromRole: 'client',
    to: 'ben',
    text: ownWords,
    rating: { value: 5, outOf: 5 },
  },
  {
    kind: 'review',
    site,
    seenAt: at(1),
    from: 'ben',
    fromRole: 'client',
    to: gone,
    text: ownWords,
    rating: { value: 5, outOf: 5 },
  },
  { kind: 'message', site, seenAt: at(1), thread: 't1', account: gone, mine: false, text: ownWords },
  { kind: 'project', site, seenAt: at(1), project: 'p2', client: gone, title: 'A greenhouse' },
  {
    kind: 'page',
    site,
    seenAt: at(1),
    page: 'profile',
    read: 'whole',
    url: `https://www.guru.com/freelancers/${gone}`,
  },
];
const others: Observation[] = Array.from({ length: 24 }, (_, i) => ({
  kind: 'bid',
  site,
  seenAt: at(2),
  project: `p${i % 3}`,
  account: i === 0 ? 'ben' : `other${i}`,
  text: i === 0 ? shared : Array.from({ length: 40 }, (_, w) => `word${i}x${w}`).join(' '),
}));

/** Every table with its keys, as text; packed blocks as the characters that their bytes would be. */
async function raw(db: HireflagDatabase): Promise<string> {
  const parts: string[] = [];
  for (const table of db.tables) {
    const [keys, rows] = [await table.toCollection().primaryKeys(), await table.toArray()];
    parts.push(table.name, JSON.stringify(keys), textOf(rows));
  }
  return parts.join('\n').toLowerCase();
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (ArrayBuffer.isView(value)) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return `${bytes.toString('latin1')} ${bytes.toString('utf16le')}`;
  }
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([field, one]) => `${field}:${textOf(one)}`)
    .join(' ');
}

/** What of the person is left anywhere. */
async function traces(db: HireflagDatabase): Promise<string[]> {
  const text = await raw(db);
  return [gone, name, 'quillfeather', ...ownWords.split(' ')].filter((word) => text.includes(word.toLowerCase()));
}

async function filled(): Promise<{ store: Store; db: HireflagDatabase }> {
  const it = await fresh();
  await it.store.remember([...ofOne, ...others]);
  for (const projection of projections) await it.store.projection(projection);
  await assessAgain(await it.store.everyone(), it.store, defaultSettings);
  const row = await it.db.accounts.get(`${site}:ben`);
  expect(row?.others, 'the finding on another names the person').toContain(key);
  await it.store.decisions.add({ kind: 'muted', account: key, at: at(3), flag: 'rating-ring' });
  await it.store.decisions.add({ kind: 'same-person', account: `${site}:ben`, at: at(3), other: key });
  return it;
}

describe('of who was deleted', () => {
  it('no table, key, list or index block has the id, the name or the words', async () => {
    const { store, db } = await filled();
    expect((await traces(db)).length, 'the search finds them before').toBe(6);
    await store.forget([key]);
    expect(await traces(db)).toEqual([]);
    expect(await db.observations.count()).toBe(others.length + 1);
  });

  it('nor does it where the index was not loaded when they were deleted', async () => {
    const { store, db } = await fresh();
    await store.remember([...ofOne, ...others]);
    await store.forget([key]);
    for (const projection of projections) await store.projection(projection);
    expect(await traces(db)).toEqual([]);
  });

  it('nothing is left in a file that is being imported, and what it says of others is taken in', async () => {
    const { store, db } = await filled();
    const of = await beginStaging(db);
    const ofOther: Observation = { ...(others[3] as Observation), seenAt: at(5) };
    await stageImport(db, of, [...ofOne, ofOther]);
    await store.forget([key]);
    expect(await traces(db)).toEqual([]);
    // The file goes on.
    const later: Observation = { ...(others[3] as Observation), seenAt: at(6) };
    expect(await stageImport(db, of, [...ofOne, later])).toBe(true);
    expect(await traces(db)).toEqual([]);
    expect((await db.incoming.toArray()).flatMap(({ observations }) => observations)).toContainEqual(later);
    await store.import(of, () => true);
    expect(await traces(db)).toEqual([]);
  });

  it('of a file that is being imported while everything is deleted, nothing more is taken', async () => {
    const { store, db } = await filled();
    const of = await beginStaging(db);
    await stageImport(db, of, ofOne);
    await store.forgetAll();
    expect(await stageImport(db, of, ofOne)).toBe(false);
    expect(await db.incoming.count()).toBe(0);
  });

  it('nothing comes back with a reading that was made before, and all of it with one made after', async () => {
    const { store, db } = await filled();
    await store.forget([key]);
    await store.remember([...ofOne, ...others]);
    expect(await traces(db)).toEqual([]);
    const later = new Date(Date.now() + 1_000).toISOString();
    await store.remember(ofOne.map((one) => ({ ...one, seenAt: later })));
    expect((await traces(db)).length).toBe(6);
  });

  it('nothing is decided any more', async () => {
    const { store, db } = await filled();
    await store.forget([key]);
    expect(await store.decide({ kind: 'fine', account: key, at: at(4), reason: ownWords, known: [] })).toBe(false);
    expect(await traces(db)).toEqual([]);
  });

  it.each(['one person', 'everything'])('whatever is under way, deleting %s at any moment holds', async (what) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    for (let seed = 1; seed <= 40; seed++) {
      const random = randomFrom(seed);
      const { store, db } = await filled();
      const everyone = await store.everyone();
      const steps: (() => Promise<unknown>)[] = [
        () => assessAgain(everyone, store, defaultSettings),
        () => assessAgain([`${site}:ben`, key], store, defaultSettings),
        () => store.remember([...ofOne, ...others]),
        () => store.decide({ kind: 'fine', account: key, at: at(4), reason: ownWords, known: [] }),
        () => (what === 'everything' ? store.forgetAll() : store.forget([key])),
      ];
      const running: Promise<unknown>[] = [];
      for (const step of steps.sort(() => random() - 0.5)) {
        running.push(step());
        for (let turns = Math.floor(random() * 60); turns > 0; turns--) await new Promise((next) => setImmediate(next));
      }
      await Promise.all(running);
      await assessAgain(await store.pending(), store, defaultSettings);
      expect([seed, await traces(db)]).toEqual([seed, []]);
      if (what === 'everything') expect([seed, await db.accounts.count()]).toEqual([seed, 0]);
    }
  });
});
