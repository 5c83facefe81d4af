// Searches all ratings for small groups in which a few clients give high ratings to the same
// developers within weeks or months, and in which these ratings are much of what was seen of the developers; and for
// accounts that hire each other in a circle (circles.ts). What makes a group is how much its members depend on each
// other: honest ratings mixed in do not hide it, and a busy client or a well reviewed developer is not drawn in.
// Windows of several lengths are searched (ring-search.ts), and each is one more way to find something by chance.
import { circles } from './circles.ts';
import { ClientRatings } from './client-ratings.ts';
import type { ProfileSketches } from './profile-sketches.ts';
import type { RatingGraph } from './rating-graph.ts';
import type { Ring } from './ring.ts';
import { logAlike } from './ring-chance.ts';
import { RingSearch } from './ring-search.ts';
import { LEAST, RARELY_ALIKE, WINDOWS } from './ring-thresholds.ts';

/**
 * Finds the groups that chance explains least, whatever the order the ratings were seen in. Time and memory grow
 * linearly with the ratings.
 *
 * @param maxLogExpected groups of which chance would make more (natural logarithm) are left out
 * @param sketches what profiles say, where that is known
 * @returns groups without much overlap, least expected first
 */
export function findRings(graph: RatingGraph, maxLogExpected = 0, sketches?: ProfileSketches): Ring[] {
  const all = new ClientRatings(graph);
  const key = (account: number) => graph.accounts[account] as string;
  const search = new RingSearch(all, key);
  const isAlikeKnown = sketches !== undefined && sketches.size > 0;
  const found = WINDOWS.flatMap((window) => search.within(window, isAlikeKnown))
    .map((ring) => withProfiles(ring, graph, sketches))
    .map((ring) => ({ ...ring, logExpected: ring.logExpected + Math.log(WINDOWS.length) }))
    .concat(circles(all, key))
    .filter(({ needsAlike, logExpected }) => !needsAlike && logExpected <= maxLogExpected);
  const first = ({ clients }: Ring) => key(clients[0]?.account ?? -1);
  found.sort((x, y) => x.logExpected - y.logExpected || (first(x) < first(y) ? -1 : 1));
  // What several windows find counts once, as the one that chance explains least.
  const covered = new Set<number>();
  return found.filter(({ developers }) => {
    const fresh = developers.filter(({ account }) => !covered.has(account)).length;
    if (fresh * 2 <= developers.length) return false;
    for (const { account } of developers) covered.add(account);
    return true;
  });
}

/** The group with what its developers' profiles have in common added to what speaks against chance. */
function withProfiles(ring: Ring, graph: RatingGraph, sketches: ProfileSketches | undefined): Ring {
  if (!sketches || sketches.size === 0 || ring.developers.length < LEAST.alike) return ring;
  const known = ring.developers
    .map(({ account }) => sketches.of(graph.accounts[account] as string))
    .filter((sketch) => sketch !== undefined);
  const most = sketches.mostAlike(known);
  if (most < LEAST.alike) return ring;
  const chance = logAlike(most, known.length, sketches.usual());
  return chance <= RARELY_ALIKE ? { ...ring, needsAlike: false, logExpected: ring.logExpected + chance } : ring;
}
