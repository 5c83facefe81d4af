// What must stand in a text for a pattern to be found in it, read from the pattern itself: a look for a few letters tells
// of most texts that the pattern need not be made at all, which takes a thousand times as long.

/**
 * Of which at least one stands in whatever a pattern matches; empty where that is not known. Understood are groups,
 * alternatives and quantifiers; classes, escapes and places in braces stand for anything.
 */
export function literalsOf(pattern: string): readonly string[] {
  return ofAlternatives(pattern, 0).literals;
}

/**
 * All that is known to stand in whatever a pattern matches: of each of these choices at least one. Where a choice is
 * between whole patterns it is one choice.
 */
export function choicesOf(pattern: string): readonly (readonly string[])[] {
  return choicesIn(ofAlternatives(pattern, 0)).filter((choice) => choice.length > 0);
}

interface Part {
  literals: readonly string[];
  /** All that must stand in it, where it is no choice itself. */
  choices: readonly (readonly string[])[];
  /** Where it ends in the pattern. */
  end: number;
}

/** Alternatives, up to the bracket that closes them: of each one. */
function ofAlternatives(pattern: string, from: number): Part {
  const all: string[] = [];
  let isKnown = true;
  for (let at = from; ; ) {
    const { literals, choices, end } = ofSequence(pattern, at);
    if (literals.length === 0) isKnown = false;
    all.push(...literals);
    if (pattern[end] !== '|') return { literals: isKnown ? all : [], choices: at === from ? choices : [], end };
    at = end + 1;
  }
}

/** One alternative: of what must stand in it what is rarest, which is what is longest. */
function ofSequence(pattern: string, from: number): Part {
  let best: readonly string[] = [];
  let run = '';
  const choices: (readonly string[])[] = [];
  const take = (literals: readonly string[]) => {
    if (shortest(literals) > 0) choices.push(literals);
    if (shortest(literals) > shortest(best)) best = literals;
  };
  const endRun = () => {
    take([run]);
    run = '';
  };
  let at = from;
  while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
    const sign = pattern[at] as string;
    if (sign === '(') {
      endRun();
      const inside = insideOf(pattern, at);
      const group = ofAlternatives(pattern, inside);
      at = group.end + 1;
      const isLook = pattern[inside - 1] === '=' || pattern[inside - 1] === '!';
      if (!isLook && !mayBeAbsent(pattern, at)) for (const choice of choicesIn(group)) take(choice);
    } else if (sign === '[' || sign === '\\' || sign === '{') {
      endRun();
      at = behind(pattern, at);
    } else {
      const isLetter = !SIGNS.includes(sign) && !mayBeAbsent(pattern, at + 1);
      if (isLetter) run += sign;
      else endRun();
      at++;
    }
  }
  endRun();
  return { literals: best, choices, end: at };
}

/** All that must stand in a group. */
function choicesIn({ literals, choices }: Part): readonly (readonly string[])[] {
  return choices.length > 0 ? choices : [literals];
}

/** What is no letter in a pattern. */
const SIGNS = '^$.?*+';

/** Where what is in a group begins: behind `(`, `(?:`, `(?=`, `(?!`, `(?<=`, `(?<!` or `(?<name>`. */
function insideOf(pattern: string, at: number): number {
  if (pattern[at + 1] !== '?') return at + 1;
  if (pattern[at + 2] !== '<') return at + 3;
  return pattern[at + 3] === '=' || pattern[at + 3] === '!' ? at + 4 : pattern.indexOf('>', at) + 1;
}

/** Whether what ends here is repeated from no time on. */
function mayBeAbsent(pattern: string, at: number): boolean {
  const sign = pattern[at];
  return sign === '?' || sign === '*' || (sign === '{' && pattern[at + 1] === '0');
}

/** Behind a class, an escape, a quantifier or a place in braces. */
function behind(pattern: string, at: number): number {
  if (pattern[at] === '\\') return pattern[at + 2] === '{' ? pattern.indexOf('}', at) + 1 : at + 2;
  return pattern.indexOf(pattern[at] === '[' ? ']' : '}', at) + 1;
}

function shortest(literals: readonly string[]): number {
  return literals.length === 0 ? 0 : Math.min(...literals.map(({ length }) => length));
}
