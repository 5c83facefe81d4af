// A bank's statement as a plain table, by the names that banks most often give its columns. One that has others is
// read by a mapping of the user's own (own-format.ts).
import { RowProblem } from './fields.ts';
import type { LogFormat } from './format.ts';

const days = ['bookingdate', 'valuedate', 'transactiondate', 'date', 'buchungstag', 'fecha'];
const names = ['payeename', 'beneficiaryname', 'counterpartyname', 'counterparty', 'payee', 'beneficiary', 'name'];
const accounts = [
  'payeeaccount',
  'beneficiaryaccount',
  'counterpartyaccount',
  'counterpartyiban',
  'iban',
  'accountnumber',
];

export const bank: LogFormat = {
  id: 'bank',
  name: 'Bank statement',
  gives: 'payments',
  unproven: true,
  marks: days.flatMap((day) => names.map((name) => [day, name, 'amount'])),
  read(row) {
    const amount = row.amount('amount');
    if (amount === 0) return { skipped: 'noPayment' };
    const name = row.id(...names);
    const payee = row
      .id(...accounts)
      ?.replace(/\s/g, '')
      .toUpperCase();
    const account = payee ?? name;
    if (account === undefined) throw new RowProblem('no-account', 'Name');
    const currency = row.text('currency')?.toUpperCase();
    if (currency === undefined || !/^[A-Z]{3}$/.test(currency)) throw new RowProblem('wrong-field', 'Currency');
    return {
      payment: {
        account,
        name,
        at: row.time(...days),
        direction: amount < 0 ? 'out' : 'in',
        amount: Math.abs(amount),
        currency,
        payee,
        reference: row.text('reference', 'paymentreference', 'purpose', 'description', 'details'),
        id: row.text('transactionid', 'id'),
      },
    };
  },
};
