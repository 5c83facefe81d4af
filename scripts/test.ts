// Everything that must hold before a change is taken: types, lint and form, the engine's tests (a team's pool against
// the real server), the build for both browsers, and the built extension in real Chromium and real Firefox. What does
// not wait for anything else goes side by side, so that no core stands idle: a browser spends much of its time waiting
// for its own pages. Its end names the tests that failed, each with what was wrong, and counts all.
//   npm run test:all (the same with --all) is for a release: with all that is tried in the browsers, on every page of
// Hireflag's own and for as long as it takes, with both packages built again elsewhere, and the linter of Firefox's store.
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { getBrowsers } from './lib/get-browsers.ts';
import { getNatsServer } from './lib/get-nats-server.ts';
import { build, buildForTeams, check, runStages, sideBySide } from './lib/stages.ts';
import { type RunOptions, root, runTool } from './lib/tool.ts';

const counts = { passed: 0, failed: 0, skipped: 0 };
/** What failed: file, test and the first line of what was wrong. The run is long, and nobody looks for it in there. */
const failures: string[] = [];

const isWhole = process.argv.includes('--all');
// Tests that try many pages of one kind look at it, and else try some.
if (isWhole) process.env.HIREFLAG_WHOLE = '1';

/**
 * What is tried in both browsers before every change, files of `tests/e2e`: a bid's way from the page to badge, panel and
 * record, what a hostile page and a script in our place can do, and a background that is ended. All else that those
 * files look at has tests without a browser too.
 */
const smoke = [
  'main-job',
  'five-jobs',
  'hostile-page',
  'named-fields',
  'senders',
  'worker-ended',
  'panel-place',
  'loads',
  'logs',
].map((name) => `tests/e2e/${name}.e2e.test.ts`);
/** What takes minutes and changes with the build alone. */
const beforeRelease = 'tests/build/released.test.ts';

/**
 * Rooms whose tests call functions and look at what they return. Their files share a process and what it has loaded,
 * which takes longer than most of them; all others, which have a document or a database, or put something in the place of
 * modules, have a process each.
 */
const pure = [
  'lib/red-flags/',
  ...['assess', 'graph', 'model', 'protocol', 'settings', 'sites', 'statements', 'stats', 'text'].map(
    (room) => `tests/${room}/`,
  ),
];

await runStages([
  ...check,
  { name: 'Server of a team', run: async () => Boolean(await getNatsServer()) },
  { name: 'Browsers', run: async () => (await getBrowsers(['chromium', 'firefox'])).length === 2 },
  {
    name: 'Tests of the engine, and meanwhile what is built and its tests',
    run: () =>
      sideBySide(
        [{ name: 'Tests of the engine', run: ofTheEngine }],
        [...build, ...buildForTeams, { name: 'Tests of what was built, and in both browsers', run: ofWhatWasBuilt }],
      ),
  },
]);

for (const each of failures) console.log(`\nFAILED ${each}`);
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);

async function ofTheEngine(): Promise<boolean> {
  const files = globSync(['tests/**/*.test.{ts,tsx}', 'lib/red-flags/*/cases.test.ts'], { cwd: root });
  const others = files.filter(
    (file) => !/^tests\/(?:e2e|build)\//.test(file) && !pure.some((room) => file.startsWith(room)),
  );
  const passed = [
    await tests('unit', 'show', { report: 'unit-shared', args: ['--no-isolate', ...pure] }),
    await tests('unit', 'show', { args: others }),
  ];
  return passed.every(Boolean);
}

async function ofWhatWasBuilt(): Promise<boolean> {
  const inBrowser = { args: isWhole ? [] : smoke };
  const passed = await Promise.all([
    tests('build', 'at-end', { args: isWhole ? [] : ['--exclude', beforeRelease] }),
    tests('chromium', 'at-end', inBrowser),
    tests('firefox', 'at-end', inBrowser),
  ]);
  return passed.every(Boolean);
}

/** Runs one group of vitest.config.ts and adds up what it counted. */
async function tests(
  group: string,
  output: RunOptions['output'],
  { report: name = group, args = [] }: { report?: string; args?: readonly string[] } = {},
): Promise<boolean> {
  const folder = join(root, '.cache', 'tests');
  const report = join(folder, `${name}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const passed = await runTool('vitest', ['run', '--project', group, ...reporters, ...args], { output });
  const counted: Report = JSON.parse(readFileSync(report, 'utf8'));
  counts.passed += counted.numPassedTests;
  const failed = counted.testResults.flatMap((file) => failedIn(group, file));
  counts.failed += failed.length;
  failures.push(...failed);
  counts.skipped += counted.numPendingTests + counted.numTodoTests;
  return passed;
}

/** Those of a file that failed. One that broke before its first test holds no test to name, and has failed all the same. */
function failedIn(group: string, { name, status, message, assertionResults }: Report['testResults'][number]): string[] {
  const said = (test: string, what = '') => `${group}: ${relative(root, name)}: ${test}\n  ${what.split('\n')[0]}`;
  if (status === 'failed' && assertionResults.length === 0) return [said('could not be loaded', message)];
  return assertionResults
    .filter((one) => one.status === 'failed')
    .map(({ fullName, failureMessages }) => said(fullName, failureMessages[0]));
}

/** What is used of the report that vitest's `json` reporter writes. */
interface Report {
  numPassedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}
