// Small pages that were once read wrongly, kept outside the repository: run in place where the folder exists. The
// first line of each names its address, when it was seen and, in words, what is right.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Bid, Observation, Page, Profile } from '../../lib/model/observation.ts';
import { bidsOf, observe, pageOf } from './pages.ts';

const folder = new URL('../../../shared/cases/reading/', import.meta.url);
const file = (number: string) =>
  existsSync(folder) ? readdirSync(folder).find((name) => name.startsWith(`${number}-`)) : undefined;

class Seen {
  readonly all: Observation[];

  constructor(number: string) {
    const html = readFileSync(new URL(file(number) ?? '', folder), 'utf8');
    const [, url = '', seenAt = ''] = /^<!-- url: (.+?) seen-at: (\S+) /.exec(html) ?? [];
    this.all = observe(html, url, { seenAt });
  }

  get page(): Page {
    return pageOf(this.all);
  }
  get profiles(): Profile[] {
    return this.all.filter((one) => one.kind === 'profile');
  }
  get bids(): Bid[] {
    return bidsOf(this.all);
  }
}

const cases: Record<string, (seen: Seen) => void> = {
  '14': ({ profiles: [person], page }) => {
    expect(person).toMatchObject({ name: 'Orla Whelan', location: { country: 'HK' } });
    expect(person?.about).toBe('I found bells.\n\nShips & churches > towers.\nWrite to me.');
    expect(person?.employment).toEqual([{ employer: 'Harbour Cooperative', from: '2019' }]);
    expect(person?.education).toEqual([{ school: 'School of Crafts', from: '2013', to: '2016' }]);
    expect(page.read).toBe('whole');
  },
  '16': ({ profiles: [person], page }) => {
    expect(person).toMatchObject({ name: 'Orla W.', location: { country: 'BR' } });
    expect(person?.employment).toEqual([{ employer: 'Fundição do Porto' }]);
    expect(page.read).toBe('part');
  },
  '17': ({ profiles: [person] }) => {
    expect(person?.location).toBeUndefined();
    expect(person?.links).toContain('https://twitter.com/oakbell');
  },
  '02': ({ profiles }) => {
    expect(profiles.map(({ name, hourlyRate, location }) => [name, hourlyRate?.amount, location?.country])).toEqual([
      ['Mona R.', 15, 'BD'],
      ['Silas B.', 20, 'IN'],
      ['Anja K.', 11, 'IN'],
      ['Rune K.', 18, 'IN'],
    ]);
    expect(profiles.map(({ headline }) => headline)).toEqual([
      'Garden planner and plant nurse',
      'Rowing coach for clubs',
      'Bell founder',
      'Clock mender',
    ]);
    expect(profiles.filter(({ about }) => about !== undefined)).toEqual([]);
  },
  '04': ({ bids, profiles }) => {
    expect(bids.map(({ text }) => text?.slice(0, 34))).toEqual([
      'I have painted forty shop signs in',
      'Can do it in 5 days for $200.',
      'I did one like it a year ago.',
      'Sent 14:30 as you asked, 3 photos.',
    ]);
    expect(bids.map(({ amount, currency, days }) => [amount, currency, days])).toEqual([
      [120, 'GBP', undefined],
      [200, 'GBP', undefined],
      [80, 'GBP', undefined],
      [75, 'GBP', undefined],
    ]);
    expect(bids[1]?.submittedAt).toBe('2026-06-24T09:00:00Z/2026-06-24T10:30:00Z');
    expect(bids[2]?.submittedAt).toBe('2026-06-22/2026-06-24');
    expect(profiles.filter(({ localTime }) => localTime !== undefined)).toEqual([]);
  },
  '18': ({ bids }) => {
    expect(bids.map(({ amount, currency }) => [amount, currency])).toEqual([
      [1200, 'MXN'],
      [9000, 'TWD'],
      [75, 'USD'],
    ]);
  },
};

describe.each(Object.keys(cases))('case %s', (number) => {
  it.skipIf(!file(number))('is read as its first line says', () => cases[number]?.(new Seen(number)));
});
