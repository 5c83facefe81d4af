// What a red flag may ask, when only these bids, ratings, profiles and texts were seen.

import type { Evidence, StoredBid } from '../../lib/evidence/evidence.ts';
import { bidLedger } from '../../lib/evidence/projections/bid-ledger.ts';
import { profileSketches } from '../../lib/evidence/projections/profile-sketches.ts';
import { ratings as ratingsProjection } from '../../lib/evidence/projections/ratings.ts';
import { statedBids } from '../../lib/evidence/projections/stated-bids.ts';
import { texts as textsProjection } from '../../lib/evidence/projections/texts.ts';
import { RatingGraph } from '../../lib/graph/rating-graph.ts';
import { type AccountKey, accountKey } from '../../lib/model/account.ts';
import type { Profile } from '../../lib/model/observation.ts';
import { BidLedger } from '../../lib/stats/bid-ledger.ts';
import type { Projection } from '../../lib/store/projection.ts';
import type { TextIndex } from '../../lib/text/text-index.ts';

export function only(what: {
  bids?: readonly StoredBid[];
  ratings?: RatingGraph;
  profiles?: ReadonlyMap<AccountKey, Profile>;
  texts?: TextIndex;
}): Evidence {
  const { bids = [], ratings = new RatingGraph(), profiles = new Map(), texts } = what;
  const stated = statedBids.empty();
  const sketches = profileSketches.empty();
  for (const [n, profile] of [...profiles.values()].entries()) {
    const sketch = profileSketches.factOf({ kind: 'profile', body: profile });
    if (sketch) profileSketches.take(sketches, n, sketch);
    const fact = statedBids.factOf({ kind: 'profile', body: profile });
    if (fact) statedBids.take(stated, n, fact);
  }
  const states = new Map<string, unknown>([
    [statedBids.id, stated],
    [profileSketches.id, sketches],
    [ratingsProjection.id, ratings],
    [bidLedger.id, BidLedger.from(bids)],
    [textsProjection.id, texts],
  ]);
  const byAccount = new Map<AccountKey, StoredBid[]>();
  for (const bid of bids) {
    const account = accountKey(bid.site, bid.account);
    const own = byAccount.get(account);
    if (own) own.push(bid);
    else byAccount.set(account, [bid]);
  }
  return {
    bidsOf: async (accounts) =>
      new Map(
        accounts.flatMap((account) => {
          const own = byAccount.get(account);
          return own ? [[account, own]] : [];
        }),
      ),
    // No flag that is measured with this compares texts.
    textsOf: async () => new Map(),
    // Reviews are asked for only to say where they were seen.
    reviewsOf: async () => new Map(),
    textsAt: async () => [],
    projects: async () => new Map(),
    profilesOf: async (accounts) =>
      new Map(
        accounts.flatMap((account) => {
          const own = profiles.get(account);
          return own ? [[account, own]] : [];
        }),
      ),
    // No flag that is measured with this asks what was said before, or written.
    profileHistoriesOf: async () => new Map(),
    messagesOf: async () => new Map(),
    peopleOf: async () => new Map(),
    logsOf: async () => new Map(),
    logHoldersOf: async () => new Map(),
    // Flags ask this only to see whether there is anything to look at.
    coverageOf: async (accounts) =>
      new Map(
        accounts.map((account) => [
          account,
          {
            bids: byAccount.get(account)?.length ?? 0,
            projects: 0,
            reviews: ratings.number(account) === undefined ? 0 : 1,
            profiles: profiles.has(account) ? 1 : 0,
            messages: 0,
          },
        ]),
      ),
    projection: async <State>(projection: Projection<State>) =>
      (states.get(projection.id) as State | undefined) ?? projection.empty(),
  };
}
