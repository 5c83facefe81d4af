// Compares what was read of a page that was made up with what its maker knows.
import { collapseSpaces } from '../../lib/model/beginning.ts';
import type { Profile } from '../../lib/model/observation.ts';
import { bidsOf, observe, pageOf } from './observe.ts';
import type { VariedPage, VariedPerson } from './varied-pages.ts';

/** By field: how many there are, and how many of them were read as they are. */
export type Tallies = Record<string, { there: number; read: number }>;

/**
 * What was read of the page, all ways together or by the card heuristics alone.
 *
 * @returns `invented` holds what was read that nobody said, `others` counts accounts that are nobody on the page
 */
export function tally({ html, url, people, currency }: VariedPage, by?: 'cards') {
  const seen = observe(html, url, by && { by });
  const bids = new Map(bidsOf(seen).map((bid) => [bid.account, bid]));
  const profiles = new Map(
    seen.filter((one): one is Profile => one.kind === 'profile').map((one) => [one.account, one]),
  );
  const accountOf = ({ account, name }: VariedPerson) =>
    bids.has(account) ? account : [...profiles.values()].find((one) => one.name === collapseSpaces(name))?.account;
  const counts: Tallies = {};
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
    count('names', true, profiles.get(account)?.name === collapseSpaces(person.name));
    count('texts', person.text !== undefined, collapseSpaces(bid?.text ?? '') === collapseSpaces(person.text ?? ''));
    count('amounts', person.amount !== undefined, bid?.amount === person.amount && bid?.currency === currency);
    count('days', person.days !== undefined, bid?.days === person.days);
    count('ratings', person.rating !== undefined, Math.abs((stats?.rating ?? 0) - (person.rating ?? 0)) < 0.06);
    if (person.text === undefined && bid?.text !== undefined) invented.push(bid.text);
    if (person.amount === undefined && bid?.amount !== undefined) invented.push(String(bid.amount));
    if (person.days === undefined && bid?.days !== undefined) invented.push(`${bid.days} days`);
  }
  return { counts, invented, others: bids.size - (counts.people?.read ?? 0), page: pageOf(seen) };
}
