// The scaffolds write files that fit: run in a copy of the project, what they write is typed, formatted,
// registered and read, and the tests that guard the catalogue say what is so.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/tool.ts';

const copy = mkdtempSync(join(tmpdir(), 'hireflag-scaffold-'));

beforeAll(() => {
  const left = /^(?:node_modules|\.git|\.output|\.cache|\.wxt|docs)$/;
  cpSync(root, copy, { recursive: true, filter: (path) => !left.test(path.slice(root.length + 1)) });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function run(command: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, text: stdout + stderr };
}
const file = (path: string) => readFileSync(join(copy, path), 'utf8');

/** What is looked at in the copy once both have written: of vitest's report, the full name of each test and how it ended. */
let written: { site: Ran; flag: Ran; types: Ran; form: Ran; tests: [name: string, status: string][] };
type Ran = ReturnType<typeof run>;
beforeAll(() => {
  const site = run('scripts/new-site.ts', 'quay-works', 'Quay Works', 'quayworks.example');
  const flag = run('scripts/new-red-flag.ts', 'borrowed-portfolio');
  // Made anew and not copied: a build beside these tests writes there.
  run('node_modules/wxt/bin/wxt.mjs', 'prepare');
  const types = run('node_modules/typescript/bin/tsc', '--noEmit');
  const folders = ['lib/red-flags', 'lib/sites', 'scripts/evaluate', 'practice/data', 'components/settings'];
  const form = run('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', ...folders);
  const files = ['tests/catalogue.test.ts', 'tests/sites/fixtures.test.ts', 'lib/red-flags/borrowed-portfolio/'];
  const named = 'sites|quay-works|red flags|innocent|found';
  const report = ['--reporter=json', '--outputFile=report.json', '--no-isolate'];
  run('node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', ...report, ...files, '-t', named);
  const { testResults }: Report = JSON.parse(file('report.json'));
  const tests = testResults.flatMap(({ name, status, assertionResults }) => [
    ...(status === 'failed' && assertionResults.length === 0 ? [[`${name} cannot be loaded`, status] as const] : []),
    ...assertionResults.map(
      (one) => [`${name.slice(name.indexOf(copy) + copy.length + 1)} ${one.fullName}`, one.status] as const,
    ),
  ]);
  written = { site, flag, types, form, tests: tests.map(([name, status]) => [name, status]) };
});

interface Report {
  testResults: { name: string; status: string; assertionResults: { fullName: string; status: string }[] }[];
}

/** The tests whose name begins so and that ran, with what became of each. */
const ended = (start: string) =>
  written.tests.filter(([name, status]) => name.startsWith(start) && (status === 'passed' || status === 'failed'));
const failed = (start: string) =>
  ended(start)
    .filter(([, status]) => status === 'failed')
    .map(([name]) => name.slice(start.length).trim());

it('what both write is typed and formed', () => {
  expect(written.types.text).toBe('');
  expect(written.form.status, written.form.text).toBe(0);
});

describe('new:site', () => {
  it('writes a site that is registered and read', () => {
    expect(written.site.text).toContain('lib/sites/quay-works.ts');
    expect(written.site.status).toBe(0);
    expect(file('lib/sites/registry.ts')).toContain("import { quayWorks } from './quay-works.ts';");
    for (const start of ['tests/catalogue.test.ts sites', 'tests/sites/fixtures.test.ts']) {
      expect(failed(start)).toEqual([]);
      expect(ended(start).length).toBeGreaterThan(0);
    }
    expect(ended('tests/sites/fixtures.test.ts quay-works').length).toBeGreaterThan(0);
  });

  it('writes a site that knows an account by its link and by its address as one, however it is written', () => {
    const code = `
      import { quayWorks } from './lib/sites/quay-works.ts';
      const urls = ['Ada-Lind', 'ada-lind', 'ada-lind/', 'Pe%C3%B1a', 'pe%c3%b1a?tab=1'].map((step) => new URL('https://quayworks.example/freelancers/' + step));
      console.log(JSON.stringify(urls.map((url) => [quayWorks.accountAt(url), quayWorks.classifyUrl(url)?.account])));`;
    const { text } = run('--input-type=module', '-e', code);
    const [ada, peña] = ['ada-lind', 'peña'].map((account) => [account, account]);
    expect(JSON.parse(text)).toEqual([ada, ada, ada, peña, peña]);
  });

  it.each([
    [['freelancer', 'Again', 'again.example'], 'there already'],
    [['Quay', 'Quay', 'quay.example'], 'small letters'],
    [['../quay', 'Quay', 'quay.example'], 'small letters'],
    [['quay', "Qu'ay", 'quay.example'], 'not a name'],
    [['quay', 'Quay', 'https://quay.example/'], 'not a host'],
    [[], 'usage'],
  ])('refuses %j and writes nothing', (args, words) => {
    const before = file('lib/sites/registry.ts');
    const { status, text } = run('scripts/new-site.ts', ...args);
    expect([status, text.includes(words)], text).toEqual([2, true]);
    expect(file('lib/sites/registry.ts')).toBe(before);
  });
});

describe('new:red-flag', () => {
  it('writes a red flag that runs, and of which the catalogue says what is missing', () => {
    expect(written.flag.status).toBe(0);
    const cases = 'lib/red-flags/borrowed-portfolio/cases.test.ts';
    expect(failed(cases)).toEqual([]);
    expect(ended(cases).length).toBeGreaterThan(0);
    expect(failed('tests/catalogue.test.ts red flags borrowed-portfolio')).toEqual([
      'says what it looks for, what else explains it, what it cannot tell and what to ask',
      'cites clauses of the advisory',
      'has cases that are found and innocent ones',
      'is measured: a part of scripts/evaluate/registry.ts, and its figures in components/settings/measured.ts',
      'has accounts on the practice marketplace, or says why not, in practice/data/truth.ts',
      'has a row in the README',
    ]);
    expect(failed('tests/catalogue.test.ts')).toHaveLength(6);
  });

  it.each([['mass-bidding'], ['Mass'], ['']])('refuses "%s"', (id) => {
    expect(run('scripts/new-red-flag.ts', id).status).toBe(2);
  });
});
