// node scripts/networks.ts
// Writes assets/networks.json anew: where networks are registered, from the package @ip-location-db/asn-country, which puts
// the tables of the five regional registries together. Their data is licensed under CC BY 4.0 with attribution to nro.net,
// whatever the package's description says: scripts/lib/shipped-packages.ts puts that into the extension.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type PackedNetworks, SIX_BITS } from '../lib/logs/networks.ts';
import { root } from './lib/tool.ts';

const folder = join(root, 'node_modules/@ip-location-db/asn-country');

/** Where the answer changes, and what it is from there on: the number of a code. */
type Change = [start: bigint, country: string];

/** @param dropped bits at the end of an address that are left out */
function changesIn(file: string, dropped: bigint): Change[] {
  const changes: Change[] = [];
  const add = (...change: Change) => {
    if (changes.at(-1)?.[1] !== change[1]) changes.push(change);
  };
  let next = 0n;
  for (const line of readFileSync(join(folder, file), 'utf8').trim().split('\n')) {
    const [first = '', last = '', country = ''] = line.split(',');
    const [from, to] = [BigInt(first) >> dropped, BigInt(last) >> dropped];
    // Of networks so small that they share what is left of an address the first stands for all.
    if (to < next) continue;
    if (from > next) add(next, '');
    add(from > next ? from : next, country);
    next = to + 1n;
  }
  add(next, '');
  return changes;
}

/** The table as it is shipped, from the package's files. */
export function packedNetworks(): PackedNetworks {
  const four = changesIn('asn-country-ipv4-num.csv', 0n);
  const six = changesIn('asn-country-ipv6-num.csv', BigInt(128 - SIX_BITS));
  const codes = [...new Set(['', ...[...four, ...six].map(([, country]) => country).sort()])];
  const bytes = [four, six].flatMap((changes) => [
    ...changes.flatMap(([start], i) => distance(start - (changes[i - 1]?.[0] ?? 0n))),
    ...changes.map(([, country]) => codes.indexOf(country)),
  ]);
  const table = gzipSync(Uint8Array.from(bytes), { level: 9 }).toString('base64');
  return { at: dayOf(), codes, four: four.length, six: six.length, table };
}

/** Seven bits a byte, the lowest first; all but the last byte have the eighth. */
function distance(step: bigint): number[] {
  const bytes: number[] = [];
  for (; step > 127n; step >>= 7n) bytes.push(Number(step & 127n) | 128);
  return [...bytes, Number(step)];
}

/** Versions of the package end with the minute they were made, as in 2.3.2026061719. */
function dayOf(): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const [, year, month, day] = /\.(\d{4})(\d\d)(\d\d)\d*$/.exec(version) ?? [];
  if (!year) throw new Error(`Version ${version} does not say which day its tables are of.`);
  return `${year}-${month}-${day}`;
}

if (import.meta.main) {
  const packed = packedNetworks();
  writeFileSync(join(root, 'assets/networks.json'), `${JSON.stringify(packed, null, 2)}\n`);
  console.log(`${packed.four} and ${packed.six} changes, ${packed.table.length} characters, of ${packed.at}`);
}
