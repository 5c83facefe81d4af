// Every format of logs has files of invented people, with what must be read of them; and what is done to files on
// their way changes nothing: other encodings, other line ends, pieces cut anywhere, rows doubled or in another order.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { logFormats } from '../../lib/logs/registry.ts';
import { contentOf, type LogEvent } from '../../lib/model/log-event.ts';
import { eventsIn, readingOf } from './reading-of.ts';

const folder = 'tests/logs/formats';
const filesOf = (id: string) => readdirSync(`${folder}/${id}`).filter((name) => !name.endsWith('.expected.jsonl'));
const expectedOf = (path: string): LogEvent[] =>
  readFileSync(`${path}.expected.jsonl`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const sorted = (events: readonly LogEvent[]) => [...new Set(events.map(contentOf))].sort();

it('formats are exactly the files that the registry lists, each with files to read', () => {
  const others = [
    'address-lists',
    'address-ranges',
    'address-words',
    'addresses',
    'amounts',
    'decode',
    'fields',
    'format',
    'hash-addresses',
    'limits',
    'networks',
    'own-format',
    'read-log',
    'registry',
    'reserved',
  ];
  const files = readdirSync('lib/logs').map((name) => name.replace('.ts', ''));
  const ids = logFormats.map(({ id }) => id).sort();
  expect(files.filter((name) => ![...others, 'rows', 'times', 'unpack'].includes(name)).sort()).toEqual(ids);
  expect(readdirSync(folder).sort()).toEqual(ids);
});

describe.each(logFormats.map(({ id }) => id))('%s', (id) => {
  it.each(filesOf(id))('%s is read as expected', async (name) => {
    const path = `${folder}/${id}/${name}`;
    const read = await readingOf(readFileSync(path));
    expect(read).toMatchObject({ format: id });
    expect('events' in read && read.events).toEqual(expectedOf(path));
  });

  it.each(filesOf(id))('%s is the same in other encodings, with other line ends and in small pieces', async (name) => {
    const path = `${folder}/${id}/${name}`;
    const bytes = readFileSync(path);
    const text = name.includes('1252') ? new TextDecoder('windows-1252').decode(bytes) : bytes.toString('utf8');
    const bare = text.replace('\ufeff', '');
    const expected = expectedOf(path);
    const little = Buffer.from(`\ufeff${bare}`, 'utf16le');
    for (const log of [
      little,
      little.subarray(2),
      Buffer.from(little).swap16(),
      `\ufeff${bare}`,
      bare.replace(/\r?\n/g, '\r\n'),
    ])
      expect(await eventsIn(log)).toEqual(expected);
    expect(await eventsIn(Buffer.from(bare), { size: 7 })).toEqual(expected);
  });

  it.each(filesOf(id).filter((name) => !name.endsWith('.json') && !name.includes('statement')))(
    '%s holds the same events doubled and in another order',
    async (name) => {
      const path = `${folder}/${id}/${name}`;
      const [first = '', ...lines] = readFileSync(path, name.includes('1252') ? 'latin1' : 'utf8')
        .trim()
        .split(/\r?\n/);
      const isTable = name.endsWith('.csv');
      const rows = isTable ? lines : [first, ...lines];
      const changed = [...(isTable ? [first] : []), ...[...rows, ...rows].reverse()].join('\n');
      expect(sorted(await eventsIn(name.includes('1252') ? Buffer.from(changed, 'latin1') : changed))).toEqual(
        sorted(expectedOf(path)),
      );
    },
  );
});
