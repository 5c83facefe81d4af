// What must hold of a package before it is given to a store, and takes minutes: it comes out the same whoever builds it,
// and Mozilla's linter finds nothing in it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtExtension } from '../../scripts/lib/open-browser.ts';
import { root } from '../../scripts/lib/tool.ts';

/** Every file by its path in the folder, with what is in it. */
const contents = (folder: string) =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );

describe.each(['chromium', 'firefox'] as const)('the package for %s', (kind) => {
  test('is the same, byte by byte, built elsewhere, in another zone and language', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'hireflag-build-'));
    try {
      const { PATH, HOME, SystemRoot } = process.env;
      const zone = { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
      const env = { PATH, HOME, SystemRoot, HIREFLAG_BUILD: elsewhere, ...zone };
      const args = [join(root, 'node_modules/wxt/bin/wxt.mjs'), 'build', '-b', kind === 'chromium' ? 'chrome' : kind];
      const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
      expect(status, stderr).toBe(0);
      const again = join(elsewhere, kind === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
      expect(contents(again)).toEqual(contents(builtExtension[kind]));
    } finally {
      rmSync(elsewhere, { recursive: true, force: true });
    }
  });
});

test('the linter of Firefox’s store finds nothing', () => {
  const linter = join(root, 'node_modules/addons-linter/bin/addons-linter');
  const { stdout } = spawnSync(process.execPath, [linter, '--output', 'json', builtExtension.firefox], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  const { errors, warnings, notices } = JSON.parse(stdout);
  expect({ errors, warnings, notices }).toEqual({ errors: [], warnings: [], notices: [] });
});
