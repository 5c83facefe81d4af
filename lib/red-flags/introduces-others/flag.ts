// Finds others who are brought along unasked: friends to hire as well, a stand-in for oneself, candidates for other jobs.
// The words and rules stand in lib/statements/requests.
import { textFlag } from '../text-flag.ts';
import en from './en.json' with { type: 'json' };

export const introducesOthers = textFlag({
  id: 'introduces-others',
  clauses: ['O2'],
  chances: { weak: 0.0019, moderate: 0.0004, strong: 0.0002 },
  most: 'moderate',
  words: en,
});
