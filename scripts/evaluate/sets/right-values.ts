// What is right on a kept page, field by field, and whether what was read is that: as it is, too little, or something else.
import { collapseSpaces } from '../../../lib/model/beginning.ts';
import { DAY_MS, intervalOf, parseTime } from '../../../lib/model/time.ts';

/** An observation as the page's author wrote it: keys with a question mark may be left unread, `a|b` is either. */
export type Truth = Readonly<Record<string, unknown>> & { readonly kind: string };

/** What names the thing itself, what a page always has, and what nobody wrote down for these pages. */
const IGNORED = new Set(
  'kind site seenAt url project thread client to fromRole textIs avatar links contacts closed verified localTime location.timezone portfolio outcome'.split(
    ' ',
  ),
);
const TIMES = new Set(['memberSince', 'activeSince', 'submittedAt', 'postedAt', 'sentAt', 'at']);
const LISTS = new Set(['skills', 'languages']);
const PAST = new Set(['employment', 'education']);

export const withoutMark = (key: string) => key.replace(/\?$/, '');
const plain = (text: string) =>
  collapseSpaces(text)
    .replace(/\s*(?:…|\.\.\.)$/, '')
    .replace(/^["“„«](.*)["”“»]$/s, '$1');

export function isSameText(a: string, b: string | undefined): boolean {
  return b !== undefined && plain(a) === plain(b);
}

/** Fields that must be read, and such as may be, by their paths; a field that is known by heart is written `stats.rating`. */
export function fieldsOf(one: Truth): [Map<string, unknown>, Map<string, unknown>] {
  const must = new Map<string, unknown>();
  const may = new Map<string, unknown>();
  const into = (object: Readonly<Record<string, unknown>>, path: string, isOptional: boolean) => {
    for (const [key, value] of Object.entries(object)) {
      const name = path + withoutMark(key);
      const mayBeLeft = isOptional || key.endsWith('?');
      if (IGNORED.has(name) && !(key.endsWith('?') && name === 'localTime')) continue;
      if (value === undefined) continue;
      const isGroup = name === 'location' || name === 'stats' || name === 'rating';
      if (isGroup && typeof value === 'object' && value !== null)
        into(value as Record<string, unknown>, `${name}.`, mayBeLeft);
      else (mayBeLeft ? may : must).set(name, value);
    }
  };
  into(one, '', false);
  // The side of a person on a list, that nobody has rated one, and by what way a writer is named follow from the rest.
  const kind = withoutMark(one.kind);
  if (kind === 'profile' && !must.has('role')) may.set('role', may.get('role') ?? 'freelancer');
  if (kind === 'profile' && !must.has('stats.reviewCount'))
    may.set('stats.reviewCount', may.get('stats.reviewCount') ?? 0);
  return [must, may];
}

const LANGUAGES = new Map(
  'en es pt de fr it ru uk pl tr da sv nl cy hu ro hi bn sw ar ja zh cs'
    .split(' ')
    .flatMap((code) =>
      ['en', 'es', 'de', 'pt', 'ru', 'fr'].map((ui): [string, string] => [
        (new Intl.DisplayNames(ui, { type: 'language' }).of(code) ?? code).toLowerCase(),
        code,
      ]),
    ),
);

function listItem(field: string, item: string): string {
  const words = collapseSpaces(item).toLowerCase();
  if (field !== 'languages') return words;
  const name = words.split(/[:(\-–,]/)[0]?.trim() ?? words;
  return LANGUAGES.get(name) ?? name;
}

function pastOf(entry: Readonly<Record<string, unknown>>, wanted: readonly string[]): string {
  return wanted.map((key) => `${key}=${plain(String(entry[key] ?? entry[`${key}?`] ?? ''))}`).join(';');
}

export type Verdict = 'right' | 'wrong' | 'unread';

/** How a field that must read `truth` was read. */
export function verdictOf(field: string, truth: unknown, read: unknown): Verdict {
  if (read === undefined) return 'unread';
  if (TIMES.has(field)) return timeVerdict(String(truth), String(read));
  if (LISTS.has(field) && Array.isArray(truth) && Array.isArray(read)) {
    const wanted = new Set(truth.map((item) => listItem(field, String(item))));
    const has = read.map((item) => listItem(field, String(item)));
    if (!has.every((item) => wanted.has(item))) return 'wrong';
    return new Set(has).size === wanted.size ? 'right' : 'unread';
  }
  if (PAST.has(field) && Array.isArray(truth) && Array.isArray(read)) {
    const left = [...truth] as Record<string, unknown>[];
    for (const entry of read as Record<string, unknown>[]) {
      const at = left.findIndex((one) => {
        const keys = Object.keys(one).filter((key) => !key.endsWith('?') && !['from', 'to'].includes(key));
        return pastOf(one, keys) === pastOf(entry, keys);
      });
      if (at < 0) return 'wrong';
      left.splice(at, 1);
    }
    return left.length === 0 ? 'right' : 'unread';
  }
  if (typeof truth === 'number' && typeof read === 'number') {
    const slack = field === 'stats.rating' || field === 'rating.value' ? 0.06 : 1e-9;
    return Math.abs(truth - read) <= slack ? 'right' : 'wrong';
  }
  if (field === 'budget') return sameBudget(truth as Budget, read as Budget) ? 'right' : 'wrong';
  if (typeof truth === 'string') {
    return truth.split('|').some((one) => isSameText(one, String(read))) ? 'right' : 'wrong';
  }
  return sorted(truth) === sorted(read) ? 'right' : 'wrong';
}

interface Budget {
  min?: number;
  max?: number;
  currency: string;
}
/** A fixed price is its own beginning and end. */
const sameBudget = (a: Budget, b: Budget) =>
  a.currency === b.currency && (a.min ?? a.max) === (b.min ?? b.max) && (a.max ?? a.min) === (b.max ?? b.min);

const sorted = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? JSON.stringify(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)))
    : JSON.stringify(value);

/** Right is an interval that meets the true one and says about as much. */
function timeVerdict(truth: string, read: string): Verdict {
  const wanted = parseTime(truth);
  const has = parseTime(read);
  if (wanted === undefined) throw new Error(`not a time: ${truth}`);
  if (has === undefined) return 'wrong';
  const [a, b] = [intervalOf(wanted), intervalOf(has)];
  if (b.from > a.to + DAY_MS || b.to < a.from - DAY_MS) return 'wrong';
  return b.to - b.from <= (a.to - a.from) * 1.3 + 2 * DAY_MS ? 'right' : 'unread';
}
