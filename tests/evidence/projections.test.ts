import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { DatabaseEvidence } from '../../lib/evidence/database-evidence.ts';
import { MemoryStore } from '../../lib/evidence/memory-evidence.ts';
import { bidLedger } from '../../lib/evidence/projections/bid-ledger.ts';
import { ratings } from '../../lib/evidence/projections/ratings.ts';
import { projections } from '../../lib/evidence/projections/registry.ts';
import { texts } from '../../lib/evidence/projections/texts.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Bid, Observation, Review } from '../../lib/model/observation.ts';
import { accountRows } from '../../lib/store/account-rows.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import type { Projection } from '../../lib/store/projection.ts';
import { Store } from '../../lib/store/store.ts';
import { TextIndex } from '../../lib/text/text-index.ts';
import { projected } from './answers.ts';
import { accounts, observation, sentences } from './generated.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

let number = 0;
const newName = () => `projections-${++number}`;

/** A worker's store on this database; closed when the test is done. */
async function opened(name: string, kept: readonly Projection<unknown>[] = projections): Promise<Store> {
  const store = await Store.open({ name, projections: kept });
  onTestFinished(() => store.close());
  return store;
}

/** The database itself, to look into it and to damage it. */
function database(name: string): HireflagDatabase {
  const db = new HireflagDatabase(name);
  onTestFinished(() => db.close());
  return db;
}

const frame = { site: 'guru', seenAt: '2026-10-05T08:00:00Z' } as const;
const bid = (account: string, project: string, more: Partial<Bid> = {}): Bid => ({
  kind: 'bid',
  ...frame,
  account,
  project,
  text: sentences.join(' '),
  ...more,
});
const review = (from: string, to: string, more: Partial<Review> = {}): Review => ({
  kind: 'review',
  ...frame,
  from,
  fromRole: 'client',
  to,
  rating: { value: 5, outOf: 5 },
  ...more,
});

/** A new question, as whoever adds a red flag would write it: who named which headline. */
const headlines: Projection<Map<number, readonly [AccountKey, string]>, readonly [AccountKey, string]> = {
  id: 'headlines',
  version: 1,
  kinds: ['profile'],
  factOf: ({ who, body }) => (body.kind === 'profile' && who && body.headline ? [who, body.headline] : undefined),
  empty: () => new Map(),
  take: (state, row, fact) => state.set(row, fact),
  drop: (state, row) => state.delete(row),
};

const profile = (account: string, headline: string, day = 5): Observation => {
  const seenAt = `2026-10-0${day}T08:00:00Z`;
  return { kind: 'profile', site: 'guru', seenAt, account, role: 'freelancer', headline };
};

describe('a new projection', () => {
  const ofAll = (state: Map<number, readonly [AccountKey, string]>) => [...state.values()];

  it('is one file and one line: every store then keeps it and all evidence answers it', async () => {
    const name = newName();
    const before = await opened(name);
    await before.remember([profile('ada', 'Tills'), profile('ben', 'Maps'), bid('ada', '1')]);
    before.close();

    const all = [...projections, headlines];
    const first = await opened(name, all);
    const evidence = new DatabaseEvidence(first);
    expect(ofAll(await evidence.projection(headlines))).toEqual([
      ['guru:ada', 'Tills'],
      ['guru:ben', 'Maps'],
    ]);
    await first.remember([profile('ada', 'Ships', 6), profile('cleo', 'Choirs')]);
    await first.forget(['guru:ben']);
    const now = [
      ['guru:ada', 'Ships'],
      ['guru:cleo', 'Choirs'],
    ];
    expect(ofAll(await evidence.projection(headlines)).sort()).toEqual(now);
    first.close();
    expect(ofAll(await (await opened(name, all)).projection(headlines)).sort()).toEqual(now);

    const memory = new MemoryStore();
    for (const one of [profile('ada', 'Ships'), profile('cleo', 'Choirs')]) memory.remember(one);
    expect(ofAll(await memory.evidence().projection(headlines))).toEqual(now);
  });

  it('that the store was not opened with is refused', async () => {
    await expect((await opened(newName())).projection(headlines)).rejects.toThrow('headlines');
  });

  it('that is no more leaves nothing behind', async () => {
    const name = newName();
    const first = await opened(name, [headlines, ratings]);
    await first.remember([profile('ada', 'Tills'), review('acme', 'ada')]);
    await Promise.all([first.projection(headlines), first.projection(ratings)]);
    first.close();
    await opened(name, [ratings]);
    const left = await database(name).projections.toArray();
    expect([...new Set(left.map(({ projection }) => projection))]).toEqual([accountRows.id, 'ratings']);
  });
});

