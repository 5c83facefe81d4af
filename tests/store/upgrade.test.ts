// A database and an export of version 0.1, made by the code that was released, as this version reads them.
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { bidLedger } from '../../lib/evidence/projections/bid-ledger.ts';
import { ratings } from '../../lib/evidence/projections/ratings.ts';
import { projections } from '../../lib/evidence/projections/registry.ts';
import { texts } from '../../lib/evidence/projections/texts.ts';
import { decisionSchema } from '../../lib/model/decision.ts';
import type { LogKey } from '../../lib/model/log-event.ts';
import {
  type Message,
  type Observation,
  type Profile,
  parseObservation,
  type Review,
} from '../../lib/model/observation.ts';
import { precisionOf } from '../../lib/model/time.ts';
import { recordSchema } from '../../lib/record/record.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { exported } from '../../lib/store/export.ts';
import { historyOf } from '../../lib/store/history.ts';
import { identityOf } from '../../lib/store/identity.ts';
import { check, observationsOf } from '../../lib/store/import.ts';
import { allLogEvents } from '../../lib/store/logs.ts';
import { merge } from '../../lib/store/merge.ts';
import type { StoredObservation } from '../../lib/store/rows.ts';
import { Store } from '../../lib/store/store.ts';
import type { EarlierRow } from '../../lib/store/upgrade.ts';

const file = (name: string) => readFileSync(new URL(`released-0.1/${name}`, import.meta.url), 'utf8');
const columns: Record<string, { from(bytes: Uint8Array): ArrayBufferView }> = {
  ...Object.fromEntries(
    [Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array, Float64Array].map((type) => [
      type.name,
      { from: (bytes: Uint8Array) => new type(bytes.slice().buffer) },
    ]),
  ),
};
type Tables = Record<string, Record<string, unknown>[]>;
const dump: Tables = JSON.parse(file('database.json'), (_, value) =>
  value?.typed ? columns[value.typed]?.from(Buffer.from(value.base64, 'base64')) : value,
);
type Row01 = EarlierRow & { identity: string; kind: Observation['kind']; who?: string };
const before = dump.observations as unknown as Row01[];

const schemas: Record<string, string>[] = [
  {
    observations: '++n, &identity, who, giver, kind, project, lastSeenAt',
    textBlocks: 'id',
    factBlocks: 'id',
  },
  { accounts: 'key, rank, lastSeenAt, *flags, *others, *words', incoming: '++id, of, at' },
  { decisions: '++id, account, other', records: 'id, account, changedAt' },
];

/** A database of this name as a version of the schema of 0.1 left it. */
async function released(name: string, version: number): Promise<void> {
  const old = new Dexie(name);
  schemas.slice(0, version).forEach((tables, i) => {
    old.version(i + 1).stores(tables);
  });
  await old.open();
  for (const table of old.tables) await table.bulkPut(dump[table.name] ?? []);
  old.close();
}

async function opened(name: string): Promise<{ store: Store; db: HireflagDatabase }> {
  const store = await Store.open({ name, projections });
  const db = new HireflagDatabase(name);
  onTestFinished(() => {
    store.close();
    db.close();
  });
  return { store, db };
}

