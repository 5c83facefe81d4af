// Prints how fast the kernels and the whole are, as ratios to a floor and to npm packages measured in the same run.
// Figures of a machine, not tests: budgets that are tested are ratios in the tests.
//   npm run bench [-- [--beside FOLDER] PART…]
// FOLDER holds another built version for Chromium, which `badges` measures in the same run.
import { parseArgs } from 'node:util';
import { analyst } from './bench/analyst.ts';
import { badges } from './bench/badges.ts';
import { command } from './bench/command.ts';
import { copies } from './bench/copies.ts';
import { graph } from './bench/graph.ts';
import { logs, logsInBrowser } from './bench/logs.ts';
import { pooledMarks } from './bench/pooled-marks.ts';
import { replay } from './bench/replay.ts';
import { requests } from './bench/requests.ts';
import { scale } from './bench/scale.ts';
import { screens } from './bench/screens.ts';
import { text } from './bench/text.ts';

const parts: Record<string, (beside?: string) => Promise<{ title: string; markdown: string }>> = {
  text,
  copies,
  requests,
  graph,
  command,
  badges,
  scale,
  analyst,
  replay,
  'pooled-marks': pooledMarks,
  screens,
  logs,
  'logs-in-browser': logsInBrowser,
};

/** The positionals are names of parts to run; all when none is given. */
const { values, positionals: wanted } = parseArgs({ options: { beside: { type: 'string' } }, allowPositionals: true });
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { title, markdown } = await part(values.beside);
  console.log(`## ${title}\n\n${markdown}`);
}
