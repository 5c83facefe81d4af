// Finds a threat together with a demand. What is lawful (an overdue invoice, a dispute, a lawyer) is none.
// The words and rules stand in lib/statements/requests.
import { textFlag } from '../text-flag.ts';
import en from './en.json' with { type: 'json' };

export const extortion = textFlag({
  id: 'extortion',
  clauses: ['M8'],
  chances: { weak: 0.0007, moderate: 0.0003, strong: 0.0002 },
  words: en,
});
