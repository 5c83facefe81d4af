// PayPal's activity as its site downloads it. Holds, their releases, conversions of currency and transfers to one's own
// bank are rows of it and no payments. Days and decimals are written as the account's country does.
import { RowProblem } from './fields.ts';
import type { LogFormat } from './format.ts';

/** Kinds of rows that move no money between two people. */
const noPayment =
  /hold|release|reversal|refund|authori[sz]ation|currency conversion|withdrawal|deposit|transfer to bank|bank transfer|add funds|credit|fee/i;

export const paypal: LogFormat = {
  id: 'paypal',
  name: 'PayPal',
  gives: 'payments',
  marks: [['date', 'time', 'timezone', 'gross', 'transactionid']],
  read(row) {
    // Read before anything is left out: every row tells how the file writes days and amounts.
    const at = row.dayAndTime('date', 'time', 'timezone');
    const gross = row.amount('gross');
    const type = row.text('type');
    if (type !== undefined && noPayment.test(type)) return { skipped: 'noPayment' };
    const status = row.text('status');
    if (status !== undefined && /^(?:denied|canceled|cancelled|failed|expired|voided|removed)/i.test(status))
      return { skipped: 'notDone' };
    if (gross === 0) return { skipped: 'noPayment' };
    const isOut = gross < 0;
    const name = row.id('name');
    const mail = (isOut ? row.id('toemailaddress') : row.id('fromemailaddress'))?.toLowerCase();
    const account = mail ?? name;
    if (account === undefined) throw new RowProblem('no-account', 'Name');
    return {
      payment: {
        account,
        name,
        at,
        direction: isOut ? 'out' : 'in',
        amount: Math.abs(gross),
        currency: currencyOf(row.text('currency')),
        id: row.text('transactionid'),
        payee: mail,
        method: type,
        reference: row.text('invoicenumber', 'subject', 'note', 'itemtitle'),
        bankCountry: row.text('countrycode'),
        status,
      },
    };
  },
};

/** @throws RowProblem where it is none */
export function currencyOf(text: string | undefined): string {
  const code = text?.toUpperCase() ?? '';
  if (!/^[A-Z]{3}$/.test(code)) throw new RowProblem('wrong-field', 'currency');
  return code;
}
