// Finds what the profiles of one person say that cannot all be true: another name, other schools or firms for the same
// years, the same ones years apart, another country. Which accounts are one person's is for the user to say; nothing is
// compared before.
import type { Evidence, ProfileHistory } from '../../evidence/evidence.ts';
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import type { EvidenceRow, Finding, Strength } from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import type { FlagCheck, FlagReport, RedFlag } from '../red-flag.ts';
import { sourcesOf } from '../sources.ts';
import { type Conflict, type ConflictField, conflictsBetween } from './compare.ts';
import en from './en.json' with { type: 'json' };

type MessageId = keyof typeof en.messages;
type ProfilesCheck = FlagCheck & { message: MessageId };
type Row = EvidenceRow & { label: MessageId };

/** Contradictions that are shown of one other account. */
const MAX_SHOWN = 10;

/**
 * The shares of ordinary accounts that are found, at most (95 %). Of 4,258 on held-out seeds none was (docs/evaluation.md),
 * which bounds the share at .0007; with 24,923 more on seeds that may be tuned on none of 29,181, which bounds it at .00011
 * however strong. Worlds are tidier than life, so that the weaker ones keep the wider bound.
 */
const CHANCE: Readonly<Record<Strength, number>> = { weak: 0.00071, moderate: 0.0004, strong: 0.00015 };

export const conflictingProfiles: RedFlag = {
  id: 'conflicting-profiles',
  clauses: ['C3', 'C12', 'M5'],
  falseAlarms: { question: CHANCE.weak, closer: CHANCE.strong },
  isAboutOnePerson: true,
  words: en,
  evaluate,
};

interface Contradicted {
  account: AccountKey;
  conflicts: readonly Conflict[];
}

async function evaluate(accounts: readonly AccountKey[], evidence: Evidence): Promise<FlagReport> {
  const checks = new Map<AccountKey, ProfilesCheck>();
  const findings: Finding[] = [];
  const people = await evidence.peopleOf(accounts);
  const all = [...people].flatMap(([account, others]) => [account, ...others]);
  const histories = await evidence.profileHistoriesOf([...new Set(all)]);
  for (const account of accounts) {
    const others = people.get(account) ?? [];
    const own = histories.get(account);
    const seen = others.filter((other) => histories.has(other));
    if (others.length === 0) checks.set(account, { result: 'too-little', message: 'nobodyElse', data: {} });
    else if (!own || seen.length === 0) checks.set(account, { result: 'too-little', message: 'noProfiles', data: {} });
    else {
      const contradicted = seen.flatMap((other): Contradicted[] => {
        const conflicts = conflictsBetween(own, histories.get(other) as ProfileHistory);
        return conflicts.length > 0 ? [{ account: other, conflicts }] : [];
      });
      const data = { profiles: seen.length };
      if (contradicted.length > 0) findings.push(findingOf(account, contradicted, histories));
      const isFound = contradicted.length > 0;
      checks.set(account, { result: isFound ? 'found' : 'clear', message: isFound ? 'checkFound' : 'clear', data });
    }
  }
  return { checks, findings };
}

/** One place that a profile has not kept up is weak; what hardly happens by itself is more, and two kinds are a lot. */
function strengthOf(conflicts: readonly Conflict[]): Strength {
  const count = (field: ConflictField) => conflicts.filter((one) => one.field === field).length;
  const kinds = new Set(conflicts.map(({ field }) => field));
  const firm = count('name') > 0 || count('employers') > 1 || count('schools') > 1 || count('schoolYears') > 1;
  return kinds.size > 1 ? 'strong' : firm ? 'moderate' : 'weak';
}

function findingOf(
  account: AccountKey,
  contradicted: readonly Contradicted[],
  histories: ReadonlyMap<AccountKey, ProfileHistory>,
): Finding & { message: MessageId } {
  const others = contradicted.map((one) => one.account);
  const conflicts = contradicted.flatMap((one) => one.conflicts);
  const strength = strengthOf(conflicts);
  const rows = contradicted.flatMap((one) =>
    one.conflicts.slice(0, MAX_SHOWN).map((conflict) => rowOf(one.account, conflict)),
  );
  const pages = [account, ...others].flatMap((one) => {
    const history = histories.get(one);
    return history ? [{ url: history.profile.url, firstSeenAt: history.firstSeenAt }] : [];
  });
  return {
    flag: 'conflicting-profiles',
    key: findingKey('conflicting-profiles', [account, ...others]),
    topic: 'conflicting-profiles',
    ...splitAccountKey(account),
    clauses: ['C3', 'C12', 'M5'],
    strength,
    chance: CHANCE[strength],
    with: others,
    message: 'conflicts',
    data: { conflicts: conflicts.length, others: others.length },
    evidence: [{ kind: 'counts', rows, sources: sourcesOf(pages) }],
  };
}

function rowOf(account: AccountKey, { field, here, there }: Conflict): Row {
  return { label: field, value: { message: 'sideBySide', data: { here, there, who: { accounts: [account] } } } };
}
