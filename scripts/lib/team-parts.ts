// What the package for teams has in the place of ordinary parts. The ordinary package is built without this plugin: of
// all that is named here there is nothing in it.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { root } from './tool.ts';

/** Whether the package for teams is built. */
export const isTeamBuild = process.env.HIREFLAG_TEAM === '1';

const at = (path: string) => join(root, path);

/** The background's entry. */
export const teamBackground = at('entrypoints/background/with-team.ts');

/** Each part by the one that stands in its place, which alone may still take the ordinary one. */
const instead = new Map([
  [at('lib/store/database.ts'), at('lib/team/database.ts')],
  [at('entrypoints/settings/main.ts'), at('entrypoints/settings/with-team.ts')],
  [at('lib/assess/assess.ts'), at('entrypoints/background/team/assess.ts')],
  [at('components/Decisions.tsx'), at('components/team/Decisions.tsx')],
]);

const names: ReadonlySet<string> = new Set([...instead.keys()].map((path) => basename(path)));

const locales = at('assets/locales');

/** A plugin for the build. */
export const teamParts = {
  name: 'hireflag:team-parts',
  enforce: 'pre' as const,
  async resolveId(
    this: { resolve(source: string, importer?: string, options?: object): Promise<{ id: string } | null> },
    source: string,
    importer: string | undefined,
  ) {
    if (!names.has(basename(source))) return undefined;
    const found = await this.resolve(source, importer, { skipSelf: true });
    const other = found ? instead.get(found.id) : undefined;
    return other !== undefined && importer !== other ? other : undefined;
  },
  load(id: string) {
    const [path = ''] = id.split('?');
    if (!path.startsWith(locales)) return undefined;
    const [other, more] = ['instead', 'added'].map((how) => at(join('assets/team', how, relative(locales, path)))) as [
      string,
      string,
    ];
    if (existsSync(other)) return JSON.stringify(withInstead(read(path), read(other)));
    return existsSync(more) ? JSON.stringify(withAdded(read(path), read(more))) : undefined;
  },
};

type Catalogue = { [name: string]: string | Catalogue };

const read = (path: string): Catalogue => JSON.parse(readFileSync(path, 'utf8'));

/**
 * A catalogue with some sentences in the place of others.
 *
 * @param other sentences by their dotted path
 * @throws Error where there is none to stand in the place of
 */
export function withInstead(catalogue: Catalogue, other: Catalogue): Catalogue {
  const changed = structuredClone(catalogue);
  for (const [path, sentence] of Object.entries(other)) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const holder = steps.reduce<string | Catalogue | undefined>(
      (part, step) => (typeof part === 'object' ? part[step] : undefined),
      changed,
    );
    if (typeof holder !== 'object' || typeof holder[last] !== 'string') throw new Error(`no sentence ${path}`);
    holder[last] = sentence;
  }
  return changed;
}

/**
 * A catalogue with some sentences more.
 *
 * @throws Error where one is there already
 */
export function withAdded(catalogue: Catalogue, more: Catalogue): Catalogue {
  const twice = Object.keys(more).find((name) => Object.hasOwn(catalogue, name));
  if (twice !== undefined) throw new Error(`a sentence ${twice} is there already`);
  return { ...catalogue, ...more };
}
