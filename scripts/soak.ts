// Long runs that the tests do in short: the background ended a hundred times at random moments while 3,000 bids
// come from three tabs, in both browsers. Nothing may be lost, no page stay unmarked, no account unassessed.
//   npm run soak -- [chromium|firefox] [--ends 100] [--bids 3000] [--seed 1]
import { parseArgs } from 'node:util';
import type { BrowserKind } from './lib/find-browser.ts';
import { getBrowsers } from './lib/get-browsers.ts';
import { runTool } from './lib/tool.ts';
import { endWorkerOften } from './soak/end-worker.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ends: { type: 'string', default: '100' },
    bids: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
  },
});
const all: readonly BrowserKind[] = ['chromium', 'firefox'];
const kinds = positionals.length > 0 ? all.filter((kind) => positionals.includes(kind)) : all;

for (const { kind } of await getBrowsers([...kinds])) {
  const browser = kind === 'chromium' ? 'chrome' : 'firefox';
  if (!(await runTool('wxt', ['build', '-b', browser], { output: 'on-failure' }))) process.exit(1);
  const result = await endWorkerOften({
    kind,
    ends: Number(values.ends),
    bids: Number(values.bids),
    seed: Number(values.seed),
    progress: (step, steps, ended) => {
      if (step % 10 === 0) console.error(`${kind}: step ${step} of ${steps}, ended ${ended} times`);
    },
  });
  console.log(`${kind} ${JSON.stringify(result)}`);
  const { lost, twice, unmarked, unlisted, unassessed } = result;
  if (lost + twice + unmarked + unlisted + unassessed > 0) process.exitCode = 1;
}
