import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { DatabaseEvidence } from '../../lib/evidence/database-evidence.ts';
import type { Evidence } from '../../lib/evidence/evidence.ts';
import { MemoryStore } from '../../lib/evidence/memory-evidence.ts';
import { bidLedger } from '../../lib/evidence/projections/bid-ledger.ts';
import { ratings } from '../../lib/evidence/projections/ratings.ts';
import { texts } from '../../lib/evidence/projections/texts.ts';
import type { Bid, Message, Observation, Profile, Review } from '../../lib/model/observation.ts';
import { fresh } from '../store/fresh.ts';
import { answers } from './answers.ts';
import { observation } from './generated.ts';

const frame = { site: 'guru', seenAt: '2026-10-05T08:00:00Z' } as const;
const bid = (account: string, project: string, more: Partial<Bid> = {}): Bid => ({
  kind: 'bid',
  ...frame,
  account,
  project,
  text: `For project ${project} I would first write down what your people do by hand today.`,
  ...more,
});
const profile = (account: string, more: Partial<Profile> = {}): Profile => ({
  kind: 'profile',
  ...frame,
  account,
  role: 'freelancer',
  ...more,
});
const review = (from: string, to: string, more: Partial<Review> = {}): Review => ({
  kind: 'review',
  ...frame,
  from,
  fromRole: 'client',
  to,
  ...more,
});
const message = (account: string, words: string, mine = false): Message => ({
  kind: 'message',
  ...frame,
  account,
  thread: 't',
  mine,
  text: words,
});

async function inMemory(...pages: (readonly Observation[])[]): Promise<Evidence> {
  const store = new MemoryStore();
  for (const page of pages) store.remember(...page);
  return store.evidence();
}

async function inDatabase(observations: readonly Observation[]): Promise<Evidence> {
  const { store } = await fresh();
  for (const one of observations) await store.remember([one]);
  return new DatabaseEvidence(store);
}

describe.each([
  ['memory', inMemory],
  ['the database', inDatabase],
])('evidence from %s', (_, evidenceOf) => {
  it('gives the bids of the accounts asked about, each once, in the order seen', async () => {
    const later = { seenAt: '2026-10-07T08:00:00Z' };
    const evidence = await evidenceOf([bid('ada', '2'), bid('ben', '1'), bid('ada', '1'), bid('ada', '2', later)]);
    const bids = await evidence.bidsOf(['guru:ada', 'guru:cleo', 'guru:ada']);
    expect([...bids.keys()]).toEqual(['guru:ada']);
    expect(bids.get('guru:ada')?.map(({ project }) => project)).toEqual(['2', '1']);
    expect(bids.get('guru:ada')?.[0]).toMatchObject({ firstSeenAt: frame.seenAt, lastSeenAt: later.seenAt });
  });

  it('gives the texts that others sent, and none that the user wrote or whose words were not kept', async () => {
    const evidence = await evidenceOf([
      bid('ada', '1'),
      bid('ada', '2', { text: undefined }),
      message('ada', 'Shall we talk?'),
      message('ada', 'Yes.', true),
    ]);
    const sent = (await evidence.textsOf(['guru:ada', 'guru:ben'])).get('guru:ada') ?? [];
    expect(sent.map(({ project, text }) => [project, text])).toEqual([
      ['1', bid('ada', '1').text],
      ['', 'Shall we talk?'],
    ]);
    const numbers = sent.map(({ n }) => n);
    expect(await evidence.textsAt([...numbers].reverse())).toEqual([...sent].reverse());
    expect(await evidence.textsAt([4_711])).toEqual([]);
  });

  it('gives what a profile said over time, with when it was first and last seen', async () => {
    const later = '2026-10-06T08:00:00Z';
    const evidence = await evidenceOf([
      profile('ada', { name: 'Ada Lovelace' }),
      profile('ada', { seenAt: later, name: 'Grace Hopper', headline: 'Tills' }),
    ]);
    const histories = await evidence.profileHistoriesOf(['guru:ada', 'guru:ben']);
    expect([...histories.keys()]).toEqual(['guru:ada']);
    const history = histories.get('guru:ada');
    expect(history).toMatchObject({ firstSeenAt: frame.seenAt, lastSeenAt: later });
    expect(history?.profile.name).toBe('Grace Hopper');
    expect(history?.values.get('name')).toEqual([
      { value: 'Grace Hopper', first: later, last: later },
      { value: 'Ada Lovelace', first: frame.seenAt, last: frame.seenAt },
    ]);
    expect(history?.values.get('headline')?.map(({ value }) => value)).toEqual(['Tills']);
  });

  it('gives the messages of both sides, in the order seen', async () => {
    const evidence = await evidenceOf([
      message('ada', 'Shall we talk?'),
      message('ada', 'Yes.', true),
      bid('ben', '1'),
    ]);
    const messages = await evidence.messagesOf(['guru:ada', 'guru:ben']);
    expect([...messages.keys()]).toEqual(['guru:ada']);
    expect(messages.get('guru:ada')?.map(({ mine, text }) => [mine, text])).toEqual([
      [false, 'Shall we talk?'],
      [true, 'Yes.'],
    ]);
  });

  it('gives profiles and projects as they are known now, and leaves out whom and what was not seen', async () => {
    const evidence = await evidenceOf([
      profile('ada', { name: 'Ada' }),
      profile('ada', { seenAt: '2026-10-06T08:00:00Z', headline: 'Tills' }),
      { kind: 'project', ...frame, project: '1', title: 'A till' },
    ]);
    expect([...(await evidence.profilesOf(['guru:ada', 'guru:ben']))]).toMatchObject([
      ['guru:ada', { name: 'Ada', headline: 'Tills' }],
    ]);
    expect([...(await evidence.projects(['guru:1', 'guru:2', 'upwork:1']))]).toMatchObject([
      ['guru:1', { title: 'A till' }],
    ]);
  });

  it('says of everyone how much was seen, a review on both sides', async () => {
    const evidence = await evidenceOf([bid('ada', '1'), bid('ada', '2'), review('acme', 'ada'), profile('ada')]);
    const coverage = await evidence.coverageOf(['guru:ada', 'guru:acme', 'guru:nobody']);
    expect(coverage.get('guru:ada')).toEqual({ bids: 2, projects: 2, reviews: 1, profiles: 1, messages: 0 });
    expect(coverage.get('guru:acme')?.reviews).toBe(1);
    expect(coverage.get('guru:nobody')).toEqual({ bids: 0, projects: 0, reviews: 0, profiles: 0, messages: 0 });
  });

  it('answers projections from everyone’s rows, with the same object each time', async () => {
    const evidence = await evidenceOf([
      bid('ada', '1', { outcome: 'awarded' }),
      bid('ben', '1'),
      review('acme', 'ada', { rating: { value: 5, outOf: 5 } }),
      profile('ada', { stats: { reviewCount: 40 } }),
    ]);
    expect((await evidence.projection(bidLedger)).of('guru:ben')?.lost).toBe(1);
    const graph = await evidence.projection(ratings);
    expect(graph.ratings().length).toBe(1);
    expect(graph.shown(graph.number('guru:ada') ?? -1)).toBe(40);
    expect((await evidence.projection(texts)).size).toBe(2);
    expect(await evidence.projection(ratings)).toBe(graph);
  });

  it('answers two who ask at once as it answers one after the other', async () => {
    const seen = [bid('ada', '1'), bid('ada', '2'), profile('ada'), review('acme', 'ada')];
    const evidence = await evidenceOf(seen);
    const [bids, profiles, coverage, again, graph, same] = await Promise.all([
      evidence.bidsOf(['guru:ada']),
      evidence.profilesOf(['guru:ada', 'guru:acme']),
      evidence.coverageOf(['guru:acme', 'guru:ada']),
      evidence.bidsOf(['guru:ada']),
      evidence.projection(ratings),
      evidence.projection(ratings),
    ]);
    expect(bids.get('guru:ada')).toHaveLength(2);
    expect(profiles.has('guru:ada')).toBe(true);
    expect(coverage.get('guru:ada')).toEqual({ bids: 2, projects: 2, reviews: 1, profiles: 1, messages: 0 });
    expect(again).toEqual(bids);
    expect(same).toBe(graph);
  });
});

