// Messages that all red flags share: that a check failed, how a time and a list of names stand in a sentence.
import type en from '../../assets/locales/red-flags/en.json';
import { sharedCatalogue } from './flag-catalogues.ts';
import { formatMessage, type Values } from './format.ts';
import type { Language } from './language.ts';

/** Id of a message that every flag may use. */
export type SharedMessage = keyof typeof en;

/** The shared messages in a language, by id. */
export const sharedMessages = (to: Language) => (sharedCatalogue(to) ?? {}) as Readonly<Record<SharedMessage, string>>;

/** A shared message in words. */
export function shared(id: SharedMessage, values: Values, to: Language): string {
  return formatMessage(to, sharedMessages(to)[id], values);
}
