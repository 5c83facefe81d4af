// Jobs as the worker does them: asked for over a port, followed, stopped; and the daily tidying.
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { isFull, serveJobs } from '../../entrypoints/background/job-port.ts';
import { forgetOld } from '../../entrypoints/background/tidy.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { isJobPort, type JobReply } from '../../lib/protocol/jobs.ts';
import { defaultSettings } from '../../lib/settings/settings.ts';
import { fresh } from '../store/fresh.ts';
import { guruPage, ownPage, userOf, workerOf } from './worker-of.ts';

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
  const end = () => vi.waitFor(() => expect(said.at(-1)?.type).not.toBe('progress'));
  return { said, ask: (message: unknown) => ask(message), end };
}

describe('a job over a port', () => {
  it('assesses everyone, and says how far it is', async () => {
    const kept = await fresh();
    const { store, db } = kept;
    await store.remember(Array.from({ length: 250 }, (_, i) => bid(`account-${i}`)));
    const { said, ask } = port(kept);
    ask({ type: 'assess-everyone' });
    await vi.waitFor(() => expect(said.at(-1)).toEqual({ type: 'done' }));
    expect(said.slice(0, -1)).toEqual([100, 200, 250].map((done) => ({ type: 'progress', done, of: 250 })));
    expect(await db.accounts.count()).toBe(250);
    expect((await db.accounts.toCollection().first())?.assessedAt).toBeDefined();
  });

  it('stops when told; what is assessed stays', async () => {
    const kept = await fresh();
    const { store, db } = kept;
    await store.remember(Array.from({ length: 250 }, (_, i) => bid(`account-${i}`)));
    const { said, ask } = port(kept, (end) => end.ask({ type: 'stop' }));
    ask({ type: 'assess-everyone' });
    await vi.waitFor(() => expect(said.at(-1)).toEqual({ type: 'done' }));
    expect(said).toHaveLength(2);
    expect(await db.accounts.count()).toBe(100);
  });

  it('imports nothing when the page that asked for it goes away, and tells nobody', async () => {
    const kept = await fresh();
    const { db } = kept;
    for (let i = 0; i < 5; i++) {
      const observations = Array.from({ length: 200 }, (_, j) => bid(`account-${i}-${j}`));
      await db.incoming.add({ id: undefined as never, of: 'a', at: '2026-10-05T08:00:00Z', observations });
    }
    const { said, ask } = port(kept, (end) => end.leave());
    ask({ type: 'import', of: 'a', observations: 1_000 });
    await vi.waitFor(async () => expect(await db.incoming.count()).toBe(0));
    expect(await db.observations.count()).toBe(0);
    expect(said).toHaveLength(1);
  });

  it('refuses what it does not know in words', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { said, ask, end } = port(await fresh());
    ask({ type: 'format-disk' });
    await vi.waitFor(() => expect(said).toHaveLength(1));
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

  it('knows a full disk by any of its names', () => {
    expect(isFull(new DOMException('no room', 'QuotaExceededError'))).toBe(true);
    expect(isFull({ name: 'AbortError', inner: { name: 'QuotaExceededError' } })).toBe(true);
    for (const other of [new Error('x'), null, undefined, 'QuotaExceededError']) expect(isFull(other)).toBe(false);
  });
});

describe('tidying once a day', () => {
  const now = Date.parse('2026-10-10T00:00:00Z');
  const local = (stored: Record<string, unknown> = {}) => ({
    stored,
    get: async () => stored,
    set: async (items: Record<string, unknown>) => void Object.assign(stored, items),
  });

  it('deletes what is old, what a broken import left, and notes the day', async () => {
    const { store, db } = await fresh();
    await store.remember([bid('old', '2026-03-01T00:00:00Z'), bid('young')]);
    await db.incoming.bulkAdd([
      { of: 'broken', at: '2026-10-01T00:00:00Z', observations: [] },
      { of: 'running', at: '2026-10-09T23:00:00Z', observations: [] },
    ] as never);
    const storage = local();
    await forgetOld(store, defaultSettings, storage, now);
    expect(await store.everyone()).toEqual(['guru:young']);
    expect((await db.incoming.toArray()).map(({ of }) => of)).toEqual(['running']);
    expect(storage.stored).toEqual({ retention: { days: 180, lastRun: '2026-10-10T00:00:00.000Z' } });
  });

  it('does nothing on the same day, nor when everything is kept', async () => {
    const { store } = await fresh();
    await store.remember([bid('old', '2020-03-01T00:00:00Z')]);
    await forgetOld(store, defaultSettings, local({ retention: { days: 30, lastRun: '2026-10-09T12:00:00Z' } }), now);
    await forgetOld(store, defaultSettings, local({ retention: { days: null } }), now);
    expect(await store.everyone()).toEqual(['guru:old']);
  });
});
