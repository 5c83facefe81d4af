// Understands amounts of money as people and pages write them: "₹25,000.00 INR", "€1.234,56",
// "1 234,50 zł", "$25 USD / hour", "US$10k+".
import { currencyCode, currencySign } from './money-words.ts';

export interface Money {
  /** The lower figure, where a range is written. */
  amount: number;
  /** The upper figure of a range. */
  max?: number;
  /** ISO 4217. Absent where the sign is shared by several currencies ("$" alone). */
  currency?: string;
}

const signs = new RegExp(currencySign, 'gu');
/** The currency that a sign stands for, ISO 4217. "$" and "¥" alone are shared by several. */
const currencyOf: Readonly<Record<string, string>> = {
  US$: 'USD',
  $US: 'USD',
  AU$: 'AUD',
  A$: 'AUD',
  CA$: 'CAD',
  C$: 'CAD',
  NZ$: 'NZD',
  HK$: 'HKD',
  SG$: 'SGD',
  S$: 'SGD',
  R$: 'BRL',
  MX$: 'MXN',
  NT$: 'TWD',
  COL$: 'COP',
  CO$: 'COP',
  AR$: 'ARS',
  CL$: 'CLP',
  RD$: 'DOP',
  TT$: 'TTD',
  N$: 'NAD',
  FJ$: 'FJD',
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₽': 'RUB',
  '₴': 'UAH',
  '₺': 'TRY',
  '₱': 'PHP',
  '₩': 'KRW',
  '฿': 'THB',
  '₫': 'VND',
  '₦': 'NGN',
  '₪': 'ILS',
  '৳': 'BDT',
  '₸': 'KZT',
  '₵': 'GHS',
  '₲': 'PYG',
  '₡': 'CRC',
  '₾': 'GEL',
  '₼': 'AZN',
  ZŁ: 'PLN',
  KČ: 'CZK',
};

const currencies = new Set(Intl.supportedValuesOf('currency'));
const figures = /\d[\d.,'’\u00a0\u202f ]{0,24}(?:\s?[km]\b)?/giu;

/** A sign or a code beside a figure: of "4.9 (54) £30" the price is meant, not the rating. */
const unitBefore = new RegExp(`(?:${currencySign}|(?<!\\p{L})${currencyCode})\\s?$`, 'u');
const unitAfter = new RegExp(`^\\s?(?:${currencySign}(?!\\s?\\d)|${currencyCode}(?!\\p{L}))`, 'u');

/** The upper end of a range behind its lower one. */
const upTo = /^\s{0,2}(?:-|–|—|to)\s{0,2}\D{0,4}(\d[\d.,'’\u00a0\u202f ]{0,24}k?)/iu;

/** Longest text that is looked at; an amount with its currency is far shorter. */
const MAX_LOOKED_AT = 200;

/** Reads the first amount in a text; undefined if there is none. Never throws. */
export function parseMoney(text: string): Money | undefined {
  const looked = text.slice(0, MAX_LOOKED_AT);
  const all = [...looked.matchAll(figures)];
  const isSigned = ({ 0: figure, index }: RegExpExecArray) =>
    unitBefore.test(looked.slice(Math.max(0, index - 6), index)) ||
    unitAfter.test(looked.slice(index + figure.trimEnd().length));
  const endOf = ({ 0: figure, index }: RegExpExecArray) =>
    upTo.exec(looked.slice(index + figure.trimEnd().length))?.[1];
  const first = all[0];
  // Of "5 to 10 USD" only the end has a sign.
  const one = first && endOf(first) ? first : (all.find(isSigned) ?? first);
  const found = one ? [one[0], endOf(one)].filter((figure) => figure !== undefined) : [];
  const [amount, max] = found.map(parseFigure);
  if (amount === undefined) return undefined;
  const currency = currencyIn(looked);
  return { amount, ...(max !== undefined && { max }), ...(currency && { currency }) };
}

/** The currency a text names, as ISO 4217: a code counts before a sign. */
export function currencyIn(text: string): string | undefined {
  const looked = text.slice(0, MAX_LOOKED_AT);
  for (const [code] of looked.matchAll(/(?<!\p{L})[A-Z]{3}(?!\p{L})/gu)) if (currencies.has(code)) return code;
  for (const [sign] of looked.matchAll(signs)) {
    const currency = currencyOf[sign.toUpperCase()];
    if (currency) return currency;
  }
  return undefined;
}

/** True where the only sign of a currency is a "$" that no letters stand beside: whose dollar it is depends on the page. */
export function isBareDollar(text: string): boolean {
  const found = text.slice(0, MAX_LOOKED_AT).match(signs) ?? [];
  return found.length > 0 && found.every((sign) => sign === '$');
}

/**
 * Reads one figure in whatever grouping: "25,000.00", "1.234,56", "1 234,50", "1,25,000", "10k". The last
 * separator parts off the decimals unless exactly three digits follow it or it stands more than once.
 */
export function parseFigure(text: string): number | undefined {
  const digits = text.trim().replace(/[\s'’\u00a0\u202f]/g, '');
  const match = /^(\d(?:[\d.,]*\d)?)[.,]*([km])?$/i.exec(digits);
  if (!match) return undefined;
  const written = match[1] ?? '';
  const last = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
  const sign = written[last];
  const both = written.includes('.') && written.includes(',');
  const again = sign !== undefined && written.indexOf(sign) !== last;
  const after = written.length - last - 1;
  const isDecimal = last > 0 && !again && (both || after !== 3 || /^0[.,]/.test(written));
  const whole = (isDecimal ? written.slice(0, last) : written).replace(/[.,]/g, '');
  const value = Number(isDecimal ? `${whole}.${written.slice(last + 1)}` : whole);
  const scale = { k: 1_000, m: 1_000_000 }[(match[2] ?? '').toLowerCase()] ?? 1;
  const result = value * scale;
  return Number.isFinite(result) && result < 1e12 ? result : undefined;
}
