// Finds requests to be paid past the marketplace: by a payment service, a bank transfer, gift cards or somebody else’s
// account; and payments that went through such a service, where payment records were imported.
// The words and rules stand in lib/statements/requests.
import { serviceOfPayment } from '../../statements/payment-words.ts';
import { textFlag } from '../text-flag.ts';
import en from './en.json' with { type: 'json' };

export const otherPaymentService = textFlag({
  id: 'other-payment-service',
  clauses: ['C2'],
  chances: { weak: 0.0015, moderate: 0.0004, strong: 0.0002 },
  words: en,
  wayOf: serviceOfPayment,
});
