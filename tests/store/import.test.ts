import { gzipSync } from 'node:zlib';
import 'fake-indexeddb/auto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bidLedger } from '../../lib/evidence/projections/bid-ledger.ts';
import { projections } from '../../lib/evidence/projections/registry.ts';
import { texts } from '../../lib/evidence/projections/texts.ts';
import type { Observation } from '../../lib/model/observation.ts';
import type { HireflagDatabase } from '../../lib/store/database.ts';
import { exported } from '../../lib/store/export.ts';
import { check, observationsOf } from '../../lib/store/import.ts';
import { beginStaging, stageImport } from '../../lib/store/import-staging.ts';
import { Store } from '../../lib/store/store.ts';
import { fresh } from './fresh.ts';

const site = 'freelancer';
const at = (day: number) => `2026-10-${String(day).padStart(2, '0')}T08:00:00.000Z`;
const words = 'A text that is long enough to be told from another one by every way of looking at it, I should think.';
/** Evidence in this order: things come again, and some say something else the second time. */
const seen: Observation[] = [
  { kind: 'project', site, seenAt: at(1), project: '1', title: 'A booking app', client: 'carla' },
  { kind: 'bid', site, seenAt: at(1), project: '1', account: 'ada', text: words, amount: 300, currency: 'EUR' },
  { kind: 'profile', site, seenAt: at(1), account: 'ada', role: 'freelancer', name: 'Ada', headline: 'Web' },
  { kind: 'review', site, seenAt: at(1), from: 'carla', fromRole: 'client', to: 'ada', text: 'Good.' },
  { kind: 'page', site, seenAt: at(1), url: 'https://www.freelancer.com/u/ada', page: 'profile', read: 'whole' },
  {
    kind: 'message',
    site,
    seenAt: at(1),
    thread: 't',
    account: 'ada',
    mine: false,
    text: 'Hello',
    sentAt: '2026-10-01',
  },
  {
    kind: 'bid',
    site,
    seenAt: at(2),
    project: '1',
    account: 'ada',
    text: `Now: ${words}`,
    amount: 350,
    currency: 'EUR',
  },
  { kind: 'profile', site, seenAt: at(2), account: 'ada', role: 'freelancer', name: 'Ada', headline: 'Apps' },
  { kind: 'profile', site, seenAt: at(3), account: 'ada', role: 'freelancer', name: 'Ada B.', headline: 'Apps' },
  { kind: 'profile', site, seenAt: at(5), account: 'ada', role: 'freelancer', name: 'Ada B.' },
  { kind: 'bid', site, seenAt: at(4), project: '1', account: 'ada' },
];

async function* pieces(file: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}
async function fileOf(db: HireflagDatabase): Promise<string> {
  let file = '';
  for await (const { lines } of exported(db)) file += lines;
  return file;
}
async function stage(db: HireflagDatabase, file: string, of: string): Promise<void> {
  for await (const { observations } of observationsOf(pieces(file, 4_000))) {
    await db.incoming.add({ of, at: at(9), observations });
  }
}
const rows = async (db: HireflagDatabase) =>
  (await db.observations.toArray()).map(({ n: _, ...row }) => row).sort((a, b) => (a.identity < b.identity ? -1 : 1));
const go = () => true;
const line = (o: unknown) => `${JSON.stringify(o)}\n`;

