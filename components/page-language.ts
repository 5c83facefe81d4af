// A page of Hireflag's own says in which language it is, and which way that is written.
import { directionOf, language } from '../lib/i18n/language.ts';

export function setPageLanguage(): void {
  document.documentElement.lang = language();
  document.documentElement.dir = directionOf(language());
}
