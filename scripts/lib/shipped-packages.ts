// What the build does with the packages that it ships: it leaves out of the view library what would write markup,
// which nothing here uses, and puts the licence texts of all of them into the extension.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tool.ts';

/** The file in the extension that holds the licence texts. */
export const LICENCES = 'licences.txt';

/** Where Preact takes markup as a string. What follows the colon is for everything else. */
const markup =
  /(\w)\?\(\w\|\|\w&&\(\1\.__html==\w\.__html\|\|\1\.__html==\w\.innerHTML\)\|\|\(\w\.innerHTML=\1\.__html\),\w\.__k=\[\]\):\(/;

/** A plugin for the build: views are made of text and elements only, so that no markup is ever parsed. */
export const withoutMarkup = {
  name: 'hireflag:without-markup',
  transform(code: string, id: string) {
    if (!/[\\/]preact[\\/]dist[\\/]preact\.mjs/.test(id)) return undefined;
    if (!markup.test(code)) throw new Error('Preact takes markup in another way than this build expects.');
    return { code: code.replace(markup, '('), map: null };
  },
};

/** A plugin for the build that notes which packages are in it, by their folders. */
export function shippedPackages(folders: Set<string>) {
  return {
    name: 'hireflag:shipped-packages',
    generateBundle(_: unknown, bundle: Record<string, { modules?: Record<string, { renderedLength: number }> }>) {
      for (const { modules = {} } of Object.values(bundle)) {
        for (const [id, { renderedLength }] of Object.entries(modules)) {
          const [, folder] =
            /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id.replace(/^\0/, '')) ?? [];
          if (folder && renderedLength > 0) folders.add(folder);
        }
      }
    },
  };
}

/** What is used of a package's description. */
interface Description {
  name: string;
  version: string;
  license?: string;
  author?: string | { name: string };
}

/** The licence texts of these packages and of Hireflag itself, one after the other. */
export function licenceTexts(folders: Iterable<string>): string {
  const packages = [...folders].map((folder) => {
    const described: Description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { ...described, text: licenceIn(folder, described) };
  });
  const own = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  const parts = packages
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}`);
  return `${[`Hireflag\n\n${own}`, NETWORKS, ...parts].join(`\n\n${'='.repeat(80)}\n\n`)}\n`;
}

function licenceIn(folder: string, { name, license, author }: Description): string {
  const file = readdirSync(folder)
    .sort()
    .find((one) => /^(?:licen[cs]e|copying)(?:[.-].*)?$/i.test(one));
  if (file) return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  if (license !== 'MIT') throw new Error(`${name} is shipped under ${license}, and has no licence text.`);
  // Some say MIT and leave the text out, which is the same for all but for the holder.
  const holder = typeof author === 'string' ? author : author?.name;
  return `MIT License\n\nCopyright (c) ${holder ?? `the authors of ${name}`}\n\n${MIT}`;
}

/** What the table of networks is of: its licence asks for who it is from, and whether it was changed. */
const NETWORKS = `Table of networks (assets/networks.json)

Made from statistics of the Number Resource Organization (NRO, https://www.nro.net/), put together from the five regional
internet registries AFRINIC, APNIC, ARIN, LACNIC and RIPE NCC, as the package @ip-location-db/asn-country has them
(https://github.com/sapics/ip-location-db). "The statistics data provided by NRO is licensed under a Creative Commons
Attribution 4.0 International License. Copyright Holder: Number Resource Organization (NRO). You are free to use this data,
provided you give attribution to nro.net for the data." https://creativecommons.org/licenses/by/4.0/
Changed: packed, and addresses of version 6 cut to their first 48 bits.`;

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
