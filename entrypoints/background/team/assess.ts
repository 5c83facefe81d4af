// The assessment in the package for teams: beside what this browser finds stands what the team's analyst found in everything that
// the team has seen, each such finding marked as the pool's. It stands in the place of lib/assess/assess.ts, so that marks, lists,
// panels and records all have it, and the user's settings and decisions hold for it as for any other.
import { assess as assessOwn, type Rules } from '../../../lib/assess/assess.ts';
import { levelOf } from '../../../lib/assess/level.ts';
import type { Evidence } from '../../../lib/evidence/evidence.ts';
import { type AccountKey, accountKey } from '../../../lib/model/account.ts';
import type { Assessment } from '../../../lib/model/assessment.ts';
import { type Finding, rankOf } from '../../../lib/model/finding.ts';
import type { RedFlag } from '../../../lib/red-flags/red-flag.ts';
import { redFlags } from '../../../lib/red-flags/registry.ts';
import type { Found } from '../../../lib/team/found.ts';

/** What analysts found of accounts; who has nothing is absent. */
export type AskPool = (accounts: readonly AccountKey[]) => Promise<ReadonlyMap<AccountKey, readonly Found[]>>;

let askPool: AskPool | undefined;

/** From now on what the pool says is asked for with each assessment. */
export function assessWithPool(ask: AskPool): void {
  askPool = ask;
}

/** The same as in lib/assess/assess.ts, with the pool's findings among the findings. */
export async function assess(
  accounts: readonly AccountKey[],
  evidence: Evidence,
  flags: readonly RedFlag[] = redFlags,
  rules: Rules = { counts: () => true },
): Promise<Assessment[]> {
  const [assessments, found] = await Promise.all([assessOwn(accounts, evidence, flags, rules), askPool?.(accounts)]);
  const isOn = new Set(flags.map(({ id }) => id));
  const counts = (finding: Finding) => isOn.has(finding.flag) && rules.counts(finding);
  return assessments.map((one) => withPool(one, found?.get(accountKey(one.site, one.account)) ?? [], counts));
}

/**
 * An assessment with what analysts found beside: of each matter the strongest finding, and of two as strong this browser's own.
 *
 * @param counts whether the settings let a finding count
 */
export function withPool(
  assessment: Assessment,
  found: readonly Found[],
  counts: (finding: Finding) => boolean,
): Assessment {
  const findings = new Map(assessment.findings.map((finding) => [finding.key, finding]));
  for (const { at, findings: told } of found) {
    for (const finding of told) {
      const known = findings.get(finding.key);
      if (!counts(finding) || (known && rankOf(known.strength) >= rankOf(finding.strength))) continue;
      findings.set(finding.key, marked(finding, at));
    }
  }
  if ([...findings.values()].every((finding) => assessment.findings.includes(finding))) return assessment;
  const all = [...findings.values()].sort((a, b) => rankOf(b.strength) - rankOf(a.strength));
  return { ...assessment, findings: all, level: levelOf(all, assessment.checks) };
}

/** A finding that says of itself that it is the pool's: the message stands in assets/team/added. */
function marked(finding: Finding, at: string): Finding {
  const note = { message: 'foundByPool', data: { day: { time: at.slice(0, 10) } } };
  return { ...finding, notes: [note, ...(finding.notes ?? [])] };
}
