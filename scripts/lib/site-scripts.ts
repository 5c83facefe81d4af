// A page of a marketplace gets one script that is the same in all of them, and, once it is a page that is read, one with
// the tables of its own site and not those of all others. The latter are written from the registry whenever the
// extension is built: adding a marketplace is a file and a line in the registry, nothing here.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { FRAME_PATH } from '../../lib/protocol/senders.ts';
import { MARKER_PATH, readerPath } from '../../lib/protocol/site-scripts.ts';
import type { Site } from '../../lib/reading/site.ts';
import { matchPatterns, sites } from '../../lib/sites/registry.ts';
import { root } from './tool.ts';

/** One script for marketplaces' pages: its name in the built extension, and the file it is built from. */
export interface SiteScript {
  name: string;
  inputPath: string;
}

/**
 * Writes the scripts for the pages of all registered sites.
 *
 * @param folder where to, absolute; files of sites that are registered no more are removed from it
 * @throws Error when a site's file does not export the site
 */
export async function writeSiteScripts(folder: string): Promise<SiteScript[]> {
  await mkdir(folder, { recursive: true });
  const write = async (path: string, file: string, text: string): Promise<SiteScript> => {
    const inputPath = join(folder, file);
    await writeFile(inputPath, text);
    return { name: nameOf(path), inputPath };
  };
  const readers = sites.map(async (site) => {
    const module: Record<string, unknown> = await import(join(root, 'lib', 'sites', `${site.id}.ts`));
    const name = Object.keys(module).find((key) => module[key] === site);
    if (!name) throw new Error(`lib/sites/${site.id}.ts does not export the site that the registry lists.`);
    const parts = [write(readerPath(site.id), `${site.id}.ts`, readerScript(site.id, name, 'peopleReaderOf'))];
    if (hasConversations(site)) {
      const script = readerScript(site.id, name, 'messagesReaderOf');
      parts.push(write(readerPath(site.id, 'messages'), `${site.id}${ofMessages}.ts`, script));
    }
    return Promise.all(parts);
  });
  const marker = write(MARKER_PATH, 'page-script.ts', pageScript);
  const scripts = [await marker, ...(await Promise.all(readers)).flat()];
  const wanted = new Set(scripts.map(({ inputPath }) => basename(inputPath)));
  for (const file of await readdir(folder)) if (!wanted.has(file)) await rm(join(folder, file));
  return scripts;
}

/** Whether a site's conversations, or the list of them, are read. */
export const hasConversations = ({ tables, inbox }: Site): boolean =>
  tables.messages !== undefined || tables.thread !== undefined || inbox !== undefined;

/** How the file ends that reads conversations. */
const ofMessages = '-messages';

/** The name of a script among what is built: its path without what is around it. */
const nameOf = (path: string) => path.replace(/^\/|\.js$/g, '');

/** What the manifest says of these scripts: the worker brings the readers. */
export const contentScripts = () => [
  { matches: matchPatterns(), js: [MARKER_PATH.slice(1)], run_at: 'document_start' as const },
];

/**
 * What the manifest says of our frame: a page of a marketplace may hold it. Chromium gives it an address that is
 * another one in each session; Firefox's addresses are another one in each browser.
 */
export function frameResources(isFirefox: boolean) {
  return [{ resources: [FRAME_PATH], matches: matchPatterns(), ...(!isFirefox && { use_dynamic_url: true }) }];
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

/** What of a site only the worker asks: what its words mean, and what a page of it should have. */
const ofWorker = new Set(['expects', 'unproven', 'dollar', 'labels']);
/** What of a site only the script for conversations asks, among its tables and beside them. */
const ofConversations = new Set(['inbox', 'messages', 'thread']);
/** What that script asks for no more. */
const ofPeople = new Set(['project', 'profile', 'bids', 'reviews', 'people', 'tablesByPage', 'projectNumber']);

/** As much of a parsed module as is looked at. */
interface Node {
  type: string;
  start: number;
  end: number;
  body?: Node[];
  declaration?: Node | null;
  declarations?: { init?: Node | null }[];
  properties?: (Node & { key?: { name?: string }; value?: Node })[];
}

/** A plugin for the build: the script in a page knows of its site only what reading the page takes. */
export function pageSideOnly() {
  let isPage = false;
  let isOfMessages = false;
  return {
    name: 'hireflag:page-side-only',
    enforce: 'post' as const,
    buildStart({ input }: { input?: unknown }) {
      const inputs = JSON.stringify(input);
      isPage = /unlisted-script-entrypoint.*[\\/]sites[\\/][\w-]+\.ts/.test(inputs);
      isOfMessages = inputs.includes(`${ofMessages}.ts`);
    },
    transform(this: { parse(code: string): unknown }, code: string, id: string) {
      if (!isPage || !/[\\/]lib[\\/]sites[\\/][\w-]+\.ts$/.test(id)) return undefined;
      const { body = [] } = this.parse(code) as Node;
      const declared = body.flatMap(({ type, declaration }) =>
        type === 'ExportNamedDeclaration' ? (declaration?.declarations ?? []) : [],
      );
      const properties = declared.flatMap(({ init }) => init?.properties ?? []);
      const tables = properties.find(({ key }) => key?.name === 'tables')?.value?.properties ?? [];
      const others = isOfMessages ? ofPeople : ofConversations;
      const left = [
        ...properties.filter(({ key }) => ofWorker.has(key?.name ?? '') || others.has(key?.name ?? '')),
        ...tables.filter(({ key }) => others.has(key?.name ?? '')),
      ].sort((a, b) => a.start - b.start);
      if (left.length === 0) throw new Error(`${id} does not say what is expected of a page where it was looked for.`);
      let kept = code;
      for (const { start, end } of left.reverse()) {
        kept = kept.slice(0, start) + kept.slice(end).replace(/^\s*,/, '');
      }
      return { code: kept, map: null };
    },
  };
}

// WXT's own kind of content script posts a message to the page when it starts, and lets the page end it by an
// event: a page is to know nothing of us, so this is a plain script that the manifest names.
const pageScript = `// Written by scripts/lib/site-scripts.ts.
import { startInPage } from '../../lib/overlay/in-page.ts';

export default { main: () => startInPage() };
`;
const readerScript = (
  id: string,
  name: string,
  by: 'peopleReaderOf' | 'messagesReaderOf',
) => `// Written by scripts/lib/site-scripts.ts.
import { putReader } from '../../lib/overlay/reader-place.ts';
import { ${by} } from '../../lib/reading/read-page.ts';
import { ${name} } from '../../lib/sites/${id}.ts';

export default { main: () => putReader(${by}(${name})) };
`;
