// The views' catalogues of sentences, and with them the languages that Hireflag speaks. A further language is a file
// beside each English one, here, in assets/locales/red-flags, in the folder of each red flag and in assets/manifest;
// its name is the language's tag.
import { type Catalogue, cataloguesIn } from './catalogue-files.ts';

// A build takes the files in.
const files: Readonly<Record<string, Catalogue>> = import.meta.env
  ? import.meta.glob('../../assets/locales/*.json', { eager: true, import: 'default' })
  : cataloguesIn(import.meta.dirname, ['../../assets/locales/*.json']);

const byLanguage = new Map(
  Object.entries(files).map(([path, catalogue]) => [path.replace(/^.*\/|\.json$/g, ''), catalogue]),
);

/** The tags of the languages that Hireflag speaks, in order. */
export const languages: readonly string[] = [...byLanguage.keys()].sort();

/** The views' sentences in a language. */
export const viewCatalogue = (language: string): Catalogue | undefined => byLanguage.get(language);
