// What the flags on sign-in logs share: exact moments, networks, and programs that let themselves in.
import type { Evidence, LogHolder, PersonLogs } from '../evidence/evidence.ts';
import type { AccountKey } from '../model/account.ts';
import { type LogKey, neighbourhoodOf, type SignIn } from '../model/log-event.ts';
import { intervalOf } from '../model/time.ts';
import { isOneName } from '../statements/name-match.ts';

export const HOUR = 3_600_000;

/** A sign-in whose moment is known to the hour. */
export interface Moment {
  /** ms since 1970. */
  at: number;
  signIn: SignIn;
}

export function momentsOf(signIns: readonly SignIn[]): Moment[] {
  return signIns.flatMap((signIn) => {
    const { from, to } = intervalOf(signIn.at);
    return to - from <= HOUR ? [{ at: from, signIn }] : [];
  });
}

/** The network of a sign-in: as the log names it, and else the neighbourhood of the address. */
export function networkOf({ network, ip }: SignIn): string | undefined {
  return network ?? (ip === undefined ? undefined : neighbourhoodOf(ip));
}

/** An address, a device or a session that more accounts have is a place that people share: an office, a gateway, a desk. */
export const MAX_SHARING = 4;

/** For each key of these logs the other accounts of the same log that have it, and how many all are. */
export async function othersWith(
  logs: PersonLogs,
  keys: readonly LogKey[],
  evidence: Evidence,
): Promise<Map<LogKey, { others: LogHolder[]; all: number }>> {
  const own = new Set<AccountKey>(logs.accounts);
  const sites = new Set(logs.signIns.map(({ site }) => site));
  const names = namesOf(logs);
  const found = new Map<LogKey, { others: LogHolder[]; all: number }>();
  for (const [key, holders] of await evidence.logHoldersOf(keys)) {
    const here = holders.filter(({ site }) => sites.has(site));
    // One person may have two accounts, and say so by their name.
    const others = here.filter(
      ({ key: other, name = '' }) => !own.has(other) && !names.some((one) => isOneName(one, name)),
    );
    found.set(key, { others, all: here.length });
  }
  return found;
}

/** What the logs call a person. */
export function namesOf({ signIns, payments }: PersonLogs): string[] {
  return [...new Set([...signIns, ...payments].flatMap(({ name }) => name ?? []))];
}

/** Gaps so near to the usual one are a clock's. */
const SAME_GAP = 0.1;
/** A program's gaps are mostly alike; so many are needed to say so. */
const MIN_GAPS = 20;

/**
 * What people did: without the sign-ins of programs that let themselves in at regular times, each known by its device
 * and the name it gives itself.
 */
export function byPeople(moments: readonly Moment[]): Moment[] {
  const programs = Map.groupBy(moments, ({ signIn: { client = '', device = '' } }) => `${client}\n${device}`);
  return [...programs.values()]
    .filter((own) => !isRegular(own))
    .flat()
    .sort((a, b) => a.at - b.at);
}

function isRegular(own: readonly Moment[]): boolean {
  const gaps = own.slice(1).map(({ at }, i) => at - (own[i] as Moment).at);
  if (gaps.length < MIN_GAPS) return false;
  const usual = gaps.toSorted((a, b) => a - b)[gaps.length >> 1] as number;
  return gaps.filter((gap) => Math.abs(gap - usual) <= usual * SAME_GAP).length > gaps.length / 2;
}
