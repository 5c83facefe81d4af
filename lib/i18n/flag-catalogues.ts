// The red flags' catalogues of sentences: each one's own, and the one they share. They are apart from the views', so
// that a page that shows no finding does not carry them.
import { type Catalogue, cataloguesIn } from './catalogue-files.ts';

// A build takes the files in.
const files: Readonly<Record<string, Catalogue>> = import.meta.env
  ? import.meta.glob(['../red-flags/*/*.json', '../../assets/locales/red-flags/*.json'], {
      eager: true,
      import: 'default',
    })
  : cataloguesIn(import.meta.dirname, ['../red-flags/*/*.json', '../../assets/locales/red-flags/*.json']);

/** The sentences that all red flags share, in a language. */
export const sharedCatalogue = (language: string): Catalogue | undefined =>
  files[`../../assets/locales/red-flags/${language}.json`];

/** A red flag's own words in a language. */
export const flagCatalogue = (flag: string, language: string): Catalogue | undefined =>
  files[`../red-flags/${flag}/${language}.json`];