describe('a projection that nobody asks for', () => {
  it('is neither made nor kept', async () => {
    const name = newName();
    const store = await opened(name);
    const empty = vi.spyOn(texts, 'empty');
    await store.remember([bid('ada', '1'), review('acme', 'ada')]);
    await store.projection(ratings);
    await store.remember([bid('ben', '1')]);
    expect(empty).not.toHaveBeenCalled();
    const kept = await database(name).projections.toArray();
    expect([...new Set(kept.map(({ projection }) => projection))]).toEqual([accountRows.id, 'ratings']);
  });

  it('in this worker is not loaded, and yet up to date in the next that asks', async () => {
    const name = newName();
    const first = await opened(name);
    await first.remember([bid('ada', '1'), bid('ben', '1'), review('acme', 'ada')]);
    await Promise.all(projections.map((one) => first.projection(one)));
    first.close();
    const revive = vi.spyOn(TextIndex, 'revive');
    const second = await opened(name);
    await second.remember([bid('cleo', '1'), bid('ada', '1', { text: sentences[3], seenAt: '2026-10-06T08:00:00Z' })]);
    await second.remember([bid('dora', '1', { outcome: 'awarded' }), review('acme', 'cleo')]);
    await second.forget(['guru:ben']);
    expect(revive).not.toHaveBeenCalled();
    second.close();
    const third = await opened(name);
    const index = await third.projection(texts);
    expect(index.size).toBe(3);
    expect((await third.projection(bidLedger)).of('guru:cleo')?.lost).toBe(1);
    expect((await third.projection(ratings)).ratings().length).toBe(2);
    // What was noted for the load is packed with the next write, and noted no more.
    await third.remember([bid('eve', '1')]);
    expect(
      await database(name)
        .projections.filter(({ id }) => id < -1)
        .count(),
    ).toBe(0);
    third.close();
    expect((await (await opened(name)).projection(texts)).size).toBe(4);
  });
});

