// Freelancer.com's financial transactions of a client.
import { RowProblem } from './fields.ts';
import type { LogFormat } from './format.ts';
import { currencyOf } from './paypal.ts';

export const freelancerPayments: LogFormat = {
  id: 'freelancer-payments',
  name: 'Freelancer.com transactions',
  gives: 'payments',
  unproven: true,
  marks: [
    ['date', 'transactionid', 'description', 'amount', 'username'],
    ['date', 'description', 'amount', 'currency', 'username', 'project'],
  ],
  read(row) {
    const about = row.text('description', 'type') ?? '';
    if (/\b(?:fee|deposit|withdrawal|refund|membership)\b/i.test(about)) return { skipped: 'noPayment' };
    const account = row.id('username', 'freelancer');
    if (account === undefined) throw new RowProblem('no-account', 'Username');
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
        id: row.text('transactionid'),
        method: row.text('type'),
        reference: row.text('project', 'description'),
      },
    };
  },
};
