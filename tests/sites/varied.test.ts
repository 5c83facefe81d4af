// Holds every site's reader to lists of bidders that vary as real pages do, on pages made up anew from a
// seed. `SEED=… vitest run tests/sites/varied.test.ts` tries others than those that always run.
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../lib/model/observation.ts';
import { squeeze } from '../../lib/sites/dom.ts';
import { bidsOf, observe, pageOf } from './pages.ts';
import { type VariedPage, type VariedPerson, variedPage, variedSites } from './varied.ts';

const seed = Number(process.env.SEED ?? 20_261_122);
const pages = variedSites.flatMap((site, n) =>
  [1, 3, 21].map((count, m) => variedPage(site, count, seed + 100 * n + m)),
);

/** How many of each field a page has, and how many of them were read as they are. */
function tally({ html, url, people, currency }: VariedPage, by?: 'cards') {
  const seen = observe(html, url, by && { by });
  const bids = new Map(bidsOf(seen).map((bid) => [bid.account, bid]));
  const profiles = new Map(
    seen.filter((one): one is Profile => one.kind === 'profile').map((one) => [one.account, one]),
  );
  const accountOf = ({ account, name }: VariedPerson) =>
    bids.has(account) ? account : [...profiles.values()].find((one) => one.name === squeeze(name))?.account;
  const counts: Record<string, { there: number; read: number }> = {};
  const count = (field: string, isThere: boolean, isRead: boolean) => {
    counts[field] ??= { there: 0, read: 0 };
    const tallied = counts[field];
    if (isThere) tallied.there++;
    if (isThere && isRead) tallied.read++;
  };
  const invented: string[] = [];
  for (const person of people) {
    const account = accountOf(person) ?? '';
    const bid = bids.get(account);
    const stats = profiles.get(account)?.stats;
    count('people', true, bid !== undefined);
    count('names', true, profiles.get(account)?.name === squeeze(person.name));
    count('texts', person.text !== undefined, squeeze(bid?.text ?? '') === squeeze(person.text ?? ''));
    count('amounts', person.amount !== undefined, bid?.amount === person.amount && bid?.currency === currency);
    count('days', person.days !== undefined, bid?.days === person.days);
    count('ratings', person.rating !== undefined, Math.abs((stats?.rating ?? 0) - (person.rating ?? 0)) < 0.06);
    if (person.text === undefined && bid?.text !== undefined) invented.push(bid.text);
    if (person.amount === undefined && bid?.amount !== undefined) invented.push(String(bid.amount));
    if (person.days === undefined && bid?.days !== undefined) invented.push(`${bid.days} days`);
  }
  return { counts, invented, others: bids.size - (counts.people?.read ?? 0), page: pageOf(seen) };
}

const missed = (counts: Record<string, { there: number; read: number }>, shares: Readonly<Record<string, number>>) =>
  Object.entries(counts).filter(([field, { there, read }]) => read < there * (shares[field] ?? 1));

describe.each(pages)('$name', (page) => {
  it('is read whole: everybody, nobody else, and nothing that is not there', () => {
    const { counts, invented, others, page: read } = tally(page);
    expect(missed(counts, {})).toEqual([]);
    expect(invented).toEqual([]);
    expect(others).toBe(0);
    expect(read.read).not.toBe('not');
  });

  it('by the card kernel alone: 95 % of the people, 80 % of what they say', () => {
    const { counts, invented, others } = tally(page, 'cards');
    expect(missed(counts, { people: 0.95, names: 0.8, texts: 0.8, amounts: 0.8, days: 0.8, ratings: 0.8 })).toEqual([]);
    expect(invented).toEqual([]);
    expect(others).toBe(0);
  });
});