describe('what is kept', () => {
  it.each([
    ['a block of facts is damaged', ratings, { content: '[[1,' }],
    ['a block of facts is no list', ratings, { content: '{"length":1}' }],
    ['facts are none', ratings, { content: '[[1,null]]' }],
    [
      'a packed block is damaged',
      texts,
      { content: { kind: 'loose', version: 1, id: 1, offsets: new Uint32Array(3) } },
    ],
    ['a packed block is of another version', texts, { content: { kind: 'loose', version: 0, id: 1 } }],
    ['a packed block is no block at all', texts, { content: 'nonsense' }],
  ])('is made anew from the rows when %s', async (_, projection, damage) => {
    const name = newName();
    const first = await opened(name);
    await first.remember([bid('ada', '1'), bid('ben', '2'), review('acme', 'ada'), review('acme', 'ben')]);
    const before = await projected(first);
    first.close();
    const db = database(name);
    const blocks = db.projections.where('[projection+id]').between([projection.id, 0], [projection.id, 99]);
    expect(await blocks.modify(damage)).toBeGreaterThan(0);
    for (const again of [await opened(name), await opened(name)]) expect(await projected(again)).toEqual(before);
  });

  it('is made anew when a write meets a damaged block', async () => {
    const name = newName();
    const first = await opened(name);
    await first.remember([review('acme', 'ada')]);
    await first.projection(ratings);
    await database(name)
      .projections.where('[projection+id]')
      .between(['ratings', 0], ['ratings', 99])
      .modify({ content: '[[1,' });
    await first.remember([review('acme', 'ben')]);
    expect((await first.projection(ratings)).ratings().length).toBe(2);
    first.close();
    expect((await (await opened(name)).projection(ratings)).ratings().length).toBe(2);
  });

  it('is made anew when the projection is of another version', async () => {
    const name = newName();
    const first = await opened(name, [headlines]);
    await first.remember([profile('ada', 'Tills')]);
    await first.projection(headlines);
    first.close();
    const newer: typeof headlines = {
      ...headlines,
      version: 2,
      factOf: ({ who, body }) => (body.kind === 'profile' && who ? [who, `${body.headline}!`] : undefined),
    };
    const second = await opened(name, [newer]);
    // Nothing of the old version is mixed with the new.
    await second.remember([profile('ben', 'Maps')]);
    expect([...(await second.projection(newer)).values()]).toEqual([
      ['guru:ada', 'Tills!'],
      ['guru:ben', 'Maps!'],
    ]);
  });

  it('is made anew when making it was broken off', async () => {
    const name = newName();
    const store = await opened(name);
    await store.remember([bid('ada', '1'), bid('ben', '1')]);
    vi.spyOn(TextIndex.prototype, 'freeze').mockImplementationOnce(() => {
      throw new Error('The worker is ended.');
    });
    await expect(store.projection(texts)).rejects.toThrow('ended');
    expect((await store.projection(texts)).size).toBe(2);
  });

  it('is made in one reading of the rows where all is asked for at once', async () => {
    const name = newName();
    const store = await opened(name);
    await store.remember(Array.from({ length: 2_500 }, (_, n) => bid(`bidder${n}`, '1')));
    await store.projection(accountRows);
    const reads = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    const states = await Promise.all(projections.map((one) => store.projection<unknown>(one)));
    expect(states).toHaveLength(projections.length);
    // Two thousand at a time.
    expect(reads.mock.contexts.filter((table) => (table as IDBObjectStore).name === 'observations')).toHaveLength(2);
  });

  it('is made where another that is asked for with it cannot be', async () => {
    const name = newName();
    const broken: typeof headlines = {
      ...headlines,
      factOf: () => {
        throw new Error('A fault of this one alone.');
      },
    };
    await (await opened(name, [])).remember([review('acme', 'ada'), profile('ada', 'Tills')]);
    const later = await opened(name, [ratings, broken]);
    const [bad, good] = await Promise.allSettled([later.projection(broken), later.projection(ratings)]);
    expect(bad).toMatchObject({ status: 'rejected', reason: new Error('A fault of this one alone.') });
    expect(good).toMatchObject({ status: 'fulfilled' });
    expect(await (await opened(name, [ratings])).projection(ratings)).toEqual(await later.projection(ratings));
  });

  it('does not change, and neither does the state, when rows are seen again', async () => {
    const name = newName();
    const store = await opened(name);
    const page = [bid('ada', '1'), review('acme', 'ada'), profile('ada', 'Tills')];
    await store.remember(page);
    const [graph, ledger] = await Promise.all([store.projection(ratings), store.projection(bidLedger)]);
    await store.projection(texts);
    const [versions, kept] = [[graph.version, ledger.version], await database(name).projections.toArray()];
    await store.remember(page.map((one) => ({ ...one, seenAt: '2026-10-09T08:00:00Z' })));
    expect([graph.version, ledger.version]).toEqual(versions);
    expect(await store.projection(ratings)).toBe(graph);
    expect(await database(name).projections.toArray()).toEqual(kept);
  });

  it('stays as it was when a write fails, in memory too', async () => {
    const store = await opened(newName());
    await store.remember([bid('ada', '1'), review('acme', 'ada')]);
    const before = await projected(store);
    const impossible = { ...bid('cleo', '1'), amount: Symbol('cannot be stored') as unknown as number };
    await expect(store.remember([bid('ben', '1'), review('acme', 'ben'), impossible])).rejects.toThrow();
    expect(await projected(store)).toEqual(before);
  });

  it('does not make a write fail that is done', async () => {
    const store = await opened(newName(), [headlines]);
    await store.projection(headlines);
    vi.spyOn(headlines, 'take').mockImplementationOnce(() => {
      throw new Error('A fault in a projection.');
    });
    expect(await store.remember([profile('ada', 'Tills')])).toEqual({ added: 1, seenAgain: 0 });
    expect((await store.projection(headlines)).size).toBe(1);
  });
});

