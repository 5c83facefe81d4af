// The words of a text, each with where it stands: names of messengers and digits are looked for among them.

export interface Word {
  /** In small letters. */
  word: string;
  start: number;
  end: number;
}

/** Longer words are none of those. UTF-16 code units. */
export const MAX_WORD = 20;

/** Letters, digits, and the signs that stand for letters. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}€$@!'’]+/gu)) {
    if (word.length <= MAX_WORD) words.push({ word: word.toLowerCase(), start: index, end: index + word.length });
  }
  return words;
}
