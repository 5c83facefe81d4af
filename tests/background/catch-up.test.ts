// What a worker does by itself when it has started: an earlier one may have been ended at any moment.
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { catchUp } from '../../entrypoints/background/catch-up.ts';
import { answerMessage } from '../../entrypoints/background/handle-request.ts';
import { assessForUser } from '../../entrypoints/background/user-context.ts';
import { DatabaseEvidence } from '../../lib/evidence/database-evidence.ts';
import { projections } from '../../lib/evidence/projections/registry.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { Store } from '../../lib/store/store.ts';
import { fresh } from '../store/fresh.ts';
import { guruPage, userOf, workerOf } from './worker-of.ts';

const bid = (account: string, text = `I am ${account}, and would begin with the greenhouse.`): Observation => ({
  kind: 'bid',
  site: 'guru',
  seenAt: '2026-10-05T08:00:00Z',
  project: '1',
  account,
  text,
});
const stored: Record<string, unknown> = { retention: { days: null } };
const local = { get: async () => stored, set: async (items: object) => void Object.assign(stored, items) };

it('lists and assesses whoever was stored and not assessed', async () => {
  const { store, db } = await fresh();
  await store.remember(Array.from({ length: 250 }, (_, n) => bid(`bidder-${n}`)));
  const next = await Store.open({ name: db.name, projections });
  await catchUp(workerOf(next, userOf(next, db)), local);
  const rows = await db.accounts.toArray();
  expect(rows).toHaveLength(250);
  expect(rows.every(({ assessedAt }) => assessedAt !== undefined)).toBe(true);
  expect(await next.pending()).toEqual([]);
  next.close();
});

it('finds what a page’s bidders share with somebody who was listed before', async () => {
  const text =
    'I rebuilt the ordering desk of the flower wholesaler Halvik with 87 vans, moved four years of invoices across without losing a single line, and taught the night shift to trust the new screens; your greenhouse scheduling sounds like the same knot, so I would begin with the delivery calendar, then walk through the cold rooms with your foreman and note down which doors stick.';
  const { store, db } = await fresh();
  const worker = workerOf(store, userOf(store, db));
  const others = Array.from({ length: 20 }, (_, n) =>
    bid(`bidder-${n}`, Array.from({ length: 40 }, (_, w) => `w${n}x${w}`).join(' ')),
  );
  await store.remember([...others, bid('ada', text)]);
  await catchUp(worker, local);
  expect((await db.accounts.get('guru:ada'))?.findings).toEqual([]);
  // The worker is ended right after it has stored and listed Ben: nothing has assessed Ada again.
  await store.remember([bid('ben', text)]);
  const assessments = await assessForUser(await worker.user(), ['guru:ben'], new DatabaseEvidence(store));
  await store.list(assessments, { since: store.written, withNamed: true });
  expect((await db.accounts.get('guru:ada'))?.findings).toEqual([]);
  await catchUp(worker, local);
  expect((await db.accounts.get('guru:ada'))?.others).toEqual(['guru:ben']);
  expect(await store.pending()).toEqual([]);
});

it('has nothing to do after a page was answered and listed', async () => {
  const { store, db } = await fresh();
  const worker = workerOf(store, userOf(store, db));
  const reading = {
    site: 'guru',
    url: 'https://www.guru.com/pro/ProjectQuotes.aspx',
    seenAt: new Date().toISOString(),
    page: 'bids',
    sightings: ['ada', 'ben'].map((account) => ({ kind: 'bid', ids: { project: '1', account }, said: {} })),
  };
  await answerMessage({ type: 'page-read', reading }, guruPage, worker);
  await worker.afterwards.idle();
  expect(await store.pending()).toEqual([]);
  expect(await db.accounts.count()).toBe(2);
});
