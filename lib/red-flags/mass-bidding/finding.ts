// What is said of one account that bids on nearly everything: how strongly, how often ordinary bidders look the same,
// and the counts that a client can check.
import type { StoredBid } from '../../evidence/evidence.ts';
import type { AccountKey } from '../../model/account.ts';
import { splitAccountKey } from '../../model/account.ts';
import type { Data, EvidenceRow, Finding, MessageRef, Strength } from '../../model/finding.ts';
import type { Profile } from '../../model/observation.ts';
import { parseTime, readInterval, spanOf } from '../../model/time.ts';
import type { Pace } from '../../stats/pace.ts';
import { sourcesOf } from '../sources.ts';
import type en from './en.json';
import type { Case, Odds } from './odds.ts';
import type { Usual } from './usual.ts';

const FLAG = 'mass-bidding';
/** From so much likelier on; of ordinary bidders at most one in so many looks so unlike them (Markov). */
const WEAK = Math.log(100);
const MODERATE = Math.log(1_000);
const STRONG = Math.log(10_000);
/** What somebody's bids must be to inform where nothing is known of what came of them: so much likelier, or so many. */
const INFORMS = { odds: Math.log(100), bids: 150 };
/** The shares of ordinary accounts that are found at all and strongly, at most: measured, docs/evaluation.md. */
export const FALSE_ALARMS = { question: 0.002, closer: 0.0001 } as const;
/** With fewer decided bids than this of everybody's the win rate is a usual one and not learned. */
const FEW_TO_LEARN_FROM = 200;
/** Bids are counted as quick within the least of these, in seconds, that holds half of them and more. */
const SOON = [60, 120, 240, 600, 900, 1_800, 3_600] as const;

type MessageId = keyof typeof en.messages;
type Row = EvidenceRow & { label: MessageId };

/** How strongly these odds speak; undefined where they do not. */
export function strengthOf({ ofSite }: Case, { all }: Odds): Strength | undefined {
  if (all >= STRONG && !ofSite) return 'strong';
  return all >= MODERATE ? 'moderate' : all >= WEAK ? 'weak' : undefined;
}

/** Whether the extent of somebody's bids informs though nothing is known of what came of them. */
export function informs({ n, extent, tally }: Case, odds: Odds): boolean {
  if (n > 0 || !extent || !tally || tally.unknown < tally.bids / 2) return false;
  return odds.extent >= INFORMS.odds || extent.sustained >= INFORMS.bids;
}

/** The finding about one account. */
export function findingOf(
  account: AccountKey,
  one: Case,
  odds: Odds,
  strength: Strength | 'informs',
  usual: Usual,
  profile: Profile | undefined,
  bids: readonly StoredBid[],
): Finding & { message: MessageId } {
  const { n, won, ofSite, extent, stated, tally } = one;
  const chance = strength === 'informs' ? 1 : Math.min(FALSE_ALARMS.question, Math.exp(-odds.all));
  const soon = extent ? soonOf(extent.pace) : undefined;
  const member = profile?.memberSince === undefined ? undefined : readInterval(profile.memberSince);
  const since = member && new Date(member.from).getUTCFullYear();
  const isOneYear = member && new Date(member.to).getUTCFullYear() === since;
  const work: Data =
    stated.jobs === undefined
      ? { work: 'none' }
      : isOneYear
        ? { work: 'since', jobs: stated.jobs, since: String(since) }
        : { work: 'alone', jobs: stated.jobs };
  const inView: Data = {
    projects: extent?.projects ?? 0,
    of: one.projects,
    quick: soon?.bids ?? 0,
    ...(soon && { within: { seconds: soon.seconds } }),
  };
  const rows: Row[] = [];
  if (tally && extent) {
    const period = spanOf(bids.flatMap(({ submittedAt }) => parseTime(submittedAt ?? '') ?? []));
    const data = { bids: tally.bids, ...(period && { period: { time: period } }) };
    rows.push({
      label: 'bids',
      value: !period
        ? tally.bids
        : extent.pace.timed === extent.projects
          ? { message: 'bidsWhen', data }
          : { message: 'bidsSomeWhen', data: { ...data, timed: extent.pace.timed } },
    });
    const { lost, unknown, withdrawn } = tally;
    rows.push({
      label: 'outcomes',
      value: { message: 'outcomesAre', data: { won: tally.won, lost, unknown, withdrawn } },
    });
    rows.push({ label: 'middle', value: usual.middle });
  }
  if (ofSite) rows.push({ label: 'siteFigures', value: { message: 'siteFiguresAre', data: { bids: n, won } } });
  if (stated.jobs !== undefined) rows.push({ label: 'jobs', value: stated.jobs });
  const base = ofSite ? usual.stated : usual.seen;
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
  if (strength !== 'informs') {
    const digits = 10 ** Math.floor(Math.log10(1 / chance));
    const one = Math.min(1e6, Math.floor(1 / chance / digits) * digits);
    rows.push({ label: 'likeThis', value: { message: 'likeThisAre', data: { one } } });
  }
  if (extent) rows.push(...extentRows(extent.pace, extent.fields));
  return {
    flag: FLAG,
    key: FLAG,
    topic: FLAG,
    ...splitAccountKey(account),
    clauses: ['P8'],
    strength: strength === 'informs' ? 'weak' : strength,
    chance,
    ...(strength === 'informs' && { commonPractice: true as const }),
    with: [],
    message: strength === 'informs' ? 'informs' : ofSite ? 'bySite' : 'seen',
    data:
      strength === 'informs'
        ? inView
        : ofSite
          ? { bids: n, won, ...work }
          : { ...inView, decided: n, won: tally?.won ?? 0, ...work },
    evidence: [{ kind: 'counts', rows, sources: sourcesOf(bids) }],
  };
}

function extentRows(pace: Pace, fields: number): Row[] {
  const rows: Row[] = [];
  if (fields > 1) rows.push({ label: 'fields', value: fields });
  if (pace.busiestDay > 0) rows.push({ label: 'busiestDay', value: pace.busiestDay });
  if (pace.moments > 0) {
    rows.push({ label: 'hours', value: { message: 'hoursAre', data: { hours: pace.hoursUsed, bids: pace.moments } } });
  }
  if (pace.medianDelay) rows.push({ label: 'delay', value: delayOf(pace.medianDelay, pace.delayed) });
  return rows;
}

/** How many bids surely came soon, within the least round time that holds at least half of those of which it is known. */
function soonOf({ soonest, delayed }: Pace): { bids: number; seconds: number } | undefined {
  for (const seconds of SOON) {
    const bids = soonest.filter((delay) => delay <= seconds).length;
    if (bids > 0 && 2 * bids >= delayed) return { bids, seconds };
  }
  return undefined;
}

/** How long the middle bid took, as far as it is known. */
function delayOf({ least, most }: NonNullable<Pace['medianDelay']>, bids: number): MessageRef & { message: MessageId } {
  if (least === most) return { message: 'delayIs', data: { delay: { seconds: least }, bids } };
  const atMost = { most: { seconds: most }, bids };
  return least === 0
    ? { message: 'delayAtMost', data: atMost }
    : { message: 'delayBetween', data: { least: { seconds: least }, ...atMost } };
}
