// npm run -s read -- [--url URL] [--by state|selectors|cards | --any-page] [--seen-at TIME] FILE…
// Reads saved pages, as the extension would read them at that address, and writes what was seen as JSON
// Lines; with --any-page as when the user chooses “Read this page”. "-" is standard input. URL and TIME are by
// default what the file says of itself, and now. Runs no script of the page and asks the network for nothing.
import { parseArgs } from 'node:util';
import { readAnyPage } from '../lib/reading/any-page.ts';
import type { ReadOptions } from '../lib/reading/read-page.ts';
import { type Reading, ways } from '../lib/reading/reading.ts';
import { parseReading } from '../lib/reading/reading-schema.ts';
import { addressIn, seenAtIn } from '../lib/reading/saved-file.ts';
import { observationsIn, readPage, siteFor } from '../lib/sites/registry.ts';
import { momentOf, Problem, report, textOf } from './lib/saved-page.ts';

const usage = 'usage: npm run -s read -- [--url URL] [--by state|selectors|cards | --any-page] [--seen-at TIME] FILE…';

async function main(): Promise<void> {
  await report(async () => {
    const { url, files, options } = readArguments();
    for (const file of files) await report(() => readFile(file, url, options));
  });
}

type Options = ReadOptions & { any: boolean };

function whyNot(url: string, { any }: Options): string {
  const site = siteFor(url);
  if (any) return 'no page of the web';
  const what = site ? `no page of ${site.name} that Hireflag reads` : 'no page of a marketplace Hireflag reads';
  return `${what} (--any-page reads whom it describes as JSON-LD)`;
}

function readArguments() {
  const { values, positionals: files } = parse();
  const { url, by, 'seen-at': at, 'any-page': any = false } = values;
  if (files.length === 0) throw new Problem(usage);
  if (url !== undefined && !URL.canParse(url))
    throw new Problem(`--url ${url}: not an address such as https://www.freelancer.com/projects/…`);
  const way = ways.find((one) => one === by);
  if (by !== undefined && way === undefined) throw new Problem(`--by ${by}: not one of ${ways.join(', ')}`);
  if (any && way) throw new Problem('--any-page knows one way of reading only: without --by');
  const options: Options = { any, ...(at !== undefined && { seenAt: momentOf(at) }), ...(way && { by: way }) };
  return { url, files, options };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        by: { type: 'string' },
        'any-page': { type: 'boolean' },
        'seen-at': { type: 'string' },
      },
    });
  } catch (error) {
    throw new Problem(`${(error as Error).message}\n${usage}`);
  }
}

function readingOf(document: Document, url: string, { any, ...options }: Options): Reading | undefined {
  return (any ? readAnyPage(document, url, '', options.seenAt) : readPage(document, url, options))?.reading;
}

async function readFile(file: string, given: string | undefined, asked: Options): Promise<void> {
  const html = textOf(file);
  const url = given ?? addressIn(html);
  if (url === undefined)
    throw new Problem(`${file}: does not say where it was saved from: give its address as --url URL`);
  const options = { ...asked, seenAt: asked.seenAt ?? momentOf(seenAtIn(html)) };
  const { openPage } = await import('./lib/open-page.ts');
  const dom = openPage(file, html, url);
  const reading = readingOf(dom.window.document, url, options);
  if (!reading) throw new Problem(`${file}: ${whyNot(url, options)}: ${url}`);
  // The same border that the extension's message crosses.
  const parsed = parseReading(JSON.parse(JSON.stringify(reading)));
  if ('problem' in parsed) throw new Problem(`${file}: ${parsed.problem}`);
  for (const observation of observationsIn(parsed.reading)) process.stdout.write(`${JSON.stringify(observation)}\n`);
}

await main();
