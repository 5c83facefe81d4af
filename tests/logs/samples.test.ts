// Real samples of logs, which are no part of the project, where they are at hand: every row of each is read or said, also
// with its rows in another order, doubled, cut off anywhere, and in other encodings.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentOf, type LogEvent } from '../../lib/model/log-event.ts';
import { eventsIn, readingOf } from './reading-of.ts';

const folder = '../shared/data/logs';
const names = existsSync(folder) ? readdirSync(folder).filter((name) => !name.endsWith('.md')) : [];
/** What the user says of those that leave something open. */
const said: Record<string, object> = { 'paypal-dmy-decimal-comma.csv': { days: 'day-first' } };
/** Cuts of one file. */
const CUTS = 60;

const textOf = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');
/** The heading of a table, if it is one, and the rows. */
function linesOf(name: string): { heading: string[]; rows: string[] } {
  const lines = textOf(name).trimEnd().split(/\r?\n/);
  return name.endsWith('.csv') ? { heading: lines.slice(0, 1), rows: lines.slice(1) } : { heading: [], rows: lines };
}
const contents = (events: readonly LogEvent[]) => [...new Set(events.map(contentOf))].sort();
const read = (name: string, log: string | Uint8Array) => eventsIn(log, said[name]);

describe.skipIf(names.length === 0).each(names)('%s', (name) => {
  it('is known, every row is read or said', async () => {
    const reading = await readingOf(textOf(name), said[name]);
    if (!('tally' in reading)) throw new Error(JSON.stringify(reading));
    const { rows, events, skipped, repeated, problemCount } = reading.tally;
    const left = Object.values(skipped).reduce((sum, one) => sum + one, 0);
    expect(events + left + repeated + problemCount).toBe(rows);
  });

  it('holds the same events with its rows in another order and doubled', async () => {
    const { heading, rows } = linesOf(name);
    const whole = contents(await read(name, textOf(name)));
    const turned = [...rows.slice(rows.length >> 1), ...rows.slice(0, rows.length >> 1)].reverse();
    expect(contents(await read(name, [...heading, ...turned].join('\n')))).toEqual(whole);
    expect(contents(await read(name, [...heading, ...rows, ...turned].join('\n')))).toEqual(whole);
    // Two files put together have the heading twice.
    expect(contents(await read(name, [...heading, ...rows, ...heading, ...rows].join('\n')))).toEqual(whole);
  });

  it('holds the same events in other encodings and with other line ends', async () => {
    const text = textOf(name);
    const whole = await read(name, text);
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    const logs = [`\ufeff${text}`, little, Buffer.from(little).swap16(), text.replace(/\r?\n/g, '\r\n')];
    const isLatin = [...text].every((letter) => letter.charCodeAt(0) < 0x80);
    for (const log of isLatin ? [...logs, Buffer.from(text, 'latin1')] : logs)
      expect(await read(name, log)).toEqual(whole);
  });

  it('cut off anywhere is read up to there, asked about, or refused with the reason: nothing else comes of it', async () => {
    const bytes = readFileSync(`${folder}/${name}`);
    const whole = new Set(contents(await read(name, bytes)));
    for (let n = 1; n < CUTS; n++) {
      const cut = bytes.subarray(0, Math.floor((n * bytes.length) / CUTS));
      const reading = await readingOf(cut, said[name]);
      if ('tally' in reading) expect(contents(reading.events).filter((one) => !whole.has(one))).toEqual([]);
      else expect('refused' in reading || 'asked' in reading, `${cut.length} bytes`).toBe(true);
    }
  });
});

describe.skipIf(names.length === 0)('what the samples show', () => {
  it('days that can be read both ways are asked about', async () => {
    expect(await readingOf(textOf('paypal-dmy-decimal-comma.csv'))).toEqual({ asked: ['days'] });
  });
  it('holds and withdrawals are no payments', async () => {
    expect(await eventsIn(textOf('paypal-business-en.csv'))).toMatchObject([
      { account: 'jana@example.com', direction: 'in', amount: 1250, at: '2026-10-01T08:00:00Z' },
    ]);
  });
});
