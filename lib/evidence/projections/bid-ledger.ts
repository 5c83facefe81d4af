// How everyone's bids came out.
import type { AccountKey } from '../../model/account.ts';
import type { Bid } from '../../model/observation.ts';
import { BidLedger } from '../../stats/bid-ledger.ts';
import type { Projection } from '../../store/projection.ts';

type Fact = readonly [account: AccountKey, project: string, outcome?: NonNullable<Bid['outcome']>];

export const bidLedger: Projection<BidLedger, Fact> = {
  id: 'bid-ledger',
  version: 1,
  kinds: ['bid'],
  factOf({ who, project, body }) {
    if (body.kind !== 'bid' || !who || !project) return undefined;
    return body.outcome ? [who, project, body.outcome] : [who, project];
  },
  empty: () => new BidLedger(),
  take: (ledger, row, fact) => ledger.put(row, fact[0], fact[1], fact[2]),
  drop: (ledger, row) => ledger.remove(row),
};
