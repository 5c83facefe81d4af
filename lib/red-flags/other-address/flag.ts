// Finds wishes to have equipment or documents sent elsewhere than to the address on the papers: to others, to
// forwarders, to lockers, to another place after the offer.
// The words and rules stand in lib/statements/requests.
import { textFlag } from '../text-flag.ts';
import en from './en.json' with { type: 'json' };

export const otherAddress = textFlag({
  id: 'other-address',
  clauses: ['C7', 'M7'],
  chances: { weak: 0.0011, moderate: 0.0004, strong: 0.0002 },
  most: 'moderate',
  words: en,
});
