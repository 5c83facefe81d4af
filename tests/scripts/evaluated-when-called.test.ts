// A package that the build puts off is evaluated with the first call of one of its functions, and then works as ever.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'vite';
import { expect, it, onTestFinished } from 'vitest';
import { evaluatedWhenCalled, packages } from '../../scripts/lib/evaluated-when-called.ts';

/** The package of these tests. */
const heavy =
  "log.push('evaluated'); export const double = (n) => 2 * n; export default function (...all) { return all.length; }";

/** What this script, built, leaves in its global scope. */
async function ran(main: string, functions: Readonly<Record<string, readonly string[]>>) {
  const folder = await mkdtemp(join(tmpdir(), 'hireflag-when-called-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const packaged = join(folder, 'node_modules', 'heavy');
  await mkdir(packaged, { recursive: true });
  await writeFile(join(packaged, 'package.json'), JSON.stringify({ name: 'heavy', type: 'module', main: 'index.js' }));
  await writeFile(join(packaged, 'index.js'), heavy);
  await writeFile(join(folder, 'main.js'), main);
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    plugins: [evaluatedWhenCalled(functions)],
    build: {
      rollupOptions: { input: join(folder, 'main.js'), output: { format: 'iife', entryFileNames: 'out.js' } },
    },
  });
  const scope: Record<string, unknown> = { log: [] };
  runInNewContext(await readFile(join(folder, 'dist', 'out.js'), 'utf8'), scope);
  return scope;
}

it('evaluates it once, with the first call', async () => {
  const { log } = await ran(
    "import count, { double } from 'heavy'; log.push('begun'); log.push(double(21), count(1, 2, 3), double(4));",
    { heavy: ['double', 'default'] },
  );
  expect(log).toEqual(['begun', 'evaluated', 42, 3, 8]);
});

it('evaluates nothing of it where nothing is called', async () => {
  const main = "import { double } from 'heavy'; log.push('begun'); globalThis.d = double;";
  expect((await ran(main, { heavy: ['double'] })).log).toEqual(['begun']);
  expect((await ran(main, {})).log).toEqual(['evaluated', 'begun']);
});

it('names functions that the packages have', async () => {
  for (const [name, functions] of Object.entries(packages)) {
    const itself: Record<string, unknown> = await import(name);
    expect(functions.map((one) => typeof itself[one])).toEqual(functions.map(() => 'function'));
  }
});
