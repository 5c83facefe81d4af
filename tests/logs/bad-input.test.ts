// Files that nobody meant to be read: refused or bounded, and said with the line.
import { gzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { formatOf, parseMapping } from '../../lib/logs/own-format.ts';
import { eventsIn, readingOf } from './reading-of.ts';

const heading = 'Date (UTC),Username,IP address,Correlation ID';
const good = '2026-03-02T08:01:02Z,ines@quay.example,198.51.100.7,c1';
const table = (...lines: string[]) => [heading, ...lines, good].join('\n');
const problemsOf = async (log: string | Uint8Array) => {
  const read = await readingOf(log);
  if (!('tally' in read)) return read;
  return { problems: read.tally.problems.map(({ line, what }) => [line, what]), events: read.tally.events };
};

describe('a table', () => {
  test.each([
    ['a year of nobody', '1601-01-01T00:00:00Z,ines@quay.example,198.51.100.7,c1', 'bad-time'],
    ['a year to come', '9999-12-31T23:59:59Z,ines@quay.example,198.51.100.7,c1', 'bad-time'],
    ['no address', '2026-03-02T08:01:02Z,ines@quay.example,999.1.1.1,c1', 'bad-address'],
    ['a formula', '2026-03-02T08:01:02Z,"=HYPERLINK(""x"")",198.51.100.7,c1', 'formula'],
    ['nobody', '2026-03-02T08:01:02Z,,198.51.100.7,c1', 'no-account'],
    ['a control character', '2026-03-02T08:01:02Z,ines\u0007,198.51.100.7,c1', 'wrong-field'],
    ['a million columns', ','.repeat(1_000_000), 'too-many-columns'],
    ['a line of 11 MB', 'x'.repeat(11_000_000), 'too-long'],
  ])('%s is said with its line, the rest is read', async (_, line, what) => {
    expect(await problemsOf(table(good, line))).toEqual({ problems: [[3, what]], events: 2 });
  });
  test('a quotation mark that never closes costs its row', async () => {
    expect(await problemsOf(table('"2026-03-02T08:01:02Z,ines@quay.example,198.51.100.7,c1'))).toEqual({
      problems: [[2, 'cut-off']],
      events: 1,
    });
  });
  test('a quotation mark that never closes in a large file costs its row', async () => {
    const many = Array<string>(200_000).fill(good);
    expect(await problemsOf([heading, '"open', ...many, good].join('\n'))).toEqual({
      problems: [[2, 'too-long']],
      events: 200_001,
    });
  });
  test('a cell that goes on over many pieces is not begun anew with each of them', async () => {
    const { Parser } = Papa;
    let looked = 0;
    const counted = vi.spyOn(Papa, 'Parser').mockImplementation(
      class {
        constructor(config: Papa.ParseConfig) {
          const parser = new Parser(config);
          const parse: typeof parser.parse = (text, ...more) => {
            looked += text.length;
            return parser.parse(text, ...more);
          };
          Object.assign(this, { parse });
        }
      } as typeof Papa.Parser,
    );
    onTestFinished(() => counted.mockRestore());
    const cell = `"${'one "" line\n'.repeat(200_000)}"`;
    const log = table(`2026-03-02T08:01:02Z,ines@quay.example,198.51.100.7,${cell}`, good);
    const read = await readingOf(log);
    expect(read).toHaveProperty('events.length', 3);
    // It is read twice, to know the format and for its rows.
    expect(looked / log.length).toBeLessThan(2 * 4);
    expect(looked / log.length).toBeGreaterThan(1);
  });
  test('a last row that breaks off is said, and one that only lacks its line end is read', async () => {
    const paid =
      'Date,Ref ID,Type,Description,Agency,Freelancer,Amount,Currency\nJan 15 2025,R1,Hourly,,,Ines Quay,3500.00';
    const read = await readingOf(paid);
    expect(read).toMatchObject({ events: [], tally: { problems: [{ line: 2, what: 'cut-off' }] } });
    expect(await eventsIn(`${paid},USD`)).toMatchObject([{ amount: 3500, currency: 'USD' }]);
  });
  test('rows that leave out their last cells are read to the last', async () => {
    const short = '2026-03-02T08:01:02Z,ines@quay.example,198.51.100.7';
    expect(await eventsIn(`${heading}\n${short}\n${short.replace('02Z', '03Z')}`)).toHaveLength(2);
  });
  test('lines within quotes are counted', async () => {
    const long = '2026-03-02T08:01:02Z,ines@quay.example,198.51.100.7,"one\ntwo\nthree"';
    const bad = '2026-03-02T08:01:02Z,ines@quay.example,none,c1';
    expect(await problemsOf(table(long, bad))).toEqual({ problems: [[5, 'bad-address']], events: 2 });
  });
  test('a heading that stands again is no row', async () => {
    expect(await eventsIn(table(good, heading))).toHaveLength(2);
  });
});

describe('JSON', () => {
  const row = JSON.stringify({ '@timestamp': 1772438462123, action: 'git.push', actor: 'ines-quay' });
  test('a line that is none, one that is cut off and one that is too long', async () => {
    const log = [row, '{"@timestamp": }', `{"x":"${'x'.repeat(11_000_000)}"}`, row, row.slice(0, 20)].join('\n');
    expect(await problemsOf(log)).toEqual({
      problems: [
        [2, 'not-json'],
        [3, 'too-long'],
        [5, 'cut-off'],
      ],
      events: 2,
    });
  });
  test('a list that is cut off', async () => {
    expect(await problemsOf(`[\n${row},\n${row.slice(0, 20)}`)).toEqual({ problems: [[3, 'cut-off']], events: 1 });
  });
  test('deep nesting, names of the language itself, numbers and lists in place of objects', async () => {
    const odd = [
      '{"@timestamp":1772438462123,"action":"a","actor":{"x":1}}',
      '[1,2]',
      '5',
      '{"__proto__":{"actor":"x"},"constructor":1}',
    ];
    expect(await problemsOf([row, ...odd, row].join('\n'))).toMatchObject({ events: 2 });
    const deep = `{"@timestamp":1,"action":"a","actor":${'['.repeat(5_000)}${']'.repeat(5_000)}}`;
    expect(await problemsOf([row, deep, row].join('\n'))).toMatchObject({ events: 2 });
  });
});

describe('a file', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['packed by gzip, however large inside', gzipSync(Buffer.alloc(50_000_000)), 'gzip'],
    ['packed as zip', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 'zip'],
    ['of nothing', '', 'empty'],
    ['of blanks', ' \n\n', 'empty'],
    ['of zeros', new Uint8Array(1_000), 'not-text'],
    ['of another kind', 'a,b\n1,2\n', 'unknown-format'],
    ['of other JSON', '{"a":1}\n', 'unknown-format'],
  ])('%s is refused', async (_, log, why) => {
    expect(await readingOf(log)).toEqual({ refused: why });
  });
  test('in Windows-1252 whose first letter comes late', async () => {
    const lines = Array<string>(3_000).fill(good);
    const log = Buffer.concat([
      Buffer.from(table(...lines)),
      Buffer.from('\n2026-03-02T08:01:02Z,i\u00f1es,198.51.100.7,c1', 'latin1'),
    ]);
    expect((await eventsIn(log)).at(-1)?.account).toBe('iñes');
  });
});

