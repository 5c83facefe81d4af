// npm run test:one -- FILE … [--browser firefox] [-t NAME]
// Runs single test files, on a fresh clone too: what they need is made first. A file in tests/e2e runs in
// Chromium unless --browser names the other one.
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserKind } from './lib/find-browser.ts';
import { getBrowsers } from './lib/get-browsers.ts';
import { build, prepare, runStages, type Stage, shown } from './lib/stages.ts';
import { root } from './lib/tool.ts';

const usage = 'usage: npm run test:one -- FILE.test.ts … [--browser chromium|firefox] [-t NAME]';

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { browser: { type: 'string', default: 'chromium' }, testNamePattern: { type: 'string', short: 't' } },
  });
  const browser = browserCalled(values.browser);
  if (positionals.length === 0) throw new Error('Which file?');
  const projects = new Set(positionals.map((file) => projectOf(file, browser)));
  const named = values.testNamePattern === undefined ? [] : ['-t', values.testNamePattern];
  const test = () =>
    shown('vitest', 'run', ...[...projects].flatMap((one) => ['--project', one]), ...named, ...positionals);
  await runStages([...stagesBefore(projects, browser), { name: 'Tests', run: test }]);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  process.exitCode = 2;
}

function browserCalled(name: string): BrowserKind {
  if (name !== 'chromium' && name !== 'firefox') throw new Error(`${name}: no browser that is tested`);
  return name;
}

/** The group of vitest.config.ts that a file belongs to. */
function projectOf(file: string, browser: BrowserKind): string {
  const path = relative(root, resolve(file)).replaceAll('\\', '/');
  if (!existsSync(file)) throw new Error(`${file}: there is no such file`);
  if (!/^(?:tests|lib)\/.*\.test\.tsx?$/.test(path)) throw new Error(`${file}: no test file`);
  if (path.startsWith('tests/e2e/')) return browser;
  return path.startsWith('tests/build/') ? 'build' : 'unit';
}

/** What the tests need to be there: for those of the built extension a build, for those in a browser the browser. */
function stagesBefore(projects: ReadonlySet<string>, browser: BrowserKind): Stage[] {
  if (projects.has('build')) return [...build];
  if (!projects.has(browser)) return [prepare];
  return [
    build[browser === 'chromium' ? 0 : 1] as Stage,
    { name: 'Browser', run: async () => (await getBrowsers([browser])).length === 1 },
  ];
}