describe('export and import', () => {
  it('an empty store that imports the file holds the same rows: when first seen, when last, what was said before', async () => {
    const one = await fresh();
    for (const each of seen) await one.store.remember([each]);
    const before = await rows(one.db);
    const profile = before.find(({ kind }) => kind === 'profile');
    expect(profile?.others).toEqual([{ field: 'headline', value: 'Web', first: at(1), last: at(1) }]);
    const file = await fileOf(one.db);
    expect(await check(pieces(file), go)).toMatchObject({ observations: file.trim().split('\n').length, problems: [] });
    const two = await fresh();
    await stage(two.db, file, 'a');
    expect(await two.store.import('a', go)).toMatchObject({ added: before.length });
    expect(await rows(two.db)).toEqual(before);
    expect(await two.db.incoming.count()).toBe(0);
    expect(await fileOf(two.db)).toBe(file);
  });

  it('adds nothing twice to a store that has it', async () => {
    const { store, db } = await fresh();
    for (const each of seen) await store.remember([each]);
    const before = await db.observations.toArray();
    await stage(db, await fileOf(db), 'a');
    expect((await store.import('a', go)).added).toBe(0);
    expect((await db.observations.toArray()).map(({ identity }) => identity).sort()).toEqual(
      before.map(({ identity }) => identity).sort(),
    );
    // The bid, which was seen twice, and the message.
    expect((await store.projection(texts)).size).toBe(2);
  });

  it('finds imported texts at once, and after the worker was ended', async () => {
    const { store, db } = await fresh();
    await stage(db, line({ kind: 'bid', site, seenAt: at(1), project: '2', account: 'ben', text: words }), 'a');
    await store.import('a', go);
    expect((await store.projection(texts)).size).toBe(1);
    expect((await store.projection(bidLedger)).of('freelancer:ben')).toMatchObject({ bids: 1 });
    const again = await Store.open({ name: db.name, projections });
    onTestFinished(() => again.close());
    expect((await again.projection(texts)).size).toBe(1);
  });

  it('keeps the parts that were taken in when it is stopped in the middle, and nothing of what it had put aside', async () => {
    const { store, db } = await fresh();
    await store.remember(seen.slice(0, 3));
    const many = Array.from({ length: 1_700 }, (_, i) =>
      line({ kind: 'bid', site, seenAt: at(1), project: `${i + 10}`, account: 'ben', text: `${words} ${i}` }),
    ).join('');
    await stage(db, many, 'a');
    let calls = 0;
    expect(await store.import('a', () => ++calls < 3)).toEqual({ added: 1_500, seenAgain: 0, stopped: true });
    expect(await db.observations.count()).toBe(1_503);
    expect(await db.incoming.count()).toBe(0);
    expect((await store.projection(texts)).size).toBe(1_501);
  });

  it('leaves another import alone', async () => {
    const { store, db } = await fresh();
    await stage(db, line(seen[1]), 'a');
    await stage(db, line({ ...seen[1], account: 'ben' }), 'b');
    await store.import('a', go);
    expect(await store.everyone()).toEqual(['freelancer:ada']);
    expect(await db.incoming.count()).toBe(1);
  });
});

it('what was seen in 9999 or in 1970 is taken in, and does not hold against what is seen from now on', async () => {
  const { store, db } = await fresh();
  const now = Date.now();
  const days = (n: number) => new Date(now + n * 86_400_000).toISOString();
  const profile = { kind: 'profile', site, role: 'freelancer' };
  const file = [
    line({ ...profile, account: 'ada', headline: 'From a wrong clock', seenAt: '9999-12-31T23:59:59Z' }),
    line({ ...profile, account: 'ben', seenAt: '1970-01-01T00:00:00Z' }),
    line({ ...profile, account: 'cleo', seenAt: days(0.5) }),
  ].join('');
  const of = await beginStaging(db);
  for await (const { observations } of observationsOf(pieces(file, 4_000), now))
    await stageImport(db, of, observations);
  await store.import(of, go);
  const seenOf = async (who: string) =>
    (await db.observations.where('who').equals(`${site}:${who}`).first())?.lastSeenAt;
  expect(await seenOf('ada')).toBe(days(0));
  expect(await seenOf('ben')).toBe('2000-01-01T00:00:00.000Z');
  expect(await seenOf('cleo')).toBe(days(0.5));
  await store.remember([{ ...profile, account: 'ada', headline: 'Now', seenAt: days(0.01) } as Observation]);
  expect((await db.observations.where('who').equals(`${site}:ada`).first())?.body).toMatchObject({ headline: 'Now' });
});

