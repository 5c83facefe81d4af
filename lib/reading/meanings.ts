// What words of a page mean, one meaning a kind of field: words become dates, amounts, countries and rates, and two
// meanings are compared and filled up from each other as the catalogue of fields does (lib/model/values.ts).
import { collapseSpaces } from '../model/beginning.ts';
import { catalogue } from '../model/fields.ts';
import { MAX_LIST } from '../model/limits.ts';
import type { Time } from '../model/time.ts';
import { trimEndOf } from '../model/trim.ts';
import type { ValueKind } from '../model/values.ts';
import * as values from '../model/values.ts';
import { parseCity } from '../statements/cities.ts';
import { parseEnd, parseWhen } from '../statements/dates.ts';
import {
  type CountRange,
  parseCount,
  parseCountRange,
  parseDays,
  parseRate,
  parseRating,
} from '../statements/figures.ts';
import { languagesIn } from '../statements/languages.ts';
import { isBareDollar, type Money, parseMoney } from '../statements/money.ts';
import { parseName } from '../statements/names.ts';
import { parseCountry } from '../statements/places.ts';
import { hasMoney, isTerms } from './field-patterns.ts';
import { postedLine } from './project-fields.ts';
import type { Entry, Value } from './reading.ts';
import { withoutHeading } from './sections.ts';

/** Where and when something was said. */
export interface Seen {
  url: string;
  seenAt: string;
  /** What a bare "$" stands for there. */
  dollar?: string | undefined;
}

/** How one field is understood: what words of a page mean by it, and how two such meanings compare. */
export interface Meaning<T> extends Pick<ValueKind<T>, 'same' | 'merge'> {
  of(value: Value, page: Seen): T | undefined;
}

