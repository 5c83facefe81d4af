// Understands amounts of money as people and pages write them: "₹25,000.00 INR", "€1.234,56",
// "1 234,50 zł", "$25 USD / hour", "US$10k+".

export interface Money {
  /** The lower figure, where a range is written. */
  amount: number;
  /** The upper figure of a range. */
  max?: number;
  /** ISO 4217. Absent where the sign is shared by several currencies ("$" alone). */
  currency?: string;
  /** What the amount is paid for, where it says so. */
  per?: 'hour' | 'week' | 'month';
}

/** Signs that stand for one currency. "$", "kr" and "¥" alone stand for several. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/US\$|\$US/i, 'USD'],
  [/(?:AU|\bA)\$/i, 'AUD'],
  [/(?:CA|\bC)\$/i, 'CAD'],
  [/NZ\$/i, 'NZD'],
  [/HK\$/i, 'HKD'],
  [/(?:SG|\bS)\$/i, 'SGD'],
  [/R\$/i, 'BRL'],
  [/€/, 'EUR'],
  [/£/, 'GBP'],
  [/₹/, 'INR'],
  [/₽/, 'RUB'],
  [/₴/, 'UAH'],
  [/₺/, 'TRY'],
  [/₱/, 'PHP'],
  [/₩/, 'KRW'],
  [/฿/, 'THB'],
  [/₫/, 'VND'],
  [/₦/, 'NGN'],
  [/₪/, 'ILS'],
  [/zł/i, 'PLN'],
  [/Kč/i, 'CZK'],
];

const currencies = new Set(Intl.supportedValuesOf('currency'));
const figures = /\d[\d.,'’\u00a0\u202f ]{0,24}(?:\s?[km]\b)?/giu;

/** Longest text that is looked at; an amount with its currency is far shorter. */
const MAX_LOOKED_AT = 200;

/** Reads the first amount in a text; undefined if there is none. Never throws. */
export function parseMoney(text: string): Money | undefined {
  const looked = text.slice(0, MAX_LOOKED_AT);
  const range = /^[^\d]*(\d[\d.,'’\u00a0\u202f ]*k?)\s*(?:-|–|—|to)\s*[^\d]{0,4}(\d[\d.,'’\u00a0\u202f ]*k?)/iu.exec(
    looked,
  );
  const found = range ? [range[1] ?? '', range[2] ?? ''] : (looked.match(figures) ?? []).slice(0, 1);
  const [amount, max] = found.map(parseFigure);
  if (amount === undefined) return undefined;
  const currency = currencyIn(looked);
  const per = perIn(looked);
  return { amount, ...(max !== undefined && { max }), ...(currency && { currency }), ...(per && { per }) };
}

/** The currency a text names, as ISO 4217: a code counts before a sign. */
export function currencyIn(text: string): string | undefined {
  const looked = text.slice(0, MAX_LOOKED_AT);
  for (const [code] of looked.matchAll(/(?<!\p{L})[A-Z]{3}(?!\p{L})/gu)) if (currencies.has(code)) return code;
  return signs.find(([sign]) => sign.test(looked))?.[1];
}

function perIn(text: string): Money['per'] {
  const unit = /(?:\/|\bper\b|\bpor\b|\bpro\b|\bpar\b)\s*(h(?:ou)?r?|hora|stunde|heure|w(?:ee)?k|mo(?:nth)?)\b/i.exec(
    text,
  )?.[1];
  if (!unit) return undefined;
  if (/^w/i.test(unit)) return 'week';
  return /^mo/i.test(unit) ? 'month' : 'hour';
}

/**
 * Reads one figure in whatever grouping: "25,000.00", "1.234,56", "1 234,50", "1,25,000", "10k". The last
 * separator parts off the decimals unless exactly three digits follow it or it stands more than once.
 */
export function parseFigure(text: string): number | undefined {
  const digits = text.trim().replace(/[\s'’\u00a0\u202f]/g, '');
  const match = /^(\d[\d.,]*?)[.,]*([km])?$/i.exec(digits);
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
