// Three browsers of a team whose backgrounds are ended and whose server is killed while they read, one of them without a
// network for half of it. In short what `npm run soak -- --team` does at length: nothing is lost, nothing is there twice,
// and all store the same to the byte.
import { expect, test } from 'vitest';
import { soakTeam } from '../../scripts/soak/team.ts';
import { isChromium } from './harness.ts';

// In Firefox by the command alone: there it takes too long for every run.
test.runIf(isChromium)(
  'three browsers lose nothing to ended backgrounds, a killed server and half the time without a network',
  async () => {
    const how = { kind: 'chromium', bids: 240, perPage: 20, ends: 4, kills: 2, seed: 5 } as const;
    const { seconds, memory, keptBack, ...result } = await soakTeam(how);
    console.info(`${seconds} s, ${memory.early} MB and then ${memory.late} MB`);
    // Two of its four pages, with twenty bids each.
    expect(keptBack, 'what could not be sent meanwhile').toBeGreaterThanOrEqual(40);
    expect(result).toEqual({ bids: 240, ended: 4, killed: 2, lost: 0, twice: 0, equal: true, waiting: 0 });
  },
);
