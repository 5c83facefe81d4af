import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Decision } from '../../lib/model/decision.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { Decisions } from '../../lib/store/decisions.ts';

const at = '2026-10-05T08:00:00Z';
let db: HireflagDatabase;
let decisions: Decisions;
beforeEach(() => {
  db = new HireflagDatabase('decisions-test');
  decisions = new Decisions(db);
});
afterEach(async () => {
  db.close();
  await Dexie.delete('decisions-test');
});

describe('decisions', () => {
  it('make people of accounts, over any number of steps and sites, until they are taken back', async () => {
    await decisions.add({ kind: 'same-person', account: 'guru:ada', at, other: 'fiverr:ada' });
    await decisions.add({ kind: 'same-person', account: 'upwork:~01', at, other: 'fiverr:ada' });
    await decisions.add({ kind: 'not-same-person', account: 'guru:ada', at, other: 'guru:ben' });
    const people = await decisions.peopleOf(['guru:ada', 'upwork:~01', 'guru:ben']);
    expect([...people]).toEqual([
      ['guru:ada', ['fiverr:ada', 'upwork:~01']],
      ['upwork:~01', ['fiverr:ada', 'guru:ada']],
    ]);
    const [first] = (await decisions.of(['guru:ada'])).get('guru:ada') ?? [];
    await decisions.undo(first?.id as number, 'guru:ada');
    expect((await decisions.peopleOf(['guru:ada'])).size).toBe(0);
  });

  it('are found from both sides, oldest first, and can be taken back', async () => {
    await decisions.add({ kind: 'muted', account: 'guru:ada', at, flag: 'a' });
    await decisions.add({ kind: 'same-person', account: 'guru:ada', at, other: 'guru:ben' });
    const both = await decisions.of(['guru:ada', 'guru:ben', 'guru:cleo']);
    expect(both.get('guru:ada')?.map(({ kind }) => kind)).toEqual(['muted', 'same-person']);
    expect(both.get('guru:ben')?.map(({ kind }) => kind)).toEqual(['same-person']);
    expect(both.has('guru:cleo')).toBe(false);
    const ofBoth = both.get('guru:ben')?.[0]?.id as number;
    await decisions.undo(ofBoth, 'guru:cleo');
    expect((await decisions.of(['guru:ben'])).size).toBe(1);
    await decisions.undo(ofBoth, 'guru:ben');
    expect((await decisions.of(['guru:ben'])).size).toBe(0);
    expect((await decisions.of(['guru:ada'])).get('guru:ada')).toHaveLength(1);
    await decisions.undo(Number.NaN, 'guru:ada');
    expect((await decisions.of(['guru:ada'])).get('guru:ada')).toHaveLength(1);
  });

  it('take the place of what they contradict', async () => {
    await decisions.add({ kind: 'same-person', account: 'guru:ada', at, other: 'guru:ben' });
    await decisions.add({ kind: 'not-same-person', account: 'guru:ben', at, other: 'guru:ada' });
    await decisions.add({ kind: 'muted', account: 'guru:ada', at, flag: 'a' });
    await decisions.add({ kind: 'false-alarm', account: 'guru:ada', at, flag: 'a' });
    await decisions.add({ kind: 'muted', account: 'guru:ada', at, flag: 'b' });
    await decisions.add({ kind: 'fine', account: 'guru:ada', at, reason: 'one', known: [] });
    await decisions.add({ kind: 'fine', account: 'guru:ada', at, reason: 'two', known: [] });
    const own = (await decisions.of(['guru:ada'])).get('guru:ada') ?? [];
    expect(own.map(({ kind }) => kind)).toEqual(['not-same-person', 'false-alarm', 'muted', 'fine']);
    expect(own.at(-1)).toMatchObject({ reason: 'two' });
  });

  it('about different matters of one flag stand beside each other', async () => {
    for (const key of ['a:1', 'a:2', 'a:1']) {
      await decisions.add({ kind: 'false-alarm', account: 'guru:ada', at, flag: 'a', key });
    }
    await decisions.add({ kind: 'muted', account: 'guru:ada', at, flag: 'a' });
    const own = (await decisions.of(['guru:ada'])).get('guru:ada') ?? [];
    expect(own.map((one) => ('key' in one ? one.key : one.kind))).toEqual(['a:2', 'a:1', 'muted']);
  });

  it('can be put in their own place with more in them', async () => {
    await decisions.add({
      kind: 'fine',
      account: 'guru:ada',
      at,
      reason: 'one',
      known: [{ flag: 'a', strength: 'weak' }],
    });
    const [fine] = (await decisions.of(['guru:ada'])).get('guru:ada') ?? [];
    if (fine?.kind !== 'fine') throw new Error('no decision');
    await decisions.replace(fine.id, { ...fine, known: [{ flag: 'a', key: 'a:1', strength: 'weak' }] });
    await decisions.replace(99, fine);
    const all = (await decisions.of(['guru:ada'])).get('guru:ada') ?? [];
    expect(all).toEqual([{ ...fine, known: [{ flag: 'a', key: 'a:1', strength: 'weak' }] }]);
  });

  it('that are none are refused', async () => {
    const long: Decision = { kind: 'fine', account: 'guru:ada', at, reason: 'x'.repeat(301), known: [] };
    await expect(decisions.add(long)).rejects.toThrow();
    expect((await decisions.of(['guru:ada'])).size).toBe(0);
  });
});
