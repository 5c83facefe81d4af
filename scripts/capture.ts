// npm run capture -- [--url URL] [--seen-at TIME] FILE [FOLDER]
// Makes a test page of a page that you saved: how it is built stays, everything that anybody said or is called
// on it becomes invented, and beside it stands what Hireflag reads on it. Nothing is written in which anything
// real is left, or which does not read like the original. URL is the page's
// address, by default what the file says of it; FOLDER is the name of the folder in tests/sites/SITE, by default
// the kind of the page.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addressIn } from '../lib/reading/saved-file.ts';
import { siteFor } from '../lib/sites/registry.ts';
import type { Captured } from './capture/capture.ts';
import { momentOf, Problem, report, textOf } from './lib/saved-page.ts';

const usage = 'usage: npm run capture -- [--url URL] [--seen-at TIME] FILE [FOLDER]';

/** Largest page that is taken; saved pages have a tenth of it. */
const MAX_PAGE = 20_000_000;

async function main(): Promise<void> {
  const { url, file, html, name, seenAt, site } = readArguments();
  if (html.length > MAX_PAGE) throw new Problem(`${file}: more than ${MAX_PAGE / 1e6} million characters`);
  if (!/<[a-z]/i.test(html)) throw new Problem(`${file}: no page: there is no tag in it`);
  const { capture } = await import('./capture/capture.ts');
  const captured = capture(site, file, html, url, seenAt);
  const problem = problemWith(captured, file);
  if (problem) {
    process.stderr.write(problem);
    process.exitCode = 1;
    return;
  }
  const folder = join('tests', 'sites', site.id, name ?? kindOf(captured));
  refuseFolder(folder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'page.html'), captured.page);
  writeFileSync(join(folder, 'expected.jsonl'), captured.expected);
  process.stdout.write(whatToLookAt(folder, captured));
}

function readArguments() {
  const { values, positionals } = parse();
  const [file, name, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Problem(usage);
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
  return { url, file, html, name, site, seenAt: momentOf(values['seen-at']) };
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

/** Why nothing may be written, for standard error; undefined where all is well. */
function problemWith({ survivors, differences }: Captured, file: string): string | undefined {
  if (survivors.length > 0) {
    const shown = survivors.slice(0, 20).map(({ kind, place }) => `  a ${kind} of the original at ${place}\n`);
    const rest = survivors.length > shown.length ? `  and ${survivors.length - shown.length} more\n` : '';
    return `${file}: nothing was written, because something real would be left on the page:\n${shown.join('')}${rest}`;
  }
  if (differences.length > 0) {
    const shown = differences.map((one) => `  ${one}\n`);
    return `${file}: nothing was written, because the captured page does not read like the original:\n${shown.join('')}`;
  }
  return undefined;
}

const kindOf = ({ read }: Captured) =>
  read.observations.flatMap((one) => (one.kind === 'page' ? one.page : []))[0] ?? 'page';

/** What was made, and what a person has to look at before it becomes part of the project. */
function whatToLookAt(folder: string, { read, rewritten }: Captured): string {
  const page = read.observations.find((one) => one.kind === 'page');
  const found = Object.entries(page?.found ?? {}).map(([what, count]) => `${count} ${what}`);
  const { scripts, broken, replaced, removed, stayed } = rewritten;
  const lines = [
    `${folder}: page.html and expected.jsonl are written.`,
    `It reads like the original, by all ways together and by each alone: ${page?.page}, read ${page?.read}, ${found.join(', ')}.`,
    `Invented: ${replaced} words, numbers and ids. Taken out: ${removed} scripts, styles and other elements.`,
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
