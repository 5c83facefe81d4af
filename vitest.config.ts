// Three groups of tests. `unit` needs nothing but Node. `build` looks at the built extension and
// `e2e` drives it in real browsers, one test at a time: both need it built first (npm test does).
import { defineConfig } from 'vitest/config';

const browserTime = 120_000;

export default defineConfig({
  test: {
    // Without this, one core of two stands idle.
    maxWorkers: '100%',
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
          // A real browser now and then does not start, or loses a message; what fails twice is ours.
          retry: 1,
          testTimeout: browserTime,
          hookTimeout: browserTime,
        },
      },
    ],
  },
});
