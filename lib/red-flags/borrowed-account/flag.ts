// Finds accounts that are rented, bought or lent, front persons who are looked for, and an account that was closed
// together with another that is to be used. A suspension by itself says nothing: marketplaces suspend honest people daily.
// The words and rules stand in lib/statements/requests.
import { textFlag } from '../text-flag.ts';
import en from './en.json' with { type: 'json' };

export const borrowedAccount = textFlag({
  id: 'borrowed-account',
  clauses: ['C1', 'C15', 'O3'],
  chances: { weak: 0.001, moderate: 0.0004, strong: 0.0002 },
  words: en,
});
