// The signs and codes of currencies beside amounts of money, as sources of regular expressions for the flag
// `u`. One list for those who understand an amount (money.ts) and for those who look for amounts on a page
// (reading/field-patterns.ts), whose scripts must be small.

/** A sign: "€", "A$", "$US". Letters before a "$" count only where no word ends in them. */
export const currencySign = '(?:\\$US|(?:(?<![A-Za-z])(?:US|AU|CA|NZ|HK|SG|A|C|S|R))?\\$|[€£₹¥₽₩₴₺₱฿₫₦₪]|zł|Kč)';

/**
 * The codes that stand beside amounts on marketplaces. Not all of ISO 4217: in running text "ALL 5" and "TOP 10"
 * are words.
 */
export const currencyCode =
  '(?:USD|EUR|GBP|INR|AUD|CAD|NZD|SGD|HKD|JPY|CNY|PHP|PLN|BRL|MXN|ZAR|CHF|SEK|NOK|DKK|CZK|UAH|RUB|TRY|IDR|MYR|THB|VND|PKR|BDT|LKR|EGP|NGN|KES|ARS|CLP|COP|PEN|ILS|AED|SAR|HUF|RON|KRW)';
