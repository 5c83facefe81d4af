// Understands the small figures of a marketplace page: ratings, counts, percentages and durations.
import { durationWords } from './duration-words.ts';
import { parseFigure } from './money.ts';

export interface Rating {
  value: number;
  outOf: number;
}

/** Longest text that is looked at. */
const MAX_LOOKED_AT = 200;

/**
 * Reads a rating: "Rating: 4.9 out of 5", "4.99 de 5.00", "4,8/5", "98%" (a share of the scale), "4.9".
 *
 * @param outOf the scale of a figure that names none
 */
export function parseRating(said: string | number, outOf = 5): Rating | undefined {
  const text = String(said).slice(0, MAX_LOOKED_AT);
  const scaled = /(?<!\d)(\d+(?:[.,]\d+)?)\s*(?:out of|of|de|von|sur|su|van|из|з|od|av|\/)\s*(\d+(?:[.,]\d+)?)/iu.exec(
    text,
  );
  const share = /(?<!\d)(\d+(?:[.,]\d+)?)\s?%/.exec(text);
  const bare = /\d+(?:[.,]\d+)?/.exec(text);
  const decimal = (written: string | undefined) => Number((written ?? '').replace(',', '.'));
  const rating = scaled
    ? { value: decimal(scaled[1]), outOf: decimal(scaled[2]) }
    : share
      ? { value: (decimal(share[1]) / 100) * outOf, outOf }
      : { value: decimal(bare?.[0] ?? 'none'), outOf };
  // Averages come with the noise of binary fractions: 5.000000000000001.
  rating.value = Math.round(rating.value * 1e4) / 1e4;
  return rating.outOf > 0 && rating.value >= 0 && rating.value <= rating.outOf ? rating : undefined;
}

/** Reads a count: "(8 reviews)", "1,204", "1.2k". */
export function parseCount(said: string | number): number | undefined {
  if (typeof said === 'number') return Number.isSafeInteger(said) && said >= 0 ? said : undefined;
  const written = /\d[\d.,\u00a0\u202f ]*(?:k|m)?(?!\p{L})/iu.exec(said.slice(0, MAX_LOOKED_AT))?.[0];
  const count = written === undefined ? undefined : parseFigure(written);
  return count === undefined ? undefined : Math.round(count);
}

/** Between which numbers a count lies, both included; one without an end has no bound there. */
export interface CountRange {
  min?: number;
  max?: number;
}

const rough =
  /^(?:(?<below>less than|fewer than|under|menos de|moins de|weniger als|менее|менше|mniej niż|meno di)|(?<above>more than|over|más de|mais de|plus de|mehr als|более|більше|więcej niż|più di))?\s?(?<first>\d{1,6})\s?(?:(?<more>\+)|(?:to|-|–|—|a|à|bis|до|do)\s?(?<last>\d{1,6}))?$/iu;

/** Reads a count of which only the range is said: "20 to 50", "Less than 5", "50+". A plain number is none. */
export function parseCountRange(said: string): CountRange | undefined {
  const { below, above, more, last, first } = rough.exec(said.slice(0, MAX_LOOKED_AT).trim())?.groups ?? {};
  const [from, to] = [Number(first), Number(last)];
  if (last !== undefined) return !below && !above && from <= to ? { min: from, max: to } : undefined;
  if (below) return from > 0 && !more ? { max: from - 1 } : undefined;
  if (more) return { min: from };
  return above ? { min: from + 1 } : undefined;
}

/** Reads a percentage as a rate, 0 to 1: "96%" is 0.96. Only what is written with a sign counts. */
export function parseRate(said: string): number | undefined {
  const written = /(\d{1,3}(?:[.,]\d+)?)\s?%/.exec(said.slice(0, MAX_LOOKED_AT))?.[1];
  const rate = Number((written ?? 'none').replace(',', '.')) / 100;
  return rate >= 0 && rate <= 1 ? Math.round(rate * 1e6) / 1e6 : undefined;
}

/** Units of a duration in days, by their words and by how shorter forms of them begin. In the order they are tried. */
const units = [
  { days: 1 / 24, name: unitName(durationWords.hour, 'h|std|uur|год|час') },
  { days: 7, name: unitName(durationWords.week, 'w|sem|тиж') },
  { days: 30, name: unitName(durationWords.month, 'mo|mes|mois|mês') },
  { days: 1, name: unitName(durationWords.day, 'd|j|tag|ден') },
];

function unitName(words: string, beginnings: string): RegExp {
  return new RegExp(`^(?:${words}|${beginnings})`, 'iu');
}

/** Reads a duration in days: "in 7 days", "2 weeks", "36 hours" (1.5). A bare number is days. */
export function parseDays(said: string | number): number | undefined {
  if (typeof said === 'number') return said >= 0 && said < 100_000 ? said : undefined;
  const text = said.slice(0, MAX_LOOKED_AT);
  for (const [, figure, unit] of text.matchAll(/(?<![\d.,])(\d{1,5}(?:[.,]\d)?)\s*(\p{L}+)/gu)) {
    const days = units.find(({ name }) => name.test(unit ?? ''))?.days;
    if (days !== undefined) return Math.round(Number((figure ?? '').replace(',', '.')) * days * 100) / 100;
  }
  return /^\s*\d{1,5}\s*$/.test(text) ? Number(text) : undefined;
}
