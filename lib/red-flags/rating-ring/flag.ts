// Finds small groups of clients and developers whose ratings hang together: a client that praises several
// developers within weeks, or a few clients that all praise the same developers, where these ratings are
// much of what the developers have. Ratings that go both ways, busy clients and short usual reviews
// are no reason by themselves. How often chance would make such a group is part of every finding.

import type { Evidence } from '../../evidence/evidence.ts';
import type { RatingGraph, Ratings } from '../../graph/rating-graph.ts';
import { findRings, type Member, type Ring } from '../../graph/rings.ts';
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import type { Finding, Strength } from '../../model/finding.ts';
import type { Profile } from '../../model/observation.ts';
import { shingles } from '../../text/shingles.ts';
import { tokenise } from '../../text/tokens.ts';
import type { RedFlag } from '../red-flag.ts';

/** Groups are told of which chance would make less than one (natural logarithm). */
const MAX_LOG_EXPECTED = 0;
/** Moderate and strong: chance would make one in 20 times, one in 1,000 times all that was seen. */
const MODERATE = Math.log(1 / 20);
const STRONG = Math.log(1 / 1_000);
/** With fewer dated ratings than this nothing is said about an account. */
const MIN_RATINGS = 3;
/** Profile texts of fewer shingles (3 words each) than this are not compared; as many members at most are. */
const MIN_SHINGLES = 25;
const MAX_COMPARED = 40;
/** Profiles are alike when this share of the shorter one stands in the other. */
const ALIKE = 0.5;
/** Ratings and members carried in the evidence. */
const MAX_SHOWN = 100;

export const ratingRing: RedFlag = {
  id: 'rating-ring',
  title: 'A small group that rates each other',
  looksFor:
    'A client who gives high ratings to several developers within a short time, or a few clients who all rate the same developers highly, when these are much of the ratings that the developers have.',
  clauses: ['P5', 'P7'],
  innocent: [
    'A client staffed a larger project and hired several newcomers at once.',
    'An agency or a school brings its own people to the marketplace together.',
    'Companies of one group, or friends, hire the same developers.',
    'Only a part of their ratings was seen; the others may come from many clients.',
  ],
  limits: [
    'Only reviews on pages you opened are compared.',
    'Reviews without a date are not counted as part of a group.',
    'Groups that take longer than a quarter of a year, or give mixed ratings, are not found.',
    'One client who hires many others as well is taken for a big client.',
    'Who pays whom cannot be seen.',
  ],
  clearedBy: [
    'Ratings from several clients outside the group.',
    'A project from one of these ratings that they can show and explain in a call.',
  ],
  ask: 'Could you tell me about the projects behind your latest reviews, and how you came to work with those clients?',

  async find(accounts, seen) {
    const coverage = await seen.coverageOf(accounts);
    // Everybody's ratings take a while to bring back in a worker that just started: only where they matter.
    if (![...coverage.values()].some(({ reviews }) => reviews > 0)) return { findings: [], judged: new Set() };
    const graph = await seen.ratings();
    const { ringsOf, dated } = search(graph);
    const judged = new Set<AccountKey>();
    const findings: Finding[] = [];
    const alike = new Map<Ring, readonly [AccountKey, AccountKey][]>();
    for (const account of accounts) {
      const number = graph.number(account);
      if (number === undefined || (dated[number] as number) < MIN_RATINGS) continue;
      judged.add(account);
    }
    for (const account of accounts) {
      const ring = ringsOf.get(graph.number(account) ?? -1);
      if (!ring) continue;
      judged.add(account);
      if (!alike.has(ring)) alike.set(ring, await alikeProfiles(ring, graph, seen));
      findings.push(finding(account, ring, graph, alike.get(ring) ?? []));
    }
    return { findings, judged };
  },
};

interface Searched {
  version: number;
  /** The group that an account is in; of several the least likely. */
  ringsOf: ReadonlyMap<number, Ring>;
  /** Dated ratings by clients that an account gave or got. */
  dated: Int32Array;
}

const searched = new WeakMap<RatingGraph, Searched>();

function search(graph: RatingGraph): Searched {
  const known = searched.get(graph);
  if (known?.version === graph.version) return known;
  const ringsOf = new Map<number, Ring>();
  for (const ring of findRings(graph, MAX_LOG_EXPECTED)) {
    for (const { account } of [...ring.clients, ...ring.developers]) {
      if (!ringsOf.has(account)) ringsOf.set(account, ring);
    }
  }
  const dated = new Int32Array(graph.accounts.length);
  const { length, from, to, time, byClient } = graph.ratings();
  for (let r = 0; r < length; r++) {
    if (!byClient[r] || !((time[r] as number) >= 0) || from[r] === to[r]) continue;
    for (const account of [from[r] as number, to[r] as number]) dated[account] = (dated[account] as number) + 1;
  }
  const result = { version: graph.version, ringsOf, dated };
  searched.set(graph, result);
  return result;
}

