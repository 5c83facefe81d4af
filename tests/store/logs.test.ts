// Events of logs in the database: each once, kept for a time of their own, gone with the person they are joined with,
// through export and import the same; and the accounts of logs that a profile's mail address or name proposes.
import 'fake-indexeddb/auto';
import type { Table } from 'dexie';
import { describe, expect, it } from 'vitest';
import { assess } from '../../lib/assess/assess.ts';
import { DatabaseEvidence } from '../../lib/evidence/database-evidence.ts';
import { addressHasher } from '../../lib/logs/hash-addresses.ts';
import { contentOf, type LogEvent } from '../../lib/model/log-event.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { exported } from '../../lib/store/export.ts';
import { observationsOf } from '../../lib/store/import.ts';
import { beginStaging, stageImport } from '../../lib/store/import-staging.ts';
import { addRead, beginReading, endReading } from '../../lib/store/log-reading.ts';
import { addLogEvents, allLogEvents, rewriteLogs } from '../../lib/store/logs.ts';
import { unjoinedLogAccounts } from '../../lib/store/unjoined.ts';
import { evidenceOf } from '../evidence-of.ts';
import { fresh } from './fresh.ts';

const seenAt = '2026-11-01T00:00:00.000Z';
const signIn = (account: string, minute: number, more: Partial<LogEvent> = {}): LogEvent =>
  ({
    kind: 'sign-in',
    site: 'okta',
    seenAt,
    account,
    name: 'Ines Quay',
    at: new Date(Date.UTC(2026, 9, 1, 0, minute)).toISOString().replace('.000Z', 'Z'),
    ip: '198.51.100.7',
    session: 'S1',
    ...more,
  }) as LogEvent;
const paid: LogEvent = {
  kind: 'payment',
  site: 'paypal',
  seenAt,
  account: 'ines@quay.example',
  at: '2026-10-02',
  direction: 'out',
  amount: 20,
  currency: 'EUR',
  payee: 'ines@quay.example',
};
const profile: Observation = {
  kind: 'profile',
  site: 'guru',
  seenAt,
  account: 'ines',
  role: 'freelancer',
  name: 'Inés Quay',
  contacts: [{ type: 'mail', value: 'ines@quay.example' }],
};
const many = Array.from({ length: 3_000 }, (_, i) => signIn('ines@quay.example', i));
const contents = (events: readonly LogEvent[]) => events.map(contentOf).sort();
const all = async (db: Parameters<typeof allLogEvents>[0]) => (await Array.fromAsync(allLogEvents(db))).flat();