describe('the two', () => {
  it('answer the same whatever was seen, in whatever pages it came', async () => {
    const pages = fc.array(fc.array(observation, { maxLength: 8 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(pages, async (seen) => {
        const { store } = await fresh();
        for (const page of seen) await store.remember(page);
        const database = await answers(new DatabaseEvidence(store));
        expect(database).toEqual(await answers(await inMemory(...seen)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('memory', () => {
  it('reads the rows of a list of accounts once for all who ask the same, and again for another list', async () => {
    const evidence = await inMemory([bid('ada', '1'), bid('ben', '1')]);
    const list = ['guru:ada', 'guru:ben'] as const;
    const [first, second] = [await evidence.bidsOf(list), await evidence.bidsOf(list)];
    expect(second).toBe(first);
    expect(await evidence.textsOf(list)).not.toBe(first);
    expect([...(await evidence.bidsOf(['guru:ben'])).keys()]).toEqual(['guru:ben']);
  });
});

describe('the database', () => {
  it('fetches an account’s rows once for all who ask, and again only for whom it has not fetched', async () => {
    const { store } = await fresh();
    await store.remember([bid('ada', '1'), bid('ben', '1')]);
    const rowsOf = vi.spyOn(store, 'rowsOf');
    const evidence = new DatabaseEvidence(store);
    await Promise.all([evidence.bidsOf(['guru:ada']), evidence.coverageOf(['guru:ada', 'guru:ben'])]);
    await evidence.profilesOf(['guru:ben', 'guru:ada']);
    expect(rowsOf.mock.calls.map(([asked]) => [...asked])).toEqual([['guru:ada'], ['guru:ben']]);
  });

  it('that fails once is asked again', async () => {
    const { store } = await fresh();
    await store.remember([bid('ada', '1')]);
    vi.spyOn(store, 'rowsOf').mockRejectedValueOnce(new Error('The disk is busy.'));
    const evidence = new DatabaseEvidence(store);
    const both = await Promise.allSettled([evidence.bidsOf(['guru:ada']), evidence.profilesOf(['guru:ada'])]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await evidence.bidsOf(['guru:ada'])).size).toBe(1);
  });
});
