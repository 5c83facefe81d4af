// Who rated whom, how well and when, and how many reviews each profile says that there are.
import { type Rating, RatingGraph, ratingOf } from '../../graph/rating-graph.ts';
import { type AccountKey, accountKey } from '../../model/account.ts';
import type { Projection } from '../../store/projection.ts';

/** A rating as the graph keeps it; what is not known is null, as JSON has it. */
type RatingFact = readonly [
  from: AccountKey,
  to: AccountKey,
  value: number | null,
  outOf: number | null,
  earliest: number | null,
  latest: number | null,
  byClient: boolean,
  text: number,
  project: number,
];
type ProfileFact = readonly [account: AccountKey, shown: number];

export const ratings: Projection<RatingGraph, RatingFact | ProfileFact> = {
  id: 'ratings',
  version: 3,
  kinds: ['review', 'profile'],
  factOf({ body }) {
    if (body.kind === 'profile') {
      const shown = body.stats?.reviewCount;
      return shown === undefined ? undefined : [accountKey(body.site, body.account), shown];
    }
    if (body.kind !== 'review') return undefined;
    const { from, to, value, outOf, earliest, latest, byClient, text, project } = ratingOf(body);
    return [from, to, orNull(value), orNull(outOf), orNull(earliest), orNull(latest), byClient, text, project];
  },
  empty: () => new RatingGraph(),
  take(graph, row, fact) {
    if (fact.length === 2) graph.putProfile(row, ...fact);
    else graph.put(row, ratingIn(fact));
  },
  drop: (graph, row) => graph.remove(row),
};

function ratingIn([from, to, value, outOf, earliest, latest, byClient, text, project]: RatingFact): Rating {
  const known = { value: orNaN(value), outOf: orNaN(outOf), earliest: orNaN(earliest), latest: orNaN(latest) };
  return { from, to, ...known, byClient, text, project };
}

const orNull = (number: number) => (Number.isNaN(number) ? null : number);
const orNaN = (number: number | null) => number ?? Number.NaN;
