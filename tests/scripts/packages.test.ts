import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packagesIn, removePackages } from '../../scripts/lib/packages.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hireflag-packages-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('makes packages in a fresh clone, where nothing was ever built', () => {
  const never = join(folder, 'never-built');
  expect(() => removePackages(never)).not.toThrow();
  expect(packagesIn(never)).toEqual([]);
});

it('takes away the packages of an earlier run and nothing else', () => {
  for (const name of ['b.zip', 'a.zip', 'notes.txt']) writeFileSync(join(folder, name), '');
  expect(packagesIn(folder)).toEqual(['a.zip', 'b.zip']);
  removePackages(folder);
  expect(readdirSync(folder)).toEqual(['notes.txt']);
});
