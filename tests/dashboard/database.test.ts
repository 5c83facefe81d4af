// What the dashboard reads itself is what the worker would answer.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { db, recordOf } from '../../entrypoints/dashboard/database.ts';
import { observationsBefore } from '../../lib/store/forget.ts';
import { Records } from '../../lib/store/records.ts';
import { Store } from '../../lib/store/store.ts';

describe('the dashboard', () => {
  it('opens the record that the panel opens where an account has several', async () => {
    const records = new Records(db);
    const record = { account: 'guru:ada', openedAt: '2026-01-01T00:00:00Z' };
    await records.put({ ...record, id: 'a', changedAt: '2026-02-01T00:00:00Z' });
    await records.put({ ...record, id: 'b', changedAt: '2026-03-01T00:00:00Z' });
    await records.put({ ...record, id: 'c', changedAt: '2026-01-15T00:00:00Z' });
    expect((await recordOf('guru:ada'))?.id).toBe('b');
    expect(await recordOf('guru:ada')).toEqual(await records.of('guru:ada'));
    expect(await recordOf('guru:ben')).toBeUndefined();
  });

  it('counts before it asks as many old observations as are then deleted', async () => {
    const store = await Store.open({ name: db.name });
    const bid = (day: number) =>
      ({ kind: 'bid', site: 'guru', account: 'ada', project: `${day}`, seenAt: `2026-10-0${day}T08:00:00Z` }) as const;
    await store.remember([1, 2, 3, 4].map(bid));
    const before = '2026-10-03T08:00:00Z';
    expect(await observationsBefore(db, before).count()).toBe(2);
    expect((await store.expire(before)).observations).toBe(2);
    expect(await observationsBefore(db, before).count()).toBe(0);
  });
});
