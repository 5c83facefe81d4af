import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MemoryStore } from '../../lib/evidence/memory-evidence.ts';
import type { Bid, Observation, Page, Project, Review } from '../../lib/model/observation.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { Store } from '../../lib/store/store.ts';
import { prepareText } from '../../lib/text/prepared-text.ts';
import { TextIndex } from '../../lib/text/text-index.ts';

const text = (topic: string) =>
  `The booking screen for ${topic} comes first, because people give up there today. I would draw it on paper, show it to ` +
  'two of your receptionists, and only then write the first line of code, so that nothing has to be thrown away later.';

const bid = (account: string, project = '1', more: Partial<Bid> = {}): Bid => ({
  kind: 'bid',
  site: 'freelancer',
  seenAt: '2026-10-05T08:00:00Z',
  project,
  account,
  text: text(account),
  ...more,
});
const page: Page = {
  kind: 'page',
  site: 'freelancer',
  seenAt: '2026-10-05T08:00:00Z',
  url: 'https://www.freelancer.com/projects/a/b-1',
  page: 'project',
  read: 'whole',
  found: { bids: 2 },
};
const project: Project = {
  kind: 'project',
  site: 'freelancer',
  seenAt: page.seenAt,
  project: '1',
  title: 'A booking app',
};
const firstPage: Observation[] = [page, project, bid('ada'), bid('ben')];

let name = 0;
let open: Store[] = [];
async function store(database = `test-${++name}`): Promise<Store> {
  const opened = await Store.open(database);
  open.push(opened);
  return opened;
}
afterEach(() => {
  for (const each of open) each.close();
  open = [];
});

/** Numbers of the stored texts that share pieces with this one. */
function similar(to: string, { texts }: { texts: ReturnType<Store['seen']>['texts'] }): number[] {
  const { fingerprints, sentenceSpans } = prepareText(to, undefined);
  return texts.query(fingerprints, sentenceSpans, 'freelancer:nobody', 50).matches.map(({ n }) => n);
}

describe('remembering', () => {
  it('adds nothing twice when a page is opened twice', async () => {
    const it = await store();
    expect(await it.remember(firstPage)).toEqual({ added: 4, seenAgain: 0 });
    expect(await it.remember(firstPage)).toEqual({ added: 0, seenAgain: 4 });
    const bids = await it.seen().bidsOf(['freelancer:ada', 'freelancer:ben']);
    expect([...bids.values()].map((own) => own.length)).toEqual([1, 1]);
    expect(similar(text('ada'), it.seen())).toHaveLength(2);
  });

  it('adds nothing twice when one page shows a bidder twice', async () => {
    const it = await store();
    expect(await it.remember([bid('ada'), bid('ada')])).toEqual({ added: 1, seenAgain: 1 });
  });

  it('keeps two pages that are read at the same moment', async () => {
    const it = await store();
    await Promise.all([it.remember([bid('ada', '1')]), it.remember([bid('ada', '2')]), it.remember([bid('ada', '1')])]);
    expect((await it.seen().coverageOf(['freelancer:ada'])).get('freelancer:ada')).toMatchObject({
      bids: 2,
      projects: 2,
    });
  });

  it('finds a bid by its new text after the text changed, and no more by the old one', async () => {
    const it = await store();
    const old =
      'Seventeen lighthouses were painted by our small team of sailors before the autumn storms came in from the west.';
    await it.remember([bid('ada', '1', { text: old }), bid('ben')]);
    await it.remember([bid('ada', '1', { seenAt: '2026-10-06T08:00:00Z' })]);
    expect(similar(old, it.seen())).toHaveLength(0);
    expect(similar(text('ada'), it.seen())).toHaveLength(2);
    const bids = (await it.seen().bidsOf(['freelancer:ada'])).get('freelancer:ada');
    expect(bids).toHaveLength(1);
    expect(bids?.[0]).toMatchObject({
      text: text('ada'),
      firstSeenAt: page.seenAt,
      lastSeenAt: '2026-10-06T08:00:00Z',
    });
  });

  it('keeps nothing of a page when one of its rows cannot be written', async () => {
    const it = await store();
    await it.remember([bid('ada')]);
    const impossible = { ...bid('cleo'), text: Symbol('cannot be stored') as unknown as string };
    await expect(it.remember([bid('ben'), impossible])).rejects.toThrow();
    expect((await it.seen().bidsOf(['freelancer:ada', 'freelancer:ben'])).size).toBe(1);
    expect(similar(text('ben'), it.seen())).toHaveLength(1);
    expect(await it.remember([bid('ben')])).toEqual({ added: 1, seenAgain: 0 });
  });
});

