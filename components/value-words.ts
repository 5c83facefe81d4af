// What a field of a profile says, in words that can be laid beside another's: times as precise as they are known,
// money and countries as the language writes them, lists by line.
import { language, t } from '../lib/i18n/language.ts';
import { timeText } from '../lib/i18n/times.ts';
import type { Profile } from '../lib/model/observation.ts';
import { money } from './words.ts';

/** Fields of a profile that a person writes and that are worth comparing, in the order shown. */
export const comparedFields = [
  'name',
  'headline',
  'about',
  'location',
  'hourlyRate',
  'memberSince',
  'activeSince',
  'skills',
  'languages',
  'education',
  'employment',
  'portfolio',
  'links',
  'contacts',
  'verified',
  'closed',
] as const satisfies readonly (keyof Profile)[];
export type ComparedField = (typeof comparedFields)[number];

/** What a field of these says; nothing where it says nothing. */
type Words = { readonly [F in ComparedField]: (value: NonNullable<Profile[F]>) => string };

const asItIs = (value: string) => value;
const lines = (values: readonly string[]) => values.join('\n');
const row = (parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(', ');
/** From and to, each a time or what stands there in words. */
const span = (ends: readonly (string | undefined)[]) => ends.flatMap((end) => (end ? [timeText(end)] : [])).join(' – ');

const words: Words = {
  name: asItIs,
  headline: asItIs,
  about: asItIs,
  location: ({ city, country, timezone }) => row([city, country && countryName(country), timezone]),
  hourlyRate: ({ amount, currency }) => money(amount, currency),
  memberSince: (time) => timeText(time),
  activeSince: (time) => timeText(time),
  skills: lines,
  languages: lines,
  education: (all) => lines(all.map(({ school, degree, from, to }) => row([school, degree, span([from, to])]))),
  employment: (all) => lines(all.map(({ employer, title, from, to }) => row([employer, title, span([from, to])]))),
  portfolio: (all) => lines(all.map(({ title, url, text }) => row([title, url, text]))),
  links: lines,
  contacts: (all) => lines(all.map(({ type, value }) => row([type, value]))),
  verified: lines,
  closed: (isClosed) => t(isClosed ? 'common.yes' : 'common.no'),
};

/** What a field of a profile says, in words; nothing where it is not there. */
export function valueWords<F extends ComparedField>(field: F, value: Profile[F]): string {
  return value === undefined ? '' : words[field](value as NonNullable<Profile[F]>);
}

function countryName(code: string): string {
  return new Intl.DisplayNames(language(), { type: 'region' }).of(code) ?? code;
}
