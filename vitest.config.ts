// Four groups of tests. `unit` needs nothing but Node. `build` looks at the built extension; `chromium` and
// `firefox` drive it in a real browser, one test file at a time: these need it built first (npm test does).
import { defineConfig } from 'vitest/config';

/**
 * Ends what hangs. It is no measure: a machine that does other things too may be a hundred times slower, and a browser
 * starts, loads pages and draws besides.
 */
const hangs = 600_000;

/** The tests in one browser. They are not tried again: what fails now and then is a fault. */
const inBrowser = (name: 'chromium' | 'firefox') => ({
  test: {
    name,
    include: ['tests/e2e/*.e2e.test.ts'],
    env: { HIREFLAG_BROWSER: name },
    fileParallelism: false,
    testTimeout: hangs,
    hookTimeout: hangs,
  },
});

export default defineConfig({
  test: {
    // Without this, one core of two stands idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}', 'lib/red-flags/*/cases.test.ts'],
          exclude: ['tests/e2e/**', 'tests/build/**'],
          // Otherwise it looks for a faster engine elsewhere first, and waits minutes for it.
          env: { RECHECK_BACKEND: 'pure' },
          testTimeout: hangs,
          hookTimeout: hangs,
        },
      },
      { test: { name: 'build', include: ['tests/build/*.test.ts'], testTimeout: hangs } },
      inBrowser('chromium'),
      inBrowser('firefox'),
    ],
  },
});
