// A further language is files and no code: an invented one is laid beside the others in a copy of the sources, and
// everything speaks it.
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** Private use in BCP 47; `Intl` knows nothing of it and falls back. */
const PSEUDO = 'qps';
let copy = '';

/** Every sentence with a mark before it, its placeholders as they are. */
function pseudo(value: unknown): unknown {
  if (typeof value === 'string') return `⟦${value}⟧`;
  if (Array.isArray(value)) return value.map(pseudo);
  return Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, pseudo(one)]));
}

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'hireflag-pseudo-'));
  for (const part of ['lib', 'assets', 'package.json']) cpSync(part, join(copy, part), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
  const english = ['assets/locales/en.json', 'assets/locales/red-flags/en.json', 'lib/red-flags/*/en.json'];
  for (const file of globSync(english)) {
    const words = JSON.stringify(pseudo(JSON.parse(readFileSync(file, 'utf8'))));
    writeFileSync(join(copy, file.replace(/en\.json$/, `${PSEUDO}.json`)), words);
  }
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

it('speaks a language that is only there as files', () => {
  const script = `
    const { languages, setLanguage, t } = await import('./lib/i18n/language.ts');
    const { titleOf, sentence } = await import('./lib/i18n/sentences.ts');
    const { redFlags } = await import('./lib/red-flags/registry.ts');
    const { settingsFrom } = await import('./lib/settings/settings.ts');
    setLanguage('${PSEUDO}');
    console.log(JSON.stringify({
      languages,
      chosen: settingsFrom({ language: '${PSEUDO}' }, undefined).settings.language,
      plural: t('count.bid', { count: 3 }),
      titles: redFlags.map(({ id }) => titleOf(id)),
      shared: sentence(redFlags[0].id, 'failed'),
    }));`;
  const said = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: copy, encoding: 'utf8' }),
  );
  expect(said.languages).toContain(PSEUDO);
  expect(said.chosen).toBe(PSEUDO);
  expect(said.plural).toBe('⟦3 bids⟧');
  expect(said.titles.length).toBeGreaterThan(2);
  for (const words of [...said.titles, said.shared]) expect(words).toMatch(/^⟦.+⟧$/s);
});