describe('a review that is corrected', () => {
  it('counts with its better date in this worker as in the next', async () => {
    const name = newName();
    const store = await opened(name);
    await store.remember([review('acme', 'ada', { at: '2026-08/2026-09' })]);
    const before = await projected(store);
    await store.remember([review('acme', 'ada', { at: '2026-09-01', seenAt: '2026-10-06T08:00:00Z' })]);
    const after = await projected(store);
    expect(after.ratings).toHaveLength(1);
    expect(after.ratings).not.toEqual(before.ratings);
    store.close();
    expect(await projected(await opened(name))).toEqual(after);
  });
});

describe('a text that changed or is gone', () => {
  it('is found by its words of now alone, also in an index that was loaded before', async () => {
    const store = await opened(newName());
    const others = async () => (await projected(store)).similar.map(([, shared]) => shared);
    await store.remember([bid('ada', '1', { text: sentences[0] }), bid('ben', '1'), bid('cleo', '1')]);
    const [, all] = await others();
    expect(await others()).toEqual([expect.any(Number), all, all]);
    await store.remember([bid('ada', '1', { seenAt: '2026-10-06T08:00:00Z' })]);
    expect(await others()).toEqual([all, all, all]);
    await store.forget(['guru:ben']);
    expect(await others()).toEqual([all, all]);
    expect((await projected(store)).texts).toBe(2);
  });

  it('in great number is taken out by packing all anew', async () => {
    const name = newName();
    const store = await opened(name);
    const many = Array.from({ length: 600 }, (_, i) => bid('ada', `${i}`));
    await store.remember([...many, bid('ben', '1')]);
    await store.projection(texts);
    await store.forget(['guru:ada']);
    expect((await store.projection(texts)).size).toBe(1);
    store.close();
    expect((await (await opened(name)).projection(texts)).size).toBe(1);
  });
});

type Step =
  | { do: 'read'; page: Observation[] }
  | { do: 'forget'; account: AccountKey }
  | { do: 'expire'; before: string }
  | { do: 'ask'; projection: Projection<unknown> }
  | { do: 'end' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('read'), page: fc.array(observation, { maxLength: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget'), account: fc.constantFrom(...accounts) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('expire'), before: fc.constantFrom('2026-10-05', '2026-10-15') }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ask'), projection: fc.constantFrom(...projections) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('end') }) },
) as fc.Arbitrary<Step>;

describe('whatever happens', () => {
  it('projections say what the rows say: asked early or late, in one worker or many, after deleting', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const name = newName();
        let store = await opened(name);
        for (const one of steps) {
          if (one.do === 'read') await store.remember(one.page);
          else if (one.do === 'forget') await store.forget([one.account]);
          else if (one.do === 'expire') await store.expire(one.before);
          else if (one.do === 'ask') await store.projection(one.projection);
          else {
            store.close();
            store = await opened(name);
          }
        }
        const kept = await projected(store);
        store.close();
        const db = database(name);
        await db.projections.clear();
        expect(kept).toEqual(await projected(await opened(name)));
      }),
      { numRuns: 80 },
    );
  });

  it('projections that are asked for while pages are written miss nothing and count nothing twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(observation, { maxLength: 5 }), { maxLength: 5 }),
        fc.nat(4),
        async (pages, at) => {
          const name = newName();
          const first = await opened(name);
          await first.remember(pages[0] ?? []);
          await projected(first);
          first.close();
          const store = await opened(name);
          const writes = pages.map((page, i) => {
            const write = store.remember(page);
            if (i === at) void projected(store);
            return write;
          });
          await Promise.all(writes);
          const kept = await projected(store);
          store.close();
          expect(kept).toEqual(await projected(await opened(name)));
        },
      ),
      { numRuns: 40 },
    );
  });
});
