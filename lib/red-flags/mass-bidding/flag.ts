// Finds accounts that bid on a great many projects and next to never get one. How unusual that is
// depends on how many bids were decided: no win in 30 bids happens to one honest bidder in five, no
// win in 300 to next to none. So it asks how many ordinary bidders with as many bids would fare so.

import type { Evidence, StoredBid } from '../../evidence/evidence.ts';
import { bidLedger } from '../../evidence/projections/bid-ledger.ts';
import { statedBids } from '../../evidence/projections/stated-bids.ts';
import type { AccountKey } from '../../model/account.ts';
import { splitAccountKey } from '../../model/account.ts';
import type { EvidenceRow, Finding, MessageRef, Strength } from '../../model/finding.ts';
import type { Profile } from '../../model/observation.ts';
import { parseTime, spanOf } from '../../model/time.ts';
import type { Tally } from '../../stats/bid-ledger.ts';
import { type Pace, pace } from '../../stats/pace.ts';
import { jobsOf, statedIn } from '../../stats/stated-bids.ts';
import type { FlagCheck, RedFlag } from '../red-flag.ts';
import { sourcesOf } from '../sources.ts';
import { type Baseline, FALSE_ALARMS, isExtensive, learn, MIN_DECIDED, tailOf } from './baseline.ts';
import en from './en.json' with { type: 'json' };

/** Hardly any: at most this part of the wins that an ordinary bidder has with as many bids. */
const HARDLY_ANY = 0.25;
/** Strong and moderate: at most so many ordinary bidders with as many bids look like this. */
const STRONG_TAIL = 1e-4;
const MODERATE_TAIL = 1e-3;
/** With fewer decided bids than this of everybody's the win rate is a usual one and not learned. */
const FEW_TO_LEARN_FROM = 200;

/** What one account is judged on. */
interface Case {
  n: number;
  won: number;
  /** Whether these are the marketplace's own figures rather than bids that were seen. */
  ofSite: boolean;
  /** Jobs the profile shows where fewer wins were seen: they count as wins. */
  jobs: number;
}

export const massBidding: RedFlag = {
  id: 'mass-bidding',
  clauses: ['P8'],
  falseAlarms: { question: FALSE_ALARMS, closer: STRONG_TAIL },
  words: en,

  async evaluate(accounts, evidence) {
    const [profiles, own] = await Promise.all([evidence.profilesOf(accounts), evidence.bidsOf(accounts)]);
    const checks = new Map<AccountKey, BidCheck>();
    const findings: Finding[] = [];
    const isEnough = (account: AccountKey) =>
      (own.get(account)?.length ?? 0) >= MIN_DECIDED || ofSite(profiles.get(account)) !== undefined;
    // Everybody's bids take a while to bring back in a worker that just started: only where they matter.
    const everyone = accounts.some(isEnough)
      ? await Promise.all([evidence.projection(bidLedger), evidence.projection(statedBids)])
      : undefined;
    const baseline = everyone && learn(...everyone);
    for (const account of accounts) {
      const tally = everyone?.[0].of(account);
      const bids = own.get(account) ?? [];
      const stated = ofSite(profiles.get(account));
      const seenCase = ofTally(tally, profiles.get(account));
      // Whichever covers more bids: the site's figures hold what this user never saw.
      const theCase = stated && (!seenCase || stated.n >= seenCase.n) ? stated : seenCase;
      if (!baseline || !theCase) {
        checks.set(account, tooLittle(bids, tally));
        continue;
      }
      const tail = unusual(theCase, tally, baseline);
      const data = { bids: theCase.n, won: theCase.won };
      if (tail === undefined) {
        checks.set(account, { result: 'clear', message: theCase.ofSite ? 'clearBySite' : 'clear', data });
        continue;
      }
      checks.set(account, { result: 'found', message: theCase.ofSite ? 'checkFoundBySite' : 'checkFound', data });
      const when = await paceOf(bids, evidence);
      findings.push(finding({ account, case: theCase, tail }, tally, baseline, bids, when));
    }
    return { checks, findings };
  },
};

type MessageId = keyof typeof en.messages;
type BidCheck = FlagCheck & { message: MessageId };
type Row = EvidenceRow & { label: MessageId };

function tooLittle(bids: readonly StoredBid[], tally: Tally | undefined): BidCheck {
  if (bids.length === 0) return { result: 'too-little', message: 'noBids', data: {} };
  const projects = new Set(bids.map(({ project }) => project)).size;
  const marked = bids.filter(({ outcome }) => outcome === 'awarded' || outcome === 'rejected').length;
  const decided = tally ? tally.won + tally.lost : marked;
  return {
    result: 'too-little',
    message: 'tooFew',
    data: { bids: bids.length, projects, decided, needed: MIN_DECIDED },
  };
}

/** The share of ordinary bidders who fare so or worse, where that is small enough to be said. */
function unusual(theCase: Case, tally: Tally | undefined, baseline: Baseline): number | undefined {
  const usual = theCase.ofSite ? baseline.stated : baseline.seen;
  const extent = theCase.ofSite ? theCase.n : (tally?.bids ?? 0);
  if (!isExtensive(extent, usual.middle)) return undefined;
  if (theCase.won > HARDLY_ANY * usual.base.mean * theCase.n) return undefined;
  const tail = tailOf(usual, theCase.n, theCase.won);
  return tail <= baseline.ceiling ? tail : undefined;
}

