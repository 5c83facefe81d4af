// Who bid on which project, when and with what outcome, and what these projects asked for and when they were posted.
import type { AccountKey } from '../../model/account.ts';
import type { Bid, Project } from '../../model/observation.ts';
import { type Interval, readInterval } from '../../model/time.ts';
import { BidLedger } from '../../stats/bid-ledger.ts';
import type { Projection } from '../../store/projection.ts';

type Ends = readonly [from: number, to: number] | null;
type BidFact = readonly ['bid', account: AccountKey, project: string, outcome: Bid['outcome'] | null, sent: Ends];
type ProjectFact = readonly ['project', project: string, posted: Ends, topics: readonly string[]];

/** Skills, or words of a title, that are kept of a project. */
const MAX_TOPICS = 20;
/** Shorter words of a title say nothing of a field. */
const MIN_LETTERS = 4;

export const bidLedger: Projection<BidLedger, BidFact | ProjectFact> = {
  id: 'bid-ledger',
  version: 2,
  kinds: ['bid', 'project'],
  factOf({ who, project, body }) {
    if (!project) return undefined;
    if (body.kind === 'project') return ['project', project, endsOf(body.postedAt), topicsOf(body)];
    if (body.kind !== 'bid' || !who) return undefined;
    return ['bid', who, project, body.outcome ?? null, endsOf(body.submittedAt)];
  },
  empty: () => new BidLedger(),
  take(ledger, row, fact) {
    if (fact[0] === 'project') ledger.putProject(row, fact[1], intervalIn(fact[2]), fact[3]);
    else ledger.put(row, fact[1], fact[2], fact[3] ?? undefined, intervalIn(fact[4]));
  },
  drop: (ledger, row) => ledger.remove(row),
};

function endsOf(time: string | undefined): Ends {
  const ends = time === undefined ? undefined : readInterval(time);
  return ends ? [ends.from, ends.to] : null;
}

function intervalIn(ends: Ends): Interval | undefined {
  return ends ? { from: ends[0], to: ends[1] } : undefined;
}

/** What a project asks for: its skills; where none were seen the longer words of its title. */
function topicsOf({ skills, title }: Project): string[] {
  const words = skills?.length
    ? skills.map((skill) => skill.trim().toLowerCase())
    : ((title ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= MIN_LETTERS);
  return [...new Set(words)].sort().slice(0, MAX_TOPICS);
}
