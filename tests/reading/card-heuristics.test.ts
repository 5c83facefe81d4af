// How much the card heuristics find when state scripts and a site's own places are switched off: on every
// saved page that lists people who are linked or marked, of who they are, and of their ratings, texts,
// amounts and days.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collapseSpaces } from '../../lib/model/beginning.ts';
import type { Bid, Observation, Profile, Review } from '../../lib/model/observation.ts';
import { DAY_MS, gapBetween, type Time } from '../../lib/model/time.ts';
import { observe } from './pages.ts';

type Person = Bid | Profile | Review;
const here = new URL('../sites/', import.meta.url);

/** Whom an observation of a list is about; an author whom the page does not name is nobody that could be found. */
function whoIn(one: Observation): string | undefined {
  if (one.kind === 'bid' || one.kind === 'profile') return one.account;
  return one.kind === 'review' && !one.from.startsWith('not-named-') ? one.from : undefined;
}

const rate = (rating: { value: number; outOf: number } | undefined) => rating && (rating.value / rating.outOf) * 5;
/** What counts as found of each field: a state script and the words beside it know a time more or less precisely. */
const fields: Record<string, { of(one: Person): unknown; same?(a: never, b: never): boolean }> = {
  text: { of: (one) => (one.kind === 'profile' ? undefined : one.text && collapseSpaces(one.text)) },
  amount: { of: (one) => (one.kind === 'bid' ? one.amount : undefined) },
  days: { of: (one) => (one.kind === 'bid' ? one.days : undefined) },
  rating: {
    of: (one) => (one.kind === 'review' ? rate(one.rating) : one.kind === 'profile' ? one.stats?.rating : undefined),
    same: (a: number, b: number) => Math.abs(a - b) < 0.06,
  },
  at: {
    of: (one) => (one.kind === 'bid' ? one.submittedAt : one.kind === 'review' ? one.at : undefined),
    same: (a: Time, b: Time) => gapBetween(a, b) <= DAY_MS,
  },
};

const lists = ['upwork', 'fiverr', 'workana'].flatMap((site) =>
  readdirSync(new URL(`${site}/`, here)).flatMap((name) => {
    const folder = new URL(`${site}/${name}/`, here);
    const html = readFileSync(new URL('page.html', folder), 'utf8');
    const [, url = '', seenAt = ''] = /^<!-- url: (\S+) seen-at: (\S+) -->\n/.exec(html) ?? [];
    const lines = readFileSync(new URL('expected.jsonl', folder), 'utf8').trim().split('\n');
    const expected = lines.map((line): Observation => JSON.parse(line));
    const kinds = new Set<string>(expected.map((one) => one.kind));
    const kind = ['bid', 'review', 'profile'].find((one) => kinds.has(one)) ?? '';
    const people = expected.filter((one): one is Person => one.kind === kind && whoIn(one) !== undefined);
    // Names without links or marks, as in ratings on Workana, give the heuristics nothing to go by.
    const isNamed = kind !== 'review' || site === 'fiverr';
    return people.length > 1 && isNamed ? [{ name: `${site}/${name}`, html, url, seenAt, people, expected }] : [];
  }),
);

describe.each(lists)('$name', ({ html, url, seenAt, people, expected }) => {
  const seen = observe(html, url, { seenAt, by: 'cards' });
  const found = new Map(seen.map((one) => [`${one.kind} ${whoIn(one)}`, one]));
  const same = (one: Observation) => found.get(`${one.kind} ${whoIn(one)}`);

  it('95 % of the people, and nobody else', () => {
    const kind = people[0]?.kind;
    expect(people.filter((one) => same(one)).length / people.length).toBeGreaterThanOrEqual(0.95);
    expect(seen.filter((one) => one.kind === kind)).toHaveLength(people.length);
  });

  const all = [...people, ...expected.filter((one) => one.kind === 'profile' && people[0]?.kind === 'bid')] as Person[];
  const there = Object.entries(fields).filter(([, field]) => all.some((one) => field.of(one) !== undefined));
  it.skipIf(there.length === 0).each(there)('80 %% of each %s', (_, { of, same: alike = Object.is }) => {
    const having = all.filter((one) => of(one) !== undefined);
    const right = having.filter((one) => {
      const other = same(one);
      const value = other && of(other as Person);
      return value !== undefined && alike(value as never, of(one) as never);
    });
    expect(right.length / having.length).toBeGreaterThanOrEqual(0.8);
  });
});
