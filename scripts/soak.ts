// Long runs that the tests do in short: the background ended a hundred times at random moments while 3,000 bids
// come from three tabs, in both browsers. Nothing may be lost, no page stay unmarked, no account unassessed.
//   npm run soak -- [chromium|firefox] [--ends 100] [--bids 3000] [--seed 1]
// With --team three browsers of a team read 30,000 bids, backgrounds are ended 50 times, the server is killed three times and
// one browser is without a network for half of it: afterwards all store the same to the byte.
//   npm run soak -- --team [chromium|firefox] [--ends 50] [--kills 3] [--bids 30000] [--seed 1]
import { parseArgs } from 'node:util';
import type { BrowserKind } from './lib/find-browser.ts';
import { getBrowsers } from './lib/get-browsers.ts';
import { runTool } from './lib/tool.ts';
import { endWorkerOften } from './soak/end-worker.ts';
import { soakTeam } from './soak/team.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    team: { type: 'boolean', default: false },
    ends: { type: 'string' },
    kills: { type: 'string', default: '3' },
    bids: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const seed = Number(values.seed);
const all: readonly BrowserKind[] = ['chromium', 'firefox'];
const kinds = positionals.length > 0 ? all.filter((kind) => positionals.includes(kind)) : all;

for (const { kind } of await getBrowsers([...kinds])) {
  const browser = kind === 'chromium' ? 'chrome' : 'firefox';
  const env = values.team ? { HIREFLAG_TEAM: '1' } : {};
  if (!(await runTool('wxt', ['build', '-b', browser], { output: 'on-failure', env }))) process.exit(1);
  const isWhole = values.team ? await teamSoaked(kind) : await backgroundEnded(kind);
  if (!isWhole) process.exitCode = 1;
}

/** @returns whether nothing was lost */
async function backgroundEnded(kind: BrowserKind): Promise<boolean> {
  const result = await endWorkerOften({
    kind,
    ends: Number(values.ends ?? 100),
    bids: Number(values.bids ?? 3_000),
    seed,
    progress: (step, steps, ended) => {
      if (step % 10 === 0) console.error(`${kind}: step ${step} of ${steps}, ended ${ended} times`);
    },
  });
  console.log(`${kind} ${JSON.stringify(result)}`);
  const { lost, twice, unmarked, unlisted, unassessed } = result;
  return lost + twice + unmarked + unlisted + unassessed === 0;
}

/** @returns whether nothing was lost */
async function teamSoaked(kind: BrowserKind): Promise<boolean> {
  const result = await soakTeam({
    kind,
    bids: Number(values.bids ?? 30_000),
    perPage: 50,
    ends: Number(values.ends ?? 50),
    kills: Number(values.kills),
    seed,
    progress: (step, steps, memory) => {
      if (step % 10 === 0) console.error(`${kind}: step ${step} of ${steps}, ${Math.round(memory)} MB`);
    },
  });
  console.log(`${kind} ${JSON.stringify(result)}`);
  return result.lost + result.twice + result.waiting === 0 && result.equal;
}
