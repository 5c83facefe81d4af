// The packages that `npm run zip` makes, as they lie in a folder.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The packages in a folder, by name; none where the folder does not exist, as in a fresh clone. */
export function packagesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.zip'))
    .sort();
}

/** Takes those of an earlier run away. */
export function removePackages(folder: string): void {
  for (const name of packagesIn(folder)) rmSync(join(folder, name));
}
