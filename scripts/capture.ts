// npm run capture -- [--url URL] [--seen-at TIME] FILE [FOLDER]
// npm run capture -- DIRECTORY
// Makes a test page of a page that you saved, or of each of those in a directory: how it is built stays, everything
// that anybody said or is called on it becomes invented, and beside it stands what Hireflag reads on it. Where anything
// real would be left, that part is taken out; a page that is not read yet is written as well. URL is the page's
// address, by default what the file says of it; FOLDER is the name of the folder in tests/sites/SITE, by default
// the kind of the page, or of a page in a directory its file's name.
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { addressIn } from '../lib/reading/saved-file.ts';
import { siteFor } from '../lib/sites/registry.ts';
import type { Captured } from './capture/capture.ts';
import { momentOf, Problem, report, textOf } from './lib/saved-page.ts';

const usage = 'usage: npm run capture -- [--url URL] [--seen-at TIME] FILE [FOLDER], or a directory of saved pages';

/** Largest page that is taken; saved pages have a tenth of it. */
const MAX_PAGE = 20_000_000;

async function main(): Promise<void> {
  const { values, positionals } = parse();
  const [file, name, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Problem(usage);
  if (!statSync(file, { throwIfNoEntry: false })?.isDirectory()) return capturePage(file, name, values);
  if (name !== undefined || values.url !== undefined)
    throw new Problem(`${file}: pages of a directory name themselves`);
  const pages = readdirSync(file).filter((one) => /\.html?$/i.test(one));
  if (pages.length === 0) throw new Problem(`${file}: no saved pages in it`);
  for (const one of pages.sort()) await report(() => capturePage(join(file, one), slugOf(one), values));
}

/** A file's name as a folder's. */
function slugOf(file: string): string {
  const words = basename(file, extname(file))
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return words.join('-').slice(0, 60) || 'page';
}

type Given = ReturnType<typeof parse>['values'];

async function capturePage(file: string, name: string | undefined, given: Given): Promise<void> {
  const { url, html, seenAt, site } = readArguments(file, name, given);
  if (html.length > MAX_PAGE) throw new Problem(`${file}: more than ${MAX_PAGE / 1e6} million characters`);
  if (!/<[a-z]/i.test(html)) throw new Problem(`${file}: no page: there is no tag in it`);
  const { capture } = await import('./capture/capture.ts');
  const captured = capture(site, file, html, url, seenAt);
  if (captured.survivors.length > 0) {
    process.stderr.write(whatIsLeft(captured, file));
    process.exitCode = 1;
    return;
  }
  const folder = join('tests', 'sites', site.id, name ?? kindOf(captured));
  refuseFolder(folder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'page.html'), captured.page);
  if (captured.isKnown) writeFileSync(join(folder, 'expected.jsonl'), captured.expected);
  process.stdout.write(whatToLookAt(folder, captured));
}

function readArguments(file: string, name: string | undefined, values: Given) {
  const html = textOf(file);
  const url = values.url ?? addressIn(html);
  if (url === undefined)
    throw new Problem(`${file}: does not say where it was saved from: give its address as --url URL`);
  const site = siteFor(url);
  if (!site) throw new Problem(`${url}: no page of a marketplace that Hireflag reads`);
  if (name !== undefined) {
    if (!/^[a-z0-9][a-z0-9-]{0,60}$/.test(name)) {
      throw new Problem(`${name}: a folder's name is small letters, digits and dashes`);
    }
    refuseFolder(join('tests', 'sites', site.id, name));
  }
  return { url, html, site, seenAt: momentOf(values['seen-at']) };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { url: { type: 'string' }, 'seen-at': { type: 'string' } },
    });
  } catch (error) {
    throw new Problem(`${(error as Error).message}\n${usage}`);
  }
}

function refuseFolder(folder: string): void {
  if (existsSync(folder)) throw new Problem(`${folder} is there already: give another name after the file`);
}

/** Why nothing may be written, for standard error. */
function whatIsLeft({ survivors }: Captured, file: string): string {
  const shown = survivors.slice(0, 20).map(({ kind, place }) => `  a ${kind} of the original at ${place}\n`);
  const rest = survivors.length > shown.length ? `  and ${survivors.length - shown.length} more\n` : '';
  return `${file}: nothing was written, because something real would be left on the page:\n${shown.join('')}${rest}`;
}

const kindOf = ({ read }: Captured) =>
  read.observations.flatMap((one) => (one.kind === 'page' ? one.page : []))[0] ?? 'page';

/** What was made, and what a person has to look at before it becomes part of the project. */
function whatToLookAt(folder: string, captured: Captured): string {
  const { read, rewritten, dropped, differences, isKnown } = captured;
  const page = read.observations.find((one) => one.kind === 'page');
  const found = Object.entries(page?.found ?? {}).map(([what, count]) => `${count} ${what}`);
  const { scripts, broken, replaced, removed, stayed } = rewritten;
  const lines = [
    isKnown
      ? `${folder}: page.html and expected.jsonl are written.`
      : `${folder}: page.html is written. Its address is of no kind of page that is read yet: the site's classifyUrl has to know it before there can be an expected.jsonl.`,
    ...(isKnown && differences.length === 0
      ? [
          `It reads like the original, by all ways together and by each alone: ${page?.page}, read ${page?.read}, ${found.join(', ')}.`,
        ]
      : []),
    ...(differences.length > 0 ? ['It does not read like the original:', ...differences.map((one) => `  ${one}`)] : []),
    `Invented: ${replaced} words, numbers and ids. Taken out: ${removed} scripts, styles and other elements.`,
    ...(dropped.length > 0
      ? [
          `Taken out because something of the original was left in it: ${dropped.slice(0, 20).join(', ')}${dropped.length > 20 ? ', …' : ''}.`,
        ]
      : []),
    ...(scripts.length ? [`State that stayed, rewritten: ${scripts.join(', ')}.`] : []),
    ...(broken.length ? [`No JSON, and therefore emptied: ${broken.join(', ')}.`] : []),
    ...(page?.read === 'not'
      ? [
          'Nothing was understood on this page. The folder shows how it is built; mend the site, then write expected.jsonl anew.',
        ]
      : []),
    '',
    'Now look at both files before you commit them:',
    '1. page.html, in an editor: does anything in it come from anybody? These words of the original stayed, because they are the interface’s:',
    `   ${[...stayed].sort().join(' ')}`,
    '2. Amounts, dates, counts and countries are the original’s. Change those by which somebody could be found.',
    '3. expected.jsonl, line by line, against the page as you saved it: it is what Hireflag reads, which may be wrong.',
    'Then: npm run test:one tests/sites/fixtures.test.ts',
  ];
  return `${lines.join('\n')}\n`;
}

await report(main);
