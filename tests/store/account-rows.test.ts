// Whose rows are whose is known without asking the browser for each account: what is found so is what its indexes find,
// whatever was written or deleted, in this worker and in the next.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { projections } from '../../lib/evidence/projections/registry.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Observation } from '../../lib/model/observation.ts';
import type { HireflagDatabase } from '../../lib/store/database.ts';
import { Store } from '../../lib/store/store.ts';
import { fresh } from './fresh.ts';

const people = ['ada', 'ben', 'cleo', 'dan', 'eva'];
const seen = { site: 'guru', seenAt: '2026-10-05T08:00:00Z' } as const;
const bid = (account: string, project: string): Observation => ({
  kind: 'bid',
  ...seen,
  project,
  account,
  text: `I am ${account}, and would begin with ${project}.`,
});
const review = (from: string, to: string): Observation => ({ kind: 'review', ...seen, from, fromRole: 'client', to });
const profile = (account: string): Observation => ({
  kind: 'profile',
  ...seen,
  account,
  role: 'freelancer',
  name: `The one called ${account}`,
});

const someone = fc.constantFrom(...people);
const act = fc.oneof(
  fc.record({ does: fc.constant('bid' as const), account: someone, project: fc.constantFrom('1', '2', '3') }),
  fc.record({ does: fc.constant('review' as const), account: someone, to: someone }),
  fc.record({ does: fc.constant('profile' as const), account: someone }),
  fc.record({ does: fc.constant('forget' as const), account: someone }),
  fc.record({ does: fc.constant('restart' as const) }),
);

/** The rows of each as the indexes have them. */
async function byIndex(db: HireflagDatabase): Promise<Map<string, unknown[]>> {
  const all = await db.observations.orderBy('n').toArray();
  return new Map(
    people.map((one) => [
      `guru:${one}`,
      all.filter(({ who, giver }) => who === `guru:${one}` || giver === `guru:${one}`),
    ]),
  );
}

it('finds the rows that the indexes find, whatever was written and deleted before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      const { store: first, db } = await fresh();
      let store = first;
      for (const one of acts) {
        if (one.does === 'restart') {
          store.close();
          store = await Store.open({ name: db.name, projections });
        } else if (one.does === 'forget') await store.forget([`guru:${one.account}`]);
        else if (one.does === 'review') await store.remember([review(one.account, one.to)]);
        else if (one.does === 'profile') await store.remember([profile(one.account)]);
        else await store.remember([bid(one.account, one.project)]);
        const found = await store.rowsOf(people.map((name): AccountKey => `guru:${name}`));
        expect(found).toEqual(await byIndex(db));
      }
      store.close();
    }),
    { numRuns: 25 },
  );
});

it('asks for nothing about people who were never seen before', async () => {
  const { store } = await fresh();
  await store.remember(people.map((one) => bid(one, '1')));
  const { db } = store as unknown as { db: HireflagDatabase };
  const asked = vi.spyOn(db, 'rowsUnder');
  const facts = vi.spyOn(db, 'rowsOfFacts');
  const strangers = ['fay', 'gus', 'hal'];
  await store.remember(strangers.map((one) => bid(one, '1')));
  expect(facts).toHaveBeenLastCalledWith([]);
  const rows = await store.rowsOf(strangers.map((one): AccountKey => `guru:${one}`));
  expect([...rows.values()].map((own) => own.length)).toEqual([1, 1, 1]);
  expect(asked.mock.calls.flatMap(([, keys]) => [...keys])).toEqual([]);
});

it('asks for nothing about a bid or a profile that is not stored, of people who are known, and finds the one that is', async () => {
  const { store, db: file } = await fresh();
  await store.remember(people.map((one) => bid(one, '1')));
  const { db } = store as unknown as { db: HireflagDatabase };
  const facts = vi.spyOn(db, 'rowsOfFacts');
  expect(await store.remember(people.flatMap((one) => [bid(one, '2'), profile(one)]))).toEqual({
    added: 10,
    seenAgain: 0,
  });
  expect(facts).toHaveBeenLastCalledWith([]);
  expect(await store.remember([bid('ada', '1'), bid('ada', '2'), bid('ada', '3')])).toEqual({ added: 1, seenAgain: 2 });
  store.close();
  const next = await Store.open({ name: file.name, projections });
  expect(await next.remember([bid('ben', '1'), profile('ben'), bid('ben', '3')])).toEqual({ added: 1, seenAgain: 2 });
});

it('says what people are called whose profile was seen, and asks about nobody else', async () => {
  const { store, db } = await fresh();
  await store.remember([profile('ada'), bid('ben', '1')]);
  const level = 'not-enough-seen' as const;
  const coverage = { bids: 0, projects: 0, reviews: 0, profiles: 1, messages: 0 };
  const list = ['ada', 'ben'].map((account) => ({ site: 'guru', account, level, coverage, checks: [], findings: [] }));
  await store.list(list, { since: store.written });
  expect(await store.namesOf(['guru:ada', 'guru:ben', 'guru:nobody'])).toEqual([['guru:ada', 'The one called ada']]);
  expect(await db.accounts.count()).toBe(2);
});
