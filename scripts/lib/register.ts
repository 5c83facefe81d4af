// Adds lines to registries and tables: the import of a new file and its place in a list, an entry, a row.
import { readFileSync, writeFileSync } from 'node:fs';
import { runTool } from './tool.ts';

/**
 * Registers what a file exports.
 *
 * @param registry the registry's file
 * @param entry where it is imported from, under which name, and the name of the list it goes into, at the end
 * @throws Error when the registry is not written as expected; it is then left as it is
 */
export function register(registry: string, entry: { from: string; name: string; list: string }): void {
  const text = readFileSync(registry, 'utf8');
  const imports = [...text.matchAll(/^import .*;$/gm)];
  const [first] = imports;
  const before = imports.find(([line]) => (/'(.*)'/.exec(line)?.[1] ?? '') > entry.from);
  const list = new RegExp(`^(export const ${entry.list}\\b[^=]*= \\[)([^\\]]*)(\\];)`, 'm');
  if (!first || !list.test(text)) throw new Error(`${registry} has no imports or no list ${entry.list}.`);
  const last = imports.at(-1) ?? first;
  const place = before?.index ?? last.index + last[0].length + 1;
  const imported = `${text.slice(0, place)}import { ${entry.name} } from '${entry.from}';\n${text.slice(place)}`;
  const listed = imported.replace(list, (_, open: string, items: string, close: string) => {
    const names = items
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean);
    const one = `${open}${[...names, entry.name].join(', ')}${close}`;
    return one.length <= 120
      ? one
      : `${open}\n${[...names, entry.name].map((name) => `  ${name},\n`).join('')}${close}`;
  });
  writeFileSync(registry, listed);
}

/**
 * Adds an entry at the end of an object that a file exports, or a row at the end of a table in a text.
 *
 * @param start the line with which the object or table begins
 * @param end the line before which the entry goes, the first after `start`
 * @throws Error when the file has no such lines; it is then left as it is
 */
export function registerLine(file: string, place: { start: string; end: string }, entry: string): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  const start = lines.findIndex((line) => line.startsWith(place.start));
  const end = start < 0 ? -1 : lines.indexOf(place.end, start);
  if (end < 0) throw new Error(`${file} has no ${place.start} … ${place.end}`);
  writeFileSync(file, lines.toSpliced(end, 0, entry).join('\n'));
}

/** Puts the form of written files right, as the order of imports in them depends on names. */
export async function putRight(...files: string[]): Promise<void> {
  await runTool('biome', ['check', '--write', ...files], { output: 'on-failure' });
}
