// Accounts that were written about and not assessed since are known, whenever the worker is ended.
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { projections } from '../../lib/evidence/projections/registry.ts';
import type { Assessment } from '../../lib/model/assessment.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { Store } from '../../lib/store/store.ts';
import { findingOf } from '../finding-of.ts';
import { fresh } from './fresh.ts';

const seen = { site: 'guru', seenAt: '2026-10-05T08:00:00Z' } as const;
const bid = (account: string): Observation => ({
  kind: 'bid',
  ...seen,
  project: '1',
  account,
  text: `I am ${account}.`,
});
const coverage = { bids: 1, projects: 1, reviews: 0, profiles: 0, messages: 0 };
const assessmentOf = (account: string, named: string[] = []): Assessment => ({
  site: 'guru',
  account,
  level: named.length > 0 ? 'look-closer' : 'not-enough-seen',
  coverage,
  checks: [],
  findings:
    named.length > 0 ? [findingOf({ flag: 'reused-template', account, with: named.map((one) => `guru:${one}`) })] : [],
});
const pending = async (store: Store) => (await store.pending()).sort();

it('an account is pending from when it is written about until it is listed', async () => {
  const { store } = await fresh();
  await store.remember([bid('ada'), bid('ben')]);
  expect(await pending(store)).toEqual(['guru:ada', 'guru:ben']);
  await store.list([assessmentOf('ada')], { since: store.written });
  expect(await pending(store)).toEqual(['guru:ben']);
});

it('however many accounts a write is about, it makes one note, which goes when the last of them is listed', async () => {
  const { store, db } = await fresh();
  const accounts = Array.from({ length: 50 }, (_, n) => `bidder-${n}`);
  await store.remember(accounts.map(bid));
  expect(await db.pending.count()).toBe(1);
  await store.list(
    accounts.slice(1).map((account) => assessmentOf(account)),
    { since: store.written },
  );
  expect(await pending(store)).toEqual(['guru:bidder-0']);
  await store.list([assessmentOf('bidder-0')], { since: store.written });
  expect(await db.pending.count()).toBe(0);
});

it('a note of one account, as an earlier version made them, counts as well', async () => {
  const { store, db } = await fresh();
  await store.remember([bid('ada')]);
  await db.pending.clear();
  await db.pending.put({ key: 'guru:ada', writer: 'upgrade', write: 0 });
  expect(await pending(store)).toEqual(['guru:ada']);
  await store.list([assessmentOf('ada')], { since: store.written });
  expect(await db.pending.count()).toBe(0);
});

it('those whom a review or a message is about are pending too, a page and a project are about nobody', async () => {
  const { store } = await fresh();
  await store.remember([
    { kind: 'review', ...seen, from: 'client', fromRole: 'client', to: 'ada' },
    { kind: 'message', ...seen, thread: 't', account: 'ben', mine: false, text: 'Hello' },
    { kind: 'project', ...seen, project: '1', client: 'client' },
    { kind: 'page', ...seen, page: 'project', read: 'whole' },
  ]);
  expect(await pending(store)).toEqual(['guru:ada', 'guru:ben']);
});

it('what was written while an account was being assessed leaves it pending', async () => {
  const { store } = await fresh();
  await store.remember([bid('ada')]);
  const since = store.written;
  await store.remember([{ ...bid('ada'), project: '2' } as Observation]);
  await store.list([assessmentOf('ada')], { since });
  expect(await pending(store)).toEqual(['guru:ada']);
  await store.list([assessmentOf('ada')], { since: store.written });
  expect(await pending(store)).toEqual([]);
});

it('the next worker knows what an earlier one has left, and is done with it by assessing it once', async () => {
  const { store, db } = await fresh();
  for (const account of ['ada', 'ben', 'cleo']) await store.remember([bid(account)]);
  const next = await Store.open({ name: db.name, projections });
  expect(await pending(next)).toEqual(['guru:ada', 'guru:ben', 'guru:cleo']);
  await next.list(
    ['ada', 'ben', 'cleo'].map((account) => assessmentOf(account)),
    { since: next.written },
  );
  expect(await pending(next)).toEqual([]);
  next.close();
});

it('those whom a new finding names are pending where it is asked for', async () => {
  const { store } = await fresh();
  await store.remember([bid('ada'), bid('ben')]);
  await store.list([assessmentOf('ben')], { since: store.written });
  expect(await store.list([assessmentOf('ada', ['ben'])], { since: store.written, withNamed: true })).toEqual([
    'guru:ben',
  ]);
  expect(await pending(store)).toEqual(['guru:ben']);
  // Those who are listed at the same time know already.
  await store.list([assessmentOf('ada'), assessmentOf('ben')], { since: store.written, withNamed: true });
  await store.list([assessmentOf('ada', ['ben']), assessmentOf('ben', ['ada'])], {
    since: store.written,
    withNamed: true,
  });
  expect(await pending(store)).toEqual([]);
});

it('a write that the database refuses leaves nobody pending', async () => {
  const { store } = await fresh();
  await expect(store.remember([bid('ada'), { ...bid('ben'), account: Symbol('no text') } as never])).rejects.toThrow();
  expect(await pending(store)).toEqual([]);
});

it('whoever is deleted is pending no more, and those named with them are', async () => {
  const { store } = await fresh();
  await store.remember([bid('ada'), bid('ben'), bid('cleo')]);
  await store.list([assessmentOf('ada', ['ben']), assessmentOf('ben', ['ada'])], { since: store.written });
  await store.forget(['guru:ada', 'guru:cleo']);
  expect(await pending(store)).toEqual(['guru:ben']);
  await store.forgetAll();
  expect(await pending(store)).toEqual([]);
});

it('an import leaves those it is about pending', async () => {
  const { store, db } = await fresh();
  await db.incoming.add({ of: 'a', at: seen.seenAt, observations: [bid('ada'), bid('ben')] } as never);
  await store.import('a', () => true);
  expect(await pending(store)).toEqual(['guru:ada', 'guru:ben']);
});
