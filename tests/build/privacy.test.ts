// PRIVACY.md and the texts for the stores are held to what is built: every permission with its reason, every kind of
// thing that is stored, by name, and nothing that is not.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { observationKinds } from '../../lib/model/observation.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { builtExtension } from '../../scripts/lib/open-browser.ts';
import { root } from '../../scripts/lib/tool.ts';

const text = (path: string) => readFileSync(join(root, path), 'utf8');
const privacy = text('PRIVACY.md');

describe('what is asked for', () => {
  const manifests = Object.values(builtExtension).map((folder) =>
    JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')),
  );
  const permissions: string[] = [...new Set<string>(manifests.flatMap((manifest) => manifest.permissions))].sort();

  test('is in PRIVACY.md, and nothing else is', () => {
    const table = privacy.slice(privacy.indexOf('## Permissions'), privacy.indexOf('## Deleting'));
    const named = [...table.matchAll(/`([a-zA-Z]+)`/g)].flatMap(([, name]) => name ?? []).sort();
    expect(named).toEqual(permissions);
    expect(table).toContain('content scripts on the supported marketplaces, and in Chromium their hosts');
  });

  test('has its reason for the stores', () => {
    const reasons = text('docs/store/permissions.md');
    for (const name of permissions) expect(reasons, name).toContain(`| \`${name}\` |`);
    for (const { web_accessible_resources: accessible = [] } of manifests) {
      for (const { resources } of accessible) for (const resource of resources) expect(reasons).toContain(resource);
    }
  });
});

describe('what is kept', () => {
  const table = privacy.slice(privacy.indexOf('All of it, table by table'), privacy.indexOf('The practice page'));

  test('is in PRIVACY.md by the name of its table or entry, and nothing else is', () => {
    const database = new HireflagDatabase();
    const tables = database.tables.map(({ name }) => name);
    database.close();
    const keys = globSync('{lib,entrypoints,components}/**/*.{ts,tsx}', { cwd: root }).flatMap((path) =>
      [...text(path).matchAll(/^(?:export )?const \w*KEY = '([a-zA-Z-]+)';/gm)].flatMap(([, key]) => key ?? []),
    );
    const named = table.split('\n').flatMap((row) => /^\| `([\w-]+)` \|/.exec(row)?.[1] ?? []);
    expect(named.sort()).toEqual([...tables, ...keys].sort());
  });

  test('says every kind of observation', () => {
    const [row] = table.split('\n').filter((line) => line.startsWith('| `observations`'));
    for (const kind of observationKinds) expect(row, kind).toContain(`\`${kind}\``);
  });
});

describe.each(['en', 'es'])('the listing in %s', (language) => {
  const listing = text(`docs/store/listing-${language}.md`);
  const part = (name: string) =>
    listing
      .slice(listing.indexOf(`## ${name}\n`))
      .split('\n')
      .slice(1)
      .join('\n')
      .split('\n## ')[0]
      ?.trim() ?? '';

  test('fits the stores, and says as summary what the browser shows', () => {
    expect(part('Summary').length).toBeLessThanOrEqual(132);
    expect(part('Description').length).toBeGreaterThan(500);
    expect(part('Description').length).toBeLessThanOrEqual(16_000);
    const { extension } = JSON.parse(text(`assets/manifest/${language}.json`));
    expect(part('Summary')).toBe(extension.description);
  });

  test('judges nobody', () => {
    expect(listing).not.toMatch(/fraud|fake|scam|criminal|estafa|falso|delincuente/i);
  });
});
