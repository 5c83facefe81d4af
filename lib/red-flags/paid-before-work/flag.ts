// Finds requests to be paid before there is anything: release before delivery, all of it in advance, a refusal of the
// marketplace’s escrow, a fee to be paid for them. A share in advance, and funding a milestone, are custom.
// The words and rules stand in lib/statements/requests.
import { textFlag } from '../text-flag.ts';
import en from './en.json' with { type: 'json' };

export const paidBeforeWork = textFlag({
  id: 'paid-before-work',
  clauses: ['C9'],
  chances: { weak: 0.0015, moderate: 0.0004, strong: 0.0002 },
  words: en,
});
