import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { DatabaseEvidence } from '../../lib/evidence/database-evidence.ts';
import type { Evidence } from '../../lib/evidence/evidence.ts';
import { bidLedger } from '../../lib/evidence/projections/bid-ledger.ts';
import { ratings } from '../../lib/evidence/projections/ratings.ts';
import { projections } from '../../lib/evidence/projections/registry.ts';
import { texts } from '../../lib/evidence/projections/texts.ts';
import type { Bid, Observation, Page, Project, Review } from '../../lib/model/observation.ts';
import { Store } from '../../lib/store/store.ts';
import { prepareText } from '../../lib/text/prepared-text.ts';

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
  const opened = await Store.open({ name: database, projections });
  open.push(opened);
  return opened;
}
afterEach(() => {
  for (const each of open) each.close();
  open = [];
});

/** Numbers of the stored texts that share pieces with this one. */
async function similar(to: string, it: Pick<Evidence, 'projection'>): Promise<number[]> {
  const { fingerprints, sentenceSpans } = prepareText(to, undefined);
  const index = await it.projection(texts);
  return index.query(fingerprints, sentenceSpans, 'freelancer:nobody', 50).matches.map(({ n }) => n);
}

describe('remembering', () => {
  it('adds nothing twice when a page is opened twice', async () => {
    const it = await store();
    expect(await it.remember(firstPage)).toEqual({ added: 4, seenAgain: 0 });
    expect(await it.remember(firstPage)).toEqual({ added: 0, seenAgain: 4 });
    const bids = await new DatabaseEvidence(it).bidsOf(['freelancer:ada', 'freelancer:ben']);
    expect([...bids.values()].map((own) => own.length)).toEqual([1, 1]);
    expect(await similar(text('ada'), it)).toHaveLength(2);
  });

  it('adds nothing twice when one page shows a bidder twice', async () => {
    const it = await store();
    expect(await it.remember([bid('ada'), bid('ada')])).toEqual({ added: 1, seenAgain: 1 });
  });

  it('keeps two pages that are read at the same moment', async () => {
    const it = await store();
    await Promise.all([it.remember([bid('ada', '1')]), it.remember([bid('ada', '2')]), it.remember([bid('ada', '1')])]);
    expect((await new DatabaseEvidence(it).coverageOf(['freelancer:ada'])).get('freelancer:ada')).toMatchObject({
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
    expect(await similar(old, it)).toHaveLength(0);
    expect(await similar(text('ada'), it)).toHaveLength(2);
    const bids = (await new DatabaseEvidence(it).bidsOf(['freelancer:ada'])).get('freelancer:ada');
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
    expect((await new DatabaseEvidence(it).bidsOf(['freelancer:ada', 'freelancer:ben'])).size).toBe(1);
    expect(await similar(text('ben'), it)).toHaveLength(1);
    expect(await it.remember([bid('ben')])).toEqual({ added: 1, seenAgain: 0 });
  });
});

describe('how bids came out', () => {
  const tally = async (it: Store, account: 'ada' | 'ben') =>
    (await it.projection(bidLedger)).of(`freelancer:${account}`);

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
    const graph = await it.projection(ratings);
    const all = graph.ratings();
    const { accounts } = graph;
    return Array.from({ length: all.length }, (_, r) => [
      accounts[all.from[r] as number],
      accounts[all.to[r] as number],
      all.value[r],
      all.earliest[r],
      all.latest[r],
    ]);
  };

  it('holds each review once, however often it was seen, also in a worker that was ended', async () => {
    const first = await store('ratings');
    await first.remember([review('c1', 'ada'), review('c2', 'ada', { rating: undefined, at: undefined })]);
    expect(await columns(first)).toEqual([
      ['freelancer:c1', 'freelancer:ada', 1, Date.parse('2026-09-01'), Date.parse('2026-09-01')],
      ['freelancer:c2', 'freelancer:ada', Number.NaN, Number.NaN, Number.NaN],
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
    const before = await similar(text('ada'), first);
    first.close();
    const again = await store('ended');
    expect(await similar(text('ada'), again)).toEqual(before);
    expect(await similar(text('ada'), again)).toHaveLength(3);
    expect(await again.remember(firstPage)).toEqual({ added: 0, seenAgain: 4 });
  });
});
