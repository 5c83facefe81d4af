// Who brings others along, and sends a text that others send too, has most likely brought those: the two findings are
// about one group of people. They count together, as one matter, and each names the group.
import type { Finding } from '../model/finding.ts';
import { needsAttention } from '../model/finding.ts';

/**
 * The findings of one account, with what it says of people whom it brings put together with the text that they share.
 *
 * @param findings of one account
 */
export function introducedTogether(findings: readonly Finding[]): Finding[] {
  const shared = findings.filter((one) => one.flag === 'reused-template' && one.with.length > 0 && needsAttention(one));
  const [first] = shared;
  if (!first) return [...findings];
  const others = [...new Set(shared.flatMap((one) => one.with))];
  return findings.map((finding) => {
    if (finding.flag !== 'introduces-others')
      return shared.includes(finding) ? { ...finding, topic: first.topic } : finding;
    const note = { message: 'sharesText', data: { others: { accounts: others } } };
    // Not among those that it is about: who is one person with them still brought somebody.
    return { ...finding, topic: first.topic, notes: [...(finding.notes ?? []), note] };
  });
}
