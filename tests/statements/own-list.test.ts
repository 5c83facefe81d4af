// The user's own list: read from CSV and JSON, bounded, and matched to the normal form only.
import { describe, expect, it } from 'vitest';
import { listedOf } from '../../lib/assess/own-list.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { parseOwnList, storedList } from '../../lib/statements/own-list.ts';
import { evidenceOf } from '../evidence-of.ts';

const keys = (text: string) => [...parseOwnList(text).entries.keys()];

describe('a file', () => {
  it.each<[string, string]>([
    [
      'commas and quotes',
      'value,source,date\n"Ada.Brook+x@gmail.com","a ""notice"", page 2",2026-03-01\nquay.example,own case,',
    ],
    [
      'semicolons, other order, capitals',
      '\ufeffSource;Value;Date\r\na "notice", page 2;adabrook@googlemail.com;2026-03-01\r\nown case;https://www.quay.example/;\r\n',
    ],
    [
      'JSON',
      JSON.stringify([
        { value: 'adabrook@gmail.com', source: 'a "notice", page 2', date: '2026-03-01' },
        { value: 'quay.example', source: 'own case' },
      ]),
    ],
  ])('of %s', (_, text) => {
    expect(keys(text)).toEqual(['mail:adabrook@gmail.com', 'host:quay.example']);
  });

  it('keeps source and date', () => {
    const { entries } = parseOwnList('value,source,date,type\n@tidal,"notice, 2",2026-03,Telegram');
    expect([...entries]).toEqual([
      ['handle:telegram:tidal', { value: '@tidal', source: 'notice, 2', date: '2026-03' }],
    ]);
  });

  it('names the entries that it cannot take: no source, no contact, a host of many, a wrong checksum', () => {
    const lines = [
      'a@quay.example,',
      'hello,x',
      'https://github.com,x',
      '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb,x',
      '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa,x',
    ];
    const { entries, refused } = parseOwnList(`value,source\n${lines.join('\n')}`);
    expect([[...entries.keys()], refused]).toEqual([
      ['wallet:bitcoin:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
      [1, 2, 3, 4],
    ]);
  });

  it.each(['', '[', '[1, null, "x"]', 'value', '{}', 'a,b\n1,2', '"'.repeat(999)])('of rubbish is none: %j', (text) => {
    expect(parseOwnList(text).entries.size).toBe(0);
  });

  it('is bounded in entries and length', () => {
    const many = Array.from({ length: 6_000 }, (_, i) => `m${i}@quay.example,x`);
    const { entries, refused } = parseOwnList(`value,source\n${many.join('\n')}`);
    expect([entries.size, refused.length]).toEqual([5_000, 1_000]);
    expect(parseOwnList('x'.repeat(5_000_000)).entries.size).toBe(0);
  });
});

it('what is stored and is no list is an empty one', () => {
  for (const stored of [undefined, null, 3, 'x', [1], [['a', { value: 1 }]]]) expect(storedList(stored).size).toBe(0);
  const { entries } = parseOwnList('value,source\na@quay.example,x');
  expect(storedList(JSON.parse(JSON.stringify([...entries])))).toEqual(entries);
});

it('matches what an account shows, exactly, with its source', async () => {
  const seen: Observation[] = ['ada.brook@gmail.com', 'adabrook1@gmail.com'].map((value, i) => ({
    kind: 'profile',
    site: 'guru',
    seenAt: '2026-03-01T10:00:00Z',
    account: `a${i}`,
    role: 'freelancer',
    contacts: [{ type: 'email', value }],
  }));
  const { entries } = parseOwnList('value,source\nadabrook@gmail.com,own case');
  const found = await listedOf(['guru:a0', 'guru:a1'], evidenceOf(seen), entries);
  expect([...found]).toEqual([['guru:a0', [{ value: 'adabrook@gmail.com', source: 'own case' }]]]);
});
