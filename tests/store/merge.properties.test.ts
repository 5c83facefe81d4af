// What a store holds is a function of the set of what was seen: in any order, however often, in whatever parts, by
// however many stores that send each other files.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../../lib/evidence/memory-evidence.ts';
import { type Observation, parseObservation } from '../../lib/model/observation.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { exported, observationsOfRow } from '../../lib/store/export.ts';
import { MAX_VALUES } from '../../lib/store/seen-values.ts';
import { Store } from '../../lib/store/store.ts';
import { MAX_TIMES } from '../../lib/store/time-clusters.ts';
import {
  arbitraryBid,
  arbitraryMessage,
  arbitraryObservation,
  arbitraryPage,
  arbitraryProfile,
  arbitraryProject,
  arbitraryReview,
} from '../model/arbitrary.ts';

/** Rows to the byte, without their numbers. */
function bytes(rows: readonly object[]): string {
  const bare = rows.map((row) => ({ ...row, n: undefined })) as { identity: string; n: undefined }[];
  return bare
    .sort((a, b) => (a.identity < b.identity ? -1 : 1))
    .map((row) => JSON.stringify(row))
    .join('\n');
}

function inMemory(...parts: (readonly Observation[])[]): MemoryStore {
  const store = new MemoryStore();
  for (const part of parts) for (const one of part) store.remember(one);
  return store;
}

/** What a store sends another: its rows as lines of a file, read as whoever imports it does. */
function sent(store: MemoryStore): Observation[] {
  return store.rows().flatMap((row) => observationsOfRow(row).map(read));
}

function read(line: unknown): Observation {
  const parsed = parseObservation(JSON.parse(JSON.stringify(line)));
  if ('problem' in parsed) throw new Error(`${JSON.stringify(line)}: ${parsed.problem}`);
  return parsed.observation;
}

const each = {
  project: arbitraryProject,
  bid: arbitraryBid,
  profile: arbitraryProfile,
  review: arbitraryReview,
  message: arbitraryMessage,
  page: arbitraryPage,
  anything: arbitraryObservation,
};
const seen = (one: fc.Arbitrary<Observation>) => fc.array(one, { minLength: 1, maxLength: 12 });
const shuffled = (all: readonly Observation[]) => fc.shuffledSubarray([...all], { minLength: all.length });
/** Observations, the same in another order with some of them repeated, and a number to cut them at. */
const twice = (one: fc.Arbitrary<Observation>) =>
  seen(one).chain((all) => fc.tuple(fc.constant(all), shuffled(all), fc.subarray(all), fc.nat({ max: all.length })));

describe.each(Object.entries(each))('observations of %s', (_, one) => {
  it('are the same rows in any order, however often they come', () => {
    fc.assert(
      fc.property(twice(one), ([all, other, again]) => {
        expect(bytes(inMemory(other, again).rows())).toBe(bytes(inMemory(all).rows()));
      }),
      { numRuns: 100 },
    );
  });

  it('are the same rows after they were exported and imported', () => {
    fc.assert(
      fc.property(seen(one), (all) => {
        const store = inMemory(all);
        expect(bytes(inMemory(sent(store)).rows())).toBe(bytes(store.rows()));
        expect(bytes(inMemory(all, sent(store)).rows())).toBe(bytes(store.rows()));
      }),
      { numRuns: 100 },
    );
  });

  it('are the same rows in two stores that send each other files, whoever begins', () => {
    fc.assert(
      fc.property(twice(one), ([, all, again, at]) => {
        const here = inMemory(all.slice(0, at), again);
        const there = inMemory(all.slice(at));
        for (const observation of sent(here)) there.remember(observation);
        for (const observation of sent(there)) here.remember(observation);
        expect(bytes(here.rows())).toBe(bytes(inMemory(all).rows()));
        expect(bytes(there.rows())).toBe(bytes(here.rows()));
        for (const observation of sent(here)) there.remember(observation);
        expect(bytes(there.rows())).toBe(bytes(here.rows()));
      }),
      { numRuns: 100 },
    );
  });
});

