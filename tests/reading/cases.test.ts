// Small pages that were once read wrongly, kept outside the repository: run in place where the folder exists. The
// first line of each names its address, when it was seen and, in words, what is right.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Bid, Observation, Page, Profile, Project, Review } from '../../lib/model/observation.ts';
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
  get project(): Project | undefined {
    return this.all.find((one) => one.kind === 'project');
  }
  get profiles(): Profile[] {
    return this.all.filter((one) => one.kind === 'profile');
  }
  get reviews(): Review[] {
    return this.all.filter((one) => one.kind === 'review');
  }
  get bids(): Bid[] {
    return bidsOf(this.all);
  }
}

/** What stands in several files. */
const sellers = ({ profiles }: Seen) => {
  expect(profiles.map(({ account, name, stats }) => [account, name, stats?.rating, stats?.reviewCount])).toEqual([
    ['marta_q', 'Marta Q', 4.9, 115],
    ['owner_of_studio', 'Harbour Studio', 4.8, 112],
    ['pavel_r', 'Pavel R', 5, 1000],
  ]);
};

const cases: Record<string, (seen: Seen) => void> = {
  '01': (seen) => {
    sellers(seen);
    expect(seen.page.read).toBe('whole');
  },
  '06': ({ project, page }) => {
    expect(project).toMatchObject({
      project: '2085339489984003058',
      title: 'Booking book for an apple press',
      text: 'We press apples for six villages.\nThe press wants a booking book.',
      postedAt: '2026-08-06T12:17:33.236Z',
      budget: { min: 400, currency: 'USD' },
      skills: ['Apple pressing', 'Bookkeeping'],
      bidCount: 17,
    });
    expect(page.read).toBe('part');
  },
  '08': ({ page }) => {
    expect(page).toMatchObject({ read: 'part', found: { reviews: 3 }, of: { reviews: 210 } });
  },
  '09': ({ profiles }) => {
    expect(profiles.find(({ account }) => account === 'marta_q')).toMatchObject({
      location: { country: 'PT' },
      memberSince: '2018-11',
      about:
        'I paint signs for shops, on wood and on glass, and have done so for twenty years in a small town by the sea.',
    });
  },
  '10': ({ reviews }) => {
    expect(reviews.map(({ from, at }) => [from, at])).toEqual([
      ['orla_w', '2026-04/2026-05'],
      ['tomasz_b', '2026-03/2026-04'],
      ['ines_f', '2026-01/2026-02'],
    ]);
    expect(reviews[2]?.text).toBe('Second sign from her and it is as good as the first one was a year ago.');
  },
  '11': ({ page }) => {
    expect(page).toMatchObject({ read: 'whole', found: { bids: 0 }, of: { bids: 0 } });
  },
  '12': sellers,
  '13': ({ profiles }) => {
    expect(profiles).toHaveLength(1);
    expect(profiles[0]).toMatchObject({
      account: 'orla-whelan-oak',
      name: 'Orla (Oak) Whelan',
      headline: 'Bell founder at Harbour Cooperative',
      about: 'I found bells for churches and for ships, and mend the cracked ones.',
      location: { country: 'IE' },
      employment: [
        { employer: 'Harbour Cooperative', title: 'Bell founder', from: '2019' },
        { employer: 'North Foundry', title: 'Apprentice', from: '2016-05', to: '2019-08' },
      ],
      education: [{ school: 'School of Crafts, Cork', from: '2013', to: '2016' }],
    });
  },
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
  '19': ({ bids }) => {
    expect(bids.map(({ amount, currency, submittedAt }) => [amount, currency, submittedAt])).toEqual([
      [120, 'GBP', '2026-06-24T11:59:00Z/2026-06-24T12:00:00Z'],
      [1234.56, 'EUR', '2026-06-23'],
      [75, 'GBP', '2025-09-03'],
      [80, 'GBP', '2026-06-21/2026-06-23'],
    ]);
  },
  '20': ({ bids, profiles }) => {
    expect(bids).toHaveLength(4);
    expect(profiles.map(({ name }) => name)).toEqual(['Orla Whelan', 'Tomás & Sons Ltd.', 'Ana', 'Pete Q.']);
  },
  '22': ({ profiles, page }) => {
    expect(profiles.map(({ location }) => location?.country)).toEqual(['SE', 'PL', 'PT', 'NO', 'IN']);
    expect(page).toMatchObject({ read: 'whole', found: { bids: 5 }, of: { bids: 5 } });
  },
  '23': ({ project, page }) => {
    expect(project).toMatchObject({
      title: 'A register of bells',
      skills: ['Python', 'Databases'],
      budget: { min: 1500, max: 12500, currency: 'INR' },
    });
    expect(page.read).toBe('part');
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

it.skipIf(!existsSync(folder))('every case there is has its test', () => {
  expect(Object.keys(cases).sort()).toEqual(
    readdirSync(folder)
      .map((name) => name.slice(0, 2))
      .sort(),
  );
});

describe.each(Object.keys(cases))('case %s', (number) => {
  it.skipIf(!file(number))('is read as its first line says', () => cases[number]?.(new Seen(number)));
});
