// Upwork's transaction history of a client: who was paid, by their name there.
import { RowProblem } from './fields.ts';
import type { LogFormat } from './format.ts';
import { currencyOf } from './paypal.ts';

export const upworkPayments: LogFormat = {
  id: 'upwork-payments',
  name: 'Upwork transactions',
  gives: 'payments',
  marks: [['date', 'refid', 'type', 'description', 'freelancer', 'amount']],
  read(row) {
    const type = row.text('type') ?? '';
    if (/withdrawal|service fee|membership|subscription|vat|tax|refund|deposit|payment$/i.test(type))
      return { skipped: 'noPayment' };
    const [name, agency] = [row.id('freelancer'), row.id('agency')];
    const account = name ?? agency;
    if (account === undefined) throw new RowProblem('no-account', 'Freelancer');
    const amount = row.amount('amount');
    if (amount === 0) return { skipped: 'noPayment' };
    return {
      payment: {
        account,
        name: account,
        at: row.time('date'),
        direction: 'out',
        amount: Math.abs(amount),
        currency: currencyOf(row.text('currency') ?? 'USD'),
        id: row.text('refid'),
        ...(name !== undefined && agency !== undefined && { payee: agency }),
        method: type || undefined,
        reference: row.text('description'),
      },
    };
  },
};
