// The level that findings and checks add up to.
import type { Level } from '../model/assessment.ts';
import { type Check, type Finding, needsAttention } from '../model/finding.ts';
import { toldFlags } from '../red-flags/told.ts';

/** Flags that never ask: what they have to say does not make enough of too little. */
const informing = new Set(toldFlags.flatMap(({ id, onlyInforms }) => (onlyInforms ? [id] : [])));

/**
 * One strong finding, or two moderate ones of different flags and topics, ask for a closer look; any other for a
 * question. What honest people do as often as anybody informs, and leaves the level where it would be without.
 * Without a finding that asks, an account shows no flags where at least one flag could have found something.
 */
export function levelOf(findings: readonly Finding[], checks: readonly Check[]): Level {
  const asking = findings.filter(needsAttention);
  const moderate = asking.filter(({ strength }) => strength === 'moderate');
  const isTwice = moderate.some((one) => moderate.some((two) => one.flag !== two.flag && one.topic !== two.topic));
  if (isTwice || asking.some(({ strength }) => strength === 'strong')) return 'look-closer';
  if (asking.length > 0) return 'worth-a-question';
  return checks.some(({ flag, result }) => result !== 'too-little' && !informing.has(flag))
    ? 'no-flags'
    : 'not-enough-seen';
}
