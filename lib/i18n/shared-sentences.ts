// Messages that all red flags share: that a check failed, how a time and a list of names stand in a sentence.
import en from '../../assets/locales/red-flags/en.json' with { type: 'json' };
import es from '../../assets/locales/red-flags/es.json' with { type: 'json' };
import { formatMessage, type Values } from './format.ts';
import type { Language } from './language.ts';

/** Id of a message that every flag may use. */
export type SharedMessage = keyof typeof en;

export const sharedMessages: Readonly<Record<Language, Readonly<Record<SharedMessage, string>>>> = { en, es };

/** A shared message in words. */
export function shared(id: SharedMessage, values: Values, to: Language): string {
  return formatMessage(to, sharedMessages[to][id], values);
}
