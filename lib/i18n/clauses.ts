// The advisory's clauses in another language, beside its own words and never in their place: the guidance was written
// in English, and a translation is Hireflag's own. A further language is a file in assets/locales/clauses.
import type { ClauseId } from '../model/advisory.ts';
import { type Catalogue, cataloguesIn } from './catalogue-files.ts';
import { language } from './language.ts';

// A build takes the files in.
const files: Readonly<Record<string, Catalogue>> = import.meta.env
  ? import.meta.glob('../../assets/locales/clauses/*.json', { eager: true, import: 'default' })
  : cataloguesIn(import.meta.dirname, ['../../assets/locales/clauses/*.json']);

/** A clause in the language that views are drawn in; undefined in English, and where nobody translated it. */
export function translatedClause(clause: ClauseId): string | undefined {
  const words = files[`../../assets/locales/clauses/${language()}.json`]?.[clause];
  return typeof words === 'string' ? words : undefined;
}
