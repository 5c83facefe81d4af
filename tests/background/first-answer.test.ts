// What a worker that the browser has just started does for the first page, counted: time is another on each machine, but
// what is not made takes none. A page of bids in English, with more stored than it asks about.
import 'fake-indexeddb/auto';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { HireflagDatabase as Database } from '../../lib/store/database.ts';
import type { Store as OpenStore } from '../../lib/store/store.ts';
import type { Writer } from '../../scripts/evaluate/letters.ts';

const ON_A_PAGE = 50;

/** What the browser's database is asked for since then, and how often it is asked to write. */
function countRequests(): { asked: number; written: number } {
  const count = { asked: 0, written: 0 };
  const spyOn = (of: object, name: string, kind: keyof typeof count) => {
    const itself = (of as Record<string, (...values: unknown[]) => unknown>)[name] as (...values: unknown[]) => unknown;
    const spy = vi.spyOn(of as Record<string, () => unknown>, name);
    spy.mockImplementation(function (this: unknown, ...values: unknown[]) {
      count[kind]++;
      return itself.apply(this, values);
    });
    onTestFinished(() => spy.mockRestore());
  };
  for (const of of [IDBObjectStore.prototype, IDBIndex.prototype]) {
    for (const name of ['get', 'getAll', 'getAllKeys', 'getKey', 'count', 'openCursor', 'openKeyCursor']) {
      spyOn(of, name, 'asked');
    }
  }
  for (const name of ['put', 'add', 'delete', 'clear']) spyOn(IDBObjectStore.prototype, name, 'written');
  return count;
}

/** Patterns put together since then. */
function countPatterns(): { made: number } {
  const Native = globalThis.RegExp;
  const count = { made: 0 };
  globalThis.RegExp = new Proxy(Native, {
    construct(target, args: [string | RegExp, string?]) {
      count.made++;
      return new target(...args);
    },
  });
  onTestFinished(() => {
    globalThis.RegExp = Native;
  });
  return count;
}

const bidsIn = (project: string, writer: Writer) => ({
  site: 'guru',
  url: `https://www.guru.com/d/jobs/id/${project}`,
  seenAt: new Date().toISOString(),
  page: 'bids',
  sightings: Array.from({ length: ON_A_PAGE }, (_, i) => ({
    kind: 'bid',
    ids: { project, account: `bidder-${project}-${i}` },
    said: {
      text: [
        {
          by: 'state',
          value: `Hello, I have read your post and I can do this for you. ${writer.join(Array.from({ length: 6 }, () => writer.own()))}`,
        },
      ],
    },
  })),
});

it('makes for the first page what that page needs and nothing else', async () => {
  vi.resetModules();
  const patterns = countPatterns();
  const { Writer } = await import('../../scripts/evaluate/letters.ts');
  const { random } = await import('../../scripts/evaluate/random.ts');
  const { answerMessage } = await import('../../entrypoints/background/handle-request.ts');
  const { sortedWords } = await import('../../lib/statements/requests/words.ts');
  const { projections } = await import('../../lib/evidence/projections/registry.ts');
  const { Store } = await import('../../lib/store/store.ts');
  const { HireflagDatabase } = await import('../../lib/store/database.ts');
  const { guruPage, userOf, workerOf } = await import('./worker-of.ts');
  expect.soft(patterns.made, 'patterns put together while loading').toBeLessThan(75);

  const writer = new Writer('english', random(5));
  const name = 'first-answer';
  const db = new HireflagDatabase(name);
  const answer = async (store: OpenStore, project: string) => {
    const worker = workerOf(store, userOf(store, db));
    const reply = await answerMessage({ type: 'page-read', reading: bidsIn(project, writer) }, guruPage, worker);
    expect(reply).toMatchObject({ type: 'page-read', badges: { length: ON_A_PAGE } });
    return worker;
  };
  const languages = vi.spyOn(sortedWords, 'linesOf');
  const before = patterns.made;
  const first = await Store.open({ name, projections });
  const worker = await answer(first, '1');
  expect.soft(patterns.made - before, 'patterns put together for the first page').toBeLessThan(25);
  const english = sortedWords.languages.findIndex(({ id }) => id === 'en');
  expect.soft(languages.mock.calls.flat(), 'languages whose words were read').toEqual([-1, english]);

  // As many again, assessed in peace; then a worker of its own, in which only rows that the page asks for are read.
  await worker.afterwards.idle();
  for (const project of ['2', '3', '4']) await (await answer(first, project)).afterwards.idle();
  first.close();
  const next = await Store.open({ name, projections });
  onTestFinished(() => {
    next.close();
    db.close();
  });
  const read = new Set<number>();
  const { db: opened } = next as unknown as { db: Database };
  opened.observations.hook('reading', (row) => {
    read.add(row.n);
    return row;
  });
  // The script in the page says that it is there, and its bids come a moment later.
  const warm = { ...workerOf(next, userOf(next, db)), bringReader: async () => undefined };
  const ready = vi.spyOn(next, 'makeReady');
  await answerMessage({ type: 'warm-up', url: 'https://www.guru.com/jobs/a-bridge/12345' }, guruPage, warm);
  await vi.waitFor(() => expect(ready).toHaveBeenCalled());
  await ready.mock.results[0]?.value;
  const requests = countRequests();
  await answer(next, '5');
  expect.soft(read.size, 'rows read').toBeLessThan(ON_A_PAGE);
  expect.soft(requests.written, 'rows written').toBeLessThan(ON_A_PAGE + 10);
  expect.soft(requests.asked, 'questions to the database').toBeLessThan(30);
});
