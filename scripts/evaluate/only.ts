// What a red flag may ask, when only these bids, ratings and profiles were seen.
import { RatingGraph } from '../../lib/graph/rating-graph.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Profile } from '../../lib/model/observation.ts';
import type { Seen } from '../../lib/red-flags/seen.ts';
import { BidLedger } from '../../lib/stats/bid-ledger.ts';

export function only(what: {
  bids?: BidLedger;
  ratings?: RatingGraph;
  profiles?: ReadonlyMap<AccountKey, Profile>;
}): Omit<Seen, 'texts'> {
  const { bids = new BidLedger(), ratings = new RatingGraph(), profiles = new Map() } = what;
  return {
    bidsOf: async () => new Map(),
    bids: async () => [],
    projects: async () => new Map(),
    profilesOf: async () => profiles,
    bidding: async () => bids,
    ratings: async () => ratings,
  };
}
