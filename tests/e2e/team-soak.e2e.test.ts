// Two browsers of a team whose backgrounds are ended and whose server is killed while they read. In short what
// `npm run soak -- --team` does at length: nothing is lost, nothing is there twice, and both store the same to the byte.
import { expect, test } from 'vitest';
import { soakTeam } from '../../scripts/soak/team.ts';
import { browserKinds } from './harness.ts';

test.each(browserKinds)('two browsers lose nothing to ended backgrounds and a killed server, in %s', async (kind) => {
  const { seconds, memory, ...result } = await soakTeam({ kind, bids: 240, perPage: 20, ends: 4, kills: 2, seed: 5 });
  console.info(`${kind}: ${seconds} s, ${memory.early} MB and then ${memory.late} MB`);
  expect(result).toEqual({ bids: 240, ended: 4, killed: 2, lost: 0, twice: 0, equal: true, waiting: 0 });
});
