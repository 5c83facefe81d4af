// Fields of observations in words, by the labels of the catalogue of fields.
import { type MessageKey, t } from '../lib/i18n/language.ts';
import { catalogue } from '../lib/model/fields.ts';

const kinds = { project: 'project', bid: 'bid', profile: 'profile', review: 'review', message: 'message' } as const;
type Kind = keyof typeof kinds;
/** How a page's summary calls what it lists. */
const lists: Readonly<Record<string, Kind>> = {
  bids: 'bid',
  profiles: 'profile',
  reviews: 'review',
  messages: 'message',
};

/** Fields as the readers call them before they are put together, by the field that they become. */
const parts: Readonly<Record<string, string>> = {
  place: 'location',
  country: 'location',
  city: 'location',
  timezone: 'location',
  budgetMin: 'budget',
  budgetMax: 'budget',
  jobsCompletedRate: 'completionRate',
};

const own = <T extends object>(of: T, name: string): T[keyof T] | undefined =>
  Object.hasOwn(of, name) ? of[name as keyof T] : undefined;

/** A field of a profile: `Member since`; its id where the catalogue does not have it. */
export function profileFieldWords(field: string): string {
  return labelOf('profile', field) ?? field;
}

/** A field with what it is of, `bid.submittedAt` as `Sent (bids)`, or what a page lists, `bids`; as it is where it is neither. */
export function fieldWords(path: string): string {
  const list = own(lists, path);
  if (list) return t(`kind.${list}`);
  const [first = '', second = ''] = path.split('.');
  const kind = own(kinds, first);
  const label = kind && labelOf(kind, second);
  return kind && label ? t('kind.fieldOf', { field: label, kind: t(`kind.${kind}`) }) : path;
}

function labelOf(kind: Kind, read: string): string | undefined {
  if (kind === 'profile' && read === 'stats') return t('field.stats');
  const field = own(parts, read) ?? read;
  const known = own(catalogue[kind], field) ?? (kind === 'profile' ? own(catalogue.profile.stats, field) : undefined);
  return known && t((known as { label: MessageKey }).label as 'field.name');
}
