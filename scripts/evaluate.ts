// Measures how much of a page is read, and how well the red flags tell what they look for from what they
// must leave alone, and writes docs/evaluation.md. Each part says how its sets were made and where it fails.
import { writeFileSync } from 'node:fs';
import { parts } from './evaluate/registry.ts';

/** Names of parts to run, `reading` or a red flag's id; all when none is given, and only then the file is written. */
const wanted = process.argv.slice(2);
const sections: string[] = [];
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const began = performance.now();
  const { title, markdown } = await part();
  sections.push(`## ${title}\n\n${markdown}\n`);
  console.log(`## ${title} (${((performance.now() - began) / 1_000).toFixed(1)} s)\n\n${markdown}\n`);
}
if (wanted.length === 0) {
  const head =
    '# How good the reading and the red flags are\n\n' +
    'Written by `npm run evaluate`. Real data is read where it lies beside the checkout and never copied; without it those rows are left out.\n\n';
  writeFileSync(new URL('../docs/evaluation.md', import.meta.url), `${head}${sections.join('\n')}`);
}
