// The words of the team's part of the settings, in the language the user chose. They are in the package for teams only.

import type english from '../../assets/team/en.json';
import { type Catalogue, cataloguesIn } from '../../lib/i18n/catalogue-files.ts';
import { formatMessage, type Values } from '../../lib/i18n/format.ts';
import { language } from '../../lib/i18n/language.ts';

export type TeamKey = keyof typeof english;

// A build takes the files in.
const files: Readonly<Record<string, Catalogue>> = import.meta.env
  ? import.meta.glob('../../assets/team/*.json', { eager: true, import: 'default' })
  : cataloguesIn(import.meta.dirname, ['../../assets/team/*.json']);

const byLanguage = new Map(
  Object.entries(files).map(([path, catalogue]) => [path.replace(/^.*\/|\.json$/g, ''), catalogue]),
);

/** A sentence in the current language. */
export function tt(key: TeamKey, values: Values = {}): string {
  return formatMessage(language(), byLanguage.get(language())?.[key] as string, values);
}

/** A moment as the current language writes it, with hours and minutes. */
export function momentWords(iso: string): string {
  const locale = language() === 'en' ? 'en-GB' : language();
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}
