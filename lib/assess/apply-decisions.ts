// What is left of an assessment after what the user decided: a flag that was muted or found wrong no
// longer counts, an account that was checked is calm until something new or stronger is found, and what
// two accounts share is no news once they are known to be one person.

import { accountKey } from '../model/account.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Decision } from '../model/decision.ts';
import { asks, type Finding } from '../model/finding.ts';
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

const order = { weak: 0, moderate: 1, strong: 2 } as const;

/**
 * Applies the user's decisions to an assessment.
 *
 * @param enoughBids as in assess.ts: with fewer bids, and nothing left, not enough was seen
 */
export function decided(
  assessment: Assessment,
  decisions: readonly StoredDecision[] = [],
  enoughBids?: number,
): Decided {
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
    ? findings.filter((finding) => asks(finding) && isNewTo(fine, finding)).map(({ flag }) => flag)
    : [];
  const isChecked = fine !== undefined && newSince.length === 0;
  // Who had findings was judged.
  const left = setAside.length > 0 ? levelOf(findings, assessment.coverage, true, enoughBids) : assessment.level;
  return {
    ...assessment,
    findings,
    level: isChecked ? 'no-flags' : left,
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
  return then === undefined || order[finding.strength] > order[then.strength];
}
