// Lays one text beside another word by word: what both have, what only one has. For profile texts that
// changed, and for the uses of a template under the template.

/** Longer texts are compared up to so many words: the work grows with the product. */
const MAX_WORDS = 1_200;

export interface Stretch {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** The words of both texts in order: those that stayed, those that went, those that are new. */
export function difference(before: string, now: string): Stretch[] {
  const [a, b] = [words(before), words(now)];
  const stretches: Stretch[] = [];
  const push = (kind: Stretch['kind'], text: string) => {
    const last = stretches.at(-1);
    if (last?.kind === kind) last.text += text;
    else stretches.push({ kind, text });
  };
  let i = 0;
  let j = 0;
  for (const [atA, atB] of [...common(a, b), [a.length, b.length] as const]) {
    if (atA > i) push('gone', a.slice(i, atA).join(''));
    if (atB > j) push('new', b.slice(j, atB).join(''));
    if (atB < b.length) push('same', b[atB] as string);
    i = atA + 1;
    j = atB + 1;
  }
  return stretches;
}

export interface Alignment {
  /** What the text puts before the first constant stretch, between each two, and after the last. */
  slots: string[];
  /** Share of the template's constant words that the text has, 0 to 1. */
  kept: number;
}

/**
 * Lays a text under a template.
 *
 * @param constant the template's constant stretches in order
 * @returns what fills each slot: one more than there are stretches
 */
export function align(constant: readonly string[], text: string): Alignment {
  const owner: number[] = [];
  const template: string[] = [];
  constant.forEach((stretch, i) => {
    for (const word of words(stretch)) {
      template.push(word);
      owner.push(i);
    }
  });
  const own = words(text);
  const slots = Array.from({ length: constant.length + 1 }, () => '');
  const matched = settled(common(template.slice(0, MAX_WORDS), own), own, owner);
  let at = 0;
  let slot = 0;
  for (const [i, j] of [...matched, [-1, own.length] as const]) {
    const filling = own.slice(at, j).join('').trim();
    // What stands inside a constant stretch goes to the slot after it, as a change of its own.
    if (filling !== '') slots[slot] = slots[slot] ? `${slots[slot]} … ${filling}` : filling;
    at = j + 1;
    if (i >= 0) slot = (owner[i] as number) + 1;
  }
  return { slots, kept: template.length === 0 ? 0 : matched.length / Math.min(template.length, MAX_WORDS) };
}

/**
 * A stretch's first words may have been found too early, in what fills the gap before them ("*I* have
 * shipped … *I* would build"): they are moved to where the rest of the stretch stands.
 */
function settled(pairs: readonly [number, number][], own: readonly string[], owner: readonly number[]) {
  const moved = pairs.map((pair): [number, number] => [...pair]);
  for (let k = moved.length - 2; k >= 0; k--) {
    const [here, next] = [moved[k], moved[k + 1]] as [[number, number], [number, number]];
    if (next[0] !== here[0] + 1 || owner[next[0]] !== owner[here[0]] || next[1] === here[1] + 1) continue;
    const before = moved[k - 1];
    const holds = before?.[1] === here[1] - 1 && before[0] === here[0] - 1 && owner[before[0]] === owner[here[0]];
    if (!holds && bare(own[next[1] - 1] as string) === bare(own[here[1]] as string)) here[1] = next[1] - 1;
  }
  return moved;
}

/** Words with the space after them; put together they are the text again, up to the longest compared. */
function words(text: string): string[] {
  return (text.match(/\S+\s*|^\s+/g) ?? []).slice(0, MAX_WORDS);
}

const bare = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '') || word.trim();

/** Places of the words in the longest common subsequence, ascending in both. */
function common(a: readonly string[], b: readonly string[]): [number, number][] {
  const [x, y] = [a.map(bare), b.map(bare)];
  const width = y.length + 1;
  const longest = new Uint16Array((x.length + 1) * width);
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = y.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        x[i] === y[j]
          ? (longest[(i + 1) * width + j + 1] as number) + 1
          : Math.max(longest[(i + 1) * width + j] as number, longest[i * width + j + 1] as number);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    if (x[i] === y[j]) pairs.push([i++, j++]);
    else if ((longest[(i + 1) * width + j] as number) >= (longest[i * width + j + 1] as number)) i++;
    else j++;
  }
  return pairs;
}
