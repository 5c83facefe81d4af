// Puts everything that was found on an account together: what each red flag checked and found, how much of
// the account was seen, and one of four levels that says how much attention it asks for. Each flag runs apart
// from the others: one that fails says so and takes nothing from what the others have to say.

import type { Evidence } from '../evidence/evidence.ts';
import { type AccountKey, accountKey, splitAccountKey } from '../model/account.ts';
import type { Assessment, Coverage } from '../model/assessment.ts';
import { type Check, type Finding, rankOf } from '../model/finding.ts';
import type { FlagReport, RedFlag } from '../red-flags/red-flag.ts';
import { redFlags } from '../red-flags/registry.ts';
import { fitted, type Limits, limitsOf } from './budget.ts';
import { introducedTogether } from './introduced.ts';
import { levelOf } from './level.ts';
import { proposalsFor } from './same-person.ts';

/** What the user may set. */
export interface Rules {
  /** Whether a finding is strong enough to count. */
  counts(finding: Finding): boolean;
}

const usualRules: Rules = { counts: () => true };

/**
 * Assesses accounts against everything that was seen.
 *
 * @returns one assessment per account, in the order given; findings strongest first.
 */
export async function assess(
  accounts: readonly AccountKey[],
  evidence: Evidence,
  flags: readonly RedFlag[] = redFlags,
  rules: Rules = usualRules,
): Promise<Assessment[]> {
  const [coverage, proposals, ...reports] = await Promise.all([
    evidence.coverageOf(accounts),
    proposalsFor(accounts, evidence),
    ...flags.map((flag) => reportOf(flag, accounts, evidence)),
  ]);
  const limits = limitsOf(flags);
  const findings = new Map<AccountKey, Finding[]>(accounts.map((account) => [account, []]));
  for (const [i, { findings: found }] of reports.entries()) {
    for (const finding of found) {
      if (!rules.counts(finding)) continue;
      const counted = fitted(finding, limits[i] as Limits, flags.length);
      findings.get(accountKey(finding.site, finding.account))?.push(counted);
    }
  }
  return accounts.map((account) => {
    const own = introducedTogether(findings.get(account) ?? []).sort((a, b) => rankOf(b.strength) - rankOf(a.strength));
    const checks = flags.map(({ id }, i): Check => {
      const check = reports[i]?.checks.get(account);
      return check ? { flag: id, ...check } : failed(id);
    });
    return {
      ...splitAccountKey(account),
      level: levelOf(own, checks),
      coverage: coverage.get(account) ?? nothing,
      checks,
      findings: own,
      ...(proposals.has(account) && { proposals: proposals.get(account) }),
    };
  });
}

async function reportOf(flag: RedFlag, accounts: readonly AccountKey[], evidence: Evidence): Promise<FlagReport> {
  try {
    return await flag.evaluate(accounts, evidence);
  } catch (error) {
    console.error(`red flag ${flag.id}:`, error);
    return { checks: new Map(), findings: [] };
  }
}

/** Stands where a flag could say nothing because of a fault of its own. */
function failed(flag: string): Check {
  return { flag, result: 'too-little', message: 'failed', data: {} };
}

const nothing: Coverage = { bids: 0, projects: 0, reviews: 0, profiles: 0, messages: 0 };