/** Members whose profile texts share at least half of the shorter one. */
async function alikeProfiles(ring: Ring, graph: RatingGraph, seen: Evidence): Promise<[AccountKey, AccountKey][]> {
  const keys = [...ring.clients, ...ring.developers]
    .slice(0, MAX_COMPARED)
    .map(({ account }) => graph.accounts[account] as AccountKey);
  const profiles = await seen.profilesOf([...new Set(keys)]);
  const texts = [...profiles].map(([key, profile]) => ({ key, pieces: pieces(profile) }));
  const alike: [AccountKey, AccountKey][] = [];
  for (const [i, one] of texts.entries()) {
    for (const other of texts.slice(i + 1)) {
      const fewer = Math.min(one.pieces.size, other.pieces.size);
      if (fewer < MIN_SHINGLES) continue;
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

function finding(
  account: AccountKey,
  ring: Ring,
  graph: RatingGraph,
  alike: readonly [AccountKey, AccountKey][],
): Finding {
  const number = graph.number(account) as number;
  const ratings = graph.ratings();
  const key = (member: number) => graph.accounts[member] as AccountKey;
  const asDeveloper = ring.developers.find((member) => member.account === number);
  const own = (asDeveloper ?? ring.clients.find((member) => member.account === number)) as Member;
  const same = sameWords(ring, ratings);
  const from = day(ring.from);
  const to = day(ring.to);
  const days = Math.max(1, Math.ceil((ring.to - ring.from) / 86_400));
  const rows = [
    { label: 'Clients and developers', value: `${count(ring.clients.length)} and ${count(ring.developers.length)}` },
    { label: 'Time', value: from === to ? from : `${from} to ${to}, ${plural(days, 'day')}` },
    {
      label: asDeveloper ? 'Ratings this account received' : 'Ratings this account gave',
      value: `${inAndOut(own)}${asDeveloper && graph.shown(number) === 0 ? ', as far as seen' : ''}`,
    },
    { label: 'Ratings all these developers received', value: inAndOut(sum(ring.developers)) },
    { label: 'Ratings all these clients gave', value: inAndOut(sum(ring.clients)) },
    {
      label: `Such groups that chance would make among the ${count(ratings.length)} ratings seen`,
      value: expected(ring.logExpected),
    },
  ];
  if (same > 0) rows.push({ label: 'Reviews inside in the same words as another client’s', value: count(same) });
  if (alike.length > 0) {
    rows.push({
      label: 'Members whose profile texts are alike',
      value: [...new Set(alike.flat())].map((member) => splitAccountKey(member).account).join(', '),
    });
  }
  const shown = [...ring.ratings].sort(
    (a, b) => Number(involves(b, number, ratings)) - Number(involves(a, number, ratings)),
  );
  return {
    flag: ratingRing.id,
    ...splitAccountKey(account),
    clauses: [...ratingRing.clauses],
    strength: strength(ring, own, asDeveloper !== undefined && graph.shown(number) === 0, same > 1 || alike.length > 0),
    with: [...new Set([...ring.clients, ...ring.developers].map((member) => key(member.account)))]
      .filter((other) => other !== account)
      .slice(0, MAX_SHOWN),
    evidence: [
      {
        kind: 'ring',
        clients: ring.clients.slice(0, MAX_SHOWN).map((member) => key(member.account)),
        developers: ring.developers.slice(0, MAX_SHOWN).map((member) => key(member.account)),
        shares: [...ring.clients, ...ring.developers]
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
            at: day(ratings.time[r] as number),
          };
        }),
        rows,
      },
    ],
    says: says(ring, own, asDeveloper !== undefined, days),
  };
}

/**
 * How unlikely chance is; at most moderate for one client alone, weak where nobody says how many ratings
 * the developer has. A step more for copied words or profiles, a step less for who has most ratings elsewhere,
 * and weak in any case for who has two thirds of them elsewhere.
 */
function strength(ring: Ring, own: Member, totalUnknown: boolean, copied: boolean): Strength {
  const steps: Strength[] = ['weak', 'moderate', 'strong'];
  let step = ring.logExpected <= STRONG ? 2 : ring.logExpected <= MODERATE ? 1 : 0;
  if (ring.clients.length === 1) step = Math.min(step, totalUnknown ? 0 : 1);
  if (copied) step++;
  if (2 * own.inside < own.total) step--;
  if (3 * own.inside < own.total) step = 0;
  return steps[Math.max(0, Math.min(2, step))] as Strength;
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

function says(ring: Ring, own: Member, asDeveloper: boolean, days: number): string {
  const time = `within ${plural(days, 'day')}`;
  const developers = plural(ring.developers.length, 'developer');
  const group =
    ring.clients.length === 1
      ? `One client gave high ratings to ${developers} ${time}`
      : `${plural(ring.clients.length, 'client')} gave high ratings to the same ${developers} ${time}`;
  return `${group}; ${own.inside} of the ${plural(own.total, 'rating')} this account ${asDeveloper ? 'has' : 'gave'} ${own.inside === 1 ? 'is' : 'are'} among them.`;
}

function expected(log: number): string {
  const one = Math.exp(-log);
  if (one < 2) return 'about 1';
  if (one > 1e6) return 'fewer than 1 in a million';
  const digits = 10 ** Math.floor(Math.log10(one));
  return `fewer than 1 in ${count(Math.floor(one / digits) * digits)}`;
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

function inAndOut({ inside, total }: { inside: number; total: number }): string {
  return `${count(inside)} inside, ${count(total - inside)} outside`;
}

function day(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().slice(0, 10);
}

function plural(n: number, what: string): string {
  return `${count(n)} ${what}${n === 1 ? '' : 's'}`;
}

function count(n: number): string {
  return n.toLocaleString('en');
}
