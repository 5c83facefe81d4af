// What is said of one member of a group: how strongly, how often chance would do the same, and with which evidence.
import type { StoredReview } from '../../evidence/evidence.ts';
import type { RatingGraph, Ratings } from '../../graph/rating-graph.ts';
import type { Member, Ring } from '../../graph/ring.ts';
import { LEAST } from '../../graph/ring-thresholds.ts';
import { type AccountKey, accountKey, splitAccountKey } from '../../model/account.ts';
import { type EvidenceRow, type Finding, type MessageRef, type Strength, strengths } from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import { DAY_MS, type Interval, type Time, writeTime } from '../../model/time.ts';
import { sourcesOf } from '../sources.ts';
import type en from './en.json';

const FLAG = 'rating-ring';
/** Moderate and strong: chance would make one in 20 times, one in 1,000 times all that was seen. */
const MODERATE = Math.log(1 / 20);
const STRONG = Math.log(1 / 1_000);
/** Ratings and members carried in the evidence. */
const MAX_SHOWN = 100;
/**
 * The shares of ordinary accounts in groups of one client and of several, at most, whatever chance would make: 11 of
 * 3,783 in the real network with every positive rating read as five stars (docs/evaluation.md), and none of as many
 * as it is, which may hide 3 (95 %).
 */
const MEASURED = { oneClient: 0.003, several: 0.0008 } as const;

type MessageId = keyof typeof en.messages;
type Row = EvidenceRow & { label: MessageId };

/** The finding about one member. */
export function findingOf(
  account: AccountKey,
  ring: Ring,
  graph: RatingGraph,
  alike: readonly [AccountKey, AccountKey][],
  reviews: readonly StoredReview[],
): Finding & { message: MessageId } {
  const number = graph.number(account) as number;
  const ratings = graph.ratings();
  const key = (member: number) => graph.accounts[member] as AccountKey;
  /** With the ratings that a marketplace says there are, where it shows more than were seen. */
  const inAll = (member: Member): Member => ({ ...member, total: Math.max(member.total, graph.shown(member.account)) });
  const asDeveloper = ring.developers.find((member) => member.account === number);
  const own = inAll((asDeveloper ?? ring.clients.find((member) => member.account === number)) as Member);
  const same = sameWords(ring, ratings);
  const period = periodOf(ring, ratings);
  const time = writeTime(period);
  const [from = time, to = from] = time.split('/');
  // Between the far ends: no two of the ratings are farther apart.
  const days = Math.max(1, Math.ceil((period.to - period.from) / DAY_MS));
  const isAsFarAsSeen = asDeveloper !== undefined && graph.shown(number) === 0;
  const rows: Row[] = [
    {
      label: 'members',
      value: { message: 'membersAre', data: { clients: ring.clients.length, developers: ring.developers.length } },
    },
    { label: 'period', value: { time } },
    {
      label: asDeveloper ? 'received' : 'gave',
      value: { message: isAsFarAsSeen ? 'inAndOutSeen' : 'inAndOut', data: inAndOut(own) },
    },
    { label: 'allReceived', value: { message: 'inAndOut', data: inAndOut(sum(ring.developers.map(inAll))) } },
    { label: 'allGave', value: { message: 'inAndOut', data: inAndOut(sum(ring.clients)) } },
    { label: 'expected', data: { ratings: ratings.length }, value: expected(ring.logExpected) },
  ];
  const alikeMembers = [...new Set(alike.flat())];
  const isCopied = same > 1 || alikeMembers.length >= LEAST.alike;
  if (same > 0) rows.push({ label: 'sameWords', value: same });
  if (alike.length > 0) rows.push({ label: 'alike', value: { accounts: alikeMembers } });
  const shown = [...ring.ratings].sort(
    (a, b) => Number(involves(b, number, ratings)) - Number(involves(a, number, ratings)),
  );
  const members = [...new Set([...ring.clients, ...ring.developers].map((member) => key(member.account)))];
  const others = members.filter((other) => other !== account);
  return {
    flag: FLAG,
    key: findingKey(FLAG, others),
    // Alike profiles are the fact of shared-documents too, and count once.
    topic: alike.some((pair) => pair.includes(account)) ? 'documents' : findingKey('ratings', members),
    ...splitAccountKey(account),
    clauses: ['P5', 'P7'],
    strength: strength(ring, own, isAsFarAsSeen, isCopied),
    chance: chanceOf(ring, members.length, graph.accounts.length, isCopied),
    with: others.slice(0, MAX_SHOWN),
    message: ring.isCircle ? 'circle' : ring.clients.length === 1 ? 'oneClient' : 'clients',
    data: {
      ...(ring.clients.length > 1 && {
        clients: ring.clients.length,
        given: pairsOf(ring, ratings),
        possible: pairsPossible(ring),
      }),
      developers: ring.developers.length,
      days,
      inside: own.inside,
      total: own.total,
      side: asDeveloper ? 'got' : 'gave',
    },
    evidence: [
      {
        kind: 'ring',
        clients: ring.clients.slice(0, MAX_SHOWN).map((member) => key(member.account)),
        developers: ring.developers.slice(0, MAX_SHOWN).map((member) => key(member.account)),
        shares: [...ring.clients, ...ring.developers.map(inAll)]
          .slice(0, MAX_SHOWN)
          .map(({ account: member, inside, total }) => ({ account: key(member), inside, total })),
        from,
        to,
        ratings: shown.slice(0, MAX_SHOWN).map((r) => {
          const outOf = ratings.outOf[r] as number;
          return {
            from: key(ratings.from[r] as number),
            to: key(ratings.to[r] as number),
            value: Math.round((ratings.value[r] as number) * outOf * 100) / 100,
            outOf,
            at: timeOf(r, ratings),
          };
        }),
        rows,
        sources: sourcesOf(reviews.filter((review) => isInside(review, members))),
      },
    ],
  };
}

