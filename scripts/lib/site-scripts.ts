// Each marketplace gets a content script of its own, so that a page carries the tables of its own site
// and not those of all others. The scripts are written from the registry whenever the extension is built:
// adding a marketplace is a file and a line in the registry, nothing here.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { FRAME_PATH } from '../../lib/protocol/senders.ts';
import { matchPatterns, sites } from '../../lib/sites/registry.ts';
import { root } from './tool.ts';

/** One content script: its name in the built extension, the file it is built from, and the pages it runs in. */
export interface SiteScript {
  name: string;
  inputPath: string;
  matches: string[];
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
      const inputPath = join(folder, `${site.id}.ts`);
      await writeFile(inputPath, scriptOf(site.id, name));
      return { name: `content-scripts/${site.id}`, inputPath, matches: matchPatterns([site]) };
    }),
  );
  const wanted = new Set(scripts.map(({ inputPath }) => basename(inputPath)));
  for (const file of await readdir(folder)) if (!wanted.has(file)) await rm(join(folder, file));
  return scripts;
}

/** What the manifest says of these scripts. */
export function contentScripts(scripts: readonly SiteScript[]) {
  return scripts.map(({ name, matches }) => ({ matches, js: [`${name}.js`], run_at: 'document_start' as const }));
}

/**
 * What the manifest says of our frame: a page of a marketplace may hold it. Chromium gives it an address that is
 * another one in each session; Firefox's addresses are another one in each browser.
 */
export function frameResources(scripts: readonly SiteScript[], isFirefox: boolean) {
  const matches = scripts.flatMap((script) => script.matches);
  return [{ resources: [FRAME_PATH], matches, ...(!isFirefox && { use_dynamic_url: true }) }];
}

/**
 * A plugin for the build: scripts that run in pages are their own main function and nothing else. WXT wraps each
 * into code that logs while developing, which weighs 150 bytes a page.
 */
export const plainScripts = {
  name: 'hireflag:plain-scripts',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!id.includes('wxt-unlisted-script-entrypoint')) return undefined;
    const [imported] = /^import definition from .*$/m.exec(code) ?? [];
    if (!imported) throw new Error('WXT starts unlisted scripts in another way than this build expects.');
    return `${imported}\nexport default definition.main();`;
  },
};

// WXT's own kind of content script posts a message to the page when it starts, and lets the page end it by an
// event: a page is to know nothing of us, so this is a plain script that the manifest names.
const scriptOf = (id: string, name: string) => `// Written by scripts/lib/site-scripts.ts.
import { startInPage } from '../../lib/overlay/in-page.ts';
import { ${name} } from '../../lib/sites/${id}.ts';

export default { main: () => startInPage(${name}) };
`;
