import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { Records } from '../../lib/store/records.ts';
import { Store } from '../../lib/store/store.ts';

interface Noted {
  id: string;
  account: string;
  changedAt: string;
  notes: string[];
}
let db: HireflagDatabase;
let records: Records<Noted>;
beforeEach(() => {
  db = new HireflagDatabase('records-test');
  records = new Records(db);
});
afterEach(async () => {
  db.close();
  await Dexie.delete('records-test');
});
const noted = (id: string, changedAt: string): Noted => ({ id, account: 'guru:ada', changedAt, notes: [] });

describe('records', () => {
  it('are listed last changed first, and found by account', async () => {
    await records.put(noted('a', '2026-01-01'));
    await records.put(noted('b', '2026-03-01'));
    await records.put(noted('c', '2026-02-01'));
    expect((await records.all()).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
    expect((await records.of('guru:ada'))?.id).toBe('b');
    expect(await records.of('guru:ben')).toBeUndefined();
    await records.delete('b');
    expect((await records.of('guru:ada'))?.id).toBe('c');
  });

  it('changed by two pages at once keep both changes', async () => {
    await records.put(noted('a', '2026-01-01'));
    const other = new Records<Noted>(new HireflagDatabase('records-test'));
    await Promise.all([
      records.change('a', (now) => ({ ...now, notes: [...now.notes, 'one'] })),
      other.change('a', (now) => ({ ...now, notes: [...now.notes, 'two'] })),
    ]);
    expect((await records.get('a'))?.notes.sort()).toEqual(['one', 'two']);
    expect(await records.change('gone', (now) => now)).toBeUndefined();
  });

  it('outlive what they were made from, and go when everything goes', async () => {
    const store = await Store.open({ name: 'records-test' });
    await store.remember([
      { kind: 'profile', site: 'guru', account: 'ada', role: 'freelancer', seenAt: '2026-01-01T00:00:00Z' },
    ]);
    await records.put(noted('a', '2026-01-01'));
    await store.forget(['guru:ada']);
    await store.expire('2027-01-01T00:00:00Z');
    expect(await records.get('a')).toBeDefined();
    await store.forgetAll();
    expect(await records.get('a')).toBeUndefined();
    store.close();
  });
});
