// A time in words, no more precise than it is known: `3 March 2026`, `March 2026`, `February – March 2026`; and
// with its preposition for sentences: `on 3 March 2026`, `between February and March 2026`. Days are those of UTC.
import { DAY_MS, precisionOf, readInterval, type Time } from '../model/time.ts';
import { type Language, language } from './language.ts';
import { shared } from './shared-sentences.ts';

type Unit = 'day' | 'month' | 'year';

/** Other forms of one moment. */
const forms = {
  minute: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  hour: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  shortDay: { day: 'numeric', month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A time as it stands by itself, in a table: `March 2026`. What is no time, as in a record from elsewhere, stays as it is. */
export function timeText(time: Time, to: Language = language()): string {
  const ends = endsOf(time);
  if (!ends) return time;
  const { unit, from, last } = ends;
  if (isOne(from, last, unit)) return written(last, unit, to);
  return shared('fromTo', { from: written(from, unit, to, last), to: written(last, unit, to) }, to);
}

/** A time as it stands in a sentence: `in March 2026`. What is no time stays as it is. */
export function timePhrase(time: Time, to: Language = language()): string {
  const ends = endsOf(time);
  if (!ends) return time;
  const { unit, from, last } = ends;
  const end = written(last, unit, to);
  if (isOne(from, last, unit)) {
    if (unit === 'day') return shared('onDay', { day: end }, to);
    return unit === 'month' ? shared('inMonth', { month: end }, to) : shared('inYear', { year: end }, to);
  }
  const between = { day: 'betweenDays', month: 'betweenMonths', year: 'betweenYears' } as const;
  return shared(between[unit], { from: written(from, unit, to, last), to: end }, to);
}

/** A time as exactly as it is known, to the minute and in UTC: `27 Sep 2026, 04:30 UTC`; else as `timeText` says it. */
export function momentText(time: Time, to: Language = language()): string {
  const known = readInterval(time);
  if (!known || time.split('/').some((end) => precisionOf(end) !== 'moment')) return timeText(time, to);
  const [from, last] = [known.from, known.to].map((end) => written(new Date(end), 'minute', to)) as [string, string];
  return `${from === last ? from : shared('fromTo', { from, to: last }, to)} UTC`;
}

/** A mark on a line of time of this length, ms: an hour of a day where it is short, else a day. */
export function tickText(at: Date, length: number, to: Language = language()): string {
  return written(at, length <= 4 * DAY_MS ? 'hour' : 'shortDay', to);
}

/** The ends of a time, and the unit in which both are known; undefined for what is no time. */
function endsOf(time: Time): { unit: Unit; from: Date; last: Date } | undefined {
  const interval = readInterval(time);
  if (!interval) return undefined;
  const { from, to } = interval;
  const precisions = time.split('/').map(precisionOf);
  const unit = precisions.every((one) => one === 'year')
    ? 'year'
    : precisions.every((one) => one === 'year' || one === 'month')
      ? 'month'
      : 'day';
  return { unit, from: new Date(from), last: new Date(to) };
}

function isOne(from: Date, last: Date, unit: Unit): boolean {
  const length = { day: 10, month: 7, year: 4 }[unit];
  return from.toISOString().slice(0, length) === last.toISOString().slice(0, length);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** @param before the end that follows in the same phrase: a year that both share stands there only */
function written(at: Date, unit: Unit | keyof typeof forms, to: Language, before?: Date): string {
  const hasYear = unit === 'year' || at.getUTCFullYear() !== before?.getUTCFullYear();
  const key = `${to} ${unit} ${hasYear}`;
  let format = formats.get(key);
  if (!format) {
    // Making a format takes longer than using it many times.
    const form = Object.hasOwn(forms, unit)
      ? forms[unit as keyof typeof forms]
      : {
          ...(unit === 'day' && { day: 'numeric' as const }),
          ...(unit !== 'year' && { month: 'long' as const }),
          ...(hasYear && { year: 'numeric' as const }),
        };
    format = new Intl.DateTimeFormat(to === 'en' ? 'en-GB' : to, { ...form, timeZone: 'UTC' });
    formats.set(key, format);
  }
  return format.format(at);
}
