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
