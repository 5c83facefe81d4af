// What stores are given: both packages, and the source that Mozilla's reviewers build the second one from. All three
// come out the same, byte by byte, whoever makes them. What stores ask for beside is in docs/store/.
//   npm run zip        writes .output/hireflag-VERSION-*.zip
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { howToInstall } from './lib/how-to-install.ts';
import { packagesIn, removePackages } from './lib/packages.ts';
import { runStages, shown } from './lib/stages.ts';
import { root } from './lib/tool.ts';

const output = join(root, '.output');

await runStages([
  {
    name: 'Package for Chromium',
    run: async () => {
      removePackages(output);
      return shown('wxt', 'zip', '-b', 'chrome');
    },
  },
  { name: 'Package for Firefox, and the source', run: () => shown('wxt', 'zip', '-b', 'firefox', '--sources') },
]);

if (!process.exitCode) {
  console.log('\nSHA-256');
  for (const name of packagesIn(output)) {
    console.log(
      `${createHash('sha256')
        .update(readFileSync(join(output, name)))
        .digest('hex')}  .output/${name}`,
    );
  }
  const firefox = packagesIn(output).find((name) => name.endsWith('-firefox.zip'));
  console.log(`\n${howToInstall(firefox && join(output, firefox)).join('\n')}`);
}
