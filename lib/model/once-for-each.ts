// Remembers what was worked out for a word, where the same words come again and again.

/** So many are remembered where nothing else is said; then it begins anew. */
const MOST = 200_000;

/**
 * A function that works something out once for each word it is given.
 *
 * @param of what is worked out; always the same for the same word
 * @param most so many are remembered
 */
export function onceForEach<Word extends string, T>(of: (word: Word) => T, most = MOST): (word: Word) => T {
  const known = new Map<Word, { of: T }>();
  return (word) => {
    const remembered = known.get(word);
    if (remembered) return remembered.of;
    if (known.size >= most) known.clear();
    const now = of(word);
    known.set(word, { of: now });
    return now;
  };
}
