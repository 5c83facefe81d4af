// What is left of an assessment after what the user decided: a flag that was muted or found wrong no
// longer counts, an account that was checked is calm until something new or stronger is found, and what
// two accounts share is no news once they are known to be one person. A decision about a finding refers to its
// key, so that it settles this matter and hides no other of the same flag.

import { accountKey } from '../model/account.ts';
import type { Assessment, Proposal } from '../model/assessment.ts';
import type { Decision } from '../model/decision.ts';
import { type Finding, needsAttention, rankOf } from '../model/finding.ts';
import { toldFlags } from '../red-flags/told.ts';
import type { StoredDecision } from '../store/rows.ts';
import { levelOf } from './level.ts';
import { presentDecision } from './present-decision.ts';

export interface Decided extends Assessment {
  /** Findings that no longer count, each with the decision that says so. */
  setAside: { finding: Finding; by: StoredDecision }[];
  /** Everything the user decided about this account, oldest first. */
  decisions: readonly StoredDecision[];
  /** When and why the user found it fine, as long as nothing new or stronger was found since. */
  checked?: { at: string; reason: string } | undefined;
  /** Flags found since the user found it fine, or stronger since. */
  newSince: string[];
}

/** Applies the user's decisions to an assessment. */
export function decided(assessment: Assessment, stored: readonly StoredDecision[] = []): Decided {
  const decisions = stored.map((decision) => presentDecision(decision));
  const own = accountKey(assessment.site, assessment.account);
  const setAside: Decided['setAside'] = [];
  const findings: Finding[] = [];
  for (const finding of assessment.findings) {
    const by = decisions.find((decision) => settles(decision, finding, own, decisions));
    if (by) setAside.push({ finding, by });
    else findings.push(finding);
  }
  const fine = fineOf(decisions);
  const newSince = fine ? findings.filter((finding) => needsAttention(finding) && isNewTo(fine, finding)) : [];
  const isChecked = fine !== undefined && newSince.length === 0;
  return {
    ...assessment,
    findings,
    level: isChecked ? 'no-flags' : setAside.length > 0 ? levelOf(findings, assessment.checks) : assessment.level,
    setAside,
    decisions,
    newSince: [...new Set(newSince.map(({ flag }) => flag))],
    ...(assessment.proposals && { proposals: openProposals(assessment.proposals, decisions, own) }),
    ...(isChecked && { checked: { at: fine.at, reason: fine.reason } }),
  };
}

/** Proposals that the user has not answered. */
function openProposals(proposals: readonly Proposal[], decisions: readonly Decision[], own: string): Proposal[] {
  const answered = new Set(
    decisions.flatMap((one) => ('other' in one ? [one.account === own ? one.other : one.account] : [])),
  );
  return proposals.filter(({ account }) => !answered.has(account));
}

/** How many flags and findings of an account the user muted or called a false alarm. */
export function countSetAside(decisions: readonly Decision[]): number {
  return decisions.filter(({ kind }) => kind === 'muted' || kind === 'false-alarm').length;
}

type Fine = Extract<StoredDecision, { kind: 'fine' }>;

const fineOf = (decisions: readonly StoredDecision[]) => decisions.findLast((one): one is Fine => one.kind === 'fine');

/**
 * Version 0.1 kept of a finding that was known then only the flag, so that the flag's first finding since is taken
 * for the one that was known.
 *
 * @returns the decision with the keys of these findings, to be stored in its place; undefined where it has them all
 */
export function withKeys({ decisions, findings, setAside }: Decided): Fine | undefined {
  const fine = fineOf(decisions);
  const all = [...findings, ...setAside.map(({ finding }) => finding)];
  if (!fine?.known.some(({ flag, key }) => key === undefined && all.some((finding) => finding.flag === flag))) {
    return undefined;
  }
  const known = fine.known.flatMap((one) => {
    const own = one.key === undefined ? all.filter(({ flag }) => flag === one.flag) : [];
    return own.length === 0 ? [one] : own.map(({ key }) => ({ ...one, key }));
  });
  return { ...fine, known };
}

function settles(decision: Decision, finding: Finding, own: string, all: readonly Decision[]): boolean {
  switch (decision.kind) {
    case 'muted':
      return decision.flag === finding.flag;
    case 'false-alarm':
      return decision.key === undefined ? decision.flag === finding.flag : decision.key === finding.key;
    case 'same-person': {
      if (toldFlags.some(({ id, isAboutOnePerson }) => id === finding.flag && isAboutOnePerson)) return false;
      const same = new Set(
        all.flatMap((one) => (one.kind === 'same-person' ? [one.account === own ? one.other : one.account] : [])),
      );
      return finding.with.length > 0 && finding.with.every((other) => same.has(other));
    }
    default:
      return false;
  }
}

/** True while what is found of an account was known when the user found it fine. */
export function isStillFine(fine: Fine, findings: readonly Pick<Finding, 'flag' | 'key' | 'strength'>[]): boolean {
  return !findings.some((finding) => isNewTo(fine, finding));
}

/** New is another matter, or the same one seen more strongly than then. */
function isNewTo({ known }: Fine, finding: Pick<Finding, 'flag' | 'key' | 'strength'>): boolean {
  return !known.some(({ flag, key, strength }) => {
    const isSame = key === undefined ? flag === finding.flag : key === finding.key;
    return isSame && rankOf(finding.strength) <= rankOf(strength);
  });
}
