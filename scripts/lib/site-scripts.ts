// Each marketplace gets a content script of its own, so that a page carries the tables of its own site
// and not those of all others. The scripts are written from the registry whenever the extension is built:
// adding a marketplace is a file and a line in the registry, nothing here.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { matchPatterns, sites } from '../../lib/sites/registry.ts';
import { root } from './tool.ts';

/** One content script: its name in the manifest and the file it is built from. */
export interface SiteScript {
  name: string;
  inputPath: string;
}

/**
 * Writes the content scripts of all registered sites.
 *
 * @param folder where to, absolute; files of sites that are registered no more are removed from it
 * @throws Error when a site's file does not export the site
 */
export async function writeSiteScripts(folder: string): Promise<SiteScript[]> {
  await mkdir(folder, { recursive: true });
  const scripts = await Promise.all(
    sites.map(async (site) => {
      const module: Record<string, unknown> = await import(join(root, 'lib', 'sites', `${site.id}.ts`));
      const name = Object.keys(module).find((key) => module[key] === site);
      if (!name) throw new Error(`lib/sites/${site.id}.ts does not export the site that the registry lists.`);
      const inputPath = join(folder, `${site.id}.content.ts`);
      await writeFile(inputPath, scriptOf(site.id, name, matchPatterns([site])));
      return { name: site.id, inputPath };
    }),
  );
  const wanted = new Set(scripts.map(({ name }) => `${name}.content.ts`));
  for (const file of await readdir(folder)) if (!wanted.has(file)) await rm(join(folder, file));
  return scripts;
}

const scriptOf = (id: string, name: string, matches: readonly string[]) => `// Written by scripts/lib/site-scripts.ts.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startInPage } from '../../lib/overlay/in-page.ts';
import { ${name} } from '../../lib/sites/${id}.ts';

export default defineContentScript({
  matches: ${JSON.stringify(matches)},
  runAt: 'document_start',
  main: (ctx) => startInPage(${name}, ctx.signal),
});
`;
