// What stores are given: both packages, and the source that Mozilla's reviewers build the second one from. All three
// come out the same, byte by byte, whoever makes them. What stores ask for beside is in docs/store/.
//   npm run zip        writes .output/hireflag-VERSION-*.zip
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runStages, shown } from './lib/stages.ts';
import { root } from './lib/tool.ts';

const output = join(root, '.output');
const zips = () => readdirSync(output).filter((name) => name.endsWith('.zip'));

await runStages([
  {
    name: 'Package for Chromium',
    run: async () => {
      for (const name of zips()) rmSync(join(output, name));
      return shown('wxt', 'zip', '-b', 'chrome');
    },
  },
  { name: 'Package for Firefox, and the source', run: () => shown('wxt', 'zip', '-b', 'firefox', '--sources') },
]);

if (!process.exitCode) {
  console.log('\nSHA-256');
  for (const name of zips().sort()) {
    console.log(
      `${createHash('sha256')
        .update(readFileSync(join(output, name)))
        .digest('hex')}  .output/${name}`,
    );
  }
}
