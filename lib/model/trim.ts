// Takes characters off the ends of a text. Not by a pattern: "a run of these, then the end" is tried anew at every
// character of a run that the end does not follow, which takes a second on the blanks that anybody may write.

/** The text without any of these characters at its end. */
export function trimEndOf(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** The text up to the first of these characters. */
export function upTo(text: string, characters: string): string {
  for (let i = 0; i < text.length; i++) if (characters.includes(text.charAt(i))) return text.slice(0, i);
  return text;
}
