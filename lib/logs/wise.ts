// Wise's statement of a balance. One id may stand on a transfer and on its fee; a day is all that it says of the time.
import type { LogFormat } from './format.ts';
import { currencyOf } from './paypal.ts';

export const wise: LogFormat = {
  id: 'wise',
  name: 'Wise',
  gives: 'payments',
  days: 'day-first',
  marks: [['transferwiseid', 'date', 'amount', 'currency']],
  read(row) {
    const amount = row.amount('amount');
    const name = amount < 0 ? row.id('payeename') : row.id('payername');
    const id = row.text('transferwiseid');
    // Cards pay merchants, and balances are exchanged into each other.
    if (name === undefined || amount === 0 || /^(?:BALANCE|FEE|CARD)-/i.test(id ?? '')) return { skipped: 'noPayment' };
    const payee = amount < 0 ? row.id('payeeaccountnumber') : undefined;
    return {
      payment: {
        account: payee ?? name,
        name,
        at: row.time('datetime', 'date'),
        direction: amount < 0 ? 'out' : 'in',
        amount: Math.abs(amount),
        currency: currencyOf(row.text('currency')),
        id,
        payee,
        reference: row.text('paymentreference', 'note', 'description'),
      },
    };
  },
};