describe.each([1, 2, 3])('a database of schema %i', (version) => {
  const name = `released-${version}`;
  beforeAll(() => released(name, version));
  const rowsIn = async (): Promise<StoredObservation[]> => (await opened(name)).db.observations.toArray();

  it('keeps every project, bid, profile and page with what it said last and when it was seen', async () => {
    const after = new Map((await rowsIn()).map((row) => [row.identity, row]));
    const kept = before.filter(({ kind }) => !['review', 'message'].includes(kind));
    expect(kept.length).toBeGreaterThan(50);
    for (const old of kept) {
      const row = after.get(old.identity);
      expect(row).toMatchObject({ n: old.n, firstSeenAt: old.firstSeenAt, lastSeenAt: old.lastSeenAt });
      for (const [field, value] of Object.entries(old.body)) {
        if (['postedAt', 'submittedAt', 'memberSince'].includes(field)) continue;
        // A list that was seen later shows less; what the profile itself showed is kept.
        const [now, then] = [JSON.stringify(row?.body[field as never]), JSON.stringify(value)];
        if (['about', 'skills', 'verified'].includes(field)) expect(now?.length).toBeGreaterThanOrEqual(then.length);
        else expect(row?.body[field as never], `${old.identity} ${field}`).toEqual(value);
      }
    }
  });

  it('keeps as history what changed, and nothing of what a list only showed less of', async () => {
    const rows = await rowsIn();
    const changed = rows.filter((row) => historyOf(row).length > 0);
    expect(changed.map(({ who, kind }) => `${kind} ${who}`).sort()).toEqual([
      'bid freelancer:quietharbor',
      'bid freelancer:quietharbor',
      'profile freelancer:marta-codes',
    ]);
    const marta = changed.find(({ kind }) => kind === 'profile') as StoredObservation;
    expect((marta.body as Profile).name).toBe('Greta P.');
    expect(historyOf(marta).map(({ field }) => field)).toEqual(['name', 'headline']);
    const noisy = before.filter(
      ({ kind, who, earlier = [] }) => kind === 'profile' && who !== marta.who && earlier.length > 1,
    );
    expect(noisy.length).toBeGreaterThan(1);
  });

  it('has each review once, with a time that says no more than the page did', async () => {
    const reviews = (await rowsIn()).filter(({ kind }) => kind === 'review');
    const old = before.filter(({ kind }) => kind === 'review');
    expect(reviews).toHaveLength(old.length);
    const worded = reviews.filter(({ body }) => (body as Review).text);
    expect(worded.length).toBeGreaterThan(10);
    for (const { body } of worded) {
      const { at = '' } = body as Review;
      expect(precisionOf(at), at).not.toBe('moment');
    }
  });

  it('has each message once, with the words that were kept', async () => {
    const messages = (await rowsIn()).filter(({ kind }) => kind === 'message').map(({ body }) => body as Message);
    expect(before.filter(({ kind }) => kind === 'message')).toHaveLength(6);
    expect(messages.map(({ text }) => text).sort()).toEqual([
      'Good morning, when would you like to begin?',
      'It does.',
      'On Monday, if that suits you.',
    ]);
  });

  it('lists everyone as not assessed yet, and has them assessed', async () => {
    const { store, db } = await opened(name);
    const everyone = await store.everyone();
    expect(everyone.length).toBeGreaterThan(25);
    expect((await db.accounts.toCollection().primaryKeys()).sort()).toEqual(everyone);
    expect((await store.pending()).sort()).toEqual(everyone);
    expect(await db.accounts.filter(({ assessedAt }) => assessedAt !== undefined).count()).toBe(0);
  });

  it('has its projections made anew', async () => {
    const { store, db } = await opened(name);
    const bids = before.filter(({ kind }) => kind === 'bid');
    // The texts of all bids and the two messages that they sent.
    expect((await store.projection(texts)).size).toBe(bids.length + 2);
    expect((await store.projection(ratings)).ratings().length).toBe(
      before.filter(({ kind }) => kind === 'review').length,
    );
    expect((await store.projection(bidLedger)).of('freelancer:quietharbor')?.bids).toBeGreaterThan(0);
    expect(db.tables.map((table) => table.name)).not.toEqual(expect.arrayContaining(['textBlocks']));
  });

  it('is the same rows when it is exported and imported', async () => {
    const { db } = await opened(name);
    let lines = '';
    for await (const part of exported(db)) lines += part.lines;
    const observations = lines.trim().split('\n').map(read);
    const bare = (rows: readonly object[]) => rows.map((row) => JSON.stringify({ ...row, n: undefined })).sort();
    const merged = [...Map.groupBy(observations, identityOf).values()].flatMap((seen) => merge([], seen));
    expect(bare(merged)).toEqual(bare(await db.observations.toArray()));
  });

  it.runIf(version === 3)('keeps decisions and records as they are', async () => {
    const { store, db } = await opened(name);
    const decisions = await db.decisions.toArray();
    expect(decisions).toEqual(dump.decisions);
    expect(decisions).toHaveLength(5);
    for (const { id: _, ...decision } of decisions) expect(decisionSchema.safeParse(decision).success).toBe(true);
    expect((await store.decisions.of(['freelancer:blue-lantern'])).get('freelancer:blue-lantern')).toHaveLength(1);
    const records = await db.records.toArray();
    expect(records).toEqual(dump.records);
    for (const record of records) expect(recordSchema.safeParse(record).success).toBe(true);
  });
});