export const text: Meaning<string> = { ...values.text, of: (value) => (typeof value === 'string' ? value : undefined) };
/** What stands in a part of a page with a heading of its own. */
export const described: Meaning<string> = {
  ...text,
  of: (value) => {
    const own = typeof value === 'string' ? withoutHeading(value) : undefined;
    // A price or a time as a whole is nobody's description.
    return own !== undefined && isTerms(own) ? undefined : own;
  },
};
export const line: Meaning<string> = {
  ...values.text,
  of: (value) => (typeof value === 'string' ? collapseSpaces(value) : undefined),
};
/** What somebody calls their work: no price and no time. */
export const headline: Meaning<string> = {
  ...line,
  of: (value, page) => {
    const said = line.of(value, page);
    return said !== undefined && isTerms(said) ? undefined : said;
  },
};
/** A town and nothing else. */
export const town: Meaning<string> = {
  ...line,
  of: (value, page) => {
    const said = line.of(value, page);
    if (said === undefined || hasMoney(said) || isTerms(said)) return undefined;
    const comma = said.lastIndexOf(',');
    return comma > 0 && parseCountry(said.slice(comma + 1)) ? (parseCity(said) ?? said.slice(0, comma).trim()) : said;
  },
};
export const money: Meaning<Money> = {
  ...(values.price as ValueKind<Money>),
  of: (value, { dollar }) => {
    if (typeof value === 'number') return value >= 0 ? { amount: value } : undefined;
    const written = typeof value === 'string' ? parseMoney(value) : undefined;
    const isBare = written && !written.currency && isBareDollar(String(value));
    return isBare && dollar ? { ...written, currency: dollar } : written;
  },
};
export const days: Meaning<number> = {
  ...values.exact<number>(),
  of: (value) => (typeof value === 'string' || typeof value === 'number' ? parseDays(value) : undefined),
};
export const count: Meaning<number> = {
  ...values.count,
  of: (value) => (typeof value === 'string' || typeof value === 'number' ? parseCount(value) : undefined),
};
/** "20 to 50", "Less than 5", "50+": between which numbers a count lies, both included. */
export const countRange: Meaning<CountRange> = {
  ...(catalogue.project.bidCountRange as ValueKind<CountRange>),
  of: (value) => (typeof value === 'string' ? parseCountRange(value) : undefined),
};
export const rating: Meaning<{ value: number; outOf: number }> = {
  ...values.rating,
  of: (value) => (typeof value === 'string' || typeof value === 'number' ? parseRating(value) : undefined),
};
export const country: Meaning<string> = {
  ...values.exact<string>(),
  of: (value) => (typeof value === 'string' ? parseCountry(value) : undefined),
};
export const time: Meaning<Time> = {
  ...values.time,
  of: (value, { seenAt }) =>
    typeof value === 'string' || typeof value === 'number' ? parseWhen(value, seenAt) : undefined,
};
/** When something was put up, which a page may say in one line with more: "Posted 2 days ago · Send before Dec 19, 2026". */
export const posting: Meaning<Time> = {
  ...time,
  of: (value, page) => {
    const whole = time.of(value, page);
    if (whole !== undefined || typeof value !== 'string') return whole;
    const piece = value.split(/\s[·|•]\s|\n/).find((one) => postedLine.test(one.trim()));
    return piece === undefined ? undefined : time.of(piece.trim().replace(postedLine, '').trim(), page);
  },
};
/** Of "Aug 5, 2026 - Aug 21, 2026" the end. */
export const ending: Meaning<Time> = {
  ...time,
  of: (value, page) => time.of(typeof value === 'string' ? (value.split(/\s[-–—]\s/u).at(-1) ?? value) : value, page),
};
export const list: Meaning<string[]> = {
  ...values.list,
  of: (value) => {
    // A label may have stood before what is the same for all: "Phone number: verified".
    const words = (Array.isArray(value) ? value : [value]).flatMap((one) =>
      typeof one === 'string' && one.trim() !== '' ? trimEndOf(one.trim(), ' :') : [],
    );
    return words.length ? words.slice(0, MAX_LIST) : undefined;
  },
};
/** What somebody can do: no line of terms, and none that a price or a time was run into. */
export const skills: Meaning<string[]> = {
  ...list,
  of: (value, page) => {
    const all = list.of(value, page)?.filter((one) => !hasMoney(one) && !isTerms(one));
    return all?.length ? all : undefined;
  },
};
/** Languages, in a list or in one line; a site's program may know them by their codes. */
export const languages: Meaning<string[]> = {
  ...list,
  of: (value, page) => {
    const [only, ...more] = list.of(value, page) ?? [];
    if (only === undefined) return undefined;
    const all = languagesIn(more.length > 0 ? [only, ...more] : only.split(/[,;·|\n]/));
    return all.length > 0
      ? all.map((one) => (/^[A-Z]{2}$/.test(one) ? (languageNames.of(one) ?? one) : one))
      : undefined;
  },
};
const languageNames = new Intl.DisplayNames('en', { type: 'language' });
export const address: Meaning<string> = {
  ...values.exact<string>(),
  of: (value, { url }) => {
    const parsed = typeof value === 'string' ? URL.parse(value, url) : null;
    return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
  },
};
/** Things in parts, such as schools, of which the first named part must be there; they compare as this field. */
const entries = <T extends object>(
  kind: ValueKind<T[]>,
  first: keyof T & string,
  ...others: (keyof T & string)[]
): Meaning<T[]> => ({
  same: kind.same,
  merge: kind.merge,
  of: (value, page) => {
    if (!Array.isArray(value)) return undefined;
    const all = value.flatMap((one: string | Entry) => {
      const said: Entry = typeof one === 'string' ? { [first]: one } : one;
      const parts: Record<string, string> = { ...periodIn(said.period) };
      for (const part of [first, ...others]) {
        const words = said[part]?.trim();
        if (words) parts[part] = part === 'url' ? (address.of(words, page) ?? '') : words;
      }
      if (parts.from) parts.from = parseWhen(parts.from, page.seenAt) ?? parts.from;
      if (parts.to) parts.to = parseEnd(parts.to, page.seenAt) ?? parts.to;
      const known = Object.entries(parts).filter(
        ([part, words]) => words && [first, ...others].includes(part as never),
      );
      return parts[first] ? [Object.fromEntries(known) as T] : [];
    });
    return all.length ? all.slice(0, MAX_LIST) : undefined;
  },
});
export const flag: Meaning<boolean> = {
  ...values.exact<boolean>(),
  of: (value) => (typeof value === 'boolean' ? value : undefined),
};
const oneOf = <T extends string>(...words: readonly T[]): Meaning<T> => ({
  ...values.exact<T>(),
  of: (value) => words.find((word) => word === value),
});
export const role = oneOf('freelancer', 'client');
export const number: Meaning<number> = {
  ...values.count,
  of: (value) =>
    typeof value === 'string' || typeof value === 'number' ? parseMoney(String(value))?.amount : undefined,
};
/** How long something takes, in hours: "1 day" is 24, and a bare number counts hours. */
export const hours: Meaning<number> = {
  ...number,
  of: (value, page) => {
    const figure = number.of(value, page);
    if (figure === undefined || typeof value !== 'string') return figure;
    if (/\d\s?min/i.test(value)) return Math.round((figure / 60) * 100) / 100;
    const inDays = parseDays(value);
    return inDays !== undefined && inDays >= 1 && /\p{L}/u.test(value) ? Math.round(inDays * 24) : figure;
  },
};
/** A rate, written as a percentage or, in a state script, as a number from 0 to 1. */
export const rate: Meaning<number> = {
  ...values.rate,
  of: (value) => {
    if (typeof value === 'number') return value >= 0 && value <= 1 ? value : undefined;
    return typeof value === 'string' ? parseRate(value) : undefined;
  },
};
/**
 * A display name: "@login" is the account's id written as one, not a name. A longer one is not filled up from: the
 * card heuristics may take a badge beside the name for a part of it.
 */
