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
  const left = /^(?:node_modules|\.git|\.output|\.cache|docs)$/;
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
const vitest = (...args: string[]) => run('node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', ...args);
const biome = (...paths: string[]) =>
  run('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', ...paths);

describe('new:site', () => {
  it('writes a site that is registered, formatted and read', () => {
    const { status, text } = run('scripts/new-site.ts', 'quay-works', 'Quay Works', 'quayworks.example');
    expect(text).toContain('lib/sites/quay-works.ts');
    expect(status).toBe(0);
    expect(file('lib/sites/registry.ts')).toContain("import { quayWorks } from './quay-works.ts';");
    const types = run('node_modules/typescript/bin/tsc', '--noEmit');
    expect(types.text).toBe('');
    const formed = biome('lib/sites/quay-works.ts', 'lib/sites/registry.ts');
    expect(formed.status, formed.text).toBe(0);
    const tests = vitest('tests/catalogue.test.ts', 'tests/sites/fixtures.test.ts', '-t', 'sites|quay-works');
    expect(tests.status, tests.text).toBe(0);
    expect(tests.text).toMatch(/[1-9]\d* passed/);
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
    const { status } = run('scripts/new-red-flag.ts', 'borrowed-portfolio');
    expect(status).toBe(0);
    const formed = biome('lib/red-flags', 'scripts/evaluate', 'practice/data', 'components/settings');
    expect(formed.status, formed.text).toBe(0);
    const cases = vitest('lib/red-flags/borrowed-portfolio/cases.test.ts');
    expect(cases.status, cases.text).toBe(0);
    const types = run('node_modules/typescript/bin/tsc', '--noEmit');
    expect(types.text).toBe('');
    const catalogue = vitest('tests/catalogue.test.ts', '-t', 'red flags');
    expect(catalogue.status).not.toBe(0);
    const missing = [...catalogue.text.matchAll(/× ([^0-9\n]*?)(?: \d+ms)?$/gm)].map(([, name]) => name);
    expect(missing).toEqual([
      'says what it looks for, what else explains it, what it cannot tell and what to ask',
      'cites clauses of the advisory',
      'has cases that are found and innocent ones',
      'is measured: a part of scripts/evaluate/registry.ts, and its figures in components/settings/measured.ts',
      'has accounts on the practice marketplace, or says why not, in practice/data/truth.ts',
      'has a row in the README',
    ]);
  });

  it.each([['mass-bidding'], ['Mass'], ['']])('refuses "%s"', (id) => {
    expect(run('scripts/new-red-flag.ts', id).status).toBe(2);
  });
});
