// Finds requests for keys, passwords, private code or to run a program before there is a contract: a question at most,
// since many who mean well need to look inside before they can give a price.
// The words and rules stand in lib/statements/requests.
import { textFlag } from '../text-flag.ts';
import en from './en.json' with { type: 'json' };

export const earlyAccess = textFlag({
  id: 'early-access',
  clauses: ['M3'],
  chances: { weak: 0.0015, moderate: 0.0004, strong: 0.0002 },
  most: 'weak',
  words: en,
});
