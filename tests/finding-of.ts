// A finding for tests that are about what is done with findings: whole, and with as little in it as can be.
import type { Finding } from '../lib/model/finding.ts';

export function findingOf({ flag, ...more }: Partial<Finding> & Pick<Finding, 'flag'>): Finding {
  return {
    flag,
    key: flag,
    topic: flag,
    site: 'guru',
    account: 'ada',
    clauses: ['P6'],
    strength: 'strong',
    chance: 0,
    with: [],
    message: 'verbatim',
    data: { words: 'Something was seen.' },
    evidence: [],
    ...more,
  };
}
