// Finds a time counted back from the look in folded words: "3 hours ago", "hace más de un año", "yesterday", "last month".
import { type Amount, fewSecondsAgo, justNow, lastPeriod, timeAgo, type Unit, units } from '../model/ago.ts';
import { DAY_MS, dayOrMoment, type Interval, startOf } from '../model/time.ts';
import { after, endsWith, folded, languages, mayBeRelative, phrases, type TimeWords } from './time-words.ts';

/** What is counted back from the look (ms since 1970) in the words of a folded text, in the first language that says so. */
export function relativeIn(words: readonly string[], look: number): Interval | undefined {
  if (!mayBeRelative(words)) return undefined;
  for (const language of languages) {
    const time = agoIn(words, language, look) ?? namedDay(words, language, look) ?? lastOf(words, language, look);
    if (time) return time;
  }
  return undefined;
}

function namedDay(words: readonly string[], language: TimeWords, look: number): Interval | undefined {
  const named = [language.today, language.yesterday, language.dayBefore];
  // "The day before yesterday" names yesterday too.
  const back = named.findLastIndex((day) => after(words, day) !== undefined);
  return back < 0 ? undefined : dayOrMoment(startOf(look, 'day') - back * DAY_MS);
}

function lastOf(words: readonly string[], language: TimeWords, look: number): Interval | undefined {
  for (const [unit, said] of [
    ['week', language.lastWeek],
    ['month', language.lastMonth],
    ['year', language.lastYear],
  ] as const) {
    if (after(words, said) !== undefined) return lastPeriod(unit, look);
  }
  return undefined;
}

const unitTables = new WeakMap<TimeWords, ReadonlyMap<string, Unit>>();

function unitsOf(language: TimeWords): ReadonlyMap<string, Unit> {
  const known =
    unitTables.get(language) ??
    new Map(units.flatMap((unit) => language.units[unit].map((word) => [folded(word), unit] as const)));
  unitTables.set(language, known);
  return known;
}

/** "3 hours ago", "hace 2 días", "1 час 40 минут назад", "год назад". */
function agoIn(words: readonly string[], language: TimeWords, look: number): Interval | undefined {
  if (phrases(language.now).some((phrase) => phrase.length === words.length && endsWith(words, phrase))) {
    return justNow(look);
  }
  const behind = after(words, language.before);
  const isBehind = behind !== undefined;
  const end = isBehind ? undefined : after(words, language.after);
  if (!isBehind && end === undefined) return undefined;
  // Words such as "about" or "más de" may stand before the figure; after the figures nothing is looked at.
  const said = isBehind ? words.slice(behind) : words.slice(0, (end as number) - 1);
  const isLess = after(said, language.less) !== undefined;
  const amounts = isBehind ? amountsFrom(said, language) : amountsBefore(said, language);
  if (!amounts) return undefined;
  if (amounts === 'few') return fewSecondsAgo(look);
  const past = timeAgo(amounts, look);
  return isLess ? { from: past.from, to: look } : past;
}

/** How many words may stand between "hace" and the figure: "hace más de un año". */
const MAX_WORDS_BEFORE = 3;

/** The amounts that begin at one of the first words. */
function amountsFrom(words: readonly string[], language: TimeWords): Amount[] | 'few' | undefined {
  for (let begin = 0; begin <= MAX_WORDS_BEFORE; begin++) {
    const amount = amountAt(words, begin, language);
    if (amount === 'few') return amount;
    if (!amount) continue;
    const amounts = [amount];
    for (let at = begin + 2; ; at += 2) {
      const more = amountAt(words, at, language) ?? amountAt(words, ++at, language);
      if (!more || more === 'few') return amounts;
      amounts.push(more);
    }
  }
  return undefined;
}

/** The amounts that end with the last word. */
function amountsBefore(words: readonly string[], language: TimeWords): Amount[] | 'few' | undefined {
  const amounts: Amount[] = [];
  for (let at = words.length - 2; at >= -1; at -= 2) {
    const amount = amountAt(words, at, language) ?? (amounts.length > 0 ? amountAt(words, --at, language) : undefined);
    if (amount === 'few') return amounts.length === 0 ? amount : amounts;
    if (amount) {
      amounts.unshift(amount);
      continue;
    }
    if (amounts.length > 0) return amounts;
    // "Год назад" is one year; "30+ days ago" has no end.
    const unit = units.find((one) => folded(language.units[one][0] ?? '') === words[at + 1]);
    return unit === undefined || /^[\d+]/.test(words[at] ?? '') ? undefined : [{ count: 1, unit }];
  }
  return amounts.length > 0 ? amounts : undefined;
}

/** The figure at a place with the unit after it. */
function amountAt(words: readonly string[], at: number, language: TimeWords): Amount | 'few' | undefined {
  const unit = unitsOf(language).get(words[at + 1] ?? '');
  const figure = words[at] ?? '';
  if (unit === undefined) return undefined;
  if (/^\d{1,3}$/.test(figure)) return { count: Number(figure), unit };
  if (phrases(language.one).some(([word]) => word === figure)) return { count: 1, unit };
  return unit === 'second' && phrases(language.few).some(([word]) => word === figure) ? 'few' : undefined;
}
