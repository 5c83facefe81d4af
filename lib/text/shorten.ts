// Words that are longer than their place, cut where a reader sees a sign end: a letter with its accents, a flag or a
// family in one picture stay whole.

/** No sign is longer than this in UTF-16 code units; a text of one letter and a million accents is cut in it. */
const MAX_SIGN = 32;

/**
 * Words in so many signs, as a reader counts them.
 *
 * @param most how many there may be, the `…` of a cut included
 * @returns the words as they are where they fit
 */
export function shorten(words: string, most: number): string {
  // A sign is one code unit or more.
  if (words.length <= most) return words;
  const reach = words.slice(0, most * MAX_SIGN);
  const cut = (end: number) => `${reach.slice(0, end).toWellFormed()}…`;
  let count = 0;
  /** Where the last sign ends that stays where it is cut. */
  let end = 0;
  for (const { index, segment } of signs.segment(reach)) {
    count += 1;
    if (count > most || segment.length > MAX_SIGN) return cut(end);
    if (count < most) end = index + segment.length;
  }
  return reach.length === words.length ? words : cut(end);
}

const signs = new Intl.Segmenter('en', { granularity: 'grapheme' });
