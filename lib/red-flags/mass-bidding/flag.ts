// Finds accounts that bid on nearly everything, mostly within minutes, and next to never get a project. How unusual
// that is depends on what others do here: usual.ts learns it, odds.ts compares, finding.ts says it in counts that a
// client can check. Without one known outcome nothing is asked about anybody: then the extent of the bids only informs.

import type { StoredBid } from '../../evidence/evidence.ts';
import { bidLedger } from '../../evidence/projections/bid-ledger.ts';
import { statedBids } from '../../evidence/projections/stated-bids.ts';
import type { AccountKey } from '../../model/account.ts';
import { splitAccountKey } from '../../model/account.ts';
import type { Finding } from '../../model/finding.ts';
import type { Profile } from '../../model/observation.ts';
import type { BidLedger, Tally } from '../../stats/bid-ledger.ts';
import { statedIn } from '../../stats/stated-bids.ts';
import type { FlagCheck, RedFlag } from '../red-flag.ts';
import en from './en.json' with { type: 'json' };
import { FALSE_ALARMS, findingOf, informs, strengthOf } from './finding.ts';
import { type Case, oddsOf } from './odds.ts';
import { learnUsual, type Usual } from './usual.ts';

/** With fewer bids in view, or fewer known outcomes, nothing is asked: too many honest people look the same. */
const MIN_BIDS = 10;
const MIN_DECIDED = 10;

export const massBidding: RedFlag = {
  id: 'mass-bidding',
  clauses: ['P8'],
  falseAlarms: FALSE_ALARMS,
  words: en,

  async evaluate(accounts, evidence) {
    const [profiles, own] = await Promise.all([evidence.profilesOf(accounts), evidence.bidsOf(accounts)]);
    const checks = new Map<AccountKey, BidCheck>();
    const findings: Finding[] = [];
    const isEnough = (account: AccountKey) =>
      (own.get(account)?.length ?? 0) >= MIN_BIDS || statedIn(profiles.get(account)).placed !== undefined;
    // Everybody's bids take a while to bring back in a worker that just started: only where they matter.
    const everyone = accounts.some(isEnough)
      ? await Promise.all([evidence.projection(bidLedger), evidence.projection(statedBids)])
      : undefined;
    const usual = everyone && learnUsual(...everyone);
    for (const account of accounts) {
      const bids = own.get(account) ?? [];
      if (!everyone || !usual || !isEnough(account)) {
        checks.set(account, tooLittle(bids, everyone?.[0].of(account)));
        continue;
      }
      const profile = profiles.get(account);
      const one = caseOf(account, everyone[0], profile, usual);
      const odds = oddsOf(one, usual);
      const data = { bids: one.n, won: one.won };
      if (one.n < MIN_DECIDED) {
        if (informs(one, odds)) {
          findings.push(findingOf(account, one, odds, 'informs', usual, profile, bids));
          checks.set(account, { result: 'found', message: 'checkInforms', data: { bids: one.tally?.bids ?? 0 } });
        } else checks.set(account, tooLittle(bids, one.tally));
        continue;
      }
      const strength = strengthOf(one, odds);
      const message = one.ofSite ? 'clearBySite' : 'clear';
      if (!strength) {
        checks.set(account, { result: 'clear', message, data });
        continue;
      }
      checks.set(account, { result: 'found', message: one.ofSite ? 'checkFoundBySite' : 'checkFound', data });
      findings.push(findingOf(account, one, odds, strength, usual, profile, bids));
    }
    return { checks, findings };
  },
};

type MessageId = keyof typeof en.messages;
type BidCheck = FlagCheck & { message: MessageId };

function tooLittle(bids: readonly StoredBid[], tally: Tally | undefined): BidCheck {
  if (bids.length === 0) return { result: 'too-little', message: 'noBids', data: {} };
  const projects = new Set(bids.map(({ project }) => project)).size;
  const marked = bids.filter(({ outcome }) => outcome === 'awarded' || outcome === 'rejected').length;
  const decided = tally ? tally.won + tally.lost : marked;
  const data = { bids: bids.length, projects, decided, needed: MIN_DECIDED };
  return { result: 'too-little', message: 'tooFew', data };
}

/** The marketplace's own figures or the decided bids that were seen, whichever are more. */
function caseOf(account: AccountKey, ledger: BidLedger, profile: Profile | undefined, usual: Usual): Case {
  const tally = ledger.of(account);
  const extent = usual.extents.get(account);
  const stated = statedIn(profile);
  const decided = tally ? tally.won + tally.lost : 0;
  const common = { tally, extent, stated, projects: ledger.projectsOf(splitAccountKey(account).site) };
  if (stated.placed !== undefined && stated.won !== undefined && stated.placed >= decided) {
    return { ...common, n: stated.placed, won: stated.won, ofSite: true };
  }
  const won = Math.min(decided, Math.max(tally?.won ?? 0, jobsInView(stated)));
  return { ...common, n: decided, won, ofSite: false };
}

/** The finished jobs that may be wins of bids in view: of a lifetime's about as many as fall into a year. */
function jobsInView({ jobs = 0, years }: { jobs?: number; years?: number }): number {
  return years === undefined ? jobs : Math.floor(jobs / Math.max(1, years));
}