describe('more than is kept', () => {
  const at = fc.integer({ min: 0, max: 40 }).map((hours) => new Date(Date.UTC(2026, 4, 1, hours)).toISOString());
  const base = 'I would begin with the appointment screen, because that is';
  /** Texts that go on from each other in a tree, so that one may absorb one of many that were kept. */
  const branches = fc.array(fc.constantFrom(' a', ' b', ' c'), { maxLength: 5 }).map((steps) => base + steps.join(''));
  const lists = fc.oneof(
    fc.subarray(['a', 'b', 'c', 'd', 'e', 'f', 'g'], { minLength: 1 }),
    fc.integer({ min: 1, max: 7 }).map((n) => ['a', 'b', 'c', 'd', 'e', 'f', 'g'].slice(0, n)),
  );
  const bids = fc
    .record({ seenAt: at, text: branches, amount: fc.integer({ min: 0, max: 900 }).map((n) => n / 4) })
    .map((more): Observation => ({ kind: 'bid', site: 'guru', project: '1', account: 'ada', ...more }));
  const profiles = fc
    .record({ seenAt: at, skills: lists, about: branches })
    .map((more): Observation => ({ kind: 'profile', site: 'guru', account: 'ada', role: 'freelancer', ...more }));
  const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
  const times = fc.oneof(
    fc.integer({ min: 0, max: 20 }).map((n) => day(n * 10)),
    fc.integer({ min: 1, max: 9 }).map((month) => `2026-0${month}`),
    fc.tuple(fc.nat({ max: 200 }), fc.nat({ max: 40 })).map(([from, days]) => `${day(from)}/${day(from + days + 1)}`),
  );
  const reviews = fc.record({ seenAt: at, at: times, text: fc.constantFrom(undefined, base, `${base} a`) }).map(
    ({ text, ...more }): Observation => ({
      kind: 'review',
      site: 'guru',
      from: 'carla',
      fromRole: 'client',
      to: 'ada',
      ...more,
      ...(text && { text }),
    }),
  );

  it.each([
    ['bids', bids],
    ['profiles', profiles],
    ['reviews', reviews],
  ] as const)('of %s stays the same in any order, in any parts, exported and imported', (_, one) => {
    let most = 0;
    fc.assert(
      fc.property(
        fc
          .array(one as fc.Arbitrary<Observation>, { minLength: 100, maxLength: 300 })
          .chain((all) => fc.tuple(fc.constant(all), shuffled(all))),
        ([all, other]) => {
          const store = inMemory(all);
          const rows = store.rows();
          most = Math.max(most, ...rows.map(({ others = [] }) => others.length), rows.length);
          expect(bytes(inMemory(other).rows())).toBe(bytes(rows));
          expect(bytes(inMemory(sent(store)).rows())).toBe(bytes(rows));
          const parts = [other.slice(0, 40), other.slice(40)].map((part) => inMemory(part));
          expect(bytes(inMemory(...parts.map(sent)).rows())).toBe(bytes(rows));
          for (const { others = [], times = [] } of rows) {
            const [{ field = '' } = {}] = others;
            expect(others.filter((value) => value.field === field).length).toBeLessThanOrEqual(MAX_VALUES + 1);
            expect(times.length).toBeLessThanOrEqual(MAX_TIMES);
          }
        },
      ),
      { numRuns: 4 },
    );
    expect(most).toBeGreaterThanOrEqual(MAX_VALUES);
  });
});

it('a time that many rough ones hold does not bring back what gave way to them', () => {
  const day = (n: number) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10);
  const review = (at: string): Observation => {
    const [from, to] = ['carla', 'ada'];
    return { kind: 'review', site: 'guru', seenAt: '2026-11-01T00:00:00Z', from, fromRole: 'client', to, at };
  };
  const rough = Array.from({ length: MAX_TIMES }, (_, i) => review(`${day(i)}/${day(100 + i)}`));
  const [long, exact] = [review(`${day(300)}/${day(500)}`), review(day(80))];
  const one = inMemory([exact, long, ...rough]).rows();
  expect(bytes(inMemory([long, ...rough, exact]).rows())).toBe(bytes(one));
});

describe('the database', () => {
  let number = 0;
  async function inDatabase(...parts: (readonly Observation[])[]): Promise<{ rows: string; file: string }> {
    const name = `merge-${++number}`;
    const store = await Store.open({ name });
    const db = new HireflagDatabase(name);
    try {
      for (const part of parts) if (part.length > 0) await store.remember(part);
      let file = '';
      for await (const { lines } of exported(db)) file += lines;
      return { rows: bytes(await db.observations.toArray()), file };
    } finally {
      store.close();
      await db.delete();
    }
  }

  it('holds the same rows as the store in memory, and writes a file that makes them again', async () => {
    await fc.assert(
      fc.asyncProperty(twice(arbitraryObservation), async ([all, other, again, at]) => {
        const { rows, file } = await inDatabase(other.slice(0, at), again, other.slice(at));
        expect(rows).toBe(bytes(inMemory(all).rows()));
        const lines = file.split('\n').filter(Boolean);
        const imported = lines.map((line) => read(JSON.parse(line)));
        expect((await inDatabase(imported)).rows).toBe(rows);
      }),
      { numRuns: 40 },
    );
  });
});
