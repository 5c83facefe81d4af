// Finds accounts whose jobs come late or are not finished far more often than is usual on the marketplace, by its own
// figures; and those who take days to answer far more often than others whom the user writes with. Illness, holidays,
// power cuts and clients who themselves are late do as much, so that it is a question at most.
import type { Evidence, StoredMessage } from '../../evidence/evidence.ts';
import { answers as answersProjection } from '../../evidence/projections/answers.ts';
import { workOf, workRates } from '../../evidence/projections/work-rates.ts';
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import type { EvidenceRow, Finding } from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import type { Profile } from '../../model/observation.ts';
import { type Misses, shareWithAsMany, usualMisses } from '../../stats/miss-rates.ts';
import type { FlagCheck, RedFlag } from '../red-flag.ts';
import { sourcesOf } from '../sources.ts';
import en from './en.json' with { type: 'json' };

type MessageId = keyof typeof en.messages;
type SlowCheck = FlagCheck & { message: MessageId };
type Row = EvidenceRow & { label: MessageId };

/** The share of ordinary accounts with which as much goes wrong, at most, for a question. */
const MAX_CHANCE = 0.002;
/** Of 3,825 real profiles 6 lie below .0015 by the fit: people differ more than it says, so its share counts twice. */
const MISFIT = 2;
/** Of fewer jobs or answers a share says nothing. */
const MIN_JOBS = 5;
const MIN_ANSWERS = 5;
/** However unusual: with less than a quarter gone wrong nothing is asked. */
const MIN_SHARE = 0.25;
/** How often answers take longer than three days, before anything was seen. */
const ANSWERS = { mean: 0.08, trials: 60 };

export const slowOrLate: RedFlag = {
  id: 'slow-or-late',
  clauses: ['C13', 'C14'],
  falseAlarms: { question: MAX_CHANCE, closer: 0 },
  words: en,

  async evaluate(accounts, evidence) {
    const checks = new Map<AccountKey, SlowCheck>();
    const findings: Finding[] = [];
    const compared = await comparisonsOf(accounts, evidence);
    for (const account of accounts) {
      const { tests, profile, messages } = compared.get(account) ?? { tests: [], messages: [] };
      if (tests.length === 0) {
        checks.set(account, {
          result: 'too-little',
          message: 'tooFew',
          data: { jobs: MIN_JOBS, answers: MIN_ANSWERS },
        });
        continue;
      }
      // Every comparison is one more chance to look unusual (Bonferroni).
      const unusual = tests
        .map((test) => ({ ...test, chance: Math.min(1, MISFIT * test.chance * tests.length) }))
        .filter(({ chance, misses }) => chance <= MAX_CHANCE && misses.missed >= MIN_SHARE * misses.trials)
        .sort((a, b) => a.chance - b.chance);
      const data = dataOf(tests);
      const [first] = unusual;
      if (first) findings.push(finding(account, first, tests, profile, messages));
      checks.set(account, { result: first ? 'found' : 'clear', message: first ? 'checkFound' : 'clear', data });
    }
    return { checks, findings };
  },
};

type Kind = 'late' | 'unfinished' | 'slow';

interface Comparison {
  kind: Kind;
  misses: Misses;
  /** What is usual: the average share. */
  usual: number;
  /** The share of ordinary accounts with as much. */
  chance: number;
}

interface Compared {
  tests: Comparison[];
  profile?: Profile | undefined;
  messages: readonly StoredMessage[];
}

/** What can be compared of each account. */
async function comparisonsOf(accounts: readonly AccountKey[], evidence: Evidence): Promise<Map<AccountKey, Compared>> {
  const [profiles, messages] = await Promise.all([evidence.profilesOf(accounts), evidence.messagesOf(accounts)]);
  const rates = profiles.size > 0 ? await evidence.projection(workRates) : undefined;
  const everyone = messages.size > 0 ? (await evidence.projection(answersProjection)).everyone() : undefined;
  return new Map(
    accounts.map((account) => {
      const tests: Comparison[] = [];
      const profile = profiles.get(account);
      const work = profile?.role === 'freelancer' && rates ? workOf(profile) : {};
      for (const kind of ['late', 'unfinished'] as const) {
        const misses = work[kind];
        if (!misses || !rates || misses.trials < MIN_JOBS) continue;
        const usual = rates[kind].usual(splitAccountKey(account).site);
        tests.push({ kind, misses, usual: usual.mean, chance: shareWithAsMany(misses, usual) });
      }
      const own = everyone?.get(account);
      if (everyone && own && own.trials >= MIN_ANSWERS) {
        // What is usual is how others answer; who is compared is not among them.
        const others = [...everyone].filter(([key]) => key !== account).map(([, answers]) => answers);
        const usual = usualMisses(others, ANSWERS);
        tests.push({ kind: 'slow', misses: own, usual: usual.mean, chance: shareWithAsMany(own, usual) });
      }
      return [account, { tests, profile, messages: messages.get(account) ?? [] }];
    }),
  );
}

function dataOf(tests: readonly Comparison[]): { jobs: number; answers: number } {
  const jobs = tests.filter(({ kind }) => kind !== 'slow').map(({ misses }) => misses.trials);
  return { jobs: Math.max(0, ...jobs), answers: tests.find(({ kind }) => kind === 'slow')?.misses.trials ?? 0 };
}

const labels = { late: 'rowLate', unfinished: 'rowUnfinished', slow: 'rowSlow' } as const satisfies Record<
  Kind,
  MessageId
>;

function finding(
  account: AccountKey,
  { kind, misses, usual, chance }: Comparison,
  tests: readonly Comparison[],
  profile: Profile | undefined,
  messages: readonly StoredMessage[],
): Finding & { message: MessageId } {
  const rows = tests.map(
    (test): Row => ({
      label: labels[test.kind],
      value: {
        message: 'ofUsual',
        data: { missed: test.misses.missed, all: test.misses.trials, usual: { percent: test.usual } },
      },
    }),
  );
  const seen = [
    ...(profile && kind !== 'slow' ? [{ url: profile.url, firstSeenAt: profile.seenAt }] : []),
    ...(kind === 'slow' ? messages : []),
  ];
  return {
    flag: slowOrLate.id,
    key: findingKey(slowOrLate.id, [kind]),
    topic: slowOrLate.id,
    ...splitAccountKey(account),
    clauses: kind === 'slow' ? ['C14'] : ['C13'],
    strength: 'weak',
    chance,
    with: [],
    message: kind,
    data: { missed: misses.missed, all: misses.trials, usual: { percent: usual } },
    evidence: [{ kind: 'counts', rows, sources: sourcesOf(seen) }],
  };
}