describe('how bids came out', () => {
  const tally = async (it: Store, account: 'ada' | 'ben') => (await it.seen().bidding()).of(`freelancer:${account}`);

  it('is counted from every bid, and counted on', async () => {
    const it = await store();
    await it.remember(firstPage);
    expect(await tally(it, 'ada')).toMatchObject({ bids: 1, unknown: 1 });
    await it.remember([bid('ada', '1', { outcome: 'awarded' }), bid('ada', '2')]);
    expect(await tally(it, 'ada')).toMatchObject({ bids: 2, won: 1, unknown: 1 });
    expect(await tally(it, 'ben')).toMatchObject({ bids: 1, lost: 1 });
  });

  it('is the same after the worker was ended, also across blocks and changed texts', async () => {
    const first = await store('tally');
    const many = Array.from({ length: 2_500 }, (_, i) => bid('ada', `${i}`, { text: undefined }));
    await first.remember(many);
    await first.remember([bid('ada', '3', { text: text('one more'), outcome: 'rejected' }), bid('ben', '4')]);
    const before = await tally(first, 'ada');
    expect(before).toMatchObject({ bids: 2_500, lost: 1 });
    first.close();
    const again = await store('tally');
    expect(await tally(again, 'ada')).toEqual(before);
    expect(await tally(again, 'ben')).toMatchObject({ bids: 1 });
  });
});

describe('facts', () => {
  it.each([
    ['damaged', { facts: '[[1,' }],
    ['of another version', { version: 0 }],
  ])('are written anew when a block is %s', async (_, damage) => {
    const database = `facts-${++name}`;
    const first = await store(database);
    await first.remember([...firstPage, bid('ada', '2', { outcome: 'rejected' })]);
    first.close();
    const db = new HireflagDatabase(database);
    expect(await db.factBlocks.count()).toBe(1);
    await db.factBlocks.update(0, damage);
    db.close();
    for (const again of [await store(database), await store(database)]) {
      expect((await again.seen().bidding()).of('freelancer:ada')).toMatchObject({ bids: 2, lost: 1, unknown: 1 });
    }
  });
});

describe('who rated whom', () => {
  const review = (from: string, to: string, more: Partial<Review> = {}): Review => ({
    kind: 'review',
    site: 'freelancer',
    seenAt: page.seenAt,
    from,
    fromRole: 'client',
    to,
    rating: { value: 5, outOf: 5 },
    at: '2026-09-01T00:00:00Z',
    ...more,
  });
  const columns = async (it: Store) => {
    const graph = await it.seen().ratings();
    const all = graph.ratings();
    const { accounts } = graph;
    return Array.from({ length: all.length }, (_, r) => [
      accounts[all.from[r] as number],
      accounts[all.to[r] as number],
      all.value[r],
      all.time[r],
    ]);
  };

  it('holds each review once, however often it was seen, also in a worker that was ended', async () => {
    const first = await store('ratings');
    await first.remember([review('c1', 'ada'), review('c2', 'ada', { rating: undefined, at: undefined })]);
    expect(await columns(first)).toEqual([
      ['freelancer:c1', 'freelancer:ada', 1, Date.parse('2026-09-01') / 1000],
      ['freelancer:c2', 'freelancer:ada', Number.NaN, Number.NaN],
    ]);
    await first.remember([review('c1', 'ada'), review('c1', 'ben')]);
    const before = await columns(first);
    expect(before.map(([from, to]) => `${from} ${to}`)).toEqual([
      'freelancer:c1 freelancer:ada',
      'freelancer:c2 freelancer:ada',
      'freelancer:c1 freelancer:ben',
    ]);
    first.close();
    expect(await columns(await store('ratings'))).toEqual(before);
  });
});