function read(line: string): Observation {
  const parsed = parseObservation(JSON.parse(line));
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.observation;
}

describe('an export of version 0.1', () => {
  async function* chunks() {
    yield new TextEncoder().encode(file('export.jsonl'));
  }

  it('is read without a problem', async () => {
    const checked = await check(chunks(), () => true);
    expect(checked).toMatchObject({ problems: [], problemCount: 0 });
    expect(checked.observations).toBe(file('export.jsonl').trim().split('\n').length);
  });

  it('holds the same bids, profiles and conversations as the upgraded database', async () => {
    const name = 'export-of-0.1';
    await released(name, 3);
    const { db } = await opened(name);
    const facts = (rows: readonly { identity: string; kind: string }[]) =>
      rows
        .filter(({ kind }) => kind !== 'review')
        .map(({ identity }) => identity)
        .sort();
    const imported: Observation[] = [];
    for await (const batch of observationsOf(chunks())) imported.push(...batch.observations);
    const merged = [...Map.groupBy(imported, identityOf).values()].flatMap((seen) => merge([], seen));
    expect(facts(merged)).toEqual(facts(await db.observations.toArray()));
    const reviews = merged.filter(({ kind }) => kind === 'review');
    expect(reviews.length).toBe(before.filter(({ kind }) => kind === 'review').length);
  });
});

describe('a database that kept the events of logs by days', () => {
  const at = '2026-11-01T00:00:00.000Z';
  const signIn = { kind: 'sign-in', name: 'Ines Quay', ip: '198.51.100.7', client: 'Firefox' };
  const block = (day: string, keptAt: string, minutes: number) => ({
    id: `okta:ines@quay.example\u0000${day}`,
    who: 'okta:ines@quay.example',
    keptAt,
    events: [
      {
        same: signIn,
        each: Array.from({ length: minutes }, (_, i) => ({ at: `${day}T10:${10 + i}:00Z`, session: `${day} ${i}` })),
      },
    ],
  });

  it('has every event, found by the same, and kept for as long', async () => {
    const old = new Dexie('logs-by-days');
    const tables = { ...schemas[0], ...schemas[1], ...schemas[2], projections: '[projection+id]', pending: 'key' };
    const logs = { logBlocks: 'id, who, keptAt', logAccounts: 'key, account, *keys' };
    old.version(5).stores({ ...tables, ...logs });
    await old.open();
    // A Monday, whose row has the id that its week has now, a day of the same week, and one of another.
    const blocks = [
      block('2026-10-05', at, 3),
      block('2026-10-07', '2026-11-20T00:00:00.000Z', 2),
      block('2026-10-12', at, 4),
    ];
    await old.table('logBlocks').bulkPut(blocks);
    const found = blocks.flatMap(({ events }) =>
      events.flatMap(({ each }) => each.map(({ session }) => `session:okta:${session}`)),
    );
    const own = ['mail:ines@quay.example', 'name:ines quay'];
    const account = { key: 'okta:ines@quay.example', site: 'okta', account: 'ines@quay.example', name: 'Ines Quay' };
    await old.table('logAccounts').put({ ...account, keys: [...own, 'ip:198.51.100.7', ...found] });
    old.close();

    const { store, db } = await opened('logs-by-days');
    expect(await db.logBlocks.toCollection().primaryKeys()).toHaveLength(2);
    expect(await db.logAccounts.toArray()).toEqual([{ ...account, keys: own }]);
    const events = (await Array.fromAsync(allLogEvents(db))).flat();
    const said = blocks.flatMap(({ keptAt, events: [group] }) =>
      (group?.each ?? []).map((one) => ({
        ...signIn,
        ...one,
        site: 'okta',
        account: 'ines@quay.example',
        seenAt: keptAt,
      })),
    );
    const inOrder = (all: readonly { at: string }[]) => all.toSorted((a, b) => (a.at < b.at ? -1 : 1));
    expect(inOrder(events)).toEqual(inOrder(said));
    const holders = await store.logHoldersOf([...own, 'session:okta:2026-10-07 1', 'ip:198.51.100.7'] as LogKey[]);
    expect([...holders.values()].map((all) => all.map(({ key }) => key))).toEqual(Array(4).fill([account.key]));
    await store.expireLogs('2026-11-10T00:00:00.000Z');
    expect((await Array.fromAsync(allLogEvents(db))).flat()).toHaveLength(2);
  });
});
