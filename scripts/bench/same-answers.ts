// Whether `npm run assess` answers just as it did, byte for byte, on sets made of seeds: for whoever makes it quicker.
//   node scripts/bench/same-answers.ts [--beside CHECKOUT] [--bids 5000]
// CHECKOUT is another checkout of the same project, such as the one before the change. Without it the fingerprints of the
// answers are printed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { easy, hard } from './bid-sets.ts';
import { mixed } from './mixed-set.ts';

const { values } = parseArgs({ options: { beside: { type: 'string' }, bids: { type: 'string', default: '5000' } } });
const bids = Number(values.bids);
const SETS: readonly (readonly [name: string, write: (file: string) => Promise<void>])[] = [
  ['easy', (file) => easy(file, bids)],
  ['hard', (file) => hard(file, bids)],
  ['mixed 1', (file) => mixed(file, 1)],
  ['mixed 2', (file) => mixed(file, 2)],
];

/** All that an assessment of a file prints. */
function answers(checkout: string, file: string): Promise<string> {
  const command = [join(checkout, 'scripts', 'assess.ts'), file];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => {
      if (code === 0) done(Buffer.concat(parts).toString());
      else failed(new Error(`${checkout} ended with ${code}`));
    });
  });
}

const folder = await mkdtemp(join(tmpdir(), 'hireflag-same-'));
const file = join(folder, 'seen.jsonl');
try {
  for (const [name, write] of SETS) {
    await write(file);
    const own = await answers(join(import.meta.dirname, '..', '..'), file);
    const print = createHash('sha256').update(own).digest('hex').slice(0, 16);
    if (values.beside === undefined) console.log(`${name}: ${print}`);
    else {
      const [ours, theirs] = [own, await answers(values.beside, file)].map((all) => all.split('\n')) as [
        string[],
        string[],
      ];
      const unlike = ours.flatMap((line, i) => (line === theirs[i] ? [] : [i]));
      const isSame = unlike.length === 0 && ours.length === theirs.length;
      console.log(`${name}: ${isSame ? `the same, ${print}` : `${unlike.length} of ${ours.length} accounts differ`}`);
      for (const i of unlike.slice(0, 2)) console.log(`  ${theirs[i]}\n  ${ours[i]}`);
      if (!isSame) process.exitCode = 1;
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
