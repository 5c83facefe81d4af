// Packed logs: read like any other, or refused with the reason before they fill anything.
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { NotText } from '../../lib/logs/decode.ts';
import { eventsOf, noTally, survey } from '../../lib/logs/read-log.ts';
import { unpack } from '../../lib/logs/unpack.ts';
import { piecesOf, seenAt } from './reading-of.ts';

const table = 'Date (UTC),Username,IP address,Correlation ID\n2026-03-02T08:01:02Z,ines@quay.example,198.51.100.7,c1\n';
const json = `${JSON.stringify({ '@timestamp': 1772438462123, action: 'git.push', actor: 'ines-quay' })}\n`;

/** What is in a packed file, and how many events each part has. */
async function inside(bytes: Uint8Array, size = 1_000): Promise<unknown> {
  const parts = await unpack('logs.zip', () => piecesOf(bytes, size));
  if ('refused' in parts) return parts.refused;
  return Promise.all(
    parts.map(async ({ name, open }) => {
      const surveyed = await survey(open);
      if ('refused' in surveyed) return [name, surveyed.refused];
      const tally = noTally();
      for await (const _ of eventsOf(open, surveyed.format, surveyed.answers, seenAt, tally));
      return [name, tally.events];
    }),
  );
}

describe('a zip', () => {
  test.each([1, 7, 1_000, 1 << 20])('with tables and JSON in folders, in pieces of %i', async (size) => {
    const zip = zipSync({
      'a/entra.csv': strToU8(table.repeat(40)),
      'github.jsonl': [strToU8(json), { level: 0 }],
      'readme.pdf': strToU8('%PDF'),
      '__MACOSX/a/._entra.csv': strToU8('x'),
    });
    expect(await inside(zip, size)).toEqual([
      ['a/entra.csv', 40],
      ['github.jsonl', 1],
    ]);
  });
  test('with nothing to read, and with a zip inside', async () => {
    const zip = zipSync({ 'picture.png': strToU8('x') });
    expect(await inside(zip)).toBe('zip-empty');
    expect(await inside(zipSync({ 'in.zip': zip }))).toBe('zip-empty');
    expect(await inside(zipSync({ 'in.csv': zip }))).toEqual([['in.csv', 'zip']]);
  });
  test('with more files than anybody exports', async () => {
    const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, n) => [`${n}.csv`, strToU8('')]));
    expect(await inside(zipSync(many, { level: 0 }))).toBe('zip-too-many');
  });
  test('that is damaged', async () => {
    const zip = zipSync({ 'a.csv': strToU8(Array.from({ length: 900 }, (_, n) => `${table}${n * 7919}`).join('')) });
    zip.fill(0xff, 60, 400);
    expect(await inside(zip)).toEqual([['a.csv', 'zip-damaged']]);
  });
});

test('a gzip is read as what it holds', async () => {
  expect(await inside(gzipSync(table.repeat(3)))).toEqual([['logs.zip', 3]]);
});

describe('a bomb', () => {
  const rows = `${table}${'2026-03-02T08:01:02Z,ines@quay.example,198.51.100.7,c1\n'.repeat(700_000)}`;
  test.each<[string, Uint8Array]>([
    ['zip', zipSync({ 'a.csv': strToU8(rows) }, { level: 9 })],
    ['gzip', gzipSync(rows, { level: 9 })],
  ])('of %s stops at its bound', async (_, bytes) => {
    const parts = await unpack('x', () => piecesOf(bytes));
    if ('refused' in parts) throw new Error(parts.refused);
    let read = 0;
    const reading = (async () => {
      for await (const chunk of parts[0]?.open() ?? []) read += chunk.length;
    })();
    await expect(reading).rejects.toThrow(NotText);
    expect(read).toBeLessThan(rows.length);
  });
});