describe('events of logs', () => {
  it('are kept as they are, each once, however often and in whatever order a file comes', async () => {
    const { db } = await fresh();
    expect(await addLogEvents(db, many, seenAt)).toEqual({ added: 3_000, known: 0 });
    expect(await addLogEvents(db, many.toReversed().slice(0, 2_000), seenAt)).toEqual({ added: 0, known: 2_000 });
    expect(await addLogEvents(db, [...many, paid], seenAt)).toEqual({ added: 1, known: 3_000 });
    expect(contents(await all(db))).toEqual(contents([...many, paid]));
  });

  it('of one account in one week are one row, and what they are found by is not written anew with each part', async () => {
    const { store, db } = await fresh();
    const written: { table: string; keys: number }[] = [];
    for (const table of [db.logBlocks, db.logAccounts] as Table<{ keys: string[] }>[]) {
      const note = (row: { keys: string[] }) => written.push({ table: table.name, keys: row.keys.length });
      table.hook('creating', (_, row) => void note(row));
      table.hook('updating', (_, __, row) => void note(row));
    }
    // Five people over eight weeks from a Monday, each hour one of another session, in parts as a file is read.
    const [weeks, hours] = [8, 8 * 7 * 24];
    const all = Array.from({ length: 5 * hours }, (_, i) =>
      signIn(`p${i % 5}@quay.example`, (4 * 24 + Math.floor(i / 5)) * 60, { session: `S${i}` }),
    );
    for (let from = 0; from < all.length; from += 700) await addLogEvents(db, all.slice(from, from + 700), seenAt);
    expect(await db.logBlocks.count()).toBe(5 * weeks);
    const [blocks, accounts] = [
      written.filter(({ table }) => table === 'logBlocks'),
      written.filter(({ table }) => table === 'logAccounts'),
    ];
    // A week that two parts have events of is written twice.
    expect(blocks.length).toBeLessThanOrEqual(2 * 5 * weeks);
    expect(accounts).toEqual(Array.from({ length: 5 }, () => ({ table: 'logAccounts', keys: 2 })));
    expect(blocks.reduce((sum, { keys }) => sum + keys, 0)).toBeLessThan(2 * all.length);
    expect((await store.logHoldersOf(['session:okta:S7'])).get('session:okta:S7')).toMatchObject([
      { key: 'okta:p2@quay.example' },
    ]);
  });

  it('are kept with whatever they say, to the last field', async () => {
    const { db } = await fresh();
    const odd = [
      signIn('ines', 1, { at: '2026-10-01' }),
      signIn('ines', 2, { at: '2026-10-01T10:00:00.250Z', latitude: 0, longitude: -1.5, proxy: false }),
      signIn('ines', 3, { at: '2026-09-30T20:00:00Z/2026-10-01T10:00:00Z', port: 3389, outcome: 'failed' }),
      signIn('ines', 4, { name: undefined, session: undefined } as Partial<LogEvent>),
      ...Array.from({ length: 300 }, (_, i) => signIn('ines', 5 + i, { session: `S${i}`, ip: `192.0.2.${i % 7}` })),
      paid,
      { ...paid, nth: 2, amount: 0.1 } as LogEvent,
    ];
    await addLogEvents(db, odd, seenAt);
    expect(contents(await all(db))).toEqual(contents(odd));
    expect(new Set((await all(db)).map((event) => event.seenAt))).toEqual(new Set([seenAt]));
  });

  it('of one week that were imported at two times go at two times', async () => {
    const { store, db } = await fresh();
    const other = signIn('ines@quay.example', 5_000, { session: 'S2' });
    await addLogEvents(db, many, '2026-11-01T00:00:00.000Z');
    await addLogEvents(db, [other, many[0] as LogEvent], '2026-11-20T00:00:00.000Z');
    await store.expireLogs('2026-11-10T00:00:00.000Z');
    expect(contents(await all(db))).toEqual(contents([other, many[0] as LogEvent]));
    await store.expireLogs('2026-11-10T00:00:00.000Z');
    expect(await all(db)).toHaveLength(2);
  });

  it('are the same ones when a list of relays is loaded and the file read again', async () => {
    const { db } = await fresh();
    const one = signIn('ines@quay.example', 1);
    const looked = { ...one, proxy: true, registered: 'XK' } as LogEvent;
    await addLogEvents(db, [one], seenAt);
    expect(await addLogEvents(db, [looked], seenAt)).toEqual({ added: 0, known: 1 });
    expect(await addLogEvents(db, [one], seenAt)).toEqual({ added: 0, known: 1 });
    expect(await all(db)).toMatchObject([{ proxy: true, registered: 'XK' }]);
  });
  it('go 30 days after they were last imported, with what only they were found by', async () => {
    const { store, db } = await fresh();
    const late = signIn('ines@quay.example', 9_000, { ip: '203.0.113.9' });
    await addLogEvents(db, many, '2026-11-01T00:00:00.000Z');
    await addLogEvents(db, [late], '2026-11-20T00:00:00.000Z');
    await store.expireLogs('2026-11-10T00:00:00.000Z');
    expect(contents(await all(db))).toEqual(contents([late]));
    expect((await store.logHoldersOf(['ip:198.51.100.7', 'ip:203.0.113.9'])).keys().toArray()).toEqual([
      'ip:203.0.113.9',
    ]);
    await store.expireLogs('2026-12-01T00:00:00.000Z');
    expect([await db.logBlocks.count(), await db.logAccounts.count()]).toEqual([0, 0]);
  });

  it('go with the person that they are joined with, also those still on their way', async () => {
    const { store, db } = await fresh();
    await store.remember([profile]);
    await addLogEvents(db, [...many, paid, signIn('bo@quay.example', 1, { name: 'Bo' })], seenAt);
    await store.decide({ kind: 'same-person', account: 'guru:ines', other: 'okta:ines@quay.example', at: seenAt });
    await stageImport(db, await beginStaging(db), [], [signIn('ines@quay.example', 7_000)]);
    await store.forget(['guru:ines']);
    expect((await all(db)).map(({ site, account }) => [site, account])).toEqual([
      ['okta', 'bo@quay.example'],
      ['paypal', 'ines@quay.example'],
    ]);
    expect((await db.incoming.toArray()).map(({ events }) => events)).toEqual([undefined, []]);
  });

  it('do not come back with the rest of a file that is being read while their person is deleted', async () => {
    const { store, db } = await fresh();
    await store.remember([profile]);
    const bo = signIn('bo@quay.example', 1, { name: 'Bo' });
    const reading = await beginReading(db);
    await addRead(db, reading, [...many.slice(0, 2_000), bo], seenAt);
    await store.decide({ kind: 'same-person', account: 'guru:ines', other: 'okta:ines@quay.example', at: seenAt });
    const deleting = store.forget(['guru:ines']);
    const rest = [...many.slice(2_000), { ...bo, at: '2026-10-03T00:00:00Z' }] as LogEvent[];
    await Promise.all([deleting, addRead(db, reading, rest.slice(0, 500), seenAt)]);
    expect(await addRead(db, reading, rest.slice(500), seenAt)).toEqual({ added: 1, known: 0 });
    expect((await all(db)).map(({ account }) => account)).toEqual(['bo@quay.example', 'bo@quay.example']);
    expect(JSON.stringify(await db.incoming.toArray()), 'nor does the note of it name them').not.toContain('ines');
    await endReading(db, reading);
    expect(await db.incoming.count()).toBe(0);
    const anew = await beginReading(db);
    expect(await addRead(db, anew, many, seenAt), 'a file read later').toEqual({ added: 3_000, known: 0 });
  });

  it('nothing comes back with the rest of a file that is being read while everything is deleted', async () => {
    const { store, db } = await fresh();
    const reading = await beginReading(db);
    await addRead(db, reading, many.slice(0, 2_000), seenAt);
    await store.forgetAll();
    expect(await addRead(db, reading, many.slice(2_000), seenAt)).toBeUndefined();
    expect(await all(db)).toEqual([]);
  });

  it('come through export and import', async () => {
    const [one, two] = [await fresh(), await fresh()];
    await one.store.remember([profile]);
    await addLogEvents(one.db, [...many, paid], seenAt);
    const file = (await Array.fromAsync(exported(one.db))).map(({ lines }) => lines).join('');
    async function* pieces() {
      yield new TextEncoder().encode(file);
    }
    const of = await beginStaging(two.db);
    for await (const { observations, events } of observationsOf(pieces()))
      await stageImport(two.db, of, observations, events);
    expect(await two.store.import(of, () => true)).toMatchObject({ added: 3_002, seenAgain: 0 });
    expect(contents(await all(two.db))).toEqual(contents([...many, paid]));
  });
});