describe('payments', () => {
  const head = 'Booking date;Beneficiary name;Amount;Currency;Reference;Balance';
  test('the same row twice is one, the same payment twice is two', async () => {
    const row = (balance: string) => `13.03.2026;Ines Quay;-20,00;EUR;ads;${balance}`;
    const events = await eventsIn([head, row('100,00'), row('80,00'), row('80,00')].join('\n'));
    expect(events.map((one) => 'nth' in one && one.nth)).toEqual([false, 2]);
  });
  test('days and decimals that can be read two ways are asked about, and contradictions too', async () => {
    expect(await readingOf(`${head}\n06.01.2026;Ines Quay;-1,250;EUR;;`)).toEqual({ asked: ['days', 'decimals'] });
    expect(await readingOf(`${head}\n13.01.2026;A;-1,5;EUR;;\n01.13.2026;A;-1,5;EUR;;`)).toEqual({ asked: ['days'] });
    const answered = await eventsIn(`${head}\n06.01.2026;Ines Quay;-1,250;EUR;;`, {
      days: 'day-first',
      decimals: 'point',
    });
    expect(answered).toMatchObject([{ at: '2026-01-06', amount: 1250 }]);
  });
});

describe('a mapping of the user’s own', () => {
  const mapping = {
    hireflag: 'log-format',
    id: 'own-vault',
    name: 'Vault',
    gives: 'sign-ins',
    isUtc: true,
    account: 'Who',
    at: 'When it was',
    others: { ip: 'From' },
  };
  test('reads any table', async () => {
    const parsed = parseMapping(JSON.stringify(mapping));
    if (!('mapping' in parsed)) throw new Error(parsed.problem);
    const events = await eventsIn('Who;When it was;From\nines;2026-03-02 10:00;198.51.100.7', {
      formats: [formatOf(parsed.mapping)],
    });
    expect(events).toMatchObject([
      { site: 'own-vault', account: 'ines', at: '2026-03-02T10:00:00Z', ip: '198.51.100.7' },
    ]);
  });
  test.each([
    ['no JSON', '{'],
    ['no name of a format', '{}'],
    ['payments without an amount', JSON.stringify({ ...mapping, gives: 'payments' })],
  ])('%s is said', (_, text) => {
    expect(parseMapping(text)).toHaveProperty('problem');
  });
});
