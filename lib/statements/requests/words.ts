// The words in which requests are looked for, sorted. In the built extension this is written out beforehand
// (scripts/lib/written-words.ts), and the languages themselves are not there.
import { everywhere } from './languages/everywhere.ts';
import { languages } from './languages/registry.ts';
import { type SortedWords, sortWords } from './sort-words.ts';

export const sortedWords: SortedWords = sortWords(languages, everywhere);
