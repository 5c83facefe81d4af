// Finds accounts that bid on a great many projects and next to never get one. How unusual that is
// depends on how many bids were decided: no win in 30 bids happens to one honest bidder in five, no
// win in 300 to next to none. So it asks how many ordinary bidders with as many bids would fare so.

import type { Evidence, StoredBid } from '../../evidence/evidence.ts';
import { bidLedger } from '../../evidence/projections/bid-ledger.ts';
import type { AccountKey } from '../../model/account.ts';
import { splitAccountKey } from '../../model/account.ts';
import type { EvidenceRow, Finding, Strength } from '../../model/finding.ts';
import type { Profile } from '../../model/observation.ts';
import { parseTime, spanOf } from '../../model/time.ts';
import { type BaseRate, fitBaseRate } from '../../stats/base-rate.ts';
import type { BidLedger, Tally } from '../../stats/bid-ledger.ts';
import { type Pace, pace } from '../../stats/pace.ts';
import { betaBinomialAtMost } from '../../stats/tails.ts';
import type { FlagCheck, RedFlag } from '../red-flag.ts';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };

/** With fewer decided bids than this nothing is said: too many honest people look the same. */
const MIN_DECIDED = 100;
/** Bids that are extensive bidding anywhere: the free allowance of a marketplace is about ten a month. */
const EXTENSIVE = 150;
/** Fewer than that are extensive when they are this many times what the middle bidder sent. */
const TIMES_THE_MIDDLE = 4;
/** Hardly any: at most this part of the wins that an ordinary bidder has with as many bids. */
const HARDLY_ANY = 0.25;
/** Of all accounts seen, at most this share may be flagged by chance. */
const FALSE_ALARMS = 0.003;
/** A small store counts as this many accounts more, or the first account with many bids could never be flagged. */
const SMALL_STORE = 20;
/** However few are tested, no one is flagged whom more than 3 of 100 ordinary bidders with as many bids resemble. */
const MAX_TAIL = 0.03;
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

/** What everyone's bids say: learned once per state of the ledger. */
interface Usual {
  version: number;
  base: BaseRate;
  middle: number;
  tested: number;
  ceiling: number;
}

export const massBidding: RedFlag = {
  id: 'mass-bidding',
  clauses: ['P8'],
  words: { en, es },

  async evaluate(accounts, evidence) {
    const profiles = await evidence.profilesOf(accounts);
    const own = await evidence.bidsOf(accounts);
    const checks = new Map<AccountKey, BidCheck>();
    const findings: Finding[] = [];
    const isEnough = (account: AccountKey) =>
      (own.get(account)?.length ?? 0) >= MIN_DECIDED || ofSite(profiles.get(account)) !== undefined;
    // Everybody's bids take a while to bring back in a worker that just started: only where they matter.
    const ledger = accounts.some((account) => own.has(account) || isEnough(account))
      ? await evidence.projection(bidLedger)
      : undefined;
    const usual = ledger && accounts.some(isEnough) ? learn(ledger) : undefined;
    for (const account of accounts) {
      const tally = ledger?.of(account);
      const stated = ofSite(profiles.get(account));
      const seenCase = ofTally(tally, profiles.get(account));
      // Whichever covers more bids: the site's figures hold what this user never saw.
      const theCase = stated && (!seenCase || stated.n >= seenCase.n) ? stated : seenCase;
      if (!ledger || !usual || !theCase) {
        checks.set(account, tooLittle(tally, own.get(account) ?? []));
        continue;
      }
      const tail = unusual(theCase, tally, usual);
      const data = { bids: theCase.n, won: theCase.won };
      if (tail === undefined) {
        checks.set(account, { result: 'clear', message: theCase.ofSite ? 'clearBySite' : 'clear', data });
        continue;
      }
      checks.set(account, { result: 'found', message: theCase.ofSite ? 'checkFoundBySite' : 'checkFound', data });
      const bids = own.get(account) ?? [];
      findings.push(finding({ account, case: theCase, tail }, tally, usual, bids, await paceOf(bids, evidence)));
    }
    return { checks, findings };
  },
};

type MessageId = keyof typeof en.messages;
type BidCheck = FlagCheck & { message: MessageId };
type Row = EvidenceRow & { label: MessageId };

function tooLittle(tally: Tally | undefined, bids: readonly StoredBid[]): BidCheck {
  if (!tally || bids.length === 0) return { result: 'too-little', message: 'noBids', data: {} };
  const projects = new Set(bids.map(({ project }) => project)).size;
  const decided = tally.won + tally.lost;
  const data = { bids: bids.length, projects, decided, needed: MIN_DECIDED };
  return { result: 'too-little', message: 'tooFew', data };
}

/** The share of ordinary bidders who fare so or worse, where that is small enough to be said. */
function unusual(theCase: Case, tally: Tally | undefined, usual: Usual): number | undefined {
  const extent = theCase.ofSite ? theCase.n : (tally?.bids ?? 0);
  if (extent < EXTENSIVE && extent < TIMES_THE_MIDDLE * usual.middle) return undefined;
  if (theCase.won > HARDLY_ANY * usual.base.mean * theCase.n) return undefined;
  const tail = betaBinomialAtMost(theCase.won, theCase.n, usual.base.a, usual.base.b);
  return tail <= usual.ceiling ? tail : undefined;
}

