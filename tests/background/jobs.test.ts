// Jobs as the worker does them: asked for over a port, followed, stopped; and the daily tidying.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { databaseProblem } from '../../components/database-problem.ts';
import { catchUp } from '../../entrypoints/background/catch-up.ts';
import { serveJobs } from '../../entrypoints/background/job-port.ts';
import { runJob } from '../../entrypoints/background/run-job.ts';
import { forgetOld } from '../../entrypoints/background/tidy.ts';
import { projections } from '../../lib/evidence/projections/registry.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { isJobPort, type JobReply } from '../../lib/protocol/jobs.ts';
import { dropNotice, noticesIn } from '../../lib/settings/notices.ts';
import { defaultSettings } from '../../lib/settings/settings.ts';
import { HeldOpenError } from '../../lib/store/database.ts';
import { beginStaging, stageImport } from '../../lib/store/import-staging.ts';
import { keepForNow, parseRetention } from '../../lib/store/retention.ts';
import { Store } from '../../lib/store/store.ts';
import { soon } from '../soon.ts';
import { fresh } from '../store/fresh.ts';
import { guruPage, localArea, ownPage, userOf, workerOf } from './worker-of.ts';

const site = 'guru';
const bid = (account: string, seenAt = '2026-10-05T08:00:00Z'): Observation => ({
  kind: 'bid',
  site,
  seenAt,
  project: '1',
  account,
});

/** Both ends of a port: what is sent in, and what comes out; `onProgress` hears of progress at once. */
function port(
  { store, db }: Awaited<ReturnType<typeof fresh>>,
  onProgress: (end: { ask: (message: unknown) => void; leave: () => void }) => void = () => {},
) {
  const said: JobReply[] = [];
  let ask: (message: unknown) => void = () => {};
  let leave: () => void = () => {};
  serveJobs(
    {
      postMessage: (message) => {
        said.push(message);
        if (message.type === 'progress') onProgress({ ask: (wanted) => ask(wanted), leave: () => leave() });
      },
      onMessage: { addListener: (listener) => (ask = listener) },
      onDisconnect: { addListener: (listener) => (leave = listener) },
    },
    workerOf(store, userOf(store, db)),
  );
  const end = () => soon(() => expect(['done', 'stopped', 'problem']).toContain(said.at(-1)?.type));
  return { said, ask: (message: unknown) => ask(message), end };
}