/** Whether a review is by one member about another. */
function isInside({ site, from, to }: StoredReview, members: readonly AccountKey[]): boolean {
  return members.includes(accountKey(site, from)) && members.includes(accountKey(site, to));
}

/**
 * The share of ordinary accounts that is in such a group, at most: how many groups chance would make, times their
 * members among everyone; and never less than was measured.
 */
function chanceOf({ logExpected, clients }: Ring, members: number, everyone: number, isCopied: boolean): number {
  const measured = clients.length === 1 && !isCopied ? MEASURED.oneClient : MEASURED.several;
  return Math.max(measured, Math.min(1, (Math.exp(logExpected) * members) / Math.max(1, everyone)));
}

/**
 * How unlikely chance is; at most moderate for one client alone, weak where nobody says how many ratings
 * the developer has. A step more for copied words or profiles, a step less for who has most ratings elsewhere,
 * and weak in any case for who has two thirds of them elsewhere.
 */
function strength(ring: Ring, own: Member, totalUnknown: boolean, copied: boolean): Strength {
  let step = ring.logExpected <= STRONG ? 2 : ring.logExpected <= MODERATE ? 1 : 0;
  if (ring.clients.length === 1) step = Math.min(step, totalUnknown ? 0 : 1);
  if (copied) step++;
  if (2 * own.inside < own.total) step--;
  if (3 * own.inside < own.total) step = 0;
  return strengths[Math.max(0, Math.min(strengths.length - 1, step))] as Strength;
}

/** Ratings inside whose words another client of the group used too, and nobody outside did. */
function sameWords(ring: Ring, ratings: Ratings): number {
  const inside = new Map<number, Set<number>>();
  for (const r of ring.ratings) {
    const words = ratings.text[r] as number;
    if (words === 0) continue;
    const by = inside.get(words);
    if (by) by.add(ratings.from[r] as number);
    else inside.set(words, new Set([ratings.from[r] as number]));
  }
  for (const [words, by] of inside) if (by.size < 2) inside.delete(words);
  if (inside.size === 0) return 0;
  const members = new Set(ring.clients.map(({ account }) => account));
  for (let r = 0; r < ratings.length; r++) {
    if (!members.has(ratings.from[r] as number)) inside.delete(ratings.text[r] as number);
  }
  return ring.ratings.filter((r) => inside.has(ratings.text[r] as number)).length;
}

/** How many client-developer pairs of the group have a rating inside. */
function pairsOf(ring: Ring, ratings: Ratings): number {
  return new Set(ring.ratings.map((r) => `${ratings.from[r]} ${ratings.to[r]}`)).size;
}

/** How many there could be: nobody rates themselves. */
function pairsPossible({ clients, developers }: Ring): number {
  const both = new Set(clients.map(({ account }) => account));
  return clients.length * developers.length - developers.filter(({ account }) => both.has(account)).length;
}

/** How many groups as this chance would make, at most. */
function expected(log: number): MessageRef & { message: MessageId } {
  const one = Math.exp(-log);
  if (one < 2) return { message: 'expectedOne' };
  if (one > 1e6) return { message: 'expectedMillion' };
  const digits = 10 ** Math.floor(Math.log10(one));
  return { message: 'expectedFewer', data: { one: Math.floor(one / digits) * digits } };
}

function involves(r: number, account: number, ratings: Ratings): boolean {
  return ratings.from[r] === account || ratings.to[r] === account;
}

function sum(all: readonly Member[]): { inside: number; total: number } {
  return all.reduce((to, one) => ({ inside: to.inside + one.inside, total: to.total + one.total }), {
    inside: 0,
    total: 0,
  });
}

function inAndOut({ inside, total }: { inside: number; total: number }): { inside: number; outside: number } {
  return { inside, outside: total - inside };
}

/** When a rating was given, as far as it is known. */
function timeOf(r: number, { earliest, latest }: Ratings): Time {
  return writeTime({ from: earliest[r] as number, to: latest[r] as number });
}

/** The shortest time that surely holds all ratings inside. */
function periodOf(ring: Ring, { earliest, latest }: Ratings): Interval {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const r of ring.ratings) {
    from = Math.min(from, earliest[r] as number);
    to = Math.max(to, latest[r] as number);
  }
  return { from, to };
}
