// Puts everything that was found on an account together: the findings of every red flag, how much of
// the account was seen, and one of four levels that says how much attention it asks for.

import type { Evidence } from '../evidence/evidence.ts';
import { type AccountKey, splitAccountKey } from '../model/account.ts';
import type { Assessment, Coverage, Level } from '../model/assessment.ts';
import { asks, type Finding, type Strength } from '../model/finding.ts';
import type { RedFlag } from '../red-flags/red-flag.ts';
import { redFlags } from '../red-flags/registry.ts';

/** Fewer bids than this, and nothing found that asks for attention, is "not enough seen" and not "no flags". */
export const ENOUGH_BIDS = 3;

/** What the user may set. */
export interface Rules {
  /** Whether a finding is strong enough to count. */
  counts(finding: Finding): boolean;
  /** Fewer bids than this, and nothing found, is "not enough seen". */
  enoughBids: number;
}

const usualRules: Rules = { counts: () => true, enoughBids: ENOUGH_BIDS };

/**
 * Assesses accounts against everything that was seen.
 *
 * @returns one assessment per account, in the order given; findings strongest first.
 */
export async function assess(
  accounts: readonly AccountKey[],
  seen: Evidence,
  flags: readonly RedFlag[] = redFlags,
  rules: Rules = usualRules,
): Promise<Assessment[]> {
  const coverage = await seen.coverageOf(accounts);
  const findings = new Map<AccountKey, Finding[]>(accounts.map((account) => [account, []]));
  const judged = new Set<AccountKey>();
  for (const flag of flags) {
    const found = await flag.find(accounts, seen);
    for (const account of found.judged) judged.add(account);
    for (const finding of found.findings) {
      if (rules.counts(finding)) findings.get(`${finding.site}:${finding.account}`)?.push(finding);
    }
  }
  return accounts.map((account) => {
    const own = (findings.get(account) ?? []).sort((a, b) => order[b.strength] - order[a.strength]);
    const much = coverage.get(account) ?? nothing;
    return {
      ...splitAccountKey(account),
      level: levelOf(own, much, judged.has(account), rules.enoughBids),
      coverage: much,
      findings: own,
    };
  });
}

/**
 * One strong finding, or two flags of moderate strength, ask for a closer look; any other for a question. What
 * honest people do as often as anybody (see Finding.common) informs, and leaves the level where it would be without.
 */
export function levelOf(
  findings: readonly Finding[],
  coverage: Coverage,
  judged: boolean,
  enoughBids: number = ENOUGH_BIDS,
): Level {
  const asking = findings.filter(asks);
  const moderate = new Set(asking.filter((f) => f.strength === 'moderate').map((f) => f.flag));
  if (asking.some((f) => f.strength === 'strong') || moderate.size >= 2) return 'look-closer';
  if (asking.length > 0) return 'worth-a-question';
  return judged && coverage.bids >= enoughBids ? 'no-flags' : 'not-enough-seen';
}

const order: Record<Strength, number> = { weak: 0, moderate: 1, strong: 2 };

const nothing: Coverage = { bids: 0, projects: 0, reviews: 0, profiles: 0, messages: 0 };