export const name: Meaning<string> = {
  ...values.word,
  of: (value) => (typeof value === 'string' && !value.trim().startsWith('@') ? parseName(value) : undefined),
};
/** "United States (2:34 PM)": a place and the time there. */
export const clock: Meaning<string> = {
  ...values.word,
  of: (value) =>
    typeof value === 'string' ? /\b\d{1,2}:\d{2}\s?(?:[ap]\.?m\b\.?)?/i.exec(value)?.[0].trim() : undefined,
};
export const status: Meaning<string> = { ...line, ...values.word };
export const outcome = oneOf('open', 'awarded', 'rejected', 'withdrawn');

/** "Aug 2014 - Present" as its two ends; what stands for now has no end. */
function periodIn(said: string | undefined): { from?: string; to?: string } {
  if (!said) return {};
  const [from = '', to = ''] = collapseSpaces(said.slice(0, 200)).split(/\s?[-–—]\s?|\s(?:to|bis|hasta|até|à)\s/u);
  return { ...(from && { from }), ...(to && /\d/.test(to) && { to }) };
}

const { profile: fields } = catalogue;
const employers = entries(fields.employment, 'employer', 'title', 'from', 'to');
export const employment: typeof employers = {
  ...employers,
  of: (value, page) => {
    if (!Array.isArray(value)) return undefined;
    return employers.of(
      value.map((one: string | Entry) => (typeof one === 'string' ? { employer: one } : withPosition(one))),
      page,
    );
  },
};

/** "Developer | Harbour Cooperative" as its two halves. */
function withPosition(said: Entry): Entry {
  if (!said.position) return said;
  const [title = '', employer] = said.position.slice(0, 600).split(/\s\|\s/);
  return { ...said, ...(employer ? { title, employer } : { employer: title }) };
}

const typed = entries(fields.contacts, 'type', 'value');
export const contacts: typeof typed = {
  ...typed,
  of: (value, page) => typed.of(value, page)?.filter((one) => one.value),
};
export const addresses: Meaning<string[]> = {
  ...list,
  of: (value, page) => {
    const all = (list.of(value, page) ?? []).map((one) => address.of(one, page)).filter((one) => one !== undefined);
    return all.length ? all : undefined;
  },
};
export const education = entries(fields.education, 'school', 'degree', 'from', 'to');
export const portfolio = entries(fields.portfolio, 'title', 'url', 'text');
