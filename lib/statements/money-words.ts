// The signs and codes of currencies beside amounts of money, as sources of regular expressions for the flag
// `u`. One list for those who understand an amount (money.ts) and for those who look for amounts on a page
// (reading/field-patterns.ts), whose scripts must be small.

/**
 * A sign: "€", "A$", "MX$", "$US". Letters before a "$" belong to it, whichever they are, so that no other dollar is
 * cut down to the bare sign.
 */
export const currencySign =
  '(?:\\$US(?![A-Za-z])|(?<![A-Za-z])(?:[A-Z]{1,4}|[A-Za-z]{1,2})\\$|(?<![A-Z])\\$|[€£₹¥₽₩₴₺₱฿₫₦₪৳₸₵₲₡₾₼]|[Zz][łŁ]|[Kk]č)';

/**
 * The codes that stand beside amounts on marketplaces. Not all of ISO 4217: in running text "ALL 5" and "TOP 10"
 * are words.
 */
export const currencyCode =
  '(?:USD|EUR|GBP|INR|AUD|CAD|NZD|SGD|HKD|JPY|CNY|PHP|PLN|BRL|MXN|ZAR|CHF|SEK|NOK|DKK|CZK|UAH|RUB|TRY|IDR|MYR|THB|VND|PKR|BDT|LKR|EGP|NGN|KES|ARS|CLP|COP|PEN|ILS|AED|SAR|HUF|RON|KRW)';
