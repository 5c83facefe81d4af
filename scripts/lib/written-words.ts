// The build sorts the words in which requests are looked for once for all: a worker that the browser has just started
// would take longer over them than over the whole first page.
import { EVERYWHERE, type SortedWords } from '../../lib/statements/requests/sort-words.ts';
import { sortedWords } from '../../lib/statements/requests/words.ts';

const WORDS = /[\\/]lib[\\/]statements[\\/]requests[\\/]words\.ts$/;

/** A plugin for the build: in the place of the languages stand their words as they are looked up. */
export const writtenWords = {
  name: 'hireflag:written-words',
  load(id: string): string | undefined {
    return WORDS.test(id) ? writtenOut(sortedWords) : undefined;
  },
};

/**
 * A module with these words that computes nothing. Each language's stand in a function of their own, which a browser
 * only looks at closely when it is called: they are a quarter of all that the worker is.
 */
export function writtenOut({ languages, meanings, linesOf }: SortedWords): string {
  const lines = Array.from({ length: languages.length + 1 }, (_, i) => linesOf(i + EVERYWHERE));
  return (
    `const lines = [${lines.map((one) => `() => ${JSON.stringify(one)}`).join(', ')}];\n` +
    `export const sortedWords = ${JSON.stringify({ languages, meanings })};\n` +
    `sortedWords.linesOf = (language) => lines[language + ${-EVERYWHERE}]();\n`
  );
}
