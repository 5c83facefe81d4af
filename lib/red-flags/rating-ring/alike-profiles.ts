// Whose profiles in a group say much the same: the advisory's "similar or identical documentation".
import type { Evidence } from '../../evidence/evidence.ts';
import { ALIKE, MIN_PIECES } from '../../graph/profile-sketches.ts';
import type { RatingGraph } from '../../graph/rating-graph.ts';
import type { Ring } from '../../graph/ring.ts';
import type { AccountKey } from '../../model/account.ts';
import type { Profile } from '../../model/observation.ts';
import { shingles } from '../../text/shingles.ts';
import { tokenise } from '../../text/tokens.ts';

/** Members whose profiles are compared, at most. */
const MAX_COMPARED = 40;

/** Pairs of members whose profile texts share much of the shorter one. */
export async function alikeProfiles(
  ring: Ring,
  graph: RatingGraph,
  evidence: Evidence,
): Promise<[AccountKey, AccountKey][]> {
  const keys = [...ring.clients, ...ring.developers]
    .slice(0, MAX_COMPARED)
    .map(({ account }) => graph.accounts[account] as AccountKey);
  const profiles = await evidence.profilesOf([...new Set(keys)]);
  const texts = [...profiles].map(([key, profile]) => ({ key, pieces: pieces(profile) }));
  const alike: [AccountKey, AccountKey][] = [];
  for (const [i, one] of texts.entries()) {
    for (const other of texts.slice(i + 1)) {
      const fewer = Math.min(one.pieces.size, other.pieces.size);
      if (fewer < MIN_PIECES) continue;
      let shared = 0;
      for (const piece of one.pieces) if (other.pieces.has(piece)) shared++;
      if (shared >= ALIKE * fewer) alike.push([one.key, other.key]);
    }
  }
  return alike;
}

function pieces(profile: Profile): ReadonlySet<number> {
  return new Set(shingles(tokenise(profile.about ?? '')));
}
