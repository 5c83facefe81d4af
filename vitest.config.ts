// Three groups of tests. `unit` needs nothing but Node. `build` looks at the built extension and
// `e2e` drives it in real browsers, one test at a time: both need it built first (npm test does).
import { defineConfig } from 'vitest/config';

const browserTime = 120_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/build/**', 'tests/bench/**'],
          // Some hostile inputs take a second or two, and a machine that builds may be ten times slower.
          testTimeout: 60_000,
        },
      },
      { test: { name: 'build', include: ['tests/build/*.test.ts'] } },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/*.e2e.test.ts'],
          fileParallelism: false,
          testTimeout: browserTime,
          hookTimeout: browserTime,
        },
      },
    ],
  },
});
