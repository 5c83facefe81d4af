// Small wordings that several views share: counts with their noun, dates, how much was seen.
import { language, listed, type MessageKey, t, written } from '../lib/i18n/language.ts';
import { calledBy } from '../lib/i18n/people.ts';
import { type AccountKey, splitAccountKey } from '../lib/model/account.ts';
import type { Coverage, Level } from '../lib/model/assessment.ts';
import { WEB } from '../lib/model/web-account.ts';
import { sites } from '../lib/sites/registry.ts';

type NounOf<K> = K extends `count.${infer N}` ? N : never;
/** What is counted, as the catalogue has it under `count`. */
export type Noun = NounOf<MessageKey>;

/** `count(1, 'bid') === '1 bid'`, `count(20000, 'bid') === '20,000 bids'`. */
export function count(n: number, noun: Noun): string {
  return t(`count.${noun}`, { count: n });
}

/** Making one takes longer than a whole table row does otherwise. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** An ISO time as a short date, `5 Oct 2026`; as it is when it is no time. */
export function day(iso: string): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  const locale = language() === 'en' ? 'en-GB' : language();
  let format = dayFormats.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
    dayFormats.set(locale, format);
  }
  return format.format(time);
}

/** A sum as the language writes it: `€4,200`, `€25.50`; a bare number where the currency is not known. */
export function money(amount: number, currency: string | undefined): string {
  if (currency === undefined) return written(amount);
  const style = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as const;
  return new Intl.NumberFormat(language(), style).format(amount);
}

/** A marketplace's name by its id: `Freelancer.com`; the id of one that Hireflag no longer reads. */
export function siteName(id: string): string {
  if (id === WEB) return t('anyPage.site');
  return sites.find((site) => site.id === id)?.name ?? id;
}

/** An account, `freelancer:ada`, by its name and with its marketplace: `Ada O. (Freelancer.com)`. */
export function accountWords(key: string): string {
  return `${calledBy(key)} (${siteName(splitAccountKey(key as AccountKey).site)})`;
}

/** A level in a few words: `Look closer`. */
export function levelWords(level: Level): string {
  return t(`level.${level}`);
}

/** How much was seen of an account, in one line: `Seen so far: 3 bids on 3 projects, 2 reviews`. */
export function coverageLine(coverage: Coverage): string {
  const parts = [
    coverage.bids > 0 && t('coverage.bidsOnProjects', { bids: coverage.bids, projects: coverage.projects }),
    coverage.reviews > 0 && count(coverage.reviews, 'review'),
    // A list of bids shows a little of each profile; that alone is no news.
    coverage.profiles > 0 && coverage.bids === 0 && t('coverage.profileDetails'),
    coverage.messages > 0 && count(coverage.messages, 'message'),
  ].filter((part) => part !== false);
  return parts.length > 0 ? t('coverage.seen', { list: listed(parts) }) : t('coverage.nothing');
}

/** What a level with no finding says in full. */
export function calmWords(level: 'no-flags' | 'not-enough-seen'): string {
  return t(`calm.${level}`);
}
