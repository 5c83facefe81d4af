// Finds accounts that bid on a great many projects and next to never get one. How unusual that is
// depends on how many bids were decided: no win in 30 bids happens to one honest bidder in five, no
// win in 300 to next to none. So it asks how many ordinary bidders with as many bids would fare so.

import type { Evidence, StoredBid } from '../../evidence/evidence.ts';
import type { AccountKey } from '../../model/account.ts';
import { splitAccountKey } from '../../model/account.ts';
import type { Finding, Strength } from '../../model/finding.ts';
import type { Profile } from '../../model/observation.ts';
import { type BaseRate, fitBaseRate } from '../../stats/base-rate.ts';
import type { BidLedger, Tally } from '../../stats/bid-ledger.ts';
import { type Pace, pace } from '../../stats/pace.ts';
import { betaBinomialAtMost } from '../../stats/tails.ts';
import type { RedFlag } from '../red-flag.ts';

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
  title: 'Many bids, hardly any accepted',
  looksFor:
    'Accounts that bid on a great many projects and win far fewer than other bidders do with as many bids, counting only projects whose outcome is known.',
  clauses: ['P8'],
  innocent: [
    'A newcomer without reviews wins less often, whatever the quality of the work.',
    'Some people bid on everything in their field and live with a low rate.',
    'An agency may bid from one account for a whole team.',
    'In crowded fields nearly everyone loses nearly every bid.',
  ],
  limits: [
    'Only projects whose bids you opened are counted; jobs won elsewhere are known only from the profile.',
    'A bid counts as lost only when it is marked so or someone else got the project; many outcomes are never seen.',
    'With fewer than 100 decided bids nothing is said.',
    'The marketplace’s own figures may count bids that are still open.',
  ],
  clearedBy: ['Completed jobs with reviews from several clients.', 'A sound explanation of how they choose projects.'],
  ask: 'How do you choose which projects to bid on, and which similar project have you finished lately?',

  async find(accounts, seen) {
    const profiles = await seen.profilesOf(accounts);
    const own = await seen.bidsOf(accounts);
    const enough = (account: AccountKey) =>
      (own.get(account)?.length ?? 0) >= MIN_DECIDED || ofSite(profiles.get(account)) !== undefined;
    // Everybody's bids take a while to bring back in a worker that just started: only where they matter.
    if (!accounts.some(enough)) return { findings: [], judged: new Set() };
    const ledger = await seen.bidding();
    const usual = learn(ledger);
    const judged = new Set<AccountKey>();
    const suspected: { account: AccountKey; case: Case; tail: number }[] = [];
    for (const account of accounts) {
      const tally = ledger.of(account);
      const stated = ofSite(profiles.get(account));
      const seenCase = ofTally(tally, profiles.get(account));
      // Whichever covers more bids: the site's figures hold what this user never saw.
      const theCase = stated && (!seenCase || stated.n >= seenCase.n) ? stated : seenCase;
      if (!theCase) continue;
      judged.add(account);
      const extent = theCase.ofSite ? theCase.n : (tally?.bids ?? 0);
      if (extent < EXTENSIVE && extent < TIMES_THE_MIDDLE * usual.middle) continue;
      if (theCase.won > HARDLY_ANY * usual.base.mean * theCase.n) continue;
      const tail = betaBinomialAtMost(theCase.won, theCase.n, usual.base.a, usual.base.b);
      if (tail <= usual.ceiling) suspected.push({ account, case: theCase, tail });
    }
    const bids = await seen.bidsOf(suspected.map((one) => one.account));
    const findings: Finding[] = [];
    for (const one of suspected) {
      const own = bids.get(one.account) ?? [];
      const when = await paceOf(own, seen);
      findings.push(finding(one, ledger.of(one.account), usual, own, when));
    }
    return { findings, judged };
  },
};

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

async function paceOf(bids: readonly StoredBid[], seen: Evidence): Promise<Pace> {
  const projects = await seen.projects([...new Set(bids.map((bid) => `${bid.site}:${bid.project}`))]);
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
): Finding {
  const { n, won, ofSite } = one.case;
  const rows: { label: string; value: string }[] = [];
  if (tally) {
    rows.push({ label: 'Bids you have seen', value: `${count(tally.bids)}${span(bids)}` });
    rows.push({
      label: 'How they came out',
      value: `${count(tally.won)} won, ${count(tally.lost)} went to others or were turned down, ${count(tally.unknown)} not known${
        tally.withdrawn ? `, ${count(tally.withdrawn)} taken back` : ''
      }`,
    });
    rows.push({ label: 'Bids of the middle bidder you have seen', value: count(usual.middle) });
  }
  if (ofSite) rows.push({ label: 'The marketplace’s own figures', value: `${count(n)} bids, ${count(won)} won` });
  if (one.case.jobs > 0) rows.push({ label: 'Finished jobs or reviews on the profile', value: count(one.case.jobs) });
  rows.push({
    label: 'An ordinary bidder wins',
    value: `${(usual.base.mean * 100).toFixed(1)} of 100 bids (${basis(usual.base)})`,
  });
  rows.push({
    label: 'Of 100 ordinary bidders with as many bids',
    value: `${likeThis(one.tail)} would look like this`,
  });
  if (when.timed > 0) {
    rows.push({ label: 'Most bids within 24 hours', value: count(when.busiestDay) });
    rows.push({ label: 'Hours of the day with bids', value: `${when.hoursUsed} of 24` });
  }
  if (when.medianDelay !== undefined) {
    rows.push({
      label: 'Time from posting to bid, the middle one',
      value: `${duration(when.medianDelay)} (${count(when.delayed)} bids)`,
    });
  }
  return {
    flag: massBidding.id,
    ...splitAccountKey(one.account),
    clauses: [...massBidding.clauses],
    strength: strength(one.tail, usual.tested, ofSite),
    with: [],
    evidence: [{ kind: 'counts', rows }],
    says: `${ofSite ? 'By the marketplace’s own figures this account placed' : 'This account has'} ${count(n)} ${
      ofSite ? 'bids' : 'decided bids'
    } and won ${won === 0 ? 'none' : count(won)}; of 100 ordinary bidders with as many bids, ${likeThis(one.tail)} would look like this.`,
  };
}

/** Strong only if not one of all those tested should look like this by chance. */
function strength(tail: number, tested: number, ofSite: boolean): Strength {
  if (tail <= 1e-4 && tail * tested <= 0.05 && !ofSite) return 'strong';
  return tail <= 1e-3 ? 'moderate' : 'weak';
}

function basis(base: BaseRate): string {
  return base.bids < 200
    ? 'a usual figure: too few outcomes were seen to learn one'
    : `learned from ${count(base.bids)} decided bids of ${count(base.accounts)} accounts`;
}

function likeThis(tail: number): string {
  return tail >= 0.005 ? `about ${Math.round(tail * 100)}` : 'fewer than 1';
}

function span(bids: readonly StoredBid[]): string {
  const days = bids
    .map((bid) => (bid.submittedAt ?? bid.firstSeenAt).slice(0, 10))
    .filter((day) => /^\d{4}-\d\d-\d\d$/.test(day))
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return '';
  return first === last ? `, on ${first}` : `, from ${first} to ${last}`;
}

function duration(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} seconds`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} minutes`;
  if (seconds < 172_800) return `${Math.round(seconds / 3_600)} hours`;
  return `${Math.round(seconds / 86_400)} days`;
}

function count(n: number): string {
  return n.toLocaleString('en');
}
