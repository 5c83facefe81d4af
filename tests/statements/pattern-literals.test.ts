import { describe, expect, it } from 'vitest';
import { claimLanguages } from '../../lib/statements/claims.ts';
import { choicesOf, literalsOf } from '../../lib/statements/pattern-literals.ts';

describe('what must stand in a text for a pattern to be found', () => {
  it.each<[string, string[]]>([
    ['my team', ['my team']],
    ['my|our', ['my', 'our']],
    ['(?:my|our) (?:\\p{L}+ ){0,2}team(?! leader| lead)', ['team']],
    ['i (?:work|write)(?: alone)?', ['work', 'write']],
    ['(?:my )?own', ['own']],
    ['as an? {subject}', ['as a']],
    ['years?', ['year']],
    ['(?<!not )(?<name>alone|solo)', ['alone', 'solo']],
    ['(?:a|b.c|\\d)', []],
    ['{years}', []],
    ['[abc]{2,3}x*', []],
    ['\\(so\\)', ['so']],
    ['a(?:bc|d(?:ef|gh))+', ['bc', 'ef', 'gh']],
    ['ab{0,2}c{2}', ['a']],
  ])('%s', (pattern, literals) => {
    expect(literalsOf(pattern)).toEqual(literals);
  });

  it('stands in whatever any sentence of a claim matches', () => {
    // A text with one word of each choice, and every place filled, is a match; what is looked for is in it.
    const patterns = Object.values(claimLanguages).flatMap(({ experience, onSite, lives, alone, team }) =>
      [experience, onSite, lives, alone, team].flat(),
    );
    expect(patterns.length).toBeGreaterThan(200);
    for (const pattern of patterns) {
      for (const shortest of [true, false]) {
        const text = exampleOf(pattern, shortest);
        const literals = literalsOf(pattern);
        expect(literals.length === 0 || literals.some((one) => text.includes(one)), `${pattern}: ${text}`).toBe(true);
        for (const choice of choicesOf(pattern))
          expect(
            choice.some((one) => text.includes(one)),
            `${pattern}: ${choice}: ${text}`,
          ).toBe(true);
      }
    }
  });
});

/** A text that a pattern matches: of choices the first or the last, of what may be absent nothing or all. */
function exampleOf(pattern: string, shortest: boolean): string {
  let at = 0;
  const alternatives = (): string => {
    const all: string[] = [];
    for (;;) {
      all.push(sequence());
      if (pattern[at] !== '|') return (shortest ? all[0] : all.at(-1)) as string;
      at++;
    }
  };
  const sequence = (): string => {
    let text = '';
    while (at < pattern.length && !'|)'.includes(pattern[at] as string)) {
      const opening = /^\((?:\?(?:<?[=!:]|<\w+>))?/.exec(pattern.slice(at))?.[0];
      const single = /^(?:\\p\{\w\}|\\.|\[[^\]]*\]|\{[a-z]\w*\}|.)/u.exec(pattern.slice(at))?.[0] as string;
      let piece: string;
      if (opening === undefined) {
        piece = /^[\\[{^$.]/.test(single)
          ? single.startsWith('\\') && !/^\\[pds]/.test(single)
            ? single.slice(1)
            : 'x'
          : single;
        if (/^[\^$]/.test(single)) piece = '';
        at += single.length;
      } else {
        at += opening.length;
        piece = alternatives();
        at++;
        if (/[=!]$/.test(opening)) piece = '';
      }
      const quantifier = /^(?:[?*+]|\{\d[\d,]*\})\??/.exec(pattern.slice(at))?.[0] ?? '';
      at += quantifier.length;
      text += shortest && /^(?:[?*]|\{0)/.test(quantifier) ? '' : piece;
    }
    return text;
  };
  return alternatives();
}
