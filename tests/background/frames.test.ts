// A frame over a marketplace's page shows the account that its token was issued for, to the frame that showed it
// first, in the tab it was issued for.
import { expect, it } from 'vitest';
import { Frames } from '../../entrypoints/background/frames.ts';
import type { Sender } from '../../lib/protocol/senders.ts';

const area = () => {
  const kept: Record<string, unknown> = {};
  return {
    kept,
    get: async () => structuredClone(kept),
    set: async (items: Record<string, unknown>) => void Object.assign(kept, structuredClone(items)),
  };
};
const frame = (document = 'a', tab = 1): Sender => ({ kind: 'frame', tab, document });
const ada = { site: 'guru', account: 'ada', tab: 1 };

it('is worth its account to the first frame in its tab, again and again', async () => {
  const frames = new Frames(area());
  const token = await frames.issue(ada);
  expect(await frames.about(token, frame())).toEqual(ada);
  expect(await frames.about(token, frame())).toEqual(ada);
  expect(await frames.about(await frames.issue({ site: 'guru', tab: 1 }), frame('b'))).toEqual({
    site: 'guru',
    tab: 1,
  });
});

it('is worth nothing to another frame, in another tab, to the page itself, or where it was made up', async () => {
  const frames = new Frames(area());
  const token = await frames.issue(ada);
  expect(await frames.about(token, frame('a', 2))).toBeUndefined();
  expect(await frames.about(token, { kind: 'site-page', site: 'guru', host: 'www.guru.com', tab: 1 })).toBeUndefined();
  expect(await frames.about('made-up', frame())).toBeUndefined();
  expect(await frames.about('', frame())).toBeUndefined();
  expect(await frames.about(token, frame('a'))).toEqual(ada);
  expect(await frames.about(token, frame('b'))).toBeUndefined();
});

it('that nobody has shown after a minute is worth nothing', async () => {
  const frames = new Frames(area());
  const token = await frames.issue(ada, 1_000);
  const shown = await frames.issue(ada, 1_000);
  expect(await frames.about(shown, frame(), 60_999)).toEqual(ada);
  expect(await frames.about(token, frame(), 61_000)).toBeUndefined();
  expect(await frames.about(shown, frame(), 9_999_999)).toEqual(ada);
});

it('outlives the worker, however the tokens of several tabs come together, and of many the oldest go', async () => {
  const session = area();
  const frames = new Frames(session);
  const tokens = await Promise.all(Array.from({ length: 101 }, (_, n) => frames.issue({ ...ada, account: `a${n}` })));
  expect(new Set(tokens).size).toBe(101);
  const later = new Frames(session);
  expect(await later.about(tokens[0] as string, frame())).toBeUndefined();
  expect(await later.about(tokens[100] as string, frame())).toEqual({ ...ada, account: 'a100' });
  Object.assign(session.kept, { frames: 'spoilt' });
  expect(await later.about(tokens[100] as string, frame())).toBeUndefined();
});
