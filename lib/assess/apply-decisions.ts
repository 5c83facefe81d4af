// What is left of an assessment after what the user decided: a flag that was muted or found wrong no
// longer counts, an account that was checked is calm until something new or stronger is found, and what
// two accounts share is no news once they are known to be one person.

import { accountKey } from '../model/account.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Decision } from '../model/decision.ts';
import { type Finding, needsAttention, rankOf } from '../model/finding.ts';
import type { StoredDecision } from '../store/rows.ts';
import { levelOf } from './assess.ts';

export interface Decided extends Assessment {
  /** Findings that no longer count, each with the decision that says so. */
  setAside: { finding: Finding; by: StoredDecision }[];
  /** Everything the user decided about this account, oldest first. */
  decisions: readonly StoredDecision[];
  /** When and why the user found it fine, as long as nothing new or stronger was found since. */
  checked?: { at: string; reason: string };
  /** Flags found since the user found it fine, or stronger since. */
  newSince: string[];
}

/** Applies the user's decisions to an assessment. */
export function decided(assessment: Assessment, decisions: readonly StoredDecision[] = []): Decided {
  const own = accountKey(assessment.site, assessment.account);
  const setAside: Decided['setAside'] = [];
  const findings: Finding[] = [];
  for (const finding of assessment.findings) {
    const by = decisions.find((decision) => settles(decision, finding, own, decisions));
    if (by) setAside.push({ finding, by });
    else findings.push(finding);
  }
  const fine = decisions.findLast((decision) => decision.kind === 'fine');
  const newSince = fine
    ? findings.filter((finding) => needsAttention(finding) && isNewTo(fine, finding)).map(({ flag }) => flag)
    : [];
  const isChecked = fine !== undefined && newSince.length === 0;
  return {
    ...assessment,
    findings,
    level: isChecked ? 'no-flags' : setAside.length > 0 ? levelOf(findings, assessment.checks) : assessment.level,
    setAside,
    decisions,
    newSince,
    ...(isChecked && { checked: { at: fine.at, reason: fine.reason } }),
  };
}

function settles(decision: Decision, finding: Finding, own: string, all: readonly Decision[]): boolean {
  switch (decision.kind) {
    case 'muted':
    case 'false-alarm':
      return decision.flag === finding.flag;
    case 'same-person': {
      const same = new Set(
        all.flatMap((one) => (one.kind === 'same-person' ? [one.account === own ? one.other : one.account] : [])),
      );
      return finding.with.length > 0 && finding.with.every((other) => same.has(other));
    }
    default:
      return false;
  }
}

function isNewTo(fine: Decision & { kind: 'fine' }, finding: Finding): boolean {
  const then = fine.known.find(({ flag }) => flag === finding.flag);
  return then === undefined || rankOf(finding.strength) > rankOf(then.strength);
}
