// Puts a red flag's messages into words: what it says of itself, of what it checked and of what it found, in the
// language the user chose. Messages are ICU MessageFormat in the flag's own catalogue; numbers, dates, plurals
// and lists are written by the browser's Intl. This is the only place where a finding becomes a sentence.
import type { Data, Datum, EvidenceRow } from '../model/finding.ts';
import type { FlagWords } from '../red-flags/red-flag.ts';
import { presentFlag } from '../red-flags/renames.ts';
import { type ToldFlag, toldFlags } from '../red-flags/told.ts';
import { flagCatalogue } from './flag-catalogues.ts';
import { formatMessage } from './format.ts';
import { type Language, language } from './language.ts';
import { calledBy } from './people.ts';
import { type SharedMessage, shared, sharedMessages } from './shared-sentences.ts';
import { timePhrase, timeText } from './times.ts';

/** Names of a list that are written out. */
const MAX_NAMED = 5;

/** The words by which a red flag explains itself; English where it does not speak the language. */
export function wordsOf({ id }: Pick<ToldFlag, 'id'>, to: Language = language()): FlagWords {
  return (flagCatalogue(id, to) ?? flagCatalogue(id, 'en')) as unknown as FlagWords;
}

/** A red flag by any id that it ever had; records and decisions may be of any age. */
function flagOf(id: string): ToldFlag | undefined {
  const now = presentFlag(id);
  return toldFlags.find((flag) => flag.id === now);
}

/** A red flag's title by its id; the id itself for one that is gone. */
export function titleOf(flag: string, to?: Language): string {
  const known = flagOf(flag);
  return known ? wordsOf(known, to).title : flag;
}

/**
 * A message of a red flag as a sentence.
 *
 * @param flag the flag's id
 * @param message id of a message in its catalogue, or of one that all flags share
 * @param data what fills the message's places
 */
export function sentence(flag: string, message: string, data: Data = {}, to: Language = language()): string {
  const pattern = patternOf(flag, message, to);
  if (pattern === undefined) return shared('gone', {}, to);
  const values = Object.entries(data).map(([place, datum]) => [
    place,
    typeof datum === 'number' ? datum : datumText(datum, to, timePhrase),
  ]);
  try {
    return formatMessage(to, pattern, Object.fromEntries(values));
  } catch {
    // Another version found it, whose message has other places.
    return shared('gone', {}, to);
  }
}

/** What stands beside a label: a message of the flag's, or one value alone. */
export function valueText(flag: string, value: EvidenceRow['value'], to: Language = language()): string {
  if (typeof value === 'object' && 'message' in value) return sentence(flag, value.message, value.data, to);
  return datumText(value, to, timeText);
}

/** A value as the language writes it. Times in sentences come with their preposition: `in March 2026`. */
function datumText(datum: Datum, to: Language, time: typeof timeText): string {
  if (typeof datum === 'string') return datum;
  if (typeof datum === 'number') return new Intl.NumberFormat(to, { maximumFractionDigits: 2 }).format(datum);
  if ('time' in datum) return time(datum.time, to);
  if ('seconds' in datum) return duration(datum.seconds, to);
  if ('percent' in datum) return percent(datum.percent, to);
  return names(datum.accounts, to);
}

function names(accounts: readonly string[], to: Language): string {
  const shown = accounts.slice(0, MAX_NAMED).map(calledBy);
  const others = accounts.length - shown.length;
  if (others > 0) return shared('andMore', { names: shown.join(', '), others }, to);
  return new Intl.ListFormat(to, { type: 'conjunction' }).format(shown);
}

const units = [
  [86_400, 'day', 2 * 86_400],
  [3_600, 'hour', 2 * 3_600],
  [60, 'minute', 2 * 60],
  [1, 'second', 0],
] as const;

/** In the largest unit of which there are two or more. */
function duration(seconds: number, to: Language): string {
  const [length, unit] = units.find(([, , from]) => seconds >= from) ?? units[3];
  return new Intl.NumberFormat(to, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.round(seconds / length));
}

/** To one digit that says something, so that a small share is never 0. */
function percent(share: number, to: Language): string {
  const digits = share > 0 && share < 0.1 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 };
  return new Intl.NumberFormat(to, { style: 'percent', ...digits }).format(share);
}

/** A message's pattern; undefined where neither the flag nor all flags have it. */
function patternOf(flag: string, id: string, to: Language): string | undefined {
  const known = flagOf(flag);
  const messages = known ? wordsOf(known, to).messages : {};
  if (Object.hasOwn(messages, id)) return messages[id];
  const all = sharedMessages(to);
  return Object.hasOwn(all, id) ? all[id as SharedMessage] : undefined;
}