describe('who is who', () => {
  it('an account of a log with a profile’s mail address or name is proposed until it is answered', async () => {
    const { store, db } = await fresh();
    await store.remember([profile]);
    await addLogEvents(db, [signIn('ines@quay.example', 1), signIn('iq', 1, { site: 'zoom' })], seenAt);
    const proposals = async () => (await assess(['guru:ines'], new DatabaseEvidence(store)))[0]?.proposals;
    expect(await proposals()).toEqual([
      { account: 'okta:ines@quay.example', because: 'mail', value: 'ines@quay.example' },
      { account: 'zoom:iq', because: 'name', value: 'Ines Quay' },
    ]);
    await store.decide({ kind: 'same-person', account: 'guru:ines', other: 'zoom:iq', at: seenAt });
    expect(await proposals()).toMatchObject([{ account: 'okta:ines@quay.example' }]);
  });

  it('accounts that are joined with no developer are listed and counted, those joined by way of another log are not', async () => {
    const { store, db } = await fresh();
    await store.remember([profile]);
    const zoom = (account: string) => signIn(account, 1, { site: 'zoom' });
    await addLogEvents(db, [signIn('ines@quay.example', 1), zoom('iq'), zoom('bo'), zoom('cem'), paid], seenAt);
    const decide = (account: string, other: string) =>
      store.decisions.add({ kind: 'same-person', account, other, at: seenAt });
    await decide('guru:ines', 'okta:ines@quay.example');
    await decide('okta:ines@quay.example', 'zoom:iq');
    await decide('zoom:bo', 'zoom:cem');
    expect(await unjoinedLogAccounts(db, 2)).toEqual({
      count: 3,
      first: [
        { key: 'paypal:ines@quay.example', site: 'paypal', account: 'ines@quay.example' },
        { key: 'zoom:bo', site: 'zoom', account: 'bo', name: 'Ines Quay' },
      ],
    });
  });

  it('memory answers as the database does', async () => {
    const { store, db } = await fresh();
    await store.remember([profile]);
    await addLogEvents(db, [...many, paid], seenAt);
    await store.decide({ kind: 'same-person', account: 'guru:ines', other: 'okta:ines@quay.example', at: seenAt });
    const memory = evidenceOf([profile], [['guru:ines', 'okta:ines@quay.example']], [...many, paid]);
    for (const evidence of [new DatabaseEvidence(store), memory]) {
      const logs = await evidence.logsOf(['guru:ines', 'paypal:ines@quay.example', 'guru:nobody']);
      expect([...logs.keys()]).toEqual(['guru:ines', 'paypal:ines@quay.example']);
      expect(logs.get('guru:ines')?.signIns.map(({ at }) => at)).toEqual(many.map(({ at }) => at));
      expect(logs.get('paypal:ines@quay.example')?.payments).toEqual([paid]);
      const holders = await evidence.logHoldersOf(['payee:ines@quay.example', 'session:okta:S1', 'ip:192.0.2.1']);
      expect([...holders].map(([key, found]) => [key, found.map((one) => one.key)]).sort()).toEqual([
        ['payee:ines@quay.example', ['paypal:ines@quay.example']],
        ['session:okta:S1', ['okta:ines@quay.example']],
      ]);
    }
  });
});

