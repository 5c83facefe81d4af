// Who was seen first with a text that accounts share, and since when each is a member: the honest whose text others
// took must be able to see it, and so must whoever judges them. Nobody is called the copier: being seen first is no
// proof of having written it.
import type { StoredText } from '../evidence/evidence.ts';
import type { AccountKey } from '../model/account.ts';
import type { Profile, Project } from '../model/observation.ts';
import { DAY_MS, intervalOf, parseTime, type Time } from '../model/time.ts';

/** So much earlier than everyone else's is a text clearly first. */
const CLEARLY_MS = 21 * DAY_MS;
/** A member for so much longer than anyone else is clearly there before them. */
const YEARS_MS = 2 * 365.25 * DAY_MS;

/** One account that uses the text. */
export interface TextUser {
  account: AccountKey;
  /** The first it is known of: when it was sent, or else when it was first seen. */
  first: Time;
  isSent: boolean;
  memberSince?: Time;
}

export interface FirstSeen {
  /** Everyone who uses it, in the order it is known of them. */
  users: TextUser[];
  /** Who was clearly first, and by what; absent where that is not clear. */
  clearly?: { account: AccountKey; by: 'text' | 'membership' };
}

/**
 * Puts the users of one text in order.
 *
 * @param uses every text made from it, of two accounts or more
 * @param postOf the client's post that a text answers: no text is older than that
 */
export function whoWasFirst(
  uses: ReadonlyMap<AccountKey, readonly StoredText[]>,
  profiles: ReadonlyMap<AccountKey, Profile>,
  postOf: (text: StoredText) => Project | undefined,
): FirstSeen {
  const known = [...uses].map(([account, texts]) => {
    const sightings = texts.map((text) => sightingOf(text, postOf(text)));
    const { first, end, isSent } = sightings.reduce((a, b) => (b.end < a.end ? b : a));
    return {
      account,
      first,
      end,
      isSent,
      memberSince: parsed(profiles.get(account)?.memberSince),
      earliest: Math.min(...sightings.map(({ earliest }) => earliest)),
      latest: Math.min(...sightings.map(({ latest }) => latest)),
    };
  });
  const byText = known.find((one) => known.every((two) => one === two || two.earliest - one.latest >= CLEARLY_MS));
  const byMembership = known.find((one) => {
    if (one.memberSince === undefined) return false;
    const since = intervalOf(one.memberSince).to;
    return known.every(
      (two) => one === two || (two.memberSince !== undefined && intervalOf(two.memberSince).from - since >= YEARS_MS),
    );
  });
  // The two may say opposite things: then it is not clear.
  const clear = byText && byMembership && byText !== byMembership ? undefined : (byText ?? byMembership);
  const users = known
    .sort((a, b) => a.end - b.end || (a.account < b.account ? -1 : 1))
    .map(({ account, first, isSent, memberSince }) => ({
      account,
      first,
      isSent,
      ...(memberSince !== undefined && { memberSince }),
    }));
  return {
    users,
    ...(clear && { clearly: { account: clear.account, by: clear === byText ? 'text' : 'membership' } }),
  };
}

/** Between which moments, in ms since 1970, a text was sent, as far as that is known. */
function sightingOf(text: StoredText, post: Project | undefined) {
  const sent = parsed(text.sentAt);
  // A sighting is a moment.
  const seen = Date.parse(text.firstSeenAt);
  const posted = parsed(post?.postedAt);
  const first = sent ?? text.firstSeenAt;
  return {
    first,
    end: sent === undefined ? seen : intervalOf(sent).to,
    isSent: sent !== undefined,
    latest: sent === undefined ? seen : Math.min(seen, intervalOf(sent).to),
    // Of what nothing is known but that it was seen, seeing it is taken for its beginning.
    earliest: sent !== undefined ? intervalOf(sent).from : posted !== undefined ? intervalOf(posted).from : seen,
  };
}

const parsed = (time: string | undefined) => (time === undefined ? undefined : parseTime(time));
