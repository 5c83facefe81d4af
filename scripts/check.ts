// Types, lint and form of everything, without the tests. With --write, what can be put right by itself is.
import { check, checkAndWrite, runStages } from './lib/stages.ts';

const args = process.argv.slice(2);
const unknown = args.find((one) => one !== '--write');
if (unknown) {
  console.error(`${unknown}: unknown\nusage: npm run check [-- --write]`);
  process.exitCode = 2;
} else await runStages(args.includes('--write') ? checkAndWrite : check);