/** The marketplace's own figures, if they say how many bids there were and how many won. */
function ofSite(profile: Profile | undefined): Case | undefined {
  const stated = statedIn(profile);
  if (!stated || stated.placed < MIN_DECIDED) return undefined;
  return { n: stated.placed, won: stated.won, ofSite: true, jobs: jobsOf(profile) };
}

/** The decided bids that were seen. Jobs the profile shows stand for wins that were not. */
function ofTally(tally: Tally | undefined, profile: Profile | undefined): Case | undefined {
  const n = tally ? tally.won + tally.lost : 0;
  if (!tally || n < MIN_DECIDED) return undefined;
  const jobs = jobsOf(profile);
  return { n, won: Math.min(n, Math.max(tally.won, jobs)), ofSite: false, jobs };
}

async function paceOf(bids: readonly StoredBid[], evidence: Evidence): Promise<Pace> {
  const projects = await evidence.projects([...new Set(bids.map((bid) => `${bid.site}:${bid.project}`))]);
  return pace(
    bids.map((bid) => ({ sent: bid.submittedAt, posted: projects.get(`${bid.site}:${bid.project}`)?.postedAt })),
  );
}

function finding(
  one: { account: AccountKey; case: Case; tail: number },
  tally: Tally | undefined,
  baseline: Baseline,
  bids: readonly StoredBid[],
  when: Pace,
): Finding & { message: MessageId } {
  const { n, won, ofSite } = one.case;
  const like = one.tail >= 0.005 ? Math.round(one.tail * 100) : 0;
  const rows: Row[] = [];
  if (tally) {
    const period = spanOf(bids.flatMap(({ submittedAt }) => parseTime(submittedAt ?? '') ?? []));
    const data = { bids: tally.bids, ...(period && { period: { time: period } }) };
    const isAll = when.timed === tally.bids;
    rows.push({
      label: 'bids',
      value: !period
        ? tally.bids
        : isAll
          ? { message: 'bidsWhen', data }
          : { message: 'bidsSomeWhen', data: { ...data, timed: when.timed } },
    });
    const { lost, unknown, withdrawn } = tally;
    rows.push({
      label: 'outcomes',
      value: { message: 'outcomesAre', data: { won: tally.won, lost, unknown, withdrawn } },
    });
    rows.push({ label: 'middle', value: baseline.seen.middle });
  }
  if (ofSite) rows.push({ label: 'siteFigures', value: { message: 'siteFiguresAre', data: { bids: n, won } } });
  if (one.case.jobs > 0) rows.push({ label: 'jobs', value: one.case.jobs });
  const { base } = ofSite ? baseline.stated : baseline.seen;
  rows.push({
    label: 'ordinary',
    value:
      base.bids < FEW_TO_LEARN_FROM
        ? { message: 'ordinaryUsual', data: { share: { percent: base.mean } } }
        : {
            message: 'ordinaryLearned',
            data: { share: { percent: base.mean }, bids: base.bids, accounts: base.accounts },
          },
  });
  rows.push({ label: 'likeThis', value: { message: 'likeThisAre', data: { like } } });
  if (when.busiestDay > 0) rows.push({ label: 'busiestDay', value: when.busiestDay });
  if (when.moments > 0) {
    rows.push({ label: 'hours', value: { message: 'hoursAre', data: { hours: when.hoursUsed, bids: when.moments } } });
  }
  if (when.medianDelay) rows.push({ label: 'delay', value: delayOf(when.medianDelay, when.delayed) });
  return {
    flag: massBidding.id,
    key: massBidding.id,
    topic: massBidding.id,
    ...splitAccountKey(one.account),
    clauses: [...massBidding.clauses],
    strength: strength(one.tail, baseline.tested, ofSite),
    chance: one.tail * baseline.testedShare,
    with: [],
    message: ofSite ? 'bySite' : 'seen',
    data: { bids: n, won, like },
    evidence: [{ kind: 'counts', rows, sources: sourcesOf(bids) }],
  };
}

/** How long the middle bid took, as far as it is known. */
function delayOf({ least, most }: NonNullable<Pace['medianDelay']>, bids: number): MessageRef & { message: MessageId } {
  if (least === most) return { message: 'delayIs', data: { delay: { seconds: least }, bids } };
  const atMost = { most: { seconds: most }, bids };
  return least === 0
    ? { message: 'delayAtMost', data: atMost }
    : { message: 'delayBetween', data: { least: { seconds: least }, ...atMost } };
}

/** Strong only if not one of all those tested should look like this by chance. */
function strength(tail: number, tested: number, ofSite: boolean): Strength {
  if (tail <= STRONG_TAIL && tail * tested <= 0.05 && !ofSite) return 'strong';
  return tail <= MODERATE_TAIL ? 'moderate' : 'weak';
}
