// Cuts a text into stretches that others have too and stretches of its own, as they are shown: the
// words, capitals and punctuation are the text's, the cut falls between words.
import type { Part } from '../model/finding.ts';

interface Cuttable {
  readonly text: string;
  readonly length: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/**
 * @param shared one entry a token, not 0 for a shared one
 * @param most longest text given back, in UTF-16 code units; what follows is left out
 * @returns the parts in the order of the text; put together they are the text again, up to `most`
 */
export function sharedParts(text: Cuttable, shared: ArrayLike<number>, most: number): Part[] {
  const parts: Part[] = [];
  const push = (same: boolean, from: number, to: number): void => {
    const piece = text.text.slice(from, Math.min(to, most)).toWellFormed();
    if (piece !== '') parts.push({ same, text: piece });
  };
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    if (!shared[i]) continue;
    const first = i;
    while (i + 1 < text.length && shared[i + 1]) i++;
    const start = text.starts[first] as number;
    let end = text.ends[i] as number;
    // A full stop or bracket that closes the stretch goes with it.
    while (end < text.text.length && /[\p{P}\p{M}]/u.test(text.text[end] as string)) end++;
    if (i + 1 < text.length) end = Math.min(end, text.starts[i + 1] as number);
    push(false, at, start);
    push(true, start, end);
    at = end;
    if (at >= most) return parts;
  }
  push(false, at, text.text.length);
  return parts;
}