describe('a job over a port', () => {
  it('assesses everyone, and says how far it is', async () => {
    const kept = await fresh();
    const { store, db } = kept;
    await store.remember(Array.from({ length: 250 }, (_, i) => bid(`account-${i}`)));
    const { said, ask } = port(kept);
    ask({ type: 'assess-everyone' });
    await soon(() => expect(said.at(-1)).toEqual({ type: 'done' }));
    expect(said.slice(0, -1)).toEqual(
      [100, 200, 250].map((done) => ({ type: 'progress', part: 'assessing', done, of: 250 })),
    );
    expect(await db.accounts.count()).toBe(250);
    expect((await db.accounts.toCollection().first())?.assessedAt).toBeDefined();
  });

  it('deletes everything, and with it what the user wrote outside of the database', async () => {
    const { store, db } = await fresh();
    const worker = workerOf(store, userOf(store, db));
    const local = localArea({
      ownList: [['mail:ines@example.org', { source: 'a friend' }]],
      recordAbout: { company: 'Quay', reviewer: 'Ada' },
      settings: { flagsOff: ['extortion'] },
    });
    const said: JobReply[] = [];
    let ask: (message: unknown) => void = () => {};
    serveJobs(
      {
        postMessage: (message) => said.push(message),
        onMessage: { addListener: (listener) => (ask = listener) },
        onDisconnect: { addListener: () => {} },
      },
      { ...worker, local },
    );
    ask({ type: 'forget-all' });
    await soon(() => expect(said).toEqual([{ type: 'done' }]));
    expect(local.stored).toEqual({ settings: { flagsOff: ['extortion'] }, witness: { observations: 0 } });
  });

  it('stops when told; what is assessed stays', async () => {
    const kept = await fresh();
    const { store, db } = kept;
    await store.remember(Array.from({ length: 250 }, (_, i) => bid(`account-${i}`)));
    const { said, ask } = port(kept, (end) => end.ask({ type: 'stop' }));
    ask({ type: 'assess-everyone' });
    await soon(() => expect(said.at(-1)).toEqual({ type: 'done' }));
    expect(said).toHaveLength(2);
    expect(await db.accounts.count()).toBe(100);
  });

  const staged = async (db: Awaited<ReturnType<typeof fresh>>['db']) => {
    const of = await beginStaging(db);
    for (let i = 0; i < 5; i++) {
      await stageImport(
        db,
        of,
        Array.from({ length: 200 }, (_, j) => bid(`account-${i}-${j}`)),
      );
    }
    return of;
  };

  it('says of an import when it stores and when it assesses: they are counted apart', async () => {
    const kept = await fresh();
    const of = await beginStaging(kept.db);
    const bids = Array.from({ length: 300 }, (_, i) => bid(`account-${i % 10}`));
    await stageImport(kept.db, of, bids);
    const { said, ask, end } = port(kept);
    ask({ type: 'import', of, observations: 300 });
    await end();
    const parts = said.flatMap((one) => (one.type === 'progress' ? [[one.part, one.of]] : []));
    expect(parts.at(0)).toEqual(['storing', 300]);
    expect(parts.at(-1)).toEqual(['assessing', 10]);
  });

  it('finishes an import when the page that asked for it goes away, and tells nobody', async () => {
    const kept = await fresh();
    const of = await staged(kept.db);
    const { said, ask } = port(kept, (end) => end.leave());
    ask({ type: 'import', of, observations: 1_000 });
    await soon(async () => expect(await kept.db.incoming.count()).toBe(0));
    expect(await kept.db.observations.count()).toBe(1_000);
    expect(said).toHaveLength(1);
  });

  it('an import that is stopped says how much was taken in, and throws the rest away', async () => {
    const kept = await fresh();
    const of = await staged(kept.db);
    const { said, ask } = port(kept, (end) => end.ask({ type: 'stop' }));
    ask({ type: 'import', of, observations: 1_000 });
    await soon(() => expect(said.at(-1)).toEqual({ type: 'stopped', added: 200, seenAgain: 0 }));
    expect([await kept.db.observations.count(), await kept.db.incoming.count()]).toEqual([200, 0]);
  });

  it('an import that the browser ended is finished by the next worker, and one that never began is left alone', async () => {
    const { store, db } = await fresh();
    const of = await staged(db);
    const never = await beginStaging(db);
    await stageImport(db, never, [bid('never')]);
    const ended = store.import(of, () => {
      store.close();
      return true;
    });
    await expect(ended).rejects.toThrow();
    const next = await Store.open({ name: db.name, projections });
    expect(await next.begunImports()).toEqual([of]);
    const worker = workerOf(next, userOf(next, db));
    await catchUp(worker, worker.local);
    expect(await db.observations.count()).toBe(1_000);
    expect(new Set((await db.incoming.toArray()).map((part) => part.of))).toEqual(new Set([never]));
    expect(await next.pending()).toEqual([]);
    next.close();
  });

  it('pages have their turn between the parts of an import', async () => {
    const { store, db } = await fresh();
    const of = await staged(db);
    const order: string[] = [];
    let page: Promise<unknown> | undefined;
    await store.import(of, (done) => {
      order.push(`part ${done}`);
      page ??= store.remember([bid('on-a-page')]).then(() => order.push('page'));
      return true;
    });
    await page;
    expect(order.slice(0, 3)).toEqual(['part 200', 'page', 'part 400']);
  });

  it('refuses what it does not know in words', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { said, ask, end } = port(await fresh());
    ask({ type: 'format-disk' });
    await soon(() => expect(said).toHaveLength(1));
    await end();
    expect(said).toEqual([{ type: 'problem', problem: expect.stringContaining('database') }]);
    quiet.mockRestore();
  });

  it('is asked for by Hireflag’s own pages and nobody else', () => {
    expect(isJobPort('job', ownPage)).toBe(true);
    expect(isJobPort('job', guruPage)).toBe(false);
    expect(isJobPort('job', undefined)).toBe(false);
    expect(isJobPort('another', ownPage)).toBe(false);
  });

  it('knows what keeps the database from working by any of its names', () => {
    expect(databaseProblem(new DOMException('no room', 'QuotaExceededError'))).toBe('full');
    expect(databaseProblem({ name: 'AbortError', inner: { name: 'QuotaExceededError' } })).toBe('full');
    expect(databaseProblem(new HeldOpenError())).toBe('held');
    expect(databaseProblem(new Dexie.OpenFailedError())).toBe('closed');
    for (const other of [new Error('x'), null, undefined, 'QuotaExceededError']) {
      expect(databaseProblem(other)).toBe('other');
    }
  });
});