describe('addresses as keyed hashes', () => {
  const [one, two] = [addressHasher(new Uint8Array(32).fill(1)), addressHasher(new Uint8Array(32).fill(2))];
  it('are the same for one key, others for another, and keep the neighbourhood apart', () => {
    const event = signIn('ines', 1);
    const hashed = one(event);
    expect(hashed).toMatchObject({
      ip: expect.stringMatching(/^#[0-9a-f]{24}$/),
      network: expect.stringMatching(/^#/),
    });
    expect(one(event)).toEqual(hashed);
    expect(one(hashed)).toEqual(hashed);
    expect(two(event)).not.toEqual(hashed);
    expect(JSON.stringify(hashed)).not.toContain('198.51');
    expect(one(signIn('bo', 1, { ip: '198.51.3.3' }))).toMatchObject({
      network: (hashed as { network: string }).network,
    });
  });
  it('take the place of addresses that are kept already, and a file that is read again adds nothing', async () => {
    const { store, db } = await fresh();
    const failed = signIn('bo@quay.example', 1, { name: 'Bo', outcome: 'failed' });
    await addLogEvents(db, [...many, paid, failed], seenAt);
    // Of one day a part was read with hashes before.
    await addLogEvents(db, many.slice(0, 100).map(one), seenAt);
    await rewriteLogs(db, one);
    const kept = JSON.stringify([await db.logBlocks.toArray(), await db.logAccounts.toArray()]);
    expect(kept).not.toContain('198.51');
    expect(await all(db)).toHaveLength(many.length + 2);
    const again = [...many, paid, failed].map(one);
    expect(await addLogEvents(db, again, seenAt)).toEqual({ added: 0, known: again.length });
    const { ip = '' } = one(signIn('', 1)) as { ip?: string };
    const found = (await store.logHoldersOf([`ip:${ip}`, 'ip:198.51.100.7'])).entries().toArray();
    expect(found).toMatchObject([[`ip:${ip}`, [{ key: 'okta:ines@quay.example' }]]]);
  });
});