/** The marketplace's own figures, if they say how many bids there were and how many won. 0 bids is no history. */
function ofSite(profile: Profile | undefined): Case | undefined {
  const stats = profile?.stats;
  const n = stats?.bidsPlaced ?? 0;
  if (!stats || n < MIN_DECIDED) return undefined;
  const jobs = jobsOf(profile);
  // An accept rate of 0 is what a site shows when it has none; a greater one says something.
  const won = stats.bidsWon ?? (stats.acceptRate ? Math.round(stats.acceptRate * n) : undefined);
  if (won === undefined) return undefined;
  return { n, won: Math.min(n, Math.max(won, jobs)), ofSite: true, jobs };
}

/** The decided bids that were seen. Jobs the profile shows stand for wins that were not. */
function ofTally(tally: Tally | undefined, profile: Profile | undefined): Case | undefined {
  const n = tally ? tally.won + tally.lost : 0;
  if (!tally || n < MIN_DECIDED) return undefined;
  const jobs = jobsOf(profile);
  return { n, won: Math.min(n, Math.max(tally.won, jobs)), ofSite: false, jobs };
}

function jobsOf(profile: Profile | undefined): number {
  return Math.max(profile?.stats?.jobsCompleted ?? 0, profile?.stats?.reviewCount ?? 0);
}

const learned = new WeakMap<BidLedger, Usual>();

function learn(ledger: BidLedger): Usual {
  const known = learned.get(ledger);
  if (known?.version === ledger.version) return known;
  const totals = ledger.totals();
  const sorted = Int32Array.from(totals.bids).sort();
  const tested = totals.decided.reduce((count, n) => count + (n >= MIN_DECIDED ? 1 : 0), 0);
  const base = fitBaseRate(totals.decided, totals.won);
  const ordinary = Math.max(1, tested * (1 - base.oddShare));
  const usual = {
    version: ledger.version,
    base,
    middle: sorted[sorted.length >> 1] ?? 0,
    tested,
    // Thousands are seen, a part of them tested: the fewer are tested, the more each may show by chance.
    ceiling: Math.min(MAX_TAIL, (FALSE_ALARMS * (totals.accounts + SMALL_STORE)) / ordinary),
  };
  learned.set(ledger, usual);
  return usual;
}

async function paceOf(bids: readonly StoredBid[], evidence: Evidence): Promise<Pace> {
  const projects = await evidence.projects([...new Set(bids.map((bid) => `${bid.site}:${bid.project}`))]);
  const seconds = (time: string | undefined) => (time === undefined ? Number.NaN : Date.parse(time) / 1_000);
  return pace(
    bids.map((bid) => seconds(bid.submittedAt)),
    bids.map((bid) => seconds(projects.get(`${bid.site}:${bid.project}`)?.postedAt)),
  );
}

function finding(
  one: { account: AccountKey; case: Case; tail: number },
  tally: Tally | undefined,
  usual: Usual,
  bids: readonly StoredBid[],
  when: Pace,
): Finding & { message: MessageId } {
  const { n, won, ofSite } = one.case;
  const like = one.tail >= 0.005 ? Math.round(one.tail * 100) : 0;
  const rows: Row[] = [];
  if (tally) {
    const period = spanOf(bids.flatMap((bid) => parseTime(bid.submittedAt ?? bid.firstSeenAt) ?? []));
    rows.push({
      label: 'bids',
      value: period ? { message: 'bidsWhen', data: { bids: tally.bids, period: { time: period } } } : tally.bids,
    });
    const { lost, unknown, withdrawn } = tally;
    rows.push({
      label: 'outcomes',
      value: { message: 'outcomesAre', data: { won: tally.won, lost, unknown, withdrawn } },
    });
    rows.push({ label: 'middle', value: usual.middle });
  }
  if (ofSite) rows.push({ label: 'siteFigures', value: { message: 'siteFiguresAre', data: { bids: n, won } } });
  if (one.case.jobs > 0) rows.push({ label: 'jobs', value: one.case.jobs });
  const { base } = usual;
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
  if (when.timed > 0) {
    rows.push({ label: 'busiestDay', value: when.busiestDay });
    rows.push({ label: 'hours', value: { message: 'hoursAre', data: { hours: when.hoursUsed } } });
  }
  if (when.medianDelay !== undefined) {
    const data = { delay: { seconds: when.medianDelay }, bids: when.delayed };
    rows.push({ label: 'delay', value: { message: 'delayIs', data } });
  }
  return {
    flag: massBidding.id,
    key: massBidding.id,
    topic: massBidding.id,
    ...splitAccountKey(one.account),
    clauses: [...massBidding.clauses],
    strength: strength(one.tail, usual.tested, ofSite),
    chance: one.tail,
    with: [],
    message: ofSite ? 'bySite' : 'seen',
    data: { bids: n, won, like },
    evidence: [{ kind: 'counts', rows }],
  };
}

/** Strong only if not one of all those tested should look like this by chance. */
function strength(tail: number, tested: number, ofSite: boolean): Strength {
  if (tail <= 1e-4 && tail * tested <= 0.05 && !ofSite) return 'strong';
  return tail <= 1e-3 ? 'moderate' : 'weak';
}