describe('checking a file', () => {
  const good = line(seen[0]);
  it.each([
    ['another kind of file', '%PDF-1.7 …\n\u0000\n', { line: 1, what: 'not-json' }],
    ['a JSON file of something else', '{"a":1}\n', { line: 1, what: 'no-observation' }],
    ['a number a line', `${good}17\n`, { line: 2, what: 'no-observation' }],
    ['a file cut off in its last line', good + good.slice(0, 40), { line: 2, what: 'cut-off' }],
    ['a line that was damaged', `${good}\n${good.slice(5)}${good}`, { line: 3, what: 'not-json' }],
    [
      'a kind from a newer version',
      good + line({ kind: 'invoice', site, seenAt: at(1) }),
      { line: 2, what: 'unknown-kind', kind: 'invoice' },
    ],
    [
      'a field of the wrong type',
      line({ kind: 'bid', site, seenAt: 'yesterday', project: '1', account: 'a' }),
      { line: 1, what: 'wrong-field', problem: expect.stringContaining('seenAt') },
    ],
  ])('%s: says the line and what is wrong', async (_, file, problem) => {
    for (const size of [1, 7, 10_000]) {
      expect((await check(pieces(file, size), go)).problems[0]).toEqual(problem);
    }
  });

  const [one, two] = [good.trim(), line({ ...seen[0], project: '2', title: 'Schöne\u2028Äpfel' }).trim()];
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');
  it.each<[string, string | Uint8Array, number]>([
    ['a byte order mark, Windows line ends and empty lines', `\ufeff${one}\r\n\r\n${two}\r\n`, 3],
    ['carriage returns alone', `${one}\r${two}\r`, 2],
    ['no line break at the end', `${one}\n${two}`, 2],
    ['UTF-16 as Windows writes it', utf16(`\ufeff${one}\r\n${two}\r\n`), 2],
    ['UTF-16 the other way round', utf16(`\ufeff${one}\n${two}\n`).swap16(), 2],
    ['UTF-16 without a mark', utf16(`${one}\n${two}`), 2],
    ['a line of 10 MB', `${one}\n${line({ ...seen[1], text: 'ü'.repeat(5_000_000) })}`, 2],
  ])('takes %s', async (_, file, lines) => {
    for (const size of file.length > 1e6 ? [65_536] : [1, 3, 7, 10_000]) {
      const checked = await check(pieces(file, size), go);
      expect(checked, `${size}`).toEqual({ lines, observations: 2, problems: [], problemCount: 0 });
    }
    const read: Observation[] = [];
    for await (const batch of observationsOf(pieces(file, 4_000))) read.push(...batch.observations);
    if (lines < 3 && file.length < 1e6) expect(read[1]).toMatchObject({ title: 'Schöne\u2028Äpfel' });
  });

  it.each<[string, Uint8Array, object]>([
    ['gzip', gzipSync(good), { line: 1, what: 'gzip' }],
    ['zip', Buffer.from('PK\u0003\u0004\u0014\u0000', 'latin1'), { line: 1, what: 'zip' }],
    [
      'Latin-1',
      Buffer.concat([Buffer.from(good), Buffer.from('{"kind":"bid","é":1}', 'latin1')]),
      { line: 2, what: 'not-text' },
    ],
  ])('says of %s what it is', async (_, file, problem) => {
    for (const size of [1, 10_000]) expect((await check(pieces(file, size), go)).problems).toEqual([problem]);
  });

  it('lists the first problems of many and counts the rest', async () => {
    const checked = await check(pieces('x\n'.repeat(5_000), 4_096), go);
    expect(checked.problems).toHaveLength(20);
    expect(checked.problemCount).toBe(5_000);
  });

  it('does not hold a line without end', async () => {
    async function* endless() {
      const piece = new Uint8Array(1_000_000).fill(97);
      for (let i = 0; i < 60; i++) yield piece;
    }
    expect((await check(endless(), go)).problems).toEqual([{ line: 1, what: 'too-long' }]);
  });

  it('stops when told', async () => {
    const checked = await check(pieces(good.repeat(3_000), 50_000), (done) => done < 1_000 * good.length);
    expect(checked.lines).toBe(1_000);
  });

  it('refuses to go on with a file that changed after it was checked', async () => {
    await expect(observationsOf(pieces('{')).next()).rejects.toThrow('line 1');
  });
});
