// An account that was closed, and one that was opened about then or later and shows the same works, schools and words
// about itself.
import type { Evidence, ProfileHistory } from '../../evidence/evidence.ts';
import { closedAccounts } from '../../evidence/projections/closed-accounts.ts';
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import { DAY_MS, isBefore, readInterval } from '../../model/time.ts';
import { mayBeOneName } from '../../statements/name-match.ts';
import { isReplaced, jobsIn, schoolsIn } from './changes.ts';

/** Pieces that both must show, and the part of the shorter profile that these are. */
const MIN_SHARED = 3;
const MIN_SHARE = 0.4;
/** An account that was opened longer before the other was closed is a second one; days. */
const MAX_BEFORE = 90;

export interface Successor {
  closed: AccountKey;
  opened: AccountKey;
  closedSeenAt: string;
  memberSince: string;
  shared: number;
  /** Whether it is somebody else by what they say: no name, or no school or job, in common. */
  isSomebodyElse: boolean;
  names: { closed: string; opened: string };
}

/** The pairs that one of these accounts is in. */
export async function successorsOf(
  accounts: readonly AccountKey[],
  evidence: Evidence,
): Promise<Map<AccountKey, Successor>> {
  const pieces = await evidence.projection(closedAccounts);
  const pairs = accounts.flatMap((account) => {
    const isClosed = pieces.isClosed(account);
    return [...pieces.sharing(account)].flatMap(([other, shared]) => {
      const least = Math.min(pieces.count(account), pieces.count(other));
      if (shared < MIN_SHARED || shared < MIN_SHARE * least) return [];
      if (isClosed === pieces.isClosed(other)) return [];
      if (splitAccountKey(account).site !== splitAccountKey(other).site) return [];
      return [{ account, closed: isClosed ? account : other, opened: isClosed ? other : account, shared }];
    });
  });
  const histories = await evidence.profileHistoriesOf(pairs.flatMap(({ closed, opened }) => [closed, opened]));
  const found = new Map<AccountKey, Successor>();
  for (const { account, closed, opened, shared } of pairs) {
    const one = successor(histories.get(closed), histories.get(opened));
    const known = found.get(account);
    if (one && (!known || known.shared < shared)) found.set(account, { closed, opened, shared, ...one });
  }
  return found;
}

function successor(
  closed: ProfileHistory | undefined,
  opened: ProfileHistory | undefined,
): Omit<Successor, 'closed' | 'opened' | 'shared'> | undefined {
  const closedSeenAt = closed?.values.get('closed')?.find(({ value }) => value === true)?.first;
  const memberSince = opened?.profile.memberSince;
  const [since, before] = [readInterval(memberSince ?? ''), closed?.profile.memberSince];
  if (!closed || !opened || !closedSeenAt || !memberSince || !since) return undefined;
  if (since.from < Date.parse(closedSeenAt) - MAX_BEFORE * DAY_MS) return undefined;
  if (before !== undefined && !isBefore(before, memberSince)) return undefined;
  const names = { closed: closed.profile.name ?? '', opened: opened.profile.name ?? '' };
  const isSomebodyElse =
    !mayBeOneName(names.closed, names.opened) ||
    isReplaced(schoolsIn(closed.profile.education), schoolsIn(opened.profile.education)) ||
    isReplaced(jobsIn(closed.profile.employment), jobsIn(opened.profile.employment));
  return { closedSeenAt, memberSince, isSomebodyElse, names };
}
