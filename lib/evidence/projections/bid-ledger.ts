// How everyone's bids came out.
import type { Bid } from '../../model/observation.ts';
import { BidLedger } from '../../stats/bid-ledger.ts';
import type { Projection } from '../../store/projection.ts';

type Fact = readonly [site: string, account: string, project: string, outcome?: NonNullable<Bid['outcome']>];

export const bidLedger: Projection<BidLedger, Fact> = {
  id: 'bid-ledger',
  version: 1,
  kinds: ['bid'],
  factOf({ body }) {
    if (body.kind !== 'bid') return undefined;
    const { site, account, project, outcome } = body;
    return outcome ? [site, account, project, outcome] : [site, account, project];
  },
  empty: () => new BidLedger(),
  take: (ledger, row, [site, account, project, outcome]) => ledger.put(row, { site, account, project, outcome }),
  drop: (ledger, row) => ledger.remove(row),
};
