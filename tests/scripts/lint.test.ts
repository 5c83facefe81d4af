// The lint refuses imports that run up, whatever file they are of, and imports in circles: seen in a folder that
// has the project's own rules and nothing but files that break them, and a few that do not.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../scripts/lib/tool.ts';

const up: [from: string, to: string][] = [
  ['lib/model/a.ts', '../statements/money.ts'],
  ['lib/statements/a.ts', '../reading/dom.ts'],
  ['lib/text/a.ts', '../settings/settings.ts'],
  ['lib/graph/a.ts', '../store/store.ts'],
  ['lib/stats/a.ts', '../i18n/language.ts'],
  ['lib/reading/a.ts', '../sites/freelancer.ts'],
  ['lib/sites/a.ts', '../store/store.ts'],
  ['lib/store/a.ts', '../settings/settings.ts'],
  ['lib/store/b.ts', '../i18n/language.ts'],
  ['lib/store/c.ts', '../assess/assess.ts'],
  ['lib/store/d.ts', '../team/stream.ts'],
  ['lib/team/a.ts', '../settings/settings.ts'],
  ['lib/evidence/a.ts', '../red-flags/registry.ts'],
  ['lib/red-flags/one/a.ts', '../other/flag.ts'],
  ['lib/red-flags/one/b.ts', '../../settings/settings.ts'],
  ['lib/assess/a.ts', '../record/record.ts'],
  ['lib/record/a.ts', '../overlay/overlay.ts'],
  ['lib/protocol/a.ts', '../../entrypoints/background/index.ts'],
  ['lib/overlay/a.ts', '../store/store.ts'],
  ['lib/overlay/b.ts', '../../entrypoints/background/index.ts'],
  ['lib/settings/a.ts', '../store/store.ts'],
  ['lib/i18n/a.ts', '../../components/Popup.tsx'],
  ['components/a.ts', '../entrypoints/popup/follow.ts'],
  ['scripts/a.ts', '../tests/reading/pages.ts'],
  ['scripts/lib/a.ts', '../../tests/e2e/harness.ts'],
];
const down: [from: string, to: string][] = [
  ['lib/sites/down.ts', '../reading/dom.ts'],
  ['lib/red-flags/one/down.ts', '../../evidence/evidence.ts'],
  ['lib/red-flags/one/beside.ts', './words.ts'],
  ['lib/team/down.ts', '../store/store.ts'],
  ['lib/overlay/down.ts', '../reading/read-page.ts'],
  ['tests/reading/down.ts', '../../scripts/lib/tool.ts'],
];

const folder = mkdtempSync(join(tmpdir(), 'hireflag-lint-'));
let found: { rule: string; file: string }[] = [];

beforeAll(() => {
  cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
  for (const [from, to] of [...up, ...down]) write(from, to);
  write('lib/model/circle-a.ts', './circle-b.ts');
  write('lib/model/circle-b.ts', './circle-a.ts');
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const { stdout } = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const report: Report = JSON.parse(stdout);
  found = report.diagnostics.map(({ category, location }) => ({
    rule: category.replace(/^.*\//, ''),
    file: typeof location.path === 'string' ? location.path : location.path.file,
  }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Report {
  diagnostics: { category: string; location: { path: string | { file: string } } }[];
}

function write(file: string, imported: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), `export { value } from '${imported}';\n`);
}

const rulesFor = (file: string) => found.flatMap((one) => (one.file === file ? one.rule : []));

it.each(up)('%s may not import %s', (file) => {
  expect(rulesFor(file)).toContain('noRestrictedImports');
});

it.each(down)('%s may import %s', (file) => {
  expect(rulesFor(file)).toEqual([]);
});

it.each(['a', 'b'])('a circle of two files is refused in both: %s', (file) => {
  expect(rulesFor(`lib/model/circle-${file}.ts`)).toContain('noImportCycles');
});
