import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findBrowser } from '../../scripts/lib/find-browser.ts';

describe.skipIf(process.platform === 'win32')('finding an installed browser', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hireflag-browsers-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** A program that says this for --version and ends with this exit code. */
  function program(name: string, says: string, code = 0): string {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\necho '${says}'\nexit ${code}\n`);
    chmodSync(path, 0o755);
    return path;
  }

  test('takes one from the PATH and says its version', async () => {
    const path = program('google-chrome', 'Google Chrome 156.0.1.2');
    const found = await findBrowser('chromium', { PATH: `/nowhere:${folder}` });
    expect(found).toEqual({ kind: 'chromium', path, version: 'Google Chrome 156.0.1.2' });
  });

  test('takes the named one before any other', async () => {
    program('firefox', 'Mozilla Firefox 160.0');
    const path = program('my-own', 'Mozilla Firefox 150.0esr');
    expect((await findBrowser('firefox', { PATH: folder, FIREFOX_PATH: path }))?.path).toBe(path);
  });

  test('passes over one that is too old, one that does not run and one that is only a hint', async () => {
    program('chromium', 'Chromium 99.0.1.2');
    program('google-chrome', 'Google Chrome 156.0.1.2', 1);
    program('google-chrome-stable', 'Please install the snap');
    writeFileSync(join(folder, 'chromium-browser'), 'not executable');
    const path = program('brave-browser', 'Brave Browser 137.1.79.119');
    expect((await findBrowser('chromium', { PATH: folder }))?.path).toBe(path);
  });

  test('the oldest Firefox is the one the extension asks for', async () => {
    program('firefox', 'Mozilla Firefox 141.0.3');
    const path = program('firefox-esr', 'Mozilla Firefox 142.0');
    expect((await findBrowser('firefox', { PATH: folder }))?.path).toBe(path);
  });
});
