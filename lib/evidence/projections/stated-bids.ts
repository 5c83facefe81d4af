// What marketplaces themselves state of everyone's bids, as profiles carry it.
import { type AccountKey, accountKey } from '../../model/account.ts';
import { StatedBidsTable, statedIn } from '../../stats/stated-bids.ts';
import type { Projection } from '../../store/projection.ts';

type Fact = readonly [account: AccountKey, placed: number, won: number];

export const statedBids: Projection<StatedBidsTable, Fact> = {
  id: 'stated-bids',
  version: 1,
  kinds: ['profile'],
  factOf({ body }) {
    const stated = body.kind === 'profile' ? statedIn(body) : undefined;
    return stated && body.kind === 'profile'
      ? [accountKey(body.site, body.account), stated.placed, stated.won]
      : undefined;
  },
  empty: () => new StatedBidsTable(),
  take: (table, row, [account, placed, won]) => table.put(row, account, { placed, won }),
  drop: (table, row) => table.remove(row),
};