describe('tidying once a day of use', () => {
  const day = 86_400_000;
  const now = Date.parse('2026-10-10T00:00:00.000Z');
  const iso = (at: number) => new Date(at).toISOString();
  const local = (stored: Record<string, unknown> = {}) => ({
    stored,
    get: async () => stored,
    set: async (items: Record<string, unknown>) => void Object.assign(stored, items),
  });
  /** Twenty people seen just now, and one whose sighting is old enough to go. */
  async function filled() {
    const it = await fresh();
    await it.store.remember([
      ...Array.from({ length: 20 }, (_, n) => bid(`young-${n}`, iso(now - n * day))),
      bid('old', '2026-03-01T00:00:00.000Z'),
    ]);
    return it;
  }
  const counted = async ({ db }: Awaited<ReturnType<typeof fresh>>) => db.observations.count();

  it('deletes what is old, what a broken import left, and notes the day', async () => {
    const it = await filled();
    await it.db.incoming.bulkAdd([
      { of: 'broken', at: '2026-10-01T00:00:00Z', observations: [] },
      { of: 'running', at: '2026-10-09T23:00:00Z', observations: [] },
    ] as never);
    const storage = local();
    await forgetOld(it.store, defaultSettings, storage, now);
    expect(await it.store.everyone()).not.toContain('guru:old');
    expect(await counted(it)).toBe(20);
    expect((await it.db.incoming.toArray()).map(({ of }) => of)).toEqual(['running']);
    expect(storage.stored.retention).toEqual({ days: 180, lastRun: iso(now), trusted: iso(now) });
  });

  it('keeps things as long as a policy says, whatever the user chose', async () => {
    const it = await filled();
    const under = (keepDays: number | null) => ({ ...defaultSettings, keepDays });
    await forgetOld(it.store, under(0), local({ retention: { days: 180 } }), now);
    expect(await counted(it)).toBe(21);
    const storage = local({ retention: { days: null } });
    await forgetOld(it.store, under(180), storage, now);
    expect(await it.store.everyone()).not.toContain('guru:old');
    // The user's own choice holds again when the policy goes.
    expect(parseRetention(storage.stored.retention).days).toBeNull();
  });

  it('does nothing on the same day, nor when everything is kept', async () => {
    const it = await filled();
    const lastRun = '2026-10-09T12:00:00Z';
    await forgetOld(it.store, defaultSettings, local({ retention: { days: 30, lastRun, trusted: lastRun } }), now);
    await forgetOld(it.store, defaultSettings, local({ retention: { days: null } }), now);
    expect(await counted(it)).toBe(21);
  });

  it.each([1, 10, 100])(
    'a clock that jumps %s years ahead deletes nothing, on that day and the ten after it',
    async (years) => {
      const it = await filled();
      const storage = local();
      await forgetOld(it.store, defaultSettings, storage, now);
      for (let days = 0; days < 10; days++) {
        await forgetOld(it.store, defaultSettings, storage, now + (years * 365 + days) * day);
        expect(await counted(it)).toBe(20);
      }
    },
  );

  it('a year’s pause is believed after a month of use, and then what is old is asked about', async () => {
    const it = await filled();
    const storage = local();
    await forgetOld(it.store, defaultSettings, storage, now);
    for (let days = 0; days < 31; days++) await forgetOld(it.store, defaultSettings, storage, now + (365 + days) * day);
    expect(await counted(it)).toBe(20);
    const [notice] = await noticesIn(storage);
    expect(notice).toMatchObject({ kind: 'old-data', count: 20, all: 20 });
    if (notice?.kind !== 'old-data') throw new Error('no question');
    await runJob({ type: 'expire', before: notice.before }, it.store, defaultSettings, () => true);
    expect(await counted(it)).toBe(0);
  });

  it('more than a tenth is asked about, once in a month where the user keeps it for now', async () => {
    const it = await filled();
    await it.store.remember([bid('older', '2026-02-01T00:00:00.000Z'), bid('oldest', '2026-01-01T00:00:00.000Z')]);
    const storage = local();
    await forgetOld(it.store, defaultSettings, storage, now);
    expect(await counted(it)).toBe(23);
    expect(await noticesIn(storage)).toEqual([
      { kind: 'old-data', count: 3, all: 23, before: '2026-04-13T00:00:00.000Z' },
    ]);
    storage.stored.retention = keepForNow(parseRetention(storage.stored.retention), now);
    await dropNotice(storage, 'old-data');
    await forgetOld(it.store, defaultSettings, storage, now + 2 * day);
    expect(await noticesIn(storage)).toEqual([]);
    for (let days = 3; days < 32; days += 2) await forgetOld(it.store, defaultSettings, storage, now + days * day);
    expect(await noticesIn(storage)).toMatchObject([{ kind: 'old-data' }]);
    expect(await counted(it)).toBe(23);
  });

  it('a clock that goes back a year deletes nothing, and what is read then is newer than what was known', async () => {
    const it = await fresh();
    const storage = local();
    const profile = { kind: 'profile', site: 'guru', account: 'ada', role: 'freelancer' } as const;
    await it.store.remember([{ ...profile, seenAt: iso(now), headline: 'Before' }]);
    await forgetOld(it.store, defaultSettings, storage, now);
    const back = now - 365 * day;
    const seenAt = iso(it.store.timeNow(back));
    await it.store.remember([{ ...profile, seenAt, headline: 'After' }]);
    await forgetOld(it.store, defaultSettings, storage, back);
    const [row] = await it.db.observations.toArray();
    expect(row?.body).toMatchObject({ headline: 'After' });
    // Right again, the next look counts from there.
    await it.store.remember([{ ...profile, seenAt: iso(it.store.timeNow(now + day)), headline: 'Later' }]);
    expect((await it.db.observations.toArray())[0]?.body).toMatchObject({ headline: 'Later' });
  });

  it('what was read while the clock was a year ahead is brought back once it is right, in its order', async () => {
    const it = await fresh();
    const storage = local();
    const profile = { kind: 'profile', site: 'guru', account: 'ada', role: 'freelancer' } as const;
    const ahead = now + 365 * day;
    await forgetOld(it.store, defaultSettings, storage, now - day);
    await it.store.remember([
      { ...profile, seenAt: iso(now - day), headline: 'First' },
      { ...profile, seenAt: iso(ahead), headline: 'Second' },
      { ...profile, seenAt: iso(ahead + 5_000), headline: 'Third' },
      { kind: 'review', site: 'guru', seenAt: iso(ahead), from: 'cleo', fromRole: 'client', to: 'ada', text: 'Fine.' },
      {
        kind: 'page',
        site: 'guru',
        seenAt: iso(ahead),
        page: 'profile',
        read: 'whole',
        url: 'https://www.guru.com/freelancers/ada',
      },
    ]);
    await forgetOld(it.store, defaultSettings, storage, ahead);
    await forgetOld(it.store, defaultSettings, storage, now);
    const rows = await it.db.observations.toArray();
    for (const { lastSeenAt, body } of rows)
      expect([lastSeenAt <= iso(now), body.seenAt === lastSeenAt]).toEqual([true, true]);
    expect(rows[0]).toMatchObject({ firstSeenAt: iso(now - day), body: { headline: 'Third' } });
    await it.store.remember([{ ...profile, seenAt: iso(it.store.timeNow(now + 1)), headline: 'Now' }]);
    const [row] = await it.db.observations.toArray();
    expect(row?.body).toMatchObject({ headline: 'Now' });
    expect(row?.others?.map(({ value }) => value)).toEqual(['Third', 'Second', 'First']);
  });
});
