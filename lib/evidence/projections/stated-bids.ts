// What marketplaces themselves state of everyone's bids, finished work and membership, as profiles carry it.
import { type AccountKey, accountKey } from '../../model/account.ts';
import { StatedBidsTable, statedIn } from '../../stats/stated-bids.ts';
import type { Projection } from '../../store/projection.ts';

/** What is not stated is null, as JSON has it. */
type Fact = readonly [
  account: AccountKey,
  placed: number | null,
  won: number | null,
  jobs: number | null,
  years: number | null,
];

export const statedBids: Projection<StatedBidsTable, Fact> = {
  id: 'stated-bids',
  version: 2,
  kinds: ['profile'],
  factOf({ body }) {
    if (body.kind !== 'profile') return undefined;
    const { placed, won, jobs, years } = statedIn(body);
    if (placed === undefined && jobs === undefined) return undefined;
    return [accountKey(body.site, body.account), placed ?? null, won ?? null, jobs ?? null, years ?? null];
  },
  empty: () => new StatedBidsTable(),
  take(table, row, [account, placed, won, jobs, years]) {
    table.put(row, account, {
      ...(placed !== null && won !== null && { placed, won }),
      ...(jobs !== null && { jobs }),
      ...(years !== null && { years }),
    });
  },
  drop: (table, row) => table.remove(row),
};
