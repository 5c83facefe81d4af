// The browser ends the background whenever it likes. In short what `npm run soak` does at length: it is ended at
// random moments while bids come from three tabs, and nothing of it is lost.
import { expect, test } from 'vitest';
import { endWorkerOften } from '../../scripts/soak/end-worker.ts';
import { browserKinds } from './harness.ts';

test.each(browserKinds)('a background that is ended twelve times loses nothing, in %s', async (kind) => {
  const { seconds, ...result } = await endWorkerOften({ kind, ends: 12, bids: 300, seed: 8 });
  console.info(`${kind}: ${seconds} s`);
  expect(result).toEqual({
    ended: 12,
    bids: 300,
    lost: 0,
    twice: 0,
    pages: 12,
    unmarked: 0,
    accounts: 300,
    unlisted: 0,
    unassessed: 0,
  });
});
