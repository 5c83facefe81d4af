// Finds requests to be paid in virtual currency: addresses whose checksum is right, names of coins and exchanges, and
// what stands for them.
// The words and rules stand in lib/statements/requests.
import { coinOfPayment } from '../../statements/payment-words.ts';
import { textFlag } from '../text-flag.ts';
import en from './en.json' with { type: 'json' };

export const virtualCurrency = textFlag({
  id: 'virtual-currency',
  clauses: ['C8', 'M2'],
  chances: { weak: 0.001, moderate: 0.0004, strong: 0.0002 },
  words: en,
  wayOf: coinOfPayment,
});
