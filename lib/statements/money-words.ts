// How amounts of money name their currency: the signs and the codes. One table for those who understand an
// amount (money.ts) and for those who look for amounts on a page (reading/field-patterns.ts).

/** A currency's sign as the source of a regular expression, and the ISO 4217 code that it stands for; none where several share it. */
export interface CurrencySign {
  readonly sign: string;
  readonly currency?: string;
}

/** In the order they are tried: "A$" before "$". */
export const currencySigns: readonly CurrencySign[] = [
  { sign: 'US\\$|\\$US', currency: 'USD' },
  { sign: 'AU\\$|\\bA\\$', currency: 'AUD' },
  { sign: 'CA\\$|\\bC\\$', currency: 'CAD' },
  { sign: 'NZ\\$', currency: 'NZD' },
  { sign: 'HK\\$', currency: 'HKD' },
  { sign: 'SG\\$|\\bS\\$', currency: 'SGD' },
  { sign: 'R\\$', currency: 'BRL' },
  { sign: '€', currency: 'EUR' },
  { sign: '£', currency: 'GBP' },
  { sign: '₹', currency: 'INR' },
  { sign: '₽', currency: 'RUB' },
  { sign: '₴', currency: 'UAH' },
  { sign: '₺', currency: 'TRY' },
  { sign: '₱', currency: 'PHP' },
  { sign: '₩', currency: 'KRW' },
  { sign: '฿', currency: 'THB' },
  { sign: '₫', currency: 'VND' },
  { sign: '₦', currency: 'NGN' },
  { sign: '₪', currency: 'ILS' },
  { sign: 'zł', currency: 'PLN' },
  { sign: 'Kč', currency: 'CZK' },
  { sign: '\\$' },
  { sign: '¥' },
];

/**
 * The codes that stand beside amounts on marketplaces. Not all of ISO 4217: in running text "ALL 5" and "TOP 10"
 * are words.
 */
export const commonCurrencies =
  'USD EUR GBP INR AUD CAD NZD SGD HKD JPY CNY PHP PLN BRL MXN ZAR CHF SEK NOK DKK CZK UAH RUB TRY IDR MYR THB VND PKR BDT LKR EGP NGN KES ARS CLP COP PEN ILS AED SAR HUF RON KRW'.split(
    ' ',
  );
