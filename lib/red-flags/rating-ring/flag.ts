// Finds small groups of clients and developers who are connected by their ratings: a client that praises several
// developers within weeks, or a few clients that all praise the same developers, where these ratings are
// much of what the developers have. Ratings that go both ways, busy clients and short usual reviews
// are no reason by themselves. How often chance would make such a group is part of every finding.

import { profileSketches } from '../../evidence/projections/profile-sketches.ts';
import { ratings } from '../../evidence/projections/ratings.ts';
import type { ProfileSketches } from '../../graph/profile-sketches.ts';
import type { RatingGraph } from '../../graph/rating-graph.ts';
import type { Ring } from '../../graph/ring.ts';
import { WINDOWS } from '../../graph/ring-thresholds.ts';
import { findRings } from '../../graph/rings.ts';
import type { AccountKey } from '../../model/account.ts';
import type { Finding } from '../../model/finding.ts';
import type { FlagCheck, RedFlag } from '../red-flag.ts';
import { alikeProfiles } from './alike-profiles.ts';
import en from './en.json' with { type: 'json' };
import { findingOf } from './finding.ts';

/** Groups are found of which chance would make fewer than one (natural logarithm). */
const MAX_LOG_EXPECTED = 0;
/** With fewer ratings than this that can lie in a window of time nothing is said about an account. */
const MIN_RATINGS = 3;
const LONGEST_WINDOW_MS = Math.max(...WINDOWS) * 1_000;

export const ratingRing: RedFlag = {
  id: 'rating-ring',
  clauses: ['P5', 'P7'],
  falseAlarms: { question: 0.01, closer: 0.001 },
  words: en,

  async evaluate(accounts, evidence) {
    const [coverage, profiles] = await Promise.all([evidence.coverageOf(accounts), evidence.profilesOf(accounts)]);
    const checks = new Map<AccountKey, RingCheck>();
    const findings: Finding[] = [];
    // Everybody's ratings take a while to bring back in a worker that just started: only where they matter.
    const isRated = [...coverage.values()].some(({ reviews }) => reviews > 0);
    const [graph, sketches] = isRated
      ? await Promise.all([evidence.projection(ratings), evidence.projection(profileSketches)])
      : [];
    const searched = graph && sketches && search(graph, sketches);
    const alike = new Map<Ring, readonly [AccountKey, AccountKey][]>();
    for (const account of accounts) {
      const number = graph?.number(account) ?? -1;
      const ring = searched?.ringsOf.get(number);
      const all = graph?.ratings().length ?? 0;
      if (graph && ring) {
        if (!alike.has(ring)) alike.set(ring, await alikeProfiles(ring, graph, evidence));
        const reviews = (await evidence.reviewsOf([account])).get(account) ?? [];
        findings.push(findingOf(account, ring, graph, alike.get(ring) ?? [], reviews));
        const members = new Set([...ring.clients, ...ring.developers].map((member) => member.account)).size;
        checks.set(account, { result: 'found', message: 'checkFound', data: { all, members } });
        continue;
      }
      const dated = searched?.dated[number] ?? 0;
      // What a profile says of all its reviews; 0 there is what was seen, too.
      const of = Math.max(dated, profiles.get(account)?.stats?.reviewCount ?? 0);
      const isEnough = dated >= MIN_RATINGS;
      const data = { seen: dated, ...(of > dated && { of }), ...(isEnough ? { all } : { needed: MIN_RATINGS }) };
      checks.set(
        account,
        isEnough
          ? { result: 'clear', message: of > dated ? 'clearOf' : 'clear', data }
          : { result: 'too-little', message: of > dated ? 'tooFewOf' : 'tooFew', data },
      );
    }
    return { checks, findings };
  },
};

type MessageId = keyof typeof en.messages;
type RingCheck = FlagCheck & { message: MessageId };

interface Searched {
  versions: string;
  /** The group that an account is in; of several the least likely. */
  ringsOf: ReadonlyMap<number, Ring>;
  /** Ratings by clients that an account gave or got, of which it is known precisely enough when. */
  dated: Int32Array;
}

const searched = new WeakMap<RatingGraph, Searched>();

function search(graph: RatingGraph, sketches: ProfileSketches): Searched {
  const versions = `${graph.version} ${sketches.version}`;
  const known = searched.get(graph);
  if (known?.versions === versions) return known;
  const ringsOf = new Map<number, Ring>();
  for (const ring of findRings(graph, MAX_LOG_EXPECTED, sketches)) {
    for (const { account } of [...ring.clients, ...ring.developers]) {
      if (!ringsOf.has(account)) ringsOf.set(account, ring);
    }
  }
  const dated = new Int32Array(graph.accounts.length);
  const { length, from, to, earliest, latest, byClient } = graph.ratings();
  for (let r = 0; r < length; r++) {
    const isPlaceable = (latest[r] as number) - (earliest[r] as number) <= LONGEST_WINDOW_MS;
    if (!byClient[r] || !isPlaceable || from[r] === to[r]) continue;
    for (const account of [from[r] as number, to[r] as number]) dated[account] = (dated[account] as number) + 1;
  }
  const result = { versions, ringsOf, dated };
  searched.set(graph, result);
  return result;
}