describe('a worker that is ended and started again', () => {
  it('knows everything it knew', async () => {
    const first = await store('ended');
    await first.remember(firstPage);
    await first.remember([bid('cleo', '2')]);
    first.close();
    const again = await store('ended');
    expect(similar(text('ada'), again.seen())).toEqual(similar(text('ada'), first.seen()));
    expect(similar(text('ada'), again.seen())).toHaveLength(3);
    expect(await again.remember(firstPage)).toEqual({ added: 0, seenAgain: 4 });
  });

  it.each([
    ['is damaged', (block: Record<string, unknown>) => ({ ...block, offsets: new Uint32Array(3) })],
    ['is of another version', (block: Record<string, unknown>) => ({ ...block, version: 0 })],
    ['is no block at all', () => 'nonsense'],
  ])('builds the index anew when a block %s', async (_, damage) => {
    const database = `damaged-${++name}`;
    const first = await store(database);
    await first.remember(firstPage);
    await first.remember([bid('cleo', '2')]);
    first.close();
    const db = new HireflagDatabase(database);
    const stored = await db.textBlocks.toArray();
    expect(stored.length).toBeGreaterThan(0);
    await db.textBlocks.put({ ...stored[0], block: damage(stored[0]?.block as Record<string, unknown>) } as never);
    db.close();
    const again = await store(database);
    expect(similar(text('ada'), again.seen())).toHaveLength(3);
    again.close();
    expect(similar(text('ada'), (await store(database)).seen())).toHaveLength(3);
  });

  it('builds the index anew when that was broken off', async () => {
    const database = `broken-off-${++name}`;
    const first = await store(database);
    await first.remember(firstPage);
    first.close();
    const db = new HireflagDatabase(database);
    await db.textBlocks.toCollection().modify({ block: 'nonsense' });
    db.close();
    vi.spyOn(TextIndex.prototype, 'freeze').mockImplementationOnce(() => {
      throw new Error('The worker is ended.');
    });
    await expect(Store.open(database)).rejects.toThrow('ended');
    expect(similar(text('ada'), (await store(database)).seen())).toHaveLength(2);
  });
});

describe('the store in memory', () => {
  it('answers as the database does', async () => {
    const observations: Observation[] = [
      ...firstPage,
      bid('ada', '2', { seenAt: '2026-10-06T08:00:00Z', text: text('a clinic') }),
      {
        kind: 'profile',
        site: 'freelancer',
        seenAt: page.seenAt,
        account: 'ada',
        role: 'freelancer',
        headline: 'Apps',
      },
      {
        kind: 'review',
        site: 'freelancer',
        seenAt: page.seenAt,
        from: 'client',
        fromRole: 'client',
        to: 'ada',
        text: 'Good.',
      },
      bid('ada', '1', { seenAt: '2026-10-07T08:00:00Z', amount: 300 }),
    ];
    const database = await store();
    const memory = new MemoryStore();
    for (const each of observations) {
      await database.remember([each]);
      memory.remember(each);
    }
    const [a, b] = [database.seen(), memory.seen()];
    const accounts = ['freelancer:ada', 'freelancer:ben', 'freelancer:nobody'] as const;
    const withoutNumbers = (bids: Awaited<ReturnType<typeof a.bidsOf>>) =>
      [...bids].map(([account, own]) => [account, own.map(({ n: _, ...rest }) => rest)]);
    expect(withoutNumbers(await a.bidsOf(accounts))).toEqual(withoutNumbers(await b.bidsOf(accounts)));
    expect((await a.bidsOf(accounts)).get('freelancer:ada')).toHaveLength(2);
    expect(await a.coverageOf(accounts)).toEqual(await b.coverageOf(accounts));
    expect((await a.coverageOf(accounts)).get('freelancer:ada')).toEqual({
      bids: 2,
      projects: 2,
      reviews: 1,
      profiles: 1,
      messages: 0,
    });
    expect(await a.projects(['freelancer:1', 'freelancer:9'])).toEqual(
      await b.projects(['freelancer:1', 'freelancer:9']),
    );
    expect(await a.profilesOf(accounts)).toEqual(await b.profilesOf(accounts));
    expect(similar(text('ada'), a)).toHaveLength(3);
    expect(similar(text('ada'), b)).toHaveLength(3);
  });
});
