// Everything that must hold before a change is taken: types, lint and form, the engine's tests, the
// build for both browsers, and the built extension in real Chromium and real Firefox. It stops at the
// first stage that fails, and its last line says how many tests passed and failed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { getBrowsers } from './lib/get-browsers.ts';
import { build, check, runStages, shown } from './lib/stages.ts';
import { root } from './lib/tool.ts';

const counts = { passed: 0, failed: 0, skipped: 0 };

await runStages([
  ...check,
  { name: 'Tests of the engine', run: () => tests('engine', ['unit']) },
  ...build,
  { name: 'Browsers', run: async () => (await getBrowsers(['chromium', 'firefox'])).length === 2 },
  { name: 'Tests of the extension in both browsers', run: () => tests('browsers', ['build', 'e2e']) },
]);

const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);

/** Runs groups of vitest.config.ts and adds up what they counted. */
async function tests(name: string, groups: string[]): Promise<boolean> {
  const folder = join(root, '.cache', 'tests');
  const report = join(folder, `${name}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const projects = groups.flatMap((group) => ['--project', group]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const passed = await shown('vitest', 'run', ...projects, ...reporters);
  const counted: Report = JSON.parse(readFileSync(report, 'utf8'));
  counts.passed += counted.numPassedTests;
  counts.failed += counted.numFailedTests + counted.testResults.filter(couldNotBeLoaded).length;
  counts.skipped += counted.numPendingTests + counted.numTodoTests;
  return passed;
}

/** A test file that broke before its first test holds no test to count, and has failed all the same. */
function couldNotBeLoaded({ status, assertionResults }: Report['testResults'][number]): boolean {
  return status === 'failed' && assertionResults.length === 0;
}

/** What is used of the report that vitest's `json` reporter writes. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}
